import type { ConflictGround, ConflictSource } from '@kuer/domain';
import { Injectable } from '@nestjs/common';

/** A conflict that has just come into force, in the transaction that put it on record. */
export interface RaisedConflict {
  readonly conflictId: string;
  readonly callId: string;
  readonly applicationId: string;
  /** The person in conflict, who need not be the one who asks. */
  readonly accountId: string;
  readonly ground: ConflictGround;
  readonly source: ConflictSource;
}

type Observer = (conflict: RaisedConflict) => Promise<void>;

/**
 * Tells the rooms of the stages that a person is in conflict from now on: an active assignment is declined, a vote is taken out of the
 * electorate. They register here in `onModuleInit`, so that no stage has to know another one. Observers run in the same transaction.
 */
@Injectable()
export class ConflictEvents {
  private readonly observers: Observer[] = [];

  onRaised(observer: Observer): void {
    this.observers.push(observer);
  }

  async raised(conflict: RaisedConflict): Promise<void> {
    for (const observer of this.observers) await observer(conflict);
  }
}
