import type { MessageCatalogue } from './message-catalogue.js';

/** What can be wrong with one field of a request, and how to mend it. They stand in a problem's `errors`. */
export const fieldErrors = {
  'FIELD.REQUIRED': {
    status: 400,
    de: 'Diese Angabe fehlt. Bitte ergänzen.',
    en: 'This is missing. Please add it.',
  },
  'FIELD.NOT_TEXT': {
    status: 400,
    de: 'Hier wird ein Text erwartet.',
    en: 'A text is expected here.',
  },
  'FIELD.TOO_SHORT': {
    status: 400,
    de: 'Bitte mindestens {min} Zeichen angeben.',
    en: 'Please give at least {min} characters.',
  },
  'FIELD.TOO_LONG': {
    status: 400,
    de: 'Bitte auf höchstens {max} Zeichen kürzen.',
    en: 'Please shorten this to at most {max} characters.',
  },
  'FIELD.PATTERN': {
    status: 400,
    de: 'Die Schreibweise stimmt nicht. Erwartet wird: {pattern}',
    en: 'This is not written as expected: {pattern}',
  },
  'FIELD.NOT_EMAIL': {
    status: 400,
    de: 'Bitte eine vollständige E-Mail-Adresse angeben.',
    en: 'Please give a complete e-mail address.',
  },
  'FIELD.NOT_ID': {
    status: 400,
    de: 'Hier wird eine Kennung (UUID) erwartet.',
    en: 'An id (UUID) is expected here.',
  },
  'FIELD.NOT_WHOLE': {
    status: 400,
    de: 'Hier wird eine ganze Zahl erwartet.',
    en: 'A whole number is expected here.',
  },
  'FIELD.NOT_NUMBER': {
    status: 400,
    de: 'Hier wird eine Zahl erwartet.',
    en: 'A number is expected here.',
  },
  'FIELD.TOO_SMALL': {
    status: 400,
    de: 'Der kleinste zulässige Wert ist {min}.',
    en: 'The smallest value allowed is {min}.',
  },
  'FIELD.TOO_LARGE': {
    status: 400,
    de: 'Der größte zulässige Wert ist {max}.',
    en: 'The largest value allowed is {max}.',
  },
  'FIELD.NOT_BOOLEAN': {
    status: 400,
    de: 'Hier wird true oder false erwartet.',
    en: 'Either true or false is expected here.',
  },
  'FIELD.NOT_TIME': {
    status: 400,
    de: 'Hier wird ein Datum nach RFC 3339 erwartet, etwa 2020-09-15 oder 2020-09-15T12:00:00Z.',
    en: 'A date as in RFC 3339 is expected here, such as 2020-09-15 or 2020-09-15T12:00:00Z.',
  },
  'FIELD.NOT_ONE_OF': {
    status: 400,
    de: 'Zulässig sind: {allowed}.',
    en: 'Allowed are: {allowed}.',
  },
  'FIELD.NOT_LIST': {
    status: 400,
    de: 'Hier wird eine Liste erwartet.',
    en: 'A list is expected here.',
  },
  'FIELD.TOO_FEW': {
    status: 400,
    de: 'Bitte mindestens {min} Einträge angeben.',
    en: 'Please give at least {min} entries.',
  },
  'FIELD.TOO_MANY': {
    status: 400,
    de: 'Es sind höchstens {max} Einträge zulässig.',
    en: 'At most {max} entries are allowed.',
  },
  'FIELD.NOT_OBJECT': {
    status: 400,
    de: 'Hier wird ein Objekt erwartet.',
    en: 'An object is expected here.',
  },
  'FIELD.INVALID': {
    status: 400,
    de: 'Diese Angabe ist ungültig.',
    en: 'This is not valid.',
  },
  'FIELD.CURSOR': {
    status: 400,
    de: 'Dieser Cursor gehört nicht zu dieser Liste und Sortierung. Bitte die Liste von vorn laden.',
    en: 'This cursor does not belong to this list and order. Please load the list from its beginning.',
  },
} as const satisfies MessageCatalogue;
