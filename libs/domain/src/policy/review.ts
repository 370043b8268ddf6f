import type { ActionRules } from './action-rule.js';
import { KNOWN_WITH_THE_CALL } from './action-rule.js';

const DRAFT_ROW = 'review · draft read, write';
// Coordinators and auditors know from the assignments that a review exists; nobody else does before they may read it.
const KNOWN_WITH_THE_ASSIGNMENT = { knownBy: ['review.read', 'assignment.read'] } as const;
const KNOWN_WITH_THE_APPLICATION = { knownBy: ['application.read'] } as const;

/**
 * Reviews, results, recommendations. Independence (I1): a reviewer reads their own review and, in an open
 * reconciliation of an application assigned to them, the other submitted one; everything else is hidden from them.
 */
export const REVIEW_RULES: ActionRules<
  | 'review.readDraft'
  | 'review.write'
  | 'review.submit'
  | 'review.read'
  | 'review.reopen'
  | 'results.read'
  | 'recommendation.read'
  | 'recommendation.confirm'
  | 'reconciliation.open'
  | 'thirdReview.order'
> = {
  'review.readDraft': {
    row: DRAFT_ROW,
    grants: { reviewer: [['own']] },
    refusal: KNOWN_WITH_THE_ASSIGNMENT,
    conflict: 'required',
  },
  'review.write': {
    row: DRAFT_ROW,
    grants: { reviewer: [['own']] },
    refusal: KNOWN_WITH_THE_ASSIGNMENT,
    conflict: 'required',
  },
  'review.submit': {
    row: DRAFT_ROW,
    grants: { reviewer: [['own']] },
    refusal: KNOWN_WITH_THE_ASSIGNMENT,
    conflict: 'required',
  },
  'review.read': {
    row: 'review · submitted, read',
    grants: {
      coordinator: [['submitted']],
      reviewer: [['own'], ['submitted', 'assigned', 'reconciliationOpen']],
      juror: [['submitted', 'fromJuryStage']],
      chair: [['submitted', 'fromJuryStage']],
      auditor: [['submitted']],
    },
    refusal: { knownBy: ['assignment.read'] },
    conflict: 'required',
  },
  'review.reopen': {
    row: 'review · reopen',
    grants: { coordinator: 'yes' },
    refusal: KNOWN_WITH_THE_ASSIGNMENT,
    conflict: 'required',
  },
  'results.read': {
    row: 'results, ranking, agreement, severity · read',
    grants: {
      coordinator: [['fromReviewStage', 'reviewsComplete']],
      juror: [['fromJuryStage']],
      chair: [['fromJuryStage']],
      auditor: 'yes',
    },
    refusal: KNOWN_WITH_THE_CALL,
    conflict: 'ifKnown',
  },
  'recommendation.read': {
    row: 'recommendation · confirm, comment',
    grants: { coordinator: 'yes', juror: [['fromJuryStage']], chair: [['fromJuryStage']], auditor: 'yes' },
    refusal: KNOWN_WITH_THE_APPLICATION,
    conflict: 'required',
  },
  'recommendation.confirm': {
    row: 'recommendation · confirm, comment',
    grants: { coordinator: 'yes' },
    refusal: KNOWN_WITH_THE_APPLICATION,
    conflict: 'required',
  },
  'reconciliation.open': {
    row: 'recommendation · confirm, comment',
    grants: { coordinator: 'yes' },
    refusal: KNOWN_WITH_THE_APPLICATION,
    conflict: 'required',
  },
  'thirdReview.order': {
    row: 'recommendation · confirm, comment',
    grants: { coordinator: 'yes' },
    refusal: KNOWN_WITH_THE_APPLICATION,
    conflict: 'required',
  },
};
