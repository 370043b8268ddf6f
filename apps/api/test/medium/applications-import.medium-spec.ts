import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { CallResponse, ImportResponse } from '@kuer/contract';
import { ApplicationImportService } from '../../src/applications/application-import.service.js';
import { EVERYBODY, startStage1 } from '../support/applications.js';
import type { TestApi } from '../support/start-api.js';

jest.setTimeout(240_000);

const SIZE = 5_000;

describe('an import of 5,000 rows', () => {
  let api: TestApi;
  let call: CallResponse;
  let accountId: string;

  beforeAll(async () => {
    api = await startStage1();
    accountId = await api.accountOf('koordination@demo.example');
    call = await api.createCall({ members: EVERYBODY });
    const rules = { ...call.settings.rules, ownStateConflict: true };
    const coordinator = await api.signIn('koordination@demo.example');
    await coordinator
      .patch(`/calls/${call.id}`, { version: call.version, settings: { ...call.settings, rules } })
      .expect(200);
    await api.look(`UPDATE kuer.accounts SET home_state = 'HE' WHERE id = $1`, [
      await api.accountOf('jury01@demo.example'),
    ]);
  });
  afterAll(() => api?.close());

  const file = (rows: readonly string[]): Buffer =>
    Buffer.from(
      ['Titel;Kommune;AGS;Kooperationspartner;Gemeindegrößenklasse;Gruppe;Phase;Förderung', ...rows].join('\n'),
    );
  /** A key of its own for each: every other one in Hessen. */
  const keyOf = (index: number): string => {
    const half = index >> 1;
    return `${index % 2 === 0 ? '055' : '064'}${10 + Math.floor(half / 900)}${String((half % 900) + 1).padStart(3, '0')}`;
  };
  const rows = Array.from(
    { length: SIZE },
    (_, index) => `Vorhaben ${index};Ort ${index};${keyOf(index)};;Kleinere Mittelstadt;Mittelstädte;A;4250000`,
  );
  const send = (content: Buffer, dryRun: 'true' | 'false' = 'false'): Promise<ImportResponse> =>
    api.uow.run({ accountId, mode: 'write' }, () =>
      api
        .service(ApplicationImportService)
        .import(call.id, { dryRun }, { originalname: 'b.csv', size: content.length, buffer: content }, 'de'),
    );

  it('takes all of them in one go, each with its event, and derives the conflicts', async () => {
    const started = performance.now();
    const response = await send(file(rows));
    expect(response.counts).toEqual({ new: SIZE, changed: 0, unchanged: 0, wrong: 0 });
    expect(performance.now() - started).toBeLessThan(90_000);
    const [counted] = await api.look<{ created: number; derived: number; numbers: number }>(
      `SELECT (count(*) FILTER (WHERE type = 'APPLICATION_CREATED'))::int AS created,
              (count(*) FILTER (WHERE type = 'CONFLICT_DERIVED'))::int AS derived,
              (SELECT count(DISTINCT number)::int FROM kuer.applications WHERE call_id = $1) AS numbers
         FROM kuer.audit_events WHERE call_id = $1`,
      [call.id],
    );
    expect(counted).toEqual({ created: SIZE, derived: SIZE / 2, numbers: SIZE });
  });

  it('knows all of them again, and one wrong row among them stops the file', async () => {
    expect((await send(file(rows), 'true')).counts).toEqual({ new: 0, changed: 0, unchanged: SIZE, wrong: 0 });
    const broken = [...rows];
    broken[4_321] = 'Ohne alles;;;;;;;';
    broken[17] = (rows[17] ?? '').replace('Vorhaben 17;', 'Geändert;');
    await expect(send(file(broken))).rejects.toMatchObject({
      status: 422,
      code: 'IMPORT.ROWS_WRONG',
      params: { wrong: 1 },
    });
    const changed = await api.look(
      `SELECT 1 FROM kuer.application_contents WHERE call_id = $1 AND title = 'Geändert'`,
      [call.id],
    );
    expect(changed).toHaveLength(0);
  });
});
