import type { ActionRules } from './action-rule.js';
import { KNOWN_WITH_THE_CALL } from './action-rule.js';

/** Decision, trail and dossier. Lists of the trail leave out what a conflict closes to the person. */
export const DECISION_RULES: ActionRules<
  'decision.read' | 'decision.publish' | 'audit.read' | 'audit.verify' | 'dossier.read'
> = {
  'decision.read': {
    row: 'decision, reserve list, publication',
    grants: { coordinator: 'yes', juror: 'yes', chair: 'yes', auditor: 'yes' },
    refusal: KNOWN_WITH_THE_CALL,
    conflict: 'exempt',
  },
  'decision.publish': {
    row: 'decision, reserve list, publication',
    grants: { coordinator: 'yes' },
    refusal: KNOWN_WITH_THE_CALL,
    conflict: 'exempt',
  },
  'audit.read': {
    row: 'audit trail, dossier, verification, exports of the trail',
    grants: { coordinator: 'yes', auditor: 'yes' },
    refusal: KNOWN_WITH_THE_CALL,
    conflict: 'exempt',
  },
  'audit.verify': {
    row: 'audit trail, dossier, verification, exports of the trail',
    grants: { coordinator: 'yes', auditor: 'yes' },
    refusal: KNOWN_WITH_THE_CALL,
    conflict: 'exempt',
  },
  'dossier.read': {
    row: 'audit trail, dossier, verification, exports of the trail',
    grants: { coordinator: 'yes', auditor: 'yes' },
    refusal: { knownBy: ['application.read'] },
    conflict: 'required',
  },
};
