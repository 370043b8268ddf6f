import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  administrator,
  assigned,
  clear,
  inCallsAs,
  inJuryCallsAs,
  inMyCalls,
  ownAssignment,
  ownReview,
  protect,
  self,
  system,
  unprotect,
} from './row-level-terms.js';

/** Who sees and writes what of stages 2 and 3, the decision, the trail and the infrastructure. */
export class RowLevelSecurityOfReviewAndJury1795000011000 implements MigrationInterface {
  name = 'RowLevelSecurityOfReviewAndJury1795000011000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [ASSIGNMENTS, REVIEWS, VERSIONS, SCORES]) await runner.query(statements);
    for (const statements of [RECONCILIATIONS, THIRD_REVIEWS, RECOMMENDATIONS, RANKINGS, RANKING_ENTRIES])
      await runner.query(statements);
    for (const statements of [BUNDLES, BUNDLE_ITEMS, JUSTIFICATIONS, CORRIDOR_JUSTIFICATIONS, SESSIONS, ATTENDANCE])
      await runner.query(statements);
    for (const statements of [MOTIONS, ELECTORATE, VOTES, BALLOTS]) await runner.query(statements);
    for (const statements of [DECISIONS, DECISION_ITEMS, NOTICES]) await runner.query(statements);
    for (const statements of [CHAINS, EVENTS, TOKENS, ATTEMPTS, IDEMPOTENCY]) await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      unprotect([
        'assignments',
        'reviews',
        'review_versions',
        'scores',
        'reconciliations',
        'third_review_orders',
        'recommendations',
        'ranking_versions',
        'ranking_entries',
        'bundles',
        'bundle_items',
        'bundle_justifications',
        'bundle_corridor_justifications',
        'sessions',
        'session_attendance',
        'motions',
        'motion_electorate',
        'votes',
        'secret_ballots',
        'decisions',
        'decision_items',
        'notices',
        'audit_chains',
        'audit_events',
        'refresh_tokens',
        'sign_in_attempts',
        'idempotency_records',
      ]),
    );
  }
}

const coordinator = inCallsAs('coordinator');
const office = inCallsAs('coordinator,auditor');
const jury = inJuryCallsAs('juror,chair');
const chair = inJuryCallsAs('chair');

const ASSIGNMENTS = protect('assignments', {
  // Never the jury: an assignment names the reviewer.
  select: `${office} OR ${self('reviewer_id')}`,
  insert: `${coordinator} AND ${self('assigned_by')}`,
  update: `${coordinator} OR ${self('reviewer_id')}`,
});

const REVIEWS = protect('reviews', {
  select: `${ownAssignment}
    OR (submitted_number IS NOT NULL AND ${office} AND ${clear()})
    OR (submitted_number IS NOT NULL AND is_counted AND (
         (${jury} AND ${clear()}) OR application_id IN (SELECT kuer.reconciled_applications())))`,
  insert: ownAssignment,
  update: ownAssignment,
});

const VERSIONS = protect('review_versions', {
  // A draft is its author's. Older versions are read by coordinator and auditor, the jury reads the one that counts.
  select: `${ownReview}
    OR (state = 'submitted' AND ${office} AND ${clear()})
    OR (is_current AND ((${jury} AND ${clear()}) OR application_id IN (SELECT kuer.reconciled_applications())))`,
  insert: `${ownReview} AND state = 'draft'`,
  update: ownReview,
});

// Whoever sees the version sees its scores: the inner table is read under its own policy.
const SCORES = protect('scores', {
  select: `EXISTS (SELECT 1 FROM kuer.review_versions v WHERE v.id = review_version_id)`,
  insert: `kuer.is_own_draft(review_version_id)`,
  update: `kuer.is_own_draft(review_version_id)`,
});

const RECONCILIATIONS = protect('reconciliations', {
  select: `((${office} OR ${jury}) AND ${clear()}) OR ${assigned()}`,
  insert: `${coordinator} AND ${clear()} AND ${self('opened_by')}`,
  update: { from: `${coordinator} AND ${clear()}`, to: `${coordinator} AND ${clear()} AND ${self('closed_by')}` },
});

const THIRD_REVIEWS = protect('third_review_orders', {
  select: `(${office} OR ${jury}) AND ${clear()}`,
  insert: `${coordinator} AND ${clear()} AND ${self('ordered_by')}`,
});

const RECOMMENDATIONS = protect('recommendations', {
  select: `(${office} OR ${jury}) AND ${clear()}`,
  insert: `${coordinator} AND ${clear()} AND ${self('confirmed_by')}`,
  update: { from: `${coordinator} AND ${clear()}`, to: `${coordinator} AND ${clear()} AND ${self('confirmed_by')}` },
});

const RANKINGS = protect('ranking_versions', {
  select: `${office} OR ${jury}`,
  insert: `${coordinator} AND ${self('created_by')}`,
});

const RANKING_ENTRIES = protect('ranking_entries', {
  select: `(${office} OR ${jury}) AND ${clear()}`,
  // Without a look at conflicts: a ranking is kept whole, also where its maker may not read every line of it.
  insert: `${coordinator} AND EXISTS (SELECT 1 FROM kuer.ranking_versions r WHERE r.id = ranking_id AND ${self('r.created_by')})`,
});

const bundleIsWritable = (prefix: string): string =>
  `${inCallsAs('coordinator', `${prefix}call_id`)} OR ${inJuryCallsAs('chair', `${prefix}call_id`)}
    OR (${inJuryCallsAs('juror', `${prefix}call_id`)} AND ${self(`${prefix}owner_id`)})`;
const BUNDLES = protect('bundles', {
  // Jurors read their own scenarios and shared ones; what is frozen or adopted counts as shared.
  select: `${office} OR ${chair} OR (${inJuryCallsAs('juror')} AND (${self('owner_id')} OR is_shared OR state <> 'draft'))`,
  insert: `${self('owner_id')} AND (${coordinator} OR ${jury})`,
  update: bundleIsWritable(''),
});

const inVisibleBundle = `EXISTS (SELECT 1 FROM kuer.bundles b WHERE b.id = bundle_id)`;
const inWritableBundle = `EXISTS (SELECT 1 FROM kuer.bundles b WHERE b.id = bundle_id AND (${bundleIsWritable('b.')}))`;
const BUNDLE_ITEMS = protect('bundle_items', {
  select: `${inVisibleBundle} AND ${clear()}`,
  insert: `${inWritableBundle} AND ${clear()} AND ${self('added_by')}`,
  update: {
    from: `${inWritableBundle} AND ${clear()}`,
    to: `${inWritableBundle} AND ${clear()} AND ${self('added_by')}`,
  },
  delete: `${inWritableBundle} AND ${clear()}`,
});

const JUSTIFICATIONS = protect('bundle_justifications', {
  select: `${inVisibleBundle} AND ${clear()}`,
  insert: `${inWritableBundle} AND ${clear()} AND ${self('written_by')}`,
  update: {
    from: `${inWritableBundle} AND ${clear()}`,
    to: `${inWritableBundle} AND ${clear()} AND ${self('written_by')}`,
  },
});

const CORRIDOR_JUSTIFICATIONS = protect('bundle_corridor_justifications', {
  select: inVisibleBundle,
  insert: `${inWritableBundle} AND ${self('written_by')}`,
  update: { from: inWritableBundle, to: `${inWritableBundle} AND ${self('written_by')}` },
});

// Sessions are planned and invited to before the jury stage opens; they hold nothing of an application.
const sessionIsReadable = inCallsAs('coordinator,auditor,juror,chair');
const SESSIONS = protect('sessions', {
  select: sessionIsReadable,
  insert: `${inCallsAs('coordinator,chair')} AND ${self('created_by')}`,
  update: inCallsAs('coordinator,chair'),
});

const ATTENDANCE = protect('session_attendance', {
  select: sessionIsReadable,
  insert: `${inCallsAs('coordinator,chair')} AND ${self('recorded_by')}`,
  update: { from: inCallsAs('coordinator,chair'), to: `${inCallsAs('coordinator,chair')} AND ${self('recorded_by')}` },
});

const MOTIONS = protect('motions', {
  select: sessionIsReadable,
  insert: `${inCallsAs('juror,chair')} AND ${self('put_by')}`,
  update: inCallsAs('chair'),
});

const ELECTORATE = protect('motion_electorate', {
  select: sessionIsReadable,
  insert: inCallsAs('chair'),
  update: inCallsAs('chair'),
});

const VOTES = protect('votes', {
  // One's own at any time; those of others by name only after closing, and only jury and auditor.
  select: `${self('account_id')} OR (${inCallsAs('juror,chair,auditor')}
    AND EXISTS (SELECT 1 FROM kuer.motions m WHERE m.id = motion_id AND m.state = 'closed'))`,
  insert: `${self('account_id')} AND ${inCallsAs('juror,chair')}`,
  update: self('account_id'),
});

// No rule at all: slips are put in by kuer.cast_secret_vote() and counted by kuer.motion_tally(), nobody reads them.
const BALLOTS = protect('secret_ballots', {});

const DECISIONS = protect('decisions', {
  select: `${office} OR ${jury}`,
  insert: `${chair} AND ${self('decided_by')}`,
  update: { from: coordinator, to: `${coordinator} AND ${self('published_by')}` },
});

const DECISION_ITEMS = protect('decision_items', {
  select: `${office} OR ${jury}`,
  insert: `${chair} AND EXISTS (SELECT 1 FROM kuer.decisions d WHERE d.id = decision_id AND ${self('d.decided_by')})`,
});

const NOTICES = protect('notices', {
  select: `(${office} AND (application_id IS NULL OR ${clear()})) OR ${self('sent_by')}`,
  insert: `${self('sent_by')} AND ${inCallsAs('coordinator,examiner,chair')}`,
});

const installation = `'00000000-0000-0000-0000-000000000000'`;
const CHAINS = protect('audit_chains', {
  // Whoever acts must know where the chain stands; the row says nothing of what happened.
  select: `${inMyCalls('id')} OR ${administrator} OR ${system} OR (id = ${installation} AND (SELECT kuer.account_id()) IS NOT NULL)`,
});

const EVENTS = protect('audit_events', {
  select: `(${office} AND (application_id IS NULL OR ${clear()}))
    OR (call_id IS NULL AND (${administrator} OR ${system} OR cardinality((SELECT kuer.calls_as('{auditor}'))) > 0))`,
  // In one's own name. The installation writes sign-ins, where the person is not yet known, and the demo loader's first steps.
  insert: `(${self('actor_id')} AND (call_id IS NULL OR ${inMyCalls()} OR ${administrator}))
    OR (${system} AND (actor_id IS NULL OR call_id IS NULL))`,
});

const TOKENS = protect('refresh_tokens', {
  // An administrator who disables an account, or sets its password, ends its sessions.
  select: `${self('account_id')} OR ${system} OR ${administrator}`,
  insert: `${self('account_id')} OR ${system}`,
  update: `${self('account_id')} OR ${system} OR ${administrator}`,
  delete: `${self('account_id')} OR ${system}`,
});

const ATTEMPTS = protect('sign_in_attempts', {
  select: `${self('account_id')} OR ${system}`,
  insert: system,
  delete: system,
});

const IDEMPOTENCY = protect('idempotency_records', {
  select: `${self('account_id')} OR ${system}`,
  insert: self('account_id'),
  delete: `${self('account_id')} OR ${system}`,
});
