import type { MessageCatalogue } from '../message-catalogue.js';

/** Refusals of publication, and the sentences that say why an application was decided as it was. */
export const publicationErrors = {
  'DECISION.ALREADY_PUBLISHED': {
    status: 409,
    de: 'Die Entscheidung ist veröffentlicht und bleibt, wie sie ist. Eine Korrektur ist eine neue Entscheidung.',
    en: 'The decision is published and stays as it is. A correction is a new decision.',
  },
  'DECISION.NOT_DECIDED_YET': {
    status: 409,
    de: 'Veröffentlicht wird, sobald der Förderaufruf entschieden ist.',
    en: 'It can be published once the call is decided.',
  },
  'DECISION.BY_RANK': {
    status: 200,
    de: 'Rang {rank} mit {total} von 100 Punkten nach beiden Gutachten.',
    en: 'Rank {rank} with {total} of 100 points in the reviews.',
  },
  'DECISION.RECOMMENDED': {
    status: 200,
    de: 'Nach den Gutachten zur Förderung empfohlen.',
    en: 'Recommended on the basis of the reviews.',
  },
  'DECISION.NOT_RECOMMENDED': {
    status: 200,
    de: 'Nach den Gutachten nicht zur Förderung empfohlen.',
    en: 'Not recommended on the basis of the reviews.',
  },
  'DECISION.IN_THE_BUNDLE': {
    status: 200,
    de: 'Die Jury hat die Bewerbung mit dem beschlossenen Bündel ausgewählt.',
    en: 'The jury selected the application with the adopted bundle.',
  },
  'DECISION.ON_RESERVE': {
    status: 200,
    de: 'Nicht im beschlossenen Bündel; Platz {place} der Nachrückliste ihrer Gruppe.',
    en: 'Not in the adopted bundle; place {place} on the reserve list of its group.',
  },
  'DECISION.OUTSIDE': {
    status: 200,
    de: 'Nicht im beschlossenen Bündel.',
    en: 'Not in the adopted bundle.',
  },
  'DECISION.JURY_SAID': { status: 200, de: 'Begründung der Jury: {reason}', en: 'Reason of the jury: {reason}' },
  'DECISION.PASSED_OVER': {
    status: 200,
    de: 'Höher platziert als ausgewählte Bewerbungen derselben Gruppe. Begründung der Jury: {reason}',
    en: 'Ranked higher than selected applications of the same group. Reason of the jury: {reason}',
  },
  'DOSSIER.FORMAL_CHECK_OPEN': {
    status: 200,
    de: 'Die formale Prüfung ist noch nicht entschieden.',
    en: 'The formal check is not decided yet.',
  },
  'DOSSIER.REVIEWS_OPEN': {
    status: 200,
    de: 'Die Gutachten liegen noch nicht vollständig vor.',
    en: 'The reviews are not complete yet.',
  },
  'DOSSIER.RECOMMENDATION_OPEN': {
    status: 200,
    de: 'Die Förderempfehlung ist noch nicht bestätigt.',
    en: 'The recommendation is not confirmed yet.',
  },
  'DOSSIER.DECISION_OPEN': {
    status: 200,
    de: 'Die Entscheidung der Jury steht noch aus.',
    en: 'The decision of the jury is still to come.',
  },
} as const satisfies MessageCatalogue;
