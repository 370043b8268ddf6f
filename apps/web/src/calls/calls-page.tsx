import { CALL_STATE_LABELS, ROLE_LABELS } from '@kuer/domain';
import { useQuery } from '@tanstack/react-query';
import { LinkButton, TextLink } from '../shared/controls/button.js';
import { Badge, StatusBadge } from '../shared/feedback/badge.js';
import { EmptyState } from '../shared/feedback/states.js';
import { useFormats, useLabel, useTexts } from '../shared/i18n/index.js';
import { Page, PageHeader } from '../shared/layout/page-header.js';
import { paths } from '../shared/paths.js';
import { DataTable } from '../shared/table/data-table.js';
import { type Call, callsQuery } from './calls-api.js';
import { callTexts } from './texts.js';

/** The calls in which the person has a role. */
export default function CallsPage() {
  const t = useTexts(callTexts).list;
  const label = useLabel();
  const formats = useFormats();
  const calls = useQuery(callsQuery);
  const create = (
    <LinkButton variant="primary" icon="add" to={paths.newCall}>
      {t.create}
    </LinkButton>
  );
  return (
    <Page>
      <PageHeader title={t.title} actions={create} />
      <DataTable<Call>
        caption={t.caption}
        hideCaption
        rows={calls.data?.items}
        rowKey={(call) => call.id}
        error={calls.error}
        onRetry={() => void calls.refetch()}
        empty={
          <EmptyState title={t.empty} action={create}>
            {t.emptyHint}
          </EmptyState>
        }
        columns={[
          {
            key: 'title',
            header: t.name,
            isRowHeader: true,
            value: (call) => call.title,
            cell: (call) => (
              <>
                <TextLink
                  to={
                    call.myRoles.some((role) => role === 'coordinator' || role === 'auditor')
                      ? paths.call(call.id)
                      : paths.callSettings(call.id)
                  }
                >
                  {call.title}
                </TextLink>{' '}
                {call.isDemo && <Badge>{t.demo}</Badge>}
              </>
            ),
          },
          { key: 'round', header: t.round, value: (call) => call.round },
          {
            key: 'state',
            header: t.state,
            value: (call) => label(CALL_STATE_LABELS[call.state]),
            cell: (call) => <StatusBadge kind="call" state={call.state} />,
          },
          {
            key: 'roles',
            header: t.roles,
            value: (call) => formats.list(call.myRoles.map((role) => label(ROLE_LABELS[role]))),
          },
        ]}
      />
    </Page>
  );
}
