import type { ApplicationPage, ApplicationQuery } from '@kuer/contract';
import { type Actor, APPLICATION_STATES, type CallState } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { Access } from '../auth/access.js';
import { type ListStatement, readPage, type SortKey } from '../http/list.js';
import { Refusal } from '../http/refusal.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import { type ApplicationDetails, type ApplicationRow, toListItem } from './application.mapper.js';

/** Umlauts stand where Germans look for them, whatever collation the database has. */
const alphabetical = (sql: string): SortKey => ({
  sql: `translate(lower(coalesce(${sql}, '')), 'äöüßéèç', 'aouseec')`,
  type: 'text',
});

const SORT_KEYS: Readonly<Record<string, SortKey>> = {
  // B-1000 comes after B-999.
  number: { sql: `ascii(a.number) * 1000000 + substr(a.number, 3)::int`, type: 'int' },
  title: alphabetical('c.title'),
  leadName: alphabetical('c.lead_name'),
  state: { sql: `array_position('{${APPLICATION_STATES.join(',')}}'::text[], a.state)`, type: 'int' },
  fundingRequested: { sql: 'coalesce(c.funding_requested, -1)', type: 'numeric' },
  population: { sql: 'coalesce(c.population, -1)', type: 'int' },
  total: { sql: 'coalesce(t.total, -1)', type: 'float8' },
};

/** States from which on all counted reviews of an application are in, so that its total is one. */
const REVIEWED = "'{reviewed,in_reconciliation,recommended,not_recommended,selected,reserve,not_selected}'::text[]";

/**
 * One row per application: the number of its reviews that count, and their mean where all are in. Row-level security decides which
 * reviews the caller reads; only the current submitted version of a review counts.
 */
const totalsOf = (condition: string): string => `
  SELECT v.application_id, count(*)::int AS submitted, avg(v.total) AS mean
    FROM kuer.review_versions v WHERE v.is_current AND ${condition} GROUP BY v.application_id`;

/**
 * The list of applications, and the same rows for exports: one query that reads only what the caller may see. A conflict of the caller
 * takes the content out of the row before anything is filtered or sorted, so that neither tells what it hides.
 */
@Injectable()
export class ApplicationListService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
  ) {}

  async list(callId: string, query: ApplicationQuery): Promise<ApplicationPage> {
    const { seesTotals, recused } = await this.open(callId);
    const page = await readPage<ApplicationRow, ApplicationRow>(
      this.uow,
      query,
      statementOf(callId, query, recused, seesTotals),
      (row) => row,
    );
    const more = await this.detailsOf(page.items, seesTotals);
    return { ...page, items: page.items.map((row) => toListItem(row, more.get(row.id))) };
  }

  /** Every row that matches, page by page: for exports. */
  async *rows(callId: string, query: ApplicationQuery): AsyncGenerator<ApplicationPage['items'][number]> {
    let cursor: string | undefined;
    do {
      const page = await this.list(callId, { ...query, limit: 500, cursor });
      yield* page.items;
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
  }

  /** Decides whether the caller may list, and what of the rows they may know. */
  private async open(callId: string): Promise<{ actor: Actor; seesTotals: boolean; recused: readonly string[] }> {
    const [call] = await this.uow.query<{ state: CallState }>(`SELECT state FROM kuer.calls WHERE id = $1`, [callId]);
    if (!call) throw Refusal.notFound();
    const actor = await this.access.actorFor(callId);
    this.access.require('application.list', actor, { callState: call.state });
    const conflicts = await this.uow.query<{ id: string }>(
      `SELECT application_id AS id FROM kuer.conflicts WHERE call_id = $1 AND account_id = $2 AND state = 'active'`,
      [callId, this.uow.accountId],
    );
    return {
      actor,
      seesTotals: this.access.may('results.read', actor, { callState: call.state, hasConflict: false }),
      recused: conflicts.map(({ id }) => id),
    };
  }

  /** What is only needed for the rows that are shown: numbers of partners and of reviews, totals. */
  async detailsOf(
    rows: readonly Pick<ApplicationRow, 'id' | 'title'>[],
    seesTotals: boolean,
  ): Promise<Map<string, ApplicationDetails>> {
    const ids = rows.filter(({ title }) => title !== null).map(({ id }) => id);
    if (ids.length === 0) return new Map();
    const details = await this.uow.query<ApplicationDetails & { id: string }>(
      `SELECT i.id, coalesce(p.partners, 0)::int AS "partnerCount",
              ${seesTotals ? 'coalesce(t.submitted, 0)::int' : 'NULL::int'} AS "reviewsSubmitted",
              ${seesTotals ? 't.mean' : 'NULL::float8'} AS mean
         FROM unnest($1::uuid[]) AS i (id)
         LEFT JOIN (SELECT application_id, count(*) AS partners FROM kuer.application_parties
                     WHERE application_id = ANY($1) AND role = 'partner' GROUP BY application_id) p ON p.application_id = i.id
         ${seesTotals ? `LEFT JOIN (${totalsOf('v.application_id = ANY($1)')}) t ON t.application_id = i.id` : ''}`,
      [ids],
    );
    return new Map(details.map(({ id, ...rest }) => [id, rest]));
  }
}

const sortsByTotal = ({ sort }: ApplicationQuery): boolean => sort === 'total' || sort === '-total';

function statementOf(
  callId: string,
  query: ApplicationQuery,
  recused: readonly string[],
  seesTotals: boolean,
): ListStatement {
  const parameters: unknown[] = [callId, [...recused]];
  const add = (value: unknown): string => `$${parameters.push(value)}`;
  const where = ['a.call_id = $1'];
  if (query.state) where.push(`a.state = ${add(query.state)}`);
  if (query.portfolioGroup) where.push(`c.portfolio_group = ${add(query.portfolioGroup)}`);
  if (query.sizeClass) where.push(`c.size_class = ${add(query.sizeClass)}`);
  if (query.federalState) where.push(`${add(query.federalState)} = ANY(c.federal_states)`);
  if (query.phase) where.push(`c.phase = ${add(query.phase)}`);
  const text = query.q?.trim();
  if (text) {
    const pattern = add(`%${text.replace(/[\\%_]/g, '\\$&')}%`);
    where.push(
      `a.number ILIKE ${pattern} OR c.title ILIKE ${pattern} OR c.lead_name ILIKE ${pattern} OR (c.application_id IS NOT NULL
         AND a.id IN (SELECT p.application_id FROM kuer.application_parties p WHERE p.call_id = $1 AND p.name ILIKE ${pattern}))`,
    );
  }
  const totals =
    seesTotals && sortsByTotal(query)
      ? `LEFT JOIN (SELECT r.application_id, CASE WHEN b.state = ANY(${REVIEWED}) THEN r.mean END AS total
                    FROM (${totalsOf('v.call_id = $1')}) r JOIN kuer.applications b ON b.id = r.application_id) t
              ON t.application_id = a.id AND NOT a.id = ANY($2::uuid[])`
      : '';
  return {
    select: `a.id, a.number, a.state, a.state = ANY(${REVIEWED}) AS "isReviewed", c.application_id IS NULL AS "isRecused",
             coalesce(c.is_generated, false) AS "isGenerated", c.title, c.lead_name AS "leadName",
             coalesce(c.federal_states, '{}') AS "federalStates", c.size_class AS "sizeClass",
             c.portfolio_group AS "portfolioGroup", c.phase, c.funding_requested AS "fundingRequested"`,
    from: `kuer.applications a
           LEFT JOIN kuer.application_contents c ON c.application_id = a.id AND NOT a.id = ANY($2::uuid[]) ${totals}`,
    where,
    parameters,
    sortKeys: seesTotals ? SORT_KEYS : withoutTotal,
    defaultSort: 'number',
    id: { sql: 'a.id', type: 'uuid' },
  };
}

const { total: _total, ...withoutTotal } = SORT_KEYS;
