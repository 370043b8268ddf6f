import { describe, expect, it } from '@jest/globals';
import { BUNDLE_STATES, MOTION_STATES } from './jury-states.js';
import { decideBundleTransition, decideMotionTransition, decideSessionTransition } from './motion-transitions.js';

describe('a motion', () => {
  const act = (change: Partial<Parameters<typeof decideMotionTransition>[0]>) =>
    decideMotionTransition({ from: 'put', act: 'open', sessionState: 'open', otherOpenMotions: 0, ...change });

  it('is put, opened and closed, once and for all', () => {
    expect(act({})).toEqual({ ok: true, to: 'open' });
    expect(act({ from: 'open', act: 'close' })).toEqual({ ok: true, to: 'closed' });
    for (const from of MOTION_STATES) {
      if (from !== 'put') expect(act({ from })).toMatchObject({ code: 'MOTION.TRANSITION_NOT_ALLOWED' });
      if (from !== 'open') expect(act({ from, act: 'close' })).toMatchObject({ code: 'MOTION.TRANSITION_NOT_ALLOWED' });
    }
  });

  it('needs an open session and no other open motion', () => {
    expect(act({ sessionState: 'planned' })).toMatchObject({ code: 'SESSION.NOT_OPEN' });
    expect(act({ otherOpenMotions: 1 })).toMatchObject({ code: 'MOTION.ANOTHER_IS_OPEN' });
    expect(act({ from: 'open', act: 'close', otherOpenMotions: 1 })).toMatchObject({ ok: true });
  });
});

describe('a session', () => {
  it('is opened once and closed once, with no motion open', () => {
    expect(decideSessionTransition({ from: 'planned', act: 'open', openMotions: 0 })).toEqual({ ok: true, to: 'open' });
    expect(decideSessionTransition({ from: 'open', act: 'close', openMotions: 0 })).toEqual({ ok: true, to: 'closed' });
    expect(decideSessionTransition({ from: 'open', act: 'close', openMotions: 1 })).toMatchObject({
      code: 'SESSION.MOTION_OPEN',
    });
    for (const [from, act] of [
      ['open', 'open'],
      ['closed', 'open'],
      ['planned', 'close'],
      ['closed', 'close'],
    ] as const) {
      expect(decideSessionTransition({ from, act, openMotions: 0 })).toMatchObject({
        code: 'SESSION.TRANSITION_NOT_ALLOWED',
      });
    }
  });
});

describe('a bundle', () => {
  const act = (change: Partial<Parameters<typeof decideBundleTransition>[0]>) =>
    decideBundleTransition({ from: 'draft', act: 'edit', motionsOnIt: 0, anotherIsAdopted: false, ...change });

  it('changes only while it is a draft, and never under a vote', () => {
    expect(act({})).toEqual({ ok: true, to: 'draft' });
    expect(act({ from: 'frozen' })).toMatchObject({ code: 'BUNDLE.TRANSITION_NOT_ALLOWED' });
    expect(act({ motionsOnIt: 1 })).toMatchObject({ code: 'BUNDLE.UNDER_VOTE' });
    expect(act({ from: 'frozen', act: 'reopen', motionsOnIt: 1 })).toMatchObject({ code: 'BUNDLE.UNDER_VOTE' });
    expect(act({ from: 'frozen', act: 'reopen' })).toEqual({ ok: true, to: 'draft' });
    expect(act({ act: 'freeze' })).toEqual({ ok: true, to: 'frozen' });
  });

  it('is adopted once in a call and then stays as it is', () => {
    expect(act({ from: 'frozen', act: 'adopt' })).toEqual({ ok: true, to: 'adopted' });
    expect(act({ act: 'adopt', anotherIsAdopted: true })).toMatchObject({ code: 'BUNDLE.ANOTHER_IS_ADOPTED' });
    for (const one of ['edit', 'freeze', 'reopen', 'adopt'] as const) {
      expect(act({ from: 'adopted', act: one })).toMatchObject({ code: 'BUNDLE.TRANSITION_NOT_ALLOWED' });
    }
    expect(BUNDLE_STATES).toContain('adopted');
  });
});
