import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DEFAULT_THRESHOLDS } from '../call/call-settings.js';
import type { Catalogue } from '../call/catalogue.js';
import { DEFAULT_SCALE } from '../call/scale.js';
import { type ComparedReview, divergence, isDivergenceOpen } from './divergence.js';

const catalogue: Catalogue = {
  groups: [
    {
      code: 'G1',
      name: 'Gruppe',
      criteria: ['K1', 'K2', 'K3', 'K4', 'K5'].map((code) => ({ code, text: code, weight: 1 })),
    },
  ],
};
const review = (values: readonly number[], verdict: ComparedReview['verdict'] = 'eligible'): ComparedReview => ({
  scores: Object.fromEntries(values.map((value, index) => [`K${index + 1}`, value])),
  verdict,
});
const between = (...reviews: ComparedReview[]) => divergence(reviews, catalogue, DEFAULT_SCALE, DEFAULT_THRESHOLDS);

describe('the divergence of reviews', () => {
  it('is none between reviews that agree', () => {
    expect(between(review([3, 3, 3, 3, 3]), review([3, 3, 3, 3, 3]))).toEqual({
      points: 0,
      levels: 0,
      criteria: [],
      verdictsDiffer: false,
      flagged: false,
      reasons: [],
    });
  });

  it('is flagged from 20 points on, not before', () => {
    // 25 points each way make 4 percent a point: 5 of 25 are 20 percent.
    const at = between(review([3, 3, 3, 3, 3]), review([4, 4, 4, 4, 4]));
    expect(at).toMatchObject({ points: 20, levels: 1, flagged: true });
    expect(at?.reasons).toEqual([{ code: 'DIVERGENCE.POINTS', params: { points: 20, threshold: 20 } }]);
    expect(between(review([3, 3, 3, 3, 3]), review([4, 4, 4, 4, 3]))).toMatchObject({ points: 16, flagged: false });
  });

  it('is flagged from three levels on one criterion on, and names the criteria', () => {
    const found = between(review([5, 2, 3, 3, 5]), review([2, 5, 3, 3, 4]));
    expect(found).toMatchObject({ levels: 3, criteria: ['K1', 'K2'], flagged: true });
    expect(found?.reasons).toEqual([
      { code: 'DIVERGENCE.LEVELS', params: { levels: 3, threshold: 3, criteria: ['K1', 'K2'] } },
    ]);
    expect(between(review([5, 3, 3, 3, 3]), review([3, 3, 3, 3, 3]))).toMatchObject({ levels: 2, flagged: false });
  });

  it('is flagged by any disagreement on eligibility; an absent verdict disagrees with nothing', () => {
    const found = between(review([3, 3, 3, 3, 3]), review([3, 3, 3, 3, 3], 'not_eligible'));
    expect(found).toMatchObject({ verdictsDiffer: true, flagged: true, reasons: [{ code: 'DIVERGENCE.VERDICTS' }] });
    expect(between(review([3, 3, 3, 3, 3]), review([3, 3, 3, 3, 3], null))?.flagged).toBe(false);
  });

  it('compares every pair where there is a third review', () => {
    expect(between(review([3, 3, 3, 3, 3]), review([3, 3, 3, 3, 3]), review([5, 5, 5, 5, 5]))).toMatchObject({
      points: 40,
    });
  });

  it('is not said while a review is missing or incomplete', () => {
    expect(between(review([3, 3, 3, 3, 3]))).toBeNull();
    expect(between(review([3, 3, 3, 3, 3]), review([3, 3, 3, 3]))).toBeNull();
  });

  it('can be switched off by a threshold of 0', () => {
    const off = { divergencePoints: 0, divergenceLevels: 0 };
    const found = divergence([review([0, 0, 0, 0, 0]), review([5, 5, 5, 5, 5])], catalogue, DEFAULT_SCALE, off);
    expect(found).toMatchObject({ points: 100, levels: 5, flagged: false });
  });

  it('does not depend on the order of the reviews', () => {
    const values = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(values, values, (first, second) => {
        const there = between(review(first), review(second));
        expect(between(review(second), review(first))).toEqual(there);
        expect(there?.flagged).toBe((there?.points ?? 0) >= 20 - 1e-9 || (there?.levels ?? 0) >= 3);
      }),
    );
  });
});

describe('an open divergence', () => {
  const flagged = between(review([0, 0, 0, 0, 0]), review([5, 5, 5, 5, 5]));
  const agreed = between(review([3, 3, 3, 3, 3]), review([3, 3, 3, 3, 3]));

  it.each([
    [flagged, 'none', 'none', true],
    [flagged, 'closed', 'none', false],
    [flagged, 'none', 'submitted', false],
    [flagged, 'closed', 'ordered', true],
    [flagged, 'none', 'ordered', true],
    [agreed, 'none', 'none', false],
    [agreed, 'open', 'none', true],
    [null, 'none', 'none', false],
  ] as const)('%#: reconciliation and third review settle it', (found, reconciliation, thirdReview, isOpen) => {
    expect(isDivergenceOpen(found, { reconciliation, thirdReview })).toBe(isOpen);
  });
});
