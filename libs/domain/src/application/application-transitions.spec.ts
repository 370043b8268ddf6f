import { describe, expect, it } from '@jest/globals';
import { CALL_STATES } from '../call/call-states.js';
import { APPLICATION_STATES, type ApplicationState } from './application-states.js';
import {
  APPLICATION_ACTS,
  APPLICATION_TRANSITIONS,
  decideTransition,
  isFinalApplicationState,
  isInCompetition,
  possibleActs,
} from './application-transitions.js';

function reachableFrom(start: ApplicationState): Set<ApplicationState> {
  const reached = new Set<ApplicationState>([start]);
  const open = [start];
  for (let state = open.pop(); state !== undefined; state = open.pop()) {
    for (const { from, to } of APPLICATION_TRANSITIONS) {
      if (from.includes(state) && !reached.has(to)) {
        reached.add(to);
        open.push(to);
      }
    }
  }
  return reached;
}

describe('the transitions of an application', () => {
  it('reach every state from the first one', () => {
    expect([...reachableFrom('received')].sort()).toEqual([...APPLICATION_STATES].sort());
  });

  it('know every act, and lead each from one state to one state only', () => {
    expect(new Set(APPLICATION_TRANSITIONS.map(({ act }) => act))).toEqual(new Set(APPLICATION_ACTS));
    for (const state of APPLICATION_STATES) {
      const acts = possibleActs(state);
      expect(new Set(acts).size).toBe(acts.length);
    }
  });

  it('end in the outcomes and in the withdrawal, and nowhere else', () => {
    expect(APPLICATION_STATES.filter(isFinalApplicationState)).toEqual([
      'selected',
      'reserve',
      'not_selected',
      'withdrawn',
    ]);
  });

  it('let an application be withdrawn in every state before the decision, never after it', () => {
    for (const state of APPLICATION_STATES) {
      const decided = ['selected', 'reserve', 'not_selected', 'withdrawn'].includes(state);
      expect(decideTransition(state, 'withdraw', 'jury').ok).toBe(!decided);
    }
    expect(decideTransition('recommended', 'withdraw', 'decided')).toMatchObject({
      ok: false,
      code: 'APPLICATION.WRONG_CALL_STAGE',
    });
  });

  it('decide as the table says and name what would be possible', () => {
    for (const state of APPLICATION_STATES) {
      for (const act of APPLICATION_ACTS) {
        for (const callState of CALL_STATES) {
          const row = APPLICATION_TRANSITIONS.find((line) => line.act === act && line.from.includes(state));
          const decision = decideTransition(state, act, callState);
          if (!row) expect(decision).toMatchObject({ ok: false, code: 'APPLICATION.TRANSITION_NOT_ALLOWED' });
          else if (!row.callStates.includes(callState)) {
            expect(decision).toMatchObject({ ok: false, code: 'APPLICATION.WRONG_CALL_STAGE' });
          } else expect(decision).toEqual({ ok: true, to: row.to });
        }
      }
    }
    expect(decideTransition('received', 'accept', 'formal_check')).toEqual({
      ok: false,
      code: 'APPLICATION.TRANSITION_NOT_ALLOWED',
      params: { from: 'received', act: 'accept', possible: ['start_formal_check', 'withdraw'] },
    });
  });

  it('select nothing that was not recommended', () => {
    for (const state of APPLICATION_STATES) {
      expect(decideTransition(state, 'select', 'jury').ok).toBe(state === 'recommended');
      expect(decideTransition(state, 'put_on_reserve', 'jury').ok).toBe(state === 'recommended');
    }
  });

  it('count in the competition what was accepted and not withdrawn', () => {
    expect(APPLICATION_STATES.filter(isInCompetition)).toEqual([
      'in_review',
      'reviewed',
      'in_reconciliation',
      'recommended',
      'not_recommended',
      'selected',
      'reserve',
      'not_selected',
    ]);
  });
});
