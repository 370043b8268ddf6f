import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { AttendanceState } from './jury-states.js';
import { checkMotionOpening, decideVote, electorateStatus, type JuryMember, quorum, recusedInRoom } from './quorum.js';

function jury(present: number, absent: number, recusedOut = 0, recusedIn = 0): JuryMember[] {
  const of = (count: number, attendance: AttendanceState, isRecused: boolean, name: string): JuryMember[] =>
    Array.from({ length: count }, (_, index) => ({ accountId: `${name}${index}`, attendance, isRecused }));
  return [
    ...of(present, 'present', false, 'p'),
    ...of(absent, 'absent', false, 'a'),
    ...of(recusedOut, 'left_room', true, 'out'),
    ...of(recusedIn, 'present', true, 'in'),
  ];
}

describe('the quorum', () => {
  it.each([
    [5, 5, false, 6],
    [6, 4, true, 6],
    [4, 5, false, 5],
    [5, 4, true, 5],
    [1, 0, true, 1],
    [0, 1, false, 1],
  ])('is more than half: %i present and %i absent', (present, absent, isQuorate, required) => {
    expect(quorum(jury(present, absent), 0.5)).toEqual({ members: present + absent, present, required, isQuorate });
  });

  it('leaves the recused out of base and presence, wherever they are', () => {
    // Ten members, six recused: three of the four others are more than half.
    expect(quorum(jury(3, 1, 5, 1), 0.5)).toEqual({ members: 4, present: 3, required: 3, isQuorate: true });
    expect(quorum(jury(2, 2, 6), 0.5).isQuorate).toBe(false);
    expect(quorum(jury(0, 0, 3, 3), 0.5)).toMatchObject({ members: 0, isQuorate: false });
    expect(quorum([], 0.5).isQuorate).toBe(false);
  });

  it('counts who left the room as not present', () => {
    const members = jury(2, 0).map((one) => ({ ...one, attendance: 'left_room' as const }));
    expect(quorum(members, 0.5)).toMatchObject({ members: 2, present: 0, isQuorate: false });
  });

  it('takes other shares: two thirds, and all of them', () => {
    expect(quorum(jury(6, 3), 2 / 3).required).toBe(7);
    expect(quorum(jury(9, 0), 1)).toMatchObject({ required: 9, isQuorate: true });
    expect(quorum(jury(8, 1), 1).isQuorate).toBe(false);
    expect(quorum(jury(2, 0), 0.5, 3)).toMatchObject({ required: 3, isQuorate: false });
  });

  it('is never reached by fewer than before, and never needs more than all', () => {
    fc.assert(
      fc.property(
        fc.nat(40),
        fc.nat(40),
        fc.nat(10),
        fc.double({ min: 0.01, max: 1, noNaN: true }),
        (present, absent, out, share) => {
          const found = quorum(jury(present, absent, out), share);
          expect(found.required).toBeLessThanOrEqual(Math.max(1, present + absent));
          expect(found.required).toBeGreaterThan(Math.min(share, 0.999999) * (present + absent) - 1e-6);
          if (found.isQuorate)
            expect(quorum(jury(present + 1, absent > 0 ? absent - 1 : 0, out), share).isQuorate).toBe(true);
        },
      ),
    );
  });
});

describe('opening a motion', () => {
  it('waits until every recused member has left the room', () => {
    expect(recusedInRoom(jury(3, 0, 1, 2))).toEqual(['in0', 'in1']);
    expect(checkMotionOpening(jury(5, 0, 1, 1), 0.5)).toMatchObject({
      ok: false,
      code: 'MOTION.RECUSED_IN_ROOM',
      params: { accountIds: ['in0'], count: 1 },
    });
    expect(checkMotionOpening(jury(5, 0, 2), 0.5)).toMatchObject({ ok: true, quorum: { members: 5, present: 5 } });
  });

  it('needs the quorum', () => {
    expect(checkMotionOpening(jury(2, 3), 0.5)).toEqual({
      ok: false,
      code: 'MOTION.NOT_QUORATE',
      params: { present: 2, required: 3, members: 5 },
    });
  });

  it('fixes who may vote: recusal counts before presence', () => {
    expect(electorateStatus({ accountId: 'x', attendance: 'present', isRecused: true })).toBe('recused');
    expect(electorateStatus({ accountId: 'x', attendance: 'present', isRecused: false })).toBe('eligible');
    for (const attendance of ['absent', 'left_room', null] as const) {
      expect(electorateStatus({ accountId: 'x', attendance, isRecused: false })).toBe('absent');
    }
  });
});

describe('a vote', () => {
  const vote = (change: Partial<Parameters<typeof decideVote>[0]>) =>
    decideVote({
      sessionState: 'open',
      motionState: 'open',
      status: 'eligible',
      attendance: 'present',
      hasConflict: false,
      hasVoted: false,
      ...change,
    });

  it('is cast once by a present, not recused member on an open motion', () => {
    expect(vote({})).toEqual({ ok: true });
  });

  it.each([
    [{ sessionState: 'closed' }, 'SESSION.NOT_OPEN'],
    [{ sessionState: 'planned' }, 'SESSION.NOT_OPEN'],
    [{ motionState: 'put' }, 'MOTION.NOT_OPEN'],
    [{ motionState: 'closed' }, 'MOTION.NOT_OPEN'],
    [{ status: 'recused' }, 'VOTE.RECUSED'],
    [{ hasConflict: true }, 'VOTE.RECUSED'],
    [{ status: 'absent' }, 'VOTE.NOT_IN_ELECTORATE'],
    [{ status: null }, 'VOTE.NOT_IN_ELECTORATE'],
    [{ attendance: 'left_room' }, 'VOTE.NOT_PRESENT'],
    [{ attendance: null }, 'VOTE.NOT_PRESENT'],
    [{ hasVoted: true }, 'VOTE.ALREADY_CAST'],
  ] as const)('is refused with %o', (change, code) => {
    expect(vote(change)).toMatchObject({ ok: false, code });
  });
});
