import type { LocalizedText } from './localized-text.js';

/** What a decision says about an application. */
export const OUTCOMES = ['selected', 'reserve', 'not_selected'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** German and English names of the outcomes. */
export const OUTCOME_LABELS: Readonly<Record<Outcome, LocalizedText>> = {
  selected: { de: 'ausgewählt', en: 'selected' },
  reserve: { de: 'Nachrückliste', en: 'reserve list' },
  not_selected: { de: 'nicht ausgewählt', en: 'not selected' },
};

/** What stage 2 says to the jury. */
export const RECOMMENDATION_OUTCOMES = ['recommended', 'not_recommended'] as const;
export type RecommendationOutcome = (typeof RECOMMENDATION_OUTCOMES)[number];
