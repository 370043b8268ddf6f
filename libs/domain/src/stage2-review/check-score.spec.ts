import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Catalogue } from '../call/catalogue.js';
import { DEFAULT_SCALE, scaleValues } from '../call/scale.js';
import { checkScore, justificationLength, reviewGaps } from './check-score.js';

const catalogue: Catalogue = {
  groups: [
    {
      code: 'G1',
      name: 'Zukunft',
      criteria: [
        { code: 'K1', text: 'Ziele', weight: 1 },
        { code: 'K2', text: 'Ausgangslage', weight: 1 },
      ],
    },
  ],
};
const halves = { max: 5, step: 0.5, levels: [] };
const tenths = { max: 1, step: 0.1, levels: [] };

describe('a score', () => {
  it('may be every value of the scale and no other', () => {
    for (const scale of [DEFAULT_SCALE, halves, tenths]) {
      for (const value of scaleValues(scale))
        expect(checkScore(value, 'K1', catalogue, scale)).toEqual({ ok: true, value });
    }
    fc.assert(
      fc.property(fc.double({ noNaN: true, min: -10, max: 10 }), (value) => {
        const isAllowed =
          [0, 1, 2, 3, 4, 5].some((level) => Math.abs(level - value) < 1e-9) && value >= 0 && value <= 5;
        expect(checkScore(value, 'K1', catalogue, DEFAULT_SCALE).ok).toBe(isAllowed);
      }),
    );
  });

  it.each<[unknown, string]>([
    [-1, 'REVIEW.SCORE_OUT_OF_RANGE'],
    [6, 'REVIEW.SCORE_OUT_OF_RANGE'],
    [5.0000001, 'REVIEW.SCORE_OUT_OF_RANGE'],
    [2.5, 'REVIEW.SCORE_OFF_STEP'],
    [Number.NaN, 'REVIEW.SCORE_NOT_A_NUMBER'],
    [Number.POSITIVE_INFINITY, 'REVIEW.SCORE_NOT_A_NUMBER'],
    ['3', 'REVIEW.SCORE_NOT_A_NUMBER'],
    [null, 'REVIEW.SCORE_NOT_A_NUMBER'],
    [undefined, 'REVIEW.SCORE_NOT_A_NUMBER'],
  ])('is refused when it is %p', (value, code) => {
    expect(checkScore(value, 'K1', catalogue, DEFAULT_SCALE)).toMatchObject({ ok: false, code });
  });

  it('refers to a criterion of the catalogue and to nothing else', () => {
    for (const criterion of ['K3', 'k1', 'G1', '', '__proto__', 'constructor']) {
      expect(checkScore(3, criterion, catalogue, DEFAULT_SCALE)).toMatchObject({ code: 'REVIEW.UNKNOWN_CRITERION' });
    }
  });
});

describe('gaps of a review', () => {
  const complete = {
    scores: { K1: 0, K2: 5 },
    justifications: { K1: 'x'.repeat(20), K2: 'y'.repeat(20) },
    verdict: 'eligible' as const,
  };

  it('are none where every criterion has a score and a justification; a zero is a score', () => {
    expect(reviewGaps(complete, catalogue, DEFAULT_SCALE, 20)).toEqual([]);
  });

  it('are listed in the order of the catalogue, with what is missing', () => {
    const draft = { scores: { K2: null }, justifications: { K1: '  ', K2: ` ${'y'.repeat(19)} ` }, verdict: null };
    expect(reviewGaps(draft, catalogue, DEFAULT_SCALE, 20)).toEqual([
      { criterion: 'K1', code: 'REVIEW.SCORE_MISSING', params: { criterion: 'K1' } },
      { criterion: 'K1', code: 'REVIEW.JUSTIFICATION_MISSING', params: { criterion: 'K1', minimum: 20, length: 0 } },
      { criterion: 'K2', code: 'REVIEW.SCORE_MISSING', params: { criterion: 'K2' } },
      { criterion: 'K2', code: 'REVIEW.JUSTIFICATION_TOO_SHORT', params: { criterion: 'K2', minimum: 20, length: 19 } },
      { criterion: null, code: 'REVIEW.VERDICT_MISSING', params: {} },
    ]);
  });

  it('include a stored value that is no longer on the scale', () => {
    const gaps = reviewGaps({ ...complete, scores: { K1: 7, K2: 1 } }, catalogue, DEFAULT_SCALE, 20);
    expect(gaps).toMatchObject([{ criterion: 'K1', code: 'REVIEW.SCORE_MISSING' }]);
  });

  it('do not ask for justifications where the call asks for none', () => {
    expect(reviewGaps({ ...complete, justifications: {} }, catalogue, DEFAULT_SCALE, 0)).toEqual([]);
  });

  it('count characters as a person does', () => {
    expect(justificationLength('  ä😀 ')).toBe(2);
    expect(justificationLength('a\u0308')).toBe(1);
    expect(justificationLength(null)).toBe(0);
  });
});
