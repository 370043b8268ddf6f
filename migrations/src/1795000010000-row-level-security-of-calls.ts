import type { MigrationInterface, QueryRunner } from 'typeorm';
import {
  administrator,
  assigned,
  clear,
  inCallsAs,
  inFoundedCalls,
  inJuryCallsAs,
  inMyCalls,
  protect,
  self,
  system,
  unprotect,
} from './row-level-terms.js';

/** Who sees and writes what of calls, people, applications and stage 1. Source: the access matrix (docs). */
export class RowLevelSecurityOfCalls1795000010000 implements MigrationInterface {
  name = 'RowLevelSecurityOfCalls1795000010000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statements of [ACCOUNTS, CALLS, CATALOGUE, CRITERIA, MEMBERS, OVERRIDES]) await runner.query(statements);
    for (const statements of [APPLICATIONS, CONTENTS, PARTIES, ATTACHMENTS, ATTACHMENT_CONTENTS])
      await runner.query(statements);
    for (const statements of [CHECK_ITEMS, CHECK_DECISIONS, SUPPLEMENTS, CONFLICTS, STATEMENTS])
      await runner.query(statements);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      unprotect([
        'accounts',
        'calls',
        'catalogue_versions',
        'catalogue_criteria',
        'members',
        'override_requests',
        'applications',
        'application_contents',
        'application_parties',
        'attachments',
        'attachment_contents',
        'formal_check_items',
        'formal_check_decisions',
        'supplement_requests',
        'conflicts',
        'conflict_statements',
      ]),
    );
  }
}

const coordinator = inCallsAs('coordinator');
const examiner = inCallsAs('examiner');

const ACCOUNTS = protect('accounts', {
  select: `${self('id')} OR ${administrator} OR ${system} OR id IN (SELECT kuer.visible_accounts())`,
  insert: `${administrator} OR ${system}`,
  update: `${self('id')} OR ${administrator}`,
});

const CALLS = protect('calls', {
  // created_by stands for itself: the row must be readable by its creator in the very statement that inserts it.
  select: `${inMyCalls('id')} OR ${administrator} OR ${system} OR (${self('created_by')} AND state = 'draft')`,
  insert: `(${self('created_by')} AND (${administrator} OR cardinality((SELECT kuer.calls_as('{coordinator}'))) > 0)) OR ${system}`,
  update: inCallsAs('coordinator', 'id'),
});

const CATALOGUE = protect('catalogue_versions', {
  select: `${inMyCalls()} OR ${administrator}`,
  insert: `${coordinator} OR ${inFoundedCalls()}`,
  update: `${coordinator} OR ${inFoundedCalls()}`,
});

const catalogueIs = (condition: string): string =>
  `EXISTS (SELECT 1 FROM kuer.catalogue_versions v WHERE v.id = catalogue_id AND (${condition}))`;
const CRITERIA = protect('catalogue_criteria', {
  select: catalogueIs('true'),
  insert: catalogueIs(`${inCallsAs('coordinator', 'v.call_id')} OR ${inFoundedCalls('v.call_id')}`),
  update: catalogueIs(`${inCallsAs('coordinator', 'v.call_id')} OR ${inFoundedCalls('v.call_id')}`),
  delete: catalogueIs(`${inCallsAs('coordinator', 'v.call_id')} OR ${inFoundedCalls('v.call_id')}`),
});

const MEMBERS = protect('members', {
  select: `${self('account_id')} OR ${administrator} OR ${system} OR ${inCallsAs('coordinator,auditor')}
    OR (role IN ('juror', 'chair', 'coordinator') AND ${inCallsAs('juror,chair')})
    OR (role IN ('examiner', 'coordinator') AND ${examiner})`,
  // Whoever creates a call becomes its first coordinator; everybody else is put in by an administrator.
  insert: `${administrator} OR ${system} OR (${self('account_id')} AND role = 'coordinator' AND ${inFoundedCalls()})`,
  delete: administrator,
});

const OVERRIDES = protect('override_requests', {
  select: inCallsAs('coordinator,auditor'),
  insert: `${coordinator} AND ${self('requested_by')} AND confirmed_by IS NULL`,
  update: { from: coordinator, to: `${coordinator} AND (confirmed_by IS NULL OR ${self('confirmed_by')})` },
});

const APPLICATIONS = protect('applications', {
  // That it exists: also in conflict, but for reviewers, who know of nothing that is not theirs.
  select: `${inCallsAs('coordinator,examiner,auditor')} OR ${inJuryCallsAs('juror,chair')} OR ${assigned('id')}`,
  insert: coordinator,
  update: {
    from: `${inCallsAs('coordinator,examiner')} OR ${inJuryCallsAs('chair')} OR ${assigned('id')}`,
    // Each role moves an application where its own act leads: the examiner's decision, the last submission, the adoption.
    to: `${coordinator}
      OR (${examiner} AND state IN ('in_formal_check', 'supplement_requested', 'formally_accepted', 'formally_rejected'))
      OR (${inJuryCallsAs('chair')} AND state IN ('selected', 'reserve', 'not_selected'))
      OR (${assigned('id')} AND state IN ('in_review', 'reviewed', 'in_reconciliation'))`,
  },
});

const contentIsReadable = `((${inCallsAs('coordinator,examiner,auditor')} OR ${inJuryCallsAs('juror,chair')}) AND ${clear()}) OR ${assigned()}`;
const CONTENTS = protect('application_contents', {
  select: contentIsReadable,
  insert: coordinator,
  update: `${coordinator} AND ${clear()}`,
});

const PARTIES = protect('application_parties', {
  select: contentIsReadable,
  insert: coordinator,
  update: `${coordinator} AND ${clear()}`,
  delete: `${coordinator} AND ${clear()}`,
});

const ATTACHMENTS = protect('attachments', {
  select: contentIsReadable,
  insert: `${coordinator} AND ${clear()} AND ${self('uploaded_by')}`,
  update: `${coordinator} AND ${clear()}`,
});

// The inner table is read under its own policy: whoever sees the attachment sees its bytes.
const ATTACHMENT_CONTENTS = protect('attachment_contents', {
  select: `EXISTS (SELECT 1 FROM kuer.attachments a WHERE a.id = attachment_id)`,
  insert: `EXISTS (SELECT 1 FROM kuer.attachments a WHERE a.id = attachment_id AND ${self('a.uploaded_by')})`,
});

const checkIsReadable = `${inCallsAs('coordinator,examiner,auditor')} AND ${clear()}`;
const CHECK_ITEMS = protect('formal_check_items', {
  select: checkIsReadable,
  insert: `${examiner} AND ${clear()} AND ${self('examined_by')}`,
  update: { from: `${examiner} AND ${clear()}`, to: `${examiner} AND ${clear()} AND ${self('examined_by')}` },
});

const CHECK_DECISIONS = protect('formal_check_decisions', {
  select: checkIsReadable,
  insert: `${examiner} AND ${clear()} AND ${self('decided_by')}`,
});

const SUPPLEMENTS = protect('supplement_requests', {
  select: checkIsReadable,
  insert: `${inCallsAs('coordinator,examiner')} AND ${clear()} AND ${self('sent_by')}`,
  update: { from: `${coordinator} AND ${clear()}`, to: `${coordinator} AND ${clear()} AND ${self('answered_by')}` },
});

const CONFLICTS = protect('conflicts', {
  select: `${self('account_id')} OR ${self('created_by')} OR ${inCallsAs('coordinator,auditor')}`,
  // An administrator who gives a role sets off derived conflicts, and nothing else; so does a person who edits their account.
  insert: `${self('created_by')} AND (
      (source IN ('declared', 'derived') AND ${self('account_id')} AND ${inMyCalls()})
      OR (source IN ('set', 'derived') AND ${coordinator})
      OR (source = 'derived' AND ${administrator}))`,
  update: {
    from: `${coordinator} AND account_id <> (SELECT kuer.account_id())`,
    to: `${coordinator} AND ${self('lifted_by')}`,
  },
});

const STATEMENTS = protect('conflict_statements', {
  select: `${self('account_id')} OR ${inCallsAs('coordinator,auditor')}`,
  insert: `${self('account_id')} AND ${inMyCalls()}`,
  update: self('account_id'),
});
