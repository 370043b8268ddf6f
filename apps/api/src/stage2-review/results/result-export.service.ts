import type { Locale, ResultExportQuery } from '@kuer/contract';
import {
  APPLICATION_STATE_LABELS,
  criteriaOf,
  FEDERAL_STATE_INFO,
  type FederalState,
  type LocalizedText,
  PORTFOLIO_GROUP_LABELS,
  REVIEW_LABELS,
  type RecommendationOutcome,
} from '@kuer/domain';
import { Injectable, StreamableFile } from '@nestjs/common';
import type { ReviewedApplication } from '../../calls/review-results.js';
import type { TableColumn } from '../../exports/spreadsheet/table.js';
import { writeCsv } from '../../exports/spreadsheet/write-csv.js';
import { prepareSheet, writeXlsx } from '../../exports/spreadsheet/write-xlsx.js';
import { textsOf } from './result.mapper.js';
import type { CallRow } from './result.repository.js';
import { ResultListService } from './result-list.service.js';

type Column = TableColumn<ReviewedApplication>;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const WORDS = {
  sheet: { de: 'Ergebnisse', en: 'Results' },
  file: { de: 'ergebnisse', en: 'results' },
  rank: { de: 'Rang', en: 'Rank' },
  number: { de: 'Nummer', en: 'Number' },
  lead: { de: 'Federführende Kommune', en: 'Lead municipality' },
  title: { de: 'Titel', en: 'Title' },
  group: { de: 'Gruppe', en: 'Portfolio group' },
  states: { de: 'Länder', en: 'Federal states' },
  phase: { de: 'Projektphase', en: 'Project phase' },
  funding: { de: 'Beantragte Förderung (Euro)', en: 'Funding requested (euros)' },
  state: { de: 'Stand', en: 'State' },
  total: { de: 'Gesamtwert (von 100)', en: 'Total (of 100)' },
  review: { de: 'Gutachten', en: 'Review' },
  reviewer: { de: 'Gutachter/in', en: 'Reviewer' },
  points: { de: 'Abweichung (Punkte)', en: 'Divergence (points)' },
  levels: { de: 'Abweichung (Stufen)', en: 'Divergence (levels)' },
  divergence: { de: 'Abweichung', en: 'Divergence' },
  eligibility: { de: 'Förderwürdigkeit', en: 'Eligibility' },
  derived: { de: 'Abgeleitete Empfehlung', en: 'Derived recommendation' },
  outcome: { de: 'Bestätigte Empfehlung', en: 'Confirmed recommendation' },
  comment: { de: 'Anmerkung', en: 'Comment' },
  recused: { de: 'Wegen Befangenheit nicht einsehbar', en: 'Closed by a conflict of interest' },
  generated: { de: 'Generierte Angaben', en: 'Generated data' },
} as const satisfies Record<string, LocalizedText>;

const OUTCOMES: Readonly<Record<RecommendationOutcome, LocalizedText>> = {
  recommended: { de: 'empfohlen', en: 'recommended' },
  not_recommended: { de: 'nicht empfohlen', en: 'not recommended' },
};

@Injectable()
export class ResultExportService {
  constructor(private readonly lists: ResultListService) {}

  /** What the list shows to this person, and nothing more, as csv or xlsx in the order of the ranks. */
  async export(callId: string, query: ResultExportQuery, locale: Locale): Promise<StreamableFile> {
    const { call, applications, reader } = await this.lists.read(callId, query, locale);
    const columns = columnsOf(call, reader.showsReviewers, locale);
    const rows = [...applications].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || compare(a, b));
    const isCsv = query.format === 'csv';
    const bytes = isCsv
      ? writeCsv(columns, rows, locale)
      : await writeXlsx([prepareSheet({ name: WORDS.sheet[locale], columns, rows })]);
    return new StreamableFile(bytes, {
      type: isCsv ? 'text/csv; charset=utf-8' : XLSX,
      disposition: `attachment; filename="${WORDS.file[locale]}.${isCsv ? 'csv' : 'xlsx'}"`,
      length: bytes.length,
    });
  }
}

function columnsOf(call: CallRow, showsReviewers: boolean, locale: Locale): Column[] {
  const { groups } = call.catalogue;
  /** Of a recused application only number and state are exported. */
  const column = (words: LocalizedText, value: Column['value'], width?: number): Column => ({
    heading: words[locale],
    value: (application) => (application.isRecused ? null : value(application)),
    ...(width ? { width } : {}),
  });
  const open = (words: LocalizedText, value: Column['value']): Column => ({ heading: words[locale], value });
  return [
    column(WORDS.rank, ({ rank }) => rank),
    open(WORDS.number, ({ number }) => number),
    column(WORDS.lead, ({ leadName }) => leadName, 30),
    column(WORDS.title, ({ title }) => title, 40),
    column(WORDS.group, ({ portfolioGroup }) => portfolioGroup && PORTFOLIO_GROUP_LABELS[portfolioGroup][locale], 30),
    column(WORDS.states, ({ federalStates }) =>
      federalStates.map((code) => FEDERAL_STATE_INFO[code as FederalState][locale]).join(', '),
    ),
    column(WORDS.phase, ({ phase }) => phase),
    column(WORDS.funding, ({ fundingRequested }) => fundingRequested),
    open(WORDS.state, ({ state }) => APPLICATION_STATE_LABELS[state][locale]),
    column(WORDS.total, ({ total }) => rounded(total)),
    ...groups.map(({ code, name }) =>
      column({ de: `${code} ${name}`, en: `${code} ${name}` }, ({ groupTotals }) => rounded(groupTotals[code] ?? null)),
    ),
    ...REVIEW_LABELS.flatMap((label) => reviewColumns(call, label, showsReviewers, column)),
    column(WORDS.points, ({ divergence }) => rounded(divergence?.points ?? null)),
    column(WORDS.levels, ({ divergence }) => divergence?.levels ?? null),
    column(WORDS.divergence, ({ divergence }) => sentence(divergence?.reasons ?? [], locale), 40),
    column(WORDS.eligibility, ({ eligibility }) => sentence(eligibility?.reasons ?? [], locale), 40),
    column(WORDS.derived, ({ recommendation: { derived } }) => derived && OUTCOMES[derived][locale]),
    column(WORDS.outcome, ({ recommendation: { outcome } }) => outcome && OUTCOMES[outcome][locale]),
    column(WORDS.comment, ({ recommendation: { comment } }) => comment, 40),
    open(WORDS.recused, ({ isRecused }) => isRecused),
    column(WORDS.generated, ({ isGenerated }) => isGenerated),
  ];
}

function reviewColumns(
  { catalogue }: CallRow,
  label: (typeof REVIEW_LABELS)[number],
  showsReviewers: boolean,
  column: (words: LocalizedText, value: Column['value']) => Column,
): Column[] {
  const of = (application: ReviewedApplication) => application.reviews.find((review) => review.label === label);
  const named = (words: LocalizedText): LocalizedText => ({ de: `${label}: ${words.de}`, en: `${label}: ${words.en}` });
  return [
    ...(showsReviewers
      ? [column(named(WORDS.reviewer), (application) => of(application)?.reviewer?.name ?? null)]
      : []),
    column(named(WORDS.total), (application) => rounded(of(application)?.total ?? null)),
    ...criteriaOf(catalogue).map(({ code }) =>
      column(named({ de: code, en: code }), (application) => of(application)?.scores[code] ?? null),
    ),
  ];
}

const rounded = (value: number | null): number | null => (value === null ? null : Math.round(value * 100) / 100);

const sentence = (reasons: Parameters<typeof textsOf>[0], locale: Locale): string =>
  textsOf(reasons, locale)
    .map(({ message }) => message)
    .join(' ');

const compare = (a: ReviewedApplication, b: ReviewedApplication): number => (a.number < b.number ? -1 : 1);
