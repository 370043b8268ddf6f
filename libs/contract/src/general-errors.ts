import type { MessageCatalogue } from './message-catalogue.js';

/** Refusals that every route can give. */
export const generalErrors = {
  'REQUEST.INVALID': {
    status: 400,
    de: 'Die Anfrage enthält ungültige Angaben. Nichts wurde geändert.',
    en: 'The request contains invalid data. Nothing was changed.',
  },
  'REQUEST.MALFORMED_JSON': {
    status: 400,
    de: 'Der Inhalt der Anfrage ist kein gültiges JSON.',
    en: 'The body of the request is not valid JSON.',
  },
  'REQUEST.UNKNOWN_FIELD': {
    status: 400,
    de: 'Das Feld „{field}“ ist hier nicht vorgesehen. Bitte entfernen.',
    en: 'The field “{field}” is not known here. Please remove it.',
  },
  'REQUEST.UNAUTHENTICATED': { status: 401, de: 'Bitte melden Sie sich an.', en: 'Please sign in.' },
  'REQUEST.FORBIDDEN': {
    status: 403,
    de: 'Dafür haben Sie in diesem Verfahren keine Berechtigung.',
    en: 'You are not permitted to do this in this call.',
  },
  'REQUEST.NOT_FOUND': {
    status: 404,
    de: 'Das gesuchte Objekt gibt es nicht oder es ist für Sie nicht sichtbar.',
    en: 'What you are looking for does not exist, or is not visible to you.',
  },
  'REQUEST.ROUTE_NOT_FOUND': {
    status: 404,
    de: 'Diese Adresse gibt es nicht.',
    en: 'There is nothing at this address.',
  },
  'REQUEST.METHOD_NOT_ALLOWED': {
    status: 405,
    de: 'Diese Adresse kennt die Methode {method} nicht. Möglich: {allowed}.',
    en: 'This address does not know the method {method}. Possible: {allowed}.',
  },
  'REQUEST.STALE_VERSION': {
    status: 409,
    de: 'Inzwischen wurde dies an anderer Stelle geändert. Nichts wurde überschrieben; der aktuelle Stand liegt bei.',
    en: 'This was changed elsewhere in the meantime. Nothing was overwritten; the current state is enclosed.',
  },
  'REQUEST.CONFLICTING_STATE': {
    status: 409,
    de: 'Im jetzigen Stand des Verfahrens ist das nicht möglich.',
    en: 'This is not possible in the present state of the procedure.',
  },
  'REQUEST.ALREADY_EXISTS': {
    status: 409,
    de: 'Das gibt es bereits. Nichts wurde geändert.',
    en: 'This exists already. Nothing was changed.',
  },
  'REQUEST.REFERENCE_MISSING': {
    status: 409,
    de: 'Etwas, worauf sich die Anfrage bezieht, gibt es nicht oder nicht mehr. Nichts wurde geändert.',
    en: 'Something that the request refers to does not exist, or no longer. Nothing was changed.',
  },
  'REQUEST.BUSY': {
    status: 409,
    de: 'Daran wird gerade an anderer Stelle gearbeitet. Bitte gleich noch einmal versuchen.',
    en: 'This is being worked on elsewhere at the moment. Please try again shortly.',
  },
  'REQUEST.TOO_LARGE': {
    status: 413,
    de: 'Der Inhalt der Anfrage ist zu groß.',
    en: 'The body of the request is too large.',
  },
  'REQUEST.UNSUPPORTED_MEDIA_TYPE': {
    status: 415,
    de: 'Dieses Format wird hier nicht angenommen.',
    en: 'This format is not accepted here.',
  },
  'REQUEST.IDEMPOTENCY_KEY_REUSED': {
    status: 422,
    de: 'Dieser Idempotency-Key wurde schon mit einem anderen Inhalt verwendet.',
    en: 'This Idempotency-Key was already used with another body.',
  },
  'REQUEST.IDEMPOTENCY_KEY_INVALID': {
    status: 400,
    de: 'Der Idempotency-Key muss aus 8 bis 200 druckbaren Zeichen bestehen.',
    en: 'The Idempotency-Key must consist of 8 to 200 printable characters.',
  },
  'REQUEST.RULE_VIOLATED': {
    status: 422,
    de: 'Die Anfrage verstößt gegen eine Regel. Nichts wurde geändert.',
    en: 'The request breaks a rule. Nothing was changed.',
  },
  'REQUEST.TOO_MANY': {
    status: 429,
    de: 'Zu viele Versuche. Bitte warten Sie {seconds} Sekunden.',
    en: 'Too many attempts. Please wait {seconds} seconds.',
  },
  'REQUEST.INTERNAL': {
    status: 500,
    de: 'Es ist ein unerwarteter Fehler aufgetreten. Nichts wurde geändert. Bitte nennen Sie bei einer Rückfrage die Vorgangsnummer {requestId}.',
    en: 'An unexpected error occurred. Nothing was changed. Please quote the reference {requestId} when you ask about it.',
  },
  'REQUEST.UNAVAILABLE': {
    status: 503,
    de: 'Der Dienst ist gerade nicht erreichbar. Bitte versuchen Sie es gleich noch einmal.',
    en: 'The service is not available right now. Please try again shortly.',
  },
} as const satisfies MessageCatalogue;
