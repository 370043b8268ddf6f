import type { ActionRules } from './action-rule.js';
import { KNOWN_WITH_THE_CALL } from './action-rule.js';

const ROW = 'accounts, roles of a call';

/** Accounts belong to the installation, the roles of members to a call. Everybody reads their own account. */
export const ACCOUNT_RULES: ActionRules<'account.read' | 'account.write' | 'member.read' | 'member.write'> = {
  'account.read': {
    row: ROW,
    grants: {
      administrator: 'yes',
      coordinator: 'yes',
      auditor: 'yes',
      examiner: [['self']],
      reviewer: [['self']],
      juror: [['self']],
      chair: [['self']],
    },
    refusal: 'forbidden',
    conflict: 'exempt',
  },
  'account.write': { row: ROW, grants: { administrator: 'yes' }, refusal: 'forbidden', conflict: 'exempt' },
  'member.read': {
    row: ROW,
    grants: { administrator: 'yes', coordinator: 'yes', auditor: 'yes' },
    refusal: KNOWN_WITH_THE_CALL,
    conflict: 'exempt',
  },
  'member.write': { row: ROW, grants: { administrator: 'yes' }, refusal: KNOWN_WITH_THE_CALL, conflict: 'exempt' },
};
