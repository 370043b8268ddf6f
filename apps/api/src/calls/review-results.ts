import type {
  ApplicationState,
  Divergence,
  Eligibility,
  PortfolioGroup,
  RecommendationOutcome,
  ReviewLabel,
  ReviewVerdict,
} from '@kuer/domain';
import { Injectable } from '@nestjs/common';

/** A submitted review that counts. `reviewer` is known to coordinators and auditors only. */
export interface CountedReview {
  readonly id: string;
  readonly versionId: string;
  readonly label: ReviewLabel;
  /** A newer version is in progress. */
  readonly isReopened: boolean;
  readonly total: number;
  readonly groupTotals: Readonly<Record<string, number>>;
  readonly scores: Readonly<Record<string, number>>;
  readonly verdict: ReviewVerdict | null;
  readonly submittedAt: Date;
  readonly reviewer: { readonly id: string; readonly name: string } | null;
}

/** What stage 2 says of one application, as far as the caller may see it: of one in conflict only that it exists. */
export interface ReviewedApplication {
  readonly applicationId: string;
  readonly number: string;
  readonly state: ApplicationState;
  readonly isRecused: boolean;
  readonly title: string | null;
  readonly leadName: string | null;
  readonly portfolioGroup: PortfolioGroup | null;
  readonly sizeClass: string | null;
  readonly federalStates: readonly string[];
  readonly phase: string | null;
  readonly fundingRequested: number | null;
  readonly isGenerated: boolean;
  readonly reviewsExpected: number;
  readonly reviews: readonly CountedReview[];
  /** All reviews that the application needs are submitted, and none is being amended. */
  readonly isComplete: boolean;
  readonly total: number | null;
  readonly groupTotals: Readonly<Record<string, number>>;
  readonly divergence: Divergence | null;
  readonly isDivergenceOpen: boolean;
  readonly eligibility: Eligibility | null;
  readonly rank: number | null;
  readonly isTied: boolean;
  readonly recommendation: {
    readonly derived: RecommendationOutcome | null;
    /** As confirmed, while that stands: an application whose reviews were opened again has none. */
    readonly outcome: RecommendationOutcome | null;
    readonly comment: string | null;
    readonly confirmedBy: string | null;
    readonly confirmedAt: Date | null;
  };
  readonly thirdReview: 'none' | 'ordered' | 'submitted';
  readonly reconciliation: {
    readonly id: string;
    readonly reason: string;
    readonly openedAt: Date;
    readonly closedAt: Date | null;
    readonly outcome: string | null;
    readonly statement: string | null;
  } | null;
}

export interface ReviewResultsSource {
  compute(callId: string, applicationIds?: readonly string[]): Promise<readonly ReviewedApplication[]>;
  keepRanking(callId: string): Promise<void>;
}

/**
 * What stage 2 found, for rooms that do not know stage 2 (the jury, the dossier, the publication). The review room registers here; who
 * asks sees no more than through its own routes, since everything is read in their name.
 */
@Injectable()
export class ReviewResults implements ReviewResultsSource {
  private source: ReviewResultsSource | null = null;

  provide(source: ReviewResultsSource): void {
    this.source = source;
  }

  /** In the order of their numbers; `applicationIds` narrows what is returned, ranks are those of the whole call. */
  compute(callId: string, applicationIds?: readonly string[]): Promise<readonly ReviewedApplication[]> {
    return this.given.compute(callId, applicationIds);
  }

  /** Keeps the ranking as a new version with its inputs: each one that is shown to the jury stays on record. */
  keepRanking(callId: string): Promise<void> {
    return this.given.keepRanking(callId);
  }

  private get given(): ReviewResultsSource {
    if (!this.source) throw new Error('The review room has not registered its results');
    return this.source;
  }
}
