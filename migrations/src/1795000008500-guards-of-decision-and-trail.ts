import type { MigrationInterface, QueryRunner } from 'typeorm';

/** I8 and I11: published means fixed, and a trail that only grows. */
export class GuardsOfDecisionAndTrail1795000008500 implements MigrationInterface {
  name = 'GuardsOfDecisionAndTrail1795000008500';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(DECISIONS);
    await runner.query(TRAIL);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER audit_chains_never_truncated ON kuer.audit_chains;
      DROP TRIGGER audit_chains_never_vanish ON kuer.audit_chains;
      DROP TRIGGER audit_chains_move_with_their_events ON kuer.audit_chains;
      DROP TRIGGER audit_events_never_truncated ON kuer.audit_events;
      DROP TRIGGER audit_events_never_change ON kuer.audit_events;
      DROP TRIGGER audit_events_move_chain_on ON kuer.audit_events;
      DROP TRIGGER audit_events_follow ON kuer.audit_events;
      DROP TRIGGER notices_never_change ON kuer.notices;
      DROP TRIGGER decision_items_never_truncated ON kuer.decision_items;
      DROP TRIGGER decision_items_never_change ON kuer.decision_items;
      DROP TRIGGER decision_items_before_publication ON kuer.decision_items;
      DROP TRIGGER decisions_never_truncated ON kuer.decisions;
      DROP TRIGGER decisions_never_vanish ON kuer.decisions;
      DROP TRIGGER decisions_guard ON kuer.decisions;
      DROP FUNCTION kuer.guard_chain();
      DROP FUNCTION kuer.move_chain_on();
      DROP FUNCTION kuer.append_to_chain();
      DROP FUNCTION kuer.guard_decision_item();
      DROP FUNCTION kuer.guard_decision();
    `);
  }
}

const DECISIONS = `
  -- I11: a decision is published as it was taken; a correction is a new one.
  CREATE FUNCTION kuer.guard_decision() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    publication CONSTANT text[] := ARRAY['published_by', 'published_at'];
  BEGIN
    IF TG_OP = 'UPDATE' THEN
      IF OLD.published_at IS NOT NULL THEN
        PERFORM kuer.refuse('decisions_published_never_change', 'a published decision does not change');
      END IF;
      IF to_jsonb(NEW) - publication <> to_jsonb(OLD) - publication THEN
        PERFORM kuer.refuse('decisions_published_as_taken', 'a decision is published as it was taken');
      END IF;
      RETURN NEW;
    END IF;
    IF NOT EXISTS (SELECT 1 FROM kuer.bundles b WHERE b.id = NEW.bundle_id AND b.state = 'adopted')
       OR NOT EXISTS (SELECT 1 FROM kuer.motions m WHERE m.id = NEW.motion_id AND m.state = 'closed' AND m.outcome = 'adopted') THEN
      PERFORM kuer.refuse('decisions_rest_on_an_adopted_bundle', 'a decision rests on an adopted bundle and its motion');
    END IF;
    IF NEW.published_at IS NOT NULL THEN
      PERFORM kuer.refuse('decisions_published_after_their_items', 'a decision is published once it is complete');
    END IF;
    IF NEW.supersedes_id IS NOT NULL AND NOT EXISTS (
      SELECT 1 FROM kuer.decisions d WHERE d.id = NEW.supersedes_id AND d.call_id = NEW.call_id
        AND d.published_at IS NOT NULL AND d.number = NEW.number - 1) THEN
      PERFORM kuer.refuse('decisions_correct_the_published_one', 'a correction refers to the published decision before it');
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER decisions_guard BEFORE INSERT OR UPDATE ON kuer.decisions
    FOR EACH ROW EXECUTE FUNCTION kuer.guard_decision();
  CREATE TRIGGER decisions_never_vanish BEFORE DELETE ON kuer.decisions
    FOR EACH ROW EXECUTE FUNCTION kuer.refuse_change();
  CREATE TRIGGER decisions_never_truncated BEFORE TRUNCATE ON kuer.decisions
    FOR EACH STATEMENT EXECUTE FUNCTION kuer.refuse_change();

  CREATE FUNCTION kuer.guard_decision_item() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF EXISTS (SELECT 1 FROM kuer.decisions d WHERE d.id = NEW.decision_id AND d.published_at IS NOT NULL) THEN
      PERFORM kuer.refuse('decisions_published_never_change', 'the decision is published');
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER decision_items_before_publication BEFORE INSERT ON kuer.decision_items
    FOR EACH ROW EXECUTE FUNCTION kuer.guard_decision_item();
  CREATE TRIGGER decision_items_never_change BEFORE UPDATE OR DELETE ON kuer.decision_items
    FOR EACH ROW EXECUTE FUNCTION kuer.refuse_change();
  CREATE TRIGGER decision_items_never_truncated BEFORE TRUNCATE ON kuer.decision_items
    FOR EACH STATEMENT EXECUTE FUNCTION kuer.refuse_change();
  CREATE TRIGGER notices_never_change BEFORE UPDATE OR DELETE ON kuer.notices
    FOR EACH ROW EXECUTE FUNCTION kuer.refuse_change();
`;

const TRAIL = `
  -- An event takes the next place of its chain or none: no gap, no branch, whatever the writer believes. The chain's row
  -- is locked from here to the commit.
  CREATE FUNCTION kuer.append_to_chain() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    chain kuer.audit_chains;
  BEGIN
    INSERT INTO kuer.audit_chains (id) VALUES (NEW.chain_id) ON CONFLICT DO NOTHING;
    SELECT * INTO chain FROM kuer.audit_chains WHERE id = NEW.chain_id FOR UPDATE;
    IF NEW.seq <= chain.last_seq OR (NEW.seq = chain.last_seq + 1 AND NEW.previous_hash <> chain.last_hash) THEN
      PERFORM kuer.refuse('audit_events_follow', 'an event follows the last one of its chain');
    END IF;
    IF NOT EXISTS (SELECT 1 FROM kuer.calls c WHERE c.id = NEW.call_id) AND NEW.call_id IS NOT NULL
       OR NOT EXISTS (SELECT 1 FROM kuer.accounts a WHERE a.id = NEW.actor_id) AND NEW.actor_id IS NOT NULL
       OR NOT EXISTS (SELECT 1 FROM kuer.applications p WHERE p.id = NEW.application_id AND p.call_id = NEW.call_id)
          AND NEW.application_id IS NOT NULL THEN
      PERFORM kuer.refuse('audit_events_refer_to_what_exists', 'an event names a call, an application of it and a person that exist');
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER audit_events_follow BEFORE INSERT ON kuer.audit_events
    FOR EACH ROW EXECUTE FUNCTION kuer.append_to_chain();

  -- Of events that come in one statement the first follows the chain, each later one the row before it. Looked at once for
  -- all of them: ten thousand events of one act, each of which moved the chain's row, would take longer each time.
  CREATE FUNCTION kuer.move_chain_on() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF EXISTS (
      SELECT 1 FROM (
        SELECT a.seq, a.previous_hash,
               coalesce(lag(a.seq) OVER w, c.last_seq) AS last_seq, coalesce(lag(a.hash) OVER w, c.last_hash) AS last_hash
          FROM appended a JOIN kuer.audit_chains c ON c.id = a.chain_id
        WINDOW w AS (PARTITION BY a.chain_id ORDER BY a.seq)) AS link
       WHERE link.seq <> link.last_seq + 1 OR link.previous_hash <> link.last_hash) THEN
      PERFORM kuer.refuse('audit_events_follow', 'an event follows the last one of its chain');
    END IF;
    UPDATE kuer.audit_chains c SET last_seq = e.seq, last_hash = e.hash
      FROM (SELECT DISTINCT ON (a.chain_id) a.chain_id, a.seq, a.hash FROM appended a ORDER BY a.chain_id, a.seq DESC) AS e
     WHERE c.id = e.chain_id;
    RETURN NULL;
  END $$;
  CREATE TRIGGER audit_events_move_chain_on AFTER INSERT ON kuer.audit_events
    REFERENCING NEW TABLE AS appended FOR EACH STATEMENT EXECUTE FUNCTION kuer.move_chain_on();

  -- I8: for every role, the owner included.
  CREATE TRIGGER audit_events_never_change BEFORE UPDATE OR DELETE ON kuer.audit_events
    FOR EACH ROW EXECUTE FUNCTION kuer.refuse_change();
  CREATE TRIGGER audit_events_never_truncated BEFORE TRUNCATE ON kuer.audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION kuer.refuse_change();

  CREATE FUNCTION kuer.guard_chain() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF pg_trigger_depth() < 2 OR NEW.id <> OLD.id OR NEW.last_seq <= OLD.last_seq THEN
      PERFORM kuer.refuse('audit_chains_move_with_their_events', 'a chain moves on by its events only');
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER audit_chains_move_with_their_events BEFORE UPDATE ON kuer.audit_chains
    FOR EACH ROW EXECUTE FUNCTION kuer.guard_chain();
  CREATE TRIGGER audit_chains_never_vanish BEFORE DELETE ON kuer.audit_chains
    FOR EACH ROW EXECUTE FUNCTION kuer.refuse_change();
  CREATE TRIGGER audit_chains_never_truncated BEFORE TRUNCATE ON kuer.audit_chains
    FOR EACH STATEMENT EXECUTE FUNCTION kuer.refuse_change();
`;
