import { type BalancedItem, type Budget, type Corridor, classesOf } from '@kuer/domain';

export interface ProposalInput {
  readonly candidates: readonly (BalancedItem & { readonly rank: number | null })[];
  readonly mustHave: ReadonlySet<string>;
  readonly mustNot: ReadonlySet<string>;
  readonly corridors: readonly Corridor[];
  readonly budget: Budget;
}

/**
 * A bundle by rank: first what must be in, then the best of every class whose lower bound is still open, then the best of the rest, as
 * long as no upper bound, the number or the budget stands against it. Greedy: it keeps bounds, it does not prove that none is better.
 * Returns ids of applications in the order in which they were taken.
 */
export function proposeByRank({ candidates, mustHave, mustNot, corridors, budget }: ProposalInput): string[] {
  const taken: BalancedItem[] = [];
  const countOf = (corridor: Corridor): number =>
    taken.filter((item) => classesOf(item, corridor.dimension).includes(corridor.value)).length;
  const concerns = (item: BalancedItem, corridor: Corridor): boolean =>
    classesOf(item, corridor.dimension).includes(corridor.value);
  const fits = (item: BalancedItem): boolean => {
    if (taken.length >= budget.count.max) return false;
    const cents = [...taken, item].reduce((sum, one) => sum + Math.round(one.fundingRequested * 100), 0);
    if (cents > Math.round(budget.total * 100)) return false;
    return corridors.every(
      (corridor) => corridor.max === undefined || !concerns(item, corridor) || countOf(corridor) < corridor.max,
    );
  };
  const byRank = [...candidates]
    .filter(({ applicationId }) => !mustNot.has(applicationId))
    .sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity) || (a.applicationId < b.applicationId ? -1 : 1));
  const takeIf = (wanted: (item: BalancedItem) => boolean): void => {
    for (const item of byRank) if (!taken.includes(item) && wanted(item)) taken.push(item);
  };

  takeIf((item) => mustHave.has(item.applicationId));
  const isMissing = (corridor: Corridor): boolean => corridor.min !== undefined && countOf(corridor) < corridor.min;
  takeIf((item) => fits(item) && corridors.some((corridor) => concerns(item, corridor) && isMissing(corridor)));
  takeIf(fits);
  return taken.map(({ applicationId }) => applicationId);
}
