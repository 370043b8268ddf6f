import type { Role } from '../../vocabulary/roles.js';
import type { Commitment } from '../commitment.js';
import type { EventInfos } from './event-info.js';

/** Accounts, sign-ins and roles. Names and e-mail addresses never stand in an event; `personalData` commits to them. */
export interface AccountEventPayloads {
  ACCOUNT_CREATED: { accountId: string; isAdministrator: boolean; personalData?: Commitment };
  ACCOUNT_CHANGED: { accountId: string; fields: readonly string[]; personalData?: Commitment };
  ACCOUNT_DISABLED: { accountId: string };
  ACCOUNT_ENABLED: { accountId: string };
  PASSWORD_CHANGED: { accountId: string; isOwn: boolean };
  SIGNED_IN: { accountId: string };
  SIGNED_OUT: { accountId: string };
  SIGN_IN_BLOCKED: { accountId: string | null; attempts: number };
  REFRESH_TOKEN_REUSED: { accountId: string };
  ROLE_GRANTED: { accountId: string; role: Role };
  ROLE_WITHDRAWN: { accountId: string; role: Role };
  DEMO_DATA_LOADED: { callIds: readonly string[]; version: string };
}

/** Scope and names of the events of accounts and roles. */
export const ACCOUNT_EVENTS: EventInfos<AccountEventPayloads> = {
  ACCOUNT_CREATED: { scope: 'installation', label: { de: 'Konto angelegt', en: 'Account created' } },
  ACCOUNT_CHANGED: { scope: 'installation', label: { de: 'Konto geändert', en: 'Account changed' } },
  ACCOUNT_DISABLED: { scope: 'installation', label: { de: 'Konto gesperrt', en: 'Account disabled' } },
  ACCOUNT_ENABLED: { scope: 'installation', label: { de: 'Konto entsperrt', en: 'Account enabled' } },
  PASSWORD_CHANGED: { scope: 'installation', label: { de: 'Passwort geändert', en: 'Password changed' } },
  SIGNED_IN: { scope: 'installation', label: { de: 'Angemeldet', en: 'Signed in' } },
  SIGNED_OUT: { scope: 'installation', label: { de: 'Abgemeldet', en: 'Signed out' } },
  SIGN_IN_BLOCKED: {
    scope: 'installation',
    label: { de: 'Anmeldung nach Fehlversuchen gesperrt', en: 'Sign-in blocked after failed attempts' },
  },
  REFRESH_TOKEN_REUSED: {
    scope: 'installation',
    label: { de: 'Verbrauchtes Anmeldetoken erneut vorgelegt', en: 'Used refresh token presented again' },
  },
  ROLE_GRANTED: { scope: 'call', label: { de: 'Rolle vergeben', en: 'Role granted' } },
  ROLE_WITHDRAWN: { scope: 'call', label: { de: 'Rolle entzogen', en: 'Role withdrawn' } },
  DEMO_DATA_LOADED: { scope: 'installation', label: { de: 'Demodaten geladen', en: 'Demo data loaded' } },
};
