import type { Request } from 'express';

/** What the access token says: who signed in, in which session. Roles are never in it. */
export interface SignedIn {
  readonly accountId: string;
  readonly sessionId: string;
}

/** Who sent this request, as the guard found out; undefined on public routes. */
export const signedInAccount = (request: Request): SignedIn | undefined => request.user as SignedIn | undefined;
