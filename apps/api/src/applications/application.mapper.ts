import {
  ApplicationListItem,
  ApplicationResponse,
  type AttachmentResponse,
  type CollisionDto,
  type PartyDto,
} from '@kuer/contract';
import type { Action, ApplicationState } from '@kuer/domain';
import type { ApplicationContentEntity, ApplicationPartyEntity } from './application.entity.js';
import type { ApplicationCase } from './application-access.js';

/** A row of the list as the query gives it. */
export interface ApplicationRow {
  readonly id: string;
  readonly number: string;
  readonly state: ApplicationState;
  readonly isReviewed: boolean;
  readonly isRecused: boolean;
  readonly isGenerated: boolean;
  readonly title: string | null;
  readonly leadName: string | null;
  readonly federalStates: string[];
  readonly sizeClass: string | null;
  readonly portfolioGroup: string | null;
  readonly phase: string | null;
  readonly fundingRequested: string | null;
}

export interface ApplicationDetails {
  readonly partnerCount: number;
  readonly reviewsSubmitted: number | null;
  /** Mean of the review totals, whether or not all are in; shown only where they are. */
  readonly mean: number | null;
}

export function toListItem(row: ApplicationRow, details: ApplicationDetails | undefined): ApplicationListItem {
  return Object.assign(new ApplicationListItem(), {
    id: row.id,
    number: row.number,
    state: row.state,
    isRecused: row.isRecused,
    isGenerated: row.isGenerated,
    title: row.title,
    leadName: row.leadName,
    partnerCount: details?.partnerCount ?? null,
    federalStates: row.federalStates,
    sizeClass: row.sizeClass,
    portfolioGroup: row.portfolioGroup,
    phase: row.phase,
    fundingRequested: amountOf(row.fundingRequested),
    reviewsSubmitted: details?.reviewsSubmitted ?? null,
    total: row.isReviewed ? (details?.mean ?? null) : null,
  });
}

export interface ApplicationParts {
  readonly content: ApplicationContentEntity;
  readonly parties: readonly ApplicationPartyEntity[];
  readonly attachments: AttachmentResponse[];
  readonly collisions: CollisionDto[];
  readonly details: ApplicationDetails | undefined;
  readonly abilities: Action[];
}

export function toApplicationResponse(found: ApplicationCase, parts: ApplicationParts): ApplicationResponse {
  const { content, parties } = parts;
  const lead = parties.find(({ role }) => role === 'lead');
  const listItem = toListItem(
    {
      id: found.id,
      number: found.number,
      state: found.state,
      isReviewed: isReviewed(found.state),
      isRecused: false,
      isGenerated: content.isGenerated,
      title: content.title,
      leadName: content.leadName,
      federalStates: content.federalStates,
      sizeClass: content.sizeClass,
      portfolioGroup: content.portfolioGroup,
      phase: content.phase,
      fundingRequested: content.fundingRequested,
    },
    parts.details,
  );
  return Object.assign(new ApplicationResponse(), listItem, {
    callId: found.callId,
    motto: content.motto,
    summary: content.summary,
    lead: lead ? toParty(lead) : null,
    partners: parties.filter(({ role }) => role === 'partner').map(toParty),
    population: content.population,
    themes: content.themes,
    contactEmail: content.contactEmail,
    overview:
      content.overviewHeading === null
        ? null
        : { heading: content.overviewHeading, partners: content.overviewPartners ?? [] },
    generatedFields: content.generatedFields,
    attachments: parts.attachments,
    collisions: parts.collisions,
    version: found.version,
    abilities: parts.abilities,
    receivedAt: found.receivedAt.toISOString(),
  });
}

/** What somebody who is in conflict learns: that the application exists, and how far it is. */
export function toRecusedResponse(found: ApplicationCase): ApplicationResponse {
  return Object.assign(new ApplicationResponse(), {
    id: found.id,
    callId: found.callId,
    number: found.number,
    state: found.state,
    isRecused: true,
    isGenerated: false,
    title: null,
    leadName: null,
    partnerCount: null,
    federalStates: [],
    sizeClass: null,
    portfolioGroup: null,
    phase: null,
    fundingRequested: null,
    reviewsSubmitted: null,
    total: null,
    motto: null,
    summary: null,
    lead: null,
    partners: [],
    population: null,
    themes: [],
    contactEmail: null,
    overview: null,
    generatedFields: [],
    attachments: [],
    collisions: [],
    version: found.version,
    abilities: [],
    receivedAt: found.receivedAt.toISOString(),
  });
}

const toParty = ({ name, ags, kind }: ApplicationPartyEntity): PartyDto => ({ name, ags, kind });

/** EUR as a number: cents up to ten billion are exact in it. */
export const amountOf = (numeric: string | null): number | null => (numeric === null ? null : Number(numeric));

const REVIEWED: readonly ApplicationState[] = [
  'reviewed',
  'in_reconciliation',
  'recommended',
  'not_recommended',
  'selected',
  'reserve',
  'not_selected',
];

/** True from the state on in which all counted reviews of an application are in, so that its total is one. */
const isReviewed = (state: ApplicationState): boolean => REVIEWED.includes(state);
