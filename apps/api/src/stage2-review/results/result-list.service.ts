import { type Locale, type Page, ResultPage, type ResultQuery } from '@kuer/contract';
import { Injectable } from '@nestjs/common';
import { Access } from '../../auth/access.js';
import type { ReviewedApplication } from '../../calls/review-results.js';
import { pageOfRows } from '../../http/list.js';
import { Refusal } from '../../http/refusal.js';
import { type ResultReader, toResultRow } from './result.mapper.js';
import { ResultRepository } from './result.repository.js';
import { ResultReadingService } from './result-reading.service.js';
import { type OutlinedApplication, ResultsService } from './results.service.js';

type Sortable = Pick<OutlinedApplication, 'rank' | 'number' | 'total' | 'leadName' | 'portfolioGroup' | 'state'>;

const SORT_KEYS: Readonly<Record<string, (application: Sortable) => string | number | null>> = {
  rank: ({ rank }) => rank,
  number: ({ number }) => number,
  total: ({ total }) => total,
  leadName: ({ leadName }) => leadName,
  portfolioGroup: ({ portfolioGroup }) => portfolioGroup,
  state: ({ state }) => state,
};

@Injectable()
export class ResultListService {
  constructor(
    private readonly access: Access,
    private readonly results: ResultsService,
    private readonly repository: ResultRepository,
    private readonly reading: ResultReadingService,
  ) {}

  async list(callId: string, query: ResultQuery, locale: Locale): Promise<ResultPage> {
    const { actor, call } = await this.open(callId);
    const reader = this.reading.readerFor(actor, call.state, locale);
    if (query.divergent !== undefined || query.recommendation !== undefined) {
      const applications = (await this.results.compute(callId)).filter((application) => matches(application, query));
      const page = pageOfRows(applications, query, SORT_KEYS, 'rank');
      return pageWith(page, page.items, reader);
    }
    // Everything is ordered, but worked out in detail is only what the page shows.
    let page: Page<OutlinedApplication> = { items: [], nextCursor: null, total: 0 };
    const details = await this.results.computeChosen(callId, (outline) => {
      const wanted = outline.filter(
        ({ portfolioGroup }) => query.portfolioGroup === undefined || portfolioGroup === query.portfolioGroup,
      );
      page = pageOfRows(wanted, query, SORT_KEYS, 'rank');
      return page.items.map(({ applicationId }) => applicationId);
    });
    const byId = new Map(details.map((application) => [application.applicationId, application]));
    const shown = page.items.flatMap(({ applicationId }) => byId.get(applicationId) ?? []);
    return pageWith(page, shown, reader);
  }

  /** What the export shows: everything, with the caller's filters. */
  async read(callId: string, query: ResultQuery, locale: Locale) {
    const { actor, call } = await this.open(callId);
    const applications = (await this.results.compute(callId)).filter((application) => matches(application, query));
    return { call, applications, reader: this.reading.readerFor(actor, call.state, locale) };
  }

  private async open(callId: string) {
    const actor = await this.access.actorFor(callId);
    const call = await this.repository.call(callId);
    if (!call) throw Refusal.notFound();
    this.access.require('results.read', actor, { callState: call.state });
    return { actor, call };
  }
}

function pageWith(page: Page<unknown>, applications: readonly ReviewedApplication[], reader: ResultReader): ResultPage {
  return Object.assign(new ResultPage(), {
    ...page,
    items: applications.map((application) => toResultRow(application, reader)),
  });
}

/** What is filtered by is not asked of recused rows: they have none of it. */
function matches(application: ReviewedApplication, query: ResultQuery): boolean {
  const { portfolioGroup, divergent, recommendation } = query;
  if (portfolioGroup !== undefined && application.portfolioGroup !== portfolioGroup) return false;
  if (divergent !== undefined && (application.divergence?.flagged ?? false) !== (divergent === 'true')) return false;
  if (recommendation === undefined) return true;
  // As confirmed; while nothing is, as it follows from the rules.
  return (application.recommendation.outcome ?? application.recommendation.derived) === recommendation;
}
