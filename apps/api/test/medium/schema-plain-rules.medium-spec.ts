import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { idOf, refusalOf, SchemaDatabase } from './schema-database.js';
import { openJury, putBundle, putItem } from './schema-jury.js';
import {
  applicationId,
  assignmentId,
  buildWorld,
  CALL,
  CATALOGUE,
  OPEN_CATALOGUE,
  reviewId,
  versionId,
} from './schema-world.js';

/** `<B-001>` is the id of that application, `<review B-001/A>` of that review, `<@office1>` of that account, `<call>` of the call. */
function spell(sql: string): string {
  const named: Readonly<Record<string, string>> = {
    call: CALL,
    catalogue: CATALOGUE,
    'open catalogue': OPEN_CATALOGUE,
    'first assignment': assignmentId('B-001', 1, 'reviewer1'),
    'declined assignment': assignmentId('B-003', 1, 'reviewer3'),
    'review B-001/A': reviewId('B-001', 'A'),
    'review B-001/B': reviewId('B-001', 'B'),
    submitted: versionId('B-001', 'A'),
    draft: versionId('B-002', 'B'),
  };
  return sql.replace(/<([^<>]+)>/g, (_match, name: string) => {
    const id = name.startsWith('@')
      ? idOf(name.slice(1))
      : (named[name] ?? (/^B-\d{3}$/.test(name) ? applicationId(name) : idOf(name)));
    return `'${id}'`;
  });
}

/** What each rule refuses, one statement a rule. */
const REFUSED: readonly (readonly [rule: string, sql: string])[] = [
  ['accounts_email_is_plausible', `UPDATE kuer.accounts SET email = 'kein Postfach' WHERE id = <@juror>`],
  ['accounts_display_name_is_given', `UPDATE kuer.accounts SET display_name = ' ' WHERE id = <@juror>`],
  ['accounts_municipality_ags_is_a_key', `UPDATE kuer.accounts SET municipality_ags = '5117' WHERE id = <@juror>`],
  ['accounts_locale_is_known', `UPDATE kuer.accounts SET locale = 'fr' WHERE id = <@juror>`],
  ['calls_title_is_given', `UPDATE kuer.calls SET title = '' WHERE id = <call>`],
  ['calls_settings_are_an_object', `UPDATE kuer.calls SET settings = '[]' WHERE id = <call>`],
  ['calls_identity_is_fixed', `UPDATE kuer.calls SET created_by = <@office2> WHERE id = <call>`],
  [
    'catalogue_versions_number_is_unique',
    `INSERT INTO kuer.catalogue_versions (id, call_id, number, content) VALUES (<x>, <call>, 1, '{}')`,
  ],
  ['catalogue_identity_is_fixed', `UPDATE kuer.catalogue_versions SET number = 9 WHERE id = <open catalogue>`],
  [
    'catalogue_criteria_weight_is_not_negative',
    `UPDATE kuer.catalogue_criteria SET weight = -1 WHERE catalogue_id = <open catalogue>`,
  ],
  [
    'catalogue_criteria_scale_is_sound',
    `UPDATE kuer.catalogue_criteria SET scale_step = 9 WHERE catalogue_id = <open catalogue>`,
  ],
  [
    'catalogue_criteria_position_is_unique',
    `UPDATE kuer.catalogue_criteria SET position = 0 WHERE catalogue_id = <open catalogue> AND code = 'K2'`,
  ],
  [
    'override_requests_states_are_known',
    `INSERT INTO kuer.override_requests (id, call_id, from_state, to_state, reason, requested_by) VALUES (<x>, <call>, 'review', 'nowhere', 'r', <@office1>)`,
  ],
  [
    'application_contents_application',
    `UPDATE kuer.application_contents SET call_id = <other call> WHERE application_id = <B-001>`,
  ],
  [
    'application_contents_title_is_given',
    `UPDATE kuer.application_contents SET title = ' ' WHERE application_id = <B-001>`,
  ],
  [
    'application_contents_lead_is_given',
    `UPDATE kuer.application_contents SET lead_name = '' WHERE application_id = <B-001>`,
  ],
  [
    'application_contents_population_is_not_negative',
    `UPDATE kuer.application_contents SET population = -1 WHERE application_id = <B-001>`,
  ],
  [
    'application_contents_states_are_known',
    `UPDATE kuer.application_contents SET federal_states = '{}' WHERE application_id = <B-001>`,
  ],
  [
    'application_parties_lead_has_a_key',
    `UPDATE kuer.application_parties SET ags = NULL WHERE application_id = <B-001>`,
  ],
  ['application_parties_name_is_given', `UPDATE kuer.application_parties SET name = '' WHERE application_id = <B-001>`],
  [
    'application_parties_one_lead_per_application',
    `INSERT INTO kuer.application_parties (id, application_id, call_id, role, name, ags) VALUES (<x>, <B-001>, <call>, 'lead', 'Stadt', '09999999')`,
  ],
  ['attachments_size_is_positive', `UPDATE kuer.attachments SET size = 0 WHERE application_id = <B-001>`],
  ['attachments_sha256_is_hex', `UPDATE kuer.attachments SET sha256 = 'abc' WHERE application_id = <B-001>`],
  ['attachments_removal_is_whole', `UPDATE kuer.attachments SET removed_at = now() WHERE application_id = <B-001>`],
  ['attachment_contents_never_change', `UPDATE kuer.attachment_contents SET bytes = ''`],
  ['attachment_contents_never_change', `DELETE FROM kuer.attachment_contents`],
  [
    'formal_check_decisions_only_rejections_are_confirmed',
    `INSERT INTO kuer.formal_check_decisions (id, application_id, call_id, outcome, decided_by, confirms_id) VALUES (<x>, <B-004>, <call>, 'accepted', <@examiner2>, <unconfirmed>)`,
  ],
  [
    'supplement_requests_message_is_given',
    `UPDATE kuer.supplement_requests SET message = ' ' WHERE application_id = <B-001>`,
  ],
  [
    'supplement_requests_answer_is_whole',
    `UPDATE kuer.supplement_requests SET answer = 'a' WHERE application_id = <B-001>`,
  ],
  [
    'supplement_requests_answered_once',
    `UPDATE kuer.supplement_requests SET answer = 'b' WHERE application_id = <B-002>`,
  ],
  ['supplement_requests_never_vanish', `DELETE FROM kuer.supplement_requests`],
  [
    'conflicts_one_active_per_ground',
    `INSERT INTO kuer.conflicts (id, call_id, application_id, account_id, ground, source, created_by) VALUES (<x>, <call>, <B-001>, <@recused>, 'family', 'set', <@office1>)`,
  ],
  [
    'conflicts_declared_by_the_person',
    `INSERT INTO kuer.conflicts (id, call_id, application_id, account_id, ground, source, created_by) VALUES (<x>, <call>, <B-001>, <@juror>, 'family', 'declared', <@office1>)`,
  ],
  ['conflict_statements_never_vanish', `DELETE FROM kuer.conflict_statements`],
  ['assignments_decline_has_reason', `UPDATE kuer.assignments SET state = 'declined' WHERE id = <first assignment>`],
  ['assignments_revocation_is_whole', `UPDATE kuer.assignments SET state = 'revoked' WHERE id = <first assignment>`],
  ['assignments_never_vanish', `DELETE FROM kuer.assignments`],
  [
    'reviews_one_per_assignment',
    `INSERT INTO kuer.reviews (id, assignment_id, application_id, call_id, label) VALUES (<x>, <first assignment>, <B-001>, <call>, 'C')`,
  ],
  [
    'reviews_assignment',
    `INSERT INTO kuer.reviews (id, assignment_id, application_id, call_id, label) VALUES (<x>, <unreviewed>, <B-001>, <call>, 'C')`,
  ],
  [
    'reviews_label_is_unique',
    `INSERT INTO kuer.reviews (id, assignment_id, application_id, call_id, label) VALUES (<x>, <late again>, <B-003>, <call>, 'B')`,
  ],
  [
    'reviews_of_active_assignments',
    `INSERT INTO kuer.reviews (id, assignment_id, application_id, call_id, label) VALUES (<x>, <declined assignment>, <B-003>, <call>, 'A')`,
  ],
  [
    'reviews_start_in_progress',
    `INSERT INTO kuer.reviews (id, assignment_id, application_id, call_id, label, state) VALUES (<x>, <unreviewed>, <B-004>, <call>, 'A', 'submitted')`,
  ],
  ['reviews_never_vanish', `DELETE FROM kuer.reviews`],
  ['review_versions_identity_is_fixed', `UPDATE kuer.review_versions SET number = 3 WHERE id = <draft>`],
  ['review_versions_submission_is_whole', `UPDATE kuer.review_versions SET submitted_at = now() WHERE id = <draft>`],
  [
    'review_versions_total_is_points',
    `UPDATE kuer.review_versions SET total = 101, state = 'submitted', submitted_at = now() WHERE id = <complete>`,
  ],
  [
    'reconciliations_one_open',
    `INSERT INTO kuer.reconciliations (id, application_id, call_id, reason, opened_by) VALUES (<x>, <B-001>, <call>, 'r', <@office1>)`,
  ],
  [
    'reconciliations_reason_is_given',
    `INSERT INTO kuer.reconciliations (id, application_id, call_id, reason, opened_by) VALUES (<x>, <B-002>, <call>, ' ', <@office1>)`,
  ],
  [
    'reconciliations_closing_is_whole',
    `UPDATE kuer.reconciliations SET closed_at = now() WHERE application_id = <B-001>`,
  ],
  ['reconciliations_closed_once', `UPDATE kuer.reconciliations SET comment = 'anders' WHERE application_id = <B-003>`],
  ['reconciliations_never_vanish', `DELETE FROM kuer.reconciliations`],
  [
    'third_review_orders_reason_is_given',
    `INSERT INTO kuer.third_review_orders (application_id, call_id, reason, ordered_by) VALUES (<B-001>, <call>, '', <@office1>)`,
  ],
  ['third_review_orders_never_change', `UPDATE kuer.third_review_orders SET reason = 'anders'`],
  [
    'ranking_versions_number_is_unique',
    `INSERT INTO kuer.ranking_versions (id, call_id, number, created_by) VALUES (<x>, <call>, 1, <@office1>)`,
  ],
  [
    'ranking_entries_ranking',
    `INSERT INTO kuer.ranking_entries (ranking_id, application_id, call_id, portfolio_group) VALUES (<none>, <B-003>, <call>, 'mittelstaedte')`,
  ],
  [
    'ranking_entries_rank_counts_from_one',
    `INSERT INTO kuer.ranking_entries (ranking_id, application_id, call_id, portfolio_group, rank) VALUES (<ranking>, <B-003>, <call>, 'mittelstaedte', 0)`,
  ],
  ['bundles_name_is_given', `UPDATE kuer.bundles SET name = '' WHERE id = <mine>`],
  ['bundles_adoption_is_whole', `UPDATE kuer.bundles SET adopted_at = now() WHERE id = <mine>`],
  ['bundles_identity_is_fixed', `UPDATE kuer.bundles SET owner_id = <@chair> WHERE id = <mine>`],
  ['bundle_content_stays_with_its_bundle', `UPDATE kuer.bundle_items SET bundle_id = <yours> WHERE bundle_id = <mine>`],
  [
    'bundle_items_application',
    `INSERT INTO kuer.bundle_items (bundle_id, application_id, call_id, added_by) VALUES (<mine>, <elsewhere>, <call>, <@juror>)`,
  ],
  [
    'bundle_justifications_reason_is_given',
    `INSERT INTO kuer.bundle_justifications (bundle_id, application_id, call_id, reason, written_by) VALUES (<mine>, <B-002>, <call>, ' ', <@juror>)`,
  ],
  [
    'bundle_corridor_justifications_reason_is_given',
    `INSERT INTO kuer.bundle_corridor_justifications (bundle_id, call_id, dimension, value, reason, written_by) VALUES (<mine>, <call>, 'state', 'NW', ' ', <@juror>)`,
  ],
  [
    'bundle_corridor_justifications_dimension_is_known',
    `INSERT INTO kuer.bundle_corridor_justifications (bundle_id, call_id, dimension, value, reason, written_by) VALUES (<mine>, <call>, 'colour', 'NW', 'r', <@juror>)`,
  ],
  ['sessions_title_is_given', `UPDATE kuer.sessions SET title = '' WHERE id = <session>`],
  ['sessions_step_is_known', `UPDATE kuer.sessions SET state = 'planned' WHERE id = <session>`],
  ['sessions_closed_since', `UPDATE kuer.sessions SET state = 'closed' WHERE id = <session>`],
  ['sessions_never_vanish', `DELETE FROM kuer.sessions`],
  ['session_attendance_status_is_known', `UPDATE kuer.session_attendance SET status = 'asleep'`],
  [
    'motions_number_is_unique',
    `INSERT INTO kuer.motions (id, session_id, call_id, number, kind, text, ballot, majority, tie_rule, put_by) VALUES (<x>, <session>, <call>, 1, 'other', 't', 'open', 'simple', 'rejected', <@juror>)`,
  ],
  ['motions_only_closed_ones_have_results', `UPDATE kuer.motions SET outcome = 'adopted' WHERE id = <motion>`],
  ['motions_open_since', `UPDATE kuer.motions SET opened_at = now() WHERE id = <motion>`],
  ['motions_text_is_given', `UPDATE kuer.motions SET text = ' ' WHERE id = <motion>`],
  [
    'audit_events_type_has_its_form',
    `INSERT INTO kuer.audit_events (chain_id, seq, id, type, at, payload, canonical, previous_hash, hash) SELECT id, last_seq + 1, <x>, 'lower case', now(), '{}', '{}', last_hash, sha256(last_hash || convert_to('{}', 'UTF8')) FROM kuer.audit_chains WHERE id = '00000000-0000-0000-0000-000000000000'`,
  ],
  [
    'audit_events_chain_of_the_call',
    `INSERT INTO kuer.audit_events (chain_id, seq, id, call_id, type, at, payload, canonical, previous_hash, hash) SELECT id, last_seq + 1, <x>, <call>, 'X', now(), '{}', '{}', last_hash, sha256(last_hash || convert_to('{}', 'UTF8')) FROM kuer.audit_chains WHERE id = '00000000-0000-0000-0000-000000000000'`,
  ],
  [
    'refresh_tokens_hash_is_unique',
    `INSERT INTO kuer.refresh_tokens (id, family_id, account_id, token_hash, expires_at) VALUES (<x>, <f>, <@juror>, 'taken', now())`,
  ],
];

describe('the plain rules', () => {
  let db: SchemaDatabase;
  beforeAll(async () => {
    db = await SchemaDatabase.open();
    await buildWorld(db);
    await db.insert('applications', { id: idOf('elsewhere'), call_id: idOf('other call'), number: 'B-009' });
    await db.insert('formal_check_decisions', {
      id: idOf('unconfirmed'),
      application_id: applicationId('B-004'),
      call_id: CALL,
      outcome: 'rejected',
      reason: 'r',
      decided_by: idOf('examiner1'),
    });
    await db.scene(
      `UPDATE kuer.supplement_requests SET answer = 'a', answered_at = now(), answered_by = $1 WHERE application_id = $2`,
      [idOf('office1'), applicationId('B-002')],
    );
    await db.insert('third_review_orders', {
      application_id: applicationId('B-004'),
      call_id: CALL,
      reason: 'r',
      ordered_by: idOf('office1'),
    });
    await db.insert('reconciliations', {
      id: idOf('closed'),
      application_id: applicationId('B-003'),
      call_id: CALL,
      reason: 'r',
      opened_by: idOf('office1'),
      closed_by: idOf('office1'),
      closed_at: new Date(),
      outcome: 'upheld',
    });
    await assignAndReview();
    await openJury(db);
    for (const bundle of ['mine', 'yours']) await putBundle(db, bundle, 'juror');
    await putItem(db, 'mine', 'B-001');
    await db.insert('motions', {
      id: idOf('motion'),
      session_id: idOf('session'),
      call_id: CALL,
      number: 1,
      kind: 'other',
      text: 't',
      ballot: 'open',
      majority: 'simple',
      tie_rule: 'rejected',
      put_by: idOf('juror'),
    });
    await db.insert('refresh_tokens', {
      id: idOf('token'),
      family_id: idOf('f'),
      account_id: idOf('juror'),
      token_hash: 'taken',
      expires_at: new Date(),
    });
  });
  afterAll(() => db.close());

  /** Assignments without a review yet, and a complete draft that could be submitted. */
  async function assignAndReview(): Promise<void> {
    const assign = (name: string, number: string, slot: number, reviewer: string): Promise<unknown> =>
      db.insert('assignments', {
        id: idOf(name),
        application_id: applicationId(number),
        call_id: CALL,
        slot,
        reviewer_id: idOf(reviewer),
        assigned_by: idOf('office1'),
      });
    await assign('unreviewed', 'B-004', 1, 'reviewer3');
    await assign('late again', 'B-003', 1, 'reviewer1');
    await assign('with a draft', 'B-004', 2, 'reviewer2');
    const at = { application_id: applicationId('B-004'), call_id: CALL };
    await db.insert('reviews', { id: idOf('review'), assignment_id: idOf('with a draft'), ...at, label: 'B' });
    await db.insert('review_versions', {
      id: idOf('complete'),
      review_id: idOf('review'),
      ...at,
      catalogue_id: CATALOGUE,
      number: 1,
    });
    await db.scene(
      `INSERT INTO kuer.scores (review_version_id, catalogue_id, criterion, scale_max, scale_step, value)
        SELECT $1, catalogue_id, code, scale_max, scale_step, 1 FROM kuer.catalogue_criteria WHERE catalogue_id = $2`,
      [idOf('complete'), CATALOGUE],
    );
  }

  it.each(REFUSED)('%s', async (rule, sql) => {
    await db.scene('BEGIN');
    try {
      expect(await refusalOf(db.scene(spell(sql)))).toBe(rule);
    } finally {
      await db.scene('ROLLBACK');
    }
  });
});
