import type { CallState } from '@kuer/domain';
import { Refusal } from '../http/refusal.js';

/** Assignments, reviews and what is decided on them move while the call is in the review stage, and at no other time. */
export function requireReviewStage(callState: CallState): void {
  if (callState !== 'review') throw Refusal.conflict('REVIEW.STAGE_NOT_OPEN');
}
