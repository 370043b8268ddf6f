import type { UnitOfWork } from '../../persistence/unit-of-work.js';
import type { DemoCall } from '../demo-call.js';
import type { PersonaKey } from '../personas.js';
import type { DemoServices } from './demo-services.js';
import { formalCheckSteps } from './formal-check-steps.js';
import { jurySteps } from './jury-steps.js';
import type { LoadRecords } from './load-records.js';
import { receiptSteps } from './receipt-steps.js';
import { reviewSteps } from './review-steps.js';
import { type Chapter, type Turn, turnsOf } from './step.js';
import { StoryIds } from './story-ids.js';

export interface Stage {
  readonly uow: UnitOfWork;
  readonly services: DemoServices;
  readonly accounts: ReadonlyMap<PersonaKey, string>;
  readonly records: LoadRecords;
  readonly say: (line: string) => void;
}

/** A call as it is played: turn by turn, each in the name of its person and at its moment of the story. */
export class CallPlay {
  private readonly turns: readonly Turn[];
  private readonly ids: StoryIds;
  private next = 0;
  private chapter: Chapter | null = null;

  constructor(
    private readonly call: DemoCall,
    founder: PersonaKey,
    private readonly stage: Stage,
  ) {
    this.ids = new StoryIds(stage.accounts);
    this.turns = turnsOf([
      ...receiptSteps(call, founder),
      ...formalCheckSteps(call),
      ...reviewSteps(call),
      ...jurySteps(call),
    ]);
  }

  /** Up to the call's members: whoever coordinates it can announce the next one. */
  async announce(): Promise<void> {
    while (this.next < 2) await this.takeTurn();
  }

  async finish(stop: AbortSignal): Promise<void> {
    while (this.next < this.turns.length && !stop.aborted) await this.takeTurn();
  }

  private async takeTurn(): Promise<void> {
    const turn = this.turns[this.next];
    if (!turn) throw new Error('The story is over');
    const key = `${this.call.key} ${this.next}`;
    this.next += 1;
    const done = this.stage.records.of(key);
    if (done) {
      this.ids.restore(done);
      return;
    }
    this.announceChapter(turn.chapter);
    await this.play(turn, key);
  }

  private async play({ by, at, steps }: Turn, key: string): Promise<void> {
    const { uow, services, records } = this.stage;
    const { mark } = this.ids;
    await uow.run({ accountId: this.ids.account(by), mode: 'write', now: new Date(at) }, async () => {
      this.ids.forgetSince(mark);
      for (const step of steps) await step.act({ services, ids: this.ids });
      await records.keep(key, this.ids.since(mark));
    });
  }

  private announceChapter(chapter: Chapter): void {
    if (chapter === this.chapter) return;
    this.chapter = chapter;
    this.stage.say(
      `${this.call.round}: ${chapter}${chapter === 'receipt' ? ` of ${this.call.applications.length} applications` : ''}`,
    );
  }
}
