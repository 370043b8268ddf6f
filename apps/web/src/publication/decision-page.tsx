import {
  OUTCOME_LABELS,
  OUTCOMES,
  type Outcome,
  PORTFOLIO_GROUP_LABELS,
  PORTFOLIO_GROUPS,
  type PortfolioGroup,
} from '@kuer/domain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../api/client.js';
import { useCallId } from '../api/me.js';
import { isApiProblem } from '../api/problem.js';
import type { Schema } from '../api/types.js';
import { Button, LinkButton, TextLink } from '../shared/controls/button.js';
import { Badge, StatusBadge } from '../shared/feedback/badge.js';
import { EmptyState, Loaded } from '../shared/feedback/states.js';
import { useToasts } from '../shared/feedback/toast.js';
import { useFormats, useLabel, useTexts } from '../shared/i18n/index.js';
import { DescriptionList } from '../shared/layout/description-list.js';
import { Page, PageHeader } from '../shared/layout/page-header.js';
import { DateTime } from '../shared/layout/values.js';
import { ConfirmDialog } from '../shared/overlay/confirm-dialog.js';
import { paths } from '../shared/paths.js';
import { DataTable } from '../shared/table/data-table.js';
import { FilterBar } from '../shared/url/filter-bar.js';
import { oneOf } from '../shared/url/url-params.js';
import { useUrlState } from '../shared/url/use-url-state.js';
import { publicationTexts } from './texts.js';

type Decision = Schema<'DecisionResponse'>;
type Item = Schema<'DecisionItem'>;

const FILTERS = { outcome: oneOf(OUTCOMES), group: oneOf(PORTFOLIO_GROUPS) };

/** The decision on every application with its reasons, the reserve lists, and publication. */
export default function DecisionPage() {
  const t = useTexts(publicationTexts);
  const callId = useCallId();
  const decision = useQuery({
    queryKey: ['calls', callId, 'decision'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/calls/{callId}/decision', { params: { path: { callId } }, signal })),
  });
  const isNone = isApiProblem(decision.error) && decision.error.status === 404;
  return (
    <Page>
      <PageHeader title={t.decision} actions={decision.data && <Actions decision={decision.data} callId={callId} />}>
        <p className="kuer-muted">{t.decisionLead}</p>
      </PageHeader>
      {isNone ? (
        <EmptyState title={t.none}>{t.noneHint}</EmptyState>
      ) : (
        <Loaded query={decision}>{(data) => <Items decision={data} callId={callId} />}</Loaded>
      )}
    </Page>
  );
}

function Actions({ decision, callId }: { decision: Decision; callId: string }) {
  const t = useTexts(publicationTexts);
  const client = useQueryClient();
  const toasts = useToasts();
  const [isOpen, setOpen] = useState(false);
  const publish = async () => {
    await unwrap(api.POST('/api/v1/calls/{callId}/publication', { params: { path: { callId } } }));
    toasts.success(t.published);
    await client.invalidateQueries({ queryKey: ['calls', callId] });
    await client.invalidateQueries({ queryKey: ['me'] });
  };
  if (decision.publishedAt) return <LinkButton to={paths.overview(callId)}>{t.toOverview}</LinkButton>;
  if (!decision.abilities.includes('decision.publish')) return null;
  return (
    <>
      <Button variant="primary" onClick={() => setOpen(true)}>
        {t.publish}
      </Button>
      <ConfirmDialog
        isOpen={isOpen}
        onClose={() => setOpen(false)}
        title={t.publish}
        confirmLabel={t.publish}
        onConfirm={publish}
      >
        <p>{t.publishBody}</p>
      </ConfirmDialog>
    </>
  );
}

function Items({ decision, callId }: { decision: Decision; callId: string }) {
  const t = useTexts(publicationTexts);
  const label = useLabel();
  const formats = useFormats();
  const url = useUrlState(FILTERS);
  const { outcome, group } = url.state;
  const rows = decision.items.filter(
    (item) => (outcome === null || item.outcome === outcome) && (group === null || item.portfolioGroup === group),
  );
  const count = (wanted: Outcome) => formats.number(decision.items.filter((item) => item.outcome === wanted).length);
  return (
    <>
      <DescriptionList
        stacked
        items={[
          { term: t.decidedAt, value: <DateTime value={decision.decidedAt} /> },
          {
            term: t.publishedAt,
            value: decision.publishedAt ? <DateTime value={decision.publishedAt} /> : t.notPublished,
          },
          { term: t.outcome, value: t.counts(count('selected'), count('reserve'), count('not_selected')) },
        ]}
      />
      <FilterBar
        url={url}
        filters={[
          {
            kind: 'one',
            key: 'outcome',
            label: t.filterOutcome,
            options: OUTCOMES.map((value) => ({ value, label: label(OUTCOME_LABELS[value]) })),
          },
          {
            kind: 'one',
            key: 'group',
            label: t.filterGroup,
            options: PORTFOLIO_GROUPS.map((value) => ({ value, label: label(PORTFOLIO_GROUP_LABELS[value]) })),
          },
        ]}
      />
      <DataTable<Item>
        caption={t.caption}
        hideCaption
        rows={rows}
        rowKey={(item) => item.applicationId}
        isFiltered={url.isFiltered}
        onResetFilters={url.reset}
        columns={[
          {
            key: 'number',
            header: t.number,
            isRowHeader: true,
            value: (item) => item.number,
            cell: (item) => <TextLink to={paths.application(callId, item.applicationId)}>{item.number}</TextLink>,
          },
          {
            key: 'lead',
            header: t.lead,
            value: (item) => item.leadName,
            cell: (item) => (item.isRecused ? <Badge tone="warning">{t.recused}</Badge> : item.leadName),
          },
          { key: 'title', header: t.title, value: (item) => item.title, width: '14rem' },
          {
            key: 'group',
            header: t.group,
            value: (item) =>
              item.portfolioGroup ? label(PORTFOLIO_GROUP_LABELS[item.portfolioGroup as PortfolioGroup]) : '',
          },
          {
            key: 'outcome',
            header: t.outcome,
            value: (item) => label(OUTCOME_LABELS[item.outcome]),
            cell: (item) => <StatusBadge kind="outcome" state={item.outcome} />,
          },
          { key: 'reserve', header: t.reserve, align: 'end', value: (item) => item.reserveRank },
          {
            key: 'reasons',
            header: t.reasons,
            sortable: false,
            width: '22rem',
            value: (item) => item.reasons.join(' '),
          },
        ]}
      />
    </>
  );
}
