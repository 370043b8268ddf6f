import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { SIZE_CLASS_INFO, SIZE_CLASSES } from '../vocabulary/size-classes.js';
import { checkSizeClass, expectedPortfolioGroup, sizeClassByPopulation } from './size-class-plausibility.js';

describe('the size class', () => {
  it.each([
    [500_000, 'grosse-grossstadt'],
    [499_999, 'kleinere-grossstadt'],
    [100_000, 'kleinere-grossstadt'],
    [99_999, 'groessere-mittelstadt'],
    [50_000, 'groessere-mittelstadt'],
    [49_999, 'kleinere-mittelstadt'],
    [20_000, 'kleinere-mittelstadt'],
    [19_999, 'groessere-kleinstadt'],
    [10_000, 'groessere-kleinstadt'],
    [9_999, 'kleine-kleinstadt'],
    [5_000, 'kleine-kleinstadt'],
    [4_999, 'landgemeinde'],
    [0, 'landgemeinde'],
  ])('of %i inhabitants is %s', (population, expected) => {
    expect(sizeClassByPopulation(population)).toBe(expected);
  });

  it('of a basic centre is at least a small town', () => {
    expect(sizeClassByPopulation(3_000, true)).toBe('kleine-kleinstadt');
    expect(sizeClassByPopulation(12_000, true)).toBe('groessere-kleinstadt');
  });

  it('agrees with the bounds of the published classes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_000_000 }), (population) => {
        const info = SIZE_CLASS_INFO[sizeClassByPopulation(population)];
        expect(population).toBeGreaterThanOrEqual(info.populationMin ?? 0);
        expect(population).toBeLessThan(info.populationMaxExclusive ?? Number.POSITIVE_INFINITY);
      }),
    );
  });

  it('warns where the imported class and the population disagree, and names the expected one', () => {
    expect(checkSizeClass({ sizeClass: 'kleinere-grossstadt', population: 45_000 })).toEqual({
      code: 'SIZE_CLASS.IMPLAUSIBLE',
      params: { sizeClass: 'kleinere-grossstadt', population: 45_000, expected: 'kleinere-mittelstadt' },
    });
    expect(checkSizeClass({ sizeClass: 'kleinere-mittelstadt', population: 45_000 })).toBeNull();
  });

  it('passes a small town under 5,000 unless it is known to be no basic centre', () => {
    expect(checkSizeClass({ sizeClass: 'kleine-kleinstadt', population: 4_000 })).toBeNull();
    expect(checkSizeClass({ sizeClass: 'kleine-kleinstadt', population: 4_000, isBasicCentre: true })).toBeNull();
    expect(checkSizeClass({ sizeClass: 'kleine-kleinstadt', population: 4_000, isBasicCentre: false })).toMatchObject({
      params: { expected: 'landgemeinde' },
    });
  });

  it('judges no district by its number of inhabitants, and nothing without a population', () => {
    for (const sizeClass of SIZE_CLASSES) expect(checkSizeClass({ sizeClass, population: null })).toBeNull();
    expect(checkSizeClass({ sizeClass: 'staedtischer-kreis', population: 3 })).toBeNull();
    expect(checkSizeClass({ sizeClass: 'gemeinde', population: 3_800 })).toBeNull();
    expect(checkSizeClass({ sizeClass: 'kreisfreie-grossstadt', population: 40_000 })).not.toBeNull();
  });

  it('decides the expected portfolio group, unless there are partners', () => {
    expect(expectedPortfolioGroup('grosse-grossstadt', false)).toBe('grossstaedte');
    expect(expectedPortfolioGroup('kleinere-mittelstadt', false)).toBe('mittelstaedte');
    expect(expectedPortfolioGroup('groessere-kleinstadt', false)).toBe('kleinstaedte_landgemeinden');
    expect(expectedPortfolioGroup('landgemeinde', false)).toBe('kleinstaedte_landgemeinden');
    expect(expectedPortfolioGroup('staedtischer-kreis', false)).toBe('interkommunal_landkreise');
    expect(expectedPortfolioGroup('grosse-grossstadt', true)).toBe('interkommunal_landkreise');
  });
});
