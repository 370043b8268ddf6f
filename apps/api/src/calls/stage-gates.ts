import type { ApplicationProgress, CallFacts, CallState } from '@kuer/domain';
import { Injectable } from '@nestjs/common';

/** What one room knows of open duties: of the call as a whole, and of single applications by their id. */
export interface StageFacts {
  readonly call?: Partial<CallFacts>;
  readonly applications?: ReadonlyMap<string, Partial<ApplicationProgress>>;
}

/**
 * What one room contributes to the stages of a call. Rooms of stages never import each other: each registers here what it knows of
 * open duties, and what it has to do when a stage begins.
 */
export interface StageGate {
  readonly name: string;
  /** Facts for the readiness list; only those that concern the room. */
  facts?(callId: string): Promise<StageFacts>;
  /** Runs in the transaction of the step, after the call has changed its state. */
  onEnter?(callId: string, to: CallState, from: CallState): Promise<void>;
}

@Injectable()
export class StageGates {
  private readonly gates: StageGate[] = [];

  register(gate: StageGate): void {
    this.gates.push(gate);
  }

  /** The contributions of all rooms; a later one adds to what an earlier one says of the same application. */
  async facts(
    callId: string,
  ): Promise<{ call: Partial<CallFacts>; applications: Map<string, Partial<ApplicationProgress>> }> {
    const call: Partial<CallFacts> = {};
    const applications = new Map<string, Partial<ApplicationProgress>>();
    for (const gate of this.gates) {
      const facts = await gate.facts?.(callId);
      Object.assign(call, facts?.call);
      for (const [id, progress] of facts?.applications ?? []) {
        applications.set(id, { ...applications.get(id), ...progress });
      }
    }
    return { call, applications };
  }

  async enter(callId: string, to: CallState, from: CallState): Promise<void> {
    for (const gate of this.gates) await gate.onEnter?.(callId, to, from);
  }
}
