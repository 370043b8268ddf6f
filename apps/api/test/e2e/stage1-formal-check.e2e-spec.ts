import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type {
  ApplicationResponse,
  CallResponse,
  CheckItemResponse,
  FormalCheckListItem,
  FormalCheckResponse,
} from '@kuer/contract';
import {
  applicationOf,
  EVERYBODY,
  eventsOf,
  pdf,
  receive,
  startStage1,
  type TownIndex,
  town,
} from '../support/applications.js';
import type { Client } from '../support/client.js';
import type { TestApi } from '../support/start-api.js';

jest.setTimeout(60_000);

const DAY = 24 * 60 * 60 * 1000;
const dayFromNow = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

const DOCUMENTS = [
  { key: 'project_outline', label: { de: 'Projektskizze', en: 'Project outline' }, required: true },
  {
    key: 'council_resolution',
    label: { de: 'Ratsbeschluss', en: 'Council resolution' },
    required: true,
    deadline: dayFromNow(30),
  },
  { key: 'letters', label: { de: 'Absichtserklärungen', en: 'Letters of intent' }, required: false },
];
const RULES = ['ags_valid', 'single_participation', 'size_class_plausible', 'phase_stated', 'funding_within_limit'];

describe('the formal check over HTTP', () => {
  let api: TestApi;
  let coordinator: Client;
  let first: Client;
  let second: Client;
  let call: CallResponse;

  beforeAll(async () => {
    api = await startStage1();
    coordinator = await api.signIn('koordination@demo.example');
    first = await api.signIn('pruefung1@demo.example');
    second = await api.signIn('pruefung2@demo.example');
  });
  afterAll(() => api?.close());

  /** A call with its own documents, in the formal check. */
  async function callInFormalCheck(applications: TownIndex[] = []): Promise<ApplicationResponse[]> {
    const draft = await api.createCall({ members: EVERYBODY });
    const settings = {
      ...draft.settings,
      documents: DOCUMENTS,
      budget: { total: 300_000_000, perProjectMax: 15_000_000, count: { min: 1, max: 32 } },
      dates: { submissionEndsOn: dayFromNow(-1) },
    };
    await coordinator.patch(`/calls/${draft.id}`, { version: draft.version, settings }).expect(200);
    const received: ApplicationResponse[] = [];
    for (const index of applications) received.push(await receive(coordinator, draft.id, applicationOf(index)));
    // The gates of the call are not the matter here: the stage is set as its own act would set it.
    await coordinator.post(`/calls/${draft.id}/transitions`, { to: 'formal_check' }).expect(200);
    call = { ...draft, state: 'formal_check' };
    return received;
  }

  const checkOf = async (client: Client, id: string): Promise<FormalCheckResponse> =>
    (await client.get(`/applications/${id}/formal-check`).expect(200)).body;
  const itemOf = async (id: string, key: string): Promise<CheckItemResponse | undefined> =>
    (await checkOf(first, id)).items.find((item) => item.key === key);
  const put = (client: Client, id: string, key: string, body: object) =>
    client.put(`/applications/${id}/formal-check/items/${key}`, body);
  const decide = (client: Client, id: string, body: object) =>
    client.post(`/applications/${id}/formal-check/decisions`, body);
  const upload = (id: string, documentKey: string, content = pdf(documentKey)) =>
    coordinator
      .post(`/applications/${id}/attachments`)
      .field('documentKey', documentKey)
      .attach('file', content, `${documentKey}.pdf`)
      .expect(201);
  const stateOf = async (id: string) =>
    (await api.look<{ state: string }>('SELECT state FROM kuer.applications WHERE id = $1', [id]))[0]?.state;

  async function passAll(client: Client, id: string, except: readonly string[] = []): Promise<void> {
    for (const { key } of (await checkOf(client, id)).items) {
      if (!except.includes(key)) await put(client, id, key, { result: 'passed' }).expect(200);
    }
  }

  describe('check items', () => {
    let application: ApplicationResponse;
    beforeAll(async () => {
      const [received] = await callInFormalCheck([0]);
      if (!received) throw new Error('nothing received');
      application = received;
    });

    it('begin with the stage of the call, for every application at once', async () => {
      expect(await stateOf(application.id)).toBe('in_formal_check');
      // One that comes in later goes straight into the check.
      const late = await receive(coordinator, call.id, applicationOf(1));
      expect(late.state).toBe('in_formal_check');
    });

    it('are the documents of the call and the fixed rules, with what the system finds', async () => {
      const check = await checkOf(first, application.id);
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
      expect((await checkOf(coordinator, application.id)).abilities).toEqual(['supplement.send']);
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
      await upload(application.id, 'council_resolution');
      expect(await itemOf(application.id, 'document_council_resolution')).toMatchObject({
        suggestion: 'passed',
        finding: null,
      });
      // The call took no more since yesterday: whether that counts is the examiner's word.
      await upload(application.id, 'project_outline');
      expect(await itemOf(application.id, 'document_project_outline')).toMatchObject({
        suggestion: null,
        finding: '“Project outline” arrived after its deadline.',
      });
      const other = await receive(
        coordinator,
        call.id,
        applicationOf(2, { partners: [town(0)], fundingRequested: 20_000_000 }),
      );
      expect(await itemOf(application.id, 'single_participation')).toMatchObject({
        suggestion: 'failed',
        finding: `“Auenstedt” takes part in ${other.number} too. A body can take part in one application.`,
      });
      expect(await itemOf(other.id, 'funding_within_limit')).toMatchObject({
        suggestion: 'failed',
        finding: '€20,000,000.00 are asked for; at most €15,000,000.00 are allowed.',
      });
      await coordinator.post(`/applications/${other.id}/withdraw`, { reason: 'Doppelte Beteiligung' }).expect(200);
      expect((await itemOf(application.id, 'single_participation'))?.suggestion).toBe('passed');
      const odd = await receive(
        coordinator,
        call.id,
        applicationOf(3, { sizeClass: 'landgemeinde', population: 120_000 }),
      );
      expect((await itemOf(odd.id, 'size_class_plausible'))?.finding).toContain('“Smaller city” would be expected');
    });

    it('are recorded with who and when, once, and not over somebody else’s result', async () => {
      const key = 'phase_stated';
      const { body } = await put(first, application.id, key, { result: 'passed', version: 0 }).expect(200);
      expect(body).toMatchObject({ key, result: 'passed', examinedBy: 'Petra Rüfer', version: 1 });
      // A second click is no second examination.
      await put(second, application.id, key, { result: 'passed', version: 1 }).expect(200);
      expect((await itemOf(application.id, key))?.examinedBy).toBe('Petra Rüfer');
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
      expect((await itemOf(application.id, 'ags_valid'))?.result).toBeNull();
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

  describe('acceptance', () => {
    let id: string;
    beforeEach(async () => {
      const [received] = await callInFormalCheck([0]);
      id = received?.id ?? '';
    });

    it('names the items that are open or failed, and follows when none is', async () => {
      const open = await decide(first, id, { outcome: 'accepted' }).expect(422);
      expect(open.body.code).toBe('FORMAL_CHECK.ITEMS_OPEN');
      // The council resolution may still follow and the letters are optional, so that nobody waits for them.
      expect(open.body.errors.map(({ path }: { path: string }) => path)).toEqual([
        'items.document_project_outline',
        ...RULES.map((key) => `items.${key}`),
      ]);
      expect(open.body.errors[0].message).toBe('“Project outline” has not been examined yet. Please record a result.');
      await passAll(first, id, ['document_project_outline', 'document_council_resolution']);
      await put(first, id, 'document_project_outline', { result: 'failed', comment: 'Seite 3 fehlt.' }).expect(200);
      const failed = await decide(first, id, { outcome: 'accepted' }).expect(422);
      expect(failed.body).toMatchObject({
        code: 'FORMAL_CHECK.ITEMS_FAILED',
        errors: [{ path: 'items.document_project_outline', message: '“Project outline” has failed.' }],
      });
      expect(await stateOf(id)).toBe('in_formal_check');

      await put(second, id, 'document_project_outline', { result: 'passed', comment: 'Seite 3 gefunden.' }).expect(200);
      const { body } = await decide(first, id, { outcome: 'accepted' }).expect(200);
      expect(body).toMatchObject({
        state: 'formally_accepted',
        decision: { outcome: 'accepted', decidedBy: 'Petra Rüfer', isFinal: true, confirmedBy: null },
        abilities: [],
      });
      const [event] = await api.look<{ payload: object }>(
        `SELECT payload FROM kuer.audit_events WHERE application_id = $1 AND type = 'APPLICATION_FORMALLY_ACCEPTED'`,
        [id],
      );
      expect(event?.payload).toMatchObject({ outstandingDocuments: ['document_council_resolution'] });
    });

    it('closes the check: nothing is decided, examined or edited a second time', async () => {
      await passAll(first, id);
      await decide(first, id, { outcome: 'accepted' }).expect(200);
      const again = await decide(second, id, { outcome: 'accepted' }).expect(409);
      expect(again.body.code).toBe('FORMAL_CHECK.NOT_IN_CHECK');
      expect((await put(first, id, 'ags_valid', { result: 'not_applicable' }).expect(409)).body.code).toBe(
        'FORMAL_CHECK.NOT_IN_CHECK',
      );
      const edit = await coordinator.patch(`/applications/${id}`, { version: 2, title: 'Neuer Titel' }).expect(403);
      expect(edit.body.code).toBe('POLICY.FORMAL_CHECK_DECIDED');
      // A document with a later deadline of its own may still come.
      await upload(id, 'council_resolution');
    });
  });

  describe('rejection', () => {
    let id: string;
    beforeEach(async () => {
      const [received] = await callInFormalCheck([0]);
      id = received?.id ?? '';
    });

    it('needs a failed item, a reason, and two different examiners (I4)', async () => {
      const nothing = await decide(first, id, { outcome: 'rejected', reason: 'Gefällt nicht' }).expect(422);
      expect(nothing.body.code).toBe('FORMAL_CHECK.NOTHING_FAILED');
      await put(first, id, 'document_project_outline', { result: 'failed', comment: 'Fehlt.' }).expect(200);
      const mute = await decide(first, id, { outcome: 'rejected', reason: ' ' }).expect(422);
      expect(mute.body).toMatchObject({ code: 'FORMAL_CHECK.REASON_NEEDED', errors: [{ path: 'reason' }] });

      const proposed = await decide(first, id, { outcome: 'rejected', reason: 'Die Projektskizze fehlt.' }).expect(200);
      expect(proposed.body).toMatchObject({
        state: 'in_formal_check',
        decision: { outcome: 'rejected', decidedBy: 'Petra Rüfer', confirmedBy: null, isFinal: false, isOwn: true },
      });
      const alone = await decide(first, id, { outcome: 'rejected', reason: 'Die Projektskizze fehlt.' }).expect(409);
      expect(alone.body.code).toBe('FORMAL_CHECK.SECOND_EXAMINER_NEEDED');
      expect(await stateOf(id)).toBe('in_formal_check');
      expect((await checkOf(second, id)).decision).toMatchObject({ isFinal: false, isOwn: false });

      const confirmed = await decide(second, id, { outcome: 'rejected' }).expect(200);
      expect(confirmed.body).toMatchObject({
        state: 'formally_rejected',
        decision: {
          outcome: 'rejected',
          decidedBy: 'Petra Rüfer',
          confirmedBy: 'Paul Rühl',
          isFinal: true,
          reason: 'Die Projektskizze fehlt.',
        },
      });
      expect((await eventsOf(api, id)).slice(-3)).toEqual([
        'FORMAL_REJECTION_PROPOSED',
        'FORMAL_REJECTION_CONFIRMED',
        'APPLICATION_STATE_CHANGED',
      ]);
      await decide(second, id, { outcome: 'rejected' }).expect(409);
    });

    it('is confirmed once, when two send it at the same moment', async () => {
      await put(first, id, 'document_project_outline', { result: 'failed', comment: 'Fehlt.' }).expect(200);
      await decide(first, id, { outcome: 'rejected', reason: 'Die Projektskizze fehlt.' }).expect(200);
      const answers = await Promise.all([1, 2, 3].map(() => decide(second, id, { outcome: 'rejected' })));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
      const rows = await api.look('SELECT 1 FROM kuer.formal_check_decisions WHERE application_id = $1', [id]);
      expect(rows).toHaveLength(2);
    });

    it('is off the table when the applicant is asked, and when the other examiner accepts', async () => {
      await passAll(first, id, ['document_project_outline']);
      await put(first, id, 'document_project_outline', { result: 'failed', comment: 'Fehlt.' }).expect(200);
      await decide(first, id, { outcome: 'rejected', reason: 'Die Projektskizze fehlt.' }).expect(200);
      const { body: asked } = await second
        .post(`/applications/${id}/supplement-requests`, {
          dueOn: dayFromNow(14),
          documentKeys: ['project_outline'],
          message: 'Bitte die Skizze nachreichen.',
        })
        .expect(201);
      expect((await checkOf(first, id)).decision).toBeNull();
      await coordinator.post(`/supplement-requests/${asked.id}/answer`, { answer: 'Liegt bei.' }).expect(200);
      // The first examiner's word of before does not make a second one now.
      const anew = await decide(second, id, { outcome: 'rejected', reason: 'Immer noch unvollständig.' }).expect(200);
      expect(anew.body.decision).toMatchObject({ isFinal: false, decidedBy: 'Paul Rühl' });
      await put(first, id, 'document_project_outline', { result: 'passed' }).expect(200);
      expect((await decide(first, id, { outcome: 'accepted' }).expect(200)).body.state).toBe('formally_accepted');
      expect((await eventsOf(api, id)).filter((type) => type === 'FORMAL_REJECTION_DISCARDED')).toHaveLength(2);
    });

    it('can be taken up again with a reason, and then needs two once more', async () => {
      await put(first, id, 'document_project_outline', { result: 'failed', comment: 'Fehlt.' }).expect(200);
      const reopen = (client: Client, reason = 'Die Skizze lag in der Poststelle.') =>
        client.post(`/applications/${id}/formal-check/reopen`, { reason });
      expect((await reopen(first).expect(409)).body.code).toBe('APPLICATION.TRANSITION_NOT_ALLOWED');
      await decide(first, id, { outcome: 'rejected', reason: 'Die Projektskizze fehlt.' }).expect(200);
      await decide(second, id, { outcome: 'rejected' }).expect(200);
      await reopen(coordinator).expect(403);
      await reopen(first, 'weil').expect(400);
      const { body } = await reopen(first).expect(200);
      expect(body).toMatchObject({ state: 'in_formal_check', decision: null });
      // Neither of the two words of before counts: the next rejection is proposed again.
      const anew = await decide(second, id, { outcome: 'rejected', reason: 'Immer noch nicht da.' }).expect(200);
      expect(anew.body).toMatchObject({ state: 'in_formal_check', decision: { isFinal: false, isOwn: true } });
      expect(await eventsOf(api, id)).toContain('FORMAL_CHECK_REOPENED');
    });

    it('can not be had from the database by one alone', async () => {
      await expect(
        api.look(`UPDATE kuer.applications SET state = 'formally_rejected' WHERE id = $1`, [id]),
      ).rejects.toThrow('a formal rejection needs two examiners');
    });
  });

  describe('supplement requests', () => {
    let id: string;
    const ask = (client: Client, change: object = {}) =>
      client.post(`/applications/${id}/supplement-requests`, {
        dueOn: dayFromNow(14),
        documentKeys: ['project_outline'],
        message: 'Bitte reichen Sie die Projektskizze nach.',
        ...change,
      });
    beforeEach(async () => {
      const draft = await callInFormalCheck([0]);
      id = draft[0]?.id ?? '';
    });

    it('stop the decision, go on record with the letter that was sent, and come back with the answer', async () => {
      const { body: before } = await coordinator.get(`/applications/${id}`).expect(200);
      await coordinator
        .patch(`/applications/${id}`, { version: before.version, contactEmail: 'amt@auenstedt.example' })
        .expect(200);
      const { body: asked } = await ask(first).expect(201);
      expect(asked).toMatchObject({ sentBy: 'Petra Rüfer', dueOn: dayFromNow(14), answeredAt: null, isOverdue: false });
      expect(await stateOf(id)).toBe('supplement_requested');
      const [notice] = await api.look(
        'SELECT kind, recipients, subject, body FROM kuer.notices WHERE application_id = $1',
        [id],
      );
      expect(notice).toMatchObject({
        kind: 'supplement_request',
        recipients: ['amt@auenstedt.example'],
        subject: 'Nachforderung zu Ihrer Bewerbung B-001',
      });
      expect(notice?.body).toContain('– Projektskizze');

      const blocked = await decide(first, id, { outcome: 'accepted' }).expect(409);
      expect(blocked.body.code).toBe('FORMAL_CHECK.SUPPLEMENT_OPEN');
      await second.post(`/supplement-requests/${asked.id}/answer`, { answer: 'Liegt bei.' }).expect(403);
      // What the applicant sends within the time it was given is not late.
      await upload(id, 'project_outline');
      const { body: answered } = await coordinator
        .post(`/supplement-requests/${asked.id}/answer`, { answer: 'Liegt bei.' })
        .expect(200);
      expect(answered).toMatchObject({ answer: 'Liegt bei.' });
      expect(await stateOf(id)).toBe('in_formal_check');
      expect((await itemOf(id, 'document_project_outline'))?.suggestion).toBe('passed');
      const twice = await coordinator.post(`/supplement-requests/${asked.id}/answer`, { answer: 'Noch einmal.' });
      expect([twice.status, twice.body.code]).toEqual([409, 'SUPPLEMENT.ALREADY_ANSWERED']);
      expect(await eventsOf(api, id)).toEqual(expect.arrayContaining(['SUPPLEMENT_REQUESTED', 'SUPPLEMENT_ANSWERED']));
    });

    it('wait for the last one where several are out', async () => {
      const { body: one } = await ask(first).expect(201);
      const { body: other } = await ask(coordinator, { documentKeys: ['letters'] }).expect(201);
      await coordinator.post(`/supplement-requests/${one.id}/answer`, { answer: 'Liegt bei.' }).expect(200);
      expect(await stateOf(id)).toBe('supplement_requested');
      await coordinator.post(`/supplement-requests/${other.id}/answer`, { answer: 'Liegt bei.' }).expect(200);
      expect(await stateOf(id)).toBe('in_formal_check');
    });

    it('refuse today and earlier, documents that are none, and a message without words', async () => {
      for (const dueOn of [
        dayFromNow(-1),
        new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' }).format(new Date()),
      ]) {
        const past = await ask(first, { dueOn }).expect(422);
        expect(past.body).toMatchObject({ code: 'SUPPLEMENT.DUE_NOT_IN_FUTURE', errors: [{ path: 'dueOn' }] });
      }
      expect((await ask(first, { documentKeys: ['diploma'] }).expect(422)).body.code).toBe(
        'SUPPLEMENT.UNKNOWN_DOCUMENT',
      );
      expect((await ask(first, { documentKeys: [] }).expect(422)).body.code).toBe('SUPPLEMENT.NO_DOCUMENT');
      await ask(first, { dueOn: '2031-02-30' }).expect(400);
      await ask(first, { message: 'Bitte' }).expect(400);
      expect(await stateOf(id)).toBe('in_formal_check');
      expect(await api.look('SELECT 1 FROM kuer.supplement_requests WHERE application_id = $1', [id])).toHaveLength(0);
    });
  });

  describe('the desk', () => {
    it('shows how far each application is and what is to be done, without the content of one in conflict', async () => {
      const received = await callInFormalCheck([0, 1, 2, 3]);
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
      const [received] = await callInFormalCheck([0]);
      const readiness = async () => (await coordinator.get(`/calls/${call.id}/readiness`).expect(200)).body;
      const codes = async () =>
        (await readiness()).missing.filter(
          ({ applicationId }: { applicationId?: string }) => applicationId === received?.id,
        );
      expect(await codes()).not.toHaveLength(0);
      await passAll(first, received?.id ?? '');
      await decide(first, received?.id ?? '', { outcome: 'accepted' }).expect(200);
      expect(await codes()).toHaveLength(0);
    });
  });
});
