import type { ActionRules } from './action-rule.js';
import { KNOWN_WITH_THE_CALL } from './action-rule.js';

const ROW = 'bundle scenario · read, write, propose by the solver';
const KNOWN_WITH_THE_BUNDLE = { knownBy: ['bundle.read'] } as const;

/**
 * Bundles. Jurors work on scenarios of their own and read shared ones; a frozen or adopted bundle counts as shared.
 * That adoption needs an adopted motion on exactly this bundle is a rule of adoption itself.
 */
export const BUNDLE_RULES: ActionRules<
  'bundle.read' | 'bundle.write' | 'bundle.propose' | 'bundle.justify' | 'bundle.adopt'
> = {
  'bundle.read': {
    row: ROW,
    grants: {
      coordinator: 'yes',
      juror: [
        ['own', 'fromJuryStage'],
        ['shared', 'fromJuryStage'],
      ],
      chair: [['fromJuryStage']],
      auditor: 'yes',
    },
    refusal: 'hidden',
    conflict: 'exempt',
  },
  'bundle.write': {
    row: ROW,
    grants: { coordinator: 'yes', juror: [['own', 'fromJuryStage']], chair: [['fromJuryStage']] },
    refusal: KNOWN_WITH_THE_BUNDLE,
    conflict: 'ifKnown',
  },
  'bundle.propose': {
    row: ROW,
    grants: { coordinator: 'yes', juror: [['fromJuryStage']], chair: [['fromJuryStage']] },
    refusal: KNOWN_WITH_THE_CALL,
    conflict: 'exempt',
  },
  'bundle.justify': {
    row: ROW,
    grants: { coordinator: 'yes', juror: [['own', 'fromJuryStage']], chair: [['fromJuryStage']] },
    refusal: KNOWN_WITH_THE_BUNDLE,
    conflict: 'ifKnown',
  },
  'bundle.adopt': {
    row: 'bundle · adopt',
    grants: { chair: [['fromJuryStage']] },
    refusal: KNOWN_WITH_THE_BUNDLE,
    conflict: 'exempt',
  },
};
