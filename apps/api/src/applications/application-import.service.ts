import { createHash } from 'node:crypto';
import {
  ImportChange,
  ImportCounts,
  ImportQuery,
  ImportResponse,
  ImportRow,
  ImportRowError,
  messageFor,
  statusFor,
} from '@kuer/contract';
import type { Locale } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { AuditTrail } from '../audit/audit-trail.js';
import { Refusal, type RefusalDetail } from '../http/refusal.js';
import { numbersAfter } from './application-checks.js';
import { tracedChanges } from './application-content.js';
import { ApplicationStore, type ApplicationToCreate, type ApplicationToUpdate } from './application-store.js';
import { contentTexts } from './application-texts.js';
import { ApplicationsService } from './applications.service.js';
import { DerivedConflicts } from './conflicts/derived-conflicts.js';
import { columnHeading, importErrorParams } from './import/import-error-text.js';
import { type ImportProblem, type ParsedImport, parseImport } from './import/index.js';
import { type PlannedRow, planImport, type RowFinding } from './import-plan.js';
import { fileNameOf, type ReceivedFile } from './received-file.js';

/** Errors a problem enumerates; the rows it carries hold them all. */
const ERRORS_SHOWN = 100;

@Injectable()
export class ApplicationImportService {
  constructor(
    private readonly trail: AuditTrail,
    private readonly applications: ApplicationsService,
    private readonly store: ApplicationStore,
    private readonly derived: DerivedConflicts,
  ) {}

  async import(
    callId: string,
    query: ImportQuery,
    file: ReceivedFile | undefined,
    locale: Locale,
  ): Promise<ImportResponse> {
    await this.applications.openForEntry(callId);
    if (!file) throw Refusal.invalid([{ path: 'file', code: 'FIELD.REQUIRED' }]);
    const parsed = await parseImport(file.buffer, fileNameOf(file));
    if (parsed.problems.length > 0) throw refusalOf(parsed.problems, locale);
    const isDryRun = query.dryRun === 'true';
    if (!isDryRun) await this.store.lockCall(callId);
    const numbers = await this.store.numbers(callId);
    const rows = planImport(parsed.rows, { applications: await this.store.all(callId), numbers });
    const counts = countsOf(rows);
    const response = (isCommitted: boolean) => toResponse(rows, counts, { isDryRun, isCommitted, locale });
    if (isDryRun) return response(false);
    if (counts.wrong > 0) {
      throw new Refusal(422, 'IMPORT.ROWS_WRONG', { wrong: counts.wrong, rows: rows.length }, detailsOf(rows, locale), {
        members: { import: response(false) },
      });
    }
    await this.take(callId, rows, numbers);
    await this.trace(callId, file, parsed, counts);
    return response(true);
  }

  private async take(callId: string, rows: readonly PlannedRow[], numbers: ReadonlySet<string>): Promise<void> {
    const nextNumber = numbersAfter([...numbers, ...rows.flatMap(({ number }) => number ?? [])]);
    const created: ApplicationToCreate[] = [];
    const changed: (ApplicationToUpdate & { row: PlannedRow })[] = [];
    for (const row of rows) {
      if (row.content === null) continue;
      if (row.outcome === 'new') {
        const number = row.number ?? nextNumber();
        created.push({ id: newId(), number, content: row.content, isGenerated: false, generatedFields: [] });
      } else if (row.outcome === 'changed' && row.existing) {
        changed.push({ id: row.existing.id, version: row.existing.version, content: row.content, row });
      }
    }
    // Changes first: a municipality that one application gives up may lead a new one of the same file.
    await this.store.update(callId, changed);
    for (const { row, id, content } of changed) {
      if (!row.existing) continue;
      await this.trail.append({
        callId,
        applicationId: id,
        type: 'APPLICATION_CHANGED',
        payload: {
          number: row.existing.number,
          origin: 'import',
          version: row.existing.version + 1,
          changes: tracedChanges(row.existing.content, content),
        },
      });
    }
    if (created.length > 0) await this.applications.createAll(callId, created, 'import');
    else if (changed.length > 0) await this.derived.refresh(callId);
  }

  private async trace(callId: string, file: ReceivedFile, parsed: ParsedImport, counts: ImportCounts): Promise<void> {
    if (parsed.format === null || counts.new + counts.changed === 0) return;
    await this.trail.append({
      callId,
      type: 'APPLICATIONS_IMPORTED',
      payload: {
        format: parsed.format,
        sha256: createHash('sha256').update(file.buffer).digest('hex'),
        rows: parsed.rows.length,
        created: counts.new,
        changed: counts.changed,
        unchanged: counts.unchanged,
      },
    });
  }
}

/** The file as a whole is wrong: the first problem says what, the others stand beside it. */
function refusalOf(problems: readonly ImportProblem[], locale: Locale): Refusal {
  const [first] = problems;
  if (!first) throw new Error('There is nothing to refuse');
  const errors = problems.slice(0, ERRORS_SHOWN).map((problem) => ({
    path: problem.line === undefined ? 'file' : `rows.${problem.line}`,
    code: problem.code,
    params: importErrorParams(problem, locale),
  }));
  return new Refusal(statusFor(first.code) ?? 422, first.code, importErrorParams(first, locale), errors);
}

function countsOf(rows: readonly PlannedRow[]): ImportCounts {
  const counts = Object.assign(new ImportCounts(), { new: 0, changed: 0, unchanged: 0, wrong: 0 });
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}

function toResponse(
  rows: readonly PlannedRow[],
  counts: ImportCounts,
  { isDryRun, isCommitted, locale }: { isDryRun: boolean; isCommitted: boolean; locale: Locale },
): ImportResponse {
  return Object.assign(new ImportResponse(), {
    dryRun: isDryRun,
    committed: isCommitted,
    counts,
    rows: rows.map((row) => toRow(row, locale)),
  });
}

function toRow(row: PlannedRow, locale: Locale): ImportRow {
  const said = (finding: RowFinding): ImportRowError =>
    Object.assign(new ImportRowError(), {
      column: finding.column === null ? null : columnHeading(finding.column, locale),
      code: finding.code,
      message: messageFor(finding.code, locale, importErrorParams(finding, locale)),
    });
  return Object.assign(new ImportRow(), {
    line: row.line,
    outcome: row.outcome,
    number: row.number,
    leadName: row.leadName,
    title: row.title,
    applicationId: row.existing?.id ?? null,
    changes: changesOf(row, locale),
    errors: row.errors.map(said),
    warnings: row.warnings.map(said),
  });
}

function changesOf({ existing, content, changedColumns }: PlannedRow, locale: Locale): ImportChange[] {
  if (!existing || !content) return [];
  const [before, after] = [contentTexts(existing.content, locale), contentTexts(content, locale)];
  return changedColumns.map((column) =>
    Object.assign(new ImportChange(), { field: column, before: before[column], after: after[column] }),
  );
}

function detailsOf(rows: readonly PlannedRow[], locale: Locale): RefusalDetail[] {
  const details: RefusalDetail[] = rows.flatMap(({ line, errors }) =>
    errors.map((finding) => ({
      path: `rows.${line}${finding.column === null ? '' : `.${finding.column}`}`,
      code: finding.code,
      params: importErrorParams(finding, locale),
    })),
  );
  return details.slice(0, ERRORS_SHOWN);
}
