import { describe, expect, it } from '@jest/globals';
import { ASSIGNMENT_STATES, isActiveAssignment, REVIEW_STATES } from './review-states.js';
import { decideAssignmentTransition, decideReviewTransition } from './review-transitions.js';

describe('an assignment', () => {
  const act = (change: Partial<Parameters<typeof decideAssignmentTransition>[0]>) =>
    decideAssignmentTransition({ from: 'assigned', act: 'accept', reviewState: null, reason: null, ...change });

  it('is accepted once, and can be declined or revoked with a reason while it is active', () => {
    expect(act({})).toEqual({ ok: true, to: 'accepted' });
    expect(act({ from: 'accepted' })).toMatchObject({ code: 'ASSIGNMENT.TRANSITION_NOT_ALLOWED' });
    for (const from of ['assigned', 'accepted'] as const) {
      expect(act({ from, act: 'decline', reason: 'keine Zeit' })).toEqual({ ok: true, to: 'declined' });
      expect(act({ from, act: 'revoke', reason: 'Tausch' })).toEqual({ ok: true, to: 'revoked' });
      expect(act({ from, act: 'decline', reason: ' ' })).toMatchObject({ code: 'ASSIGNMENT.REASON_NEEDED' });
    }
  });

  it('stays ended once it has ended', () => {
    for (const from of ASSIGNMENT_STATES.filter((state) => !isActiveAssignment(state))) {
      for (const one of ['accept', 'decline', 'revoke'] as const) {
        expect(act({ from, act: one, reason: 'x' })).toMatchObject({ code: 'ASSIGNMENT.TRANSITION_NOT_ALLOWED' });
      }
    }
  });

  it('can be revoked, not declined, after the review was submitted', () => {
    const submitted = { from: 'accepted' as const, reviewState: 'submitted' as const, reason: 'spät bekannt geworden' };
    expect(act({ ...submitted, act: 'decline' })).toMatchObject({ code: 'ASSIGNMENT.REVIEW_SUBMITTED' });
    expect(act({ ...submitted, act: 'revoke' })).toEqual({ ok: true, to: 'revoked' });
  });
});

describe('a review', () => {
  const act = (change: Partial<Parameters<typeof decideReviewTransition>[0]>) =>
    decideReviewTransition({
      from: 'in_progress',
      act: 'submit',
      assignmentState: 'accepted',
      gaps: 0,
      reason: null,
      ...change,
    });

  it('is submitted without gaps, reopened with a reason, and never edited in between', () => {
    expect(act({})).toEqual({ ok: true, to: 'submitted' });
    expect(act({ gaps: 1 })).toMatchObject({ code: 'REVIEW.INCOMPLETE', params: { gaps: 1 } });
    expect(act({ act: 'edit', gaps: 12 })).toEqual({ ok: true, to: 'in_progress' });
    expect(act({ from: 'submitted', act: 'edit' })).toMatchObject({ code: 'REVIEW.ALREADY_SUBMITTED' });
    expect(act({ from: 'submitted', act: 'submit' })).toMatchObject({ code: 'REVIEW.ALREADY_SUBMITTED' });
    expect(act({ from: 'submitted', act: 'reopen', reason: 'Schreibfehler in K3' })).toEqual({
      ok: true,
      to: 'in_progress',
    });
    expect(act({ from: 'submitted', act: 'reopen' })).toMatchObject({ code: 'REVIEW.REASON_NEEDED' });
    expect(act({ act: 'reopen', reason: 'x' })).toMatchObject({ code: 'REVIEW.NOT_SUBMITTED' });
  });

  it('needs an accepted assignment', () => {
    for (const assignmentState of ASSIGNMENT_STATES.filter((state) => state !== 'accepted')) {
      for (const from of REVIEW_STATES) {
        const one = from === 'in_progress' ? ('edit' as const) : ('reopen' as const);
        expect(act({ from, act: one, assignmentState, reason: 'x' })).toMatchObject({
          code: 'REVIEW.ASSIGNMENT_NOT_ACCEPTED',
        });
      }
    }
  });
});
