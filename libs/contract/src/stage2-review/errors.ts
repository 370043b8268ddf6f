import type { MessageCatalogue } from '../message-catalogue.js';
import { resultErrors } from './result-errors.js';

/** Refusals about assignments and reviews, and what keeps a review from being submitted. */
export const reviewErrors = {
  ...resultErrors,
  'ASSIGNMENT.NOT_POSSIBLE': {
    status: 422,
    de: 'Die Zuweisung ist so nicht möglich; zu ändern: {count}. Nichts wurde zugewiesen.',
    en: 'This assignment is not possible; to be changed: {count}. Nothing was assigned.',
  },
  'ASSIGNMENT.APPLICATION_UNKNOWN': {
    status: 422,
    de: 'Diese Bewerbung gibt es in diesem Förderaufruf nicht.',
    en: 'There is no such application in this call.',
  },
  'ASSIGNMENT.NOT_A_REVIEWER': {
    status: 422,
    de: 'Für {number}: Diese Person ist in diesem Förderaufruf nicht als Gutachter/in eingetragen. Bitte zuerst die Rolle vergeben.',
    en: 'For {number}: this person is not a reviewer of this call. Please give them the role first.',
  },
  'ASSIGNMENT.APPLICATION_NOT_ACCEPTED': {
    status: 422,
    de: '{number} ist nicht formal zugelassen oder wird nicht mehr begutachtet und kann niemandem zugewiesen werden.',
    en: '{number} is not formally accepted, or no longer under review, and can not be assigned to anybody.',
  },
  'ASSIGNMENT.IN_CONFLICT': {
    status: 422,
    de: '{reviewer} ist bei {number} befangen. Bitte eine andere Person wählen.',
    en: '{reviewer} has a conflict of interest on {number}. Please choose somebody else.',
  },
  'ASSIGNMENT.REVIEWER_TWICE': {
    status: 422,
    de: '{reviewer} begutachtet {number} bereits. Zwei Gutachten müssen von zwei Personen kommen.',
    en: '{reviewer} reviews {number} already. Two reviews must come from two people.',
  },
  'ASSIGNMENT.LOAD_EXCEEDED': {
    status: 422,
    de: '{reviewer} hätte mit {number} mehr als {max} Gutachten. Bitte eine andere Person wählen.',
    en: '{reviewer} would have more than {max} reviews with {number}. Please choose somebody else.',
  },
  'ASSIGNMENT.SLOT_TAKEN': {
    status: 422,
    de: 'Platz {slot} von {number} ist bereits vergeben. Bitte die Zuweisung zuerst widerrufen.',
    en: 'Slot {slot} of {number} is taken. Please revoke that assignment first.',
  },
  'ASSIGNMENT.NO_FREE_SLOT': {
    status: 422,
    de: '{number} hat bereits alle Gutachter/innen. Ein Drittgutachten wird bei einer Abweichung gesondert angeordnet.',
    en: '{number} has all its reviewers. A third review is ordered separately where reviews diverge.',
  },
  'ASSIGNMENT.SLOT_UNKNOWN': {
    status: 422,
    de: 'Einen Platz {slot} gibt es bei {number} nicht: So viele Gutachten sieht der Förderaufruf nicht vor.',
    en: 'There is no slot {slot} for {number}: the call does not provide for that many reviews.',
  },
  'ASSIGNMENT.THIRD_NOT_ORDERED': {
    status: 422,
    de: 'Für {number} ist kein Drittgutachten angeordnet. Bitte zuerst anordnen und begründen.',
    en: 'No third review is ordered for {number}. Please order it first, with a reason.',
  },
  'ASSIGNMENT.DUE_IN_THE_PAST': {
    status: 422,
    de: 'Die Frist liegt in der Vergangenheit. Bitte einen Tag ab dem {today} wählen.',
    en: 'The deadline is in the past. Please choose {today} or a later day.',
  },
  'ASSIGNMENT.NO_REVIEWER_ALLOWED': {
    status: 422,
    de: 'Es fehlen {missing} Gutachter/innen: {needed} werden gebraucht, nur {allowed} kommen ohne Befangenheit und ohne frühere Ablehnung infrage.',
    en: '{missing} reviewers are missing: {needed} are needed, only {allowed} have neither a conflict of interest nor declined before.',
  },
  'ASSIGNMENT.CAPACITY_EXHAUSTED': {
    status: 422,
    de: 'Es fehlen {missing} Gutachter/innen: Alle, die infrage kommen, haben bereits so viele Gutachten, wie zulässig sind.',
    en: '{missing} reviewers are missing: everybody who could do it has as many reviews as allowed.',
  },
  'ASSIGNMENT.TRANSITION_NOT_ALLOWED': {
    status: 409,
    de: 'Diese Zuweisung ist bereits {state} und lässt sich nicht mehr {act}.',
    en: 'This assignment is {state} already; you can not {act} it any more.',
  },
  'ASSIGNMENT.REVIEW_SUBMITTED': {
    status: 409,
    de: 'Das Gutachten ist eingereicht. Die Zuweisung lässt sich nicht mehr ablehnen; bitte wenden Sie sich an die Geschäftsstelle.',
    en: 'The review is submitted. The assignment can no longer be declined; please contact the coordinator.',
  },
  'ASSIGNMENT.REASON_NEEDED': {
    status: 422,
    de: 'Bitte begründen Sie, warum Sie die Zuweisung {act}.',
    en: 'Please say why you {act} the assignment.',
  },
  'ASSIGNMENT.CONFLICT_QUESTION_OPEN': {
    status: 409,
    de: 'Bitte beantworten Sie zuerst die Frage nach Befangenheit zu {number}. Annehmen können Sie nur, wenn Sie nicht befangen sind.',
    en: 'Please answer the conflict question on {number} first. You can only accept where you have no conflict of interest.',
  },
  'ASSIGNMENT.RECONCILIATION_OPEN': {
    status: 409,
    de: 'Zu {number} läuft eine Abstimmung. Bitte schließen Sie sie zuerst ab.',
    en: 'A reconciliation of {number} is open. Please close it first.',
  },
  'REVIEW.STAGE_NOT_OPEN': {
    status: 409,
    de: 'Das ist nur während der fachlichen Begutachtung möglich. Der Förderaufruf ist in einer anderen Stufe.',
    en: 'This is only possible during the expert review. The call is in another stage.',
  },
  'REVIEW.CATALOGUE_NOT_FROZEN': {
    status: 409,
    de: 'Der Kriterienkatalog ist noch nicht festgeschrieben. Die Begutachtung kann noch nicht beginnen.',
    en: 'The criteria catalogue is not frozen yet. The review can not begin.',
  },
  'REVIEW.APPLICATION_NOT_UNDER_REVIEW': {
    status: 409,
    de: '{number} wird zurzeit nicht begutachtet. Ihr Entwurf bleibt gespeichert; bitte wenden Sie sich an die Geschäftsstelle.',
    en: '{number} is not under review at present. Your draft is kept; please contact the coordinator.',
  },
  'REVIEW.ASSIGNMENT_NOT_ACCEPTED': {
    status: 409,
    de: 'Bitte nehmen Sie zuerst die Zuweisung an.',
    en: 'Please accept the assignment first.',
  },
  'REVIEW.ALREADY_SUBMITTED': {
    status: 409,
    de: 'Dieses Gutachten ist eingereicht und ändert sich nicht mehr. Für eine Änderung muss es mit Begründung wieder geöffnet werden.',
    en: 'This review is submitted and does not change any more. To amend it, it has to be reopened with a reason.',
  },
  'REVIEW.NOT_SUBMITTED': {
    status: 409,
    de: 'Dieses Gutachten ist zurzeit nicht eingereicht, sondern in Arbeit.',
    en: 'This review is not submitted at present, it is in progress.',
  },
  'REVIEW.REASON_NEEDED': {
    status: 422,
    de: 'Bitte begründen Sie, warum das Gutachten wieder geöffnet wird.',
    en: 'Please say why the review is reopened.',
  },
  'REVIEW.NO_RECONCILIATION': {
    status: 409,
    de: 'Zu dieser Bewerbung läuft keine Abstimmung. Ein eingereichtes Gutachten öffnet sonst nur die Geschäftsstelle wieder.',
    en: 'No reconciliation of this application is open. Otherwise only the coordinator reopens a submitted review.',
  },
  'REVIEW.UNKNOWN_CRITERION': {
    status: 422,
    de: 'Das Kriterium {criterion} gibt es im festgeschriebenen Katalog dieses Förderaufrufs nicht.',
    en: 'There is no criterion {criterion} in the frozen catalogue of this call.',
  },
  'REVIEW.SCORE_NOT_A_NUMBER': {
    status: 422,
    de: '{criterion}: Bitte eine Zahl von 0 bis {max} angeben.',
    en: '{criterion}: please give a number from 0 to {max}.',
  },
  'REVIEW.SCORE_OUT_OF_RANGE': {
    status: 422,
    de: '{criterion}: {value} liegt außerhalb der Skala. Möglich sind Werte von 0 bis {max} in Schritten von {step}.',
    en: '{criterion}: {value} is outside of the scale. Possible are values from 0 to {max} in steps of {step}.',
  },
  'REVIEW.SCORE_OFF_STEP': {
    status: 422,
    de: '{criterion}: {value} liegt zwischen zwei Stufen. Möglich sind Werte von 0 bis {max} in Schritten von {step}.',
    en: '{criterion}: {value} is between two levels. Possible are values from 0 to {max} in steps of {step}.',
  },
  'REVIEW.INCOMPLETE': {
    status: 422,
    de: 'Das Gutachten ist noch nicht vollständig. Offen: {gaps}. Nichts wurde eingereicht.',
    en: 'The review is not complete yet. Open: {gaps}. Nothing was submitted.',
  },
  'REVIEW.SCORE_MISSING': {
    status: 422,
    de: '{criterion}: Die Bewertung fehlt.',
    en: '{criterion}: the score is missing.',
  },
  'REVIEW.JUSTIFICATION_MISSING': {
    status: 422,
    de: '{criterion}: Die Begründung fehlt (mindestens {minimum} Zeichen).',
    en: '{criterion}: the justification is missing (at least {minimum} characters).',
  },
  'REVIEW.JUSTIFICATION_TOO_SHORT': {
    status: 422,
    de: '{criterion}: Die Begründung hat {length} Zeichen, mindestens {minimum} sind nötig.',
    en: '{criterion}: the justification has {length} characters, at least {minimum} are needed.',
  },
  'REVIEW.VERDICT_MISSING': {
    status: 422,
    de: 'Ihr Urteil zur grundsätzlichen Förderwürdigkeit fehlt.',
    en: 'Your verdict on eligibility in principle is missing.',
  },
  'REVIEW.NO_RECEIPT_YET': {
    status: 409,
    de: 'Eine Empfangsbestätigung gibt es, sobald das Gutachten eingereicht ist.',
    en: 'There is a receipt as soon as the review is submitted.',
  },
} as const satisfies MessageCatalogue;
