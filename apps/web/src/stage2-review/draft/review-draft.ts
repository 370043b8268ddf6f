import { isApiProblem } from '../../api/problem.js';
import type { DraftStorage, PendingDraft } from './draft-storage.js';
import { type Content, isSameContent, type Saved } from './saved-content.js';

/**
 * - saved: the server has it (or there is nothing)   - unsaved: being written   - saving: on its way
 * - offline: no answer; tried again by itself        - conflict: the server has something else that this was not written on
 * - refused: the server says no; trying again will not help
 */
export type PartStatus = 'saved' | 'unsaved' | 'saving' | 'offline' | 'conflict' | 'refused';

export interface Part {
  readonly content: Content;
  readonly status: PartStatus;
  readonly base: Saved;
  /** In this browser's storage. False: closing the window loses what is not saved. */
  readonly isKept: boolean;
  /** With `conflict`: what the server has. */
  readonly other: Saved | null;
  /** With `refused`: why. */
  readonly problem: unknown;
}

export interface DraftTransport {
  save(part: string, content: Content, version: number): Promise<Saved>;
  /** The server's content out of a refusal for a stale version. */
  currentOf(part: string, current: Record<string, unknown>): Saved;
}

const AUTOSAVE_MS = 800;
const RETRY_MS = [5_000, 10_000, 30_000] as const;

/**
 * What is being written of one review. Each part (criterion, conclusion) is saved for itself, with its own version; every
 * change is kept in the browser first and forgotten there once the server confirmed it. Nothing is ever overwritten:
 * where the server has something else, both stay until the person has chosen.
 */
export class ReviewDraft {
  private parts: ReadonlyMap<string, Part>;
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly running = new Map<string, Promise<void>>();
  private readonly listeners = new Set<() => void>();
  private retryTimer: ReturnType<typeof setTimeout> | null = null;
  private failures = 0;
  /** What the storage does comes one after the other: forgetting must not overtake keeping. */
  private storing: Promise<unknown> = Promise.resolve();

  constructor(
    saved: ReadonlyMap<string, Saved>,
    pending: readonly PendingDraft[],
    private readonly reviewVersion: number,
    private readonly transport: DraftTransport,
    private readonly storage: DraftStorage,
    private readonly now: () => Date = () => new Date(),
  ) {
    const parts = new Map<string, Part>();
    for (const [part, base] of saved) parts.set(part, clean(base));
    for (const draft of pending) {
      const base = saved.get(draft.part);
      if (base) parts.set(draft.part, this.restore(draft, base));
    }
    this.parts = parts;
    for (const [part, { status }] of parts) if (status === 'unsaved') this.schedule(part, 0);
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Changes its identity with every change. */
  snapshot = (): ReadonlyMap<string, Part> => this.parts;

  part(part: string): Part {
    const found = this.parts.get(part);
    if (!found) throw new Error(`No part ${part} in this review`);
    return found;
  }

  edit(part: string, content: Content): void {
    const before = this.part(part);
    if (isSameContent(before.content, content)) return;
    const stays = before.status === 'conflict' || before.status === 'saving';
    this.set(part, { ...before, content, status: stays ? before.status : 'unsaved', isKept: false, problem: null });
    this.keep(part);
    if (before.status !== 'conflict') this.schedule(part, AUTOSAVE_MS);
  }

  /** Saves now what waits: one part, or all. Resolves when every answer is there and the browser has forgotten what was confirmed. */
  async flush(part?: string): Promise<void> {
    const wanted = part === undefined ? [...this.parts.keys()] : [part];
    await Promise.all(wanted.map((one) => this.save(one)));
    await this.storing;
  }

  /** After a conflict: save the own content over the server's, on purpose, or take the server's. */
  resolve(part: string, choice: 'own' | 'other'): void {
    const { content, other } = this.part(part);
    if (!other) return;
    if (choice === 'other') {
      this.set(part, clean(other));
      this.forget(part);
      return;
    }
    this.set(part, { ...clean(other), content, status: 'unsaved' });
    this.keep(part);
    this.schedule(part, 0);
  }

  /** Is there anything that the server has not confirmed? */
  get isPending(): boolean {
    return [...this.parts.values()].some(({ status }) => status !== 'saved');
  }

  /** The connection is back, or the person asks: everything that got no answer is sent again. */
  retry = (): void => {
    for (const [part, { status }] of this.parts) if (status === 'offline' || status === 'refused') void this.save(part);
  };

  /** No more timers. What waits is sent once more; what gets no answer stays in the browser. */
  async close(): Promise<void> {
    if (this.retryTimer) clearTimeout(this.retryTimer);
    this.retryTimer = null;
    await this.flush();
    if (this.retryTimer) clearTimeout(this.retryTimer);
    await this.storing;
  }

  private restore(draft: PendingDraft, base: Saved): Part {
    if (isSameContent(draft.content, base.content)) {
      this.forget(draft.part);
      return clean(base);
    }
    const isOnBase = draft.baseVersion === base.version && draft.reviewVersion === this.reviewVersion;
    return {
      ...clean(base),
      content: draft.content,
      status: isOnBase ? 'unsaved' : 'conflict',
      other: isOnBase ? null : base,
      isKept: true,
    };
  }

  private schedule(part: string, delay: number): void {
    const timer = this.timers.get(part);
    if (timer) clearTimeout(timer);
    this.timers.set(
      part,
      setTimeout(() => void this.save(part), delay),
    );
  }

  /** One request per part at a time; what was written in the meantime goes with the next one. */
  private async save(part: string): Promise<void> {
    const timer = this.timers.get(part);
    if (timer) clearTimeout(timer);
    this.timers.delete(part);
    await this.running.get(part);
    const { status } = this.part(part);
    if (status === 'saved' || status === 'conflict') return;
    const already = this.running.get(part);
    if (already) return already;
    const run = this.send(part).finally(() => this.running.delete(part));
    this.running.set(part, run);
    await run;
    if (this.part(part).status === 'unsaved' && !this.timers.has(part)) this.schedule(part, AUTOSAVE_MS);
  }

  private async send(part: string): Promise<void> {
    const { content, base } = this.part(part);
    this.set(part, { ...this.part(part), status: 'saving', problem: null });
    try {
      this.confirmed(part, content, await this.transport.save(part, content, base.version));
      this.failures = 0;
    } catch (error) {
      this.failed(part, error);
    }
  }

  private confirmed(part: string, sent: Content, saved: Saved): void {
    const { content, isKept } = this.part(part);
    if (isSameContent(content, sent)) {
      this.set(part, clean({ ...saved, content: sent }));
      this.forget(part);
      return;
    }
    this.set(part, { ...clean(saved), content, status: 'unsaved', isKept });
    this.keep(part);
  }

  private failed(part: string, error: unknown): void {
    const before = this.part(part);
    if (isApiProblem(error) && error.isStale && error.current) {
      const other = this.transport.currentOf(part, error.current);
      // The own save whose answer was lost: the server has just this.
      if (isSameContent(other.content, before.content)) {
        this.set(part, clean(other));
        this.forget(part);
      } else {
        const isElsewhere = !isSameContent(other.content, before.base.content);
        // Only another part of the same version moved on (summary and verdict share one): nothing to choose between.
        this.set(part, {
          ...before,
          base: other,
          status: isElsewhere ? 'conflict' : 'unsaved',
          other: isElsewhere ? other : null,
        });
      }
      return;
    }
    if (isApiProblem(error) && error.isTemporary) {
      this.set(part, { ...before, status: 'offline' });
      this.retryLater();
      return;
    }
    this.set(part, { ...before, status: 'refused', problem: error });
  }

  private retryLater(): void {
    if (this.retryTimer) return;
    const delay = RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)];
    this.failures += 1;
    this.retryTimer = setTimeout(() => {
      this.retryTimer = null;
      this.retry();
    }, delay);
  }

  private keep(part: string): void {
    const { content, base } = this.part(part);
    const draft: PendingDraft = {
      part,
      content,
      baseVersion: base.version,
      reviewVersion: this.reviewVersion,
      writtenAt: this.now().toISOString(),
    };
    this.storing = this.storing
      .then(() => this.storage.keep(draft))
      .then(() => {
        const after = this.part(part);
        if (after.content === content && after.status !== 'saved') this.set(part, { ...after, isKept: true });
      })
      // Without storage the server is the only place: isKept stays false, and the status says so.
      .catch(() => undefined);
  }

  private forget(part: string): void {
    this.storing = this.storing.then(() => this.storage.forget(part)).catch(() => undefined);
  }

  private set(part: string, next: Part): void {
    this.parts = new Map(this.parts).set(part, next);
    for (const listener of this.listeners) listener();
  }
}

const clean = (base: Saved): Part => ({
  content: base.content,
  status: 'saved',
  base,
  isKept: false,
  other: null,
  problem: null,
});
