import { describe, expect, it } from '@jest/globals';
import { checkPairs, type PairFacts } from './check-pairs.js';

const FACTS: PairFacts = {
  applications: [
    { id: 'app-1', number: 'B-001', state: 'formally_accepted', thirdOrdered: false },
    { id: 'app-2', number: 'B-002', state: 'in_review', thirdOrdered: true },
    { id: 'app-3', number: 'B-003', state: 'in_reconciliation', thirdOrdered: false },
    { id: 'app-4', number: 'B-004', state: 'formally_rejected', thirdOrdered: false },
  ],
  reviewers: [
    { id: 'ada', name: 'Ada' },
    { id: 'ben', name: 'Ben' },
    { id: 'cleo', name: 'Cleo' },
  ],
  conflicts: [{ applicationId: 'app-1', reviewerId: 'cleo' }],
  active: [
    { assignmentId: 'x', applicationId: 'app-2', reviewerId: 'ada', slot: 1 },
    { assignmentId: 'y', applicationId: 'app-2', reviewerId: 'ben', slot: 2 },
  ],
  regularSlots: 2,
  maxLoad: null,
};
const check = (pairs: [string, string, number?][], change: Partial<PairFacts> = {}) => {
  const { accepted, errors } = checkPairs(
    pairs.map(([applicationId, reviewerId, slot]) => ({ applicationId, reviewerId, ...(slot ? { slot } : {}) })),
    { ...FACTS, ...change },
  );
  return {
    accepted: accepted.map(({ application, reviewer, slot }) => `${application.id} ${reviewer.id} ${slot}`),
    errors: errors.map(({ path, code }) => `${path} ${code}`),
  };
};

describe('checkPairs', () => {
  it('fills the free slots in the order of the pairs', () => {
    expect(
      check([
        ['app-1', 'ada'],
        ['app-1', 'ben'],
        ['app-2', 'cleo'],
      ]),
    ).toEqual({
      accepted: ['app-1 ada 1', 'app-1 ben 2', 'app-2 cleo 3'],
      errors: [],
    });
  });

  it('takes ids as they are written elsewhere', () => {
    expect(check([['APP-1', 'ADA']]).accepted).toEqual(['app-1 ada 1']);
  });

  it.each<[string, [string, string, number?][], string]>([
    ['an application of another call', [['app-9', 'ada']], 'pairs.0.applicationId ASSIGNMENT.APPLICATION_UNKNOWN'],
    ['somebody who is no reviewer', [['app-1', 'juror']], 'pairs.0.reviewerId ASSIGNMENT.NOT_A_REVIEWER'],
    ['an application in reconciliation', [['app-3', 'ada']], 'pairs.0.applicationId ASSIGNMENT.RECONCILIATION_OPEN'],
    ['a rejected application', [['app-4', 'ada']], 'pairs.0.applicationId ASSIGNMENT.APPLICATION_NOT_ACCEPTED'],
    ['a person in conflict', [['app-1', 'cleo']], 'pairs.0.reviewerId ASSIGNMENT.IN_CONFLICT'],
    ['a person who has it already', [['app-2', 'ada', 3]], 'pairs.0.reviewerId ASSIGNMENT.REVIEWER_TWICE'],
    ['a slot that is taken', [['app-2', 'cleo', 1]], 'pairs.0.slot ASSIGNMENT.SLOT_TAKEN'],
    ['a third slot without an order', [['app-1', 'ada', 3]], 'pairs.0.slot ASSIGNMENT.THIRD_NOT_ORDERED'],
  ])('refuses %s', (_what, pairs, error) => {
    expect(check(pairs)).toEqual({ accepted: [], errors: [error] });
  });

  it('refuses a slot that the call does not have, and a person beyond their load', () => {
    expect(check([['app-1', 'ada', 2]], { regularSlots: 1 }).errors).toEqual(['pairs.0.slot ASSIGNMENT.SLOT_UNKNOWN']);
    expect(check([['app-1', 'ada']], { maxLoad: 1 }).errors).toEqual(['pairs.0.reviewerId ASSIGNMENT.LOAD_EXCEEDED']);
    expect(
      check(
        [
          ['app-1', 'ada'],
          ['app-1', 'ben'],
          ['app-1', 'cleo'],
        ],
        { conflicts: [] },
      ).errors,
    ).toEqual(['pairs.2 ASSIGNMENT.NO_FREE_SLOT']);
  });
});
