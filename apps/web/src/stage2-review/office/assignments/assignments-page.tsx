import { useMutation } from '@tanstack/react-query';
import { useCallId } from '../../../api/me.js';
import { Button } from '../../../shared/controls/button.js';
import { ErrorState, Skeleton } from '../../../shared/feedback/states.js';
import { useFormats, useTexts } from '../../../shared/i18n/index.js';
import { DescriptionList } from '../../../shared/layout/description-list.js';
import { Page, PageHeader } from '../../../shared/layout/page-header.js';
import { sharedTexts } from '../../../shared/texts.js';
import { proposeAssignments } from '../office-api.js';
import { LoadsTable } from './loads-table.js';
import { PlanView } from './plan-view.js';
import { SlotTable } from './slot-table.js';
import { assignmentTexts } from './texts.js';
import { type Desk, useDesk } from './use-desk.js';

/** Who reviews what: the places of all applications, how far they are, and the plan for the free ones. */
export default function AssignmentsPage() {
  const t = useTexts(assignmentTexts);
  const shared = useTexts(sharedTexts);
  const callId = useCallId();
  const { desk, error, retry, refresh } = useDesk(callId);
  const proposal = useMutation({
    mutationFn: (maxLoad: number | null) => proposeAssignments(callId, maxLoad === null ? {} : { maxLoad }),
  });
  const free = desk?.slots.filter(({ isFree }) => isFree).length ?? 0;
  return (
    <Page>
      <PageHeader
        title={t.title}
        actions={
          desk?.mayAssign &&
          !proposal.data && (
            <Button
              variant="primary"
              busy={proposal.isPending}
              disabled={free === 0}
              onClick={() => proposal.mutate(null)}
            >
              {free === 0 ? t.allAssigned : t.propose}
            </Button>
          )
        }
      >
        <p className="kuer-muted">{t.lead}</p>
      </PageHeader>
      {error !== null && !desk && <ErrorState error={error} onRetry={retry} />}
      {error === null && !desk && <Skeleton lines={8} label={`${t.caption}: ${shared.loading}`} />}
      {desk && proposal.data && (
        <PlanView
          callId={callId}
          desk={desk}
          plan={proposal.data}
          isComputing={proposal.isPending}
          onAgain={proposal.mutate}
          onClose={proposal.reset}
          onConfirmed={() => {
            proposal.reset();
            void refresh();
          }}
        />
      )}
      {desk && !proposal.data && (
        <>
          <Summary desk={desk} />
          <SlotTable callId={callId} desk={desk} onChanged={() => void refresh()} />
          <LoadsTable desk={desk} />
        </>
      )}
    </Page>
  );
}

function Summary({ desk }: { desk: Desk }) {
  const t = useTexts(assignmentTexts).summary;
  const formats = useFormats();
  const taken = desk.active.length;
  const all = formats.number(taken + desk.slots.filter(({ isFree }) => isFree).length);
  const count = (test: (one: Desk['active'][number]) => boolean) => formats.number(desk.active.filter(test).length);
  return (
    <section aria-label={t.label}>
      <DescriptionList
        stacked
        items={[
          { term: t.free, value: t.of(formats.number(desk.slots.filter(({ isFree }) => isFree).length), all) },
          {
            term: t.accepted,
            value: t.of(
              count(({ state }) => state === 'accepted'),
              all,
            ),
          },
          {
            term: t.submitted,
            value: t.of(
              count(({ reviewState }) => reviewState === 'submitted'),
              all,
            ),
          },
          { term: t.overdue, value: count(({ isOverdue }) => isOverdue) },
        ]}
      />
    </section>
  );
}
