import type { Ballot, Majority } from '../../call/jury-rules.js';
import type { AttendanceState, MotionKind, MotionOutcome, VoteChoice } from '../../stage3-jury/jury-states.js';
import type { EventInfos, FieldChange, JsonValue } from './event-info.js';

/**
 * Stage 3. In a secret ballot VOTE_CAST records who voted and `choice` is null (I6). A motion's wording is part of the
 * record; what a recused member may read of it is left out by whoever answers.
 */
export interface JuryEventPayloads {
  SESSION_CREATED: { sessionId: string; title: string; startsAt: string | null };
  SESSION_CHANGED: { sessionId: string; changes: readonly FieldChange[] };
  SESSION_OPENED: { sessionId: string; members: number; present: number };
  SESSION_CLOSED: { sessionId: string; motions: number };
  ATTENDANCE_RECORDED: {
    sessionId: string;
    accountId: string;
    from: AttendanceState | null;
    to: AttendanceState;
  };
  MEMBER_LEFT_ROOM: { sessionId: string; accountId: string; motionId: string | null };
  MEMBER_RETURNED: { sessionId: string; accountId: string; motionId: string | null };
  MOTION_PUT: {
    motionId: string;
    sessionId: string;
    number: number;
    kind: MotionKind;
    text: string;
    bundleId: string | null;
    otherApplicationId: string | null;
  };
  MOTION_OPENED: {
    motionId: string;
    ballot: Ballot;
    majority: Majority;
    eligible: readonly string[];
    recused: readonly string[];
    absent: readonly string[];
    required: number;
  };
  VOTE_CAST: { motionId: string; accountId: string; ballot: Ballot; choice: VoteChoice | null };
  MOTION_CLOSED: {
    motionId: string;
    yes: number;
    no: number;
    abstain: number;
    outcome: MotionOutcome;
    decidedBy: 'votes' | 'chair' | 'tie_rule' | 'quorum';
  };
  BUNDLE_CREATED: { bundleId: string; name: string; copyOf: string | null };
  BUNDLE_CHANGED: { bundleId: string; version: number; changes: readonly FieldChange[] };
  BUNDLE_ITEM_ADDED: { bundleId: string; reason: string | null };
  BUNDLE_ITEM_REMOVED: { bundleId: string; reason: string | null };
  BUNDLE_JUSTIFIED: { bundleId: string; reason: string };
  BUNDLE_CORRIDOR_JUSTIFIED: { bundleId: string; dimension: string; value: string; reason: string };
  BUNDLE_PROPOSED: { inputs: JsonValue; selected: readonly string[] };
  BUNDLE_FROZEN: { bundleId: string; applicationIds: readonly string[] };
  BUNDLE_REOPENED: { bundleId: string };
  BUNDLE_ADOPTED: { bundleId: string; motionId: string; applicationIds: readonly string[] };
}

/** Scope and names of the events of stage 3. */
export const JURY_EVENTS: EventInfos<JuryEventPayloads> = {
  SESSION_CREATED: { scope: 'call', label: { de: 'Jurysitzung angelegt', en: 'Jury session created' } },
  SESSION_CHANGED: { scope: 'call', label: { de: 'Jurysitzung geändert', en: 'Jury session changed' } },
  SESSION_OPENED: { scope: 'call', label: { de: 'Jurysitzung eröffnet', en: 'Jury session opened' } },
  SESSION_CLOSED: { scope: 'call', label: { de: 'Jurysitzung geschlossen', en: 'Jury session closed' } },
  ATTENDANCE_RECORDED: { scope: 'call', label: { de: 'Anwesenheit erfasst', en: 'Attendance recorded' } },
  MEMBER_LEFT_ROOM: { scope: 'call', label: { de: 'Mitglied hat den Raum verlassen', en: 'Member left the room' } },
  MEMBER_RETURNED: { scope: 'call', label: { de: 'Mitglied ist zurückgekehrt', en: 'Member returned' } },
  MOTION_PUT: { scope: 'call', label: { de: 'Antrag gestellt', en: 'Motion put' } },
  MOTION_OPENED: { scope: 'call', label: { de: 'Abstimmung über Antrag eröffnet', en: 'Vote on motion opened' } },
  VOTE_CAST: { scope: 'call', label: { de: 'Stimme abgegeben', en: 'Vote cast' } },
  MOTION_CLOSED: { scope: 'call', label: { de: 'Abstimmung über Antrag geschlossen', en: 'Vote on motion closed' } },
  BUNDLE_CREATED: { scope: 'call', label: { de: 'Bündel angelegt', en: 'Bundle created' } },
  BUNDLE_CHANGED: { scope: 'call', label: { de: 'Bündel geändert', en: 'Bundle changed' } },
  BUNDLE_ITEM_ADDED: { scope: 'application', label: { de: 'In das Bündel aufgenommen', en: 'Added to the bundle' } },
  BUNDLE_ITEM_REMOVED: {
    scope: 'application',
    label: { de: 'Aus dem Bündel genommen', en: 'Removed from the bundle' },
  },
  BUNDLE_JUSTIFIED: {
    scope: 'application',
    label: { de: 'Abweichung von der Rangfolge begründet', en: 'Departure from the ranking justified' },
  },
  BUNDLE_CORRIDOR_JUSTIFIED: {
    scope: 'call',
    label: { de: 'Abweichung vom Zielkorridor begründet', en: 'Departure from a corridor justified' },
  },
  BUNDLE_PROPOSED: { scope: 'call', label: { de: 'Bündel vorgeschlagen', en: 'Bundle proposed' } },
  BUNDLE_FROZEN: { scope: 'call', label: { de: 'Bündel festgeschrieben', en: 'Bundle frozen' } },
  BUNDLE_REOPENED: { scope: 'call', label: { de: 'Bündel wieder geöffnet', en: 'Bundle reopened' } },
  BUNDLE_ADOPTED: { scope: 'call', label: { de: 'Bündel beschlossen', en: 'Bundle adopted' } },
};
