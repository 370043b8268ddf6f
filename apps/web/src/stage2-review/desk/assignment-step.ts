import { isActiveAssignment } from '@kuer/domain';
import type { BadgeTone } from '../../shared/feedback/badge.js';
import type { MyAssignment } from '../review-api.js';

/** Where an assignment stands, as the reviewer sees it. */
export const ASSIGNMENT_STEPS = [
  'question',
  'assigned',
  'notStarted',
  'started',
  'amending',
  'reconciliation',
  'submitted',
  'declined',
  'conflict',
] as const;
export type AssignmentStep = (typeof ASSIGNMENT_STEPS)[number];

export function stepOf(one: MyAssignment): AssignmentStep {
  if (one.isInConflict) return 'conflict';
  if (!isActiveAssignment(one.state)) return 'declined';
  if (one.needsConflictAnswer) return 'question';
  if (one.state === 'assigned') return 'assigned';
  if (one.reviewState === 'submitted') return one.inReconciliation ? 'reconciliation' : 'submitted';
  if (one.inReconciliation) return 'amending';
  return one.scored > 0 ? 'started' : 'notStarted';
}

export const STEP_TONES: Readonly<Record<AssignmentStep, BadgeTone>> = {
  question: 'warning',
  assigned: 'warning',
  notStarted: 'info',
  started: 'info',
  amending: 'warning',
  reconciliation: 'warning',
  submitted: 'success',
  declined: 'neutral',
  conflict: 'neutral',
};

/** Something is still to be written. */
export const isToWrite = (one: MyAssignment): boolean => ['notStarted', 'started', 'amending'].includes(stepOf(one));
