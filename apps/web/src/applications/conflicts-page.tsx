import { CONFLICT_GROUND_LABELS, CONFLICT_GROUNDS, type ConflictGround } from '@kuer/domain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Controller } from 'react-hook-form';
import { api, unwrap } from '../api/client.js';
import { useCall, useCallId } from '../api/me.js';
import { Button, TextLink } from '../shared/controls/button.js';
import { Badge } from '../shared/feedback/badge.js';
import { EmptyState } from '../shared/feedback/states.js';
import { Select } from '../shared/form/choice-fields.js';
import { ComboBox } from '../shared/form/combo-box.js';
import { Form } from '../shared/form/form.js';
import { TextArea } from '../shared/form/text-field.js';
import { useServerForm } from '../shared/form/use-server-form.js';
import { useLabel, useTexts } from '../shared/i18n/index.js';
import { Page, PageHeader } from '../shared/layout/page-header.js';
import { DateTime } from '../shared/layout/values.js';
import { ConfirmDialog } from '../shared/overlay/confirm-dialog.js';
import { Dialog } from '../shared/overlay/dialog.js';
import { paths } from '../shared/paths.js';
import { DataTable } from '../shared/table/data-table.js';
import { sharedTexts } from '../shared/texts.js';
import { FilterBar } from '../shared/url/filter-bar.js';
import { oneOf } from '../shared/url/url-params.js';
import { useUrlState } from '../shared/url/use-url-state.js';
import { CONFLICT_SOURCE_LABELS, CONFLICT_STATE_LABELS } from '../shared/vocabulary/labels.js';
import { type Conflict, conflictsQuery } from './applications-api.js';
import { applicationTexts } from './texts.js';

const STATES = ['active', 'lifted'] as const;
const FILTERS = { state: oneOf(STATES) };

/** Conflicts of the call: declared, set, derived. */
export default function ConflictsPage() {
  const t = useTexts(applicationTexts).conflicts;
  const label = useLabel();
  const callId = useCallId();
  const call = useCall(callId).data;
  const client = useQueryClient();
  const url = useUrlState(FILTERS);
  const conflicts = useQuery(conflictsQuery(callId));
  const [isSetting, setSetting] = useState(false);
  const [lifting, setLifting] = useState<Conflict | null>(null);
  const maySet = call?.abilities.includes('conflict.set') ?? false;
  const refresh = () => client.invalidateQueries({ queryKey: conflictsQuery(callId).queryKey });
  const lift = async (reason: string) => {
    if (!lifting) return;
    await unwrap(api.POST('/api/v1/conflicts/{id}/lift', { params: { path: { id: lifting.id } }, body: { reason } }));
    await refresh();
  };
  const rows = conflicts.data?.items.filter((one) => url.state.state === null || one.state === url.state.state);
  return (
    <Page>
      <PageHeader
        title={t.title}
        actions={
          maySet && (
            <Button variant="primary" icon="add" onClick={() => setSetting(true)}>
              {t.set}
            </Button>
          )
        }
      >
        <p className="kuer-muted">{t.lead}</p>
      </PageHeader>
      <FilterBar
        url={url}
        filters={[
          {
            kind: 'one',
            key: 'state',
            label: t.filterState,
            options: STATES.map((value) => ({ value, label: label(CONFLICT_STATE_LABELS[value]) })),
          },
        ]}
      />
      <DataTable<Conflict>
        caption={t.caption}
        hideCaption
        rows={rows}
        rowKey={(one) => one.id}
        error={conflicts.error}
        onRetry={() => void conflicts.refetch()}
        isFiltered={url.isFiltered}
        onResetFilters={url.reset}
        empty={<EmptyState title={t.empty}>{t.emptyHint}</EmptyState>}
        columns={[
          {
            key: 'application',
            header: t.application,
            isRowHeader: true,
            value: (one) => one.applicationNumber,
            cell: (one) => (
              <TextLink to={paths.application(callId, one.applicationId)}>{one.applicationNumber}</TextLink>
            ),
          },
          { key: 'person', header: t.person, value: (one) => one.accountName },
          { key: 'ground', header: t.ground, value: (one) => label(CONFLICT_GROUND_LABELS[one.ground]) },
          { key: 'source', header: t.source, value: (one) => label(CONFLICT_SOURCE_LABELS[one.source]) },
          {
            key: 'state',
            header: t.state,
            value: (one) => label(CONFLICT_STATE_LABELS[one.state]),
            cell: (one) => (
              <Badge tone={one.state === 'active' ? 'warning' : 'neutral'}>
                {label(CONFLICT_STATE_LABELS[one.state])}
              </Badge>
            ),
          },
          { key: 'note', header: t.note, value: (one) => one.liftReason ?? one.note, width: '14rem' },
          {
            key: 'at',
            header: t.at,
            value: (one) => one.createdAt,
            cell: (one) => <DateTime value={one.createdAt} />,
          },
          {
            key: 'act',
            header: t.lift,
            sortable: false,
            value: () => '',
            cell: (one) =>
              maySet && one.state === 'active' ? (
                <Button size="small" variant="tertiary" onClick={() => setLifting(one)}>
                  {t.lift}
                </Button>
              ) : (
                ''
              ),
          },
        ]}
      />
      <ConfirmDialog
        isOpen={lifting !== null}
        onClose={() => setLifting(null)}
        title={t.liftTitle}
        confirmLabel={t.lift}
        reason={{ minLength: 10 }}
        onConfirm={lift}
      >
        <p>{t.liftBody}</p>
      </ConfirmDialog>
      {isSetting && <SetDialog callId={callId} onClose={() => setSetting(false)} onSaved={refresh} />}
    </Page>
  );
}

interface Values {
  applicationId: string | null;
  accountId: string | null;
  ground: ConflictGround;
  note: string;
}

function SetDialog(props: { callId: string; onClose(): void; onSaved(): Promise<void> }) {
  const { callId, onClose, onSaved } = props;
  const t = useTexts(applicationTexts).conflicts;
  const shared = useTexts(sharedTexts);
  const label = useLabel();
  const path = { params: { path: { callId } } };
  const members = useQuery({
    queryKey: ['calls', callId, 'members'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/calls/{callId}/members', { ...path, signal })),
  });
  const applications = useQuery({
    queryKey: ['calls', callId, 'applications', 'choice'],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/calls/{callId}/applications', {
          params: { path: { callId }, query: { limit: 500, sort: 'number' } },
          signal,
        }),
      ),
  });
  const form = useServerForm<Values>({
    defaultValues: { applicationId: null, accountId: null, ground: '' as ConflictGround, note: '' },
    submit: ({ applicationId, accountId, ground, note }) =>
      unwrap(
        api.POST('/api/v1/calls/{callId}/conflicts', {
          ...path,
          body: { applicationId: applicationId ?? '', accountId, ground, note },
        }),
      ),
    onSaved: () => {
      void onSaved();
      onClose();
    },
  });
  const required = { validate: (value: string | null) => Boolean(value) || shared.form.fillIn };
  const applicationField = form.field('applicationId', { label: t.application, required: true });
  const accountField = form.field('accountId', { label: t.person, required: true });
  return (
    <Dialog isOpen onClose={onClose} title={t.setTitle}>
      <Form form={form}>
        <Controller
          control={form.control}
          name="applicationId"
          rules={required}
          render={({ field }) => (
            <ComboBox
              id={applicationField.id}
              label={t.application}
              error={applicationField.error}
              value={field.value}
              onChange={field.onChange}
              options={(applications.data?.items ?? []).map((one) => ({
                value: one.id,
                label: `${one.number} ${one.leadName ?? ''}`,
              }))}
            />
          )}
        />
        <Controller
          control={form.control}
          name="accountId"
          rules={required}
          render={({ field }) => (
            <ComboBox
              id={accountField.id}
              label={t.person}
              error={accountField.error}
              value={field.value}
              onChange={field.onChange}
              options={(members.data?.items ?? []).map((one) => ({
                value: one.accountId,
                label: one.name,
                detail: one.email,
              }))}
            />
          )}
        />
        <Select
          {...form.field('ground', { label: t.ground, required: true })}
          options={CONFLICT_GROUNDS.map((value) => ({ value, label: label(CONFLICT_GROUND_LABELS[value]) }))}
        />
        <TextArea {...form.field('note', { label: t.note, required: true })} rows={3} />
        <div className="kuer-button-row">
          <Button type="submit" variant="primary" busy={form.isSubmitting}>
            {t.set}
          </Button>
          <Button onClick={onClose}>{shared.cancel}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
