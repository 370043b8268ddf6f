import { describe, expect, it } from '@jest/globals';
import type { ApplicationState } from '../application/application-states.js';
import { type ApplicationProgress, type CallFacts, callReadiness } from './call-readiness.js';
import { DEFAULT_CALL_RULES, DEFAULT_THRESHOLDS } from './call-settings.js';
import type { CallState } from './call-states.js';
import { DEFAULT_SCALE } from './scale.js';

function application(
  number: string,
  state: ApplicationState,
  change: Partial<ApplicationProgress> = {},
): ApplicationProgress {
  return {
    id: `id-${number}`,
    number,
    state,
    openCheckItems: 0,
    rejectionUnconfirmed: false,
    reviewsRequired: 2,
    reviewersAssigned: 2,
    reviewsSubmitted: 2,
    divergenceOpen: false,
    reconciliationOpen: false,
    recommendationConfirmed: true,
    ...change,
  };
}
const sound: CallFacts = {
  state: 'draft',
  settings: {
    thresholds: DEFAULT_THRESHOLDS,
    documents: [],
    corridors: [],
    budget: { total: 1_000_000, count: { min: 1, max: 3 } },
    dates: {},
    rules: DEFAULT_CALL_RULES,
  },
  catalogue: {
    scale: DEFAULT_SCALE,
    groups: [{ code: 'G1', name: 'Gruppe', criteria: [{ code: 'K1', text: 'Ziele', weight: 1 }] }],
  },
  members: { coordinator: 2, examiner: 2, reviewer: 4, juror: 3, chair: 1 },
  applications: [application('B-001', 'recommended'), application('B-002', 'formally_rejected')],
  rankingKept: true,
  sessionsOpen: 0,
  motionsOpen: 0,
  bundleAdopted: true,
  adoptionGaps: [],
  decisionComplete: true,
};
const missingOf = (state: CallState, change: Partial<CallFacts> = {}) =>
  callReadiness({ ...sound, state, ...change }).missing;
const codesOf = (state: CallState, change: Partial<CallFacts> = {}) => missingOf(state, change).map(({ code }) => code);

describe('readiness', () => {
  it('is given for every stage where nothing is missing, and there is none after the last', () => {
    for (const state of ['draft', 'formal_check', 'review', 'jury', 'decided'] as const) {
      expect(callReadiness({ ...sound, state })).toMatchObject({ from: state, ready: true, missing: [] });
    }
    expect(callReadiness({ ...sound, state: 'published' })).toEqual({
      from: 'published',
      to: null,
      ready: false,
      missing: [],
    });
  });

  it('for the formal check asks for catalogue, descriptors, settings without contradiction, and examiners', () => {
    expect(codesOf('draft', { catalogue: null })).toEqual(['READINESS.CATALOGUE_MISSING']);
    const scale = { ...DEFAULT_SCALE, levels: DEFAULT_SCALE.levels.slice(1) };
    expect(missingOf('draft', { catalogue: { scale, groups: sound.catalogue?.groups ?? [] } })).toMatchObject([
      { code: 'READINESS.DESCRIPTOR_MISSING', params: { value: 0 }, overridable: true },
    ]);
    expect(codesOf('draft', { catalogue: { scale: DEFAULT_SCALE, groups: [] } })).toEqual(['CATALOGUE.EMPTY']);
    expect(missingOf('draft', { members: { coordinator: 1, examiner: 1 } })).toMatchObject([
      { code: 'READINESS.MEMBERS_MISSING', params: { role: 'examiner', needed: 2, present: 1 } },
    ]);
    const settings = { ...sound.settings, budget: { total: 0, count: { min: 1, max: 3 } } };
    expect(missingOf('draft', { settings })).toMatchObject([{ code: 'BUDGET.NOT_POSITIVE', overridable: false }]);
  });

  it('for the review names each application whose formal check is not decided, and why', () => {
    const applications = [
      application('B-001', 'received'),
      application('B-002', 'in_formal_check', { openCheckItems: 3 }),
      application('B-003', 'in_formal_check', { rejectionUnconfirmed: true }),
      application('B-004', 'supplement_requested'),
      application('B-005', 'formally_accepted'),
      application('B-006', 'formally_rejected'),
      application('B-007', 'withdrawn'),
    ];
    expect(
      missingOf('formal_check', { applications }).map(({ code, applicationNumber, applicationId }) => [
        code,
        applicationNumber,
        applicationId,
      ]),
    ).toEqual([
      ['READINESS.FORMAL_CHECK_NOT_STARTED', 'B-001', 'id-B-001'],
      ['READINESS.FORMAL_CHECK_UNDECIDED', 'B-002', 'id-B-002'],
      ['READINESS.REJECTION_UNCONFIRMED', 'B-003', 'id-B-003'],
      ['READINESS.SUPPLEMENT_OPEN', 'B-004', 'id-B-004'],
    ]);
    expect(missingOf('formal_check', { applications })[1]?.params).toEqual({ number: 'B-002', open: 3 });
    expect(codesOf('formal_check', { applications: [application('B-006', 'formally_rejected')] })).toEqual([
      'READINESS.NO_ACCEPTED_APPLICATION',
    ]);
    expect(codesOf('formal_check', { members: { reviewer: 1 } })).toEqual(['READINESS.MEMBERS_MISSING']);
  });

  it('for the jury names each missing reviewer, review, open divergence and recommendation', () => {
    const applications = [
      application('B-001', 'in_review', { reviewersAssigned: 1, reviewsSubmitted: 0, recommendationConfirmed: false }),
      application('B-002', 'in_reconciliation', { reconciliationOpen: true, divergenceOpen: true }),
      application('B-003', 'reviewed', { divergenceOpen: true, recommendationConfirmed: false }),
      application('B-004', 'reviewed', { recommendationConfirmed: false }),
      application('B-005', 'formally_accepted'),
      application('B-006', 'withdrawn', { reviewsSubmitted: 0 }),
      application('B-007', 'not_recommended'),
      application('B-008', 'in_review', { reviewsRequired: 3 }),
    ];
    expect(
      missingOf('review', { applications }).map(({ code, applicationNumber }) => `${applicationNumber} ${code}`),
    ).toEqual([
      'B-001 READINESS.REVIEWER_MISSING',
      'B-001 READINESS.REVIEW_MISSING',
      'B-002 READINESS.RECONCILIATION_OPEN',
      'B-003 READINESS.DIVERGENCE_OPEN',
      'B-004 READINESS.RECOMMENDATION_MISSING',
      'B-005 READINESS.REVIEW_NOT_STARTED',
      'B-008 READINESS.REVIEWER_MISSING',
      'B-008 READINESS.REVIEW_MISSING',
    ]);
    expect(codesOf('review', { members: { juror: 3 } })).toEqual(['READINESS.MEMBERS_MISSING']);
  });

  it('for the decision asks for the jury’s adopted bundle, which no override replaces', () => {
    const change = {
      bundleAdopted: false,
      adoptionGaps: [{ code: 'ADOPTION.TOO_FEW', params: { count: 0 } }],
      motionsOpen: 1,
      sessionsOpen: 1,
      rankingKept: false,
    };
    expect(missingOf('jury', change).map(({ code, overridable }) => [code, overridable])).toEqual([
      ['READINESS.RANKING_NOT_KEPT', true],
      ['READINESS.MOTIONS_OPEN', true],
      ['READINESS.SESSIONS_OPEN', true],
      ['READINESS.BUNDLE_NOT_ADOPTED', false],
      ['ADOPTION.TOO_FEW', false],
    ]);
    expect(missingOf('decided', { decisionComplete: false })).toMatchObject([
      { code: 'READINESS.DECISION_INCOMPLETE', overridable: false },
    ]);
  });
});
