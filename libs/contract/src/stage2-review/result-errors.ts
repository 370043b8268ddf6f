import type { MessageCatalogue } from '../message-catalogue.js';

/** Refusals about results, and the words in which results give their reasons. */
export const resultErrors = {
  'RESULT.NOT_UNDER_REVIEW': {
    status: 409,
    de: 'Zu dieser Bewerbung gibt es keine Begutachtung: Sie ist nicht formal zugelassen oder wurde zurückgezogen.',
    en: 'There is no review of this application: it is not formally accepted, or it was withdrawn.',
  },
  'DIVERGENCE.POINTS': {
    status: 200,
    de: 'Die Gesamtwerte liegen {points} Punkte auseinander (Schwelle: {threshold}).',
    en: 'The totals are {points} points apart (threshold: {threshold}).',
  },
  'DIVERGENCE.LEVELS': {
    status: 200,
    de: 'Einzelne Bewertungen liegen {levels} Stufen auseinander (Schwelle: {threshold}): {criteria}.',
    en: 'Single scores are {levels} levels apart (threshold: {threshold}): {criteria}.',
  },
  'DIVERGENCE.VERDICTS': {
    status: 200,
    de: 'Die Gutachten urteilen unterschiedlich über die grundsätzliche Förderwürdigkeit.',
    en: 'The reviews disagree on eligibility in principle.',
  },
  'ELIGIBILITY.REVIEWS_MISSING': {
    status: 200,
    de: 'Es liegen noch nicht alle Gutachten vor.',
    en: 'Not all reviews are submitted yet.',
  },
  'ELIGIBILITY.DIVERGENCE_OPEN': {
    status: 200,
    de: 'Eine Abweichung der Gutachten ist noch offen.',
    en: 'A divergence of the reviews is still open.',
  },
  'ELIGIBILITY.TOTAL_REACHED': {
    status: 200,
    de: 'Gesamtwert {value} von 100: Die Schwelle von {threshold} ist erreicht.',
    en: 'Total {value} of 100: the threshold of {threshold} is reached.',
  },
  'ELIGIBILITY.TOTAL_MISSED': {
    status: 200,
    de: 'Gesamtwert {value} von 100: Die Schwelle von {threshold} ist nicht erreicht.',
    en: 'Total {value} of 100: the threshold of {threshold} is missed.',
  },
  'ELIGIBILITY.GROUP_REACHED': {
    status: 200,
    de: '{group} {name}: {value} von 100, die Schwelle von {threshold} ist erreicht.',
    en: '{group} {name}: {value} of 100, the threshold of {threshold} is reached.',
  },
  'ELIGIBILITY.GROUP_MISSED': {
    status: 200,
    de: '{group} {name}: {value} von 100, die Schwelle von {threshold} ist nicht erreicht.',
    en: '{group} {name}: {value} of 100, the threshold of {threshold} is missed.',
  },
  'RECOMMENDATION.NOT_DERIVABLE': {
    status: 409,
    de: 'Für {number} lässt sich noch keine Förderempfehlung ableiten.',
    en: 'A recommendation can not be derived for {number} yet.',
  },
  'RECOMMENDATION.COMMENT_NEEDED': {
    status: 422,
    de: 'Diese Empfehlung weicht von der abgeleiteten ab. Bitte begründen Sie das.',
    en: 'This recommendation departs from the derived one. Please say why.',
  },
  'RECOMMENDATION.REVIEWS_MISSING': {
    status: 409,
    de: '{number}: Es liegen noch nicht alle Gutachten vor.',
    en: '{number}: not all reviews are submitted yet.',
  },
  'RECOMMENDATION.IN_RECONCILIATION': {
    status: 409,
    de: '{number}: Die Abstimmung ist noch nicht abgeschlossen.',
    en: '{number}: the reconciliation is not closed yet.',
  },
  'RECOMMENDATION.DIVERGENCE_OPEN': {
    status: 409,
    de: '{number}: Eine Abweichung der Gutachten ist noch offen.',
    en: '{number}: a divergence of the reviews is still open.',
  },
  'RECOMMENDATION.OWN_CONFLICT': {
    status: 409,
    de: '{number}: Wegen Befangenheit muss eine andere Person der Geschäftsstelle bestätigen.',
    en: '{number}: because of your conflict of interest another coordinator has to confirm it.',
  },
  'RECONCILIATION.REVIEWS_INCOMPLETE': {
    status: 409,
    de: 'Zu {number} liegen noch nicht alle Gutachten vor. Bis dahin bleiben sie unabhängig voneinander.',
    en: 'Not all reviews of {number} are submitted yet. Until then they stay independent of each other.',
  },
  'RECONCILIATION.NO_DIVERGENCE': {
    status: 409,
    de: 'Die Gutachten zu {number} weichen nicht so weit voneinander ab, dass etwas abzustimmen wäre.',
    en: 'The reviews of {number} do not diverge so far that there is something to reconcile.',
  },
  'RECONCILIATION.ALREADY_OPEN': {
    status: 409,
    de: 'Zu {number} läuft bereits eine Abstimmung.',
    en: 'A reconciliation of {number} is open already.',
  },
  'RECONCILIATION.NOT_OPEN': {
    status: 409,
    de: 'Zu {number} läuft keine Abstimmung.',
    en: 'No reconciliation of {number} is open.',
  },
  'RECONCILIATION.AMENDMENT_IN_PROGRESS': {
    status: 409,
    de: 'Zu {number} wird ein Gutachten gerade geändert und ist noch nicht wieder eingereicht.',
    en: 'A review of {number} is being amended and not submitted again yet.',
  },
  'THIRD_REVIEW.ALREADY_ORDERED': {
    status: 409,
    de: 'Für {number} ist bereits ein Drittgutachten angeordnet.',
    en: 'A third review of {number} is ordered already.',
  },
} as const satisfies MessageCatalogue;
