import type { ExplanationSectionKey, LocalizedText } from '@kuer/domain';

/** Headings of the decision file. */
export const DOSSIER_TITLES: Readonly<Record<ExplanationSectionKey | 'why', LocalizedText>> = {
  why: { de: 'Warum (nicht) ausgewählt?', en: 'Why (not) selected?' },
  formal_check: { de: 'Formale Prüfung', en: 'Formal check' },
  review: { de: 'Fachliche Begutachtung', en: 'Expert review' },
  recommendation: { de: 'Förderempfehlung', en: 'Recommendation' },
  jury: { de: 'Juryauswahl', en: 'Jury selection' },
  decision: { de: 'Entscheidung', en: 'Decision' },
};
