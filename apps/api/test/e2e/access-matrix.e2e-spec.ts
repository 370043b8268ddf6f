import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { ACCESS_MATRIX, type Action, couldEver, type Role } from '@kuer/domain';
import { RouteCatalogue } from '../../src/http/route-catalogue.js';
import { pdf } from '../support/applications.js';
import type { Client } from '../support/client.js';
import { JuryWorld } from '../support/jury-world.js';

jest.setTimeout(300_000);

/** A body that nothing is wrong with, for each route that takes one: what is refused is then refused for who asks. */
const REASON = { reason: 'Begründung der Probe' };
const day = (ahead: number) => new Date(Date.now() + ahead * 86_400_000).toISOString().slice(0, 10);

describe('the access matrix, every cell against the running API', () => {
  let jury: JuryWorld;
  let clients: Record<Role | 'stranger', Client>;
  let ids: Record<string, string>;
  let bodies: Record<string, object>;
  let routes: readonly { method: string; path: string; actions: readonly Action[] }[];

  beforeAll(async () => {
    jury = await JuryWorld.start();
    const { world, chair, coordinator, jurors } = jury;
    const { call, ids: applications } = await jury.callInJury([5, 4]);
    const [application = '', other = ''] = applications;
    const session = await jury.sitting(call.id);
    const bundle = await jury.bundleOf(call.id, [application]);
    const { body: motion } = await chair
      .post(`/sessions/${session.id}/motions`, { kind: 'take_in', text: 'Antrag', applicationId: application })
      .expect(201);
    const { body: conflict } = await coordinator
      .post(`/calls/${call.id}/conflicts`, {
        applicationId: other,
        accountId: world.reviewers[3].accountId,
        ground: 'other',
        note: 'Hinweis aus der Geschäftsstelle',
      })
      .expect(201);
    const { body: assignments } = await coordinator.get(`/calls/${call.id}/assignments`).expect(200);
    const { body: reviews } = await coordinator.get(`/applications/${application}/reviews`).expect(200);
    const attachment = await world.api.look<{ id: string }>(
      `INSERT INTO kuer.attachments (id, application_id, call_id, document_key, file_name, media_type, size, sha256, uploaded_by)
       VALUES (gen_random_uuid(), $1, $2, 'project_outline', 'probe.pdf', 'application/pdf', $3, repeat('a', 64), $4) RETURNING id`,
      [application, call.id, pdf().length, coordinator.accountId],
    );
    await world.api.look(`INSERT INTO kuer.attachment_contents (attachment_id, bytes) VALUES ($1, $2)`, [
      attachment[0]?.id,
      pdf(),
    ]);
    const [supplement] = await world.api.look<{ id: string }>(
      `INSERT INTO kuer.supplement_requests (id, application_id, call_id, due_on, message, sent_by)
       VALUES (gen_random_uuid(), $1, $2, $3, 'Bitte nachreichen', $4) RETURNING id`,
      [application, call.id, day(5), coordinator.accountId],
    );
    clients = {
      administrator: world.administrator,
      coordinator,
      examiner: world.examiner,
      // Has a role in the call, and nothing to do with these applications.
      reviewer: world.reviewers[2],
      juror: jurors[0],
      chair,
      auditor: world.auditor,
      stranger: world.stranger,
    };
    ids = {
      'calls/:callId': call.id,
      'applications/:id': application,
      'applications/:applicationId': application,
      'items/:applicationId': application,
      'justifications/:applicationId': other,
      'assignments/:id': assignments.items[0].id,
      'reviews/:id': reviews.items[0].id,
      'sessions/:id': session.id,
      'motions/:id': motion.id,
      'bundles/:id': bundle.id,
      'conflicts/:id': conflict.id,
      'attachments/:id': attachment[0]?.id ?? '',
      'supplement-requests/:id': supplement?.id ?? '',
      'accounts/:id': world.stranger.accountId ?? '',
      'items/:key': 'ags_valid',
      'scores/:criterion': 'K1',
    };
    const { body: catalogue } = await coordinator.get(`/calls/${call.id}/catalogue`).expect(200);
    const application1 = {
      title: 'Probe',
      lead: { name: 'Probeort', ags: '05978999' },
      federalStates: ['NW'],
      sizeClass: 'kleinere-mittelstadt',
      portfolioGroup: 'mittelstaedte',
      phase: 'A',
      fundingRequested: 1,
    };
    bodies = {
      'POST /calls': { title: 'Probe' },
      'PATCH /calls/:callId': { version: 0, title: 'Probe' },
      'POST /calls/:callId/transitions': { to: 'decided' },
      'PUT /calls/:callId/catalogue': { version: 0, scale: catalogue.scale, groups: catalogue.groups },
      'PUT /calls/:callId/members': {
        members: [{ accountId: '01890a5d-ac96-774b-bcce-b302099a8057', roles: ['juror'] }],
      },
      'POST /accounts': { email: 'neu@demo.example', displayName: 'Neu', initialPassword: 'Kiesel-Ampel-Otter-7' },
      'PATCH /accounts/:id': { version: 99, displayName: 'Anders' },
      'POST /calls/:callId/applications': application1,
      'PATCH /applications/:id': { version: 0, title: 'Probe' },
      'POST /applications/:id/withdraw': REASON,
      'PUT /applications/:id/formal-check/items/:key': { result: 'passed' },
      'POST /applications/:id/formal-check/decisions': { outcome: 'accepted' },
      'POST /applications/:id/formal-check/reopen': REASON,
      'POST /applications/:id/supplement-requests': { dueOn: day(9), documentKeys: [], message: 'Bitte nachreichen' },
      'POST /supplement-requests/:id/answer': { answer: 'Nachgereicht' },
      'POST /calls/:callId/conflicts': {
        applicationId: other,
        ground: 'other',
        note: 'Hinweis aus der Geschäftsstelle',
      },
      'POST /conflicts/:id/lift': REASON,
      'POST /applications/:id/conflict-statement': { hasConflict: false },
      'POST /calls/:callId/assignment-proposals': {},
      'POST /calls/:callId/assignments': {
        pairs: [{ applicationId: application, reviewerId: world.reviewers[2].accountId }],
      },
      'POST /assignments/:id/accept': {},
      'POST /assignments/:id/decline': REASON,
      'POST /assignments/:id/revoke': REASON,
      'PUT /reviews/:id/scores/:criterion': { value: 3, version: 0 },
      'PATCH /reviews/:id': { version: 0, summary: 'Probe' },
      'POST /reviews/:id/submit': {},
      'POST /reviews/:id/reopen': REASON,
      'POST /reviews/:id/amend': REASON,
      'POST /calls/:callId/recommendations': { confirmDerived: true },
      'POST /applications/:id/recommendation': { outcome: 'recommended' },
      'POST /applications/:id/reconciliation': REASON,
      'POST /applications/:id/reconciliation/close': { outcome: 'Abgestimmt' },
      'POST /applications/:id/third-review': { ...REASON, reviewerId: world.reviewers[2].accountId },
      'POST /calls/:callId/sessions': { title: 'Probe' },
      'PUT /sessions/:id/attendance': { attendance: [{ accountId: chair.accountId, status: 'present' }] },
      'POST /sessions/:id/motions': { kind: 'other', text: 'Probe' },
      'POST /motions/:id/close': {},
      'PUT /motions/:id/vote': { choice: 'yes' },
      'POST /calls/:callId/bundles': { name: 'Probe' },
      'PATCH /bundles/:id': { version: 99, name: 'Probe' },
      'PUT /bundles/:id/items/:applicationId': {},
      'PUT /bundles/:id/justifications/:applicationId': REASON,
      'PUT /bundles/:id/corridor-reasons': { dimension: 'phase', value: 'A', ...REASON },
      'POST /bundles/:id/adopt': { motionId: motion.id },
      'POST /calls/:callId/bundle-proposals': {},
    };
    routes = world.api
      .service(RouteCatalogue)
      .routes.flatMap(({ method, path, declaration }) =>
        declaration.kind === 'permission'
          ? [{ method, path: path.replace('/api/v1', ''), actions: declaration.actions }]
          : [],
      )
      // A stream does not end, an upload is a body of its own: both are tested where they belong.
      .filter(
        ({ method, path }) => !path.endsWith('/events') && !(method === 'POST' && /import$|attachments$/.test(path)),
      );
  });
  afterAll(() => jury?.close());

  const addressOf = (path: string): string =>
    path.replace(/([^/]+)\/(:\w+)/g, (_whole, noun: string, name: string) => {
      const id = ids[`${noun}/${name}`];
      if (!id) throw new Error(`The matrix has no thing for ${noun}/${name}`);
      return `${noun}/${id}`;
    });

  async function ask(client: Client, method: string, path: string): Promise<{ status: number; text: string }> {
    const address = addressOf(path);
    const body = bodies[`${method} ${path}`];
    switch (method) {
      case 'GET':
        return client.get(address);
      case 'DELETE':
        return client.delete(address);
      case 'POST':
        return client.post(address, body ?? {});
      case 'PUT':
        return client.put(address, body ?? {});
      default:
        return client.patch(address, body ?? {});
    }
  }

  it('names every route: each declared permission is a line of the matrix', () => {
    expect(routes.length).toBeGreaterThan(70);
    const unknown = routes.flatMap(({ path, actions }) =>
      actions.filter((one) => !(one in ACCESS_MATRIX)).map(() => path),
    );
    expect(unknown).toEqual([]);
  });

  it('answers 401 without a sign-in, on every route', async () => {
    const nobody = jury.world.api.anonymous();
    const open: string[] = [];
    for (const { method, path } of routes) {
      const { status } = await ask(nobody, method, path);
      if (status !== 401) open.push(`${method} ${path}: ${status}`);
    }
    expect(open).toEqual([]);
  });

  it('shows a stranger nothing of the call: 404 where they may not know, 403 where they may', async () => {
    const open: string[] = [];
    for (const { method, path, actions } of routes) {
      // The list of calls is everybody's, and empty for them; a call is announced by a coordinator of another one.
      if (path === '/calls' && method === 'GET') continue;
      const { status } = await ask(clients.stranger, method, path);
      if (status !== 404 && status !== 403) open.push(`${method} ${path} (${actions.join()}): ${status}`);
    }
    expect(open).toEqual([]);
  });

  const ROLES: readonly Role[] = ['administrator', 'coordinator', 'examiner', 'reviewer', 'juror', 'chair', 'auditor'];
  it.each(ROLES)('refuses the %s what the matrix has as a dash', async (role) => {
    const open: string[] = [];
    for (const { method, path, actions } of routes) {
      if (path === '/calls' && method === 'GET') continue;
      if (actions.some((action) => couldEver([role], action))) continue;
      const { status } = await ask(clients[role], method, path);
      if (status !== 404 && status !== 403) open.push(`${method} ${path} (${actions.join()}): ${status}`);
    }
    expect(open).toEqual([]);
  });

  it.each(ROLES)('lets the %s read what the matrix has as a yes', async (role) => {
    const closed: string[] = [];
    for (const { method, path, actions } of routes) {
      if (method !== 'GET') continue;
      // "yes" without a condition, in a call in the jury stage; what depends on the own assignment is tested with the reviews.
      const isGranted = actions.every((action) => {
        const grant = ACCESS_MATRIX[action].grants[role];
        return grant === 'yes' || (Array.isArray(grant) && grant.some((all) => all.join() === 'fromJuryStage'));
      });
      if (!isGranted) continue;
      // The conflict question is put about an application one may know of: this reviewer has none assigned.
      if (role === 'reviewer' && path.endsWith('/conflict-statement')) continue;
      const query = path.endsWith('/export') && path.includes('applications') ? '?format=csv' : '';
      const { status } = await clients[role].get(`${addressOf(path)}${query}`);
      // Before the jury has decided there is no decision to read.
      const expected = path.endsWith('/decision') ? 404 : 200;
      if (status !== expected && !(path.endsWith('/readiness') && status === 403)) closed.push(`${path}: ${status}`);
    }
    expect(closed).toEqual([]);
  });

  it('I9 auditors read, never write; administrators see no content and no scores', async () => {
    const open: string[] = [];
    for (const { method, path } of routes) {
      if (method === 'GET') continue;
      const { status } = await ask(clients.auditor, method, path);
      if (status !== 404 && status !== 403) open.push(`auditor ${method} ${path}: ${status}`);
    }
    for (const { method, path } of routes) {
      if (
        method !== 'GET' ||
        !/applications|reviews|results|bundles|decision|audit|dossier|sessions|motions/.test(path)
      )
        continue;
      const { status } = await ask(clients.administrator, method, path);
      if (status !== 404 && status !== 403) open.push(`administrator ${method} ${path}: ${status}`);
    }
    expect(open).toEqual([]);
  });

  it('I7 every change leaves its trace: no row of the procedure is younger than its event', async () => {
    const [row] = await jury.world.api.look<{ missing: number }>(
      `SELECT count(*)::int AS missing FROM kuer.review_versions v
        WHERE v.state = 'submitted' AND NOT EXISTS (
          SELECT 1 FROM kuer.audit_events e WHERE e.type = 'REVIEW_SUBMITTED' AND e.payload ->> 'reviewId' = v.review_id::text)`,
    );
    expect(row?.missing).toBe(0);
    // A change whose event can not be written is no change: the trail of the call is made to refuse, and the title stays.
    const { coordinator, world } = jury;
    const { body: call } = await coordinator.post('/calls', { title: 'Spurlos' }).expect(201);
    await world.api.look(
      `CREATE FUNCTION pg_temp.refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no trace'; END $$`,
    );
    await world.api.look(
      `CREATE TRIGGER no_trace BEFORE INSERT ON kuer.audit_events FOR EACH ROW EXECUTE FUNCTION pg_temp.refuse()`,
    );
    await coordinator.patch(`/calls/${call.id}`, { version: call.version, title: 'Anders' }).expect(500);
    await world.api.look(`DROP TRIGGER no_trace ON kuer.audit_events`);
    const { body: after } = await coordinator.get(`/calls/${call.id}`).expect(200);
    expect(after).toMatchObject({ title: 'Spurlos', version: call.version });
  });

  it('I8 the trail is append-only and tamper-evident', async () => {
    const { auditor, api } = jury.world;
    const callId = ids['calls/:callId'];
    const verification = `/calls/${callId}/audit-events/verification`;
    expect((await auditor.get(verification).expect(200)).body).toMatchObject({ ok: true, firstBad: null });
    await expect(api.look(`DELETE FROM kuer.audit_events WHERE call_id = $1`, [callId])).rejects.toThrow();
    await expect(api.look(`UPDATE kuer.audit_events SET type = 'X' WHERE call_id = $1`, [callId])).rejects.toThrow();
    // Even a superuser who switches the guards off is found out.
    await api.look(`SET session_replication_role = replica`);
    await api
      .look(
        `UPDATE kuer.audit_events SET canonical = replace(canonical, '"to":"jury"', '"to":"draft"')
        WHERE call_id = $1 AND type = 'CALL_STAGE_ENTERED'`,
        [callId],
      )
      .catch(() => undefined);
    await api.look(`DELETE FROM kuer.audit_events WHERE call_id = $1 AND seq = 3`, [callId]);
    await api.look(`SET session_replication_role = origin`);
    const { body } = await auditor.get(verification).expect(200);
    expect(body.ok).toBe(false);
    expect(body.firstBad).toBeLessThanOrEqual(4);
  });
});
