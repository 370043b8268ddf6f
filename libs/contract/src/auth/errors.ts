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
} as const satisfies MessageCatalogue;
