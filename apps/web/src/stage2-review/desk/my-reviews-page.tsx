import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { useCallId } from '../../api/me.js';
import { EmptyState } from '../../shared/feedback/states.js';
import { useToasts } from '../../shared/feedback/toast.js';
import { useTexts } from '../../shared/i18n/index.js';
import { Page, PageHeader } from '../../shared/layout/page-header.js';
import { ConfirmDialog } from '../../shared/overlay/confirm-dialog.js';
import { paths } from '../../shared/paths.js';
import { DataTable } from '../../shared/table/data-table.js';
import { FilterBar } from '../../shared/url/filter-bar.js';
import { oneOf, text } from '../../shared/url/url-params.js';
import { useUrlState } from '../../shared/url/use-url-state.js';
import {
  acceptAssignment,
  declineAssignment,
  type MyAssignment,
  myAssignmentsKey,
  myAssignmentsQuery,
} from '../review-api.js';
import { useAssignmentColumns } from './assignment-columns.js';
import { ASSIGNMENT_STEPS, stepOf } from './assignment-step.js';
import { ConflictDialog } from './conflict-dialog.js';
import { deskTexts } from './texts.js';
import '../review.css';

const filters = { q: text(), step: oneOf(ASSIGNMENT_STEPS) };

/** A reviewer's desk: what is asked of them, until when, and how far they are. */
export default function MyReviewsPage() {
  const t = useTexts(deskTexts);
  const callId = useCallId();
  const client = useQueryClient();
  const navigate = useNavigate();
  const toasts = useToasts();
  const url = useUrlState(filters);
  const query = useQuery(myAssignmentsQuery(callId));
  const [asked, setAsked] = useState<MyAssignment | null>(null);
  const [declined, setDeclined] = useState<MyAssignment | null>(null);
  const readAgain = () => client.invalidateQueries({ queryKey: myAssignmentsKey(callId) });

  const accept = async (one: MyAssignment) => {
    const { reviewId } = await acceptAssignment(one.id);
    await readAgain();
    toasts.success(t.accepted(one.applicationNumber));
    if (reviewId) void navigate(paths.review(callId, reviewId));
  };
  const acceptNow = useMutation({ mutationFn: accept });
  const columns = useAssignmentColumns(callId, {
    ask: setAsked,
    accept: (one) => acceptNow.mutate(one),
    decline: setDeclined,
    accepting: acceptNow.isPending ? acceptNow.variables.id : null,
  });

  const { q, step } = url.state;
  const rows = query.data?.items.filter((one) => (!step || stepOf(one) === step) && contains(one, q));
  return (
    <Page>
      <PageHeader title={t.title}>
        <p className="kuer-muted">{t.lead}</p>
      </PageHeader>
      <FilterBar
        url={url}
        filters={[
          { kind: 'search', key: 'q', label: t.filter.search },
          {
            kind: 'one',
            key: 'step',
            label: t.filter.state,
            options: ASSIGNMENT_STEPS.map((value) => ({ value, label: t.status[value] })),
          },
        ]}
      />
      <DataTable
        caption={t.caption}
        hideCaption
        columns={columns}
        rows={rows}
        rowKey={(one) => one.id}
        defaultSort="number"
        error={query.error}
        onRetry={() => void query.refetch()}
        isFiltered={url.isFiltered}
        onResetFilters={url.reset}
        rowTone={(one) => (['declined', 'conflict'].includes(stepOf(one)) ? 'muted' : undefined)}
        empty={<EmptyState title={t.empty}>{t.emptyHint}</EmptyState>}
      />
      {asked && (
        <ConflictDialog
          assignment={asked}
          onClose={() => setAsked(null)}
          onAnswered={(hasConflict) => {
            void readAgain();
            if (!hasConflict) return;
            client.removeQueries({ queryKey: ['applications', asked.applicationId] });
            toasts.show({
              tone: 'warning',
              title: t.question.locked(asked.applicationNumber),
              text: t.question.lockedBody,
            });
          }}
          onAccept={() => accept(asked)}
          onDecline={() => {
            setDeclined(asked);
            setAsked(null);
          }}
        />
      )}
      <ConfirmDialog
        isOpen={declined !== null}
        onClose={() => setDeclined(null)}
        title={t.declineTitle(declined?.applicationNumber ?? '')}
        confirmLabel={t.act.decline}
        danger
        reason={{ minLength: 5 }}
        onConfirm={async (reason) => {
          if (!declined) return;
          await declineAssignment(declined.id, reason);
          toasts.success(t.declined(declined.applicationNumber));
          await readAgain();
        }}
      >
        <p>{t.declineBody}</p>
      </ConfirmDialog>
    </Page>
  );
}

function contains({ applicationNumber, title, leadName }: MyAssignment, words: string): boolean {
  const whole = `${applicationNumber} ${title ?? ''} ${leadName ?? ''}`.toLocaleLowerCase('de');
  return words
    .toLocaleLowerCase('de')
    .split(/\s+/)
    .every((word) => whole.includes(word));
}
