import { Button, LinkButton } from '../../shared/controls/button.js';
import { Badge } from '../../shared/feedback/badge.js';
import { useFormats, useTexts } from '../../shared/i18n/index.js';
import { paths } from '../../shared/paths.js';
import type { Column } from '../../shared/table/columns.js';
import type { MyAssignment } from '../review-api.js';
import { STEP_TONES, stepOf } from './assignment-step.js';
import { deskTexts } from './texts.js';

export interface AssignmentActs {
  ask(one: MyAssignment): void;
  accept(one: MyAssignment): void;
  decline(one: MyAssignment): void;
  /** Id of the assignment that is being accepted. */
  accepting: string | null;
}

export function useAssignmentColumns(callId: string, acts: AssignmentActs): ReadonlyArray<Column<MyAssignment>> {
  const t = useTexts(deskTexts);
  const formats = useFormats();
  return [
    {
      key: 'number',
      header: t.application,
      isRowHeader: true,
      width: '20rem',
      value: (one) => `${one.applicationNumber} ${one.title ?? ''}`,
      cell: (one) => (
        <>
          <span className="kuer-strong kuer-number">{one.applicationNumber}</span>{' '}
          {one.title ?? <span className="kuer-muted">{t.hidden}</span>}
        </>
      ),
    },
    { key: 'lead', header: t.lead_, value: (one) => one.leadName },
    {
      key: 'state',
      header: t.state,
      value: (one) => t.status[stepOf(one)],
      cell: (one) => <Badge tone={STEP_TONES[stepOf(one)]}>{t.status[stepOf(one)]}</Badge>,
    },
    {
      key: 'progress',
      header: t.progress,
      align: 'end',
      value: (one) => one.scored,
      cell: (one) => (one.reviewId ? t.progressOf(formats.number(one.scored), formats.number(one.criteria)) : '–'),
    },
    {
      key: 'due',
      header: t.due,
      value: (one) => one.dueOn,
      cell: (one) => <Due one={one} />,
    },
    {
      key: 'assignedAt',
      header: t.assignedOn,
      hidden: true,
      value: (one) => one.assignedAt,
      cell: (one) => formats.date(one.assignedAt),
    },
    {
      key: 'next',
      header: t.next,
      sortable: false,
      fixed: true,
      value: () => '',
      cell: (one) => <NextStep callId={callId} one={one} acts={acts} />,
    },
  ];
}

function Due({ one }: { one: MyAssignment }) {
  const t = useTexts(deskTexts);
  const formats = useFormats();
  if (!one.dueOn) return <span className="kuer-muted">{t.noDue}</span>;
  const isOpen = one.reviewState !== 'submitted' && !['declined', 'conflict'].includes(stepOf(one));
  return (
    <>
      <time dateTime={one.dueOn} className="kuer-number">
        {formats.date(one.dueOn)}
      </time>{' '}
      {one.isOverdue ? (
        <Badge tone="danger">{t.overdue}</Badge>
      ) : (
        isOpen && <span className="kuer-muted kuer-small kuer-nowrap">{formats.daysFromNow(one.dueOn)}</span>
      )}
    </>
  );
}

/** One button for what comes next; declining stays at hand until the review is submitted. */
function NextStep({ callId, one, acts }: { callId: string; one: MyAssignment; acts: AssignmentActs }) {
  const t = useTexts(deskTexts).act;
  const step = stepOf(one);
  const decline = (
    <Button
      size="small"
      variant="tertiary"
      aria-label={`${t.decline}: ${one.applicationNumber}`}
      onClick={() => acts.decline(one)}
    >
      {t.decline}
    </Button>
  );
  if (step === 'question') {
    return (
      <div className="kuer-button-row kuer-next-step">
        <Button
          size="small"
          variant="primary"
          aria-label={`${t.question}: ${one.applicationNumber}`}
          onClick={() => acts.ask(one)}
        >
          {t.question}
        </Button>
        {decline}
      </div>
    );
  }
  if (step === 'assigned') {
    return (
      <div className="kuer-button-row kuer-next-step">
        <Button
          size="small"
          variant="primary"
          busy={acts.accepting === one.id}
          aria-label={`${t.accept}: ${one.applicationNumber}`}
          onClick={() => acts.accept(one)}
        >
          {t.accept}
        </Button>
        {decline}
      </div>
    );
  }
  if (!one.reviewId || step === 'declined' || step === 'conflict') return <span className="kuer-muted">–</span>;
  const words = {
    notStarted: t.begin,
    started: t.goOn,
    amending: t.goOn,
    reconciliation: t.reconcile,
    submitted: t.read,
  }[step];
  return (
    <div className="kuer-button-row kuer-next-step">
      <LinkButton
        size="small"
        variant={step === 'submitted' ? 'secondary' : 'primary'}
        to={paths.review(callId, one.reviewId)}
        aria-label={`${words}: ${one.applicationNumber}`}
      >
        {words}
      </LinkButton>
      {one.reviewState === 'submitted' ? (
        <LinkButton
          size="small"
          variant="tertiary"
          to={paths.reviewReceipt(callId, one.reviewId)}
          aria-label={`${t.receipt}: ${one.applicationNumber}`}
        >
          {t.receipt}
        </LinkButton>
      ) : (
        step !== 'amending' && decline
      )}
    </div>
  );
}
