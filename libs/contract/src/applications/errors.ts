import type { MessageCatalogue } from '../message-catalogue.js';

/** Refusals about applications, their documents, and who is in conflict with them. */
export const applicationErrors = {
  'APPLICATION.TRANSITION_NOT_ALLOWED': {
    status: 409,
    de: '„{act}“ ist nicht möglich: Die Bewerbung hat den Stand „{from}“. Bitte laden Sie die Seite neu.',
    en: '“{act}” is not possible: the application is at “{from}”. Please reload the page.',
  },
  'APPLICATION.WRONG_CALL_STAGE': {
    status: 409,
    de: '„{act}“ ist nicht möglich, solange der Förderaufruf den Stand „{callState}“ hat.',
    en: '“{act}” is not possible while the call is at “{callState}”.',
  },
  'APPLICATION.CALL_TAKES_NO_MORE': {
    status: 409,
    de: 'Der Förderaufruf hat den Stand „{callState}“ und nimmt keine Bewerbungen mehr auf. Nötig wäre ein Schritt zurück zur formalen Prüfung.',
    en: 'The call is at “{callState}” and takes no more applications. It would have to step back to the formal check.',
  },
  'APPLICATION.CONTENT_CONTRADICTS': {
    status: 422,
    de: 'Die Angaben zur Bewerbung sind nicht schlüssig. Nichts wurde gespeichert.',
    en: 'The data of the application is not consistent. Nothing was saved.',
  },
  'APPLICATION.LEAD_KEY_MISSING': {
    status: 422,
    de: 'Der Gemeindeschlüssel der federführenden Kommune fehlt. Bitte AGS (8 Ziffern) oder ARS (12 Ziffern) angeben.',
    en: 'The official key of the lead municipality is missing. Please give its AGS (8 digits) or ARS (12 digits).',
  },
  'APPLICATION.STATE_OF_LEAD_MISSING': {
    status: 422,
    de: 'Der Schlüssel {ags} gehört zu {state}; unter „Länder“ steht dieses Land nicht. Bitte eines von beiden berichtigen.',
    en: 'The key {ags} belongs to {state}, which is not among the states. Please correct one of the two.',
  },
  'APPLICATION.PARTY_TWICE': {
    status: 422,
    de: 'Der Schlüssel {ags} („{name}“) ist schon bei „{first}“ angegeben. Bitte einen der beiden berichtigen.',
    en: 'The key {ags} (“{name}”) is given for “{first}” already. Please correct one of the two.',
  },
  'APPLICATION.LEAD_TAKEN_BY': {
    status: 409,
    de: 'Die Kommune mit dem Schlüssel {ags} ist schon federführend in der Bewerbung {number}. Jede Kommune kann sich nur einmal bewerben.',
    en: 'The municipality with the key {ags} leads the application {number} already. Each municipality can apply only once.',
  },
  'APPLICATION.LEAD_TAKEN': {
    status: 409,
    de: 'Eine der federführenden Kommunen bewirbt sich in diesem Förderaufruf schon. Jede Kommune kann sich nur einmal bewerben.',
    en: 'One of the lead municipalities applies in this call already. Each municipality can apply only once.',
  },
  'APPLICATION.NUMBER_TAKEN': {
    status: 409,
    de: 'Die Nummer {number} ist vergeben. Bitte eine andere wählen oder leer lassen.',
    en: 'The number {number} is taken. Please choose another one, or leave it empty.',
  },
  'AGS.FORMAT': {
    status: 422,
    de: '„{value}“ ({name}) ist kein Gemeindeschlüssel. Erwartet werden 8 Ziffern (AGS) oder 12 Ziffern (ARS).',
    en: '“{value}” ({name}) is no official key. 8 digits (AGS) or 12 digits (ARS) are expected.',
  },
  'AGS.STATE': {
    status: 422,
    de: 'Der Schlüssel „{value}“ ({name}) beginnt mit {prefix}. Kein Land hat diese Kennziffer (01 bis 16). Bitte den Schlüssel prüfen.',
    en: 'The key “{value}” ({name}) begins with {prefix}. No state has this number (01 to 16). Please check the key.',
  },

  'ATTACHMENT.DOCUMENT_UNKNOWN': {
    status: 422,
    de: '„{documentKey}“ ist keine Unterlage dieses Förderaufrufs. Möglich sind: {allowed}.',
    en: '“{documentKey}” is no document of this call. Possible are: {allowed}.',
  },
  'ATTACHMENT.EMPTY': {
    status: 422,
    de: 'Die Datei „{fileName}“ ist leer. Bitte die richtige Datei wählen.',
    en: 'The file “{fileName}” is empty. Please choose the right one.',
  },
  'ATTACHMENT.NOT_A_PDF': {
    status: 415,
    de: 'Die Datei „{fileName}“ ist dem Inhalt nach kein PDF. Bitte das Dokument als PDF speichern und dieses hochladen.',
    en: 'By its content the file “{fileName}” is no PDF. Please save the document as PDF and upload that.',
  },
  'ATTACHMENT.TRUNCATED': {
    status: 422,
    de: 'Die Datei „{fileName}“ ist unvollständig: Das Ende des PDF fehlt. Bitte neu speichern und noch einmal hochladen.',
    en: 'The file “{fileName}” is incomplete: the end of the PDF is missing. Please save it again and upload that.',
  },
  'ATTACHMENT.AMBIGUOUS': {
    status: 422,
    de: 'Die Datei „{fileName}“ enthält außer dem PDF noch anderes (eine Webseite oder ein Archiv). Bitte das Dokument neu als PDF ausgeben.',
    en: 'The file “{fileName}” holds something besides the PDF (a web page or an archive). Please print the document to PDF again.',
  },
  'ATTACHMENT.ACTIVE_CONTENT': {
    status: 422,
    de: 'Das PDF „{fileName}“ enthält Programme, eingebettete Dateien oder selbsttätige Aktionen ({found}). Bitte das Dokument ohne diese neu als PDF ausgeben, am besten als PDF/A.',
    en: 'The PDF “{fileName}” holds programs, embedded files or automatic actions ({found}). Please print it to PDF without them, best as PDF/A.',
  },
  'ATTACHMENT.ENCRYPTED': {
    status: 422,
    de: 'Das PDF „{fileName}“ ist verschlüsselt. Bitte ohne Kennwort speichern.',
    en: 'The PDF “{fileName}” is encrypted. Please save it without a password.',
  },
  'ATTACHMENT.ALREADY_THERE': {
    status: 409,
    de: 'Genau diese Datei liegt bei dieser Unterlage schon vor. Sie wurde nicht noch einmal gespeichert.',
    en: 'Exactly this file is there for this document already. It was not saved again.',
  },
  'ATTACHMENT.TOO_MANY': {
    status: 422,
    de: 'Zu einer Bewerbung gehören höchstens {limit} Dateien. Bitte zuerst überholte entfernen.',
    en: 'An application holds at most {limit} files. Please remove outdated ones first.',
  },
  'ATTACHMENT.TOO_LARGE': {
    status: 413,
    de: 'Die Datei ist größer als {limitMb} MB. Bitte verkleinern, etwa durch eine geringere Auflösung der Bilder.',
    en: 'The file is larger than {limitMb} MB. Please make it smaller, by a lower resolution of its pictures for example.',
  },

  'CONFLICT.NOTE_NEEDED': {
    status: 422,
    de: 'Bitte begründen Sie mit mindestens {min} Zeichen, warum diese Person befangen ist.',
    en: 'Please say in at least {min} characters why this person is in conflict.',
  },
  'CONFLICT.NOT_A_MEMBER': {
    status: 422,
    de: 'Diese Person wirkt an diesem Förderaufruf nicht mit. Eine Befangenheit lässt sich nur für Mitwirkende festhalten.',
    en: 'This person takes no part in this call. A conflict can be recorded for its members only.',
  },
  'CONFLICT.ALREADY_RECORDED': {
    status: 409,
    de: 'Diese Befangenheit ist mit demselben Grund schon festgehalten. Sie gilt weiter.',
    en: 'This conflict is on record with the same ground already. It stays in force.',
  },
  'CONFLICT.ALREADY_LIFTED': {
    status: 409,
    de: 'Diese Befangenheit wurde schon aufgehoben.',
    en: 'This conflict was lifted already.',
  },
  'CONFLICT.OWN_NOT_LIFTABLE': {
    status: 403,
    de: 'Über die eigene Befangenheit entscheidet niemand selbst. Bitte wenden Sie sich an eine andere Person der Geschäftsstelle.',
    en: 'Nobody decides on a conflict of their own. Please turn to another coordinator.',
  },
  'CONFLICT.GROUND_NEEDED': {
    status: 422,
    de: 'Bitte geben Sie an, worin die Befangenheit besteht.',
    en: 'Please say what the conflict consists in.',
  },
  'CONFLICT.GROUND_WITHOUT_CONFLICT': {
    status: 422,
    de: 'Ein Grund gehört nur zu einer erklärten Befangenheit. Bitte die Antwort oder den Grund berichtigen.',
    en: 'A ground belongs to a declared conflict only. Please correct the answer or the ground.',
  },
  'CONFLICT.STATEMENT_STANDS': {
    status: 409,
    de: 'Sie haben sich zu dieser Bewerbung für befangen erklärt. Das kann nur die Geschäftsstelle aufheben.',
    en: 'You have declared yourself in conflict with this application. Only a coordinator can lift that.',
  },
} as const satisfies MessageCatalogue;
