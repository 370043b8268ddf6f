import { AUDIT_EVENT_TYPES, AUDIT_EVENTS, type AuditEventType } from '@kuer/domain';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, download, unwrap } from '../api/client.js';
import { useCallId } from '../api/me.js';
import type { Schema } from '../api/types.js';
import { Button, TextLink } from '../shared/controls/button.js';
import { Banner } from '../shared/feedback/banner.js';
import { EmptyState, ErrorState } from '../shared/feedback/states.js';
import { useToasts } from '../shared/feedback/toast.js';
import { useFormats, useLabel, useTexts } from '../shared/i18n/index.js';
import { Page, PageHeader } from '../shared/layout/page-header.js';
import { DateTime } from '../shared/layout/values.js';
import { paths } from '../shared/paths.js';
import { saveFile } from '../shared/table/csv.js';
import { DataTable } from '../shared/table/data-table.js';
import { useSort } from '../shared/table/use-table-url.js';
import { FilterBar } from '../shared/url/filter-bar.js';
import { Pagination, useCursor } from '../shared/url/pagination.js';
import { oneOf, text } from '../shared/url/url-params.js';
import { useUrlState } from '../shared/url/use-url-state.js';
import { EventDialog } from './event-dialog.js';
import { auditTexts } from './texts.js';

type AuditEvent = Schema<'AuditEventResponse'>;

const FILTERS = { type: oneOf(AUDIT_EVENT_TYPES), applicationId: text(), from: text(), to: text() };
const PAGE_SIZE = 100;

/** The trail of a call: filters in the URL, before and after as a difference, export, and the state of the chain. */
export default function TrailPage() {
  const t = useTexts(auditTexts);
  const label = useLabel();
  const formats = useFormats();
  const callId = useCallId();
  const url = useUrlState(FILTERS);
  const cursor = useCursor(PAGE_SIZE);
  const sort = useSort('-seq');
  const [shown, setShown] = useState<AuditEvent | null>(null);
  const { type, applicationId, from, to } = url.state;
  const query = {
    limit: cursor.limit,
    sort,
    ...(cursor.cursor ? { cursor: cursor.cursor } : {}),
    ...(type ? { type } : {}),
    ...(applicationId ? { applicationId } : {}),
    ...(isDay(from) ? { from: `${from}T00:00:00Z` } : {}),
    ...(isDay(to) ? { to: nextDay(to) } : {}),
  };
  const events = useQuery({
    queryKey: ['calls', callId, 'audit', query],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/calls/{callId}/audit-events', { params: { path: { callId }, query }, signal })),
  });
  const nameOf = (kind: string) => {
    const info = AUDIT_EVENTS[kind as AuditEventType];
    return info ? label(info.label) : kind;
  };
  return (
    <Page>
      <PageHeader title={t.title} actions={<Export callId={callId} />}>
        <p className="kuer-muted">{t.lead}</p>
      </PageHeader>
      <Chain callId={callId} />
      <FilterBar
        url={url}
        filters={[
          {
            kind: 'one',
            key: 'type',
            label: t.filterType,
            options: AUDIT_EVENT_TYPES.map((value) => ({ value, label: nameOf(value) })).sort((a, b) =>
              formats.compare(a.label, b.label),
            ),
          },
          { kind: 'search', key: 'from', label: t.filterFrom, placeholder: '2026-03-01' },
          { kind: 'search', key: 'to', label: t.filterTo, placeholder: '2026-03-31' },
        ]}
      />
      <DataTable<AuditEvent>
        caption={t.caption}
        hideCaption
        sorting="server"
        defaultSort="-seq"
        rows={events.data?.items}
        total={events.data?.total}
        rowKey={(event) => event.id}
        error={events.error}
        onRetry={() => void events.refetch()}
        isFiltered={url.isFiltered}
        onResetFilters={url.reset}
        empty={<EmptyState title={t.empty} />}
        columns={[
          { key: 'seq', header: t.seq, align: 'end', isRowHeader: true, value: (event) => event.seq },
          {
            key: 'at',
            header: t.at,
            sortable: false,
            value: (event) => event.at,
            cell: (event) => <DateTime value={event.at} />,
          },
          { key: 'what', header: t.what, sortable: false, value: (event) => nameOf(event.type) },
          { key: 'who', header: t.who, sortable: false, value: (event) => event.actorName ?? t.system },
          {
            key: 'application',
            header: t.application,
            sortable: false,
            value: (event) => event.applicationNumber,
            cell: (event) =>
              event.applicationId ? (
                <TextLink to={paths.dossier(callId, event.applicationId)}>{event.applicationNumber}</TextLink>
              ) : (
                '–'
              ),
          },
          {
            key: 'details',
            header: t.details,
            sortable: false,
            value: (event) => JSON.stringify(event.payload),
            cell: (event) => (
              <Button
                size="small"
                variant="tertiary"
                aria-label={t.showOf(formats.number(event.seq))}
                onClick={() => setShown(event)}
              >
                {t.show}
              </Button>
            ),
          },
        ]}
      />
      {events.data && (
        <Pagination
          cursor={cursor}
          total={events.data.total}
          shown={events.data.items.length}
          nextCursor={events.data.nextCursor}
        />
      )}
      {shown && <EventDialog event={shown} name={nameOf(shown.type)} onClose={() => setShown(null)} />}
    </Page>
  );
}

const isDay = (value: string): boolean => /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(Date.parse(value));
const nextDay = (day: string): string => new Date(Date.parse(day) + 86_400_000).toISOString();

function Export({ callId }: { callId: string }) {
  const t = useTexts(auditTexts);
  const toasts = useToasts();
  const save = useMutation({
    mutationFn: async () => {
      const { blob, fileName } = await download(`/api/v1/calls/${callId}/audit-events/export`);
      saveFile(blob, fileName ?? 'audit-events.jsonl');
    },
    meta: { showsProblem: true },
    onError: (error) => toasts.problem(error),
  });
  return (
    <Button icon="download" busy={save.isPending} onClick={() => save.mutate()}>
      {t.export}
    </Button>
  );
}

/** The chain, computed again from its first event when asked for. */
function Chain({ callId }: { callId: string }) {
  const t = useTexts(auditTexts);
  const formats = useFormats();
  const verify = useQuery({
    queryKey: ['calls', callId, 'audit', 'verification'],
    enabled: false,
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/calls/{callId}/audit-events/verification', { params: { path: { callId } }, signal })),
  });
  const found = verify.data;
  return (
    <section className="kuer-stack kuer-stack--tight" aria-label={t.chain}>
      <div className="kuer-button-row">
        <Button icon="checklist" busy={verify.isFetching} onClick={() => void verify.refetch()}>
          {t.verify}
        </Button>
      </div>
      {verify.error && !found && <ErrorState error={verify.error} onRetry={() => void verify.refetch()} />}
      {found && (
        <Banner
          announce
          tone={found.ok ? 'success' : 'danger'}
          title={
            found.ok
              ? t.chainOk(formats.number(found.size))
              : t.chainBad(found.firstBad === null ? '–' : formats.number(found.firstBad))
          }
        >
          {found.concealed > 0 && <p>{t.chainConcealed(formats.number(found.concealed))}</p>}
          <p className="kuer-small">{t.checkedAt(formats.dateTime(found.checkedAt))}</p>
        </Banner>
      )}
    </section>
  );
}
