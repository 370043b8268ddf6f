import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Rules that span rows or time and therefore are triggers. A refusal carries the name of its rule as constraint name and
 * the code of a check violation, so that callers tell rules apart as they do with constraints.
 *
 * Trigger functions that look at other rows are SECURITY DEFINER: a rule must hold against all rows, not against those
 * that the person may see. Each fixes its search_path, so that nobody can slip another table under it.
 */
export class GuardsOfCallsAndApplications1795000006000 implements MigrationInterface {
  name = 'GuardsOfCallsAndApplications1795000006000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BASICS);
    await runner.query(MEMBERS);
    await runner.query(CALLS);
    await runner.query(CATALOGUE);
    await runner.query(OVERRIDES);
    await runner.query(APPLICATIONS);
    await runner.query(FORMAL_CHECK);
    await runner.query(CONFLICTS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER conflict_statements_never_vanish ON kuer.conflict_statements;
      DROP TRIGGER conflict_statements_only_turn_to_yes ON kuer.conflict_statements;
      DROP TRIGGER conflicts_one_after_the_other ON kuer.conflicts;
      DROP TRIGGER conflicts_never_vanish ON kuer.conflicts;
      DROP TRIGGER conflicts_are_only_lifted ON kuer.conflicts;
      DROP TRIGGER attachment_contents_never_change ON kuer.attachment_contents;
      DROP TRIGGER supplement_requests_answered_once ON kuer.supplement_requests;
      DROP TRIGGER supplement_requests_never_vanish ON kuer.supplement_requests;
      DROP TRIGGER formal_check_decisions_never_change ON kuer.formal_check_decisions;
      DROP TRIGGER formal_check_decisions_by_another_examiner ON kuer.formal_check_decisions;
      DROP TRIGGER applications_rejected_by_two ON kuer.applications;
      DROP TRIGGER applications_release_parties ON kuer.applications;
      DROP TRIGGER applications_guard ON kuer.applications;
      DROP TRIGGER override_requests_guard ON kuer.override_requests;
      DROP TRIGGER catalogue_criteria_frozen ON kuer.catalogue_criteria;
      DROP TRIGGER catalogue_versions_frozen ON kuer.catalogue_versions;
      DROP TRIGGER calls_decided_by_the_jury ON kuer.calls;
      DROP TRIGGER calls_guard ON kuer.calls;
      DROP TRIGGER accounts_roles_exclude_each_other ON kuer.accounts;
      DROP TRIGGER members_roles_exclude_each_other ON kuer.members;
      DROP FUNCTION kuer.guard_conflict_statement();
      DROP FUNCTION kuer.guard_conflict();
      DROP FUNCTION kuer.lock_application();
      DROP FUNCTION kuer.guard_formal_confirmation();
      DROP FUNCTION kuer.guard_formal_rejection();
      DROP FUNCTION kuer.release_parties();
      DROP FUNCTION kuer.guard_application();
      DROP FUNCTION kuer.is_application_step(text, text);
      DROP FUNCTION kuer.guard_override();
      DROP FUNCTION kuer.guard_criterion();
      DROP FUNCTION kuer.guard_catalogue();
      DROP FUNCTION kuer.guard_call_decided();
      DROP FUNCTION kuer.guard_call();
      DROP FUNCTION kuer.guard_administrator();
      DROP FUNCTION kuer.guard_member();
      DROP FUNCTION kuer.refuse_change();
      DROP FUNCTION kuer.refuse(text, text);
    `);
  }
}

const BASICS = `
  CREATE FUNCTION kuer.refuse(rule text, because text) RETURNS void
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    RAISE EXCEPTION '%', because USING ERRCODE = 'check_violation', CONSTRAINT = rule, SCHEMA = 'kuer';
  END $$;

  -- For rows that are written once: the trigger's name is the rule.
  CREATE FUNCTION kuer.refuse_change() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    PERFORM kuer.refuse(TG_NAME, format('%s of %s is refused: what stands there stays', TG_OP, TG_TABLE_NAME));
    RETURN NULL;
  END $$;
`;

const MEMBERS = `
  CREATE FUNCTION kuer.guard_member() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    others text[];
  BEGIN
    IF TG_OP = 'UPDATE' THEN
      PERFORM kuer.refuse('members_come_and_go', 'a membership is given or taken, not changed');
    END IF;
    -- Two roles given at the same moment must see each other. A row's lock, not an advisory one: of those a server has only
    -- some thousands, and a call may have as many members.
    PERFORM 1 FROM kuer.accounts a WHERE a.id = NEW.account_id FOR NO KEY UPDATE;
    SELECT array_agg(m.role) INTO others FROM kuer.members m
      WHERE m.call_id = NEW.call_id AND m.account_id = NEW.account_id AND m.role <> NEW.role;
    IF EXISTS (SELECT 1 FROM kuer.accounts a WHERE a.id = NEW.account_id AND a.is_administrator) THEN
      others := array_append(others, 'administrator');
    END IF;
    IF others IS NULL THEN
      RETURN NEW;
    END IF;
    IF NEW.role = 'auditor' OR 'auditor' = ANY (others)
       OR (NEW.role = 'reviewer' AND others && ARRAY['juror','chair','examiner','coordinator'])
       OR ('reviewer' = ANY (others) AND NEW.role IN ('juror','chair','examiner','coordinator')) THEN
      PERFORM kuer.refuse('members_roles_exclude_each_other', 'these roles can not be held together in one call');
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER members_roles_exclude_each_other BEFORE INSERT OR UPDATE ON kuer.members
    FOR EACH ROW EXECUTE FUNCTION kuer.guard_member();

  -- The same rule from the other side: an auditor audits and does not administer.
  CREATE FUNCTION kuer.guard_administrator() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    -- The update holds the account's row, as the giving of a role does.
    IF EXISTS (SELECT 1 FROM kuer.members m WHERE m.account_id = NEW.id AND m.role = 'auditor') THEN
      PERFORM kuer.refuse('members_roles_exclude_each_other', 'an auditor can not be administrator');
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER accounts_roles_exclude_each_other BEFORE UPDATE OF is_administrator ON kuer.accounts
    FOR EACH ROW WHEN (NEW.is_administrator AND NOT OLD.is_administrator) EXECUTE FUNCTION kuer.guard_administrator();
`;

const CALLS = `
  -- One step forward or one back, never past an adopted bundle, and nothing after publication.
  CREATE FUNCTION kuer.guard_call() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    stages CONSTANT text[] := ARRAY['draft','formal_check','review','jury','decided','published'];
    step integer;
  BEGIN
    IF NEW.id <> OLD.id OR NEW.created_by IS DISTINCT FROM OLD.created_by THEN
      PERFORM kuer.refuse('calls_identity_is_fixed', 'id and creator of a call do not change');
    END IF;
    step := array_position(stages, NEW.state) - array_position(stages, OLD.state);
    IF step NOT IN (-1, 0, 1) OR (step = -1 AND OLD.state IN ('decided', 'published')) THEN
      PERFORM kuer.refuse('calls_step_is_known', format('no step from %s to %s', OLD.state, NEW.state));
    END IF;
    IF step = -1 AND EXISTS (SELECT 1 FROM kuer.bundles b WHERE b.call_id = NEW.id AND b.state = 'adopted') THEN
      PERFORM kuer.refuse('calls_never_back_past_a_decision', 'the jury has decided');
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER calls_guard BEFORE UPDATE ON kuer.calls FOR EACH ROW EXECUTE FUNCTION kuer.guard_call();

  -- Looked at when the transaction commits: decision, publication and the step may come in any order within it.
  CREATE FUNCTION kuer.guard_call_decided() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF NEW.state = 'decided' AND NOT EXISTS (SELECT 1 FROM kuer.decisions d WHERE d.call_id = NEW.id) THEN
      PERFORM kuer.refuse('calls_decided_by_the_jury', 'a call is decided by an adopted bundle');
    END IF;
    IF NEW.state = 'published' AND NOT EXISTS (
      SELECT 1 FROM kuer.decisions d WHERE d.call_id = NEW.id AND d.published_at IS NOT NULL) THEN
      PERFORM kuer.refuse('calls_published_with_a_decision', 'a call is published with its decision');
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER calls_decided_by_the_jury AFTER UPDATE OF state ON kuer.calls
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state IN ('decided', 'published'))
    EXECUTE FUNCTION kuer.guard_call_decided();
`;

const CATALOGUE = `
  -- A frozen catalogue is what was published: it never changes, for no role. The next one is a new version.
  CREATE FUNCTION kuer.guard_catalogue() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF OLD.frozen_at IS NOT NULL THEN
      PERFORM kuer.refuse('catalogue_is_frozen', 'a frozen catalogue does not change');
    END IF;
    IF TG_OP = 'DELETE' THEN
      RETURN OLD;
    END IF;
    IF NEW.id <> OLD.id OR NEW.call_id <> OLD.call_id OR NEW.number <> OLD.number THEN
      PERFORM kuer.refuse('catalogue_identity_is_fixed', 'id, call and number of a catalogue do not change');
    END IF;
    IF NEW.frozen_at IS NOT NULL AND NOT EXISTS (SELECT 1 FROM kuer.catalogue_criteria c WHERE c.catalogue_id = NEW.id) THEN
      PERFORM kuer.refuse('catalogue_is_not_empty', 'a catalogue without criteria can not be frozen');
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER catalogue_versions_frozen BEFORE UPDATE OR DELETE ON kuer.catalogue_versions
    FOR EACH ROW EXECUTE FUNCTION kuer.guard_catalogue();

  CREATE FUNCTION kuer.guard_criterion() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    frozen timestamptz;
  BEGIN
    -- FOR SHARE: a criterion can not slip in while the catalogue is being frozen.
    IF TG_OP IN ('UPDATE', 'DELETE') THEN
      SELECT v.frozen_at INTO frozen FROM kuer.catalogue_versions v WHERE v.id = OLD.catalogue_id FOR SHARE;
    END IF;
    IF TG_OP IN ('UPDATE', 'INSERT') AND frozen IS NULL THEN
      SELECT v.frozen_at INTO frozen FROM kuer.catalogue_versions v WHERE v.id = NEW.catalogue_id FOR SHARE;
    END IF;
    IF frozen IS NOT NULL THEN
      PERFORM kuer.refuse('catalogue_is_frozen', 'a frozen catalogue does not change');
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END $$;
  CREATE TRIGGER catalogue_criteria_frozen BEFORE INSERT OR UPDATE OR DELETE ON kuer.catalogue_criteria
    FOR EACH ROW EXECUTE FUNCTION kuer.guard_criterion();
`;

const OVERRIDES = `
  CREATE FUNCTION kuer.guard_override() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    coordinators bigint;
  BEGIN
    IF TG_OP = 'UPDATE' THEN
      IF OLD.confirmed_at IS NOT NULL OR OLD.withdrawn_at IS NOT NULL THEN
        PERFORM kuer.refuse('override_requests_end_once', 'the request has ended');
      END IF;
      IF (NEW.id, NEW.call_id, NEW.from_state, NEW.to_state, NEW.reason, NEW.requested_by, NEW.requested_at)
         IS DISTINCT FROM (OLD.id, OLD.call_id, OLD.from_state, OLD.to_state, OLD.reason, OLD.requested_by, OLD.requested_at) THEN
        PERFORM kuer.refuse('override_requests_are_confirmed_as_asked', 'a request is confirmed as it was asked for');
      END IF;
    END IF;
    SELECT count(DISTINCT m.account_id) INTO coordinators FROM kuer.members m
      WHERE m.call_id = NEW.call_id AND m.role = 'coordinator' AND m.account_id IN (NEW.requested_by, NEW.confirmed_by);
    IF coordinators <> num_nonnulls(NEW.requested_by, NEW.confirmed_by) THEN
      PERFORM kuer.refuse('override_requests_two_coordinators', 'one coordinator of the call asks, another one confirms');
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER override_requests_guard BEFORE INSERT OR UPDATE ON kuer.override_requests
    FOR EACH ROW EXECUTE FUNCTION kuer.guard_override();
`;

const APPLICATIONS = `
  -- The table of transitions. The domain has the same one, with who and why; a test holds both against each other.
  CREATE FUNCTION kuer.is_application_step(from_state text, to_state text) RETURNS boolean
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT (from_state, to_state) IN (
      ('received', 'in_formal_check'),
      ('in_formal_check', 'supplement_requested'),
      ('supplement_requested', 'in_formal_check'),
      ('in_formal_check', 'formally_accepted'),
      ('in_formal_check', 'formally_rejected'),
      ('formally_accepted', 'in_formal_check'),
      ('formally_rejected', 'in_formal_check'),
      ('formally_accepted', 'in_review'),
      ('in_review', 'reviewed'),
      ('reviewed', 'in_review'),
      ('recommended', 'in_review'),
      ('not_recommended', 'in_review'),
      ('in_reconciliation', 'in_review'),
      ('reviewed', 'in_reconciliation'),
      ('recommended', 'in_reconciliation'),
      ('not_recommended', 'in_reconciliation'),
      ('in_reconciliation', 'reviewed'),
      ('reviewed', 'recommended'),
      ('reviewed', 'not_recommended'),
      ('not_recommended', 'recommended'),
      ('recommended', 'not_recommended'),
      ('recommended', 'selected'),
      ('recommended', 'reserve'),
      ('recommended', 'not_selected'),
      ('not_recommended', 'not_selected'),
      ('received', 'withdrawn'),
      ('in_formal_check', 'withdrawn'),
      ('supplement_requested', 'withdrawn'),
      ('formally_accepted', 'withdrawn'),
      ('formally_rejected', 'withdrawn'),
      ('in_review', 'withdrawn'),
      ('reviewed', 'withdrawn'),
      ('in_reconciliation', 'withdrawn'),
      ('recommended', 'withdrawn'),
      ('not_recommended', 'withdrawn'))
  $$;

  CREATE FUNCTION kuer.guard_application() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF NEW.id <> OLD.id OR NEW.call_id <> OLD.call_id OR NEW.number <> OLD.number THEN
      PERFORM kuer.refuse('applications_number_never_changes', 'id, call and number of an application do not change');
    END IF;
    IF NEW.state <> OLD.state AND NOT kuer.is_application_step(OLD.state, NEW.state) THEN
      PERFORM kuer.refuse('applications_step_is_known', format('no step from %s to %s', OLD.state, NEW.state));
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER applications_guard BEFORE UPDATE ON kuer.applications
    FOR EACH ROW EXECUTE FUNCTION kuer.guard_application();

  -- A withdrawn application frees its municipalities for another one.
  CREATE FUNCTION kuer.release_parties() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    UPDATE kuer.application_parties SET is_active = false WHERE application_id = NEW.id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER applications_release_parties AFTER UPDATE OF state ON kuer.applications
    FOR EACH ROW WHEN (NEW.state = 'withdrawn' AND OLD.state <> 'withdrawn') EXECUTE FUNCTION kuer.release_parties();

  -- I4: the state follows from the decisions of two examiners, not from the will of one.
  CREATE FUNCTION kuer.guard_formal_rejection() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF NOT EXISTS (SELECT 1 FROM kuer.formal_check_decisions d
                   WHERE d.application_id = NEW.id AND d.outcome = 'rejected' AND d.confirms_id IS NOT NULL) THEN
      PERFORM kuer.refuse('applications_rejected_by_two', 'a formal rejection needs two examiners');
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER applications_rejected_by_two AFTER UPDATE OF state ON kuer.applications
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state = 'formally_rejected' AND OLD.state <> 'formally_rejected')
    EXECUTE FUNCTION kuer.guard_formal_rejection();
`;

const FORMAL_CHECK = `
  CREATE FUNCTION kuer.guard_formal_confirmation() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM kuer.formal_check_decisions d
               WHERE d.id = NEW.confirms_id
                 AND (d.decided_by = NEW.decided_by OR d.outcome <> 'rejected' OR d.confirms_id IS NOT NULL)) THEN
      PERFORM kuer.refuse('formal_check_decisions_by_another_examiner', 'a rejection is confirmed by another examiner');
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER formal_check_decisions_by_another_examiner BEFORE INSERT ON kuer.formal_check_decisions
    FOR EACH ROW WHEN (NEW.confirms_id IS NOT NULL) EXECUTE FUNCTION kuer.guard_formal_confirmation();
  CREATE TRIGGER formal_check_decisions_never_change BEFORE UPDATE OR DELETE ON kuer.formal_check_decisions
    FOR EACH ROW EXECUTE FUNCTION kuer.refuse_change();
  CREATE TRIGGER supplement_requests_never_vanish BEFORE DELETE ON kuer.supplement_requests
    FOR EACH ROW EXECUTE FUNCTION kuer.refuse_change();
  CREATE TRIGGER supplement_requests_answered_once BEFORE UPDATE ON kuer.supplement_requests
    FOR EACH ROW WHEN (OLD.answered_at IS NOT NULL) EXECUTE FUNCTION kuer.refuse_change();
  CREATE TRIGGER attachment_contents_never_change BEFORE UPDATE OR DELETE ON kuer.attachment_contents
    FOR EACH ROW EXECUTE FUNCTION kuer.refuse_change();
`;

const CONFLICTS = `
  -- An assignment and a conflict that come at the same moment wait for each other at the application's row: the later one
  -- sees the earlier one.
  CREATE FUNCTION kuer.lock_application() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    PERFORM 1 FROM kuer.applications p WHERE p.id = NEW.application_id FOR NO KEY UPDATE;
    RETURN NEW;
  END $$;
  CREATE TRIGGER conflicts_one_after_the_other BEFORE INSERT ON kuer.conflicts
    FOR EACH ROW EXECUTE FUNCTION kuer.lock_application();

  -- A conflict stays on record. It can be lifted, once, and what was said stays as it was said.
  CREATE FUNCTION kuer.guard_conflict() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF OLD.state = 'lifted' OR NEW.state <> 'lifted'
       OR (NEW.id, NEW.call_id, NEW.application_id, NEW.account_id, NEW.ground, NEW.note, NEW.source, NEW.created_by, NEW.created_at)
          IS DISTINCT FROM
          (OLD.id, OLD.call_id, OLD.application_id, OLD.account_id, OLD.ground, OLD.note, OLD.source, OLD.created_by, OLD.created_at) THEN
      PERFORM kuer.refuse('conflicts_are_only_lifted', 'a conflict can be lifted once and changes in no other way');
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER conflicts_are_only_lifted BEFORE UPDATE ON kuer.conflicts
    FOR EACH ROW EXECUTE FUNCTION kuer.guard_conflict();
  CREATE TRIGGER conflicts_never_vanish BEFORE DELETE ON kuer.conflicts
    FOR EACH ROW EXECUTE FUNCTION kuer.refuse_change();

  CREATE FUNCTION kuer.guard_conflict_statement() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF (NEW.application_id, NEW.account_id, NEW.call_id) IS DISTINCT FROM (OLD.application_id, OLD.account_id, OLD.call_id)
       OR (OLD.has_conflict AND NOT NEW.has_conflict) THEN
      PERFORM kuer.refuse('conflict_statements_only_turn_to_yes', 'a conflict that was stated is lifted by a coordinator');
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER conflict_statements_only_turn_to_yes BEFORE UPDATE ON kuer.conflict_statements
    FOR EACH ROW EXECUTE FUNCTION kuer.guard_conflict_statement();
  CREATE TRIGGER conflict_statements_never_vanish BEFORE DELETE ON kuer.conflict_statements
    FOR EACH ROW EXECUTE FUNCTION kuer.refuse_change();
`;
