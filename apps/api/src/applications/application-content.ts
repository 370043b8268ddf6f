import type { ApplicationInput, UpdateApplicationRequest } from '@kuer/contract';
import {
  type FederalState,
  type FieldChange,
  federalStateByAgsPrefix,
  type Phase,
  type PortfolioGroup,
  type SizeClass,
} from '@kuer/domain';
import type { ApplicationContentEntity, ApplicationPartyEntity } from './application.entity.js';

export interface Party {
  readonly name: string;
  /** AGS or ARS; null where a partner has none of its own. */
  readonly ags: string | null;
  readonly kind: string | null;
}

/** The lines under which the public overview prints the project, as the office wants them. */
export interface OverviewLines {
  readonly heading: string;
  /** Empty: no partners are printed. */
  readonly partners: readonly string[];
}

/** What an application says, as a value: entered, imported or stored, it is compared and saved in this one form. */
export interface ApplicationContent {
  readonly title: string;
  readonly motto: string | null;
  readonly summary: string | null;
  readonly lead: Party & { readonly ags: string };
  readonly partners: readonly Party[];
  readonly federalStates: readonly FederalState[];
  readonly sizeClass: SizeClass;
  readonly portfolioGroup: PortfolioGroup;
  readonly phase: Phase | null;
  /** EUR */
  readonly fundingRequested: number | null;
  readonly population: number | null;
  readonly themes: readonly string[];
  readonly contactEmail: string | null;
  /** Null: the overview prints lead and partners. */
  readonly overview: OverviewLines | null;
}

export type ContentField = keyof ApplicationContent;

/** The content as it is stored. */
export function contentOf(
  content: ApplicationContentEntity,
  parties: readonly ApplicationPartyEntity[],
): ApplicationContent {
  const toParty = ({ name, ags, kind }: ApplicationPartyEntity): Party => ({ name, ags, kind });
  const lead = parties.find(({ role }) => role === 'lead');
  return {
    title: content.title,
    motto: content.motto,
    summary: content.summary,
    lead: { name: content.leadName, ags: content.leadAgs, kind: lead?.kind ?? null },
    partners: parties.filter(({ role }) => role === 'partner').map(toParty),
    federalStates: content.federalStates,
    sizeClass: content.sizeClass,
    portfolioGroup: content.portfolioGroup,
    phase: content.phase,
    fundingRequested: content.fundingRequested === null ? null : Number(content.fundingRequested),
    population: content.population,
    themes: content.themes,
    contactEmail: content.contactEmail,
    overview:
      content.overviewHeading === null
        ? null
        : { heading: content.overviewHeading, partners: content.overviewPartners ?? [] },
  };
}

/** The content as a person entered it; what was left out stays as it is in `before`. */
export function enteredContent(
  input: ApplicationInput | UpdateApplicationRequest,
  before: ApplicationContent = EMPTY,
): ApplicationContent {
  const entered: { readonly [Field in ContentField]: unknown } = {
    title: input.title?.trim(),
    motto: blankToNull(input.motto),
    summary: blankToNull(input.summary),
    lead: input.lead && enteredParty(input.lead),
    partners: input.partners?.map(enteredParty),
    federalStates: input.federalStates && [...new Set(input.federalStates)],
    sizeClass: input.sizeClass,
    portfolioGroup: input.portfolioGroup,
    phase: input.phase,
    fundingRequested: cents(input.fundingRequested),
    population: input.population,
    themes: input.themes && distinct(input.themes),
    contactEmail: blankToNull(input.contactEmail),
    overview: input.overview && enteredLines(input.overview),
  };
  const given = Object.fromEntries(Object.entries(entered).filter(([, value]) => value !== undefined));
  return { ...before, ...(given as Partial<ApplicationContent>) };
}

/** An application of which nothing is known yet. What is missing here is required of a new one. */
const EMPTY: ApplicationContent = {
  title: '',
  motto: null,
  summary: null,
  lead: { name: '', ags: '', kind: null },
  partners: [],
  federalStates: [],
  sizeClass: 'gemeinde',
  portfolioGroup: 'mittelstaedte',
  phase: null,
  fundingRequested: null,
  population: null,
  themes: [],
  contactEmail: null,
  overview: null,
};

const enteredParty = (party: { name: string; ags?: string | null; kind?: string | null }): Party => ({
  name: party.name.trim(),
  ags: party.ags ?? null,
  kind: blankToNull(party.kind) ?? null,
});

const enteredLines = ({ heading, partners }: { heading: string; partners: readonly string[] }): OverviewLines => ({
  heading: heading.trim(),
  partners: partners.map((partner) => partner.trim()),
});

function blankToNull(text: string | null | undefined): string | null | undefined {
  return typeof text === 'string' ? text.trim() || null : text;
}

/** EUR to the cent, as the column keeps it. */
const cents = (amount: number | undefined): number | undefined =>
  amount === undefined ? undefined : Math.round(amount * 100) / 100;

const distinct = (texts: readonly string[]): string[] => [
  ...new Set(texts.map((text) => text.trim()).filter((text) => text !== '')),
];

/** The fields in the order of the form. */
export const CONTENT_FIELDS = [
  'title',
  'motto',
  'summary',
  'lead',
  'partners',
  'federalStates',
  'sizeClass',
  'portfolioGroup',
  'phase',
  'fundingRequested',
  'population',
  'themes',
  'contactEmail',
  'overview',
] as const satisfies readonly ContentField[];

/** The fields in which two contents differ. */
export function changedFields(before: ApplicationContent, after: ApplicationContent): ContentField[] {
  return CONTENT_FIELDS.filter((field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]));
}

/**
 * The changes as the trail keeps them. An address of a person is not written down there, since what is hashed can never be erased:
 * that it changed is all it says.
 */
export function tracedChanges(before: ApplicationContent, after: ApplicationContent): FieldChange[] {
  return changedFields(before, after).map((field) =>
    field === 'contactEmail'
      ? { field, before: null, after: null }
      : { field, before: traced(before)[field], after: traced(after)[field] },
  );
}

/** The content as the trail keeps it: everything but the address of a person. */
export function traced(content: ApplicationContent) {
  const { contactEmail: _contactEmail, ...rest } = content;
  return {
    ...rest,
    lead: { ...content.lead },
    partners: content.partners.map((partner) => ({ ...partner })),
    overview: content.overview && { heading: content.overview.heading, partners: [...content.overview.partners] },
  };
}

/** The state a body belongs to, by its key. */
export const stateOfKey = (ags: string | null): FederalState | null =>
  ags === null ? null : federalStateByAgsPrefix(ags.slice(0, 2));
