import type { Request } from 'express';
import { currentRequest } from '../http/request-context.js';

/** What the access token says: who signed in, in which session. Roles are never in it. */
export interface SignedIn {
  readonly accountId: string;
  readonly sessionId: string;
}

/** Who sent this request, as the guard found out; undefined on public routes. */
export const signedInAccount = (request: Request): SignedIn | undefined => request.user as SignedIn | undefined;

/** The account that sent the current request: for services that open their own units of work. Throws where nobody is signed in. */
export function currentAccountId(): string {
  const accountId = currentRequest()?.signedIn?.accountId;
  if (!accountId) throw new Error('Nobody is signed in');
  return accountId;
}
