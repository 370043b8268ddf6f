import type { LocalizedText } from './localized-text.js';

/** Project phases: A, the strategy is being developed; B, it is being carried out. Source: 2020 brochure, section 4. */
export const PHASES = ['A', 'B'] as const;
export type Phase = (typeof PHASES)[number];

/** German and English names of the phases, as the brochure prints them. */
export const PHASE_LABELS: Readonly<Record<Phase, LocalizedText>> = {
  A: { de: 'Smart-City-Strategie in Entwicklung', en: 'Smart city strategy in development' },
  B: { de: 'Smart-City-Strategie in Umsetzung', en: 'Smart city strategy in implementation' },
};
