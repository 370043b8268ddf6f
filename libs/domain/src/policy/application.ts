import type { ActionRules } from './action-rule.js';
import { KNOWN_WITH_THE_CALL } from './action-rule.js';

const EDIT_ROW = 'application · import, edit, withdraw';
const KNOWN_WITH_THE_APPLICATION = { knownBy: ['application.read'] } as const;

/** Applications and their documents. A list holds what each person may see; jurors get one from the jury stage on. */
export const APPLICATION_RULES: ActionRules<
  | 'application.list'
  | 'application.read'
  | 'application.write'
  | 'application.withdraw'
  | 'attachment.read'
  | 'attachment.write'
> = {
  'application.list': {
    row: 'application · list, read',
    grants: {
      coordinator: 'yes',
      examiner: 'yes',
      reviewer: 'yes',
      juror: [['fromJuryStage']],
      chair: [['fromJuryStage']],
      auditor: 'yes',
    },
    refusal: KNOWN_WITH_THE_CALL,
    conflict: 'exempt',
  },
  'application.read': {
    row: 'application · list, read',
    grants: {
      coordinator: 'yes',
      examiner: 'yes',
      reviewer: [['assigned']],
      juror: [['fromJuryStage']],
      chair: [['fromJuryStage']],
      auditor: 'yes',
    },
    refusal: 'hidden',
    conflict: 'required',
  },
  'application.write': {
    row: EDIT_ROW,
    grants: { coordinator: [['formalCheckUndecided']] },
    refusal: { knownBy: ['application.read'], knownByWhileNew: ['call.read'] },
    conflict: 'requiredOnceExisting',
  },
  // Withdrawing is open in every state before the decision; which these are, the table of transitions says.
  'application.withdraw': {
    row: EDIT_ROW,
    grants: { coordinator: 'yes' },
    refusal: KNOWN_WITH_THE_APPLICATION,
    conflict: 'required',
  },
  'attachment.read': {
    row: 'attachment · read',
    grants: {
      coordinator: 'yes',
      examiner: 'yes',
      reviewer: [['assigned']],
      juror: [['fromJuryStage']],
      chair: [['fromJuryStage']],
      auditor: 'yes',
    },
    refusal: KNOWN_WITH_THE_APPLICATION,
    conflict: 'required',
  },
  // A document with a deadline of its own may come after the formal check.
  'attachment.write': {
    row: EDIT_ROW,
    grants: { coordinator: [['applicationUnfinished']] },
    refusal: KNOWN_WITH_THE_APPLICATION,
    conflict: 'required',
  },
};
