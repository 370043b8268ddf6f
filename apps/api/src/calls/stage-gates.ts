import type { CallState, ReadinessFacts } from '@kuer/domain';
import { Injectable } from '@nestjs/common';

/**
 * What one room contributes to the stages of a call. Rooms of stages never import each other: each registers here what it knows of
 * open duties, and what it has to do when a stage begins.
 */
export interface StageGate {
  readonly name: string;
  /** Facts for the readiness list; only those that concern the room. */
  facts?(callId: string): Promise<Partial<ReadinessFacts>>;
  /** Runs in the transaction of the step, after the call has changed its state. */
  onEnter?(callId: string, to: CallState, from: CallState): Promise<void>;
}

@Injectable()
export class StageGates {
  private readonly gates: StageGate[] = [];

  register(gate: StageGate): void {
    this.gates.push(gate);
  }

  async facts(callId: string): Promise<Partial<ReadinessFacts>> {
    const merged: Partial<ReadinessFacts>[] = [];
    for (const gate of this.gates) if (gate.facts) merged.push(await gate.facts(callId));
    return Object.assign({}, ...merged) as Partial<ReadinessFacts>;
  }

  async enter(callId: string, to: CallState, from: CallState): Promise<void> {
    for (const gate of this.gates) await gate.onEnter?.(callId, to, from);
  }
}
