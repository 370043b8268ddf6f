import type { LocalizedText } from '../vocabulary/localized-text.js';

/** The stages of a call in their order. Each step is an explicit act of the coordinator. */
export const CALL_STATES = ['draft', 'formal_check', 'review', 'jury', 'decided', 'published'] as const;
export type CallState = (typeof CALL_STATES)[number];

/** German and English names of the stages. */
export const CALL_STATE_LABELS: Readonly<Record<CallState, LocalizedText>> = {
  draft: { de: 'Entwurf', en: 'Draft' },
  formal_check: { de: 'Formale Prüfung', en: 'Formal check' },
  review: { de: 'Fachliche Begutachtung', en: 'Expert review' },
  jury: { de: 'Juryauswahl', en: 'Jury selection' },
  decided: { de: 'Entschieden', en: 'Decided' },
  published: { de: 'Veröffentlicht', en: 'Published' },
};

/** True where `state` is `reference` or a later stage. */
export function isCallStateFrom(state: CallState, reference: CallState): boolean {
  return CALL_STATES.indexOf(state) >= CALL_STATES.indexOf(reference);
}

/** The stage after this one, or null after the last. */
export function nextCallState(state: CallState): CallState | null {
  return CALL_STATES[CALL_STATES.indexOf(state) + 1] ?? null;
}

/** The stage before this one, or null before the first. */
export function previousCallState(state: CallState): CallState | null {
  return CALL_STATES[CALL_STATES.indexOf(state) - 1] ?? null;
}
