import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ApplicationResponse, CallResponse, FormalCheckListItem } from '@kuer/contract';
import { applicationOf, eventsOf, receive, town } from '../support/applications.js';
import type { Client } from '../support/client.js';
import { dayFromNow, decide, type FormalCheckScene, formalCheckScene, put, RULES } from '../support/formal-check.js';
import type { TestApi } from '../support/start-api.js';

jest.setTimeout(60_000);

describe('the formal check over HTTP', () => {
  let scene: FormalCheckScene;
  let api: TestApi;
  let coordinator: Client;
  let first: Client;
  let second: Client;
  let call: CallResponse;

  beforeAll(async () => {
    scene = await formalCheckScene();
    ({ api, coordinator, first, second } = scene);
  });
  afterAll(() => api?.close());

  describe('check items', () => {
    let application: ApplicationResponse;
    beforeAll(async () => {
      const {
        received: [received],
        call: begun,
      } = await scene.begin([0]);
      if (!received) throw new Error('nothing received');
      application = received;
      call = begun;
    });

    it('begin with the stage of the call, for every application at once', async () => {
      expect(await scene.stateOf(application.id)).toBe('in_formal_check');
      // One that comes in later goes straight into the check.
      const late = await receive(coordinator, call.id, applicationOf(1));
      expect(late.state).toBe('in_formal_check');
    });

    it('are the documents of the call and the fixed rules, with what the system finds', async () => {
      const check = await scene.checkOf(first, application.id);
      expect(check.items.map(({ key }) => key)).toEqual([
        'document_project_outline',
        'document_council_resolution',
        'document_letters',
        ...RULES,
      ]);
      const found = Object.fromEntries(check.items.map((item) => [item.key, item]));
      expect(found.document_project_outline).toMatchObject({
        suggestion: 'failed',
        finding: '“Project outline” is not there.',
        result: null,
        version: 0,
      });
      expect(found.document_council_resolution?.suggestion).toBeNull();
      expect(found.document_council_resolution?.finding).toMatch(
        /^“Council resolution” is not there yet and may follow until \d+ \w+ \d{4}\.$/,
      );
      expect(found.document_letters).toMatchObject({ suggestion: 'not_applicable' });
      expect(RULES.map((key) => found[key]?.suggestion)).toEqual(['passed', 'passed', 'passed', 'passed', 'passed']);
      expect(check.abilities).toEqual(['formalCheck.examine', 'formalCheck.decide', 'supplement.send']);
      expect((await scene.checkOf(coordinator, application.id)).abilities).toEqual(['supplement.send']);
      const german = await first
        .get(`/applications/${application.id}/formal-check`)
        .set('Accept-Language', 'de')
        .expect(200);
      expect(german.body.items[0]).toMatchObject({
        label: 'Projektskizze',
        finding: '„Projektskizze“ liegt nicht vor.',
      });
    });

    it('are found anew each time: a document, a collision, an amount', async () => {
      await scene.upload(application.id, 'council_resolution');
      expect(await scene.itemOf(application.id, 'document_council_resolution')).toMatchObject({
        suggestion: 'passed',
        finding: null,
      });
      // The call took no more since yesterday: whether that counts is the examiner's word.
      await scene.upload(application.id, 'project_outline');
      expect(await scene.itemOf(application.id, 'document_project_outline')).toMatchObject({
        suggestion: null,
        finding: '“Project outline” arrived after its deadline.',
      });
      const other = await receive(
        coordinator,
        call.id,
        applicationOf(2, { partners: [town(0)], fundingRequested: 20_000_000 }),
      );
      expect(await scene.itemOf(application.id, 'single_participation')).toMatchObject({
        suggestion: 'failed',
        finding: `“Auenstedt” takes part in ${other.number} too. A body can take part in one application.`,
      });
      expect(await scene.itemOf(other.id, 'funding_within_limit')).toMatchObject({
        suggestion: 'failed',
        finding: '€20,000,000.00 are asked for; at most €15,000,000.00 are allowed.',
      });
      await coordinator.post(`/applications/${other.id}/withdraw`, { reason: 'Doppelte Beteiligung' }).expect(200);
      expect((await scene.itemOf(application.id, 'single_participation'))?.suggestion).toBe('passed');
      const odd = await receive(
        coordinator,
        call.id,
        applicationOf(3, { sizeClass: 'landgemeinde', population: 120_000 }),
      );
      expect((await scene.itemOf(odd.id, 'size_class_plausible'))?.finding).toContain(
        '“Smaller city” would be expected',
      );
    });

    it('are recorded with who and when, once, and not over somebody else’s result', async () => {
      const key = 'phase_stated';
      const { body } = await put(first, application.id, key, { result: 'passed', version: 0 }).expect(200);
      expect(body).toMatchObject({ key, result: 'passed', examinedBy: 'Petra Rüfer', version: 1 });
      // A second click is no second examination.
      await put(second, application.id, key, { result: 'passed', version: 1 }).expect(200);
      expect((await scene.itemOf(application.id, key))?.examinedBy).toBe('Petra Rüfer');
      const stale = await put(second, application.id, key, { result: 'not_applicable', version: 0 }).expect(409);
      expect(stale.body).toMatchObject({ code: 'REQUEST.STALE_VERSION', current: { version: 1, result: 'passed' } });
      await put(second, application.id, key, { result: 'not_applicable', version: 1 }).expect(200);
      const events = (await eventsOf(api, application.id)).filter((type) => type === 'CHECK_ITEM_RECORDED');
      expect(events).toHaveLength(2);
    });

    it('refuse a failure without a word, an item that is none, and results that are none', async () => {
      const { body } = await put(first, application.id, 'ags_valid', { result: 'failed' }).expect(422);
      expect(body).toMatchObject({ code: 'FORMAL_CHECK.COMMENT_NEEDED', errors: [{ path: 'comment' }] });
      await put(first, application.id, 'ags_valid', { result: 'failed', comment: '  ' }).expect(422);
      const unknown = await put(first, application.id, 'beauty', { result: 'passed' }).expect(422);
      expect(unknown.body.code).toBe('FORMAL_CHECK.UNKNOWN_ITEM');
      await put(first, application.id, 'ags_valid', { result: 'pending' }).expect(400);
      await put(first, application.id, 'ags_valid', { result: 'passed', by: 'me' }).expect(400);
      expect((await scene.itemOf(application.id, 'ags_valid'))?.result).toBeNull();
    });

    it('are the examiners’ business; coordinators and auditors read, everybody else knows of nothing', async () => {
      for (const persona of ['koordination@demo.example', 'revision@demo.example'] as const) {
        const client = await api.signIn(persona);
        await client.get(`/applications/${application.id}/formal-check`).expect(200);
        await put(client, application.id, 'ags_valid', { result: 'passed' }).expect(403);
        await decide(client, application.id, { outcome: 'accepted' }).expect(403);
      }
      for (const persona of [
        'jury01@demo.example',
        'vorsitz@demo.example',
        'gutachten01@demo.example',
        'admin@demo.example',
        'fremd@demo.example',
      ] as const) {
        const client = await api.signIn(persona);
        await client.get(`/applications/${application.id}/formal-check`).expect(404);
        await put(client, application.id, 'ags_valid', { result: 'passed' }).expect(404);
      }
      const auditor = await api.signIn('revision@demo.example');
      await auditor
        .post(`/applications/${application.id}/supplement-requests`, {
          dueOn: dayFromNow(5),
          documentKeys: ['letters'],
          message: 'Bitte nachreichen.',
        })
        .expect(403);
    });
  });

  describe('the desk', () => {
    it('shows how far each application is and what is to be done, without the content of one in conflict', async () => {
      const { call, received } = await scene.begin([0, 1, 2, 3]);
      const [a, b, c, d] = received.map(({ id }) => id) as [string, string, string, string];
      await put(first, a, 'ags_valid', { result: 'passed' }).expect(200);
      await put(first, b, 'ags_valid', { result: 'failed', comment: 'Falscher Schlüssel' }).expect(200);
      await decide(first, b, { outcome: 'rejected', reason: 'Falscher Schlüssel' }).expect(200);
      await first
        .post(`/applications/${c}/supplement-requests`, {
          dueOn: dayFromNow(3),
          documentKeys: ['letters'],
          message: 'Bitte nachreichen.',
        })
        .expect(201);
      await coordinator
        .post(`/calls/${call.id}/conflicts`, {
          applicationId: d,
          accountId: first.accountId,
          ground: 'economic',
          note: 'Berät die Kommune.',
        })
        .expect(201);
      const desk = async (client: Client, query = ''): Promise<FormalCheckListItem[]> =>
        (await client.get(`/calls/${call.id}/formal-checks${query}`).expect(200)).body.items;
      const rows = await desk(first);
      expect(rows).toMatchObject([
        { applicationId: a, itemsExamined: 1, itemsFailed: 0, itemsTotal: 8, awaitsSecondExaminer: false },
        { applicationId: b, itemsExamined: 1, itemsFailed: 1, awaitsSecondExaminer: true, isOwnRejection: true },
        { applicationId: c, state: 'supplement_requested', supplementDueOn: dayFromNow(3), isSupplementOverdue: false },
        { applicationId: d, isRecused: true, title: null, leadName: null, itemsExamined: null },
      ]);
      const ids = async (task: string) =>
        (await desk(second, `?task=${task}`)).map(({ applicationId }) => applicationId);
      expect(await ids('open')).toEqual([a, d]);
      expect(await ids('second_examiner')).toEqual([b]);
      expect(await ids('supplement')).toEqual([c]);
      expect(await ids('supplement_overdue')).toEqual([]);
      expect(await ids('decided')).toEqual([]);
      await (await api.signIn('jury01@demo.example')).get(`/calls/${call.id}/formal-checks`).expect(404);
    });

    it('keeps the call in its stage while anything is open', async () => {
      const {
        call,
        received: [received],
      } = await scene.begin([0]);
      const readiness = async () => (await coordinator.get(`/calls/${call.id}/readiness`).expect(200)).body;
      const codes = async () =>
        (await readiness()).missing.filter(
          ({ applicationId }: { applicationId?: string }) => applicationId === received?.id,
        );
      expect(await codes()).not.toHaveLength(0);
      await scene.passAll(first, received?.id ?? '');
      await decide(first, received?.id ?? '', { outcome: 'accepted' }).expect(200);
      expect(await codes()).toHaveLength(0);
    });
  });
});
