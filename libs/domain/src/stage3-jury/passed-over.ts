import type { RecommendationOutcome } from '../vocabulary/outcomes.js';
import type { PortfolioGroup } from '../vocabulary/portfolio-groups.js';

/** An application as the jury chooses from it; `rank` is null where it has none. */
export interface JuryCandidate {
  readonly applicationId: string;
  readonly portfolioGroup: PortfolioGroup;
  readonly rank: number | null;
  readonly recommendation: RecommendationOutcome | null;
}

/** A higher-ranked application that stays out, and those of its group that are taken before it. */
export interface PassedOver {
  readonly applicationId: string;
  readonly portfolioGroup: PortfolioGroup;
  readonly rank: number;
  /** Taken applications of the same group with a worse rank, best first. */
  readonly takenInstead: readonly { readonly applicationId: string; readonly rank: number | null }[];
}

function isRankedAfter(rank: number | null, reference: number): boolean {
  return rank === null || rank > reference;
}

/**
 * Where the bundle takes an application while a higher-ranked one of the same portfolio group stays out. One entry for
 * each recommended application that stays out, best rank first; an equal rank is passed over by nobody, and what was not
 * recommended has no claim to be taken. Source: I10. The jury gives a reason for each before adoption.
 */
export function passedOver(candidates: readonly JuryCandidate[], selectedIds: Iterable<string>): PassedOver[] {
  const selected = new Set(selectedIds);
  const taken = candidates.filter(({ applicationId }) => selected.has(applicationId));
  const result: PassedOver[] = [];
  for (const { applicationId, portfolioGroup, rank, recommendation } of candidates) {
    if (selected.has(applicationId) || rank === null || recommendation !== 'recommended') continue;
    const takenInstead = taken
      .filter((other) => other.portfolioGroup === portfolioGroup && isRankedAfter(other.rank, rank))
      .map((other) => ({ applicationId: other.applicationId, rank: other.rank }))
      .sort((a, b) => (a.rank ?? Number.MAX_SAFE_INTEGER) - (b.rank ?? Number.MAX_SAFE_INTEGER));
    if (takenInstead.length > 0) result.push({ applicationId, portfolioGroup, rank, takenInstead });
  }
  return result.sort((a, b) => a.rank - b.rank);
}

/** The same as single pairs: the application that was taken, and the higher-ranked one that stays out. */
export function passedOverPairs(
  candidates: readonly JuryCandidate[],
  selectedIds: Iterable<string>,
): { readonly takenId: string; readonly passedOverId: string; readonly portfolioGroup: PortfolioGroup }[] {
  return passedOver(candidates, selectedIds).flatMap(({ applicationId, portfolioGroup, takenInstead }) =>
    takenInstead.map((taken) => ({ takenId: taken.applicationId, passedOverId: applicationId, portfolioGroup })),
  );
}
