import { AsyncLocalStorage } from 'node:async_hooks';

/** What is known of the HTTP request being answered; there is none in the loader and on the command line. */
export interface RequestContext {
  readonly requestId: string;
  /** Account and session of the caller; undefined on public routes. */
  readonly signedIn: { readonly accountId: string; readonly sessionId: string } | undefined;
  /** Permissions that a service has decided so far (see Access.require). */
  readonly decided: Set<string>;
  /** The answer is an earlier one, given again to the account that got it then (see IdempotencyInterceptor). */
  isReplay: boolean;
}

const storage = new AsyncLocalStorage<RequestContext>();

export const runInRequest = <T>(context: RequestContext, fn: () => T): T => storage.run(context, fn);

export const currentRequest = (): RequestContext | undefined => storage.getStore();
