import { composeReview } from './compose-review.js';
import { addDays, at } from './day.js';
import type { DemoApplication, DemoAssignment, DemoReconciliation, DemoReview } from './demo-call.js';
import { type ReviewerKey, reviewerKeys } from './personas.js';
import { composeJustification } from './phrases/compose-justification.js';
import type { PlayedReviews } from './play-reviews.js';
import { type Random, seededRandom, seedOf } from './random.js';
import { drawLevels } from './score-levels.js';

interface Diverging {
  readonly played: PlayedReviews;
  readonly measure: string | null;
}

/** What became of the three divergences of the 2020 call, all of them on invented applications. */
export function reconciliations2020(
  { amended, thirdReview, upheld }: { amended: Diverging; thirdReview: Diverging; upheld: Diverging },
  seed: string,
): DemoReconciliation[] {
  return [
    {
      application: amended.played.application.number,
      openedBy: 'koordination',
      reason:
        'Die Gesamtbewertungen liegen um mehr als 20 Punkte auseinander, und die Förderwürdigkeit wird unterschiedlich beurteilt.',
      openedAt: at('2020-07-06', 9),
      outcome: 'amended',
      comment:
        'Gutachten B hat nach Einsicht in den nachgereichten Betriebsplan mehrere Bewertungen angehoben; die übrigen Unterschiede sind begründet.',
      closedAt: at('2020-07-14', 15),
      amendment: {
        slot: 2,
        reason: 'Der Betriebsplan in der Anlage war bei der ersten Durchsicht nicht berücksichtigt.',
        review: amendedReview(amended, seed),
      },
      thirdReview: null,
    },
    {
      application: thirdReview.played.application.number,
      openedBy: 'koordination2',
      reason: 'Die Gesamtbewertungen liegen um 30 Punkte auseinander; eine Annäherung ist im Gespräch nicht gelungen.',
      openedAt: at('2020-07-06', 10),
      outcome: 'third_review',
      comment:
        'Beide Gutachten sind in sich schlüssig. Ein drittes Gutachten wird eingeholt und geht gleichwertig ein.',
      closedAt: at('2020-07-08', 11),
      amendment: null,
      thirdReview: thirdAssignment(thirdReview, seed),
    },
    {
      application: upheld.played.application.number,
      openedBy: 'koordination',
      reason: 'Bei einem Kriterium weichen die Bewertungen um drei Stufen voneinander ab.',
      openedAt: at('2020-07-06', 11),
      outcome: 'upheld',
      comment:
        'Die Abweichung beruht auf unterschiedlichen fachlichen Maßstäben und ist in beiden Gutachten nachvollziehbar begründet. Beide Gutachten bleiben bestehen.',
      closedAt: at('2020-07-13', 10),
      amendment: null,
      thirdReview: null,
    },
  ];
}

/** Points of 60 by which the second review rises. */
const RAISED_BY = 8;

/** The second review again, raised where it lay furthest below the first; what did not change keeps its words. */
function amendedReview({ played, measure }: Diverging, seed: string): DemoReview {
  const random = seededRandom(seedOf(seed, 'amendment'));
  const [first, second] = played.levels;
  const raised = [...second];
  for (let point = 0; point < RAISED_BY; point += 1) {
    const behind = raised.map((level, index) => (level < 5 ? (first[index] ?? 0) - level : -9));
    const index = behind.indexOf(Math.max(...behind));
    raised[index] = (raised[index] ?? 0) + 1;
  }
  const { scores } = played.reviews[1];
  const whole = composeReview(
    { levels: raised, verdict: 'eligible', measure, at: at('2020-07-10', 13, 20) },
    random,
    played.taken,
  );
  return {
    ...whole,
    scores: scores.map((score, index) => {
      const value = raised[index] ?? score.value;
      if (value === score.value) return score;
      const justification = composeJustification(
        { criterion: score.criterion, level: value, measure },
        random,
        played.taken,
      );
      return {
        ...score,
        value,
        justification: `${justification} Gegenüber der ersten Fassung wurde der Betriebsplan berücksichtigt.`,
      };
    }),
  };
}

function thirdAssignment({ played, measure }: Diverging, seed: string): DemoAssignment {
  const random = seededRandom(seedOf(seed, 'third'));
  const reviewer = freeReviewer(played.reviewers, random);
  const [levels] = drawLevels({ points: [39, 39], maxDifference: 2, groupFloor: 55, weakGroup: null }, random);
  return {
    application: played.application.number,
    slot: 3,
    reviewer,
    assignedAt: at('2020-07-08', 12),
    dueOn: '2020-07-20',
    response: 'accepted',
    respondedAt: at('2020-07-09', 8),
    declineReason: null,
    conflict: null,
    review: composeReview({ levels, verdict: 'eligible', measure, at: at('2020-07-17', 17, 5) }, random, played.taken),
  };
}

function freeReviewer(taken: readonly ReviewerKey[], random: Random): ReviewerKey {
  return random.pick(reviewerKeys.filter((reviewer) => !taken.includes(reviewer)));
}

/** One reviewer declined and one named a conflict; both were replaced before the reviews were written. */
export function withReplacedReviewers(
  assignments: readonly DemoAssignment[],
  applications: readonly DemoApplication[],
): DemoAssignment[] {
  const [declined, conflicted] = applications.filter(({ isGenerated }) => isGenerated).map(({ number }) => number);
  return assignments.flatMap((assignment): DemoAssignment[] => {
    const isFirst = assignment.slot === 1;
    if (isFirst && assignment.application === declined) {
      return replaced(
        assignment,
        assignments,
        'declined',
        'Die Frist überschneidet sich mit einem längeren Forschungsaufenthalt.',
      );
    }
    if (isFirst && assignment.application === conflicted) return replaced(assignment, assignments, 'conflict', null);
    return [assignment];
  });
}

function replaced(
  assignment: DemoAssignment,
  all: readonly DemoAssignment[],
  response: 'declined' | 'conflict',
  declineReason: string | null,
): DemoAssignment[] {
  const involved = all
    .filter(({ application }) => application === assignment.application)
    .map(({ reviewer }) => reviewer as ReviewerKey);
  const random = seededRandom(seedOf('replaced', assignment.application));
  const before: DemoAssignment = {
    ...assignment,
    reviewer: freeReviewer(involved, random),
    response,
    declineReason,
    conflict:
      response === 'conflict'
        ? { ground: 'prior_involvement', note: 'Ich habe an der Vorstudie mitgewirkt, auf der die Bewerbung aufbaut.' }
        : null,
    review: null,
    respondedAt: at(addDays(assignment.assignedAt.slice(0, 10), 1), 8, 30),
  };
  const later = at(addDays(assignment.assignedAt.slice(0, 10), 2), 9, 45);
  return [
    before,
    { ...assignment, assignedAt: later, respondedAt: at(addDays(assignment.assignedAt.slice(0, 10), 4), 12) },
  ];
}
