import type { AssignmentAct, AssignmentState, LocalizedText } from '@kuer/domain';

/** How far an assignment is, as a refusal names it. */
export const ASSIGNMENT_STATE_LABELS: Readonly<Record<AssignmentState, LocalizedText>> = {
  assigned: { de: 'zugewiesen', en: 'assigned' },
  accepted: { de: 'angenommen', en: 'accepted' },
  declined: { de: 'abgelehnt', en: 'declined' },
  revoked: { de: 'widerrufen', en: 'revoked' },
};

export const ASSIGNMENT_ACT_LABELS: Readonly<Record<AssignmentAct, LocalizedText>> = {
  accept: { de: 'annehmen', en: 'accept' },
  decline: { de: 'ablehnen', en: 'decline' },
  revoke: { de: 'widerrufen', en: 'revoke' },
};
