import type { ReviewResponse } from '@kuer/contract';
import { at } from '../day.js';
import type { DemoAssignment, DemoCall, DemoReconciliation, DemoReview } from '../demo-call.js';
import { type Desk, dayOf, minutesAfter, type Step } from './step.js';

const CHAPTER = 'review';

type Written = Pick<ReviewResponse, 'version' | 'scores'>;
const NOTHING_WRITTEN: Written = { version: 0, scores: [] };

/** Reviewers are assigned and answer, write and send their reviews; what diverges is talked over; recommendations are confirmed. */
export function reviewSteps(call: DemoCall): Step[] {
  const first = call.assignments.map(({ assignedAt }) => assignedAt).sort()[0];
  if (!first) return [];
  return [
    {
      at: at(dayOf(first), 6),
      by: 'koordination',
      chapter: CHAPTER,
      act: ({ services, ids }) => services.stages.transition(ids.call, { to: 'review' }),
    },
    ...assignmentSteps(call.assignments),
    ...call.assignments.flatMap(answerSteps),
    ...call.reconciliations.flatMap((one) => reconciliationSteps(one, call.assignments)),
    ...recommendationSteps(call.recommendedAt),
  ];
}

/** One plan for each day and deadline, as an office makes it. */
function assignmentSteps(assignments: readonly DemoAssignment[]): Step[] {
  const plans = new Map<string, DemoAssignment[]>();
  for (const assignment of assignments) {
    const key = `${dayOf(assignment.assignedAt)} ${assignment.dueOn}`;
    plans.set(key, [...(plans.get(key) ?? []), assignment]);
  }
  return [...plans.values()].map((plan): Step => {
    const moments = plan.map(({ assignedAt }) => assignedAt).sort();
    return {
      at: moments[0] ?? '',
      by: 'koordination',
      chapter: CHAPTER,
      act: async ({ services, ids }) => {
        const pairs = plan.map(({ application, reviewer, slot }) => ({
          applicationId: ids.application(application),
          reviewerId: ids.account(reviewer),
          slot,
        }));
        const { items } = await services.assignments.confirm(ids.call, { pairs, dueOn: plan[0]?.dueOn ?? null });
        for (const { id, applicationNumber, reviewerId } of items) {
          ids.set(`assignment ${applicationNumber} ${ids.personOf(reviewerId)}`, id);
        }
      },
    };
  });
}

function answerSteps(assignment: DemoAssignment): Step[] {
  const { application, reviewer, response, respondedAt, review } = assignment;
  if (!response || !respondedAt) return [];
  const written: Step[] = review
    ? [
        {
          at: review.at,
          by: reviewer,
          chapter: CHAPTER,
          act: (desk) => write(review, desk.ids.of(`review ${application} ${reviewer}`), desk),
        },
      ]
    : [];
  return [{ at: respondedAt, by: reviewer, chapter: CHAPTER, act: (desk) => respond(assignment, desk) }, ...written];
}

async function respond(
  { application, reviewer, response, conflict, declineReason }: DemoAssignment,
  { services, ids }: Desk,
): Promise<void> {
  const applicationId = ids.application(application);
  const assignmentId = ids.of(`assignment ${application} ${reviewer}`);
  if (response === 'conflict' && conflict) {
    // The assignment ends with the statement.
    await services.statements.state(applicationId, { hasConflict: true, ...conflict });
    return;
  }
  if (response === 'declined') {
    await services.responses.decline(assignmentId, { reason: declineReason ?? '' });
    return;
  }
  await services.statements.state(applicationId, { hasConflict: false });
  const { reviewId } = await services.responses.accept(assignmentId);
  if (!reviewId) throw new Error(`${reviewer} accepted ${application} and has no review`);
  ids.set(`review ${application} ${reviewer}`, reviewId);
}

/** Writes scores, summary and verdict, and sends the review unless it stays a draft. */
async function write(review: DemoReview, id: string, { services }: Desk, before = NOTHING_WRITTEN): Promise<void> {
  const { state, verdict, summary, scores } = review;
  const entries = scores.flatMap(({ criterion, value, justification }) => {
    const there = before.scores.find((one) => one.criterion === criterion);
    const isThere = there?.value === value && there.justification === justification;
    return isThere ? [] : [{ criterion, body: { value, justification, version: there?.version ?? 0 } }];
  });
  await services.drafts.putScores(id, entries);
  await services.reviewMarks.markGenerated(id);
  await services.drafts.patch(id, { version: before.version, summary, ...(verdict ? { verdict } : {}) }, 'de');
  if (state === 'submitted') await services.submissions.submit(id, {}, 'de');
}

function reconciliationSteps(reconciliation: DemoReconciliation, assignments: readonly DemoAssignment[]): Step[] {
  const { application, openedBy, reason, openedAt, comment, closedAt, amendment, thirdReview } = reconciliation;
  const steps: Step[] = [
    {
      at: openedAt,
      by: openedBy,
      chapter: CHAPTER,
      act: ({ services, ids }) => services.reconciliations.open(ids.application(application), { reason }, 'de'),
    },
  ];
  if (amendment) {
    const author = assignments.find(
      (one) => one.application === application && one.slot === amendment.slot && one.review !== null,
    )?.reviewer;
    if (!author) throw new Error(`Nobody wrote review ${amendment.slot} of ${application}`);
    steps.push({
      at: amendment.review.at,
      by: author,
      chapter: CHAPTER,
      act: async (desk) => {
        const id = desk.ids.of(`review ${application} ${author}`);
        // The new version begins with what the one before said.
        const before = await desk.services.versions.amend(id, { reason: amendment.reason }, 'de');
        await write(amendment.review, id, desk, before);
      },
    });
  }
  if (thirdReview) {
    const { reviewer, assignedAt, dueOn } = thirdReview;
    // The order ends the talks, and gives them their result.
    steps.push({
      at: assignedAt,
      by: openedBy,
      chapter: CHAPTER,
      act: async ({ services, ids }) => {
        const body = { reviewerId: ids.account(reviewer), reason: comment, dueOn };
        const { id } = await services.thirdReviews.order(ids.application(application), body);
        ids.set(`assignment ${application} ${reviewer}`, id);
      },
    });
    return [...steps, ...answerSteps(thirdReview)];
  }
  const closed: Step = {
    at: closedAt,
    by: openedBy,
    chapter: CHAPTER,
    act: ({ services, ids }) =>
      services.reconciliations.close(ids.application(application), { outcome: comment }, 'de'),
  };
  return [...steps, closed];
}

function recommendationSteps(recommendedAt: string | null): Step[] {
  if (!recommendedAt) return [];
  return [
    {
      at: recommendedAt,
      by: 'koordination',
      chapter: CHAPTER,
      act: ({ services, ids }) => services.recommendations.confirmDerived(ids.call, 'de'),
    },
    {
      at: minutesAfter(recommendedAt, 30),
      by: 'koordination',
      chapter: 'jury and decision',
      act: ({ services, ids }) => services.stages.transition(ids.call, { to: 'jury' }),
    },
  ];
}
