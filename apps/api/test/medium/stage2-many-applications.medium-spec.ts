import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { AssignmentConfirmationService } from '../../src/stage2-review/assignments/assignment-confirmation.service.js';
import { AssignmentListService } from '../../src/stage2-review/assignments/assignment-list.service.js';
import { AssignmentProposalService } from '../../src/stage2-review/assignments/assignment-proposal.service.js';
import { RankingKeeper } from '../../src/stage2-review/results/ranking-keeper.js';
import { RecommendationsService } from '../../src/stage2-review/results/recommendations.service.js';
import { ResultExportService } from '../../src/stage2-review/results/result-export.service.js';
import { ResultListService } from '../../src/stage2-review/results/result-list.service.js';
import { ReviewStageGate } from '../../src/stage2-review/review-stage.gate.js';
import { ReviewWorld } from '../support/review-world.js';

jest.setTimeout(180_000);

/** A second call is ten times as large: what asks for each application singly shows in the number of statements. */
const SMALL = 3;
const LARGE = 30;

interface Seeded {
  readonly callId: string;
  readonly size: number;
}

describe('the review stage with many applications', () => {
  let world: ReviewWorld;
  let small: Seeded;
  let large: Seeded;

  beforeAll(async () => {
    world = await ReviewWorld.start();
    small = await seeded(SMALL);
    large = await seeded(LARGE);
  });
  afterAll(() => world?.close());

  /** A call in the review stage with so many accepted applications, put into the database as they are. */
  async function seeded(size: number): Promise<Seeded> {
    const { call } = await world.callInReview(1);
    await world.api.look(
      `WITH made AS (
         INSERT INTO kuer.applications (id, call_id, number, state)
         SELECT gen_random_uuid(), $1, 'C-' || lpad(i::text, 4, '0'), 'formally_accepted' FROM generate_series(2, $2::int) i
         RETURNING id, call_id, number)
       INSERT INTO kuer.application_contents
         (application_id, call_id, title, lead_name, lead_ags, federal_states, size_class, portfolio_group)
       SELECT id, call_id, 'Titel ' || number, 'Stadt ' || number, '05978' || right(number, 3), '{NW}', 'kleinere-mittelstadt',
              'mittelstaedte' FROM made`,
      [call.id, size],
    );
    return { callId: call.id, size };
  }

  /** Every assignment accepted and its review submitted, past the services: these are tested elsewhere. */
  async function submitAll({ callId }: Seeded): Promise<void> {
    const steps = [
      `UPDATE kuer.assignments SET state = 'accepted' WHERE call_id = $1`,
      `INSERT INTO kuer.reviews (id, assignment_id, application_id, call_id, label)
       SELECT gen_random_uuid(), id, application_id, call_id, CASE slot WHEN 1 THEN 'A' ELSE 'B' END
         FROM kuer.assignments WHERE call_id = $1`,
      `INSERT INTO kuer.review_versions (id, review_id, application_id, call_id, catalogue_id, number, verdict)
       SELECT gen_random_uuid(), r.id, r.application_id, r.call_id, k.id, 1, 'eligible'
         FROM kuer.reviews r JOIN kuer.catalogue_versions k ON k.call_id = r.call_id WHERE r.call_id = $1`,
      `INSERT INTO kuer.scores (review_version_id, catalogue_id, criterion, scale_max, scale_step, value)
       SELECT v.id, v.catalogue_id, c.code, c.scale_max, c.scale_step, 4
         FROM kuer.review_versions v JOIN kuer.catalogue_criteria c ON c.catalogue_id = v.catalogue_id WHERE v.call_id = $1`,
      `UPDATE kuer.review_versions SET state = 'submitted', submitted_at = now(), total = 80, group_totals = '{}' WHERE call_id = $1`,
      `UPDATE kuer.applications SET state = 'reviewed' WHERE call_id = $1`,
    ];
    for (const step of steps) await world.api.look(step, [callId]);
  }

  /** How many statements the work takes. */
  async function statements(mode: 'read' | 'write', work: () => Promise<unknown>): Promise<number> {
    const { uow } = world.api;
    const spies = [jest.spyOn(uow, 'query'), jest.spyOn(uow, 'execute')];
    try {
      await uow.run({ accountId: world.coordinator.accountId, mode }, work);
      return spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
    } finally {
      for (const spy of spies) spy.mockRestore();
    }
  }

  async function expectSame(mode: 'read' | 'write', work: (call: Seeded) => Promise<unknown>): Promise<void> {
    const few = await statements(mode, () => work(small));
    const many = await statements(mode, () => work(large));
    expect(few).toBeGreaterThan(0);
    expect(many).toBe(few);
  }

  it('plans and confirms with as many statements for thirty applications as for three', async () => {
    await expectSame('write', async ({ callId, size }) => {
      const plan = await world.api.service(AssignmentProposalService).propose(callId, {}, 'de');
      expect(plan.pairs).toHaveLength(2 * size);
      const pairs = plan.pairs.map(({ applicationId, reviewerId }) => ({ applicationId, reviewerId }));
      await world.api.service(AssignmentConfirmationService).confirm(callId, { pairs });
    });
    const [moved] = await world.api.look<{ count: number }>(
      `SELECT count(*)::int AS count FROM kuer.applications WHERE call_id = $1 AND state = 'in_review'`,
      [large.callId],
    );
    expect(moved?.count).toBe(LARGE);
  });

  it('lists, computes, counts, exports, confirms and keeps likewise', async () => {
    for (const call of [small, large]) await submitAll(call);
    const { api } = world;
    await expectSame('read', ({ callId }) => api.service(AssignmentListService).list(callId, { limit: 500 }));
    await expectSame('read', ({ callId }) => api.service(ResultListService).list(callId, { limit: 500 }, 'de'));
    await expectSame('read', ({ callId }) => api.service(ResultListService).list(callId, { divergent: 'false' }, 'de'));
    await expectSame('read', ({ callId }) => api.service(ResultExportService).export(callId, { format: 'csv' }, 'de'));
    await expectSame('read', ({ callId }) => api.service(ReviewStageGate).facts(callId));
    await expectSame('write', async ({ callId, size }) => {
      const { confirmed } = await api.service(RecommendationsService).confirmDerived(callId, 'de');
      expect(confirmed).toBe(size);
    });
    await expectSame('write', ({ callId }) => api.service(RankingKeeper).keep(callId));
  });

  it('pages without working out what the page does not show', async () => {
    const page = await world.api.uow.run({ accountId: world.coordinator.accountId, mode: 'read' }, () =>
      world.api.service(ResultListService).list(large.callId, { limit: 4, sort: '-number' }, 'de'),
    );
    expect(page.total).toBe(LARGE);
    expect(page.items.map(({ number, rank, rankTied }) => [number, rank, rankTied])).toEqual([
      ['C-0030', 1, true],
      ['C-0029', 1, true],
      ['C-0028', 1, true],
      ['C-0027', 1, true],
    ]);
  });
});
