import type { MigrationInterface, QueryRunner } from 'typeorm';

/** I1, I2 and I3 in the review stage: who can be assigned, and that nothing submitted is ever rewritten. */
export class GuardsOfReview1795000007000 implements MigrationInterface {
  name = 'GuardsOfReview1795000007000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(ASSIGNMENTS);
    await runner.query(REVIEWS);
    await runner.query(VERSIONS);
    await runner.query(SCORES);
    await runner.query(AFTERWARDS);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER ranking_entries_never_change ON kuer.ranking_entries;
      DROP TRIGGER ranking_versions_never_change ON kuer.ranking_versions;
      DROP TRIGGER third_review_orders_never_change ON kuer.third_review_orders;
      DROP TRIGGER reconciliations_never_vanish ON kuer.reconciliations;
      DROP TRIGGER reconciliations_closed_once ON kuer.reconciliations;
      DROP TRIGGER scores_never_truncated ON kuer.scores;
      DROP TRIGGER scores_guard ON kuer.scores;
      DROP TRIGGER review_versions_never_truncated ON kuer.review_versions;
      DROP TRIGGER review_versions_never_vanish ON kuer.review_versions;
      DROP TRIGGER review_versions_carry_over ON kuer.review_versions;
      DROP TRIGGER review_versions_guard ON kuer.review_versions;
      DROP TRIGGER review_versions_start_as_draft ON kuer.review_versions;
      DROP TRIGGER reviews_submitted_without_draft ON kuer.reviews;
      DROP TRIGGER reviews_never_vanish ON kuer.reviews;
      DROP TRIGGER reviews_guard ON kuer.reviews;
      DROP TRIGGER assignments_never_vanish ON kuer.assignments;
      DROP TRIGGER assignments_release_review ON kuer.assignments;
      DROP TRIGGER assignments_guard ON kuer.assignments;
      DROP TRIGGER assignments_fit ON kuer.assignments;
      DROP FUNCTION kuer.guard_score();
      DROP FUNCTION kuer.carry_submission_over();
      DROP FUNCTION kuer.guard_review_version();
      DROP FUNCTION kuer.guard_new_review_version();
      DROP FUNCTION kuer.guard_review_state();
      DROP FUNCTION kuer.guard_review();
      DROP FUNCTION kuer.release_review();
      DROP FUNCTION kuer.guard_assignment();
      DROP FUNCTION kuer.guard_new_assignment();
    `);
  }
}

const ASSIGNMENTS = `
  CREATE FUNCTION kuer.guard_new_assignment() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF NOT EXISTS (SELECT 1 FROM kuer.members m
                   WHERE m.call_id = NEW.call_id AND m.account_id = NEW.reviewer_id AND m.role = 'reviewer') THEN
      PERFORM kuer.refuse('assignments_only_to_reviewers', 'only a reviewer of the call can be assigned');
    END IF;
    -- I3, and one after the other with a conflict that comes at the same moment (kuer.lock_application()).
    PERFORM 1 FROM kuer.applications p WHERE p.id = NEW.application_id FOR NO KEY UPDATE;
    IF EXISTS (SELECT 1 FROM kuer.conflicts c
               WHERE c.application_id = NEW.application_id AND c.account_id = NEW.reviewer_id AND c.state = 'active') THEN
      PERFORM kuer.refuse('assignments_never_in_conflict', 'a person in conflict can not be assigned');
    END IF;
    IF NEW.slot = 3 AND NOT EXISTS (SELECT 1 FROM kuer.third_review_orders o WHERE o.application_id = NEW.application_id) THEN
      PERFORM kuer.refuse('assignments_third_by_order', 'a third review has to be ordered first');
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER assignments_fit BEFORE INSERT ON kuer.assignments
    FOR EACH ROW EXECUTE FUNCTION kuer.guard_new_assignment();

  CREATE FUNCTION kuer.guard_assignment() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF (NEW.id, NEW.call_id, NEW.application_id, NEW.slot, NEW.reviewer_id, NEW.assigned_by, NEW.assigned_at)
       IS DISTINCT FROM (OLD.id, OLD.call_id, OLD.application_id, OLD.slot, OLD.reviewer_id, OLD.assigned_by, OLD.assigned_at) THEN
      PERFORM kuer.refuse('assignments_identity_is_fixed', 'an assignment is revoked and made anew, not handed on');
    END IF;
    IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (
      ('assigned', 'accepted'), ('assigned', 'declined'), ('assigned', 'revoked'),
      ('accepted', 'declined'), ('accepted', 'revoked')) THEN
      PERFORM kuer.refuse('assignments_step_is_known', format('no step from %s to %s', OLD.state, NEW.state));
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER assignments_guard BEFORE UPDATE ON kuer.assignments
    FOR EACH ROW EXECUTE FUNCTION kuer.guard_assignment();

  -- A review whose assignment ended stays on file and counts no more.
  CREATE FUNCTION kuer.release_review() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    UPDATE kuer.review_versions v SET is_current = false
      FROM kuer.reviews r WHERE r.assignment_id = NEW.id AND v.review_id = r.id AND v.is_current;
    UPDATE kuer.reviews SET is_counted = false WHERE assignment_id = NEW.id AND is_counted;
    RETURN NULL;
  END $$;
  CREATE TRIGGER assignments_release_review AFTER UPDATE OF state ON kuer.assignments
    FOR EACH ROW WHEN (NEW.state IN ('declined', 'revoked')) EXECUTE FUNCTION kuer.release_review();
  CREATE TRIGGER assignments_never_vanish BEFORE DELETE ON kuer.assignments
    FOR EACH ROW EXECUTE FUNCTION kuer.refuse_change();
`;

const REVIEWS = `
  CREATE FUNCTION kuer.guard_review() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF TG_OP = 'INSERT' THEN
      IF NOT EXISTS (SELECT 1 FROM kuer.assignments a WHERE a.id = NEW.assignment_id AND a.state IN ('assigned', 'accepted')) THEN
        PERFORM kuer.refuse('reviews_of_active_assignments', 'a review needs an active assignment');
      END IF;
      IF NEW.state <> 'in_progress' OR NEW.submitted_number IS NOT NULL OR NOT NEW.is_counted THEN
        PERFORM kuer.refuse('reviews_start_in_progress', 'a review starts in progress');
      END IF;
      RETURN NEW;
    END IF;
    IF (NEW.id, NEW.assignment_id, NEW.application_id, NEW.call_id, NEW.label, NEW.created_at)
       IS DISTINCT FROM (OLD.id, OLD.assignment_id, OLD.application_id, OLD.call_id, OLD.label, OLD.created_at) THEN
      PERFORM kuer.refuse('reviews_identity_is_fixed', 'assignment, application and letter of a review do not change');
    END IF;
    -- What follows from versions and assignment is written by their triggers, one level deeper, and by nobody else.
    IF pg_trigger_depth() < 2 AND (NEW.submitted_number, NEW.is_counted) IS DISTINCT FROM (OLD.submitted_number, OLD.is_counted) THEN
      PERFORM kuer.refuse('reviews_count_by_submission', 'what counts follows from submission and assignment');
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER reviews_guard BEFORE INSERT OR UPDATE ON kuer.reviews
    FOR EACH ROW EXECUTE FUNCTION kuer.guard_review();
  CREATE TRIGGER reviews_never_vanish BEFORE DELETE ON kuer.reviews
    FOR EACH ROW EXECUTE FUNCTION kuer.refuse_change();

  CREATE FUNCTION kuer.guard_review_state() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM kuer.reviews r
               WHERE r.id = NEW.id AND r.state = 'submitted'
                 AND (r.submitted_number IS NULL
                      OR EXISTS (SELECT 1 FROM kuer.review_versions v WHERE v.review_id = r.id AND v.state = 'draft'))) THEN
      PERFORM kuer.refuse('reviews_submitted_without_draft', 'a review is submitted when its last version is');
    END IF;
    RETURN NULL;
  END $$;
  -- At commit, so that a service may write the review and its version in either order.
  CREATE CONSTRAINT TRIGGER reviews_submitted_without_draft AFTER UPDATE OF state ON kuer.reviews
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION kuer.guard_review_state();
`;

const VERSIONS = `
  CREATE FUNCTION kuer.guard_new_review_version() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF NEW.state <> 'draft' THEN
      PERFORM kuer.refuse('review_versions_start_as_draft', 'a version starts as a draft and is submitted afterwards');
    END IF;
    IF NEW.number <> 1 + coalesce((SELECT max(v.number) FROM kuer.review_versions v WHERE v.review_id = NEW.review_id), 0) THEN
      PERFORM kuer.refuse('review_versions_number_has_no_gap', 'versions of a review are numbered without gaps');
    END IF;
    IF NOT EXISTS (SELECT 1 FROM kuer.catalogue_versions c
                   WHERE c.id = NEW.catalogue_id AND c.call_id = NEW.call_id AND c.frozen_at IS NOT NULL) THEN
      PERFORM kuer.refuse('review_versions_on_the_frozen_catalogue', 'a review stands on the frozen catalogue of its call');
    END IF;
    UPDATE kuer.reviews SET state = 'in_progress' WHERE id = NEW.review_id AND state <> 'in_progress';
    RETURN NEW;
  END $$;
  CREATE TRIGGER review_versions_start_as_draft BEFORE INSERT ON kuer.review_versions
    FOR EACH ROW EXECUTE FUNCTION kuer.guard_new_review_version();

  -- I2: what was submitted never changes, for no role. Only the mark "this version counts" moves on, by trigger.
  CREATE FUNCTION kuer.guard_review_version() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    missing bigint;
  BEGIN
    IF OLD.state = 'submitted' THEN
      IF pg_trigger_depth() < 2 OR to_jsonb(NEW) - 'is_current' <> to_jsonb(OLD) - 'is_current' THEN
        PERFORM kuer.refuse('review_versions_submitted_never_change', 'a submitted version does not change');
      END IF;
      RETURN NEW;
    END IF;
    IF (NEW.id, NEW.review_id, NEW.application_id, NEW.call_id, NEW.catalogue_id, NEW.number, NEW.opened_at, NEW.reason)
       IS DISTINCT FROM
       (OLD.id, OLD.review_id, OLD.application_id, OLD.call_id, OLD.catalogue_id, OLD.number, OLD.opened_at, OLD.reason) THEN
      PERFORM kuer.refuse('review_versions_identity_is_fixed', 'review, number, catalogue and reason of a version do not change');
    END IF;
    IF NEW.state = 'draft' THEN
      RETURN NEW;
    END IF;
    SELECT count(*) INTO missing FROM kuer.catalogue_criteria c
      WHERE c.catalogue_id = NEW.catalogue_id
        AND NOT EXISTS (SELECT 1 FROM kuer.scores s
                        WHERE s.review_version_id = NEW.id AND s.criterion = c.code AND s.value IS NOT NULL);
    IF missing > 0 THEN
      PERFORM kuer.refuse('review_versions_submitted_complete', format('%s criteria have no score', missing));
    END IF;
    UPDATE kuer.review_versions SET is_current = false WHERE review_id = NEW.review_id AND is_current;
    SELECT r.is_counted INTO NEW.is_current FROM kuer.reviews r WHERE r.id = NEW.review_id;
    RETURN NEW;
  END $$;
  CREATE TRIGGER review_versions_guard BEFORE UPDATE ON kuer.review_versions
    FOR EACH ROW EXECUTE FUNCTION kuer.guard_review_version();

  CREATE FUNCTION kuer.carry_submission_over() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    UPDATE kuer.reviews SET state = 'submitted', submitted_number = NEW.number WHERE id = NEW.review_id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER review_versions_carry_over AFTER UPDATE OF state ON kuer.review_versions
    FOR EACH ROW WHEN (NEW.state = 'submitted' AND OLD.state = 'draft') EXECUTE FUNCTION kuer.carry_submission_over();
  CREATE TRIGGER review_versions_never_vanish BEFORE DELETE ON kuer.review_versions
    FOR EACH ROW EXECUTE FUNCTION kuer.refuse_change();
  CREATE TRIGGER review_versions_never_truncated BEFORE TRUNCATE ON kuer.review_versions
    FOR EACH STATEMENT EXECUTE FUNCTION kuer.refuse_change();
`;

const SCORES = `
  CREATE FUNCTION kuer.guard_score() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    version_state text;
  BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.review_version_id, NEW.catalogue_id, NEW.criterion)
       IS DISTINCT FROM (OLD.review_version_id, OLD.catalogue_id, OLD.criterion) THEN
      PERFORM kuer.refuse('scores_identity_is_fixed', 'a score stays with its criterion');
    END IF;
    IF TG_OP = 'DELETE' THEN
      PERFORM kuer.refuse('scores_never_vanish', 'a score is set to null, not deleted');
    END IF;
    -- FOR SHARE: a score saved while its version is being submitted is in time or is refused, it never comes afterwards.
    SELECT v.state INTO version_state FROM kuer.review_versions v WHERE v.id = NEW.review_version_id FOR SHARE;
    IF version_state IS DISTINCT FROM 'draft' THEN
      PERFORM kuer.refuse('scores_only_into_a_draft', 'scores are saved into a draft only');
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER scores_guard BEFORE INSERT OR UPDATE OR DELETE ON kuer.scores
    FOR EACH ROW EXECUTE FUNCTION kuer.guard_score();
  CREATE TRIGGER scores_never_truncated BEFORE TRUNCATE ON kuer.scores
    FOR EACH STATEMENT EXECUTE FUNCTION kuer.refuse_change();
`;

const AFTERWARDS = `
  CREATE TRIGGER reconciliations_closed_once BEFORE UPDATE ON kuer.reconciliations
    FOR EACH ROW WHEN (OLD.closed_at IS NOT NULL) EXECUTE FUNCTION kuer.refuse_change();
  CREATE TRIGGER reconciliations_never_vanish BEFORE DELETE ON kuer.reconciliations
    FOR EACH ROW EXECUTE FUNCTION kuer.refuse_change();
  CREATE TRIGGER third_review_orders_never_change BEFORE UPDATE OR DELETE ON kuer.third_review_orders
    FOR EACH ROW EXECUTE FUNCTION kuer.refuse_change();
  CREATE TRIGGER ranking_versions_never_change BEFORE UPDATE OR DELETE ON kuer.ranking_versions
    FOR EACH ROW EXECUTE FUNCTION kuer.refuse_change();
  CREATE TRIGGER ranking_entries_never_change BEFORE UPDATE OR DELETE ON kuer.ranking_entries
    FOR EACH ROW EXECUTE FUNCTION kuer.refuse_change();
`;
