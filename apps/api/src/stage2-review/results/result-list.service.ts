import { type Locale, ResultPage, type ResultQuery } from '@kuer/contract';
import { Injectable } from '@nestjs/common';
import { Access } from '../../auth/access.js';
import type { ReviewedApplication } from '../../calls/review-results.js';
import { pageOfRows } from '../../http/list.js';
import { Refusal } from '../../http/refusal.js';
import { toResultRow } from './result.mapper.js';
import { ResultRepository } from './result.repository.js';
import { ResultReadingService } from './result-reading.service.js';
import { ResultsService } from './results.service.js';

type Key = (application: ReviewedApplication) => string | number | null;

const SORT_KEYS: Readonly<Record<string, Key>> = {
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
    const { applications, reader } = await this.read(callId, query, locale);
    const page = pageOfRows(applications, query, SORT_KEYS, 'rank');
    return Object.assign(new ResultPage(), {
      ...page,
      items: page.items.map((application) => toResultRow(application, reader)),
    });
  }

  /** What the list and its export show, with the caller's filters. What is filtered by is not asked of recused rows: they have none. */
  async read(callId: string, query: ResultQuery, locale: Locale) {
    const actor = await this.access.actorFor(callId);
    const call = await this.repository.call(callId);
    if (!call) throw Refusal.notFound();
    this.access.require('results.read', actor, { callState: call.state });
    const applications = (await this.results.compute(callId)).filter((application) => matches(application, query));
    return { call, applications, reader: this.reading.readerFor(actor, call.state, locale) };
  }
}

function matches(application: ReviewedApplication, query: ResultQuery): boolean {
  const { portfolioGroup, divergent, recommendation } = query;
  if (portfolioGroup !== undefined && application.portfolioGroup !== portfolioGroup) return false;
  if (divergent !== undefined && (application.divergence?.flagged ?? false) !== (divergent === 'true')) return false;
  if (recommendation === undefined) return true;
  // As confirmed; while nothing is, as it follows from the rules.
  return (application.recommendation.outcome ?? application.recommendation.derived) === recommendation;
}
