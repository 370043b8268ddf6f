import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countVotes, motionResult, needsChairDecision } from './motion-result.js';

type Request = Parameters<typeof motionResult>[0];
const close = (yes: number, no: number, abstain: number, change: Partial<Request> = {}) =>
  motionResult({
    votes: { yes, no, abstain },
    majority: 'simple',
    tieRule: 'chair_decides',
    chairChoice: null,
    isQuorate: true,
    ...change,
  });

describe('the result of a motion', () => {
  it('counts choices and nothing else', () => {
    expect(countVotes(['yes', 'no', 'yes', 'abstain', null])).toEqual({ yes: 2, no: 1, abstain: 1 });
  });

  it('by simple majority is adopted with more yes than no; abstentions do not count', () => {
    expect(close(3, 2, 10)).toMatchObject({ outcome: 'adopted', decidedBy: 'votes', wasTied: false });
    expect(close(2, 3, 0)).toMatchObject({ outcome: 'rejected', decidedBy: 'votes' });
    expect(close(1, 0, 9)).toMatchObject({ outcome: 'adopted' });
  });

  it('by two thirds needs them of yes and no together, exactly two thirds being enough', () => {
    const twoThirds = { majority: 'two_thirds' } as const;
    expect(close(6, 3, 0, twoThirds).outcome).toBe('adopted');
    expect(close(5, 3, 0, twoThirds).outcome).toBe('rejected');
    expect(close(2, 1, 6, twoThirds).outcome).toBe('adopted');
    expect(close(3, 3, 0, { ...twoThirds, chairChoice: 'yes' })).toMatchObject({ outcome: 'rejected', wasTied: false });
  });

  it('of a tie follows the chair where the call says so and the chair may vote', () => {
    expect(needsChairDecision({ yes: 3, no: 3, abstain: 1 }, 'simple', 'chair_decides')).toBe(true);
    expect(close(3, 3, 1, { chairChoice: 'yes' })).toMatchObject({
      outcome: 'adopted',
      decidedBy: 'chair',
      wasTied: true,
    });
    expect(close(3, 3, 1, { chairChoice: 'no' })).toMatchObject({ outcome: 'rejected', decidedBy: 'chair' });
    expect(close(3, 3, 1, { chairChoice: 'abstain' })).toMatchObject({ outcome: 'rejected', decidedBy: 'chair' });
    expect(close(3, 3, 1)).toMatchObject({ outcome: 'rejected', decidedBy: 'tie_rule', wasTied: true });
    expect(close(3, 3, 1, { tieRule: 'rejected', chairChoice: 'yes' })).toMatchObject({
      outcome: 'rejected',
      decidedBy: 'tie_rule',
    });
  });

  it('without a yes or a no is a rejection, not a tie', () => {
    expect(close(0, 0, 5, { chairChoice: 'yes' })).toMatchObject({
      outcome: 'rejected',
      decidedBy: 'votes',
      wasTied: false,
    });
    expect(close(0, 0, 0, { majority: 'two_thirds' }).outcome).toBe('rejected');
  });

  it('below the quorum decides nothing, whatever the votes', () => {
    expect(close(5, 0, 0, { isQuorate: false })).toEqual({
      yes: 5,
      no: 0,
      abstain: 0,
      outcome: 'not_quorate',
      wasTied: false,
      decidedBy: 'quorum',
    });
  });

  it('never turns from adopted to rejected by one more yes', () => {
    const majority = fc.constantFrom('simple' as const, 'two_thirds' as const);
    fc.assert(
      fc.property(fc.nat(20), fc.nat(20), fc.nat(20), majority, (yes, no, abstain, rule) => {
        if (close(yes, no, abstain, { majority: rule }).outcome !== 'adopted') return;
        expect(close(yes + 1, no, abstain, { majority: rule }).outcome).toBe('adopted');
        expect(close(yes, no, abstain + 1, { majority: rule }).outcome).toBe('adopted');
        expect(yes / (yes + no)).toBeGreaterThan(rule === 'simple' ? 0.5 : 0.66);
      }),
    );
  });
});
