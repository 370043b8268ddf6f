import { composeDraft } from './compose-review.js';
import { addDays, at } from './day.js';
import type { DemoApplication, DemoAssignment, DemoCall, DemoFormalCheck } from './demo-call.js';
import { demoCatalogue, demoSettings } from './demo-settings.js';
import { acceptedCheck } from './formal-checks-2020.js';
import { callMembers, type ReviewerKey, reviewerKeys } from './personas.js';
import { type PlayedReviews, playReviews, type ReviewedApplication } from './play-reviews.js';
import { inventPracticeApplications } from './practice-blueprints.js';
import { numberedApplications, underWay } from './practice-call.js';
import { seededRandom, seedOf } from './random.js';

const SEED = 'review-practice';

/** How far the two reviews of an application are; `n` criteria are scored in a draft. */
type Progress = 'submitted' | 'accepted' | 'unanswered' | 'declined' | 'conflict' | 'overdue' | number;

/**
 * For the applications in review, in the order of their numbers: half of the reviews are in; one has been declined, one reviewer has named a
 * conflict, one is late.
 */
const PROGRESS: readonly (readonly [Progress, Progress])[] = [
  ['submitted', 'submitted'],
  ['submitted', 'submitted'],
  ['submitted', 'submitted'],
  ['submitted', 'overdue'],
  ['submitted', 'submitted'],
  ['submitted', 7],
  ['submitted', 'submitted'],
  ['submitted', 'accepted'],
  ['submitted', 'submitted'],
  [4, 'submitted'],
  ['submitted', 'submitted'],
  ['accepted', 'submitted'],
  [10, 'submitted'],
  ['submitted', 'submitted'],
  [3, 'accepted'],
  ['unanswered', 12],
  ['accepted', 'unanswered'],
  ['declined', 5],
  ['accepted', 'conflict'],
  [2, 'unanswered'],
  ['accepted', 9],
  ['unanswered', 'accepted'],
];
/** Place of the application whose reviews diverge. */
const DIVERGING = 4;

/**
 * A practice call in the review stage, to the day `today`: 24 invented applications, one of them withdrawn and one formally rejected by two;
 * 22 of 44 reviews are in, with one divergence, one declared conflict, one declined assignment and one overdue review.
 */
export function generateReviewPractice(today: string): DemoCall {
  const day = (days: number): string => addDays(today, days);
  const reviewed = numberedApplications(inventPracticeApplications().review, SEED, {
    receivedFrom: day(-78),
    receivedDays: 28,
  });
  const [rejected, withdrawn] = [reviewed[6], reviewed[15]].map((one) => one?.application);
  if (!rejected || !withdrawn) throw new Error('Too few applications');
  const inReview = reviewed
    .filter(({ application }) => application !== rejected && application !== withdrawn)
    .map((one, index): ReviewedApplication => (index === DIVERGING ? diverging(one) : one));
  const played = playReviews(inReview, reviewerKeys, SEED, (_application, slot, random) =>
    at(day(-random.integer(2, 16) - slot), random.integer(7, 17), random.integer(0, 59)),
  );
  const assignments = played.flatMap((one, index) => assignmentsOf(one, index, inReview[index]?.measure ?? null, day));
  return {
    ...underWay,
    key: SEED,
    title: 'Übungsverfahren Begutachtung: Digitale Daseinsvorsorge',
    round: 'Übung A',
    targetState: 'review',
    createdAt: at(day(-100), 9),
    settings: demoSettings({
      corridors: [
        { dimension: 'portfolioGroup', value: 'grossstaedte', min: 1, max: 3 },
        { dimension: 'portfolioGroup', value: 'mittelstaedte', min: 2, max: 5 },
        { dimension: 'portfolioGroup', value: 'kleinstaedte_landgemeinden', min: 2, max: 5 },
        { dimension: 'portfolioGroup', value: 'interkommunal_landkreise', min: 2, max: 4 },
      ],
      budget: { total: 90_000_000, perProjectMax: 17_500_000, count: { min: 8, max: 12 } },
      dates: { submissionEndsOn: day(-50), formalCheckEndsOn: day(-30), reviewEndsOn: day(14), juryOn: day(35) },
      resolutionsUntil: day(-34),
    }),
    catalogue: demoCatalogue,
    members: callMembers,
    applications: reviewed.map(({ application }) => application),
    withdrawals: [
      {
        application: withdrawn.number,
        reason: 'Der Rat hat die Bereitstellung der Eigenmittel abgelehnt.',
        at: at(day(-36), 10),
      },
    ],
    formalChecks: reviewed.flatMap(({ application }, index): DemoFormalCheck[] => {
      if (application === withdrawn) return [];
      if (application === rejected) return [rejectedCheck(application, day)];
      return [acceptedCheck(application, index, { firstDay: day(-48), days: 16, needsSupplement: index === 10 })];
    }),
    assignments,
  };
}

const diverging = (one: ReviewedApplication): ReviewedApplication => ({
  ...one,
  divergence: { points: [47, 31], maxDifference: 3 },
});

function rejectedCheck({ number, lead }: DemoApplication, day: (days: number) => string): DemoFormalCheck {
  return {
    application: number,
    examiner: 'pruefung1',
    examinedAt: at(day(-44), 9, 20),
    exceptions: [
      {
        key: 'document_council_resolution',
        result: 'failed',
        comment: 'Der Beschluss liegt nicht bei und wurde bis zum Ende der Frist nicht nachgereicht.',
      },
    ],
    supplement: null,
    outcome: 'rejected',
    reason: `Der Ratsbeschluss der Kommune ${lead.name} lag bis zum Ende der Frist nicht vor; die Bewerbung ist nicht vollständig und nicht bewertbar.`,
    decidedAt: at(day(-33), 10, 5),
    confirmedBy: 'pruefung2',
  };
}

function assignmentsOf(
  { application, reviewers, levels, reviews, taken }: PlayedReviews,
  index: number,
  measure: string | null,
  day: (days: number) => string,
): DemoAssignment[] {
  const progress = PROGRESS[index];
  if (!progress) throw new Error(`No progress for ${application.number}`);
  return ([1, 2] as const).map((slot): DemoAssignment => {
    const own = progress[slot - 1] ?? 'unanswered';
    const isAnswered = own !== 'unanswered';
    const draft = typeof own === 'number' ? own : own === 'overdue' ? 6 : null;
    const random = seededRandom(seedOf(SEED, 'draft', application.number, slot));
    const written = { levels: levels[slot - 1] ?? [], measure, at: at(day(-1), 9 + (index % 8), (index * 11) % 60) };
    return {
      application: application.number,
      slot,
      reviewer: reviewers[slot - 1] as ReviewerKey,
      assignedAt: at(day(-27), 10, index),
      dueOn: own === 'overdue' ? day(-4) : day(14),
      response: !isAnswered ? null : own === 'declined' || own === 'conflict' ? own : 'accepted',
      respondedAt: isAnswered ? at(day(-25 + ((index + slot) % 6)), 8 + (index % 9), (index * 7 + slot) % 60) : null,
      declineReason:
        own === 'declined' ? 'Im fraglichen Zeitraum übernehme ich eine Vertretung an meiner Hochschule.' : null,
      conflict:
        own === 'conflict'
          ? { ground: 'economic', note: 'Mein Büro hat der Kommune ein Angebot für die Umsetzung vorgelegt.' }
          : null,
      review:
        own === 'submitted'
          ? (reviews[slot - 1] ?? null)
          : draft === null
            ? null
            : composeDraft({ ...written, count: draft }, random, taken),
    };
  });
}
