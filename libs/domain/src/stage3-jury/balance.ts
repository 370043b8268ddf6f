import type { Budget, Corridor, CorridorDimension } from '../call/call-settings.js';
import { CORRIDOR_DIMENSIONS } from '../call/call-settings.js';
import { CORRIDOR_VALUES } from '../call/check-call-settings.js';
import type { FederalState } from '../vocabulary/federal-states.js';
import type { Phase } from '../vocabulary/phases.js';
import type { PortfolioGroup } from '../vocabulary/portfolio-groups.js';
import type { SizeClass } from '../vocabulary/size-classes.js';
import type { CorridorState } from './jury-states.js';

/** What the balance needs to know of an application. Funding in euros. */
export interface BalancedItem {
  readonly applicationId: string;
  readonly portfolioGroup: PortfolioGroup;
  readonly sizeClass: SizeClass;
  readonly federalStates: readonly FederalState[];
  readonly phase: Phase;
  readonly fundingRequested: number;
}

/**
 * One class of a dimension. `share`: of the selected applications, 0 to 1, 0 for an empty bundle. `distance`: how many
 * are missing (below) or too many (above), 0 otherwise. `available`: how many of the class could be selected at all.
 */
export interface BalanceEntry {
  readonly value: string;
  readonly count: number;
  readonly available: number;
  readonly share: number;
  readonly min: number | null;
  readonly max: number | null;
  readonly state: CorridorState;
  readonly distance: number;
}

/** The classes of one dimension, in the order of the vocabulary. */
export interface BalanceDimension {
  readonly dimension: CorridorDimension;
  readonly entries: readonly BalanceEntry[];
}

/** A number against its bounds. */
export interface CountMeter {
  readonly count: number;
  readonly min: number;
  readonly max: number;
  readonly state: CorridorState;
  readonly distance: number;
}

/** Money against the budget, in euros; `remaining` is negative where the budget is exceeded. */
export interface BudgetMeter {
  readonly used: number;
  readonly limit: number;
  readonly remaining: number;
  readonly state: CorridorState;
}

/** The bundle as a whole. */
export interface Balance {
  readonly count: CountMeter;
  readonly budget: BudgetMeter;
  readonly dimensions: readonly BalanceDimension[];
}

/**
 * Where a number stands against its corridor (both bounds inclusive; null: no bound), and how far outside it is.
 * Source: procedure, words (corridor) and formulas (bundle). Unit: that of the number.
 */
export function againstCorridor(
  count: number,
  min: number | null,
  max: number | null,
): { readonly state: CorridorState; readonly distance: number } {
  if (min === null && max === null) return { state: 'free', distance: 0 };
  if (min !== null && count < min) return { state: 'below', distance: min - count };
  if (max !== null && count > max) return { state: 'above', distance: count - max };
  return { state: 'within', distance: 0 };
}

/** The classes an application counts for in a dimension; of several states, for each of them once. */
export function classesOf(item: BalancedItem, dimension: CorridorDimension): readonly string[] {
  switch (dimension) {
    case 'portfolioGroup':
      return [item.portfolioGroup];
    case 'sizeClass':
      return [item.sizeClass];
    case 'state':
      return [...new Set(item.federalStates)];
    case 'phase':
      return [item.phase];
  }
}

/** Sum of euros in whole cents, so that many amounts add up without noise. */
function sumOf(amounts: readonly number[]): number {
  return amounts.reduce((cents, amount) => cents + Math.round(amount * 100), 0) / 100;
}

/**
 * The balance of a bundle: number, budget, and for every class of every dimension its number, share, corridor, and where
 * it stands against it. An application of several states counts for each of them, so shares of states may add up to more
 * than 1. Classes without corridor, selected or available application are left out, but for portfolio groups and phases,
 * which always stand there. Bounds are inclusive. Source: rules of the jury selection.
 */
export function balance(request: {
  readonly items: readonly BalancedItem[];
  readonly selectedIds: Iterable<string>;
  readonly corridors: readonly Corridor[];
  readonly budget: Budget;
}): Balance {
  const selectedIds = new Set(request.selectedIds);
  const selected = request.items.filter(({ applicationId }) => selectedIds.has(applicationId));
  const { min, max } = request.budget.count;
  const used = sumOf(selected.map(({ fundingRequested }) => fundingRequested));
  const limit = request.budget.total;

  const dimensions = CORRIDOR_DIMENSIONS.map((dimension): BalanceDimension => {
    const countOf = (items: readonly BalancedItem[], value: string): number =>
      items.filter((item) => classesOf(item, dimension).includes(value)).length;
    const entries = CORRIDOR_VALUES[dimension].flatMap((value): BalanceEntry[] => {
      const corridor = request.corridors.find((one) => one.dimension === dimension && one.value === value);
      const available = countOf(request.items, value);
      const isAlwaysShown = dimension === 'portfolioGroup' || dimension === 'phase';
      if (!corridor && available === 0 && !isAlwaysShown) return [];
      const count = countOf(selected, value);
      const bounds = { min: corridor?.min ?? null, max: corridor?.max ?? null };
      const share = selected.length === 0 ? 0 : count / selected.length;
      return [{ value, count, available, share, ...bounds, ...againstCorridor(count, bounds.min, bounds.max) }];
    });
    return { dimension, entries };
  });

  return {
    count: { count: selected.length, min, max, ...againstCorridor(selected.length, min, max) },
    budget: { used, limit, remaining: sumOf([limit, -used]), state: used > limit ? 'above' : 'within' },
    dimensions,
  };
}

/** The entries whose corridor is missed, with their dimension. */
export function missedCorridors(
  found: Balance,
): (BalanceEntry & { readonly dimension: CorridorDimension; readonly state: 'below' | 'above' })[] {
  return found.dimensions.flatMap(({ dimension, entries }) =>
    entries.flatMap((entry) =>
      entry.state === 'below' || entry.state === 'above' ? [{ ...entry, state: entry.state, dimension }] : [],
    ),
  );
}
