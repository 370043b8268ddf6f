import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CORRIDOR_DIMENSIONS, type Corridor } from '../call/call-settings.js';
import { FEDERAL_STATES } from '../vocabulary/federal-states.js';
import { PHASES } from '../vocabulary/phases.js';
import { PORTFOLIO_GROUPS } from '../vocabulary/portfolio-groups.js';
import { SIZE_CLASSES } from '../vocabulary/size-classes.js';
import { type BalancedItem, type BalanceEntry, balance, classesOf, missedCorridors } from './balance.js';

const budget = { total: 1_000, count: { min: 1, max: 3 } };
function item(applicationId: string, change: Partial<BalancedItem> = {}): BalancedItem {
  return {
    applicationId,
    portfolioGroup: 'grossstaedte',
    sizeClass: 'grosse-grossstadt',
    federalStates: ['BE'],
    phase: 'A',
    fundingRequested: 100,
    ...change,
  };
}
const items = [
  item('a'),
  item('b', { federalStates: ['HH', 'SN', 'BY'], portfolioGroup: 'interkommunal_landkreise' }),
  item('c', { phase: 'B', portfolioGroup: 'mittelstaedte', sizeClass: 'kleinere-mittelstadt', federalStates: ['BY'] }),
];
const at = (selectedIds: string[], corridors: Corridor[] = [], money = budget) =>
  balance({ items, selectedIds, corridors, budget: money });
function entry(found: ReturnType<typeof balance>, dimension: string, value: string): BalanceEntry {
  const one = found.dimensions.find((row) => row.dimension === dimension)?.entries.find((row) => row.value === value);
  if (!one) throw new Error(`${dimension} ${value}`);
  return one;
}

describe('the balance of a bundle', () => {
  it('counts an application of several states for each of them', () => {
    const found = at(['b', 'c']);
    expect(entry(found, 'state', 'BY')).toMatchObject({ count: 2, available: 2, share: 1 });
    expect(entry(found, 'state', 'HH')).toMatchObject({ count: 1, share: 0.5 });
    expect(entry(found, 'state', 'BE')).toMatchObject({ count: 0, available: 1, share: 0 });
    expect(classesOf(item('x', { federalStates: ['BY', 'BY'] }), 'state')).toEqual(['BY']);
  });

  it('says where a class stands against its corridor, bounds included, and how far off', () => {
    const corridor = (min?: number, max?: number): Corridor[] => [{ dimension: 'phase', value: 'A', min, max }];
    expect(entry(at(['a', 'b'], corridor(3, 4)), 'phase', 'A')).toMatchObject({
      state: 'below',
      distance: 1,
      min: 3,
      max: 4,
    });
    expect(entry(at(['a', 'b'], corridor(2, 4)), 'phase', 'A')).toMatchObject({ state: 'within', distance: 0 });
    expect(entry(at(['a', 'b'], corridor(0, 2)), 'phase', 'A')).toMatchObject({ state: 'within', distance: 0 });
    expect(entry(at(['a', 'b'], corridor(undefined, 0)), 'phase', 'A')).toMatchObject({
      state: 'above',
      distance: 2,
      min: null,
    });
    expect(entry(at(['a', 'b'], corridor(3)), 'phase', 'A')).toMatchObject({ state: 'below', max: null });
    expect(entry(at(['a', 'b']), 'phase', 'A')).toMatchObject({ state: 'free', distance: 0 });
  });

  it('shows a corridor of a class that nobody belongs to, and every group and phase', () => {
    const found = at([], [{ dimension: 'state', value: 'SL', min: 1 }]);
    expect(entry(found, 'state', 'SL')).toMatchObject({ count: 0, available: 0, state: 'below', distance: 1 });
    expect(found.dimensions.find(({ dimension }) => dimension === 'portfolioGroup')?.entries).toHaveLength(4);
    expect(found.dimensions.find(({ dimension }) => dimension === 'phase')?.entries).toHaveLength(2);
    expect(missedCorridors(found)).toMatchObject([{ dimension: 'state', value: 'SL', state: 'below' }]);
  });

  it('holds number and budget against their bounds, cent by cent', () => {
    expect(at([])).toMatchObject({
      count: { count: 0, state: 'below', distance: 1 },
      budget: { used: 0, remaining: 1_000 },
    });
    expect(at(['a', 'b', 'c']).count).toMatchObject({ count: 3, state: 'within' });
    expect(at(['a', 'b', 'c'], [], { total: 300, count: { min: 1, max: 2 } })).toMatchObject({
      count: { state: 'above', distance: 1 },
      budget: { used: 300, remaining: 0, state: 'within' },
    });
    const cents = [item('x', { fundingRequested: 0.1 }), item('y', { fundingRequested: 0.2 })];
    const exact = balance({
      items: cents,
      selectedIds: ['x', 'y'],
      corridors: [],
      budget: { total: 0.3, count: { min: 0, max: 9 } },
    });
    expect(exact.budget).toEqual({ used: 0.3, limit: 0.3, remaining: 0, state: 'within' });
    const over = balance({
      items: cents,
      selectedIds: ['x', 'y'],
      corridors: [],
      budget: { total: 0.29, count: { min: 0, max: 9 } },
    });
    expect(over.budget).toMatchObject({ remaining: -0.01, state: 'above' });
  });

  it('ignores ids that are no application, and an id given twice', () => {
    expect(at(['a', 'a', 'z']).count.count).toBe(1);
  });

  it('counts everything once in each dimension but the states', () => {
    const anyItem = fc.record({
      portfolioGroup: fc.constantFrom(...PORTFOLIO_GROUPS),
      sizeClass: fc.constantFrom(...SIZE_CLASSES),
      federalStates: fc.uniqueArray(fc.constantFrom(...FEDERAL_STATES), { minLength: 1, maxLength: 3 }),
      phase: fc.constantFrom(...PHASES),
      fundingRequested: fc.integer({ min: 0, max: 1_000_000 }),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(anyItem, fc.boolean()), { maxLength: 25 }), (rows) => {
        const all = rows.map(([row], index) => ({ applicationId: `a${index}`, ...row }));
        const chosen = all.filter((_, index) => rows[index]?.[1]);
        const selectedIds = chosen.map(({ applicationId }) => applicationId);
        const found = balance({ items: all, selectedIds, corridors: [], budget });
        for (const dimension of CORRIDOR_DIMENSIONS) {
          const entries = found.dimensions.find((row) => row.dimension === dimension)?.entries ?? [];
          const sum = entries.reduce((total, one) => total + one.count, 0);
          const expected = chosen.reduce(
            (total, one) => total + (dimension === 'state' ? one.federalStates.length : 1),
            0,
          );
          expect(sum).toBe(expected);
          for (const one of entries) expect(one.share).toBeLessThanOrEqual(1);
        }
        expect(found.budget.used).toBe(chosen.reduce((total, one) => total + one.fundingRequested, 0));
      }),
    );
  });
});
