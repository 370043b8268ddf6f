import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { rankByMean } from './rank-by-mean.js';

const of = (totals: readonly (number | null)[]) =>
  rankByMean(totals.map((total, index) => ({ applicationId: `a${String(index).padStart(2, '0')}`, total })));

describe('the ranking by mean', () => {
  it('shares ranks among equal totals and counts on after them', () => {
    expect(of([70, 80, 70, 90, 60]).map(({ applicationId, rank, tied }) => [applicationId, rank, tied])).toEqual([
      ['a03', 1, false],
      ['a01', 2, false],
      ['a00', 3, true],
      ['a02', 3, true],
      ['a04', 5, false],
    ]);
  });

  it('does not separate totals by rounding noise, and separates real differences', () => {
    const third = (100 * 1) / 3;
    expect(of([third, 33.33333333333333, 100 - 2 * third]).map(({ rank }) => rank)).toEqual([1, 1, 1]);
    expect(of([60, 60.000001]).map(({ rank }) => rank)).toEqual([1, 2]);
  });

  it('does not let a row of tiny steps grow into one tie', () => {
    const steps = Array.from({ length: 5 }, (_, index) => 50 - index * 0.6e-9);
    expect(of(steps).map(({ rank }) => rank)).toEqual([1, 1, 3, 3, 5]);
  });

  it('puts applications without a total last, without a rank', () => {
    expect(of([null, 0, null]).map(({ applicationId, rank }) => [applicationId, rank])).toEqual([
      ['a01', 1],
      ['a00', null],
      ['a02', null],
    ]);
    expect(of([])).toEqual([]);
  });

  it('keeps what else is known of an application', () => {
    expect(rankByMean([{ applicationId: 'x', total: 1, number: 'B-001' }])[0]).toMatchObject({
      number: 'B-001',
      rank: 1,
    });
  });

  it('gives each application one more than the number of better ones, whatever the order of the input', () => {
    const totals = fc.array(fc.option(fc.integer({ min: 0, max: 12 }), { nil: null }), { maxLength: 30 });
    fc.assert(
      fc.property(totals, (values) => {
        const input = values.map((total, index) => ({ applicationId: `a${String(index).padStart(2, '0')}`, total }));
        const ranked = rankByMean(input);
        for (const { total, rank, tied } of ranked) {
          if (total === null) expect(rank).toBeNull();
          else {
            expect(rank).toBe(1 + values.filter((other) => other !== null && other > total).length);
            expect(tied).toBe(values.filter((other) => other === total).length > 1);
          }
        }
        expect(rankByMean([...input].reverse())).toEqual(ranked);
      }),
    );
  });
});
