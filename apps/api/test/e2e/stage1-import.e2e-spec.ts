import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import type { CallResponse, ImportResponse } from '@kuer/contract';
import { strToU8, zipSync } from 'fflate';
import { prepareSheet, writeXlsx } from '../../src/exports/spreadsheet/write-xlsx.js';
import { applicationOf, EVERYBODY, eventsOf, receive, startStage1, town } from '../support/applications.js';
import type { Client } from '../support/client.js';
import type { TestApi } from '../support/start-api.js';

jest.setTimeout(90_000);

type Row = Readonly<Record<string, string>>;
const COLUMNS = [
  'Nummer',
  'Titel',
  'Federführende Kommune',
  'AGS',
  'Kooperationspartner',
  'Gemeindegrößenklasse',
  'Gruppe',
  'Phase',
  'Beantragte Förderung (EUR)',
  'Einwohnerzahl',
];

/** A row that nothing is wrong with, of a municipality that does not exist. */
const row = (index: number, change: Row = {}): Row => ({
  Nummer: '',
  Titel: `Vorhaben ${index}`,
  'Federführende Kommune': `Ort ${index}`,
  AGS: `05978${String(index).padStart(3, '0')}`,
  Kooperationspartner: '',
  Gemeindegrößenklasse: 'Kleinere Mittelstadt',
  Gruppe: 'Mittelstädte',
  Phase: 'A',
  'Beantragte Förderung (EUR)': '4.250.000,00',
  Einwohnerzahl: '32000',
  ...change,
});
const quoted = (cell: string): string => (cell.includes(';') ? `"${cell}"` : cell);
const csv = (rows: readonly Row[]): Buffer => {
  const lines = [COLUMNS, ...rows.map((one) => COLUMNS.map((column) => one[column] ?? ''))];
  return Buffer.from(lines.map((cells) => cells.map(quoted).join(';')).join('\r\n'));
};
const xlsx = (rows: readonly Row[]): Promise<Buffer> =>
  writeXlsx([
    prepareSheet({
      name: 'Bewerbungen',
      columns: COLUMNS.map((heading) => ({ heading, value: (one: Row) => one[heading] ?? '' })),
      rows,
    }),
  ]);

describe('imports over HTTP', () => {
  let api: TestApi;
  let coordinator: Client;
  let call: CallResponse;

  beforeAll(async () => {
    api = await startStage1();
    coordinator = await api.signIn('koordination@demo.example');
  });
  afterAll(() => api?.close());
  beforeEach(async () => {
    call = await api.createCall({ members: EVERYBODY });
  });

  const send = (file: Buffer, name: string, query = '', client = coordinator) =>
    client.post(`/calls/${call.id}/applications/import${query}`).attach('file', file, name);
  const count = async () => (await api.look('SELECT 1 FROM kuer.applications WHERE call_id = $1', [call.id])).length;
  const callEvents = async () =>
    (
      await api.look<{ type: string }>('SELECT type FROM kuer.audit_events WHERE call_id = $1 ORDER BY seq', [call.id])
    ).map(({ type }) => type);

  it('take xlsx, csv and json alike, and give numbers in the order of the rows', async () => {
    const rows = [
      row(1),
      row(2, { Nummer: 'B-040', Kooperationspartner: 'Halle (Saale) (15002000); Verein Auental' }),
      row(3),
    ];
    const files: [Buffer, string][] = [
      [await xlsx(rows), 'bewerbungen.xlsx'],
      [csv(rows), 'bewerbungen.csv'],
      [
        Buffer.from(
          JSON.stringify(
            rows.map((one) => ({
              number: one.Nummer || null,
              title: one.Titel,
              leadName: one['Federführende Kommune'],
              leadAgs: one.AGS,
              partners: one.Kooperationspartner
                ? [{ name: 'Halle (Saale)', ags: '15002000' }, { name: 'Verein Auental' }]
                : [],
              sizeClass: 'kleinere-mittelstadt',
              portfolioGroup: 'mittelstaedte',
              phase: 'A',
              fundingRequested: 4250000,
              population: 32000,
            })),
          ),
        ),
        'bewerbungen.json',
      ],
    ];
    const results: unknown[] = [];
    for (const [file, name] of files) {
      call = await api.createCall({ members: EVERYBODY });
      const { body } = await send(file, name).expect(200);
      expect(body).toMatchObject({
        dryRun: false,
        committed: true,
        counts: { new: 3, changed: 0, unchanged: 0, wrong: 0 },
      });
      const { body: list } = await coordinator.get(`/calls/${call.id}/applications`).expect(200);
      results.push(list.items.map(({ id, ...item }: { id: string }) => item));
      expect(await callEvents()).toContain('APPLICATIONS_IMPORTED');
      const partnered = list.items.find(({ number }: { number: string }) => number === 'B-040');
      expect((await coordinator.get(`/applications/${partnered.id}`).expect(200)).body.partners).toEqual([
        { name: 'Halle (Saale)', ags: '15002000', kind: null },
        { name: 'Verein Auental', ags: null, kind: null },
      ]);
    }
    expect(results[0]).toMatchObject([{ number: 'B-040' }, { number: 'B-041' }, { number: 'B-042' }]);
    expect(results[1]).toEqual(results[0]);
    expect(results[2]).toEqual(results[0]);
  });

  it('say in a dry run what would happen, and do nothing', async () => {
    const { body } = await send(csv([row(1), row(2)]), 'b.csv', '?dryRun=true').expect(200);
    expect(body).toMatchObject({ dryRun: true, committed: false, counts: { new: 2, wrong: 0 } });
    expect(body.rows).toMatchObject([
      {
        line: 2,
        outcome: 'new',
        number: null,
        leadName: 'Ort 1',
        title: 'Vorhaben 1',
        applicationId: null,
        errors: [],
      },
      { line: 3, outcome: 'new' },
    ]);
    expect(await count()).toBe(0);
    expect(await callEvents()).not.toContain('APPLICATIONS_IMPORTED');
    await send(csv([row(1)]), 'b.csv', '?dryRun=maybe').expect(400);
  });

  it('tell new from changed and unchanged, field by field, and change only what differs', async () => {
    await send(csv([row(1), row(2)]), 'b.csv').expect(200);
    const again = csv([row(1), row(2, { Titel: 'Anderes', 'Beantragte Förderung (EUR)': '5000000' }), row(3)]);
    const { body } = await send(again, 'b.csv').expect(200);
    expect(body.counts).toEqual({ new: 1, changed: 1, unchanged: 1, wrong: 0 });
    expect(body.rows[1]).toMatchObject({
      outcome: 'changed',
      number: 'B-002',
      changes: [
        { field: 'title', before: 'Vorhaben 2', after: 'Anderes' },
        { field: 'fundingRequested', before: '4250000', after: '5000000' },
      ],
    });
    const changed = (await coordinator.get(`/applications/${body.rows[1].applicationId}`).expect(200)).body;
    expect(changed).toMatchObject({ version: 1, title: 'Anderes', fundingRequested: 5_000_000 });
    expect(await eventsOf(api, changed.id)).toEqual(['APPLICATION_CREATED', 'APPLICATION_CHANGED']);
    expect(await eventsOf(api, body.rows[0].applicationId)).toEqual(['APPLICATION_CREATED']);
    // A second click changes nothing and leaves no trace.
    const events = (await callEvents()).length;
    expect((await send(again, 'b.csv').expect(200)).body.counts).toEqual({
      new: 0,
      changed: 0,
      unchanged: 3,
      wrong: 0,
    });
    expect((await callEvents()).length).toBe(events);
  });

  it('are all or nothing: one wrong row, and every row comes back with what is wrong', async () => {
    const rows = [row(1), row(2, { AGS: '5978002', Phase: 'C' }), row(1, { Titel: 'Noch einmal' })];
    const { body } = await send(csv(rows), 'b.csv').set('Accept-Language', 'de').expect(422);
    expect(body).toMatchObject({
      code: 'IMPORT.ROWS_WRONG',
      detail: 'Es wurde nichts übernommen: In 2 von 3 Zeilen stimmt etwas nicht. Zu jeder steht der Grund dabei.',
      import: { committed: false, counts: { new: 1, changed: 0, unchanged: 0, wrong: 2 } },
    });
    const shown = (body.import as ImportResponse).rows;
    expect(shown[1]?.errors.map(({ column, code }) => [column, code])).toEqual([
      ['AGS', 'IMPORT.AGS_LEADING_ZERO_LOST'],
      ['Phase', 'IMPORT.PHASE_UNKNOWN'],
    ]);
    expect(shown[2]?.errors[0]?.message).toBe(
      'Die Kommune mit dem Schlüssel 05978001 bewirbt sich auch in Zeile 2. Jede Kommune kann sich nur einmal bewerben.',
    );
    expect(body.errors.map(({ path }: { path: string }) => path)).toEqual([
      'rows.3.leadAgs',
      'rows.3.phase',
      'rows.4.leadAgs',
    ]);
    const english = await send(csv(rows), 'b.csv', '?dryRun=true').set('Accept-Language', 'en').expect(200);
    expect(english.body.rows[1].errors[0].column).toBe('Lead AGS');
    expect(await count()).toBe(0);
  });

  it('refuse a municipality that applies already, an application that is decided or closed, and show nothing of the latter', async () => {
    const first = await receive(coordinator, call.id, applicationOf(0));
    await coordinator.post(`/applications/${first.id}/withdraw`, { reason: 'Kein Beschluss' }).expect(200);
    const closed = await receive(coordinator, call.id, applicationOf(1, { title: 'Geheim gehalten' }));
    await coordinator.post(`/calls/${call.id}/conflicts`, { applicationId: closed.id, ground: 'family' }).expect(201);
    const rows = [
      row(10, { Nummer: first.number }),
      row(11, { Nummer: closed.number }),
      row(12, { Nummer: 'B-050', AGS: town(2).ags }),
    ];
    await receive(coordinator, call.id, applicationOf(2));
    const { body } = await send(csv(rows), 'b.csv', '?dryRun=true').expect(200);
    expect(body.rows.map(({ errors }: { errors: { code: string }[] }) => errors.map(({ code }) => code))).toEqual([
      ['IMPORT.APPLICATION_FIXED'],
      ['IMPORT.APPLICATION_RECUSED'],
      ['IMPORT.LEAD_TAKEN'],
    ]);
    expect(JSON.stringify(body)).not.toContain('Geheim gehalten');
    // The municipality of the closed one, without a number: the same answer as the database gives, and no more.
    const blind = await send(csv([row(13, { AGS: town(1).ags })]), 'b.csv').expect(409);
    expect(blind.body.code).toBe('APPLICATION.LEAD_TAKEN');
    expect(JSON.stringify(blind.body)).not.toContain(closed.number);
  });

  it('show a body that takes part elsewhere as a warning, and let it pass', async () => {
    await receive(coordinator, call.id, applicationOf(0, { partners: [town(6)] }));
    const { body } = await send(csv([row(20, { Kooperationspartner: `Heidwalde (${town(6).ags})` })]), 'b.csv').expect(
      200,
    );
    expect(body.rows[0].warnings.map(({ code }: { code: string }) => code)).toContain(
      'IMPORT.PARTY_IN_ANOTHER_APPLICATION',
    );
    expect(body.committed).toBe(true);
  });

  it('refuse files that are none, too large, or made to burst', async () => {
    const html = Buffer.from('<!doctype html><html><body>nein</body></html>');
    const bomb = Buffer.from(
      zipSync({
        '[Content_Types].xml': strToU8('<Types/>'),
        'xl/workbook.xml': strToU8('<workbook/>'),
        'xl/worksheets/sheet1.xml': new Uint8Array(60 * 1024 * 1024),
      }),
    );
    const cases: [Buffer, string, number, string][] = [
      [html, 'bewerbungen.xlsx', 415, 'IMPORT.NOT_AN_XLSX'],
      [html, 'bewerbungen.html', 415, 'IMPORT.UNKNOWN_FORMAT'],
      [Buffer.from(zipSync({ 'liesmich.txt': strToU8('kein Excel') })), 'bewerbungen.xlsx', 415, 'IMPORT.NOT_AN_XLSX'],
      [bomb, 'bewerbungen.xlsx', 413, 'IMPORT.XLSX_EXPANDS_TOO_MUCH'],
      [Buffer.from('[{"title": '), 'bewerbungen.json', 422, 'IMPORT.JSON_MALFORMED'],
      [Buffer.from('Titel;Wetter\r\nEins;schön'), 'bewerbungen.csv', 422, 'IMPORT.COLUMN_UNKNOWN'],
      [csv([]), 'bewerbungen.csv', 422, 'IMPORT.EMPTY'],
      [csv(Array.from({ length: 50_000 }, (_, index) => row(index))), 'bewerbungen.csv', 413, 'IMPORT.TOO_MANY_ROWS'],
      [Buffer.alloc(21 * 1024 * 1024, 0x20), 'bewerbungen.csv', 413, 'IMPORT.FILE_TOO_LARGE'],
    ];
    for (const [file, name, status, code] of cases) {
      const answer = await send(file, name);
      expect([name, answer.status, answer.body.code]).toEqual([name, status, code]);
      expect(answer.body.detail).not.toContain('{');
    }
    expect(
      (await coordinator.post(`/calls/${call.id}/applications/import`).field('note', 'ohne Datei').expect(400)).body
        .errors,
    ).toMatchObject([{ path: 'file', code: 'FIELD.REQUIRED' }]);
    await coordinator.post(`/calls/${call.id}/applications/import`, { rows: [] }).expect(415);
    expect(await count()).toBe(0);
  });

  it('are the coordinators’ business, while the call takes applications', async () => {
    for (const [persona, status] of [
      ['pruefung1@demo.example', 403],
      ['revision@demo.example', 403],
      ['fremd@demo.example', 404],
    ] as const) {
      await send(csv([row(1)]), 'b.csv', '', await api.signIn(persona)).expect(status);
    }
    await send(csv([row(1)]), 'b.csv').expect(200);
    await api.look(`UPDATE kuer.calls SET state = 'formal_check' WHERE id = $1`, [call.id]);
    expect((await send(csv([row(2)]), 'b.csv').expect(200)).body.committed).toBe(true);
    const [late] = await api.look<{ state: string }>(
      `SELECT state FROM kuer.applications WHERE call_id = $1 AND number = 'B-002'`,
      [call.id],
    );
    expect(late?.state).toBe('in_formal_check');
    await api.look(`UPDATE kuer.calls SET state = 'review' WHERE id = $1`, [call.id]);
    const closed = await send(csv([row(3)]), 'b.csv').expect(409);
    expect(closed.body).toMatchObject({ code: 'APPLICATION.CALL_TAKES_NO_MORE' });
    expect(closed.body.detail).toContain('“Expert review”');
  });

  it('come out again as they went in: the template, and an export that is imported once more', async () => {
    for (const format of ['csv', 'xlsx']) {
      const template = await coordinator
        .get(`/calls/${call.id}/applications/import-template?format=${format}`)
        .buffer(true)
        .parse(bytes)
        .expect(200);
      expect(template.headers['content-disposition']).toBe(`attachment; filename="application-template.${format}"`);
      expect((await send(template.body as Buffer, `vorlage.${format}`).expect(422)).body.code).toBe('IMPORT.EMPTY');
    }
    await send(
      csv([row(1, { Titel: '=SUMME(A1)' }), row(2, { Kooperationspartner: 'Verein; Bund (05978900)' })]),
      'b.csv',
    ).expect(200);
    for (const format of ['csv', 'xlsx']) {
      for (const language of ['de', 'en']) {
        const file = await coordinator
          .get(`/calls/${call.id}/applications/export?format=${format}`)
          .set('Accept-Language', language)
          .buffer(true)
          .parse(bytes)
          .expect(200);
        const { body } = await send(file.body as Buffer, `export.${format}`, '?dryRun=true').expect(200);
        expect([format, language, body.counts]).toEqual([
          format,
          language,
          { new: 0, changed: 0, unchanged: 2, wrong: 0 },
        ]);
      }
    }
    const filtered = await coordinator
      .get(`/calls/${call.id}/applications/export?format=csv&q=Ort%202`)
      .buffer(true)
      .parse(bytes)
      .expect(200);
    expect((filtered.body as Buffer).toString('utf8').trim().split('\r\n')).toHaveLength(2);
    // Written so that no spreadsheet runs it.
    const all = await coordinator
      .get(`/calls/${call.id}/applications/export?format=csv`)
      .buffer(true)
      .parse(bytes)
      .expect(200);
    expect((all.body as Buffer).toString('utf8')).not.toMatch(/(^|[;,])"?=SUMME/m);
    await (await api.signIn('jury01@demo.example')).get(`/calls/${call.id}/applications/export`).expect(403);
    await (await api.signIn('revision@demo.example')).get(`/calls/${call.id}/applications/import-template`).expect(403);
  });
});

/** Supertest decodes what it takes for text; a file is compared to the byte. */
function bytes(response: unknown, done: (error: Error | null, body: Buffer) => void): void {
  const stream = response as NodeJS.ReadableStream;
  const chunks: Buffer[] = [];
  stream.on('data', (chunk: Buffer) => chunks.push(Buffer.from(chunk)));
  stream.on('end', () => done(null, Buffer.concat(chunks)));
  stream.on('error', (error) => done(error, Buffer.alloc(0)));
}
