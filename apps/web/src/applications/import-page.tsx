import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { download } from '../api/client.js';
import { useCallId } from '../api/me.js';
import type { Schema } from '../api/types.js';
import { Button } from '../shared/controls/button.js';
import { Badge } from '../shared/feedback/badge.js';
import { Banner } from '../shared/feedback/banner.js';
import { ErrorState } from '../shared/feedback/states.js';
import { useToasts } from '../shared/feedback/toast.js';
import { FileDrop } from '../shared/form/file-drop.js';
import { useFormats, useTexts } from '../shared/i18n/index.js';
import { Page, PageHeader } from '../shared/layout/page-header.js';
import { paths } from '../shared/paths.js';
import { saveFile } from '../shared/table/csv.js';
import { DataTable } from '../shared/table/data-table.js';
import { FilterBar } from '../shared/url/filter-bar.js';
import { oneOf } from '../shared/url/url-params.js';
import { useUrlState } from '../shared/url/use-url-state.js';
import { applicationTexts } from './texts.js';
import { importApplications } from './uploads.js';

type Preview = Schema<'ImportResponse'>;
type Row = Schema<'ImportRow'>;

const OUTCOMES = ['new', 'changed', 'unchanged', 'wrong'] as const;
const FILTERS = { outcome: oneOf(OUTCOMES) };
const TONES = { new: 'success', changed: 'info', unchanged: 'neutral', wrong: 'danger' } as const;
const MAX_BYTES = 20 * 1024 * 1024;

/** Import in two steps: what would happen, row by row; then all of it, or nothing. */
export default function ImportPage() {
  const t = useTexts(applicationTexts).import;
  const formats = useFormats();
  const callId = useCallId();
  const navigate = useNavigate();
  const client = useQueryClient();
  const toasts = useToasts();
  const [files, setFiles] = useState<File[]>([]);
  const [preview, setPreview] = useState<Preview | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const file = files[0];

  const send = async (dryRun: boolean) => {
    if (!file) return;
    setBusy(true);
    setProblem(null);
    try {
      const answer = await importApplications(callId, file, dryRun);
      if (!dryRun && answer.committed) {
        await client.invalidateQueries({ queryKey: ['calls', callId] });
        toasts.success(t.done(formats.number(answer.counts.new + answer.counts.changed)));
        await navigate(paths.applications(callId));
        return;
      }
      setPreview(answer);
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const choose = (chosen: File[]) => {
    setFiles(chosen);
    setPreview(null);
    setProblem(null);
  };
  const template = async (format: 'xlsx' | 'csv') => {
    try {
      const { blob, fileName } = await download(
        `/api/v1/calls/${callId}/applications/import-template?format=${format}`,
      );
      saveFile(blob, fileName ?? `vorlage.${format}`);
    } catch (error) {
      toasts.problem(error);
    }
  };
  const ready = preview ? preview.counts.new + preview.counts.changed : 0;
  return (
    <Page>
      <PageHeader
        title={t.title}
        breadcrumbs={[{ label: useTexts(applicationTexts).list.title, to: paths.applications(callId) }]}
        actions={
          <>
            <Button icon="download" onClick={() => void template('xlsx')}>
              {`${t.template} (XLSX)`}
            </Button>
            <Button icon="download" onClick={() => void template('csv')}>
              {`${t.template} (CSV)`}
            </Button>
          </>
        }
      >
        <p className="kuer-muted">{t.lead}</p>
      </PageHeader>
      <FileDrop
        label={t.file}
        hint={t.fileHint}
        files={files}
        onChange={choose}
        accept={['.xlsx', '.csv', '.json']}
        maxSize={MAX_BYTES}
      />
      <div className="kuer-button-row">
        {preview && preview.counts.wrong === 0 && ready > 0 ? (
          <Button variant="primary" icon="check" busy={isBusy} onClick={() => void send(false)}>
            {t.commit(formats.number(ready))}
          </Button>
        ) : (
          <Button
            variant="primary"
            icon="visibility"
            busy={isBusy}
            aria-disabled={!file || undefined}
            onClick={() => void send(true)}
          >
            {t.preview}
          </Button>
        )}
      </div>
      {problem !== null && <ErrorState error={problem} />}
      {preview && <PreviewTable preview={preview} />}
    </Page>
  );
}

function PreviewTable({ preview }: { preview: Preview }) {
  const t = useTexts(applicationTexts).import;
  const formats = useFormats();
  const url = useUrlState(FILTERS);
  const { counts } = preview;
  const rows = preview.rows.filter((row) => url.state.outcome === null || row.outcome === url.state.outcome);
  return (
    <>
      <Banner
        announce
        tone={counts.wrong > 0 ? 'danger' : counts.new + counts.changed > 0 ? 'success' : 'info'}
        title={t.counts(
          formats.number(counts.new),
          formats.number(counts.changed),
          formats.number(counts.unchanged),
          formats.number(counts.wrong),
        )}
      >
        {counts.wrong > 0 && <p>{t.wrongHint}</p>}
        {counts.wrong + counts.new + counts.changed === 0 && <p>{t.nothing}</p>}
      </Banner>
      <FilterBar
        url={url}
        filters={[
          {
            kind: 'one',
            key: 'outcome',
            label: t.filter,
            options: OUTCOMES.map((value) => ({ value, label: t.outcomes[value] })),
          },
        ]}
      />
      <DataTable<Row>
        caption={t.caption}
        hideCaption
        rows={rows}
        rowKey={(row) => String(row.line)}
        defaultSort="line"
        isFiltered={url.isFiltered}
        onResetFilters={url.reset}
        rowTone={(row) => (row.outcome === 'wrong' ? 'warning' : undefined)}
        columns={[
          { key: 'line', header: t.line, align: 'end', isRowHeader: true, value: (row) => row.line },
          {
            key: 'outcome',
            header: t.outcome,
            value: (row) => t.outcomes[row.outcome],
            cell: (row) => <Badge tone={TONES[row.outcome]}>{t.outcomes[row.outcome]}</Badge>,
          },
          { key: 'number', header: t.number, value: (row) => row.number },
          { key: 'lead', header: t.lead_, value: (row) => row.leadName },
          { key: 'title', header: t.title_, value: (row) => row.title, width: '14rem' },
          {
            key: 'details',
            header: t.details,
            sortable: false,
            value: (row) => detailsOf(row, t.column).join(' '),
            cell: (row) => {
              const details = detailsOf(row, t.column);
              return details.length === 0 ? (
                '–'
              ) : (
                <ul className="kuer-bullets">
                  {details.map((detail) => (
                    <li key={detail}>{detail}</li>
                  ))}
                </ul>
              );
            },
          },
        ]}
      />
    </>
  );
}

const detailsOf = (row: Row, column: (name: string) => string): string[] => [
  ...[...row.errors, ...row.warnings].map((one) => `${one.column ? column(one.column) : ''}${one.message}`),
  ...row.changes.map((change) => `${change.field}: ${change.before ?? '–'} → ${change.after ?? '–'}`),
];
