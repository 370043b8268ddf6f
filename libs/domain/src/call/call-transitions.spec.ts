import { describe, expect, it } from '@jest/globals';
import { CALL_STATES, isCallStateFrom, nextCallState, previousCallState } from './call-states.js';
import { type CallTransitionRequest, decideCallTransition, type MissingDuty } from './call-transitions.js';

const open: MissingDuty = {
  code: 'READINESS.REVIEW_MISSING',
  params: {},
  applicationId: 'a',
  applicationNumber: 'B-001',
  overridable: true,
};
const hard: MissingDuty = { ...open, code: 'READINESS.BUNDLE_NOT_ADOPTED', overridable: false };
const REASON = 'Frist der Geschäftsstelle verlängert';
const step = (change: Partial<CallTransitionRequest>) =>
  decideCallTransition({
    from: 'review',
    to: 'jury',
    actorId: 'c1',
    reason: null,
    override: false,
    pendingOverride: null,
    missing: [],
    isDecisionAdopted: false,
    ...change,
  });

describe('the stages of a call', () => {
  it('follow one another', () => {
    expect(CALL_STATES.map(nextCallState)).toEqual(['formal_check', 'review', 'jury', 'decided', 'published', null]);
    expect(CALL_STATES.map(previousCallState)).toEqual([null, 'draft', 'formal_check', 'review', 'jury', 'decided']);
    expect(isCallStateFrom('jury', 'review')).toBe(true);
    expect(isCallStateFrom('review', 'review')).toBe(true);
    expect(isCallStateFrom('draft', 'review')).toBe(false);
  });
});

describe('a step of a call', () => {
  it('goes one stage forward where nothing is missing', () => {
    for (const from of CALL_STATES) {
      for (const to of CALL_STATES) {
        const decision = step({ from, to });
        if (to === nextCallState(from)) expect(decision).toEqual({ ok: true, kind: 'forward' });
        else expect(decision.ok).toBe(false);
      }
    }
    expect(step({ from: 'draft', to: 'jury' })).toMatchObject({
      code: 'CALL.NOT_THE_NEXT_STAGE',
      params: { next: 'formal_check' },
    });
    expect(step({ from: 'jury', to: 'jury' })).toMatchObject({ code: 'CALL.ALREADY_IN_STAGE' });
  });

  it('is refused with the list of what is missing', () => {
    expect(step({ missing: [open, open] })).toEqual({
      ok: false,
      code: 'CALL.NOT_READY',
      params: { to: 'jury', count: 2 },
      missing: [open, open],
    });
  });

  it('goes past open duties only by two coordinators and a reason (I4)', () => {
    const override = { missing: [open], override: true };
    expect(step(override)).toMatchObject({ code: 'CALL.REASON_NEEDED' });
    expect(step({ ...override, reason: '  zu kurz  ' })).toMatchObject({ code: 'CALL.REASON_NEEDED' });
    expect(step({ ...override, reason: REASON })).toEqual({ ok: true, kind: 'override_requested' });
    const pendingOverride = { to: 'jury' as const, requestedBy: 'c1' };
    expect(step({ ...override, reason: REASON, pendingOverride })).toMatchObject({
      code: 'CALL.OVERRIDE_NEEDS_SECOND_PERSON',
    });
    expect(step({ ...override, pendingOverride, actorId: 'c2' })).toEqual({ ok: true, kind: 'forward_by_override' });
    // A request for another stage confirms nothing.
    const other = { to: 'review' as const, requestedBy: 'c1' };
    expect(step({ ...override, pendingOverride: other, actorId: 'c2', reason: REASON })).toEqual({
      ok: true,
      kind: 'override_requested',
    });
  });

  it('never goes past what nobody may override', () => {
    const pendingOverride = { to: 'decided' as const, requestedBy: 'c1' };
    expect(
      step({
        from: 'jury',
        to: 'decided',
        missing: [open, hard],
        override: true,
        reason: REASON,
        pendingOverride,
        actorId: 'c2',
      }),
    ).toMatchObject({ code: 'CALL.NOT_OVERRIDABLE', missing: [hard] });
  });

  it('goes one stage back with a reason, whatever is missing, but never past an adopted decision', () => {
    expect(step({ from: 'jury', to: 'review', missing: [open], reason: REASON })).toEqual({ ok: true, kind: 'back' });
    expect(step({ from: 'jury', to: 'review' })).toMatchObject({ code: 'CALL.REASON_NEEDED' });
    expect(step({ from: 'jury', to: 'draft', reason: REASON })).toMatchObject({ code: 'CALL.NOT_THE_NEXT_STAGE' });
    const past = { code: 'CALL.STEP_BACK_PAST_DECISION' };
    expect(step({ from: 'jury', to: 'review', reason: REASON, isDecisionAdopted: true })).toMatchObject(past);
    for (const [from, to] of [
      ['decided', 'jury'],
      ['published', 'decided'],
      ['published', 'draft'],
    ] as const) {
      expect(step({ from, to, reason: REASON })).toMatchObject(past);
    }
  });
});
