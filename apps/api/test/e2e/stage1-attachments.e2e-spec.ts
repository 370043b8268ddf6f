import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { ApplicationResponse, CallResponse } from '@kuer/contract';
import { applicationOf, EVERYBODY, eventsOf, pdf, receive, startStage1 } from '../support/applications.js';
import type { Client } from '../support/client.js';
import type { TestApi } from '../support/start-api.js';

jest.setTimeout(60_000);

describe('documents over HTTP', () => {
  let api: TestApi;
  let coordinator: Client;
  let call: CallResponse;
  let application: ApplicationResponse;

  beforeAll(async () => {
    api = await startStage1();
    coordinator = await api.signIn('koordination@demo.example');
    call = await api.createCall({ members: EVERYBODY });
    application = await receive(coordinator, call.id, applicationOf(0));
  });
  afterAll(() => api?.close());

  const send = (
    content: Buffer,
    name = 'skizze.pdf',
    documentKey = 'project_outline',
    client = coordinator,
    id = application.id,
  ) => client.post(`/applications/${id}/attachments`).field('documentKey', documentKey).attach('file', content, name);
  const rows = async () =>
    (
      await api.look<{ count: number }>(
        'SELECT count(*)::int AS count FROM kuer.attachments WHERE application_id = $1',
        [application.id],
      )
    )[0]?.count;

  it('are kept to the byte, with their hash and their name, and come back as a file that nothing runs', async () => {
    const content = pdf('Auenstedt');
    const { body } = await send(content, 'Projektskizze Größe & „Mitte“.pdf').expect(201);
    expect(body).toMatchObject({
      documentKey: 'project_outline',
      fileName: 'Projektskizze Größe & „Mitte“.pdf',
      mediaType: 'application/pdf',
      size: content.length,
      sha256: createHash('sha256').update(content).digest('hex'),
    });
    const got = await coordinator.get(`/attachments/${body.id}/content`).buffer(true).expect(200);
    expect(Buffer.compare(got.body as Buffer, content)).toBe(0);
    expect(got.headers['content-type']).toBe('application/pdf');
    expect(got.headers['content-disposition']).toMatch(
      /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''Projektskizze%20Gr%C3%B6%C3%9Fe/,
    );
    expect(got.headers['content-security-policy']).toBe("sandbox; default-src 'none'");
    expect(got.headers['x-content-type-options']).toBe('nosniff');
    expect(got.headers['cache-control']).toContain('no-store');
    const { body: list } = await coordinator.get(`/applications/${application.id}/attachments`).expect(200);
    expect(list.items).toEqual([body]);
    expect((await coordinator.get(`/applications/${application.id}`).expect(200)).body.attachments).toEqual([body]);
    expect(await eventsOf(api, application.id)).toContain('ATTACHMENT_ADDED');
  });

  it('are refused when they are not what they say they are', async () => {
    const before = await rows();
    const cases: [Buffer, string, number, string][] = [
      [
        Buffer.from('<!doctype html><html><body><script>alert(1)</script></body></html>'),
        'skizze.pdf',
        415,
        'ATTACHMENT.NOT_A_PDF',
      ],
      [Buffer.from('PK\u0003\u0004 no pdf either'), 'skizze.pdf', 415, 'ATTACHMENT.NOT_A_PDF'],
      [Buffer.alloc(0), 'leer.pdf', 422, 'ATTACHMENT.EMPTY'],
      [pdf().subarray(0, 60), 'halb.pdf', 422, 'ATTACHMENT.TRUNCATED'],
      [
        Buffer.concat([pdf(), Buffer.from('<html><script>1</script></html>')]),
        'doppelt.pdf',
        422,
        'ATTACHMENT.AMBIGUOUS',
      ],
      [
        Buffer.from(
          pdf()
            .toString('latin1')
            .replace('/Type /Catalog', '/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert(1)) >>'),
          'latin1',
        ),
        'aktiv.pdf',
        422,
        'ATTACHMENT.ACTIVE_CONTENT',
      ],
      [
        Buffer.from(pdf().toString('latin1').replace('/Root 1 0 R', '/Root 1 0 R /Encrypt 9 0 R'), 'latin1'),
        'geheim.pdf',
        422,
        'ATTACHMENT.ENCRYPTED',
      ],
    ];
    for (const [content, name, status, code] of cases) {
      const { body } = await send(content, name).expect(status);
      expect(body).toMatchObject({ code, errors: [{ path: 'file', code }] });
      expect(body.detail).toContain(name);
    }
    expect(await rows()).toBe(before);
  });

  it('are refused when they are too large, missing, twice the same, or no document of the call', async () => {
    const before = await rows();
    const large = Buffer.concat([
      Buffer.from('%PDF-1.4\n'),
      Buffer.alloc(25 * 1024 * 1024, 0x20),
      Buffer.from('\n%%EOF'),
    ]);
    const tooLarge = await send(large, 'gross.pdf').expect(413);
    expect(tooLarge.body).toMatchObject({ code: 'ATTACHMENT.TOO_LARGE' });
    expect(tooLarge.body.detail).toContain('25 MB');
    const missing = await coordinator
      .post(`/applications/${application.id}/attachments`)
      .field('documentKey', 'project_outline')
      .expect(400);
    expect(missing.body.errors).toMatchObject([{ path: 'file', code: 'FIELD.REQUIRED' }]);
    const twice = await send(pdf('Auenstedt'), 'noch-einmal.pdf').expect(409);
    expect(twice.body.code).toBe('ATTACHMENT.ALREADY_THERE');
    const foreign = await send(pdf('x'), 'x.pdf', 'diploma').expect(422);
    expect(foreign.body).toMatchObject({ code: 'ATTACHMENT.DOCUMENT_UNKNOWN', errors: [{ path: 'documentKey' }] });
    expect(foreign.body.detail).toContain('Project outline (project_outline)');
    await send(pdf('x'), 'x.pdf', 'Project Outline').expect(400);
    await coordinator
      .post(`/applications/${application.id}/attachments`, { documentKey: 'project_outline' })
      .expect(415);
    await coordinator
      .post(`/applications/${application.id}/attachments`)
      .field('documentKey', 'project_outline')
      .field('rank', '1')
      .attach('file', pdf('y'), 'y.pdf')
      .expect(400);
    expect(await rows()).toBe(before);
  });

  it('are never a way out of the folder, whatever their name says', async () => {
    const { body } = await send(pdf('Pfad'), '..\\..\\windows\\system.pdf').expect(201);
    expect(body.fileName).toBe('system.pdf');
  });

  it('can be taken out again, stay on file, and are traced', async () => {
    const { body } = await send(pdf('falsch'), 'falsch.pdf', 'cost_plan').expect(201);
    await coordinator.delete(`/attachments/${body.id}`).expect(204);
    await coordinator.get(`/attachments/${body.id}/content`).expect(404);
    await coordinator.delete(`/attachments/${body.id}`).expect(404);
    const { body: list } = await coordinator.get(`/applications/${application.id}/attachments`).expect(200);
    expect(list.items.map(({ id }: { id: string }) => id)).not.toContain(body.id);
    const [kept] = await api.look(
      'SELECT removed_by FROM kuer.attachments JOIN kuer.attachment_contents ON attachment_id = id WHERE id = $1',
      [body.id],
    );
    expect(kept?.removed_by).toBe(coordinator.accountId);
    expect(await eventsOf(api, application.id)).toContain('ATTACHMENT_REMOVED');
    // The same file may come again after that.
    await send(pdf('falsch'), 'falsch.pdf', 'cost_plan').expect(201);
  });

  it('are read by those who read the application, decided anew at each download', async () => {
    const { body: list } = await coordinator.get(`/applications/${application.id}/attachments`).expect(200);
    const content = `/attachments/${list.items[0].id}/content`;
    for (const persona of ['pruefung1@demo.example', 'revision@demo.example'] as const) {
      const client = await api.signIn(persona);
      await client.get(content).expect(200);
      await send(pdf('z'), 'z.pdf', 'project_outline', client).expect(403);
      await client.delete(`/attachments/${list.items[0].id}`).expect(403);
    }
    for (const persona of [
      'gutachten01@demo.example',
      'jury01@demo.example',
      'admin@demo.example',
      'fremd@demo.example',
    ] as const) {
      const client = await api.signIn(persona);
      await client.get(content).expect(404);
      await client.get(`/applications/${application.id}/attachments`).expect(404);
      await send(pdf('z'), 'z.pdf', 'project_outline', client).expect(404);
    }
    await api.anonymous().get(content).expect(401);
    // A conflict that comes up later closes the next download.
    const examiner = await api.signIn('pruefung1@demo.example');
    await examiner.post(`/calls/${call.id}/conflicts`, { applicationId: application.id, ground: 'family' }).expect(201);
    await examiner.get(content).expect(404);
    await examiner.get(`/applications/${application.id}/attachments`).expect(403);
  });
});
