import { describe, expect, it } from '@jest/globals';
import { DEFAULT_SCALE } from '@kuer/domain';
import { agreementOf, type ComparableReview, severityOf } from './compare-reviewers.js';

const CATALOGUE = {
  scale: DEFAULT_SCALE,
  groups: [
    {
      code: 'G1',
      name: 'Gruppe',
      criteria: [
        { code: 'K1', text: 'eins', weight: 1 },
        { code: 'K2', text: 'zwei', weight: 1 },
      ],
    },
  ],
};
const review = (reviewerId: string | null, K1: number, K2: number): ComparableReview => ({
  reviewerId,
  scores: { K1, K2 },
  total: 10 * (K1 + K2),
  groupTotals: { G1: 10 * (K1 + K2) },
});

describe('agreementOf', () => {
  it('compares every pair of reviews of one application, by criterion, group and total', () => {
    const rows = agreementOf(
      [
        [review('a', 4, 1), review('b', 4, 3)],
        [review('a', 2, 2), review('c', 3, 2)],
      ],
      CATALOGUE,
    );
    expect(rows).toEqual([
      { key: 'K1', pairs: 2, exact: 0.5, withinOneStep: 1, meanDifference: 0.5 },
      { key: 'K2', pairs: 2, exact: 0.5, withinOneStep: 0.5, meanDifference: 1 },
      { key: 'G1', pairs: 2, exact: 0, withinOneStep: null, meanDifference: 15 },
      { key: 'total', pairs: 2, exact: 0, withinOneStep: null, meanDifference: 15 },
    ]);
  });

  it('counts three pairs where a third review was ordered', () => {
    const [first] = agreementOf([[review('a', 5, 0), review('b', 0, 0), review('c', 5, 0)]], CATALOGUE);
    expect(first).toMatchObject({ pairs: 3, exact: 1 / 3, withinOneStep: 1 / 3 });
    expect(first?.meanDifference).toBeCloseTo(10 / 3);
  });

  it('says nothing without a pair', () => {
    for (const row of agreementOf([[review('a', 1, 1)], []], CATALOGUE))
      expect(row).toMatchObject({ pairs: 0, exact: null, withinOneStep: null, meanDifference: null });
  });
});

describe('severityOf', () => {
  it('is the mean difference to the others of the same applications, strictest first', () => {
    const figures = severityOf([
      [review('mild', 5, 5), review('strict', 2, 2)],
      [review('mild', 4, 4), review('strict', 3, 3), review('third', 5, 5)],
    ]);
    expect(figures).toEqual([
      { reviewerId: 'strict', reviews: 2, meanTotal: 50, meanDifference: -45 },
      { reviewerId: 'mild', reviews: 2, meanTotal: 90, meanDifference: 30 },
      { reviewerId: 'third', reviews: 1, meanTotal: 100, meanDifference: 30 },
    ]);
  });

  it('has no difference for who reviewed alone, and nothing on who is not known', () => {
    expect(severityOf([[review('alone', 3, 3)], [review(null, 3, 3)]])).toEqual([
      { reviewerId: 'alone', reviews: 1, meanTotal: 60, meanDifference: null },
    ]);
  });
});
