import type { MessageCatalogue } from '../message-catalogue.js';

/** Refusals of the formal check, and what the system finds on its items. */
export const formalCheckErrors = {
  'FORMAL_CHECK.NOT_IN_CHECK': {
    status: 409,
    de: 'Die Bewerbung hat den Stand „{state}“; die formale Prüfung ist dort nicht möglich. Bitte laden Sie die Seite neu.',
    en: 'The application is at “{state}”; the formal check is not possible there. Please reload the page.',
  },
  'FORMAL_CHECK.SUPPLEMENT_OPEN': {
    status: 409,
    de: 'Eine Nachforderung ist noch nicht beantwortet. Entschieden wird, sobald die Geschäftsstelle die Antwort erfasst hat.',
    en: 'A supplement request has not been answered yet. The decision follows once a coordinator has recorded the answer.',
  },
  'FORMAL_CHECK.ITEMS_OPEN': {
    status: 422,
    de: 'Die Bewerbung kann noch nicht zugelassen werden. Offene Prüfpunkte ({count}): {items}.',
    en: 'The application can not be accepted yet. Open check items ({count}): {items}.',
  },
  'FORMAL_CHECK.ITEM_OPEN': {
    status: 422,
    de: '„{label}“ ist noch nicht geprüft. Bitte ein Ergebnis erfassen.',
    en: '“{label}” has not been examined yet. Please record a result.',
  },
  'FORMAL_CHECK.ITEMS_FAILED': {
    status: 422,
    de: 'Die Bewerbung kann nicht zugelassen werden. Nicht erfüllte Prüfpunkte ({count}): {items}. Möglich sind eine Nachforderung oder die Ablehnung.',
    en: 'The application can not be accepted. Failed check items ({count}): {items}. Ask for a supplement, or reject it.',
  },
  'FORMAL_CHECK.ITEM_FAILED': {
    status: 422,
    de: '„{label}“ ist nicht erfüllt.',
    en: '“{label}” has failed.',
  },
  'FORMAL_CHECK.NOTHING_FAILED': {
    status: 422,
    de: 'Abgelehnt werden kann nur, wenn mindestens ein Prüfpunkt nicht erfüllt ist. Bitte zuerst den Prüfpunkt erfassen, der der Grund ist.',
    en: 'A rejection needs at least one failed check item. Please first record the item that is the reason.',
  },
  'FORMAL_CHECK.REASON_NEEDED': {
    status: 422,
    de: 'Bitte begründen Sie die Ablehnung.',
    en: 'Please give a reason for the rejection.',
  },
  'FORMAL_CHECK.SECOND_EXAMINER_NEEDED': {
    status: 409,
    de: 'Sie haben diese Ablehnung selbst vorgeschlagen. Bestätigen muss sie eine zweite Prüferin oder ein zweiter Prüfer (Vier-Augen-Prinzip).',
    en: 'You proposed this rejection yourself. A second examiner has to confirm it (four eyes).',
  },
  'FORMAL_CHECK.UNKNOWN_ITEM': {
    status: 422,
    de: '„{key}“ ist kein Prüfpunkt dieser Bewerbung. Möglich sind: {allowed}.',
    en: '“{key}” is no check item of this application. Possible are: {allowed}.',
  },
  'FORMAL_CHECK.COMMENT_NEEDED': {
    status: 422,
    de: 'Bitte schreiben Sie dazu, was nicht erfüllt ist.',
    en: 'Please add what is not fulfilled.',
  },

  'SUPPLEMENT.NO_DOCUMENT': {
    status: 422,
    de: 'Bitte mindestens eine Unterlage auswählen, die nachgefordert wird. Möglich sind: {allowed}.',
    en: 'Please choose at least one document to ask for. Possible are: {allowed}.',
  },
  'SUPPLEMENT.UNKNOWN_DOCUMENT': {
    status: 422,
    de: '„{keys}“ gehört nicht zu den Unterlagen dieses Förderaufrufs. Möglich sind: {allowed}.',
    en: '“{keys}” is not among the documents of this call. Possible are: {allowed}.',
  },
  'SUPPLEMENT.DUE_NOT_IN_FUTURE': {
    status: 422,
    de: 'Die Frist {dueOn} liegt nicht in der Zukunft. Bitte einen Tag ab morgen wählen.',
    en: 'The date {dueOn} is not in the future. Please choose a day from tomorrow on.',
  },
  'SUPPLEMENT.ALREADY_ANSWERED': {
    status: 409,
    de: 'Zu dieser Nachforderung ist schon eine Antwort erfasst. Sie bleibt, wie sie ist.',
    en: 'An answer to this supplement request is on record already. It stays as it is.',
  },

  'AGS.LEAD_MISSING': {
    status: 422,
    de: 'Der Gemeindeschlüssel von „{name}“ fehlt.',
    en: 'The official key of “{name}” is missing.',
  },
  'AGS.PARTNERS_WITHOUT_KEY': {
    status: 422,
    de: 'Ohne Gemeindeschlüssel angegeben: {names}. Bei Einrichtungen, die keine Kommune sind, ist das in Ordnung.',
    en: 'Given without an official key: {names}. That is fine for bodies that are no municipality.',
  },
  'AGS.REGION_IMPLAUSIBLE': {
    status: 422,
    de: 'Der Schlüssel von „{name}“ nennt den Regierungsbezirk {region}, den es in {state} nicht gibt.',
    en: 'The key of “{name}” names the administrative region {region}, which does not exist in {state}.',
  },
  'AGS.DISTRICT_IMPLAUSIBLE': {
    status: 422,
    de: 'Der Schlüssel von „{name}“ nennt den Kreis {district}, den es in {state} nicht geben kann.',
    en: 'The key of “{name}” names the district {district}, which can not exist in {state}.',
  },
  'AGS.STATE_NOT_STATED': {
    status: 422,
    de: 'Der Schlüssel von „{name}“ gehört zu {state}; dieses Land ist in der Bewerbung nicht angegeben.',
    en: 'The key of “{name}” belongs to {state}, which the application does not state.',
  },
  'PARTICIPATION.COLLISION': {
    status: 422,
    de: '„{name}“ wirkt auch an {numbers} mit. Jede Kommune kann an einer Bewerbung teilnehmen.',
    en: '“{name}” takes part in {numbers} too. A body can take part in one application.',
  },
  'PARTICIPATION.POSSIBLE_COLLISION': {
    status: 422,
    de: '„{name}“ steht dem Namen nach auch in {numbers}; dort oder hier fehlt der Schlüssel. Bitte prüfen, ob es dieselbe Kommune ist.',
    en: 'By its name “{name}” stands in {numbers} too; the key is missing there or here. Please check whether it is the same body.',
  },
  'SIZE_CLASS.IMPLAUSIBLE': {
    status: 422,
    de: 'Angegeben ist „{sizeClass}“; nach der Einwohnerzahl ({population}) wäre „{expected}“ zu erwarten. Maßgeblich ist der Stadt- und Gemeindetyp des BBSR.',
    en: 'Stated is “{sizeClass}”; by its population ({population}) “{expected}” would be expected. What counts is the BBSR type.',
  },
  'SIZE_CLASS.TOO_SMALL_FOR_DISTRICT': {
    status: 422,
    de: 'Für „{sizeClass}“ ist die Einwohnerzahl ({population}) ungewöhnlich klein.',
    en: 'For “{sizeClass}” the population ({population}) is unusually small.',
  },
  'PHASE.MISSING': {
    status: 422,
    de: 'Die Projektphase (A oder B) fehlt.',
    en: 'The project phase (A or B) is missing.',
  },
  'FUNDING.MISSING': {
    status: 422,
    de: 'Es ist kein Förderbetrag angegeben.',
    en: 'No amount of funding is given.',
  },
  'FUNDING.ABOVE_LIMIT': {
    status: 422,
    de: 'Beantragt sind {fundingRequested}; zulässig sind höchstens {limit}.',
    en: '{fundingRequested} are asked for; at most {limit} are allowed.',
  },
  'DOCUMENT.MISSING': {
    status: 422,
    de: '„{key}“ liegt nicht vor.',
    en: '“{key}” is not there.',
  },
  'DOCUMENT.MAY_FOLLOW': {
    status: 422,
    de: '„{key}“ liegt noch nicht vor und darf bis zum {deadline} folgen.',
    en: '“{key}” is not there yet and may follow until {deadline}.',
  },
  'DOCUMENT.LATE': {
    status: 422,
    de: '„{key}“ ist nach Ablauf der Frist eingegangen.',
    en: '“{key}” arrived after its deadline.',
  },
} as const satisfies MessageCatalogue;
