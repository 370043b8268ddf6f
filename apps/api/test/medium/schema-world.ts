import { createHash } from 'node:crypto';
import { idOf, type SchemaDatabase } from './schema-database.js';

/** The people of the scene. "recused" and "office2" are in conflict with B-001; "late" with B-003, declared after accepting. */
export const PEOPLE = {
  admin: [],
  office1: ['coordinator'],
  office2: ['coordinator'],
  examiner1: ['examiner'],
  examiner2: ['examiner'],
  reviewer1: ['reviewer'],
  reviewer2: ['reviewer'],
  reviewer3: ['reviewer'],
  late: ['reviewer'],
  juror: ['juror'],
  recused: ['juror'],
  chair: ['chair'],
  auditor: ['auditor'],
  auditor2: ['auditor'],
  left: ['coordinator'],
  stranger: [],
} as const satisfies Record<string, readonly string[]>;
export type Person = keyof typeof PEOPLE;

export const CALL = idOf('call');
export const OTHER_CALL = idOf('other call');
export const CATALOGUE = idOf('catalogue');
export const OPEN_CATALOGUE = idOf('open catalogue');
export const CRITERIA = ['K1', 'K2', 'K3'] as const;
export const INSTALLATION = '00000000-0000-0000-0000-000000000000';
export const NUMBERS = ['B-001', 'B-002', 'B-003', 'B-004'] as const;

const NOW = '2026-05-04T08:00:00Z';

/**
 * A call in the review stage. B-001: two submitted reviews, in reconciliation. B-002: one submitted, one draft. B-003: one
 * declined, one accepted by a person who declared a conflict afterwards. B-004: nobody assigned.
 */
export async function buildWorld(db: SchemaDatabase): Promise<void> {
  await people(db);
  await calls(db);
  for (const [index, number] of NUMBERS.entries()) await application(db, CALL, number, index);
  await application(db, OTHER_CALL, 'B-001', 50);
  await formalCheck(db);
  await assignments(db);
  await conflicts(db);
  await reviews(db);
  await trail(db);
}

async function people(db: SchemaDatabase): Promise<void> {
  for (const name of Object.keys(PEOPLE)) {
    await db.insert('accounts', {
      id: idOf(name),
      email: `${name}@kuer.example`,
      display_name: name,
      password_hash: `hash of ${name}`,
      is_administrator: name === 'admin',
    });
  }
}

async function calls(db: SchemaDatabase): Promise<void> {
  for (const call of [CALL, OTHER_CALL]) {
    await db.insert('calls', { id: call, title: 'Modellprojekte', created_by: idOf('office1'), settings: {} });
  }
  for (const [name, roles] of Object.entries(PEOPLE)) {
    for (const role of roles) await db.insert('members', { call_id: CALL, account_id: idOf(name), role });
  }
  await db.insert('members', { call_id: OTHER_CALL, account_id: idOf('stranger'), role: 'coordinator' });
  await db.scene(`UPDATE kuer.accounts SET disabled_at = now() WHERE id = $1`, [idOf('left')]);
  for (const [id, number] of [
    [CATALOGUE, 1],
    [OPEN_CATALOGUE, 2],
  ]) {
    await db.insert('catalogue_versions', { id, call_id: CALL, number, content: {} });
    for (const [position, code] of CRITERIA.entries()) {
      await db.insert('catalogue_criteria', {
        catalogue_id: id,
        code,
        group_code: 'G1',
        scale_max: 5,
        scale_step: 1,
        position,
      });
    }
  }
  await db.scene(`UPDATE kuer.catalogue_versions SET frozen_at = now() WHERE id = $1`, [CATALOGUE]);
  for (const state of ['formal_check', 'review'])
    await db.scene(`UPDATE kuer.calls SET state = $1 WHERE id = $2`, [state, CALL]);
}

async function application(db: SchemaDatabase, call: string, number: string, index: number): Promise<void> {
  const id = applicationId(number, call);
  const state = call === CALL ? 'in_review' : 'received';
  const ags = `0500000${index % 10}`;
  await db.insert('applications', { id, call_id: call, number, state });
  await db.insert('application_contents', {
    application_id: id,
    call_id: call,
    title: `Vorhaben ${number}`,
    summary: 'Was vorgehabt wird',
    lead_name: `Stadt ${number}`,
    lead_ags: ags,
    federal_states: ['NW'],
    size_class: 'kleinere-mittelstadt',
    portfolio_group: 'mittelstaedte',
    phase: 'A',
    funding_requested: 5_000_000,
  });
  await db.insert('application_parties', {
    id: idOf(`lead ${id}`),
    application_id: id,
    call_id: call,
    role: 'lead',
    name: `Stadt ${number}`,
    ags,
  });
  await db.insert('attachments', {
    id: idOf(`document ${id}`),
    application_id: id,
    call_id: call,
    document_key: 'council-resolution',
    file_name: 'beschluss.pdf',
    media_type: 'application/pdf',
    size: 4,
    sha256: 'ab'.repeat(32),
    uploaded_by: idOf('office1'),
  });
  await db.insert('attachment_contents', { attachment_id: idOf(`document ${id}`), bytes: Buffer.from('%PDF') });
}

async function formalCheck(db: SchemaDatabase): Promise<void> {
  for (const number of ['B-001', 'B-002']) {
    const at = { application_id: applicationId(number), call_id: CALL };
    await db.insert('formal_check_items', {
      ...at,
      item_key: 'complete',
      result: 'passed',
      examined_by: idOf('examiner1'),
    });
    await db.insert('formal_check_decisions', {
      id: idOf(`accepted ${number}`),
      ...at,
      outcome: 'accepted',
      decided_by: idOf('examiner1'),
    });
    await db.insert('supplement_requests', {
      id: idOf(`supplement ${number}`),
      ...at,
      due_on: '2026-06-01',
      message: 'Bitte nachreichen',
      sent_by: idOf('examiner1'),
    });
    await db.insert('notices', {
      id: idOf(`notice ${number}`),
      ...at,
      kind: 'supplement',
      subject: 'Nachforderung',
      body: 'Bitte nachreichen',
      sent_by: idOf('office1'),
    });
  }
  await db.insert('notices', {
    id: idOf('notice to all'),
    call_id: CALL,
    kind: 'question',
    subject: 'An alle',
    body: 'Klarstellung',
    sent_by: idOf('office1'),
  });
}

async function assignments(db: SchemaDatabase): Promise<void> {
  const assign = (number: string, slot: number, reviewer: Person, state = 'accepted'): Promise<unknown> =>
    db.insert('assignments', {
      id: assignmentId(number, slot, reviewer),
      application_id: applicationId(number),
      call_id: CALL,
      slot,
      reviewer_id: idOf(reviewer),
      state,
      decline_reason: state === 'declined' ? 'keine Zeit' : null,
      assigned_by: idOf('office1'),
    });
  await assign('B-001', 1, 'reviewer1');
  await assign('B-001', 2, 'reviewer2');
  await assign('B-002', 1, 'reviewer1');
  await assign('B-002', 2, 'reviewer2');
  await assign('B-003', 1, 'reviewer3', 'declined');
  await assign('B-003', 2, 'late');
}

async function conflicts(db: SchemaDatabase): Promise<void> {
  const declare = (person: Person, number: string): Promise<unknown> =>
    db.insert('conflicts', {
      id: idOf(`conflict ${person}`),
      call_id: CALL,
      application_id: applicationId(number),
      account_id: idOf(person),
      ground: 'family',
      source: 'declared',
      created_by: idOf(person),
    });
  for (const person of ['office2', 'recused', 'auditor2', 'examiner2'] as const) await declare(person, 'B-001');
  for (const number of NUMBERS.slice(0, 2)) {
    await db.insert('conflict_statements', {
      application_id: applicationId(number),
      call_id: CALL,
      account_id: idOf('reviewer1'),
      has_conflict: false,
    });
  }
}

async function reviews(db: SchemaDatabase): Promise<void> {
  await review(db, 'B-001', 1, 'reviewer1', 'A', true);
  await review(db, 'B-001', 2, 'reviewer2', 'B', true);
  await review(db, 'B-002', 1, 'reviewer1', 'A', true);
  await review(db, 'B-002', 2, 'reviewer2', 'B', false);
  await review(db, 'B-003', 2, 'late', 'B', false);
  // Declared when the review was under way already.
  await db.insert('conflicts', {
    id: idOf('conflict late'),
    call_id: CALL,
    application_id: applicationId('B-003'),
    account_id: idOf('late'),
    ground: 'economic',
    source: 'declared',
    created_by: idOf('late'),
  });
  const at = { application_id: applicationId('B-001'), call_id: CALL };
  await db.insert('reconciliations', {
    id: idOf('reconciliation'),
    ...at,
    reason: '25 Punkte Abstand',
    opened_by: idOf('office1'),
  });
  await db.insert('recommendations', {
    ...at,
    derived_outcome: 'recommended',
    outcome: 'recommended',
    confirmed_by: idOf('office1'),
  });
  await db.insert('ranking_versions', { id: idOf('ranking'), call_id: CALL, number: 1, created_by: idOf('office1') });
  for (const [index, number] of NUMBERS.slice(0, 2).entries()) {
    await db.insert('ranking_entries', {
      ranking_id: idOf('ranking'),
      application_id: applicationId(number),
      call_id: CALL,
      portfolio_group: 'mittelstaedte',
      rank: index + 1,
      total: 80 - index,
    });
  }
}

async function review(
  db: SchemaDatabase,
  number: string,
  slot: number,
  reviewer: Person,
  label: string,
  isSubmitted: boolean,
): Promise<void> {
  const review = reviewId(number, label);
  const version = versionId(number, label);
  const at = { application_id: applicationId(number), call_id: CALL };
  await db.insert('reviews', { id: review, assignment_id: assignmentId(number, slot, reviewer), ...at, label });
  await db.insert('review_versions', {
    id: version,
    review_id: review,
    ...at,
    catalogue_id: CATALOGUE,
    number: 1,
    summary: `${number}/${label}`,
  });
  for (const criterion of isSubmitted ? CRITERIA : CRITERIA.slice(0, 2)) await score(db, version, criterion, 4);
  if (isSubmitted) await submit(db, version);
}

export function score(db: SchemaDatabase, version: string, criterion: string, value: number | null): Promise<unknown> {
  return db.insert('scores', {
    review_version_id: version,
    catalogue_id: CATALOGUE,
    criterion,
    scale_max: 5,
    scale_step: 1,
    value,
  });
}

export function submit(db: SchemaDatabase, version: string): Promise<unknown> {
  return db.scene(`UPDATE kuer.review_versions SET state = 'submitted', submitted_at = $2, total = 80 WHERE id = $1`, [
    version,
    NOW,
  ]);
}

async function trail(db: SchemaDatabase): Promise<void> {
  const events: readonly [call: string | null, number: string | null, actor: Person][] = [
    [CALL, null, 'office1'],
    [CALL, 'B-001', 'reviewer1'],
    [CALL, 'B-002', 'reviewer1'],
    [null, null, 'admin'],
  ];
  for (const [call, number, actor] of events)
    await db.insert('audit_events', await nextEvent(db, call, number, idOf(actor)));
}

/** The next event of a chain as the application would write it. */
export async function nextEvent(
  db: SchemaDatabase,
  call: string | null,
  number: string | null,
  actor: string | null,
): Promise<Record<string, unknown>> {
  const chain = call ?? INSTALLATION;
  const [head] = await db.scene(`SELECT last_seq::int AS seq, last_hash AS hash FROM kuer.audit_chains WHERE id = $1`, [
    chain,
  ]);
  const seq = ((head?.seq as number | undefined) ?? 0) + 1;
  const previous = (head?.hash as Buffer | undefined) ?? Buffer.alloc(32);
  const canonical = JSON.stringify({ chain, seq });
  return {
    chain_id: chain,
    seq,
    id: idOf(`event ${chain} ${seq}`),
    call_id: call,
    application_id: number && applicationId(number),
    type: 'SOMETHING_HAPPENED',
    actor_id: actor,
    at: NOW,
    payload: {},
    canonical,
    previous_hash: previous,
    hash: createHash('sha256').update(previous).update(canonical).digest(),
  };
}

export const applicationId = (number: string, call: string = CALL): string => idOf(`application ${number} ${call}`);
export const assignmentId = (number: string, slot: number, reviewer: Person): string =>
  idOf(`assignment ${number} ${slot} ${reviewer}`);
export const reviewId = (number: string, label: string): string => idOf(`review ${number} ${label}`);
export const versionId = (number: string, label: string, version = 1): string =>
  idOf(`version ${number} ${label} ${version}`);
