import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Catalogue } from '../call/catalogue.js';
import { DEFAULT_SCALE } from '../call/scale.js';
import { applicationGroupTotals, applicationTotal, groupTotals, reviewTotal } from './aggregate-reviews.js';

function catalogueOf(
  weights: readonly (readonly number[])[],
  groupWeights: readonly (number | undefined)[] = [],
): Catalogue {
  let number = 0;
  return {
    groups: weights.map((group, index) => ({
      code: `G${index + 1}`,
      name: `Gruppe ${index + 1}`,
      weight: groupWeights[index],
      criteria: group.map((weight) => {
        number += 1;
        return { code: `K${number}`, text: `Kriterium ${number}`, weight };
      }),
    })),
  };
}

// The three groups of the 2020 catalogue: K1 to K5, K6 to K8, K9 to K12, all of weight 1.
const call2020 = catalogueOf([
  [1, 1, 1, 1, 1],
  [1, 1, 1],
  [1, 1, 1, 1],
]);
const sheet = (values: readonly number[]) => Object.fromEntries(values.map((value, index) => [`K${index + 1}`, value]));

describe('the total of a review', () => {
  it('is 100 · Σ w s / Σ w m', () => {
    expect(reviewTotal(sheet([5, 4, 3, 2, 1, 0, 5, 4, 3, 2, 1, 0]), call2020, DEFAULT_SCALE)).toBe((100 * 30) / 60);
    expect(groupTotals(sheet([5, 4, 3, 2, 1, 0, 5, 4, 3, 2, 1, 0]), call2020, DEFAULT_SCALE)).toEqual({
      G1: 60,
      G2: 60,
      G3: 30,
    });
  });

  it('weighs criteria, and groups where they have a weight of their own', () => {
    const weighted = catalogueOf([[3, 1], [1]], [undefined, 2]);
    // (3·5 + 1·0 + 2·1·0) / ((3 + 1 + 2)·5)
    expect(reviewTotal(sheet([5, 0, 0]), weighted, DEFAULT_SCALE)).toBe(50);
    // A group's own weight says nothing within the group.
    expect(groupTotals(sheet([5, 0, 3]), weighted, DEFAULT_SCALE)).toEqual({ G1: 75, G2: 60 });
  });

  it('is none while a score is missing: nothing counts as zero', () => {
    const scores = { ...sheet([5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5]), K12: null };
    expect(reviewTotal(scores, call2020, DEFAULT_SCALE)).toBeNull();
    expect(groupTotals(scores, call2020, DEFAULT_SCALE)).toEqual({ G1: 100, G2: 100, G3: null });
    expect(reviewTotal({}, { groups: [] }, DEFAULT_SCALE)).toBeNull();
  });

  it('lies between 0 and 100, rises with every score, and does not change with the unit of the weights', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 12, maxLength: 12 });
    const weights = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 12, maxLength: 12 });
    fc.assert(
      fc.property(scores, weights, fc.nat(11), fc.integer({ min: 1, max: 7 }), (values, twelve, raised, factor) => {
        const catalogue = catalogueOf([twelve.slice(0, 5), twelve.slice(5, 8), twelve.slice(8)]);
        const total = reviewTotal(sheet(values), catalogue, DEFAULT_SCALE) as number;
        expect(total).toBeGreaterThanOrEqual(0);
        expect(total).toBeLessThanOrEqual(100 + 1e-9);
        const better = values.map((value, index) => (index === raised ? Math.min(5, value + 1) : value));
        const betterTotal = reviewTotal(sheet(better), catalogue, DEFAULT_SCALE) as number;
        if (values[raised] === 5) expect(betterTotal).toBe(total);
        else expect(betterTotal).toBeGreaterThan(total);
        const scaled = catalogueOf(
          [twelve.slice(0, 5), twelve.slice(5, 8), twelve.slice(8)].map((g) => g.map((w) => w * factor)),
        );
        expect(reviewTotal(sheet(values), scaled, DEFAULT_SCALE)).toBeCloseTo(total, 9);
      }),
    );
  });
});

describe('the total of an application', () => {
  it('is the mean of its counted reviews, a third one being one more row', () => {
    expect(applicationTotal([60, 70], 2)).toBe(65);
    expect(applicationTotal([60, 70, 95], 3)).toBe(75);
    // The median of these would be 70.
    expect(applicationTotal([10, 70, 100], 3)).toBe(60);
  });

  it('is none while a review is missing', () => {
    expect(applicationTotal([60], 2)).toBeNull();
    expect(applicationTotal([60, null], 2)).toBeNull();
    expect(applicationTotal([60, 70, null], 2)).toBeNull();
    expect(applicationTotal([60, 70], 3)).toBeNull();
    expect(applicationTotal([], 0)).toBeNull();
  });

  it('has groups by the same mean', () => {
    const reviews = [
      { G1: 60, G2: 60, G3: 30 },
      { G1: 80, G2: null, G3: 50 },
    ];
    expect(applicationGroupTotals(reviews, call2020, 2)).toEqual({ G1: 70, G2: null, G3: 40 });
  });
});
