import type { ReviewVerdict } from '../stage2-review/review-states.js';
import type { MotionOutcome } from '../stage3-jury/jury-states.js';
import type { Params } from '../vocabulary/finding.js';
import type { DecisionFacts, ExplanationFacts, FormalCheckFacts, JuryFacts, ReviewFacts } from './explanation-facts.js';
import type { Sentence } from './sentence.js';
import type { SentenceCode } from './sentences.js';

/** The parts of an explanation, in the order of the procedure. */
export const EXPLANATION_SECTIONS = ['formal_check', 'review', 'recommendation', 'jury', 'decision'] as const;
export type ExplanationSectionKey = (typeof EXPLANATION_SECTIONS)[number];

/** The sentences of one part. */
export interface ExplanationSection {
  readonly key: ExplanationSectionKey;
  readonly sentences: readonly Sentence[];
}

function say(code: SentenceCode, params: Params = {}): Sentence {
  return { code, params };
}

function when(condition: boolean, ...sentences: readonly Sentence[]): readonly Sentence[] {
  return condition ? sentences : [];
}

function aboutFormalCheck(facts: FormalCheckFacts): Sentence[] {
  const { decision, failedItems, passed, notApplicable, outstandingDocuments: documents } = facts;
  const sentences = [
    say('EXPLAIN.CHECK_ITEMS_EXAMINED', { count: passed + notApplicable + failedItems.length, passed, notApplicable }),
    ...facts.supplements.map((one) =>
      say('EXPLAIN.SUPPLEMENT_REQUESTED', { dueOn: one.dueOn, documents: one.documents }),
    ),
    ...when(failedItems.length > 0, say('EXPLAIN.FAILED_ITEMS', { items: failedItems })),
  ];
  if (decision === null) return [...sentences, say('EXPLAIN.FORMAL_CHECK_OPEN')];
  if (decision.outcome === 'accepted') {
    const { day, examiner } = decision;
    const outstanding = when(documents.length > 0, say('EXPLAIN.DOCUMENTS_OUTSTANDING', { documents }));
    return [...sentences, ...outstanding, say('EXPLAIN.FORMALLY_ACCEPTED', { day, examiner })];
  }
  const { day, proposedBy, confirmedBy, reason } = decision;
  return [
    ...sentences,
    say('EXPLAIN.FORMALLY_REJECTED', { day, proposedBy, confirmedBy }),
    say('EXPLAIN.REJECTION_REASON', { reason }),
  ];
}

const VERDICT_CODES: Readonly<Record<ReviewVerdict, SentenceCode>> = {
  eligible: 'EXPLAIN.REVIEW_VERDICT_ELIGIBLE',
  not_eligible: 'EXPLAIN.REVIEW_VERDICT_NOT_ELIGIBLE',
};

function aboutDivergence({ divergence, settledBy }: ReviewFacts): readonly Sentence[] {
  const reasons = divergence?.reasons ?? [];
  if (settledBy === 'third_review') return [...reasons, say('EXPLAIN.THIRD_REVIEW')];
  if (settledBy === 'reconciliation') return [...reasons, say('EXPLAIN.RECONCILED')];
  return [...reasons, ...when(divergence?.flagged ?? false, say('EXPLAIN.DIVERGENCE_OPEN'))];
}

function aboutReviews(facts: ReviewFacts): Sentence[] {
  const { reviews, required, total, rank } = facts;
  const submitted = reviews.length;
  return [
    ...when(submitted < required, say('EXPLAIN.REVIEWS_OPEN', { required, submitted })),
    ...reviews.flatMap(({ label, total: points, verdict }) => [
      say('EXPLAIN.REVIEW_TOTAL', { label, total: points }),
      ...(verdict === null ? [] : [say(VERDICT_CODES[verdict], { label })]),
    ]),
    ...aboutDivergence(facts),
    ...(total === null ? [] : [say('EXPLAIN.TOTAL', { count: submitted, total })]),
    ...(rank === null
      ? []
      : [say(rank.tied ? 'EXPLAIN.RANK_SHARED' : 'EXPLAIN.RANK', { rank: rank.rank, of: rank.of })]),
  ];
}

function aboutRecommendation({ eligibility, recommendation }: ReviewFacts): Sentence[] {
  const { eligible, reasons } = eligibility;
  const derived = recommendation ? recommendation.derived : eligible === null ? null : eligibleOutcome(eligible);
  const sentences: Sentence[] = [...reasons];
  if (derived === null) sentences.push(say('EXPLAIN.RECOMMENDATION_OPEN'));
  else sentences.push(say(derived === 'recommended' ? 'EXPLAIN.RECOMMENDED' : 'EXPLAIN.NOT_RECOMMENDED'));
  if (recommendation && recommendation.outcome !== recommendation.derived) {
    const code =
      recommendation.outcome === 'recommended'
        ? 'EXPLAIN.RECOMMENDATION_CHANGED_TO_RECOMMENDED'
        : 'EXPLAIN.RECOMMENDATION_CHANGED_TO_NOT_RECOMMENDED';
    sentences.push(say(code, { comment: recommendation.comment ?? '–' }));
  }
  return sentences;
}

function eligibleOutcome(eligible: boolean): 'recommended' | 'not_recommended' {
  return eligible ? 'recommended' : 'not_recommended';
}

const MOTION_CODES: Readonly<Record<MotionOutcome, SentenceCode>> = {
  adopted: 'EXPLAIN.MOTION_ADOPTED',
  rejected: 'EXPLAIN.MOTION_REJECTED',
  not_quorate: 'EXPLAIN.MOTION_NOT_QUORATE',
};

function aboutCorridors({ corridors }: JuryFacts, isSelected: boolean): Sentence[] {
  return corridors.flatMap(({ dimension, value, count, min, max }) => {
    const params = { dimension, value, count };
    const isMissed = (min !== null && count < min) || (max !== null && count > max);
    if (isMissed) return [say('EXPLAIN.CORRIDOR_MISSED', params)];
    if (isSelected)
      return when(min !== null && count === min && min > 0, say('EXPLAIN.CORRIDOR_AT_MINIMUM', { ...params, min }));
    return when(max !== null && count === max, say('EXPLAIN.CORRIDOR_AT_MAXIMUM', { ...params, max }));
  });
}

/** Why it is in: whom it was taken before, and which corridor needs it. */
function whyTaken(facts: JuryFacts): Sentence[] {
  const { portfolioGroup, takenBefore } = facts;
  return [
    ...when(takenBefore.length > 0, say('EXPLAIN.TAKEN_BEFORE', { portfolioGroup, numbers: takenBefore })),
    ...aboutCorridors(facts, true),
  ];
}

/** Why it stays out though it was recommended: who was preferred and why, or that its group was filled by better ones. */
function whyLeftOut(facts: JuryFacts): Sentence[] {
  const { portfolioGroup, passedOverBy, reason, selectedInGroup: count } = facts;
  const corridors = aboutCorridors(facts, false);
  if (passedOverBy.length > 0) {
    const isExplained = reason !== null && reason.trim() !== '';
    return [
      say('EXPLAIN.PASSED_OVER', { portfolioGroup, numbers: passedOverBy }),
      ...(isExplained ? [say('EXPLAIN.JURY_REASON', { reason })] : []),
      ...corridors,
    ];
  }
  const group =
    count > 0 ? say('EXPLAIN.GROUP_FILLED', { portfolioGroup, count }) : say('EXPLAIN.GROUP_EMPTY', { portfolioGroup });
  return [group, ...corridors];
}

function isRecommended(facts: ExplanationFacts): boolean {
  return facts.review?.recommendation?.outcome === 'recommended';
}

function aboutJury(jury: JuryFacts, facts: ExplanationFacts): Sentence[] {
  const { membersRecused: count, motions } = jury;
  return [
    ...when(count > 0, say('EXPLAIN.MEMBERS_RECUSED', { count })),
    ...motions.map(({ number, text, outcome, yes, no, abstain }) =>
      say(MOTION_CODES[outcome], { number, text, yes, no, abstain }),
    ),
    ...(facts.decision === null ? [] : whyInOrOut(jury, facts.decision, facts)),
  ];
}

function whyInOrOut(jury: JuryFacts, decision: DecisionFacts, facts: ExplanationFacts): Sentence[] {
  if (decision.outcome === 'selected') return whyTaken(jury);
  return isRecommended(facts) ? whyLeftOut(jury) : [];
}

/** The decision in one sentence. */
export function explainOutcome(facts: ExplanationFacts): Sentence {
  const { state, decision } = facts;
  if (state === 'withdrawn') return say('EXPLAIN.WITHDRAWN');
  if (state === 'formally_rejected') return say('EXPLAIN.NOT_SELECTED_FORMALLY');
  if (decision === null) return say('EXPLAIN.DECISION_OPEN');
  const { outcome, reserveRank, portfolioGroup, day } = decision;
  if (outcome === 'selected') return say('EXPLAIN.SELECTED', { day });
  if (outcome === 'reserve') return say('EXPLAIN.RESERVE', { reserveRank, portfolioGroup });
  if (isRecommended(facts)) return say('EXPLAIN.NOT_SELECTED_NO_RESERVE', { portfolioGroup });
  const isKnown = facts.review?.recommendation?.outcome === 'not_recommended';
  return say(isKnown ? 'EXPLAIN.NOT_SELECTED_NOT_RECOMMENDED' : 'EXPLAIN.NOT_SELECTED');
}

/**
 * The whole explanation of an application, stage by stage, as sentences of codes and values: what was checked and by
 * whom, the totals, how the recommendation follows from them, what the jury moved and voted, and why it is in the bundle
 * or not. A stage that was not reached has no section. Source: I10.
 */
export function explainDecision(facts: ExplanationFacts): ExplanationSection[] {
  const { formalCheck, review, jury } = facts;
  const sections: ExplanationSection[] = [];
  if (formalCheck) sections.push({ key: 'formal_check', sentences: aboutFormalCheck(formalCheck) });
  if (review) {
    sections.push({ key: 'review', sentences: aboutReviews(review) });
    sections.push({ key: 'recommendation', sentences: aboutRecommendation(review) });
  }
  if (jury) sections.push({ key: 'jury', sentences: aboutJury(jury, facts) });
  sections.push({ key: 'decision', sentences: [explainOutcome(facts)] });
  return sections.filter(({ sentences }) => sentences.length > 0);
}

/**
 * The short answer to "why (not) selected": the outcome and what decided it. Selected: rank, whom it was taken before,
 * which corridor needs it. Left out though recommended: rank, who was preferred and why. Not recommended: the thresholds
 * it missed. Formally rejected: the items it failed.
 */
export function explainWhy(facts: ExplanationFacts): Sentence[] {
  const headline = explainOutcome(facts);
  const { state, review, jury, decision, formalCheck } = facts;
  if (state === 'withdrawn') return [headline];
  if (state === 'formally_rejected') {
    const items = formalCheck?.failedItems ?? [];
    return [headline, ...when(items.length > 0, say('EXPLAIN.FAILED_ITEMS', { items }))];
  }
  if (decision === null) return [headline];
  if (review && decision.outcome !== 'selected' && !isRecommended(facts)) {
    const missed = review.eligibility.reasons.filter(({ code }) => !code.endsWith('_REACHED'));
    const { recommendation } = review;
    const isOverruled = recommendation !== null && recommendation.outcome !== recommendation.derived;
    return [headline, ...missed, ...(isOverruled ? aboutRecommendation(review).slice(-1) : [])];
  }
  const rank = review
    ? aboutReviews(review).filter(({ code }) => code === 'EXPLAIN.TOTAL' || code.startsWith('EXPLAIN.RANK'))
    : [];
  return [headline, ...rank, ...(jury ? whyInOrOut(jury, decision, facts) : [])];
}
