import { ApiProblem, problemFrom } from './problem.js';

/**
 * Who is signed in, in this tab. The access token lives in memory only; the refresh token is a cookie that no script can
 * read. One refresh at a time in all tabs (a second one with the same cookie would look like theft and end the session).
 *
 * - unknown: not asked yet        - signedOut: nobody
 * - signedIn: token at hand       - expired: someone was, and the page is still theirs; a new sign-in goes on with it
 * - foreign: another person signed in in another tab; this page must be loaded anew
 */
export type SessionStatus = 'unknown' | 'signedOut' | 'signedIn' | 'expired' | 'foreign';

export interface Token {
  readonly accessToken: string;
  readonly expiresIn: number;
}

export interface SessionEnvironment {
  fetch(input: string, init: RequestInit): Promise<Response>;
  /** Runs one at a time across all tabs. */
  exclusively<T>(work: () => Promise<T>): Promise<T>;
  now(): number;
  /** Remembers over reloads that someone was signed in, so that nobody's visit does not begin with a refused request. */
  remember(signedIn: boolean): void;
  remembers(): boolean;
  announce(message: SessionMessage): void;
}

export type SessionMessage = { readonly kind: 'signedIn'; readonly person: string } | { readonly kind: 'signedOut' };

/** Ask for a new token this long before the old one ends. */
const MARGIN_MS = 20_000;

export class Session {
  private token: { value: string; endsAt: number } | null = null;
  private person: string | null = null;
  private running: Promise<boolean> | null = null;
  private waiting: Array<{ resolve(): void; reject(reason: unknown): void }> = [];
  private readonly listeners = new Set<() => void>();
  private state: SessionStatus = 'unknown';

  constructor(private readonly environment: SessionEnvironment) {}

  get status(): SessionStatus {
    return this.state;
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** At the start of the app: is there still a session from before? */
  async resume(): Promise<void> {
    if (!this.environment.remembers()) return this.become('signedOut');
    try {
      if (!(await this.refresh())) {
        this.environment.remember(false);
        this.become('signedOut');
      }
    } catch {
      // No answer: whoever it is sees the sign-in page, and the page says that the server can't be reached.
      this.become('signedOut');
    }
  }

  /** Takes over the token of a sign-in. Requests that waited for it go on, unless it is somebody else. */
  signedIn(token: Token): void {
    const person = personOf(token.accessToken);
    const isSomebodyElse = this.person !== null && person !== null && person !== this.person;
    if (isSomebodyElse && this.state !== 'signedOut') {
      this.settle(new ApiProblem(401, 'SESSION.FOREIGN', '', ''));
      this.environment.announce({ kind: 'signedIn', person: person ?? '' });
      this.become('foreign');
      return;
    }
    this.accept(token);
    this.environment.remember(true);
    this.environment.announce({ kind: 'signedIn', person: person ?? '' });
    this.settle(null);
  }

  /** Forgets the token at once, then tells the server. */
  async signOut(): Promise<void> {
    const bearer = this.token?.value;
    this.forget();
    this.environment.announce({ kind: 'signedOut' });
    await this.environment
      .fetch('/api/v1/auth/logout', {
        method: 'POST',
        credentials: 'same-origin',
        headers: bearer ? { Authorization: `Bearer ${bearer}` } : {},
      })
      .catch(() => undefined);
  }

  /** Another tab says something. */
  heard(message: SessionMessage): void {
    if (message.kind === 'signedOut') {
      if (this.state === 'signedIn') {
        this.token = null;
        this.become('expired');
      }
      return;
    }
    if (this.person !== null && message.person !== this.person) {
      this.become('foreign');
      return;
    }
    // The same person signed in again elsewhere: the cookie is good again. Without an answer the dialog just stays.
    if (this.state === 'expired')
      void this.refresh()
        .then((isFresh) => isFresh && this.settle(null))
        .catch(() => undefined);
  }

  /** The token for a request; fetches a new one where the old one is about to end. Null: not signed in. */
  async bearer(): Promise<string | null> {
    if (this.state === 'signedOut' || this.state === 'foreign') return null;
    if (this.state === 'expired') await this.nextSignIn();
    if (this.token && this.token.endsAt - MARGIN_MS > this.environment.now()) return this.token.value;
    if (this.token && !(await this.refresh())) await this.expire();
    return this.token?.value ?? null;
  }

  /** A request was refused with 401 although it carried `used`: get another token, or wait for the person to sign in again. */
  async replace(used: string): Promise<string | null> {
    if (this.token && this.token.value !== used) return this.token.value;
    if (this.state === 'expired') await this.nextSignIn();
    else if (this.state === 'signedIn' && !(await this.refresh())) await this.expire();
    return this.token?.value ?? null;
  }

  /** True: a new token is there. False: the server says the session is over. Throws where no answer came. */
  private refresh(): Promise<boolean> {
    this.running ??= this.environment
      .exclusively(() => this.askForToken())
      .finally(() => {
        this.running = null;
      });
    return this.running;
  }

  private async askForToken(): Promise<boolean> {
    let response: Response;
    try {
      response = await this.environment.fetch('/api/v1/auth/refresh', { method: 'POST', credentials: 'same-origin' });
    } catch {
      throw ApiProblem.noAnswer();
    }
    if (response.status === 401 || response.status === 403) return false;
    if (!response.ok) throw await problemFrom(response);
    const token = (await response.json()) as Token;
    const person = personOf(token.accessToken);
    if (this.person !== null && person !== null && person !== this.person) {
      this.become('foreign');
      return false;
    }
    this.accept(token);
    return true;
  }

  private accept(token: Token): void {
    this.token = { value: token.accessToken, endsAt: this.environment.now() + token.expiresIn * 1000 };
    this.person = personOf(token.accessToken) ?? this.person;
    this.become('signedIn');
  }

  private async expire(): Promise<void> {
    if (this.state === 'foreign') throw new ApiProblem(401, 'SESSION.FOREIGN', '', '');
    this.token = null;
    this.become('expired');
    await this.nextSignIn();
  }

  private nextSignIn(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
    });
  }

  private settle(problem: ApiProblem | null): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const one of waiting) problem ? one.reject(problem) : one.resolve();
  }

  private forget(): void {
    this.token = null;
    this.person = null;
    this.environment.remember(false);
    this.settle(new ApiProblem(401, 'SESSION.SIGNED_OUT', '', ''));
    this.become('signedOut');
  }

  private become(state: SessionStatus): void {
    if (this.state === state) return;
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}

/** The person a token was made for (its `sub`), or null where it can't be read. Only compared, never trusted. */
function personOf(accessToken: string): string | null {
  try {
    const payload = accessToken.split('.')[1] ?? '';
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    const subject = claims && typeof claims === 'object' ? (claims as { sub?: unknown }).sub : null;
    return typeof subject === 'string' ? subject : null;
  } catch {
    return null;
  }
}
