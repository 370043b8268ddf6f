import type { ApplicationState } from '../application/application-states.js';
import type { CorridorDimension } from '../call/call-settings.js';
import type { Divergence } from '../stage2-review/divergence.js';
import type { Eligibility } from '../stage2-review/recommendation.js';
import type { ReviewVerdict } from '../stage2-review/review-states.js';
import type { MotionOutcome } from '../stage3-jury/jury-states.js';
import type { Outcome, RecommendationOutcome } from '../vocabulary/outcomes.js';
import type { PortfolioGroup } from '../vocabulary/portfolio-groups.js';

/**
 * What an explanation rests on. Persons are given as the reader may see them (a name, "Prüfer/in 1", "A"): the domain
 * knows no names. Days are YYYY-MM-DD. A stage that was not reached yet is null.
 */
export interface ExplanationFacts {
  readonly state: ApplicationState;
  readonly formalCheck: FormalCheckFacts | null;
  readonly review: ReviewFacts | null;
  readonly jury: JuryFacts | null;
  readonly decision: DecisionFacts | null;
}

/** Stage 1. Items and documents by their label in the reader's language. */
export interface FormalCheckFacts {
  readonly passed: number;
  readonly notApplicable: number;
  readonly failedItems: readonly string[];
  readonly outstandingDocuments: readonly string[];
  readonly supplements: readonly { readonly dueOn: string; readonly documents: readonly string[] }[];
  readonly decision:
    | { readonly outcome: 'accepted'; readonly day: string; readonly examiner: string }
    | {
        readonly outcome: 'rejected';
        readonly day: string;
        readonly proposedBy: string;
        readonly confirmedBy: string;
        readonly reason: string;
      }
    | null;
}

/** Stage 2. Totals in percent, unrounded. */
export interface ReviewFacts {
  readonly required: number;
  readonly reviews: readonly {
    readonly label: string;
    readonly total: number;
    readonly verdict: ReviewVerdict | null;
  }[];
  readonly total: number | null;
  readonly rank: { readonly rank: number; readonly of: number; readonly tied: boolean } | null;
  readonly divergence: Divergence | null;
  readonly settledBy: 'reconciliation' | 'third_review' | null;
  readonly eligibility: Eligibility;
  readonly recommendation: {
    readonly derived: RecommendationOutcome | null;
    readonly outcome: RecommendationOutcome;
    readonly comment: string | null;
  } | null;
}

/** Stage 3, about this application. Other applications by their number. */
export interface JuryFacts {
  readonly portfolioGroup: PortfolioGroup;
  readonly membersRecused: number;
  readonly motions: readonly {
    readonly number: number;
    readonly text: string;
    readonly outcome: MotionOutcome;
    readonly yes: number;
    readonly no: number;
    readonly abstain: number;
  }[];
  /** It is in the bundle while these higher-ranked ones of its group stay out. */
  readonly takenBefore: readonly string[];
  /** It stays out while these lower-ranked ones of its group are in the bundle. */
  readonly passedOverBy: readonly string[];
  /** Why it was passed over, as the jury put it. */
  readonly reason: string | null;
  /** Applications of its group in the bundle. */
  readonly selectedInGroup: number;
  /** Corridors of the classes it belongs to, as the adopted bundle stands against them. */
  readonly corridors: readonly {
    readonly dimension: CorridorDimension;
    readonly value: string;
    readonly count: number;
    readonly min: number | null;
    readonly max: number | null;
  }[];
}

/** The decision on this application. */
export interface DecisionFacts {
  readonly outcome: Outcome;
  readonly reserveRank: number | null;
  readonly portfolioGroup: PortfolioGroup;
  readonly day: string;
}
