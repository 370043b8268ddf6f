import type { INestApplicationContext } from '@nestjs/common';
import { AccountsService } from '../../accounts/accounts.service.js';
import { Passwords } from '../../auth/passwords.js';
import { calendarDay } from '../../calls/calendar-day.js';
import { SYSTEM, UnitOfWork } from '../../persistence/unit-of-work.js';
import { generateCall2020 } from '../generate-call-2020.js';
import { generateJuryPractice } from '../generate-jury-practice.js';
import { generateReviewPractice } from '../generate-review-practice.js';
import { type PersonaKey, personas } from '../personas.js';
import { demoServices } from './demo-services.js';
import { LoadRecords } from './load-records.js';
import { CallPlay } from './play-call.js';

/** The day of the installation in the story: before the first call is announced. */
const INSTALLED_AT = new Date('2020-01-15T08:00:00Z');
const DAY_KEY = 'day of the load';

export interface LoadOptions {
  /** Password of all demo accounts. */
  readonly password: string;
  readonly say: (line: string) => void;
  /** The day (YYYY-MM-DD) that the practice calls lead up to; default: today. */
  readonly today?: string;
}

/**
 * Plays the three demo calls through the application's own services, each act in the name of its person and at its moment of the story.
 * Does nothing where calls are there already; goes on where an earlier load was cut short.
 * @returns false where there was nothing to do
 */
export async function loadDemo(app: INestApplicationContext, { password, say, today }: LoadOptions): Promise<boolean> {
  const uow = app.get(UnitOfWork, { strict: false });
  const records = await LoadRecords.read(uow);
  if (records.isEmpty && (await hasCalls(uow))) {
    say('The database has calls already: nothing to load.');
    return false;
  }
  if (!records.isEmpty) say('An earlier load was cut short: going on where it ended.');
  const accounts = await registerAccounts(app, uow, password);
  say(`${accounts.size} accounts`);
  const day = await dayOfTheLoad(uow, { records, accounts, today: today ?? calendarDay(new Date()) });

  const stage = { uow, records, accounts, say, services: demoServices(app) };
  const plays = [
    new CallPlay(generateCall2020(), 'admin', stage),
    new CallPlay(generateReviewPractice(day), 'koordination', stage),
    new CallPlay(generateJuryPractice(day), 'koordination', stage),
  ];
  // The first call of an installation is the administrator's; later ones are announced by somebody who coordinates one.
  for (const play of plays) await play.announce();
  await finishAll(plays);
  await records.clear();
  return true;
}

/** The calls know nothing of each other and are played side by side. Where one fails, the others end with the turn they are in. */
async function finishAll(plays: readonly CallPlay[]): Promise<void> {
  const stop = new AbortController();
  const outcomes = await Promise.allSettled(
    plays.map((play) =>
      play.finish(stop.signal).catch((error: unknown) => {
        stop.abort();
        throw error;
      }),
    ),
  );
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

async function hasCalls(uow: UnitOfWork): Promise<boolean> {
  const rows = await uow.run({ accountId: SYSTEM, mode: 'read' }, () => uow.query(`SELECT 1 FROM kuer.calls LIMIT 1`));
  return rows.length > 0;
}

/** All accounts in one transaction, with one password and therefore one hash; those that an earlier load made are taken as they are. */
async function registerAccounts(
  app: INestApplicationContext,
  uow: UnitOfWork,
  password: string,
): Promise<Map<PersonaKey, string>> {
  const passwordHash = await app.get(Passwords, { strict: false }).hash(password);
  const service = app.get(AccountsService, { strict: false });
  return uow.run({ accountId: SYSTEM, mode: 'write', now: INSTALLED_AT }, async () => {
    const known = await uow.query<{ id: string; email: string }>(`SELECT id, email FROM kuer.accounts`);
    const ids = new Map(known.map(({ id, email }) => [email, id]));
    const accounts = new Map<PersonaKey, string>();
    for (const { key, roles: _roles, ...person } of personas) {
      const id = ids.get(person.email) ?? (await service.register({ ...person, passwordHash, isDemo: true })).id;
      accounts.set(key, id);
    }
    return accounts;
  });
}

/** The practice calls lead up to a day; a load that goes on keeps the one it began with. */
async function dayOfTheLoad(
  uow: UnitOfWork,
  {
    records,
    accounts,
    today,
  }: { readonly records: LoadRecords; readonly accounts: ReadonlyMap<PersonaKey, string>; readonly today: string },
): Promise<string> {
  const kept = records.of(DAY_KEY)?.day;
  if (kept) return kept;
  await uow.run({ accountId: accounts.get('admin') ?? null, mode: 'write' }, () =>
    records.keep(DAY_KEY, { day: today }),
  );
  return today;
}
