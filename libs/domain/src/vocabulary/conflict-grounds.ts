import type { LocalizedText } from './localized-text.js';

/** Grounds of a conflict of interest. Source: VwVfG § 20 (excluded persons) and § 21 (fear of bias). */
export const CONFLICT_GROUNDS = [
  'own_municipality',
  'own_partner',
  'employer',
  'own_state',
  'family',
  'economic',
  'prior_involvement',
  'other',
] as const;
export type ConflictGround = (typeof CONFLICT_GROUNDS)[number];

/** The grounds in plain words, as the conflict question shows them. */
export const CONFLICT_GROUND_LABELS: Readonly<Record<ConflictGround, LocalizedText>> = {
  own_municipality: {
    de: 'Ich gehöre der antragstellenden Kommune an oder bin für sie tätig.',
    en: 'I belong to the applying municipality or work for it.',
  },
  own_partner: {
    de: 'Ich gehöre einem Kooperationspartner der Bewerbung an oder bin für ihn tätig.',
    en: 'I belong to a cooperation partner of the application or work for it.',
  },
  employer: {
    de: 'Mein Arbeitgeber oder Auftraggeber ist an der Bewerbung beteiligt.',
    en: 'My employer or client takes part in the application.',
  },
  own_state: {
    de: 'Die Bewerbung kommt aus dem Land, für das ich tätig bin.',
    en: 'The application comes from the state I work for.',
  },
  family: {
    de: 'Angehörige von mir sind an der Bewerbung beteiligt oder von ihr betroffen.',
    en: 'Relatives of mine take part in the application or are affected by it.',
  },
  economic: {
    de: 'Ich habe von der Entscheidung einen unmittelbaren Vorteil oder Nachteil.',
    en: 'The decision brings me a direct advantage or disadvantage.',
  },
  prior_involvement: {
    de: 'Ich habe an der Bewerbung mitgewirkt oder zu ihr beraten.',
    en: 'I contributed to the application or gave advice on it.',
  },
  other: {
    de: 'Es gibt einen anderen Grund, an meiner Unparteilichkeit zu zweifeln.',
    en: 'There is another reason to doubt my impartiality.',
  },
};

/** Where a conflict comes from: declared by the person, set by the coordinator, or derived from what is on record. */
export const CONFLICT_SOURCES = ['declared', 'set', 'derived'] as const;
export type ConflictSource = (typeof CONFLICT_SOURCES)[number];

/** A conflict holds until the coordinator lifts it with a reason. */
export const CONFLICT_STATES = ['active', 'lifted'] as const;
export type ConflictState = (typeof CONFLICT_STATES)[number];
