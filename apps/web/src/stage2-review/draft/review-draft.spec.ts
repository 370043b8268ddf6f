import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ApiProblem } from '../../api/problem.js';
import type { DraftStorage, PendingDraft } from './draft-storage.js';
import { type DraftTransport, ReviewDraft } from './review-draft.js';
import type { Content, Saved, ScoreContent } from './saved-content.js';

const written = (justification: string, value: number | null = 3): ScoreContent => ({ value, justification });
const saved = (content: Content, version: number): Saved => ({ content, version, savedAt: '2026-11-24T12:00:00Z' });
const stale = (current: Saved) => new ApiProblem(409, 'GENERAL.STALE', '', '', [], { ...current });

/** A server with one version per part, as the API has it. */
class Server implements DraftTransport {
  readonly parts = new Map<string, Saved>();
  readonly calls: string[] = [];
  failWith: (() => unknown) | null = null;

  async save(part: string, content: Content, version: number): Promise<Saved> {
    this.calls.push(part);
    if (this.failWith) throw this.failWith();
    const now = this.parts.get(part) ?? saved(written('', null), 0);
    if (now.version !== version) throw stale(now);
    const next = saved(content, version + 1);
    this.parts.set(part, next);
    return next;
  }

  currentOf = (_part: string, current: Record<string, unknown>): Saved => current as unknown as Saved;
}

class Storage implements DraftStorage {
  readonly kept = new Map<string, PendingDraft>();
  load = async () => [...this.kept.values()];
  keep = async (draft: PendingDraft) => void this.kept.set(draft.part, draft);
  forget = async (part: string) => void this.kept.delete(part);
}

describe('ReviewDraft', () => {
  let server: Server;
  let storage: Storage;
  const begin = (parts: ReadonlyMap<string, Saved>, pending: readonly PendingDraft[] = []) => {
    for (const [part, one] of parts) server.parts.set(part, one);
    return new ReviewDraft(parts, pending, 1, server, storage);
  };
  const empty = () =>
    new Map([
      ['K1', saved(written('', null), 0)],
      ['K2', saved(written('', null), 0)],
    ]);
  const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

  beforeEach(() => {
    jest.useFakeTimers();
    server = new Server();
    storage = new Storage();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('saves 800 ms after the last key, that part alone, and then forgets what it kept', async () => {
    const draft = begin(empty());
    draft.edit('K1', written('a'));
    await pass(700);
    draft.edit('K1', written('ab'));
    await pass(700);
    expect(server.calls).toEqual([]);
    expect(draft.part('K1').status).toBe('unsaved');
    expect(storage.kept.get('K1')?.content).toEqual(written('ab'));
    await pass(150);
    expect(server.calls).toEqual(['K1']);
    expect(draft.part('K1').status).toBe('saved');
    expect(storage.kept.size).toBe(0);
  });

  it('sends what was typed while a save was under way with the next one', async () => {
    const draft = begin(empty());
    draft.edit('K1', written('first'));
    const flushed = draft.flush('K1');
    draft.edit('K1', written('first and more'));
    await flushed;
    expect(draft.part('K1').content).toEqual(written('first and more'));
    await pass(1_000);
    expect(server.parts.get('K1')?.content).toEqual(written('first and more'));
    expect(draft.part('K1').status).toBe('saved');
  });

  it('keeps what got no answer, and sends it by itself later', async () => {
    const draft = begin(empty());
    server.failWith = () => ApiProblem.noAnswer();
    draft.edit('K1', written('offline'));
    await pass(1_000);
    expect(draft.part('K1')).toMatchObject({ status: 'offline', isKept: true });
    expect(storage.kept.has('K1')).toBe(true);
    server.failWith = null;
    await pass(6_000);
    expect(draft.part('K1').status).toBe('saved');
    expect(storage.kept.size).toBe(0);
  });

  it('does not claim to have kept what the browser would not store', async () => {
    const draft = begin(empty());
    storage.keep = async () => {
      throw new Error('no storage');
    };
    server.failWith = () => ApiProblem.noAnswer();
    draft.edit('K1', written('offline'));
    await pass(1_000);
    expect(draft.part('K1')).toMatchObject({ status: 'offline', isKept: false });
  });

  it('overwrites nothing: both versions stay until one is chosen', async () => {
    const draft = begin(empty());
    server.parts.set('K1', saved(written('theirs', 1), 4));
    draft.edit('K1', written('mine'));
    await pass(1_000);
    expect(draft.part('K1').status).toBe('conflict');
    expect(draft.part('K1').content).toEqual(written('mine'));
    expect(draft.part('K1').other?.content).toEqual(written('theirs', 1));
    draft.edit('K1', written('mine and theirs'));
    await pass(5_000);
    expect(server.parts.get('K1')?.content).toEqual(written('theirs', 1));
    draft.resolve('K1', 'own');
    await pass(1_000);
    expect(server.parts.get('K1')).toMatchObject({ content: written('mine and theirs'), version: 5 });
    expect(draft.part('K1').status).toBe('saved');
  });

  it('takes the other version where the person wants it', async () => {
    const draft = begin(empty());
    server.parts.set('K1', saved(written('theirs', 1), 4));
    draft.edit('K1', written('mine'));
    await pass(1_000);
    draft.resolve('K1', 'other');
    await pass(1_000);
    expect(draft.part('K1')).toMatchObject({ status: 'saved', content: written('theirs', 1) });
    expect(storage.kept.size).toBe(0);
  });

  it('recognises its own save whose answer was lost', async () => {
    const draft = begin(empty());
    server.parts.set('K1', saved(written('mine'), 1));
    draft.edit('K1', written('mine'));
    await pass(1_000);
    expect(draft.part('K1')).toMatchObject({ status: 'saved', base: { version: 1 } });
  });

  it('sends what the browser kept of an earlier visit where the server stands still, and asks where it moved on', async () => {
    const kept = { content: written('kept'), reviewVersion: 1, writtenAt: '2026-11-24T11:00:00Z' };
    const draft = begin(
      new Map([
        ['K1', saved(written('old'), 2)],
        ['K2', saved(written('newer'), 3)],
      ]),
      [
        { ...kept, part: 'K1', baseVersion: 2 },
        { ...kept, part: 'K2', baseVersion: 2 },
      ],
    );
    await pass(100);
    expect(server.parts.get('K1')?.content).toEqual(written('kept'));
    expect(draft.part('K2')).toMatchObject({ status: 'conflict', content: written('kept') });
    expect(server.parts.get('K2')?.content).toEqual(written('newer'));
  });

  it('does not send again what the server refuses, until it is changed', async () => {
    const draft = begin(empty());
    server.failWith = () => new ApiProblem(409, 'REVIEW.ALREADY_SUBMITTED', '', '');
    draft.edit('K1', written('late'));
    await pass(60_000);
    expect(server.calls).toHaveLength(1);
    expect(draft.part('K1').status).toBe('refused');
    expect(storage.kept.has('K1')).toBe(true);
  });
});
