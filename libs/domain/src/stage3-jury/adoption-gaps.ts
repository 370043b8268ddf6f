import type { CorridorDimension } from '../call/call-settings.js';
import type { Finding } from '../vocabulary/finding.js';
import { type Balance, missedCorridors } from './balance.js';
import type { BundleState, MotionKind, MotionOutcome, MotionState } from './jury-states.js';
import { type JuryCandidate, passedOver } from './passed-over.js';

/** The motion that is to adopt the bundle. */
export interface AdoptingMotion {
  readonly kind: MotionKind;
  readonly state: MotionState;
  readonly outcome: MotionOutcome | null;
  readonly bundleId: string | null;
}

/** A reason for a missed corridor. */
export interface CorridorReason {
  readonly dimension: CorridorDimension;
  readonly value: string;
  readonly reason: string;
}

/** What adoption is checked on. */
export interface AdoptionFacts {
  readonly bundleId: string;
  readonly bundleState: BundleState;
  readonly anotherIsAdopted: boolean;
  readonly candidates: readonly JuryCandidate[];
  readonly selectedIds: readonly string[];
  readonly balance: Balance;
  /** Reasons by the id of the application that is passed over. */
  readonly justifications: Readonly<Record<string, string | undefined>>;
  readonly corridorReasons: readonly CorridorReason[];
  /** Null where no motion was named yet, as in a preview; then the motion is not asked for. */
  readonly motion: AdoptingMotion | null;
}

/** What adoption still waits for; `applicationId` where it is about one application. */
export interface AdoptionGap extends Finding {
  readonly applicationId: string | null;
}

function gap(code: string, params: Finding['params'] = {}, applicationId: string | null = null): AdoptionGap {
  return { code, params, applicationId };
}

function isGiven(reason: string | undefined): boolean {
  return (reason ?? '').trim() !== '';
}

function motionGaps({ motion, bundleId }: AdoptionFacts): AdoptionGap[] {
  if (motion === null) return [];
  if (motion.kind !== 'adopt_bundle' || motion.bundleId !== bundleId) return [gap('ADOPTION.OTHER_MOTION')];
  if (motion.state !== 'closed') return [gap('ADOPTION.MOTION_NOT_CLOSED')];
  return motion.outcome === 'adopted' ? [] : [gap('ADOPTION.MOTION_NOT_ADOPTED', { outcome: motion.outcome })];
}

function selectionGaps({ candidates, selectedIds, balance }: AdoptionFacts): AdoptionGap[] {
  const gaps: AdoptionGap[] = [];
  for (const id of selectedIds) {
    const candidate = candidates.find(({ applicationId }) => applicationId === id);
    if (!candidate) gaps.push(gap('ADOPTION.NOT_A_CANDIDATE', {}, id));
    else if (candidate.recommendation !== 'recommended') gaps.push(gap('ADOPTION.NOT_RECOMMENDED', {}, id));
  }
  const { count, budget } = balance;
  const bounds = { count: count.count, min: count.min, max: count.max };
  if (count.state === 'below') gaps.push(gap('ADOPTION.TOO_FEW', bounds));
  if (count.state === 'above') gaps.push(gap('ADOPTION.TOO_MANY', bounds));
  if (budget.state === 'above') {
    gaps.push(gap('ADOPTION.BUDGET_EXCEEDED', { used: budget.used, limit: budget.limit, excess: -budget.remaining }));
  }
  return gaps;
}

function corridorGaps({ balance, corridorReasons }: AdoptionFacts): AdoptionGap[] {
  return missedCorridors(balance)
    .filter(
      ({ dimension, value }) =>
        !corridorReasons.some((one) => one.dimension === dimension && one.value === value && isGiven(one.reason)),
    )
    .map(({ dimension, value, state, count, min, max, distance }) =>
      gap(`ADOPTION.CORRIDOR_${state === 'below' ? 'BELOW' : 'ABOVE'}`, {
        dimension,
        value,
        count,
        min,
        max,
        distance,
      }),
    );
}

function justificationGaps({ candidates, selectedIds, justifications }: AdoptionFacts): AdoptionGap[] {
  return passedOver(candidates, selectedIds)
    .filter(({ applicationId }) => !isGiven(justifications[applicationId]))
    .map(({ applicationId, rank, portfolioGroup, takenInstead }) =>
      gap(
        'ADOPTION.JUSTIFICATION_MISSING',
        { rank, portfolioGroup, takenInstead: takenInstead.map((taken) => taken.applicationId) },
        applicationId,
      ),
    );
}

/**
 * What a bundle's adoption still waits for: an adopted motion on exactly this bundle, only recommended applications, the
 * number of projects and the budget (hard), a reason for every missed corridor and for every higher-ranked application
 * that stays out. Empty: the bundle may be adopted. Source: I10; rules of the jury selection.
 */
export function adoptionGaps(facts: AdoptionFacts): AdoptionGap[] {
  return [
    ...(facts.bundleState === 'adopted' ? [gap('ADOPTION.ALREADY_ADOPTED')] : []),
    ...(facts.anotherIsAdopted ? [gap('ADOPTION.ANOTHER_IS_ADOPTED')] : []),
    ...motionGaps(facts),
    ...selectionGaps(facts),
    ...corridorGaps(facts),
    ...justificationGaps(facts),
  ];
}
