import { useEffect, useState } from 'react';

/** asking: not known yet. writing: this tab may. reading: another tab of this browser does. */
export type TabState = 'asking' | 'writing' | 'reading';

interface Message {
  readonly kind: 'takeOver';
  readonly by: string;
}

/** A lock that is not free at once is often just being given back by the page that was left: no need to say so. */
const PATIENCE_MS = 400;
const ANSWER_MS = 4_000;
const STAND_BACK_MS = 1_500;

/** Of all tabs that show one review, one writes. Another one asks for it, and gets it once everything is saved. */
export class WritingTab {
  private readonly id = crypto.randomUUID();
  private readonly channel: BroadcastChannel | null;
  private state: TabState = 'asking';
  private release: (() => void) | null = null;
  private waiting: AbortController | null = null;
  private isClosed = false;
  private readonly timers = new Set<ReturnType<typeof setTimeout>>();

  constructor(
    private readonly name: string,
    private readonly onState: (state: TabState) => void,
    /** Saves what is pending, before another tab goes on. */
    private readonly beforeYield: () => Promise<void>,
  ) {
    this.channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel(name);
    this.channel?.addEventListener('message', (event: MessageEvent<Message>) => void this.heard(event.data));
    // Locks exist in secure contexts only; without them the versions of the scores still keep tabs from overwriting.
    if (!('locks' in navigator)) this.become('writing');
    else {
      this.queue();
      this.later(PATIENCE_MS, () => this.state === 'asking' && this.become('reading'));
    }
  }

  takeOver(): void {
    this.channel?.postMessage({ kind: 'takeOver', by: this.id } satisfies Message);
    this.later(ANSWER_MS, () => {
      if (this.state === 'writing') return;
      // The other tab does not answer (asleep, or hanging): its content is in the browser's storage.
      this.waiting?.abort();
      this.request({ steal: true });
    });
  }

  close(): void {
    this.isClosed = true;
    for (const timer of this.timers) clearTimeout(timer);
    this.waiting?.abort();
    this.channel?.close();
    const release = this.release;
    this.release = null;
    if (release) void this.beforeYield().finally(release);
  }

  private queue(): void {
    if (this.isClosed) return;
    this.waiting = new AbortController();
    this.request({ signal: this.waiting.signal });
  }

  private request(options: LockOptions): void {
    navigator.locks
      .request(this.name, options, () => {
        if (this.isClosed) return undefined;
        this.become('writing');
        return new Promise<void>((resolve) => {
          this.release = resolve;
        });
      })
      .catch(() => {
        // Given up by this tab itself, or taken by another one while this one was asleep.
        if (this.isClosed || this.release === null) return;
        this.release = null;
        this.become('reading');
        this.queue();
      });
  }

  private async heard({ by }: Message): Promise<void> {
    if (by === this.id || this.isClosed) return;
    if (this.release === null) {
      // Others wait as well: the one that asked goes first.
      this.waiting?.abort();
      this.later(STAND_BACK_MS, () => this.queue());
      return;
    }
    await this.beforeYield();
    const release = this.release;
    this.release = null;
    this.become('reading');
    release?.();
    this.later(STAND_BACK_MS, () => this.queue());
  }

  private become(state: TabState): void {
    this.state = state;
    if (!this.isClosed) this.onState(state);
  }

  private later(delay: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.timers.delete(timer);
      work();
    }, delay);
    this.timers.add(timer);
  }
}

/** Whether this tab may write under the given name. `beforeYield` must be stable. */
export function useWritingTab(name: string, beforeYield: () => Promise<void>) {
  const [state, setState] = useState<TabState>('asking');
  const [tab, setTab] = useState<WritingTab | null>(null);
  useEffect(() => {
    const own = new WritingTab(name, setState, beforeYield);
    setTab(own);
    return () => own.close();
  }, [name, beforeYield]);
  return { state, takeOver: () => tab?.takeOver() };
}
