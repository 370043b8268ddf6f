import {
  type Locale,
  type OverviewGroup,
  type OverviewProject,
  OverviewResponse,
  OverviewsResponse,
} from '@kuer/contract';
import { type FederalState, PORTFOLIO_GROUPS, type PortfolioGroup } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../http/refusal.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import { overviewHtml } from './overview-html.js';
import { overviewPdf } from './overview-pdf.js';
import { overviewGroupName } from './overview-words.js';

interface PublicCall {
  callId: string;
  title: string;
  round: string | null;
  hasGeneratedData: boolean;
  publishedAt: Date;
  applications: number;
  selected: number;
}

interface PublicProject {
  portfolioGroup: PortfolioGroup;
  leadName: string;
  partners: { name: string; kind: string | null }[];
  title: string;
  motto: string | null;
  summary: string | null;
  sizeClass: string;
  federalStates: FederalState[];
  phase: string | null;
  generatedFields: string[];
  overviewHeading: string | null;
  overviewPartners: string[] | null;
}

/** What everybody may read once a decision is published: the selected projects, grouped, and nothing of the others. */
@Injectable()
export class OverviewService {
  constructor(private readonly uow: UnitOfWork) {}

  async list(): Promise<OverviewsResponse> {
    const items = (await this.publicCalls()).map(({ callId, title, publishedAt }) => ({
      callId,
      title,
      publishedAt: publishedAt.toISOString(),
    }));
    return Object.assign(new OverviewsResponse(), { items });
  }

  async render(
    callId: string,
    format: 'html' | 'pdf' | 'json',
    locale: Locale,
  ): Promise<{ type: string; body: OverviewResponse | string | Buffer }> {
    const overview = await this.get(callId, locale);
    switch (format) {
      case 'html':
        return { type: 'text/html; charset=utf-8', body: overviewHtml(overview, locale) };
      case 'pdf':
        return { type: 'application/pdf', body: await overviewPdf(overview, locale) };
      case 'json':
        return { type: 'application/json; charset=utf-8', body: overview };
    }
  }

  async get(callId: string, locale: Locale): Promise<OverviewResponse> {
    const call = (await this.publicCalls()).find((row) => row.callId === callId);
    if (!call) throw Refusal.notFound();
    const projects = await this.uow.query<PublicProject>(
      `SELECT portfolio_group AS "portfolioGroup", lead_name AS "leadName", partners, title, motto, summary,
              size_class AS "sizeClass", federal_states AS "federalStates", phase, generated_fields AS "generatedFields",
              overview_heading AS "overviewHeading", overview_partners AS "overviewPartners"
         FROM kuer.public_overview($1)`,
      [callId],
    );
    return Object.assign(new OverviewResponse(), {
      ...call,
      publishedAt: call.publishedAt.toISOString(),
      groups: PORTFOLIO_GROUPS.map((key) => groupOf(key, projects, locale)).filter(({ projects: of }) => of.length > 0),
    });
  }

  private publicCalls(): Promise<PublicCall[]> {
    return this.uow.query<PublicCall>(
      `SELECT call_id AS "callId", title, round, has_generated_data AS "hasGeneratedData", published_at AS "publishedAt",
              applications, selected
         FROM kuer.public_calls() ORDER BY published_at DESC`,
    );
  }
}

function groupOf(key: PortfolioGroup, projects: readonly PublicProject[], locale: Locale): OverviewGroup {
  return {
    key,
    name: overviewGroupName(key, locale),
    projects: projects
      .filter(({ portfolioGroup }) => portfolioGroup === key)
      .map(toProject)
      .sort((a, b) => a.heading.localeCompare(b.heading, 'de')),
  };
}

function toProject(project: PublicProject): OverviewProject {
  const partners = project.overviewPartners ?? project.partners.map(({ name }) => name);
  return {
    leadName: project.leadName,
    heading: project.overviewHeading ?? (partners.length > 0 ? `${project.leadName} mit` : project.leadName),
    partners,
    title: project.title,
    motto: project.motto,
    summary: project.summary,
    sizeClass: project.sizeClass,
    federalStates: project.federalStates,
    // The brochure's marks of the phase are lost; what was generated instead is not printed as if it were published.
    phase: project.generatedFields.includes('phase') ? null : project.phase,
  };
}
