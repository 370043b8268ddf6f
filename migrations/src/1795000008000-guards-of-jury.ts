import type { MigrationInterface, QueryRunner } from 'typeorm';

/** I6 and I10: votes, closed motions, adopted bundles. */
export class GuardsOfJury1795000008000 implements MigrationInterface {
  name = 'GuardsOfJury1795000008000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(BUNDLES);
    await runner.query(SESSIONS);
    await runner.query(MOTIONS);
    await runner.query(VOTES);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER secret_ballots_never_truncated ON kuer.secret_ballots;
      DROP TRIGGER secret_ballots_guard ON kuer.secret_ballots;
      DROP TRIGGER votes_never_truncated ON kuer.votes;
      DROP TRIGGER votes_guard ON kuer.votes;
      DROP TRIGGER motion_electorate_guard ON kuer.motion_electorate;
      DROP TRIGGER motions_never_vanish ON kuer.motions;
      DROP TRIGGER motions_result_from_the_votes ON kuer.motions;
      DROP TRIGGER motions_shuffle_ballots ON kuer.motions;
      DROP TRIGGER motions_guard ON kuer.motions;
      DROP TRIGGER session_attendance_guard ON kuer.session_attendance;
      DROP TRIGGER sessions_never_vanish ON kuer.sessions;
      DROP TRIGGER sessions_guard ON kuer.sessions;
      DROP TRIGGER bundle_corridor_justifications_guard ON kuer.bundle_corridor_justifications;
      DROP TRIGGER bundle_justifications_guard ON kuer.bundle_justifications;
      DROP TRIGGER bundle_items_guard ON kuer.bundle_items;
      DROP TRIGGER bundles_guard ON kuer.bundles;
      DROP FUNCTION kuer.guard_ballot();
      DROP FUNCTION kuer.guard_vote();
      DROP FUNCTION kuer.guard_electorate();
      DROP FUNCTION kuer.guard_motion_result();
      DROP FUNCTION kuer.shuffle_ballots();
      DROP FUNCTION kuer.guard_motion();
      DROP FUNCTION kuer.guard_attendance();
      DROP FUNCTION kuer.guard_session();
      DROP FUNCTION kuer.guard_corridor_justification();
      DROP FUNCTION kuer.guard_bundle_content();
      DROP FUNCTION kuer.guard_bundle();
    `);
  }
}

const BUNDLES = `
  CREATE FUNCTION kuer.guard_bundle() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF OLD.state = 'adopted' THEN
      PERFORM kuer.refuse('bundles_adopted_never_change', 'an adopted bundle does not change');
    END IF;
    IF TG_OP = 'DELETE' THEN
      RETURN OLD;
    END IF;
    IF (NEW.id, NEW.call_id, NEW.owner_id) IS DISTINCT FROM (OLD.id, OLD.call_id, OLD.owner_id) THEN
      PERFORM kuer.refuse('bundles_identity_is_fixed', 'call and owner of a bundle do not change');
    END IF;
    IF NEW.state = 'adopted' AND NOT EXISTS (
      SELECT 1 FROM kuer.motions m
      WHERE m.bundle_id = NEW.id AND m.kind = 'adopt_bundle' AND m.state = 'closed' AND m.outcome = 'adopted') THEN
      PERFORM kuer.refuse('bundles_adopted_by_motion', 'a bundle is adopted by an adopted motion on exactly this bundle');
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER bundles_guard BEFORE UPDATE OR DELETE ON kuer.bundles FOR EACH ROW EXECUTE FUNCTION kuer.guard_bundle();

  -- What a bundle holds is fixed while it is frozen, while the jury votes on its adoption, and after it was adopted; the
  -- reasons for passing over may still be written until adoption, which waits for them.
  CREATE FUNCTION kuer.guard_bundle_content() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    the_bundle uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.bundle_id ELSE NEW.bundle_id END;
    bundle_state text;
  BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.bundle_id, NEW.application_id) IS DISTINCT FROM (OLD.bundle_id, OLD.application_id) THEN
      PERFORM kuer.refuse('bundle_content_stays_with_its_bundle', 'an item is taken out and put in, not moved');
    END IF;
    -- FOR SHARE: nothing slips in while the bundle is being frozen or adopted.
    SELECT b.state INTO bundle_state FROM kuer.bundles b WHERE b.id = the_bundle FOR SHARE;
    IF bundle_state = 'adopted' OR (bundle_state = 'frozen' AND TG_TABLE_NAME = 'bundle_items') THEN
      PERFORM kuer.refuse('bundle_content_is_fixed', 'the bundle is frozen or adopted');
    END IF;
    IF TG_TABLE_NAME = 'bundle_items' AND EXISTS (
      SELECT 1 FROM kuer.motions m WHERE m.bundle_id = the_bundle AND m.kind = 'adopt_bundle'
        AND (m.state = 'open' OR (m.state = 'closed' AND m.outcome = 'adopted'))) THEN
      PERFORM kuer.refuse('bundle_content_is_voted_on', 'the jury votes or has voted on this bundle');
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END $$;
  CREATE TRIGGER bundle_items_guard BEFORE INSERT OR UPDATE OR DELETE ON kuer.bundle_items
    FOR EACH ROW EXECUTE FUNCTION kuer.guard_bundle_content();
  CREATE TRIGGER bundle_justifications_guard BEFORE INSERT OR UPDATE OR DELETE ON kuer.bundle_justifications
    FOR EACH ROW EXECUTE FUNCTION kuer.guard_bundle_content();

  -- Reasons for missed corridors are fixed with the adoption, as those for passing over are.
  CREATE FUNCTION kuer.guard_corridor_justification() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    the_bundle uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.bundle_id ELSE NEW.bundle_id END;
    bundle_state text;
  BEGIN
    IF TG_OP = 'UPDATE' AND (NEW.bundle_id, NEW.dimension, NEW.value) IS DISTINCT FROM (OLD.bundle_id, OLD.dimension, OLD.value) THEN
      PERFORM kuer.refuse('bundle_content_stays_with_its_bundle', 'a reason stays with its corridor');
    END IF;
    SELECT b.state INTO bundle_state FROM kuer.bundles b WHERE b.id = the_bundle FOR SHARE;
    IF bundle_state = 'adopted' THEN
      PERFORM kuer.refuse('bundle_content_is_fixed', 'the bundle is adopted');
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END $$;
  CREATE TRIGGER bundle_corridor_justifications_guard BEFORE INSERT OR UPDATE OR DELETE ON kuer.bundle_corridor_justifications
    FOR EACH ROW EXECUTE FUNCTION kuer.guard_corridor_justification();
`;

const SESSIONS = `
  CREATE FUNCTION kuer.guard_session() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF NEW.id <> OLD.id OR NEW.call_id <> OLD.call_id
       OR (NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (('planned', 'open'), ('open', 'closed'))) THEN
      PERFORM kuer.refuse('sessions_step_is_known', format('no step from %s to %s', OLD.state, NEW.state));
    END IF;
    -- Minutes are written after the session as well; the rest of a closed one stays.
    IF OLD.state = 'closed' AND to_jsonb(NEW) - ARRAY['minutes', 'version'] <> to_jsonb(OLD) - ARRAY['minutes', 'version'] THEN
      PERFORM kuer.refuse('sessions_closed_never_change', 'a closed session does not change but for its minutes');
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER sessions_guard BEFORE UPDATE ON kuer.sessions FOR EACH ROW EXECUTE FUNCTION kuer.guard_session();
  CREATE TRIGGER sessions_never_vanish BEFORE DELETE ON kuer.sessions FOR EACH ROW EXECUTE FUNCTION kuer.refuse_change();

  CREATE FUNCTION kuer.guard_attendance() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    the_session uuid := CASE TG_OP WHEN 'DELETE' THEN OLD.session_id ELSE NEW.session_id END;
  BEGIN
    IF EXISTS (SELECT 1 FROM kuer.sessions s WHERE s.id = the_session AND s.state = 'closed') THEN
      PERFORM kuer.refuse('sessions_closed_never_change', 'the session is closed');
    END IF;
    RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  END $$;
  CREATE TRIGGER session_attendance_guard BEFORE INSERT OR UPDATE OR DELETE ON kuer.session_attendance
    FOR EACH ROW EXECUTE FUNCTION kuer.guard_attendance();
`;

const MOTIONS = `
  -- put, open, closed, and closed once and for all. The result may follow in the closing transaction, after the votes have
  -- become readable; it is written once.
  CREATE FUNCTION kuer.guard_motion() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    results CONSTANT text[] := ARRAY['outcome', 'yes_count', 'no_count', 'abstain_count', 'result', 'version'];
    steps CONSTANT text[] := ARRAY['state', 'opened_by', 'opened_at', 'closed_by', 'closed_at'] || results;
  BEGIN
    IF TG_OP = 'INSERT' THEN
      IF NEW.state <> 'put' THEN
        PERFORM kuer.refuse('motions_start_as_put', 'a motion is put before it is opened');
      END IF;
      RETURN NEW;
    END IF;
    IF OLD.state = 'closed' AND (OLD.outcome IS NOT NULL OR to_jsonb(NEW) - results <> to_jsonb(OLD) - results) THEN
      PERFORM kuer.refuse('motions_closed_never_change', 'a closed motion does not change');
    END IF;
    IF NEW.state <> OLD.state AND (OLD.state, NEW.state) NOT IN (('put', 'open'), ('open', 'closed')) THEN
      PERFORM kuer.refuse('motions_step_is_known', format('no step from %s to %s', OLD.state, NEW.state));
    END IF;
    IF OLD.state = 'open' AND to_jsonb(NEW) - steps <> to_jsonb(OLD) - steps THEN
      PERFORM kuer.refuse('motions_voted_on_as_put', 'what is voted on does not change');
    END IF;
    IF NEW.state = 'open' AND OLD.state = 'put'
       AND NOT EXISTS (SELECT 1 FROM kuer.sessions s WHERE s.id = NEW.session_id AND s.state = 'open') THEN
      PERFORM kuer.refuse('motions_in_an_open_session', 'the session is not open');
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER motions_guard BEFORE INSERT OR UPDATE ON kuer.motions FOR EACH ROW EXECUTE FUNCTION kuer.guard_motion();
  CREATE TRIGGER motions_never_vanish BEFORE DELETE ON kuer.motions FOR EACH ROW EXECUTE FUNCTION kuer.refuse_change();

  -- A slip and the vote of its author were written by one transaction, and the order of the slips is the order of voting.
  -- Closing writes all slips anew in the order of their random ids, so that neither tells any more who chose what.
  CREATE FUNCTION kuer.shuffle_ballots() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    slips kuer.secret_ballots[];
  BEGIN
    SELECT array_agg(b ORDER BY b.id) INTO slips FROM kuer.secret_ballots b WHERE b.motion_id = NEW.id;
    DELETE FROM kuer.secret_ballots WHERE motion_id = NEW.id;
    INSERT INTO kuer.secret_ballots SELECT (unnest(slips)).*;
    RETURN NULL;
  END $$;
  CREATE TRIGGER motions_shuffle_ballots AFTER UPDATE OF state ON kuer.motions
    FOR EACH ROW WHEN (NEW.state = 'closed' AND OLD.state = 'open' AND NEW.ballot = 'secret')
    EXECUTE FUNCTION kuer.shuffle_ballots();

  -- At commit: a closed motion has a result, and its figures are those of the votes.
  CREATE FUNCTION kuer.guard_motion_result() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    m kuer.motions;
    yes integer;
    no integer;
    abstain integer;
  BEGIN
    SELECT * INTO m FROM kuer.motions WHERE id = NEW.id;
    SELECT count(*) FILTER (WHERE choice = 'yes'), count(*) FILTER (WHERE choice = 'no'), count(*) FILTER (WHERE choice = 'abstain')
      INTO yes, no, abstain
      FROM (SELECT v.choice FROM kuer.votes v WHERE v.motion_id = m.id AND m.ballot = 'open'
            UNION ALL
            SELECT b.choice FROM kuer.secret_ballots b WHERE b.motion_id = m.id AND m.ballot = 'secret') AS cast_choices;
    IF m.outcome IS NULL OR (m.yes_count, m.no_count, m.abstain_count) IS DISTINCT FROM (yes, no, abstain) THEN
      PERFORM kuer.refuse('motions_result_from_the_votes', 'the result of a motion is computed from its votes');
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER motions_result_from_the_votes AFTER UPDATE ON kuer.motions
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.state = 'closed') EXECUTE FUNCTION kuer.guard_motion_result();

  CREATE FUNCTION kuer.guard_electorate() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    m kuer.motions;
  BEGIN
    SELECT * INTO m FROM kuer.motions WHERE id = CASE TG_OP WHEN 'DELETE' THEN OLD.motion_id ELSE NEW.motion_id END FOR SHARE;
    IF m.state = 'closed' THEN
      PERFORM kuer.refuse('motions_closed_never_change', 'the motion is closed');
    END IF;
    IF TG_OP = 'DELETE' THEN
      RETURN OLD;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM kuer.members x
                   WHERE x.call_id = NEW.call_id AND x.account_id = NEW.account_id AND x.role IN ('juror', 'chair')) THEN
      PERFORM kuer.refuse('motion_electorate_is_the_jury', 'only members of the jury vote');
    END IF;
    IF NEW.status = 'eligible' AND EXISTS (
      SELECT 1 FROM kuer.conflicts c WHERE c.account_id = NEW.account_id AND c.state = 'active'
        AND c.application_id IN (m.application_id, m.other_application_id)) THEN
      PERFORM kuer.refuse('motion_electorate_without_the_recused', 'a person in conflict does not vote on the application');
    END IF;
    IF NEW.status <> 'eligible' AND EXISTS (
      SELECT 1 FROM kuer.votes v WHERE v.motion_id = NEW.motion_id AND v.account_id = NEW.account_id) THEN
      PERFORM kuer.refuse('motion_electorate_keeps_voters', 'the member has voted');
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER motion_electorate_guard BEFORE INSERT OR UPDATE OR DELETE ON kuer.motion_electorate
    FOR EACH ROW EXECUTE FUNCTION kuer.guard_electorate();
`;

const VOTES = `
  CREATE FUNCTION kuer.guard_vote() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    m kuer.motions;
  BEGIN
    IF TG_OP = 'DELETE' THEN
      PERFORM kuer.refuse('votes_never_vanish', 'a vote is not taken back');
    END IF;
    IF TG_OP = 'UPDATE' AND (NEW.motion_id, NEW.account_id) IS DISTINCT FROM (OLD.motion_id, OLD.account_id) THEN
      PERFORM kuer.refuse('votes_identity_is_fixed', 'a vote stays with its member');
    END IF;
    -- FOR SHARE: a vote comes before the closing or is refused.
    SELECT * INTO m FROM kuer.motions WHERE id = NEW.motion_id FOR SHARE;
    IF m.state <> 'open' THEN
      PERFORM kuer.refuse('votes_only_while_open', 'the motion is not open');
    END IF;
    IF (m.ballot = 'secret') <> (NEW.choice IS NULL) THEN
      PERFORM kuer.refuse('votes_as_the_ballot_says', 'a secret vote bears no choice, an open one does');
    END IF;
    IF NOT EXISTS (SELECT 1 FROM kuer.motion_electorate e
                   WHERE e.motion_id = NEW.motion_id AND e.account_id = NEW.account_id AND e.status = 'eligible') THEN
      PERFORM kuer.refuse('votes_only_by_the_eligible', 'the member may not vote on this motion');
    END IF;
    -- A conflict declared after the motion was opened counts at once (I3).
    IF EXISTS (SELECT 1 FROM kuer.conflicts c WHERE c.account_id = NEW.account_id AND c.state = 'active'
                 AND c.application_id IN (m.application_id, m.other_application_id)) THEN
      PERFORM kuer.refuse('votes_only_by_the_eligible', 'a person in conflict does not vote on the application');
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER votes_guard BEFORE INSERT OR UPDATE OR DELETE ON kuer.votes
    FOR EACH ROW EXECUTE FUNCTION kuer.guard_vote();
  CREATE TRIGGER votes_never_truncated BEFORE TRUNCATE ON kuer.votes
    FOR EACH STATEMENT EXECUTE FUNCTION kuer.refuse_change();

  -- A slip goes into the box only together with the record that its author voted; the closing may shuffle the box.
  CREATE FUNCTION kuer.guard_ballot() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF pg_trigger_depth() > 1 THEN
      RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
    END IF;
    IF TG_OP <> 'INSERT' THEN
      PERFORM kuer.refuse('secret_ballots_never_change', 'a slip in the box stays as it is');
    END IF;
    IF NOT EXISTS (SELECT 1 FROM kuer.motions m WHERE m.id = NEW.motion_id AND m.ballot = 'secret' AND m.state = 'open')
       OR (SELECT count(*) FROM kuer.secret_ballots b WHERE b.motion_id = NEW.motion_id)
          >= (SELECT count(*) FROM kuer.votes v WHERE v.motion_id = NEW.motion_id) THEN
      PERFORM kuer.refuse('secret_ballots_one_per_vote', 'a slip needs a vote that was cast');
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER secret_ballots_guard BEFORE INSERT OR UPDATE OR DELETE ON kuer.secret_ballots
    FOR EACH ROW EXECUTE FUNCTION kuer.guard_ballot();
  CREATE TRIGGER secret_ballots_never_truncated BEFORE TRUNCATE ON kuer.secret_ballots
    FOR EACH STATEMENT EXECUTE FUNCTION kuer.refuse_change();
`;
