import type { MessageCatalogue } from '../message-catalogue.js';

/** Refusals about calls, their catalogue and their members. */
export const callErrors = {
  'CALL.SETTINGS_CONTRADICT': {
    status: 422,
    de: 'Die Einstellungen widersprechen sich. Nichts wurde geändert.',
    en: 'The settings contradict each other. Nothing was changed.',
  },
  'CALL.CATALOGUE_CONTRADICTS': {
    status: 422,
    de: 'Der Kriterienkatalog ist nicht schlüssig. Nichts wurde geändert.',
    en: 'The criteria catalogue is not consistent. Nothing was changed.',
  },
  'CALL.CATALOGUE_FROZEN': {
    status: 409,
    de: 'Der Kriterienkatalog ist festgeschrieben, seit die Begutachtung eröffnet wurde.',
    en: 'The criteria catalogue has been frozen since the review stage opened.',
  },
  'CALL.MEMBERS_CONTRADICT': {
    status: 422,
    de: 'Die Mitgliederliste enthält Fehler. Nichts wurde geändert.',
    en: 'The list of members has errors. Nothing was changed.',
  },
  'CALL.MEMBER_TWICE': {
    status: 422,
    de: 'Diese Person steht zweimal in der Liste. Bitte alle Rollen in einem Eintrag nennen.',
    en: 'This person is listed twice. Please put all roles into one entry.',
  },
  'CALL.ACCOUNT_UNKNOWN': {
    status: 422,
    de: 'Dieses Konto gibt es nicht. Bitte zuerst anlegen.',
    en: 'There is no such account. Please create it first.',
  },
  'CALL.ADMINISTRATOR_IS_NO_MEMBER': {
    status: 422,
    de: 'Die Administration ist eine Eigenschaft des Kontos und wird nicht je Förderaufruf vergeben.',
    en: 'Administration belongs to the account and is not given per call.',
  },
  'MEMBER.ROLES_EXCLUDE_EACH_OTHER': {
    status: 422,
    de: 'Die Rollen „{first}“ und „{second}“ schließen sich in einem Förderaufruf aus.',
    en: 'The roles “{first}” and “{second}” exclude each other in a call.',
  },
  'CALL.ALREADY_IN_STAGE': {
    status: 409,
    de: 'Der Förderaufruf ist bereits in dieser Stufe.',
    en: 'The call is in this stage already.',
  },
  'CALL.NOT_THE_NEXT_STAGE': {
    status: 409,
    de: 'Von „{from}“ geht es nur nach „{next}“ weiter oder nach „{previous}“ zurück.',
    en: 'From “{from}” the only steps are on to “{next}” and back to “{previous}”.',
  },
  'CALL.STEP_BACK_PAST_DECISION': {
    status: 409,
    de: 'Hinter eine beschlossene Entscheidung führt kein Schritt zurück. Eine Korrektur ist eine neue Entscheidung.',
    en: 'No step leads back behind an adopted decision. A correction is a new decision.',
  },
  'CALL.REASON_NEEDED': {
    status: 422,
    de: 'Dieser Schritt braucht eine Begründung (mindestens {minimum} Zeichen).',
    en: 'This step needs a reason (at least {minimum} characters).',
  },
  'CALL.NOT_READY': {
    status: 409,
    de: 'Der Schritt ist noch nicht möglich. Offene Punkte: {count}.',
    en: 'The step is not possible yet. Open items: {count}.',
  },
  'CALL.NOT_OVERRIDABLE': {
    status: 409,
    de: 'Diese Punkte lassen sich auch durch eine Ausnahme nicht übergehen: {count}.',
    en: 'These items can not be passed over, not even by an exception: {count}.',
  },
  'CALL.OVERRIDE_NEEDS_SECOND_PERSON': {
    status: 409,
    de: 'Sie haben die Ausnahme selbst beantragt; eine zweite Person der Geschäftsstelle muss sie bestätigen.',
    en: 'You asked for this exception yourself; a second coordinator must confirm it.',
  },
} as const satisfies MessageCatalogue;
