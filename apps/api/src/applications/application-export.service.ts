import type { ApplicationExportQuery, ApplicationListItem, ImportTemplateQuery } from '@kuer/contract';
import { APPLICATION_STATE_LABELS, type Locale, type LocalizedText } from '@kuer/domain';
import { Injectable, StreamableFile } from '@nestjs/common';
import { Access } from '../auth/access.js';
import type { TableColumn } from '../exports/spreadsheet/table.js';
import { writeCsv } from '../exports/spreadsheet/write-csv.js';
import { prepareSheet, writeXlsx } from '../exports/spreadsheet/write-xlsx.js';
import { Refusal } from '../http/refusal.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import type { ApplicationContent } from './application-content.js';
import { ApplicationListService } from './application-list.service.js';
import { ApplicationStore } from './application-store.js';
import { type ContentColumn, contentTexts } from './application-texts.js';
import { READ_ONLY_COLUMNS } from './import/import-columns.js';
import { IMPORT_COLUMNS, importTemplateCsv, importTemplateXlsx } from './import/index.js';
import { XLSX_TYPE } from './spreadsheet-file.js';

interface ExportRow {
  readonly item: ApplicationListItem;
  readonly content: ApplicationContent | null;
  readonly texts: Record<ContentColumn, string | null> | null;
}

const WORDS = {
  sheet: { de: 'Bewerbungen', en: 'Applications' },
  template: { de: 'vorlage-bewerbungen', en: 'application-template' },
  list: { de: 'bewerbungen', en: 'applications' },
} as const satisfies Record<string, LocalizedText>;

@Injectable()
export class ApplicationExportService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly lists: ApplicationListService,
    private readonly store: ApplicationStore,
  ) {}

  /** The list with everything an import reads, so that a table can be exported, edited and imported again. */
  async list(callId: string, query: ApplicationExportQuery, locale: Locale): Promise<StreamableFile> {
    const { format = 'xlsx', limit: _limit, cursor: _cursor, ...filters } = query;
    const items: ApplicationListItem[] = [];
    for await (const item of this.lists.rows(callId, filters)) items.push(item);
    const contents = await this.contents(callId, items);
    const seesContacts = this.access.may('formalCheck.read', await this.access.actorFor(callId), {
      hasConflict: false,
    });
    const seesTotals = items.some(({ reviewsSubmitted }) => reviewsSubmitted !== null);
    const rows = items.map((item): ExportRow => {
      const content = contents.get(item.id) ?? null;
      return { item, content, texts: content && contentTexts(content, locale) };
    });
    return file(columnsOf(locale, seesTotals, seesContacts), rows, format, locale, WORDS.list);
  }

  async template(callId: string, { format = 'xlsx' }: ImportTemplateQuery, locale: Locale): Promise<StreamableFile> {
    const [call] = await this.uow.query(`SELECT 1 FROM kuer.calls WHERE id = $1`, [callId]);
    if (!call) throw Refusal.notFound();
    this.access.require('application.write', await this.access.actorFor(callId));
    const bytes = format === 'csv' ? importTemplateCsv(locale) : await importTemplateXlsx(locale);
    return download(bytes, format, WORDS.template[locale]);
  }

  private async contents(
    callId: string,
    items: readonly ApplicationListItem[],
  ): Promise<Map<string, ApplicationContent>> {
    const readable = new Set(items.filter(({ isRecused }) => !isRecused).map(({ id }) => id));
    const stored = await this.store.all(callId);
    return new Map(stored.filter(({ id }) => readable.has(id)).map(({ id, content }) => [id, content]));
  }
}

function columnsOf(locale: Locale, seesTotals: boolean, seesContacts: boolean): TableColumn<ExportRow>[] {
  const own = (
    words: LocalizedText,
    value: TableColumn<ExportRow>['value'],
    width?: number,
  ): TableColumn<ExportRow> => ({ heading: words[locale], value, ...(width ? { width } : {}) });
  return [
    ...IMPORT_COLUMNS.filter(({ key }) => seesContacts || key !== 'contactEmail').map(
      ({ key, heading }): TableColumn<ExportRow> => ({
        heading: heading[locale],
        value: ({ item, content, texts }) => {
          if (key === 'number') return item.number;
          if (key === 'fundingRequested' || key === 'population') return content?.[key] ?? null;
          return texts?.[key] ?? null;
        },
        ...(key === 'title' || key === 'summary' || key === 'partners' ? { width: 40 } : {}),
      }),
    ),
    own(READ_ONLY_COLUMNS.state, ({ item }) => APPLICATION_STATE_LABELS[item.state][locale], 24),
    own(READ_ONLY_COLUMNS.recused, ({ item }) => item.isRecused),
    own(READ_ONLY_COLUMNS.generated, ({ item }) => item.isGenerated),
    ...(seesTotals
      ? [
          own(READ_ONLY_COLUMNS.reviews, ({ item }) => item.reviewsSubmitted),
          own(READ_ONLY_COLUMNS.total, ({ item }) => (item.total === null ? null : Math.round(item.total * 100) / 100)),
        ]
      : []),
  ];
}

async function file(
  columns: readonly TableColumn<ExportRow>[],
  rows: readonly ExportRow[],
  format: 'xlsx' | 'csv',
  locale: Locale,
  name: LocalizedText,
): Promise<StreamableFile> {
  const bytes =
    format === 'csv'
      ? writeCsv(columns, rows, locale)
      : await writeXlsx([prepareSheet({ name: WORDS.sheet[locale], columns, rows })]);
  return download(bytes, format, name[locale]);
}

const download = (bytes: Buffer, format: 'xlsx' | 'csv', name: string): StreamableFile =>
  new StreamableFile(bytes, {
    type: format === 'csv' ? 'text/csv; charset=utf-8' : XLSX_TYPE,
    disposition: `attachment; filename="${name}.${format}"`,
    length: bytes.length,
  });
