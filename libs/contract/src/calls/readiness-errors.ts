import type { MessageCatalogue } from '../message-catalogue.js';

/** What a stage still waits for, item by item; the codes are the domain's. */
export const readinessErrors = {
  'READINESS.CATALOGUE_MISSING': {
    status: 409,
    de: 'Der Kriterienkatalog fehlt.',
    en: 'The criteria catalogue is missing.',
  },
  'READINESS.DESCRIPTOR_MISSING': {
    status: 409,
    de: 'Zur Stufe {value} der Skala fehlt die Beschreibung.',
    en: 'The level {value} of the scale has no descriptor.',
  },
  'READINESS.MEMBERS_MISSING': {
    status: 409,
    de: 'Rolle „{role}“: {needed} Personen werden gebraucht, {present} sind benannt.',
    en: 'Role “{role}”: {needed} persons are needed, {present} are named.',
  },
  'READINESS.FORMAL_CHECK_NOT_STARTED': {
    status: 409,
    de: '{number}: Die formale Prüfung hat noch nicht begonnen.',
    en: '{number}: the formal check has not begun.',
  },
  'READINESS.SUPPLEMENT_OPEN': {
    status: 409,
    de: '{number}: Eine Nachforderung ist noch offen.',
    en: '{number}: a supplement request is still open.',
  },
  'READINESS.REJECTION_UNCONFIRMED': {
    status: 409,
    de: '{number}: Die Ablehnung muss von einer zweiten Person bestätigt werden.',
    en: '{number}: the rejection must be confirmed by a second examiner.',
  },
  'READINESS.FORMAL_CHECK_UNDECIDED': {
    status: 409,
    de: '{number}: Die formale Prüfung ist noch nicht entschieden (offene Prüfpunkte: {open}).',
    en: '{number}: the formal check is not decided (open check items: {open}).',
  },
  'READINESS.NO_ACCEPTED_APPLICATION': {
    status: 409,
    de: 'Keine Bewerbung ist formal zugelassen.',
    en: 'No application is formally accepted.',
  },
  'READINESS.REVIEW_NOT_STARTED': {
    status: 409,
    de: '{number}: Die Begutachtung hat noch nicht begonnen.',
    en: '{number}: the review has not begun.',
  },
  'READINESS.REVIEWER_MISSING': {
    status: 409,
    de: '{number}: {assigned} von {required} Gutachten sind zugewiesen.',
    en: '{number}: {assigned} of {required} reviews are assigned.',
  },
  'READINESS.REVIEW_MISSING': {
    status: 409,
    de: '{number}: {submitted} von {required} Gutachten sind abgegeben.',
    en: '{number}: {submitted} of {required} reviews are submitted.',
  },
  'READINESS.RECONCILIATION_OPEN': {
    status: 409,
    de: '{number}: Die Abstimmung der Gutachten ist noch offen.',
    en: '{number}: the reconciliation is still open.',
  },
  'READINESS.DIVERGENCE_OPEN': {
    status: 409,
    de: '{number}: Die Gutachten weichen voneinander ab; Abstimmung oder Drittgutachten steht aus.',
    en: '{number}: the reviews diverge; a reconciliation or a third review is due.',
  },
  'READINESS.RECOMMENDATION_MISSING': {
    status: 409,
    de: '{number}: Die Förderempfehlung ist noch nicht bestätigt.',
    en: '{number}: the recommendation is not confirmed.',
  },
  'READINESS.RANKING_NOT_KEPT': {
    status: 409,
    de: 'Die Rangfolge für die Jury ist noch nicht festgehalten.',
    en: 'The ranking for the jury has not been kept.',
  },
  'READINESS.MOTIONS_OPEN': {
    status: 409,
    de: 'Offene Abstimmungen: {count}. Bitte zuerst schließen.',
    en: 'Open votes: {count}. Please close them first.',
  },
  'READINESS.SESSIONS_OPEN': {
    status: 409,
    de: 'Offene Jurysitzungen: {count}. Bitte zuerst schließen.',
    en: 'Open jury sessions: {count}. Please close them first.',
  },
  'READINESS.BUNDLE_NOT_ADOPTED': {
    status: 409,
    de: 'Die Jury hat noch kein Bündel beschlossen.',
    en: 'The jury has not adopted a bundle.',
  },
  'READINESS.DECISION_INCOMPLETE': {
    status: 409,
    de: 'Die Entscheidung nennt noch nicht für jede Bewerbung ein Ergebnis.',
    en: 'The decision does not name an outcome for every application.',
  },
} as const satisfies MessageCatalogue;
