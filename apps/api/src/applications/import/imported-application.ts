import type { FederalState, Phase, PortfolioGroup, SizeClass } from '@kuer/domain';

export interface ImportedParty {
  readonly name: string;
  /** AGS (8 digits) or ARS (12 digits); null where a partner has none of its own. */
  readonly ags: string | null;
}

/** An application as a row of an import describes it; fits the input of the API. */
export interface ImportedApplication {
  /** Null: the next free number is to be given. */
  readonly number: string | null;
  readonly title: string;
  readonly motto: string | null;
  readonly summary: string | null;
  readonly lead: ImportedParty & { readonly ags: string };
  readonly partners: readonly ImportedParty[];
  readonly federalStates: readonly FederalState[];
  readonly sizeClass: SizeClass;
  readonly portfolioGroup: PortfolioGroup;
  readonly phase: Phase;
  /** EUR */
  readonly fundingRequested: number;
  readonly population: number | null;
  readonly themes: readonly string[];
  readonly contactEmail: string | null;
}
