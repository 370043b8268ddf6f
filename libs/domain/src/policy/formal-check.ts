import type { ActionRules } from './action-rule.js';

const SUPPLEMENT_ROW = 'supplement request · send, answer';
const KNOWN_WITH_THE_APPLICATION = { knownBy: ['application.read'] } as const;

/** The formal check. That a rejection needs a second examiner is a rule of the decision itself, not of access. */
export const FORMAL_CHECK_RULES: ActionRules<
  'formalCheck.read' | 'formalCheck.examine' | 'formalCheck.decide' | 'supplement.send' | 'supplement.answer'
> = {
  'formalCheck.read': {
    row: 'formal check · read',
    grants: { coordinator: 'yes', examiner: 'yes', auditor: 'yes' },
    refusal: KNOWN_WITH_THE_APPLICATION,
    conflict: 'required',
  },
  'formalCheck.examine': {
    row: 'formal check · examine, decide',
    grants: { examiner: 'yes' },
    refusal: KNOWN_WITH_THE_APPLICATION,
    conflict: 'required',
  },
  'formalCheck.decide': {
    row: 'formal check · examine, decide',
    grants: { examiner: 'yes' },
    refusal: KNOWN_WITH_THE_APPLICATION,
    conflict: 'required',
  },
  'supplement.send': {
    row: SUPPLEMENT_ROW,
    grants: { coordinator: 'yes', examiner: 'yes' },
    refusal: KNOWN_WITH_THE_APPLICATION,
    conflict: 'required',
  },
  'supplement.answer': {
    row: SUPPLEMENT_ROW,
    grants: { coordinator: 'yes' },
    refusal: KNOWN_WITH_THE_APPLICATION,
    conflict: 'required',
  },
};
