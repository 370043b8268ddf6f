import type { ActionRules } from './action-rule.js';
import { KNOWN_WITH_THE_CALL } from './action-rule.js';

/** Conflicts of interest. A conflict never keeps a person from declaring one, nor from reading their own. */
export const CONFLICT_RULES: ActionRules<'conflict.read' | 'conflict.declare' | 'conflict.set' | 'conflict.lift'> = {
  'conflict.read': {
    row: 'conflict · declare for oneself',
    grants: {
      coordinator: 'yes',
      auditor: 'yes',
      examiner: [['self']],
      reviewer: [['self']],
      juror: [['self']],
      chair: [['self']],
    },
    refusal: 'hidden',
    conflict: 'exempt',
  },
  'conflict.declare': {
    row: 'conflict · declare for oneself',
    grants: { coordinator: 'yes', examiner: 'yes', reviewer: 'yes', juror: 'yes', chair: 'yes' },
    refusal: KNOWN_WITH_THE_CALL,
    conflict: 'exempt',
  },
  'conflict.set': {
    row: 'conflict · set, lift for others',
    grants: { coordinator: 'yes' },
    refusal: KNOWN_WITH_THE_CALL,
    conflict: 'ifKnown',
  },
  'conflict.lift': {
    row: 'conflict · set, lift for others',
    grants: { coordinator: 'yes' },
    refusal: { knownBy: ['conflict.read'] },
    conflict: 'ifKnown',
  },
};
