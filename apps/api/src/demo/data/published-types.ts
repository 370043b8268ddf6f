import type { FederalState, PortfolioGroup, SizeClass } from '@kuer/domain';

export interface PublishedCriterion {
  readonly code: string;
  readonly printedCode: string;
  readonly text: string;
}

export interface PublishedCriterionGroup {
  readonly code: string;
  readonly name: string;
  readonly criteria: readonly PublishedCriterion[];
}

/** A body that takes part. `ags`: 8 digits for municipalities and districts, 12 (ARS) for Verbandsgemeinden and Samtgemeinden; null where it has no key of its own. */
export interface PublishedParty {
  readonly name: string;
  readonly kind: string;
  readonly ags: string | null;
  /** The key was found in public sources and compared with the name; the sources stand in published-2020.ts. */
  readonly agsVerified: boolean;
}

/** One of the 32 projects. Everything but `lead`, `partners[].ags`, the keys and `population` is verbatim. */
export interface PublishedProject {
  readonly name: string;
  readonly page: number;
  readonly group: string;
  readonly portfolioGroup: PortfolioGroup;
  readonly sizeClass: string;
  readonly sizeClassKey: SizeClass;
  readonly states: readonly string[];
  readonly stateCodes: readonly FederalState[];
  readonly titleLabel: string;
  readonly title: string;
  readonly motto: string;
  readonly cooperationText: string | null;
  readonly summary: string;
  readonly lead: PublishedParty;
  /** Inhabitants of the lead at 31 December 2019 (official statistics, not part of the brochure). */
  readonly population: number;
  readonly partners: readonly PublishedParty[];
  /** What is odd in print, in the words of whoever read the source. */
  readonly notes: readonly string[];
}

export interface PublishedOverviewProject {
  /** `name` of the project. */
  readonly project: string;
  readonly heading: string;
  readonly partners: readonly string[];
}

export interface PublishedOverviewGroup {
  readonly portfolioGroup: PortfolioGroup;
  readonly printedHeading: readonly string[];
  readonly projects: readonly PublishedOverviewProject[];
}
