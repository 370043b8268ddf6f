import { APPLICATION_STATES, FEDERAL_STATES, PHASES, PORTFOLIO_GROUPS, SIZE_CLASSES } from '@kuer/domain';
import { Decimal, Email, Flag, Id, Many, One, OneOf, SomeOf, Text, Texts, Time, Whole } from '../fields.js';
import { ListQuery, pageOf } from '../lists.js';

/** AGS (8 digits) or ARS (12 digits); a string, since leading zeros count. */
export const AGS_PATTERN = /^(\d{8}|\d{12})$/;

export class PartyDto {
  @Text({ max: 300 })
  name: string;
  @Text({
    max: 12,
    pattern: AGS_PATTERN,
    nullable: true,
    optional: true,
    description: 'AGS (8 digits) or ARS (12 digits); null where a partner has none of its own.',
  })
  ags?: string | null;
  @Text({ max: 80, nullable: true, optional: true, description: 'Kind of body, as Stadt, Gemeinde, Landkreis.' })
  kind?: string | null;
}

/** How the project is printed in the public overview; left out: made from lead and partners. */
export class OverviewLinesDto {
  @Text({ max: 500 })
  heading: string;
  @Texts({ max: 300, maxItems: 200 })
  partners: string[];
}

export class ApplicationInput {
  @Text({ max: 300 })
  title: string;
  @Text({ max: 500, nullable: true, optional: true })
  motto?: string | null;
  @Text({ max: 20_000, min: 0, nullable: true, optional: true })
  summary?: string | null;
  @One(() => PartyDto)
  lead: PartyDto;
  @Many(() => PartyDto, { max: 200, optional: true })
  partners?: PartyDto[];
  @SomeOf(FEDERAL_STATES, { name: 'FederalState', min: 1 })
  federalStates: (typeof FEDERAL_STATES)[number][];
  @OneOf(SIZE_CLASSES, { name: 'SizeClass' })
  sizeClass: string;
  @OneOf(PORTFOLIO_GROUPS, { name: 'PortfolioGroup' })
  portfolioGroup: string;
  @OneOf(PHASES, { name: 'Phase' })
  phase: (typeof PHASES)[number];
  @Decimal({ min: 0, max: 10_000_000_000, description: 'EUR' })
  fundingRequested: number;
  @Whole({ min: 0, max: 100_000_000, nullable: true, optional: true })
  population?: number | null;
  @Texts({ max: 80, maxItems: 30, optional: true })
  themes?: string[];
  @Email({ nullable: true, optional: true })
  contactEmail?: string | null;
  @One(() => OverviewLinesDto, { nullable: true, optional: true })
  overview?: OverviewLinesDto | null;
}

export class CreateApplicationRequest extends ApplicationInput {
  @Text({ max: 20, pattern: /^[A-Z]-\d{3,6}$/, optional: true, description: 'Left out: the next free number.' })
  number?: string;
}

export class UpdateApplicationRequest {
  @Whole({ min: 0 })
  version: number;
  @Text({ max: 300, optional: true })
  title?: string;
  @Text({ max: 500, nullable: true, optional: true })
  motto?: string | null;
  @Text({ max: 20_000, min: 0, nullable: true, optional: true })
  summary?: string | null;
  @One(() => PartyDto, { optional: true })
  lead?: PartyDto;
  @Many(() => PartyDto, { max: 200, optional: true })
  partners?: PartyDto[];
  @SomeOf(FEDERAL_STATES, { name: 'FederalState', min: 1, optional: true })
  federalStates?: (typeof FEDERAL_STATES)[number][];
  @OneOf(SIZE_CLASSES, { name: 'SizeClass', optional: true })
  sizeClass?: string;
  @OneOf(PORTFOLIO_GROUPS, { name: 'PortfolioGroup', optional: true })
  portfolioGroup?: string;
  @OneOf(PHASES, { name: 'Phase', optional: true })
  phase?: (typeof PHASES)[number];
  @Decimal({ min: 0, max: 10_000_000_000, optional: true })
  fundingRequested?: number;
  @Whole({ min: 0, max: 100_000_000, nullable: true, optional: true })
  population?: number | null;
  @Texts({ max: 80, maxItems: 30, optional: true })
  themes?: string[];
  @Email({ nullable: true, optional: true })
  contactEmail?: string | null;
  @One(() => OverviewLinesDto, { nullable: true, optional: true })
  overview?: OverviewLinesDto | null;
}

export class WithdrawRequest {
  @Text({ max: 4000, min: 5 })
  reason: string;
  @Whole({ min: 0, optional: true })
  version?: number;
}

export class ApplicationQuery extends ListQuery {
  @Text({ max: 200, optional: true, description: 'Number, title, lead or partner contains this.' })
  q?: string;
  @OneOf(APPLICATION_STATES, { name: 'ApplicationState', optional: true })
  state?: string;
  @OneOf(PORTFOLIO_GROUPS, { name: 'PortfolioGroup', optional: true })
  portfolioGroup?: string;
  @OneOf(SIZE_CLASSES, { name: 'SizeClass', optional: true })
  sizeClass?: string;
  @OneOf(FEDERAL_STATES, { name: 'FederalState', optional: true })
  federalState?: string;
  @OneOf(PHASES, { name: 'Phase', optional: true })
  phase?: string;
}

/** A row of the list. Recused or in conflict: number and state are there, content is null and `isRecused` true. */
export class ApplicationListItem {
  @Id()
  id: string;
  @Text({ max: 20 })
  number: string;
  @OneOf(APPLICATION_STATES, { name: 'ApplicationState' })
  state: (typeof APPLICATION_STATES)[number];
  @Flag()
  isRecused: boolean;
  @Flag()
  isGenerated: boolean;
  @Text({ max: 300, nullable: true })
  title: string | null;
  @Text({ max: 300, nullable: true })
  leadName: string | null;
  @Whole({ nullable: true })
  partnerCount: number | null;
  @SomeOf(FEDERAL_STATES, { name: 'FederalState' })
  federalStates: string[];
  @OneOf(SIZE_CLASSES, { name: 'SizeClass', nullable: true })
  sizeClass: string | null;
  @OneOf(PORTFOLIO_GROUPS, { name: 'PortfolioGroup', nullable: true })
  portfolioGroup: string | null;
  @OneOf(PHASES, { name: 'Phase', nullable: true })
  phase: string | null;
  @Decimal({ nullable: true, description: 'EUR' })
  fundingRequested: number | null;
  @Whole({ nullable: true, description: 'Counted reviews submitted; null for those who may not know.' })
  reviewsSubmitted: number | null;
  @Decimal({
    nullable: true,
    description: 'Mean of the review totals (points of 100), once complete; null for those who may not know.',
  })
  total: number | null;
}
export class ApplicationPage extends pageOf(ApplicationListItem, 'ApplicationPageBase') {}

export class CollisionDto {
  @Text({ max: 300 })
  partyName: string;
  @Text({ max: 12 })
  ags: string;
  @Id()
  otherApplicationId: string;
  @Text({ max: 20 })
  otherApplicationNumber: string;
}

export class AttachmentResponse {
  @Id()
  id: string;
  @Text({ max: 40 })
  documentKey: string;
  @Text({ max: 255 })
  fileName: string;
  @Text({ max: 100 })
  mediaType: string;
  @Whole({ description: 'Bytes' })
  size: number;
  @Text({ max: 64, description: 'SHA-256, hex' })
  sha256: string;
  @Time()
  uploadedAt: string;
}
export class AttachmentsResponse {
  @Many(() => AttachmentResponse)
  items: AttachmentResponse[];
}

export class ApplicationResponse extends ApplicationListItem {
  @Id()
  callId: string;
  @Text({ max: 500, nullable: true })
  motto: string | null;
  @Text({ max: 20_000, nullable: true })
  summary: string | null;
  @One(() => PartyDto, { nullable: true })
  lead: PartyDto | null;
  @Many(() => PartyDto)
  partners: PartyDto[];
  @Whole({ nullable: true })
  population: number | null;
  @Texts({ max: 80 })
  themes: string[];
  @Text({ max: 254, nullable: true })
  contactEmail: string | null;
  @One(() => OverviewLinesDto, { nullable: true })
  overview: OverviewLinesDto | null;
  @Texts({ max: 60, description: 'Fields whose values are generated demo data.' })
  generatedFields: string[];
  @Many(() => AttachmentResponse)
  attachments: AttachmentResponse[];
  @Many(() => CollisionDto, {
    description: 'Bodies that take part in another application of the call too; examiners and coordinators only.',
  })
  collisions: CollisionDto[];
  @Whole()
  version: number;
  @Texts({ max: 60 })
  abilities: string[];
  @Time()
  receivedAt: string;
}

const SPREADSHEET_FORMATS = ['xlsx', 'csv'] as const;

/** The list as a file: same filters as the list, all pages. */
export class ApplicationExportQuery extends ApplicationQuery {
  @OneOf(SPREADSHEET_FORMATS, { name: 'SpreadsheetFormat', optional: true, description: 'Default: xlsx.' })
  format?: (typeof SPREADSHEET_FORMATS)[number];
}

export class ImportTemplateQuery {
  @OneOf(SPREADSHEET_FORMATS, { name: 'SpreadsheetFormat', optional: true, description: 'Default: xlsx.' })
  format?: (typeof SPREADSHEET_FORMATS)[number];
}

export class ImportQuery {
  @OneOf(['true', 'false'], { optional: true, description: 'true: only say what would happen. Default false.' })
  dryRun?: 'true' | 'false';
}

export class ImportRowError {
  @Text({ max: 100, nullable: true })
  column: string | null;
  @Text({ max: 100 })
  code: string;
  @Text({ max: 1000 })
  message: string;
}

export class ImportChange {
  @Text({ max: 60 })
  field: string;
  @Text({ max: 20_000, nullable: true })
  before: string | null;
  @Text({ max: 20_000, nullable: true })
  after: string | null;
}

export class ImportRow {
  @Whole({ description: 'Line in the file (the heading is line 1).' })
  line: number;
  @OneOf(['new', 'changed', 'unchanged', 'wrong'], { name: 'ImportOutcome' })
  outcome: 'new' | 'changed' | 'unchanged' | 'wrong';
  @Text({ max: 20, nullable: true })
  number: string | null;
  @Text({ max: 300, nullable: true })
  leadName: string | null;
  @Text({ max: 300, nullable: true })
  title: string | null;
  @Id({ nullable: true })
  applicationId: string | null;
  @Many(() => ImportChange)
  changes: ImportChange[];
  @Many(() => ImportRowError)
  errors: ImportRowError[];
  @Many(() => ImportRowError)
  warnings: ImportRowError[];
}

export class ImportCounts {
  @Whole()
  new: number;
  @Whole()
  changed: number;
  @Whole()
  unchanged: number;
  @Whole()
  wrong: number;
}

/** All or nothing: with one wrong row nothing is taken over (`committed` false, status 422 unless dryRun). */
export class ImportResponse {
  @Flag()
  dryRun: boolean;
  @Flag()
  committed: boolean;
  @One(() => ImportCounts)
  counts: ImportCounts;
  @Many(() => ImportRow)
  rows: ImportRow[];
}

export class UploadAttachmentRequest {
  @Text({ max: 40, pattern: /^[a-z][a-z0-9_]*$/ })
  documentKey: string;
}
