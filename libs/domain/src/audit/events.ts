import { ACCOUNT_EVENTS, type AccountEventPayloads } from './events/account-events.js';
import { APPLICATION_EVENTS, type ApplicationEventPayloads } from './events/application-events.js';
import { CALL_EVENTS, type CallEventPayloads } from './events/call-events.js';
import { CONFLICT_EVENTS, type ConflictEventPayloads } from './events/conflict-events.js';
import { DECISION_EVENTS, type DecisionEventPayloads } from './events/decision-events.js';
import type { AuditEventInfo } from './events/event-info.js';
import { FORMAL_CHECK_EVENTS, type FormalCheckEventPayloads } from './events/formal-check-events.js';
import { JURY_EVENTS, type JuryEventPayloads } from './events/jury-events.js';
import { REVIEW_EVENTS, type ReviewEventPayloads } from './events/review-events.js';

/** The payload of every event, by its type. Closed: what is not here is no event of the procedure (I7). */
export interface AuditEventPayloads
  extends AccountEventPayloads,
    CallEventPayloads,
    ApplicationEventPayloads,
    FormalCheckEventPayloads,
    ConflictEventPayloads,
    ReviewEventPayloads,
    JuryEventPayloads,
    DecisionEventPayloads {}

/** The name of a type of event, in the past tense. */
export type AuditEventType = keyof AuditEventPayloads;

/** Scope and German and English name of every type of event. */
export const AUDIT_EVENTS: Readonly<Record<AuditEventType, AuditEventInfo>> = {
  ...ACCOUNT_EVENTS,
  ...CALL_EVENTS,
  ...APPLICATION_EVENTS,
  ...FORMAL_CHECK_EVENTS,
  ...CONFLICT_EVENTS,
  ...REVIEW_EVENTS,
  ...JURY_EVENTS,
  ...DECISION_EVENTS,
};

/** All types of events, in the order of the procedure. */
export const AUDIT_EVENT_TYPES = Object.keys(AUDIT_EVENTS) as readonly AuditEventType[];

/**
 * An event as it is hashed. `at`: RFC 3339 in UTC. `actorId` is null where the system itself acted. `seq` counts from 1
 * without gaps within its chain, which is a call's or the installation's.
 */
export interface AuditEvent<T extends AuditEventType = AuditEventType> {
  readonly id: string;
  readonly chainId: string;
  readonly seq: number;
  readonly callId: string | null;
  readonly applicationId: string | null;
  readonly type: T;
  readonly actorId: string | null;
  readonly at: string;
  readonly payload: AuditEventPayloads[T];
}
