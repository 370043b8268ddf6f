import type { CorridorDimension } from '@kuer/domain';
import type { Balance, ResultRow } from '../jury-api.js';

type Entry = Balance['dimensions'][number]['entries'][number];

/** What a bundle's numbers would be with one application more or less. Keys: dimension and value, as "phase:A". */
export interface Effect {
  readonly step: 1 | -1;
  readonly count: number;
  readonly used: number;
  readonly classes: ReadonlyMap<string, number>;
}

export const keyOf = (dimension: CorridorDimension, value: string): string => `${dimension}:${value}`;

const classesOf = (row: ResultRow, dimension: CorridorDimension): readonly string[] => {
  switch (dimension) {
    case 'portfolioGroup':
      return row.portfolioGroup ? [row.portfolioGroup] : [];
    case 'sizeClass':
      return row.sizeClass ? [row.sizeClass] : [];
    case 'state':
      return row.federalStates;
    case 'phase':
      return row.phase ? [row.phase] : [];
    default:
      return dimension satisfies never;
  }
};

/** Of adding the row, or of taking it out where it is in. Counts as the balance does: one of several states, once for each of them. */
export function effectOf(row: ResultRow, isIn: boolean, balance: Balance): Effect {
  const step = isIn ? -1 : 1;
  const classes = new Map<string, number>();
  for (const { dimension, entries } of balance.dimensions) {
    for (const value of classesOf(row, dimension)) {
      const entry: Entry | undefined = entries.find((one) => one.value === value);
      classes.set(keyOf(dimension, value), (entry?.count ?? 0) + step);
    }
  }
  return {
    step,
    count: balance.count.count + step,
    used: (Math.round(balance.budget.used * 100) + step * Math.round((row.fundingRequested ?? 0) * 100)) / 100,
    classes,
  };
}
