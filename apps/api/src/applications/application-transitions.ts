import {
  APPLICATION_STATE_LABELS,
  type ApplicationAct,
  type ApplicationState,
  CALL_STATE_LABELS,
  type CallState,
  decideTransition,
  type Refused,
} from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit-trail.js';
import { Refusal } from '../http/refusal.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import { APPLICATION_ACT_LABELS } from './application-act-labels.js';

export interface Transition {
  readonly applicationId: string;
  readonly callId: string;
  readonly from: ApplicationState;
  readonly to: ApplicationState;
  /** Version of the application after the step. */
  readonly version: number;
}

interface LockedRow {
  id: string;
  callId: string;
  state: ApplicationState;
  version: number;
  callState: CallState;
}

/**
 * The only place where an application changes its state. It locks the row, asks the table of transitions, counts the version up and
 * appends to the trail, all in the caller's transaction. Who may do it is decided before, by whoever calls.
 */
@Injectable()
export class ApplicationTransitions {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly trail: AuditTrail,
  ) {}

  /** Does the act, or throws 409 with what stands against it. */
  async apply(applicationId: string, act: ApplicationAct): Promise<Transition> {
    const [row] = await this.lock('a.id = $1', [applicationId]);
    if (!row) throw Refusal.notFound();
    const decision = decideTransition(row.state, act, row.callState);
    if (!decision.ok) throw refusalOf(decision, row, act);
    const [done] = await this.move([{ row, to: decision.to }], act);
    if (!done) throw new Error('A step of one application moves one application');
    return done;
  }

  /** Does the act to every application of the call that is in a state for it, and leaves the others as they are. */
  applyToAll(callId: string, act: ApplicationAct): Promise<Transition[]> {
    return this.applyWherePossible('a.call_id = $1', [callId], act);
  }

  /** Does the act to those of these applications that are in a state for it, and leaves the others as they are. */
  applyToThese(applicationIds: readonly string[], act: ApplicationAct): Promise<Transition[]> {
    return this.applyWherePossible('a.id = ANY($1::uuid[])', [applicationIds], act);
  }

  /** What `apply` would answer: for abilities, without touching anything. */
  isPossible(state: ApplicationState, act: ApplicationAct, callState: CallState): boolean {
    return decideTransition(state, act, callState).ok;
  }

  private async applyWherePossible(
    condition: string,
    parameters: readonly unknown[],
    act: ApplicationAct,
  ): Promise<Transition[]> {
    // In the order of the numbers: two transactions that move many applications never wait for each other in a circle.
    const steps: { row: LockedRow; to: ApplicationState }[] = [];
    for (const row of await this.lock(condition, parameters)) {
      const decision = decideTransition(row.state, act, row.callState);
      if (decision.ok) steps.push({ row, to: decision.to });
      // The state allows it and the stage of the call does not: that is a mistake of the caller, not of one application.
      else if (decision.code === 'APPLICATION.WRONG_CALL_STAGE') throw refusalOf(decision, row, act);
    }
    return this.move(steps, act);
  }

  private lock(condition: string, parameters: readonly unknown[]): Promise<LockedRow[]> {
    return this.uow.query<LockedRow>(
      `SELECT a.id, a.call_id AS "callId", a.state, a.version, c.state AS "callState"
         FROM kuer.applications a JOIN kuer.calls c ON c.id = a.call_id
        WHERE ${condition} ORDER BY a.number FOR UPDATE OF a`,
      parameters,
    );
  }

  private async move(
    steps: readonly { readonly row: LockedRow; readonly to: ApplicationState }[],
    act: ApplicationAct,
  ): Promise<Transition[]> {
    if (steps.length === 0) return [];
    const moved = await this.uow.execute(
      `UPDATE kuer.applications a SET state = s.state, version = a.version + 1, updated_at = $3
         FROM unnest($1::uuid[], $2::text[]) AS s (id, state) WHERE a.id = s.id`,
      [steps.map(({ row }) => row.id), steps.map(({ to }) => to), this.uow.now],
    );
    // Row-level security hides what may not be changed instead of refusing it: a step that moved nothing must not look done.
    if (moved !== steps.length) throw Refusal.forbidden();
    for (const { row, to } of steps) {
      await this.trail.append({
        callId: row.callId,
        applicationId: row.id,
        type: 'APPLICATION_STATE_CHANGED',
        payload: { from: row.state, to, act },
      });
    }
    return steps.map(({ row, to }) => ({
      applicationId: row.id,
      callId: row.callId,
      from: row.state,
      to,
      version: row.version + 1,
    }));
  }
}

function refusalOf(refused: Refused, row: LockedRow, act: ApplicationAct): Refusal {
  return Refusal.conflict(refused.code, {
    act: APPLICATION_ACT_LABELS[act],
    from: APPLICATION_STATE_LABELS[row.state],
    callState: CALL_STATE_LABELS[row.callState],
  });
}
