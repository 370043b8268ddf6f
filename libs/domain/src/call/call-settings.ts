import type { LocalizedText } from '../vocabulary/localized-text.js';
import type { Ballot, Majority, TieRule } from './jury-rules.js';

/** Percentages an application must reach, and differences from which two reviews count as divergent. */
export interface Thresholds {
  /** Percent of all points; default 60. */
  readonly total: number;
  /** Percent of a group's points where the group states none of its own; default 50. */
  readonly group: number;
  /** Difference of two review totals in percentage points from which they diverge; default 20. */
  readonly divergencePoints: number;
  /** Largest difference on one criterion, in units of the scale, from which they diverge; default 3. */
  readonly divergenceLevels: number;
}

/** A document an application needs. Deadline: a date YYYY-MM-DD of its own (a council resolution may follow later). */
export interface RequiredDocument {
  /** Lower-case letters, digits and underscores; part of the check item's key. */
  readonly key: string;
  readonly label: LocalizedText;
  readonly required: boolean;
  readonly deadline?: string | undefined;
}

/** What a corridor can be about. */
export const CORRIDOR_DIMENSIONS = ['portfolioGroup', 'sizeClass', 'state', 'phase'] as const;
export type CorridorDimension = (typeof CORRIDOR_DIMENSIONS)[number];

/** A lower and an upper bound, both inclusive, for the number of selected applications of one class. */
export interface Corridor {
  readonly dimension: CorridorDimension;
  readonly value: string;
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

/** Money in euros and the number of projects, bounds inclusive. */
export interface Budget {
  readonly total: number;
  readonly perProjectMax?: number | undefined;
  readonly count: { readonly min: number; readonly max: number };
}

/** Days on which a stage ends, as dates YYYY-MM-DD; absent where none is set. */
export interface CallDates {
  readonly submissionEndsOn?: string | undefined;
  readonly formalCheckEndsOn?: string | undefined;
  readonly reviewEndsOn?: string | undefined;
  readonly juryOn?: string | undefined;
}

/** Which total orders the ranking. Corrected totals stand beside the raw ones, never silently in their place. */
export const RANKING_BASES = ['mean', 'corrected'] as const;
export type RankingBasis = (typeof RANKING_BASES)[number];

/** Rules a call may set for itself. */
export interface CallRules {
  /** Reviews an application needs; two in every call so far, a third only by order. */
  readonly reviewsPerApplication: number;
  /** Least number of characters of a justification, surrounding blanks not counted. */
  readonly minJustificationLength: number;
  /** Most reviews a reviewer can be asked for, or null for no bound. */
  readonly maxReviewsPerReviewer: number | null;
  /** Whether a person working for a state is in conflict on every application of that state. */
  readonly ownStateConflict: boolean;
  /** Quorate with more than this share of the members who are not recused; 0.5 is "more than half". */
  readonly quorumShare: number;
  readonly majority: Majority;
  readonly tieRule: TieRule;
  readonly ballot: Ballot;
  readonly rankBy: RankingBasis;
  /** Longest reserve list per portfolio group, or null for all recommended ones. */
  readonly reservePerGroup: number | null;
}

/** Everything a call sets besides its catalogue and scale; editable while the call is a draft. */
export interface CallSettings {
  readonly thresholds: Thresholds;
  readonly documents: readonly RequiredDocument[];
  readonly corridors: readonly Corridor[];
  readonly budget: Budget;
  readonly dates: CallDates;
  readonly rules: CallRules;
}

/** Thresholds a new call starts with. Source: docs of the procedure; the 2020 brochure prints none. */
export const DEFAULT_THRESHOLDS: Thresholds = { total: 60, group: 50, divergencePoints: 20, divergenceLevels: 3 };

/** Rules a new call starts with. */
export const DEFAULT_CALL_RULES: CallRules = {
  reviewsPerApplication: 2,
  minJustificationLength: 20,
  maxReviewsPerReviewer: null,
  ownStateConflict: false,
  quorumShare: 0.5,
  majority: 'simple',
  tieRule: 'chair_decides',
  ballot: 'open',
  rankBy: 'mean',
  reservePerGroup: null,
};
