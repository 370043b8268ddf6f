import type { LocalizedText } from '../vocabulary/localized-text.js';

/** The states of an application, in the order of the procedure. */
export const APPLICATION_STATES = [
  'received',
  'in_formal_check',
  'supplement_requested',
  'formally_accepted',
  'formally_rejected',
  'in_review',
  'reviewed',
  'in_reconciliation',
  'recommended',
  'not_recommended',
  'selected',
  'reserve',
  'not_selected',
  'withdrawn',
] as const;
export type ApplicationState = (typeof APPLICATION_STATES)[number];

/** German and English names of the states. */
export const APPLICATION_STATE_LABELS: Readonly<Record<ApplicationState, LocalizedText>> = {
  received: { de: 'Eingegangen', en: 'Received' },
  in_formal_check: { de: 'In formaler Prüfung', en: 'In formal check' },
  supplement_requested: { de: 'Nachforderung offen', en: 'Supplement requested' },
  formally_accepted: { de: 'Formal zugelassen', en: 'Formally accepted' },
  formally_rejected: { de: 'Formal abgelehnt', en: 'Formally rejected' },
  in_review: { de: 'In Begutachtung', en: 'In review' },
  reviewed: { de: 'Begutachtet', en: 'Reviewed' },
  in_reconciliation: { de: 'In Abstimmung', en: 'In reconciliation' },
  recommended: { de: 'Empfohlen', en: 'Recommended' },
  not_recommended: { de: 'Nicht empfohlen', en: 'Not recommended' },
  selected: { de: 'Ausgewählt', en: 'Selected' },
  reserve: { de: 'Nachrückliste', en: 'Reserve list' },
  not_selected: { de: 'Nicht ausgewählt', en: 'Not selected' },
  withdrawn: { de: 'Zurückgezogen', en: 'Withdrawn' },
};
