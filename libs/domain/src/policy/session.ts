import type { ActionRules } from './action-rule.js';
import { KNOWN_WITH_THE_CALL } from './action-rule.js';

const KNOWN_WITH_THE_SESSION = { knownBy: ['session.read'] } as const;
const READERS = { coordinator: 'yes', juror: 'yes', chair: 'yes', auditor: 'yes' } as const;

/** Sessions, motions and votes. What a recused member sees of a motion is left out by whoever answers. */
export const SESSION_RULES: ActionRules<
  | 'session.read'
  | 'session.create'
  | 'session.chair'
  | 'session.recordAttendance'
  | 'motion.read'
  | 'motion.put'
  | 'motion.chair'
  | 'vote.cast'
  | 'vote.read'
> = {
  'session.read': {
    row: 'jury session · create, invite, minutes',
    grants: READERS,
    refusal: KNOWN_WITH_THE_CALL,
    conflict: 'exempt',
  },
  'session.create': {
    row: 'jury session · create, invite, minutes',
    grants: { coordinator: 'yes', chair: 'yes' },
    refusal: KNOWN_WITH_THE_CALL,
    conflict: 'exempt',
  },
  'session.chair': {
    row: 'jury session · open, close, attendance',
    grants: { chair: 'yes' },
    refusal: KNOWN_WITH_THE_SESSION,
    conflict: 'exempt',
  },
  'session.recordAttendance': {
    row: 'jury session · open, close, attendance',
    grants: { coordinator: 'yes', chair: 'yes' },
    refusal: KNOWN_WITH_THE_SESSION,
    conflict: 'exempt',
  },
  'motion.read': { row: 'vote · read', grants: READERS, refusal: KNOWN_WITH_THE_SESSION, conflict: 'exempt' },
  'motion.put': {
    row: 'motion · put',
    grants: { juror: 'yes', chair: 'yes' },
    refusal: KNOWN_WITH_THE_SESSION,
    conflict: 'ifKnown',
  },
  'motion.chair': {
    row: 'motion · open, close',
    grants: { chair: 'yes' },
    refusal: KNOWN_WITH_THE_SESSION,
    conflict: 'ifKnown',
  },
  'vote.cast': {
    row: 'vote · cast',
    grants: { juror: [['present']], chair: [['present']] },
    refusal: KNOWN_WITH_THE_SESSION,
    conflict: 'required',
  },
  'vote.read': { row: 'vote · read', grants: READERS, refusal: KNOWN_WITH_THE_SESSION, conflict: 'exempt' },
};
