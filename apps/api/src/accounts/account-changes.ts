import { Injectable } from '@nestjs/common';

/** Tells other rooms, in the same transaction, that what is on record about a person has changed (derived conflicts, say). */
@Injectable()
export class AccountChanges {
  private readonly listeners: ((accountId: string) => Promise<void>)[] = [];

  onChange(listener: (accountId: string) => Promise<void>): void {
    this.listeners.push(listener);
  }

  async notify(accountId: string): Promise<void> {
    for (const listener of this.listeners) await listener(accountId);
  }
}
