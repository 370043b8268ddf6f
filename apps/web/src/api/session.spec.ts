import { beforeEach, describe, expect, it } from '@jest/globals';
import { Session, type SessionMessage } from './session.js';

const jwt = (person: string) => `h.${btoa(JSON.stringify({ sub: person }))}.${String(Math.random())}`;

/** A server with one refresh cookie, and the browser around it. */
class World {
  person = 'p1';
  isAlive = true;
  isReachable = true;
  now = 0;
  refreshes = 0;
  running = 0;
  mostAtOnce = 0;
  remembered = true;
  readonly said: SessionMessage[] = [];
  private queue: Promise<unknown> = Promise.resolve();

  session(): Session {
    return new Session({
      fetch: async (input) => {
        await Promise.resolve();
        if (!this.isReachable) throw new TypeError('Failed to fetch');
        if (input.endsWith('/logout')) return new Response(null, { status: 204 });
        this.refreshes += 1;
        this.running += 1;
        this.mostAtOnce = Math.max(this.mostAtOnce, this.running);
        await new Promise((resolve) => setTimeout(resolve, 5));
        this.running -= 1;
        if (!this.isAlive) return new Response('{}', { status: 401 });
        return Response.json({ accessToken: jwt(this.person), expiresIn: 600 });
      },
      // All sessions of a World are tabs of one browser: one lock for them.
      exclusively: (work) => {
        const next = this.queue.then(work, work);
        this.queue = next.catch(() => undefined);
        return next;
      },
      now: () => this.now,
      remember: (signedIn) => {
        this.remembered = signedIn;
      },
      remembers: () => this.remembered,
      announce: (message) => {
        this.said.push(message);
      },
    });
  }
}

const soon = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('Session', () => {
  let world: World;
  beforeEach(() => {
    world = new World();
  });

  const signedIn = () => {
    const session = world.session();
    session.signedIn({ accessToken: jwt('p1'), expiresIn: 600 });
    return session;
  };

  it('takes a session up again after a reload', async () => {
    const session = world.session();
    await session.resume();
    expect(session.status).toBe('signedIn');
    expect(await session.bearer()).not.toBeNull();
  });

  it('asks nothing of the server where nobody was signed in', async () => {
    world.remembered = false;
    const session = world.session();
    await session.resume();
    expect([session.status, world.refreshes]).toEqual(['signedOut', 0]);
  });

  it('is signed out where the old session is over or the server does not answer, and says which is remembered', async () => {
    world.isReachable = false;
    const offline = world.session();
    await offline.resume();
    expect([offline.status, world.remembered]).toEqual(['signedOut', true]);
    world.isReachable = true;
    world.isAlive = false;
    const over = world.session();
    await over.resume();
    expect([over.status, world.remembered]).toEqual(['signedOut', false]);
  });

  it('gets one new token for many requests that are refused at once', async () => {
    const session = signedIn();
    const old = await session.bearer();
    const tokens = await Promise.all(Array.from({ length: 10 }, () => session.replace(old ?? '')));
    expect(world.refreshes).toBe(1);
    expect(new Set(tokens).size).toBe(1);
    expect(tokens[0]).not.toBe(old);
  });

  it('uses a token that came in the meantime instead of asking for another one', async () => {
    const session = signedIn();
    await session.replace((await session.bearer()) ?? '');
    await session.replace('an older one');
    expect(world.refreshes).toBe(1);
  });

  it('never refreshes in two tabs at the same time', async () => {
    const [one, two] = [signedIn(), signedIn()];
    await Promise.all([one.replace((await one.bearer()) ?? ''), two.replace((await two.bearer()) ?? '')]);
    expect([world.refreshes, world.mostAtOnce]).toEqual([2, 1]);
  });

  it('renews a token shortly before it ends', async () => {
    const session = signedIn();
    await session.bearer();
    expect(world.refreshes).toBe(0);
    world.now = 590_000;
    await session.bearer();
    expect(world.refreshes).toBe(1);
  });

  it('holds requests when the session has ended, and lets them go on after the same person signed in again', async () => {
    const session = signedIn();
    world.isAlive = false;
    const waiting = session.replace((await session.bearer()) ?? '');
    await soon();
    expect(session.status).toBe('expired');
    const another = session.bearer();
    world.isAlive = true;
    const token = { accessToken: jwt('p1'), expiresIn: 600 };
    session.signedIn(token);
    expect(await waiting).toBe(token.accessToken);
    expect(await another).toBe(token.accessToken);
    expect(session.status).toBe('signedIn');
  });

  it('lets no request of one person go on as another one', async () => {
    const session = signedIn();
    world.isAlive = false;
    const waiting = session.replace((await session.bearer()) ?? '');
    await soon();
    session.signedIn({ accessToken: jwt('p2'), expiresIn: 600 });
    await expect(waiting).rejects.toMatchObject({ code: 'SESSION.FOREIGN' });
    expect(session.status).toBe('foreign');
    expect(await session.bearer()).toBeNull();
  });

  it('notices by the refreshed token that somebody else signed in in another tab', async () => {
    const session = signedIn();
    world.person = 'p2';
    await expect(session.replace((await session.bearer()) ?? '')).rejects.toMatchObject({ code: 'SESSION.FOREIGN' });
    expect(session.status).toBe('foreign');
  });

  it('does not take a lost connection for the end of the session', async () => {
    const session = signedIn();
    world.isReachable = false;
    await expect(session.replace((await session.bearer()) ?? '')).rejects.toMatchObject({ code: 'NO_ANSWER' });
    expect(session.status).toBe('signedIn');
  });

  it('signs out at once, also without a connection, and gives up what was waiting', async () => {
    const session = signedIn();
    world.isAlive = false;
    const waiting = session.replace((await session.bearer()) ?? '');
    await soon();
    world.isReachable = false;
    const leaving = session.signOut();
    expect(session.status).toBe('signedOut');
    await expect(waiting).rejects.toMatchObject({ code: 'SESSION.SIGNED_OUT' });
    await leaving;
    expect(world.remembered).toBe(false);
    expect(world.said.at(-1)).toEqual({ kind: 'signedOut' });
  });

  it('keeps the page when another tab signs out, and goes on when it signs in again', async () => {
    const session = signedIn();
    session.heard({ kind: 'signedOut' });
    expect(session.status).toBe('expired');
    session.heard({ kind: 'signedIn', person: 'p1' });
    await soon();
    expect(session.status).toBe('signedIn');
    session.heard({ kind: 'signedIn', person: 'p2' });
    expect(session.status).toBe('foreign');
  });
});
