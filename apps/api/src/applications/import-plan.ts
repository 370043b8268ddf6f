import {
  APPLICATION_STATE_LABELS,
  bodyIdentity,
  checkSizeClass,
  expectedPortfolioGroup,
  PORTFOLIO_GROUP_LABELS,
  SIZE_CLASS_INFO,
} from '@kuer/domain';
import type { ApplicationContent, Party } from './application-content.js';
import type { StoredApplication } from './application-store.js';
import { type ContentColumn, contentTexts } from './application-texts.js';
import {
  findDuplicates,
  type ImportCellError,
  type ImportColumn,
  type ImportedApplication,
  type ImportedRow,
  mapRow,
} from './import/index.js';

/** Something to say about a row; names in both languages where a value has a name. */
export interface RowFinding {
  readonly column: ImportColumn | null;
  readonly code: ImportCellError['code'];
  readonly params: Readonly<Record<string, unknown>>;
}

export interface PlannedRow {
  readonly line: number;
  readonly outcome: 'new' | 'changed' | 'unchanged' | 'wrong';
  /** Null where the number is to be given, or where the row is too wrong to tell. */
  readonly number: string | null;
  readonly leadName: string | null;
  readonly title: string | null;
  /** The application that the row is about; null for a new one. */
  readonly existing: StoredApplication | null;
  readonly content: ApplicationContent | null;
  readonly changedColumns: readonly ContentColumn[];
  readonly errors: readonly RowFinding[];
  readonly warnings: readonly RowFinding[];
}

/** What the call holds already, as far as whoever imports may know. */
export interface ImportGround {
  readonly applications: readonly StoredApplication[];
  /** All numbers of the call, also those of applications that are closed to whoever imports. */
  readonly numbers: ReadonlySet<string>;
}

const EDITABLE = ['received', 'in_formal_check', 'supplement_requested'];
const CONTENT_COLUMNS: readonly ContentColumn[] = [
  'title',
  'motto',
  'summary',
  'leadName',
  'leadAgs',
  'partners',
  'federalStates',
  'sizeClass',
  'portfolioGroup',
  'phase',
  'fundingRequested',
  'population',
  'themes',
  'contactEmail',
];

const identityOf = (ags: string): string => bodyIdentity(ags) ?? ags;

/**
 * Decides row by row what an import would do. A row is about the application whose number it carries; without one, about the one that
 * its lead municipality has in the call already; else it is a new one.
 */
export function planImport(rows: readonly ImportedRow[], ground: ImportGround): PlannedRow[] {
  const book = indexOf(ground);
  const mapped = rows.map((row) => ({ row, result: mapRow(row.raw) }));
  const sound = mapped.flatMap(({ row, result }) => (result.ok ? [{ line: row.line, values: result.values }] : []));
  const duplicates = findDuplicates(sound);
  const moved = leadsMovedBy(sound, book);
  return mapped.map(({ row, result }): PlannedRow => {
    if (!result.ok) return wrongRow(row, result.errors);
    const { values } = result;
    const existing = book.find(values);
    const errors: RowFinding[] = [...(duplicates.errors.get(row.line) ?? [])];
    const warnings: RowFinding[] = [...result.warnings, ...(duplicates.warnings.get(row.line) ?? [])];
    const common = { line: row.line, leadName: values.lead.name, title: values.title };
    if (!existing && values.number !== null && ground.numbers.has(values.number)) {
      // Nothing of the comparison may be shown: it would tell what stands in an application that is closed to the reader.
      errors.push({ column: 'number', code: 'IMPORT.APPLICATION_RECUSED', params: { number: values.number } });
      return { ...common, ...NOTHING, outcome: 'wrong', number: values.number, errors, warnings };
    }
    const content = contentOfRow(row, values, existing);
    const changedColumns = existing ? differences(existing.content, content) : [];
    const isChange = existing === null || changedColumns.length > 0;
    const holder = book.leadOf(values.lead.ags);
    if (holder && holder.id !== existing?.id && !moved.has(holder.id)) {
      const params = { value: values.lead.ags, number: holder.number };
      errors.push({ column: 'leadAgs', code: 'IMPORT.LEAD_TAKEN', params });
    }
    if (existing && isChange && !EDITABLE.includes(existing.state)) {
      const params = { number: existing.number, state: APPLICATION_STATE_LABELS[existing.state] };
      errors.push({ column: null, code: 'IMPORT.APPLICATION_FIXED', params });
    }
    if (isChange) warnings.push(...plausibility(content), ...collisions(content, existing, book));
    if (existing && identityOf(existing.content.lead.ags) !== identityOf(values.lead.ags)) {
      const params = { number: existing.number, before: existing.content.lead.name };
      warnings.push({ column: 'number', code: 'IMPORT.LEAD_CHANGES', params });
    }
    return {
      ...common,
      outcome: errors.length > 0 ? 'wrong' : existing === null ? 'new' : isChange ? 'changed' : 'unchanged',
      number: existing?.number ?? values.number,
      existing,
      content,
      changedColumns,
      errors,
      warnings,
    };
  });
}

const NOTHING = { existing: null, content: null, changedColumns: [] } as const;

function wrongRow({ line, raw }: ImportedRow, errors: readonly RowFinding[]): PlannedRow {
  const text = (value: unknown): string | null =>
    typeof value === 'string' || typeof value === 'number' ? String(value).trim().slice(0, 300) || null : null;
  return {
    ...NOTHING,
    line,
    outcome: 'wrong',
    number: text(raw.number)?.slice(0, 20) ?? null,
    leadName: text(raw.leadName),
    title: text(raw.title),
    errors,
    warnings: [],
  };
}

/** The content that results: an optional column that the file does not have leaves what is there. */
function contentOfRow(
  { raw }: ImportedRow,
  values: ImportedApplication,
  existing: StoredApplication | null,
): ApplicationContent {
  const before = existing?.content;
  const kindOf = (name: string, ags: string | null): string | null => {
    const parties = before ? [before.lead, ...before.partners] : [];
    return parties.find((party) => (ags === null ? party.name === name : party.ags === ags))?.kind ?? null;
  };
  const withKind = <Given extends Omit<Party, 'kind'>>({
    name,
    ags,
  }: Given): { name: string; ags: Given['ags']; kind: string | null } => ({
    name,
    ags,
    kind: kindOf(name, ags),
  });
  const kept = <Value>(column: ImportColumn, imported: Value, stored: Value | undefined): Value =>
    stored !== undefined && !Object.hasOwn(raw, column) ? stored : imported;
  return {
    title: values.title,
    motto: kept('motto', values.motto, before?.motto),
    summary: kept('summary', values.summary, before?.summary),
    lead: withKind(values.lead),
    partners: kept('partners', values.partners.map(withKind), before?.partners),
    federalStates: kept('federalStates', values.federalStates, before?.federalStates),
    sizeClass: values.sizeClass,
    portfolioGroup: values.portfolioGroup,
    phase: values.phase,
    fundingRequested: values.fundingRequested,
    population: kept('population', values.population, before?.population),
    themes: kept('themes', values.themes, before?.themes),
    contactEmail: kept('contactEmail', values.contactEmail, before?.contactEmail),
    // No column of the table: how a project is printed is the office's business.
    overview: before?.overview ?? null,
  };
}

function differences(before: ApplicationContent, after: ApplicationContent): ContentColumn[] {
  const [was, is] = [contentTexts(before, 'de'), contentTexts(after, 'de')];
  return CONTENT_COLUMNS.filter((column) => was[column] !== is[column]);
}

function plausibility(content: ApplicationContent): RowFinding[] {
  const { sizeClass, population, partners, portfolioGroup } = content;
  const findings: RowFinding[] = [];
  if (checkSizeClass({ sizeClass, population })) {
    const params = { population, sizeClass: SIZE_CLASS_INFO[sizeClass].label };
    findings.push({ column: 'sizeClass', code: 'IMPORT.SIZE_CLASS_IMPLAUSIBLE', params });
  }
  const expected = expectedPortfolioGroup(sizeClass, partners.length > 0);
  if (expected !== portfolioGroup) {
    const params = { expected: PORTFOLIO_GROUP_LABELS[expected] };
    findings.push({ column: 'portfolioGroup', code: 'IMPORT.GROUP_UNUSUAL', params });
  }
  return findings;
}

function collisions(content: ApplicationContent, existing: StoredApplication | null, book: Index): RowFinding[] {
  return [content.lead, ...content.partners].flatMap(({ name, ags }, index) =>
    ags === null
      ? []
      : book
          .applicationsWith(ags)
          // Two leads are an error and said as one.
          .filter((other) => other.id !== existing?.id && !(index === 0 && book.leadOf(ags)?.id === other.id))
          .map((other) => ({
            column: index === 0 ? ('leadAgs' as const) : ('partners' as const),
            code: 'IMPORT.PARTY_IN_ANOTHER_APPLICATION' as const,
            params: { name, value: ags, number: other.number },
          })),
  );
}

/** Applications whose lead the file replaces: their municipality is free for another row of the same file. */
function leadsMovedBy(rows: readonly { readonly values: ImportedApplication }[], book: Index): Set<string> {
  const moved = new Set<string>();
  for (const { values } of rows) {
    const existing = book.find(values);
    if (existing && identityOf(existing.content.lead.ags) !== identityOf(values.lead.ags)) moved.add(existing.id);
  }
  return moved;
}

type Index = ReturnType<typeof indexOf>;

function indexOf({ applications }: ImportGround) {
  const active = applications.filter(({ state }) => state !== 'withdrawn');
  const byNumber = new Map(applications.map((application) => [application.number, application]));
  const byLead = new Map(active.map((application) => [identityOf(application.content.lead.ags), application]));
  const byParty = new Map<string, StoredApplication[]>();
  for (const application of active) {
    for (const { ags } of [application.content.lead, ...application.content.partners]) {
      if (ags === null) continue;
      const known = byParty.get(identityOf(ags));
      if (known) known.push(application);
      else byParty.set(identityOf(ags), [application]);
    }
  }
  return {
    /** The application a row is about; null where it is a new one (or one that is closed to the reader). */
    find: ({ number, lead }: ImportedApplication): StoredApplication | null => {
      if (number !== null) return byNumber.get(number) ?? null;
      return byLead.get(identityOf(lead.ags)) ?? null;
    },
    leadOf: (ags: string): StoredApplication | null => byLead.get(identityOf(ags)) ?? null,
    applicationsWith: (ags: string): readonly StoredApplication[] => byParty.get(identityOf(ags)) ?? [],
  };
}
