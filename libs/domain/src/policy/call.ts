import type { ActionRules } from './action-rule.js';
import { KNOWN_WITH_THE_CALL } from './action-rule.js';

/**
 * Calls, catalogues, dates. A call is created by a person who is coordinator somewhere; the very first one of an
 * installation by an administrator, since nobody has a role in a call yet.
 */
export const CALL_RULES: ActionRules<'call.read' | 'call.create' | 'call.write' | 'call.transition'> = {
  'call.read': {
    row: 'call, catalogue, dates · read',
    grants: {
      administrator: 'yes',
      coordinator: 'yes',
      examiner: 'yes',
      reviewer: 'yes',
      juror: 'yes',
      chair: 'yes',
      auditor: 'yes',
    },
    refusal: 'hidden',
    conflict: 'exempt',
  },
  'call.create': {
    row: 'call, catalogue, corridors · write (draft only)',
    grants: { coordinator: 'yes', administrator: [['noCallExists']] },
    refusal: 'forbidden',
    conflict: 'exempt',
  },
  'call.write': {
    row: 'call, catalogue, corridors · write (draft only)',
    grants: { coordinator: [['callInDraft']] },
    refusal: KNOWN_WITH_THE_CALL,
    conflict: 'exempt',
  },
  'call.transition': {
    row: 'call · next stage, step back',
    grants: { coordinator: 'yes' },
    refusal: KNOWN_WITH_THE_CALL,
    conflict: 'exempt',
  },
};
