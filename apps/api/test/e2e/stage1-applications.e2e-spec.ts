import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ApplicationListItem, CallResponse } from '@kuer/contract';
import { applicationOf, EVERYBODY, eventsOf, receive, startStage1, town } from '../support/applications.js';
import type { Client } from '../support/client.js';
import type { TestApi } from '../support/start-api.js';

jest.setTimeout(60_000);

describe('applications over HTTP', () => {
  let api: TestApi;
  let coordinator: Client;
  let call: CallResponse;

  beforeAll(async () => {
    api = await startStage1();
    coordinator = await api.signIn('koordination@demo.example');
  });
  afterAll(() => api?.close());

  const newCall = async (): Promise<CallResponse> => api.createCall({ members: EVERYBODY });

  describe('recording one', () => {
    beforeAll(async () => {
      call = await newCall();
    });

    it('gives numbers in their order, keeps what was said, and leaves its trace', async () => {
      const first = await receive(
        coordinator,
        call.id,
        applicationOf(0, { partners: [town(6), { name: 'Verein Auental' }] }),
      );
      expect(first).toMatchObject({
        number: 'B-001',
        state: 'received',
        version: 0,
        title: 'Digitale Mitte Auenstedt',
        lead: { name: 'Auenstedt', ags: '05978901', kind: null },
        partners: [
          { name: 'Heidwalde', ags: '05978907', kind: null },
          { name: 'Verein Auental', ags: null, kind: null },
        ],
        partnerCount: 2,
        fundingRequested: 4_250_000,
        isRecused: false,
        isGenerated: false,
        collisions: [],
        attachments: [],
      });
      expect(first.abilities).toEqual(
        expect.arrayContaining(['application.write', 'application.withdraw', 'attachment.write']),
      );
      const second = await receive(coordinator, call.id, applicationOf(1, { number: 'B-014' }));
      const third = await receive(coordinator, call.id, applicationOf(2));
      expect([second.number, third.number]).toEqual(['B-014', 'B-015']);
      expect(await eventsOf(api, first.id)).toEqual(['APPLICATION_CREATED']);
      const { body } = await coordinator.get(`/applications/${first.id}`).expect(200);
      expect(body).toEqual(first);
    });

    it('refuses a second application of the same municipality, also when its key is written as ARS', async () => {
      const { body } = await coordinator.post(`/calls/${call.id}/applications`, applicationOf(0)).expect(409);
      expect(body).toMatchObject({ code: 'APPLICATION.LEAD_TAKEN_BY', errors: [{ path: 'lead.ags' }] });
      expect(body.detail).toContain('B-001');
      const asArs = applicationOf(0, { lead: { name: 'Auenstedt', ags: '059780000901' } });
      expect((await coordinator.post(`/calls/${call.id}/applications`, asArs).expect(409)).body.code).toBe(
        'APPLICATION.LEAD_TAKEN_BY',
      );
    });

    it('shows a body that takes part in two applications as a collision, in both', async () => {
      const other = await receive(coordinator, call.id, applicationOf(3, { partners: [town(6)] }));
      expect(other.collisions).toEqual([
        expect.objectContaining({ partyName: 'Heidwalde', ags: '05978907', otherApplicationNumber: 'B-001' }),
      ]);
      const { body: first } = await coordinator
        .get(`/applications/${other.collisions[0]?.otherApplicationId}`)
        .expect(200);
      expect(first.collisions).toEqual([expect.objectContaining({ otherApplicationNumber: other.number })]);
    });

    it('refuses what is not consistent, field by field, in the language that is asked for', async () => {
      const wrong = applicationOf(4, {
        lead: { name: 'Falkenau', ags: '99978905' },
        partners: [town(5), { name: 'Noch einmal', ags: '059780000906' }],
      });
      const { body } = await coordinator
        .post(`/calls/${call.id}/applications`, wrong)
        .set('Accept-Language', 'de')
        .expect(422);
      expect(body.code).toBe('APPLICATION.CONTENT_CONTRADICTS');
      expect(body.errors).toEqual([
        {
          path: 'lead.ags',
          code: 'AGS.STATE',
          message:
            'Der Schlüssel „99978905“ (Falkenau) beginnt mit 99. Kein Land hat diese Kennziffer (01 bis 16). Bitte den Schlüssel prüfen.',
        },
        {
          path: 'partners.1.ags',
          code: 'APPLICATION.PARTY_TWICE',
          message:
            'Der Schlüssel 059780000906 („Noch einmal“) ist schon bei „Ginsterberg“ angegeben. Bitte einen der beiden berichtigen.',
        },
      ]);
      const elsewhere = applicationOf(4, { federalStates: ['BY'] });
      expect(
        (await coordinator.post(`/calls/${call.id}/applications`, elsewhere).expect(422)).body.errors,
      ).toMatchObject([{ path: 'federalStates', code: 'APPLICATION.STATE_OF_LEAD_MISSING' }]);
      const keyless = applicationOf(4, { lead: { name: 'Falkenau' } });
      expect((await coordinator.post(`/calls/${call.id}/applications`, keyless).expect(422)).body.errors).toMatchObject(
        [{ path: 'lead.ags', code: 'APPLICATION.LEAD_KEY_MISSING' }],
      );
    });

    it('refuses unknown fields, wrong types and a number that is taken, and changes nothing', async () => {
      const count = async () =>
        (await api.look('SELECT 1 FROM kuer.applications WHERE call_id = $1', [call.id])).length;
      const before = await count();
      const send = (body: object) => coordinator.post(`/calls/${call.id}/applications`, body);
      expect((await send({ ...applicationOf(4), rank: 1 }).expect(400)).body.errors).toMatchObject([
        { path: 'rank', code: 'REQUEST.UNKNOWN_FIELD' },
      ]);
      expect((await send({ ...applicationOf(4), fundingRequested: '4250000' }).expect(400)).body.errors).toMatchObject([
        { path: 'fundingRequested', code: 'FIELD.NOT_NUMBER' },
      ]);
      expect((await send({ ...applicationOf(4), sizeClass: 'Metropole' }).expect(400)).body.errors).toMatchObject([
        { path: 'sizeClass', code: 'FIELD.NOT_ONE_OF' },
      ]);
      expect(
        (await send({ ...applicationOf(4), lead: { name: 'Falkenau', ags: 5978905 } }).expect(400)).body.errors,
      ).toMatchObject([{ path: 'lead.ags', code: 'FIELD.NOT_TEXT' }]);
      expect((await send(applicationOf(4, { number: 'B-001' })).expect(409)).body.code).toBe(
        'APPLICATION.NUMBER_TAKEN',
      );
      expect(await count()).toBe(before);
    });

    it('is done once when it is sent twice with the same key', async () => {
      const send = () =>
        coordinator.post(`/calls/${call.id}/applications`, applicationOf(5)).set('Idempotency-Key', 'posteingang-0001');
      const [first, second] = [await send().expect(201), await send().expect(201)];
      expect(second.body).toEqual(first.body);
    });

    it('is the coordinators’ business', async () => {
      for (const persona of [
        'pruefung1@demo.example',
        'revision@demo.example',
        'jury01@demo.example',
        'gutachten01@demo.example',
      ] as const) {
        const client = await api.signIn(persona);
        await client.post(`/calls/${call.id}/applications`, applicationOf(7)).expect(403);
      }
      const stranger = await api.signIn('fremd@demo.example');
      await stranger.post(`/calls/${call.id}/applications`, applicationOf(7)).expect(404);
      await api.anonymous().post(`/calls/${call.id}/applications`, applicationOf(7)).expect(401);
    });
  });

  describe('editing one', () => {
    it('changes what is sent and nothing else, counts the version up and traces each field', async () => {
      call = await newCall();
      const made = await receive(
        coordinator,
        call.id,
        applicationOf(0, { motto: 'Mitte machen', contactEmail: 'amt@auenstedt.example' }),
      );
      const change = { version: 0, title: 'Neue Mitte', fundingRequested: 3_000_000.005, contactEmail: null };
      const { body } = await coordinator.patch(`/applications/${made.id}`, change).expect(200);
      expect(body).toMatchObject({ version: 1, title: 'Neue Mitte', motto: 'Mitte machen', contactEmail: null });
      const [event] = await api.look<{ payload: { changes: { field: string; before: unknown }[] } }>(
        `SELECT payload FROM kuer.audit_events WHERE application_id = $1 AND type = 'APPLICATION_CHANGED'`,
        [made.id],
      );
      // The trail can never be erased, so an address of a person is not written into it.
      expect(event?.payload.changes).toEqual([
        { field: 'title', before: made.title, after: 'Neue Mitte' },
        { field: 'fundingRequested', before: 4_250_000, after: 3_000_000.01 },
        { field: 'contactEmail', before: null, after: null },
      ]);
      expect(JSON.stringify(event)).not.toContain('amt@auenstedt.example');
    });

    it('leaves no trace where nothing changes, and refuses a stale version with the present state', async () => {
      const made = await receive(coordinator, call.id, applicationOf(1));
      await coordinator.patch(`/applications/${made.id}`, { version: 0, title: made.title ?? '' }).expect(200);
      expect(await eventsOf(api, made.id)).toEqual(['APPLICATION_CREATED']);
      await coordinator.patch(`/applications/${made.id}`, { version: 0, motto: 'Erster' }).expect(200);
      const { body } = await coordinator
        .patch(`/applications/${made.id}`, { version: 0, motto: 'Zweiter' })
        .expect(409);
      expect(body).toMatchObject({ code: 'REQUEST.STALE_VERSION', current: { version: 1, motto: 'Erster' } });
    });

    it('does not let a municipality take the place of another', async () => {
      const made = await receive(coordinator, call.id, applicationOf(2));
      const { body } = await coordinator.patch(`/applications/${made.id}`, { version: 0, lead: town(1) }).expect(409);
      expect(body.code).toBe('APPLICATION.LEAD_TAKEN_BY');
    });
  });

  describe('withdrawing one', () => {
    it('needs a reason, is final, and frees its municipality', async () => {
      call = await newCall();
      const made = await receive(coordinator, call.id, applicationOf(0));
      await coordinator.post(`/applications/${made.id}/withdraw`, {}).expect(400);
      await coordinator
        .post(`/applications/${made.id}/withdraw`, { reason: 'Kein Ratsbeschluss', version: 7 })
        .expect(409);
      const { body } = await coordinator
        .post(`/applications/${made.id}/withdraw`, { reason: 'Kein Ratsbeschluss', version: 0 })
        .expect(200);
      expect(body).toMatchObject({ state: 'withdrawn', version: 1 });
      const again = await coordinator.post(`/applications/${made.id}/withdraw`, { reason: 'Noch einmal' }).expect(409);
      expect(again.body).toMatchObject({ code: 'APPLICATION.TRANSITION_NOT_ALLOWED' });
      expect(again.body.detail).toBe(
        '“withdraw” is not possible: the application is at “Withdrawn”. Please reload the page.',
      );
      await coordinator.patch(`/applications/${made.id}`, { version: 1, title: 'Doch noch' }).expect(403);
      expect(await eventsOf(api, made.id)).toEqual([
        'APPLICATION_CREATED',
        'APPLICATION_STATE_CHANGED',
        'APPLICATION_WITHDRAWN',
      ]);
      await receive(coordinator, call.id, applicationOf(0));
    });
  });

  describe('the list', () => {
    let items: ApplicationListItem[];
    const list = async (client: Client, query = '') => {
      const { body } = await client.get(`/calls/${call.id}/applications${query}`).expect(200);
      return body as { items: ApplicationListItem[]; total: number; nextCursor: string | null };
    };
    const numbersOf = (page: { items: ApplicationListItem[] }) => page.items.map(({ number }) => number);

    beforeAll(async () => {
      call = await newCall();
      await receive(coordinator, call.id, applicationOf(0, { number: 'B-999', fundingRequested: 2_000_000 }));
      await receive(coordinator, call.id, applicationOf(1, { phase: 'B', partners: [{ name: '100%ig e.V.' }] }));
      await receive(
        coordinator,
        call.id,
        applicationOf(2, {
          title: 'Österliche Wege',
          portfolioGroup: 'kleinstaedte_landgemeinden',
          sizeClass: 'landgemeinde',
          population: 4000,
        }),
      );
      await receive(coordinator, call.id, applicationOf(3, { federalStates: ['NW', 'HE'], title: 'Zukunft' }));
      items = (await list(coordinator)).items;
    });

    it('is in the order of the numbers, whose last digit is not their length', () => {
      expect(items.map(({ number }) => number)).toEqual(['B-999', 'B-1000', 'B-1001', 'B-1002']);
      expect(items[1]).toMatchObject({ leadName: 'Birkenhain', partnerCount: 1, reviewsSubmitted: null, total: null });
    });

    it('filters, searches and counts by the same conditions', async () => {
      expect(numbersOf(await list(coordinator, '?phase=B'))).toEqual(['B-1000']);
      expect(numbersOf(await list(coordinator, '?federalState=HE'))).toEqual(['B-1002']);
      expect(
        numbersOf(await list(coordinator, '?sizeClass=landgemeinde&portfolioGroup=kleinstaedte_landgemeinden')),
      ).toEqual(['B-1001']);
      expect(numbersOf(await list(coordinator, '?state=withdrawn'))).toEqual([]);
      expect(numbersOf(await list(coordinator, '?q=birken'))).toEqual(['B-1000']);
      expect(numbersOf(await list(coordinator, '?q=100%25ig'))).toEqual(['B-1000']);
      // What is typed is text: a percent sign is no placeholder.
      expect((await list(coordinator, '?q=%25')).total).toBe(1);
      expect((await list(coordinator, '?q=1002')).total).toBe(1);
    });

    it('sorts by what it offers, umlauts where they belong, and pages without losing a row', async () => {
      expect(numbersOf(await list(coordinator, '?sort=title')).at(-2)).toBe('B-1001');
      expect(numbersOf(await list(coordinator, '?sort=fundingRequested'))[0]).toBe('B-999');
      const seen: string[] = [];
      let cursor = '';
      do {
        const page = await list(coordinator, `?limit=1&sort=-number${cursor}`);
        expect(page.total).toBe(4);
        seen.push(...numbersOf(page));
        cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : '';
      } while (cursor);
      expect(seen).toEqual(['B-1002', 'B-1001', 'B-1000', 'B-999']);
      const { body } = await coordinator.get(`/calls/${call.id}/applications?sort=reviewer`).expect(400);
      expect(body.errors).toMatchObject([{ path: 'sort', code: 'FIELD.NOT_ONE_OF' }]);
      await coordinator.get(`/calls/${call.id}/applications?state=lost`).expect(400);
      await coordinator.get(`/calls/${call.id}/applications?limit=501`).expect(400);
    });

    it('is there for coordinators, examiners and auditors, empty for reviewers, and closed to the jury before its stage', async () => {
      for (const persona of ['pruefung1@demo.example', 'revision@demo.example'] as const) {
        expect((await list(await api.signIn(persona))).total).toBe(4);
      }
      const reviewer = await api.signIn('gutachten01@demo.example');
      expect(await list(reviewer)).toEqual({ items: [], nextCursor: null, total: 0 });
      await reviewer.get(`/applications/${items[0]?.id}`).expect(404);
      for (const persona of ['jury01@demo.example', 'vorsitz@demo.example'] as const) {
        const juror = await api.signIn(persona);
        await juror.get(`/calls/${call.id}/applications`).expect(403);
        await juror.get(`/applications/${items[0]?.id}`).expect(404);
      }
      const administrator = await api.signIn('admin@demo.example');
      await administrator.get(`/calls/${call.id}/applications`).expect(403);
      await administrator.get(`/applications/${items[0]?.id}`).expect(404);
    });

    it('shows a row in conflict without its content, finds it by nothing, and closes the application', async () => {
      const [first] = items;
      const examiner = await api.signIn('pruefung1@demo.example');
      await coordinator
        .post(`/calls/${call.id}/conflicts`, {
          applicationId: first?.id,
          accountId: examiner.accountId,
          ground: 'family',
          note: 'Die Schwester leitet das Bauamt.',
        })
        .expect(201);
      const page = await list(examiner);
      expect(page.total).toBe(4);
      expect(page.items[0]).toMatchObject({
        number: 'B-999',
        isRecused: true,
        title: null,
        leadName: null,
        partnerCount: null,
        fundingRequested: null,
        sizeClass: null,
        federalStates: [],
      });
      expect((await list(examiner, '?q=Auenstedt')).total).toBe(0);
      expect((await list(examiner, '?phase=A')).items.map(({ number }) => number)).toEqual(['B-1001', 'B-1002']);
      const { body } = await examiner.get(`/applications/${first?.id}`).expect(403);
      expect(body.code).toBe('POLICY.CONFLICT');
      // The other examiner reads on.
      await (await api.signIn('pruefung2@demo.example')).get(`/applications/${first?.id}`).expect(200);
    });
  });
});
