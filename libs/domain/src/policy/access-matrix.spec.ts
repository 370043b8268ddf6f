import { describe, expect, it } from '@jest/globals';
import { CALL_STATES } from '../call/call-states.js';
import { ROLES, type Role } from '../vocabulary/roles.js';
import { ACCESS_MATRIX } from './access-matrix.js';
import { ACTIONS, type Action } from './actions.js';
import type { Facts } from './actor.js';
import { abilitiesOf, can, couldEver, POLICY_CODES } from './can.js';

/** Facts under which every condition of the matrix holds. */
const FAVOURABLE: Facts = {
  callState: 'jury',
  hasConflict: false,
  isOwn: true,
  isAssigned: true,
  applicationState: 'received',
  reviewState: 'submitted',
  reviewComplete: true,
  reconciliationOpen: true,
  present: true,
  isShared: true,
  isSelf: true,
  noCallExists: false,
};

/**
 * The published access matrix, written down once more and on its own: who may at best do what. A cell that is missing
 * here is a dash there. Columns: Administrator, Coordinator, Examiner, Reviewer, Juror, Chair, aUditor.
 */
const PUBLISHED: Record<Action, string> = {
  'account.read': 'ACERJHU',
  'account.write': 'A',
  'member.read': 'ACU',
  'member.write': 'A',
  'call.read': 'ACERJHU',
  'call.create': 'C',
  'call.write': 'C',
  'call.transition': 'C',
  'application.list': 'CERJHU',
  'application.read': 'CERJHU',
  'application.write': 'C',
  'application.withdraw': 'C',
  'attachment.read': 'CERJHU',
  'attachment.write': 'C',
  'formalCheck.read': 'CEU',
  'formalCheck.examine': 'E',
  'formalCheck.decide': 'E',
  'supplement.send': 'CE',
  'supplement.answer': 'C',
  'conflict.read': 'CERJHU',
  'conflict.declare': 'CERJH',
  'conflict.set': 'C',
  'conflict.lift': 'C',
  'assignment.read': 'CU',
  'assignment.propose': 'C',
  'assignment.confirm': 'C',
  'assignment.revoke': 'C',
  'assignment.respond': 'R',
  'assignment.readOwn': 'R',
  'review.readDraft': 'R',
  'review.write': 'R',
  'review.submit': 'R',
  'review.read': 'CRJHU',
  'review.reopen': 'C',
  'results.read': 'CJHU',
  'recommendation.read': 'CJHU',
  'recommendation.confirm': 'C',
  'reconciliation.open': 'C',
  'thirdReview.order': 'C',
  'session.read': 'CJHU',
  'session.create': 'CH',
  'session.chair': 'H',
  'session.recordAttendance': 'CH',
  'motion.read': 'CJHU',
  'motion.put': 'JH',
  'motion.chair': 'H',
  'vote.cast': 'JH',
  'vote.read': 'CJHU',
  'bundle.read': 'CJHU',
  'bundle.write': 'CJH',
  'bundle.propose': 'CJH',
  'bundle.justify': 'CJH',
  'bundle.adopt': 'H',
  'decision.read': 'CJHU',
  'decision.publish': 'C',
  'audit.read': 'CU',
  'audit.verify': 'CU',
  'dossier.read': 'CU',
};
const LETTERS: Record<Role, string> = {
  administrator: 'A',
  coordinator: 'C',
  examiner: 'E',
  reviewer: 'R',
  juror: 'J',
  chair: 'H',
  auditor: 'U',
};
// A call can only be written to while it is a draft.
const FACTS_OF: Partial<Record<Action, Facts>> = { 'call.write': { callState: 'draft' } };

const actor = (...roles: Role[]) => ({ accountId: 'me', roles });
const cells = ACTIONS.flatMap((action) => ROLES.map((role) => [action, role] as const));

describe('the access matrix', () => {
  it.each(cells)('%s by %s is as published', (action, role) => {
    const decision = can(actor(role), action, { ...FAVOURABLE, ...FACTS_OF[action] });
    expect(decision.allowed).toBe(PUBLISHED[action].includes(LETTERS[role]));
  });

  it('allows nothing to somebody without a role, and hides everything of the call', () => {
    for (const action of ACTIONS) {
      const decision = can(actor(), action, FAVOURABLE);
      expect(decision.allowed).toBe(false);
      const isOfTheInstallation = action.startsWith('account.') || action === 'call.create';
      if (!isOfTheInstallation) expect(decision).toMatchObject({ because: 'hidden' });
    }
  });

  it('gives two roles the union of both, and never less', () => {
    for (const action of ACTIONS) {
      for (const first of ROLES) {
        for (const second of ROLES) {
          const facts = { ...FAVOURABLE, ...FACTS_OF[action] };
          const both = can(actor(first, second), action, facts).allowed;
          expect(both).toBe(can(actor(first), action, facts).allowed || can(actor(second), action, facts).allowed);
        }
      }
    }
  });

  it('lets a conflict beat every role, wherever an application is concerned (I3)', () => {
    for (const action of ACTIONS.filter((one) => ACCESS_MATRIX[one].conflict !== 'exempt')) {
      for (const role of ROLES) {
        expect(can(actor(role), action, { ...FAVOURABLE, hasConflict: true }).allowed).toBe(false);
      }
    }
    // Nobody is kept from declaring a conflict by having one.
    expect(can(actor('reviewer'), 'conflict.declare', { hasConflict: true }).allowed).toBe(true);
  });

  it('tells a recused person that the application exists, and strangers nothing', () => {
    const conflict: Facts = { callState: 'jury', hasConflict: true };
    expect(can(actor('juror'), 'application.read', conflict)).toEqual({
      allowed: false,
      because: 'forbidden',
      code: 'POLICY.CONFLICT',
    });
    expect(can(actor('reviewer'), 'application.read', { ...conflict, isAssigned: false })).toMatchObject({
      because: 'hidden',
    });
    expect(can(actor('administrator'), 'application.read', conflict)).toMatchObject({ because: 'hidden' });
  });

  it('throws where a conflict was not asked for, rather than letting it pass', () => {
    expect(() => can(actor('coordinator'), 'application.read', {})).toThrow('hasConflict');
    expect(() => can(actor('coordinator'), 'application.write', { applicationState: 'received' })).toThrow(
      'hasConflict',
    );
    expect(can(actor('coordinator'), 'application.write', {}).allowed).toBe(true);
    // Who may not anyway is refused without the fact.
    expect(can(actor('administrator'), 'application.read', {}).allowed).toBe(false);
  });

  it('lets auditors read and never write (I9)', () => {
    const writing = ACTIONS.filter((action) => !/\.(read|list|verify)/.test(action));
    expect(abilitiesOf(actor('auditor'), writing, { ...FAVOURABLE, callState: 'draft' })).toEqual([]);
  });

  it('lets administrators see no application, no score, no result (I9)', () => {
    const allowed = abilitiesOf(actor('administrator'), ACTIONS, FAVOURABLE);
    expect(allowed).toEqual(['account.read', 'account.write', 'member.read', 'member.write', 'call.read']);
    expect(can(actor('administrator'), 'call.create', { noCallExists: true }).allowed).toBe(true);
  });

  it('has a row, a known refusal and only known roles for every action', () => {
    for (const action of ACTIONS) {
      expect(ACCESS_MATRIX[action].row).not.toBe('');
      for (const role of ROLES) {
        for (const facts of [{}, FAVOURABLE, { hasConflict: true }]) {
          const decision = can(actor(role), action, { hasConflict: false, ...facts });
          if (!decision.allowed) expect(POLICY_CODES).toContain(decision.code);
        }
        expect(couldEver([role], action)).toBe(ACCESS_MATRIX[action].grants[role] !== undefined);
      }
    }
  });
});

describe('conditions of the matrix', () => {
  it('opens the jury stage to jurors, and nothing before it (I5)', () => {
    const forJurors: Action[] = ['application.list', 'results.read', 'bundle.propose'];
    const aboutOne: Action[] = ['application.read', 'attachment.read', 'review.read', 'recommendation.read'];
    for (const callState of CALL_STATES) {
      const isOpen = ['jury', 'decided', 'published'].includes(callState);
      for (const role of ['juror', 'chair'] as const) {
        for (const action of [...forJurors, ...aboutOne]) {
          const decision = can(actor(role), action, { ...FAVOURABLE, callState });
          expect(decision.allowed).toBe(isOpen);
          // They know the call, so its lists are forbidden; a single application is not theirs to know of yet.
          if (!isOpen) expect(decision).toMatchObject({ because: forJurors.includes(action) ? 'forbidden' : 'hidden' });
        }
      }
    }
  });

  it('shows a reviewer their own review, and the other one only in a reconciliation (I1)', () => {
    const other: Facts = {
      callState: 'review',
      hasConflict: false,
      isOwn: false,
      isAssigned: true,
      reviewState: 'submitted',
    };
    for (const action of ['review.read', 'review.readDraft', 'review.write', 'review.submit'] as const) {
      expect(can(actor('reviewer'), action, other)).toEqual({
        allowed: false,
        because: 'hidden',
        code: 'POLICY.HIDDEN',
      });
    }
    expect(can(actor('reviewer'), 'review.read', { ...other, reconciliationOpen: true }).allowed).toBe(true);
    const draft: Facts = { ...other, reconciliationOpen: true, reviewState: 'in_progress' };
    expect(can(actor('reviewer'), 'review.read', draft)).toMatchObject({ because: 'hidden' });
    const stranger: Facts = { ...other, reconciliationOpen: true, isAssigned: false };
    expect(can(actor('reviewer'), 'review.read', stranger)).toMatchObject({ because: 'hidden' });
    expect(can(actor('reviewer'), 'review.write', { ...other, reconciliationOpen: true })).toMatchObject({
      because: 'forbidden',
    });
    expect(can(actor('reviewer'), 'results.read', other)).toMatchObject({ because: 'forbidden' });
  });

  it('shows coordinators and auditors no draft, though they know that there is one', () => {
    for (const role of ['coordinator', 'auditor'] as const) {
      for (const action of ['review.readDraft', 'review.read'] as const) {
        const draft = { callState: 'review', hasConflict: false, reviewState: 'in_progress' } as const;
        expect(can(actor(role), action, draft)).toMatchObject({ because: 'forbidden' });
      }
    }
  });

  it('lets applications be edited until the formal check is decided, and documents be added until the end', () => {
    const states = [
      'received',
      'in_formal_check',
      'supplement_requested',
      'formally_accepted',
      'in_review',
      'withdrawn',
    ] as const;
    const write = states.map((applicationState) =>
      can(actor('coordinator'), 'application.write', { applicationState, hasConflict: false }),
    );
    expect(write.map(({ allowed }) => allowed)).toEqual([true, true, true, false, false, false]);
    expect(write[3]).toMatchObject({ because: 'forbidden', code: 'POLICY.FORMAL_CHECK_DECIDED' });
    const attach = states.map((applicationState) =>
      can(actor('coordinator'), 'attachment.write', { applicationState, hasConflict: false }),
    );
    expect(attach.map(({ allowed }) => allowed)).toEqual([true, true, true, true, true, false]);
    expect(
      can(actor('coordinator'), 'application.withdraw', { applicationState: 'in_review', hasConflict: false }).allowed,
    ).toBe(true);
  });

  it('refuses the import to those who know the call as forbidden, an edit of an unknown application as hidden', () => {
    expect(can(actor('juror'), 'application.write', {})).toMatchObject({ because: 'forbidden' });
    expect(can(actor('reviewer'), 'application.write', { applicationState: 'received' })).toMatchObject({
      because: 'hidden',
    });
  });

  it('lets a call be written in the draft only', () => {
    for (const callState of CALL_STATES) {
      const decision = can(actor('coordinator'), 'call.write', { callState });
      if (callState === 'draft') expect(decision.allowed).toBe(true);
      else expect(decision).toEqual({ allowed: false, because: 'forbidden', code: 'POLICY.CALL_NOT_IN_DRAFT' });
    }
    expect(can(actor('coordinator'), 'call.write', {}).allowed).toBe(false);
  });

  it('keeps a scenario to its owner until it is shared', () => {
    const foreign: Facts = { callState: 'jury', isOwn: false, isShared: false };
    expect(can(actor('juror'), 'bundle.read', foreign)).toMatchObject({ because: 'hidden' });
    expect(can(actor('juror'), 'bundle.write', foreign)).toMatchObject({ because: 'hidden' });
    expect(can(actor('juror'), 'bundle.read', { ...foreign, isShared: true }).allowed).toBe(true);
    expect(can(actor('juror'), 'bundle.write', { ...foreign, isShared: true })).toMatchObject({
      because: 'forbidden',
      code: 'POLICY.NOT_OWN',
    });
  });

  it('lets only those who are in the room vote', () => {
    const facts: Facts = { callState: 'jury', hasConflict: false };
    expect(can(actor('juror'), 'vote.cast', { ...facts, present: true }).allowed).toBe(true);
    for (const role of ['juror', 'chair'] as const) {
      for (const present of [false, undefined]) {
        expect(can(actor(role), 'vote.cast', { ...facts, present })).toMatchObject({ code: 'POLICY.NOT_PRESENT' });
      }
    }
    expect(can(actor('juror'), 'vote.cast', { ...facts, present: true, hasConflict: true })).toMatchObject({
      code: 'POLICY.CONFLICT',
    });
  });
});
