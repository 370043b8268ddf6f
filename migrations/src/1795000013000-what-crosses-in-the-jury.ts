import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The same for votes, for the trail, and for the public: one function for each thing that crosses. */
export class WhatCrossesInTheJury1795000013000 implements MigrationInterface {
  name = 'WhatCrossesInTheJury1795000013000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(VOTES);
    await runner.query(TRAIL);
    await runner.query(PUBLIC);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION kuer.public_overview(uuid);
      DROP FUNCTION kuer.public_calls();
      DROP FUNCTION kuer.audit_chain_links(uuid);
      DROP TRIGGER votes_secret_with_a_slip ON kuer.votes;
      DROP FUNCTION kuer.guard_secret_vote();
      DROP FUNCTION kuer.motion_tally(uuid);
      DROP FUNCTION kuer.votes_cast(uuid);
      DROP FUNCTION kuer.cast_secret_vote(uuid, text, timestamptz);
      DROP FUNCTION kuer.jury_recusals(uuid);
    `);
  }
}

const VOTES = `
  -- Who of the jury is in conflict with what: the session shows who leaves the room. No grounds, no notes.
  CREATE FUNCTION kuer.jury_recusals(of_call uuid) RETURNS TABLE (account_id uuid, application_id uuid)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF NOT (of_call = ANY (kuer.calls_as('{coordinator,auditor}')) OR of_call = ANY (kuer.jury_calls_as('{juror,chair}'))) THEN
      RETURN;
    END IF;
    RETURN QUERY
      SELECT DISTINCT c.account_id, c.application_id FROM kuer.conflicts c
        JOIN kuer.members m ON m.call_id = c.call_id AND m.account_id = c.account_id AND m.role IN ('juror', 'chair')
       WHERE c.call_id = of_call AND c.state = 'active';
  END $$;

  -- Casts a vote of a secret ballot: who voted into one table, what was chosen into the other, in one go. Whether the person
  -- may vote is the triggers' business, as with an open vote.
  CREATE FUNCTION kuer.cast_secret_vote(on_motion uuid, chosen text, at timestamptz) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    m kuer.motions;
  BEGIN
    SELECT * INTO m FROM kuer.motions WHERE id = on_motion;
    IF m.id IS NULL OR NOT m.call_id = ANY (kuer.calls_as('{juror,chair}')) THEN
      PERFORM kuer.refuse('votes_only_by_the_eligible', 'the member may not vote on this motion');
    END IF;
    INSERT INTO kuer.votes (motion_id, account_id, call_id, choice, cast_at) VALUES (m.id, kuer.account_id(), m.call_id, NULL, at);
    INSERT INTO kuer.secret_ballots (motion_id, choice) VALUES (m.id, chosen);
  END $$;

  -- Held against each other at commit: nobody is recorded as having voted without a slip.
  CREATE FUNCTION kuer.guard_secret_vote() RETURNS trigger
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF (SELECT count(*) FROM kuer.votes v WHERE v.motion_id = NEW.motion_id)
       <> (SELECT count(*) FROM kuer.secret_ballots b WHERE b.motion_id = NEW.motion_id) THEN
      PERFORM kuer.refuse('votes_secret_with_a_slip', 'a secret vote is cast together with its slip');
    END IF;
    RETURN NULL;
  END $$;
  CREATE CONSTRAINT TRIGGER votes_secret_with_a_slip AFTER INSERT ON kuer.votes
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (NEW.choice IS NULL) EXECUTE FUNCTION kuer.guard_secret_vote();

  -- How many have voted so far, so that the chair knows when to close. Not what.
  CREATE FUNCTION kuer.votes_cast(on_motion uuid) RETURNS integer
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    RETURN (SELECT count(v.account_id)::integer FROM kuer.motions m LEFT JOIN kuer.votes v ON v.motion_id = m.id
             WHERE m.id = on_motion AND m.call_id = ANY ((SELECT kuer.calls_as('{coordinator,auditor,juror,chair}'))::uuid[])
             GROUP BY m.id);
  END $$;

  -- The count of a closed motion, open or secret: nobody knows an interim result, the chair included.
  CREATE FUNCTION kuer.motion_tally(of_motion uuid) RETURNS TABLE (yes integer, no integer, abstain integer)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    m kuer.motions;
  BEGIN
    SELECT * INTO m FROM kuer.motions WHERE id = of_motion AND state = 'closed'
      AND call_id = ANY (kuer.calls_as('{coordinator,auditor,juror,chair}'));
    IF m.id IS NULL THEN
      RETURN;
    END IF;
    RETURN QUERY
      SELECT (count(*) FILTER (WHERE choice = 'yes'))::integer, (count(*) FILTER (WHERE choice = 'no'))::integer,
             (count(*) FILTER (WHERE choice = 'abstain'))::integer
        FROM (SELECT v.choice FROM kuer.votes v WHERE v.motion_id = m.id AND m.ballot = 'open'
              UNION ALL
              SELECT b.choice FROM kuer.secret_ballots b WHERE b.motion_id = m.id AND m.ballot = 'secret') AS cast_choices;
  END $$;
`;

const TRAIL = `
  -- The whole chain for whoever verifies it. An event on an application the person is in conflict with keeps its place and
  -- its hashes, so that no link is missing, and shows nothing of what it says.
  CREATE FUNCTION kuer.audit_chain_links(of_chain uuid)
  RETURNS TABLE (seq bigint, canonical text, previous_hash bytea, hash bytea)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF NOT (of_chain = ANY (kuer.calls_as('{coordinator,auditor}'))
            OR (of_chain = '00000000-0000-0000-0000-000000000000'
                AND (kuer.is_administrator() OR cardinality(kuer.calls_as('{auditor}')) > 0))) THEN
      RETURN;
    END IF;
    RETURN QUERY
      SELECT e.seq, CASE WHEN e.application_id IN (SELECT kuer.conflicted_applications()) THEN NULL ELSE e.canonical END,
             e.previous_hash, e.hash
        FROM kuer.audit_events e WHERE e.chain_id = of_chain ORDER BY e.seq;
  END $$;
`;

const PUBLIC = `
  -- What everybody may read without signing in: published calls, and of them the projects that were selected.
  CREATE FUNCTION kuer.public_calls()
  RETURNS TABLE (call_id uuid, title text, round text, is_demo boolean, has_generated_data boolean, published_at timestamptz,
                 applications integer, selected integer)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 10 SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    RETURN QUERY
      SELECT c.id, c.title, c.round, c.is_demo, c.has_generated_data, d.published_at,
             (SELECT count(*)::integer FROM kuer.applications p WHERE p.call_id = c.id),
             (SELECT count(*)::integer FROM kuer.decision_items i WHERE i.decision_id = d.id AND i.outcome = 'selected')
        FROM kuer.calls c
        JOIN LATERAL (SELECT x.id, x.published_at FROM kuer.decisions x
                       WHERE x.call_id = c.id AND x.published_at IS NOT NULL ORDER BY x.number DESC LIMIT 1) AS d ON true
       WHERE c.state = 'published';
  END $$;

  -- Of the latest published decision. No contact, no money, nothing of those that were not selected.
  CREATE FUNCTION kuer.public_overview(of_call uuid)
  RETURNS TABLE (application_id uuid, application_number text, portfolio_group text, lead_name text, lead_kind text,
                 partners jsonb, cooperation_text text, title text, motto text, summary text, size_class text,
                 federal_states text[], phase text, is_generated boolean, generated_fields text[],
                 overview_heading text, overview_partners text[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    RETURN QUERY
      SELECT p.id, p.number, i.portfolio_group, c.lead_name,
             (SELECT x.kind FROM kuer.application_parties x WHERE x.application_id = p.id AND x.role = 'lead'),
             (SELECT coalesce(jsonb_agg(jsonb_build_object('name', x.name, 'kind', x.kind) ORDER BY x.position, x.name), '[]')
                FROM kuer.application_parties x WHERE x.application_id = p.id AND x.role = 'partner'),
             c.cooperation_text, c.title, c.motto, c.summary, c.size_class, c.federal_states, c.phase, c.is_generated, c.generated_fields,
             c.overview_heading, c.overview_partners
        FROM kuer.decision_items i
        JOIN kuer.applications p ON p.id = i.application_id
        JOIN kuer.application_contents c ON c.application_id = p.id
       WHERE i.outcome = 'selected'
         AND i.decision_id = (SELECT d.id FROM kuer.decisions d JOIN kuer.calls k ON k.id = d.call_id
                               WHERE k.id = of_call AND k.state = 'published' AND d.published_at IS NOT NULL
                               ORDER BY d.number DESC LIMIT 1);
  END $$;
`;
