import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { runProcedure } from '../../../../scripts/procedure/run-procedure.mjs';
import { AccountsService } from '../../src/accounts/accounts.service.js';
import { Passwords } from '../../src/auth/passwords.js';
import { SYSTEM } from '../../src/persistence/unit-of-work.js';
import { PASSWORD } from '../support/personas.js';
import { startApi, type TestApi } from '../support/start-api.js';

let api: TestApi;

beforeAll(async () => {
  api = await startApi();
  // Everybody the script signs in as; admin and the office announce the first call.
  const numbered = (name: string, count: number) =>
    Array.from({ length: count }, (_, i) => `${name}${String(i + 1).padStart(2, '0')}`);
  const passwordHash = await api.service(Passwords).hash(PASSWORD);
  const people = [
    'pruefung1',
    'pruefung2',
    'vorsitz',
    'revision',
    ...numbered('gutachten', 20),
    ...numbered('jury', 5),
  ];
  await api.createCall({ members: { 'koordination@demo.example': ['coordinator'] } });
  await api.uow.run({ accountId: SYSTEM, mode: 'write' }, async () => {
    for (const name of people) {
      const email = `${name}@demo.example`;
      await api.service(AccountsService).register({ email, displayName: name, passwordHash });
    }
  });
  await api.app.listen(0, '127.0.0.1');
}, 60_000);

afterAll(() => api.close());

it('plays a complete call with 86 applications and 172 reviews, as npm run procedure does', async () => {
  const { port } = api.app.getHttpServer().address() as AddressInfo;
  const played = await runProcedure({ baseUrl: `http://127.0.0.1:${port}`, password: PASSWORD });
  expect(played.reviews).toBe(172);
  expect(played.selected).toBeGreaterThanOrEqual(30);
  console.info(played.table);
}, 600_000);
