import type { MessageCatalogue } from '../message-catalogue.js';

export const authErrors = {
  'AUTH.WRONG_CREDENTIALS': {
    status: 401,
    de: 'E-Mail-Adresse oder Passwort stimmt nicht.',
    en: 'The e-mail address or the password is wrong.',
  },
  'AUTH.TOKEN_INVALID': {
    status: 401,
    de: 'Ihre Anmeldung ist abgelaufen. Bitte melden Sie sich erneut an.',
    en: 'Your sign-in has expired. Please sign in again.',
  },
  'AUTH.SESSION_REVOKED': {
    status: 401,
    de: 'Diese Sitzung wurde beendet. Bitte melden Sie sich erneut an.',
    en: 'This session was ended. Please sign in again.',
  },
  'AUTH.ACCOUNT_DISABLED': {
    status: 401,
    de: 'Dieses Konto ist gesperrt. Bitte wenden Sie sich an die Administration.',
    en: 'This account is disabled. Please turn to the administration.',
  },
  'AUTH.WRONG_PASSWORD': {
    status: 422,
    de: 'Das bisherige Passwort stimmt nicht.',
    en: 'The present password is wrong.',
  },
  'AUTH.PASSWORD_TOO_COMMON': {
    status: 422,
    de: 'Dieses Passwort ist zu leicht zu erraten. Bitte ein anderes wählen, etwa mehrere zufällige Wörter.',
    en: 'This password is too easy to guess. Please choose another one, such as several random words.',
  },
  'AUTH.PASSWORD_UNCHANGED': {
    status: 422,
    de: 'Das neue Passwort muss sich vom bisherigen unterscheiden.',
    en: 'The new password must differ from the present one.',
  },
  'ACCOUNT.EMAIL_TAKEN': {
    status: 409,
    de: 'Für diese E-Mail-Adresse gibt es schon ein Konto.',
    en: 'There already is an account for this e-mail address.',
  },
  'ACCOUNT.NOT_YOURSELF': {
    status: 422,
    de: 'Das eigene Konto lässt sich weder sperren noch von der Administration entbinden. Bitte eine andere Administratorin oder einen anderen Administrator darum.',
    en: 'You can neither disable your own account nor take the administration from it. Please ask another administrator.',
  },
  'ACCOUNT.ADMINISTRATOR_IS_AUDITOR': {
    status: 409,
    de: 'Wer als Revision eingesetzt ist, kann nicht zugleich Administration sein.',
    en: 'Whoever is an auditor cannot be an administrator as well.',
  },
  'POLICY.ROLE': {
    status: 403,
    de: 'Ihre Rolle in diesem Verfahren erlaubt das nicht.',
    en: 'Your role in this call does not allow this.',
  },
  'POLICY.CONFLICT': {
    status: 403,
    de: 'Für diese Bewerbung ist bei Ihnen eine Befangenheit vermerkt; damit ist sie für Sie nicht zugänglich.',
    en: 'A conflict of interest of yours is recorded for this application, which closes it to you.',
  },
  'POLICY.NOT_OWN': {
    status: 403,
    de: 'Das gehört jemand anderem; nur die zuständige Person kann es bearbeiten.',
    en: 'This belongs to somebody else; only the person in charge can work on it.',
  },
  'POLICY.NOT_ASSIGNED': {
    status: 403,
    de: 'Diese Bewerbung ist Ihnen nicht zugewiesen.',
    en: 'This application is not assigned to you.',
  },
  'POLICY.NOT_PRESENT': {
    status: 403,
    de: 'Dafür müssen Sie in der Sitzung als anwesend geführt sein.',
    en: 'You have to be recorded as present in the session for this.',
  },
  'POLICY.REVIEW_NOT_SUBMITTED': {
    status: 403,
    de: 'Das Gutachten ist noch nicht eingereicht.',
    en: 'The review has not been submitted yet.',
  },
  'POLICY.NO_RECONCILIATION': {
    status: 403,
    de: 'Zu dieser Bewerbung läuft keine Abstimmung.',
    en: 'There is no open reconciliation of this application.',
  },
  'POLICY.CALL_NOT_IN_DRAFT': {
    status: 403,
    de: 'Das lässt sich nur ändern, solange der Förderaufruf ein Entwurf ist.',
    en: 'This can only be changed while the call is a draft.',
  },
  'POLICY.BEFORE_REVIEW_STAGE': {
    status: 403,
    de: 'Das ist erst möglich, wenn die Begutachtung eröffnet ist.',
    en: 'This is possible only once the review stage is open.',
  },
  'POLICY.BEFORE_JURY_STAGE': {
    status: 403,
    de: 'Das ist erst möglich, wenn die Jurystufe eröffnet ist.',
    en: 'This is possible only once the jury stage is open.',
  },
  'POLICY.REVIEWS_INCOMPLETE': {
    status: 403,
    de: 'Das ist erst möglich, wenn alle Gutachten dieser Bewerbung eingereicht sind.',
    en: 'This is possible only once all reviews of this application are submitted.',
  },
  'POLICY.FORMAL_CHECK_DECIDED': {
    status: 403,
    de: 'Über die formale Prüfung ist schon entschieden.',
    en: 'The formal check has been decided already.',
  },
  'POLICY.APPLICATION_FINISHED': {
    status: 403,
    de: 'Das Verfahren zu dieser Bewerbung ist abgeschlossen.',
    en: 'The procedure for this application is finished.',
  },
} as const satisfies MessageCatalogue;
