import type { Outcome } from '../vocabulary/outcomes.js';
import { PORTFOLIO_GROUPS, type PortfolioGroup } from '../vocabulary/portfolio-groups.js';
import type { JuryCandidate } from './passed-over.js';

/** What the decision says about an application; `reserveRank`: its place on the reserve list of its group. */
export interface DecisionItem {
  readonly applicationId: string;
  readonly outcome: Outcome;
  readonly portfolioGroup: PortfolioGroup;
  readonly reserveRank: number | null;
}

/** A rank to compare by; what has none comes after everything that has one. */
function order(rank: number | null): number {
  return rank ?? Number.POSITIVE_INFINITY;
}

function reserveOf(
  waiting: readonly JuryCandidate[],
  group: PortfolioGroup,
  limit: number | null,
): [applicationId: string, place: number][] {
  const own = waiting.filter((one) => one.portfolioGroup === group && one.recommendation === 'recommended');
  return own
    .map(({ applicationId, rank }): [string, number] => {
      const better = own.filter((other) => order(other.rank) < order(rank)).length;
      return [applicationId, better + 1];
    })
    .filter(([, place]) => limit === null || place <= limit);
}

/**
 * The decision that follows from an adopted bundle: what is in it is selected; the other recommended applications stand
 * on the reserve list of their portfolio group, by rank, an equal rank sharing its place (1, 2, 2, 4); all others are not
 * selected. `reservePerGroup` bounds the places (null: no bound); applications sharing the last place all stand on it.
 * Throws a RangeError where the bundle holds an application that is no candidate. Source: states of the procedure.
 */
export function deriveDecision(request: {
  readonly candidates: readonly JuryCandidate[];
  readonly selectedIds: Iterable<string>;
  readonly reservePerGroup: number | null;
}): DecisionItem[] {
  const selected = new Set(request.selectedIds);
  const known = new Set(request.candidates.map(({ applicationId }) => applicationId));
  for (const id of selected) if (!known.has(id)) throw new RangeError(`Application ${id} is no candidate of the jury.`);
  const waiting = request.candidates.filter(({ applicationId }) => !selected.has(applicationId));
  const reserve = new Map(PORTFOLIO_GROUPS.flatMap((group) => reserveOf(waiting, group, request.reservePerGroup)));
  return request.candidates.map(({ applicationId, portfolioGroup }) => {
    const reserveRank = reserve.get(applicationId) ?? null;
    const outcome = selected.has(applicationId) ? 'selected' : reserveRank !== null ? 'reserve' : 'not_selected';
    return { applicationId, outcome, portfolioGroup, reserveRank };
  });
}
