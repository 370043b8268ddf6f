import type { ActionRules } from './action-rule.js';
import { KNOWN_WITH_THE_CALL } from './action-rule.js';

const ROW = 'assignment · propose, confirm, revoke';

/** Assignments of reviewers. Reviewers know their own and no other. */
export const ASSIGNMENT_RULES: ActionRules<
  | 'assignment.read'
  | 'assignment.propose'
  | 'assignment.confirm'
  | 'assignment.revoke'
  | 'assignment.respond'
  | 'assignment.readOwn'
> = {
  'assignment.read': {
    row: ROW,
    grants: { coordinator: 'yes', auditor: 'yes' },
    refusal: KNOWN_WITH_THE_CALL,
    conflict: 'ifKnown',
  },
  'assignment.propose': {
    row: ROW,
    grants: { coordinator: 'yes' },
    refusal: KNOWN_WITH_THE_CALL,
    conflict: 'exempt',
  },
  'assignment.confirm': {
    row: ROW,
    grants: { coordinator: 'yes' },
    refusal: KNOWN_WITH_THE_CALL,
    conflict: 'ifKnown',
  },
  'assignment.revoke': {
    row: ROW,
    grants: { coordinator: 'yes' },
    refusal: { knownBy: ['review.readDraft', 'assignment.respond'] },
    conflict: 'ifKnown',
  },
  'assignment.respond': {
    row: ROW,
    grants: { reviewer: [['own']] },
    refusal: 'hidden',
    conflict: 'ifKnown',
  },
  'assignment.readOwn': {
    row: ROW,
    grants: { reviewer: 'yes' },
    refusal: KNOWN_WITH_THE_CALL,
    conflict: 'exempt',
  },
};
