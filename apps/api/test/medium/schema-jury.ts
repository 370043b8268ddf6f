import { idOf, type SchemaDatabase } from './schema-database.js';
import { applicationId, CALL, type Person } from './schema-world.js';

export const SESSION = idOf('session');

/** Moves the call into the jury stage and opens a session with everybody of the jury present. */
export async function openJury(db: SchemaDatabase): Promise<void> {
  await db.scene(`UPDATE kuer.calls SET state = 'jury' WHERE id = $1`, [CALL]);
  await db.insert('sessions', { id: SESSION, call_id: CALL, title: 'Jurysitzung', created_by: idOf('chair') });
  await db.scene(`UPDATE kuer.sessions SET state = 'open', opened_at = now(), opened_by = $2 WHERE id = $1`, [
    SESSION,
    idOf('chair'),
  ]);
  for (const person of ['juror', 'recused', 'chair'] as const) {
    await db.insert('session_attendance', {
      session_id: SESSION,
      account_id: idOf(person),
      call_id: CALL,
      status: 'present',
      recorded_by: idOf('chair'),
    });
  }
}

export function putBundle(db: SchemaDatabase, name: string, owner: Person, isShared = false): Promise<unknown> {
  return db.insert('bundles', { id: idOf(name), call_id: CALL, name, owner_id: idOf(owner), is_shared: isShared });
}

export function putItem(db: SchemaDatabase, bundle: string, number: string): Promise<unknown> {
  return db.insert('bundle_items', {
    bundle_id: idOf(bundle),
    application_id: applicationId(number),
    call_id: CALL,
    added_by: idOf('chair'),
  });
}

interface MotionOptions {
  readonly ballot?: 'open' | 'secret';
  readonly bundle?: string;
  readonly application?: string;
  readonly number?: number;
}

export function putMotion(
  db: SchemaDatabase,
  name: string,
  { ballot = 'open', bundle, application, number = 1 }: MotionOptions,
): Promise<unknown> {
  return db.insert('motions', {
    id: idOf(name),
    session_id: SESSION,
    call_id: CALL,
    number,
    kind: bundle ? 'adopt_bundle' : 'other',
    text: name,
    bundle_id: bundle ? idOf(bundle) : null,
    application_id: application ? applicationId(application) : null,
    ballot,
    majority: 'simple',
    tie_rule: 'rejected',
    put_by: idOf('juror'),
  });
}

export async function openMotion(db: SchemaDatabase, name: string, eligible: readonly Person[]): Promise<void> {
  for (const person of ['juror', 'recused', 'chair'] as const) {
    const status = eligible.includes(person) ? 'eligible' : 'recused';
    await db.insert('motion_electorate', { motion_id: idOf(name), account_id: idOf(person), call_id: CALL, status });
  }
  await db.scene(`UPDATE kuer.motions SET state = 'open', opened_at = now(), opened_by = $2 WHERE id = $1`, [
    idOf(name),
    idOf('chair'),
  ]);
}

export function vote(db: SchemaDatabase, name: string, person: Person, choice: string | null): Promise<unknown> {
  return db.insert('votes', { motion_id: idOf(name), account_id: idOf(person), call_id: CALL, choice });
}

/** Closes with the counts given; Postgres holds them against the votes. */
export function closeMotion(
  db: SchemaDatabase,
  name: string,
  outcome: string,
  counts: readonly [number, number, number],
): Promise<unknown> {
  return db.scene(
    `UPDATE kuer.motions SET state = 'closed', closed_at = now(), closed_by = $2, outcome = $3, yes_count = $4, no_count = $5, abstain_count = $6
      WHERE id = $1`,
    [idOf(name), idOf('chair'), outcome, ...counts],
  );
}

/** A bundle moved, voted on and adopted, and the decision that rests on it. */
export async function decide(db: SchemaDatabase, bundle: string): Promise<void> {
  await putMotion(db, `adopt ${bundle}`, { bundle, number: 90 });
  await openMotion(db, `adopt ${bundle}`, ['juror', 'chair']);
  await vote(db, `adopt ${bundle}`, 'juror', 'yes');
  await closeMotion(db, `adopt ${bundle}`, 'adopted', [1, 0, 0]);
  await adopt(db, bundle);
  await db.insert('decisions', {
    id: idOf('decision'),
    call_id: CALL,
    number: 1,
    bundle_id: idOf(bundle),
    motion_id: idOf(`adopt ${bundle}`),
    decided_by: idOf('chair'),
  });
}

export function adopt(db: SchemaDatabase, bundle: string): Promise<unknown> {
  return db.scene(`UPDATE kuer.bundles SET state = 'adopted', adopted_at = now(), adopted_by = $2 WHERE id = $1`, [
    idOf(bundle),
    idOf('chair'),
  ]);
}
