import { Injectable } from '@nestjs/common';

/** Tells other rooms, in the same transaction, that the members of a call have changed (derived conflicts, say). */
@Injectable()
export class MemberChanges {
  private readonly listeners: ((callId: string) => Promise<void>)[] = [];

  onChange(listener: (callId: string) => Promise<void>): void {
    this.listeners.push(listener);
  }

  async notify(callId: string): Promise<void> {
    for (const listener of this.listeners) await listener(callId);
  }
}
