import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What has to cross the lines of row-level security, each as one function that hands out exactly that and checks who asks.
 * A person who may not ask gets nothing (an empty set, null), so that an answer does not tell whether something exists.
 */
export class WhatCrosses1795000012000 implements MigrationInterface {
  name = 'WhatCrosses1795000012000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(SIGN_IN);
    await runner.query(REVIEW);
    await runner.query(ASSIGNMENT);
    await runner.query(RANKING);
    await runner.query(BUNDLE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP FUNCTION kuer.bundle_membership(uuid);
      DROP FUNCTION kuer.application_balance_facts(uuid);
      DROP FUNCTION kuer.reserve_facts(uuid);
      DROP FUNCTION kuer.ranking_facts(uuid);
      DROP FUNCTION kuer.conflict_facts(uuid);
      DROP FUNCTION kuer.reviewer_load(uuid);
      DROP FUNCTION kuer.own_assignment_numbers();
      DROP FUNCTION kuer.reopen_review(uuid, uuid, text, timestamptz);
      DROP FUNCTION kuer.review_complete(uuid);
      DROP FUNCTION kuer.review_progress(uuid);
      DROP FUNCTION kuer.sign_in_lookup(text);
    `);
  }
}

const SIGN_IN = `
  -- The only way to a password hash, and only before anybody is signed in.
  CREATE FUNCTION kuer.sign_in_lookup(given_email text)
  RETURNS TABLE (account_id uuid, password_hash text, is_disabled boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    RETURN QUERY SELECT a.id, a.password_hash, a.disabled_at IS NOT NULL FROM kuer.accounts a
                  WHERE lower(a.email) = lower(given_email) AND (SELECT kuer.is_system());
  END $$;
`;

const REVIEW = `
  -- How far each assigned review is: n of 12, no values. For coordinators and auditors, who see no drafts.
  CREATE FUNCTION kuer.review_progress(of_call uuid)
  RETURNS TABLE (assignment_id uuid, application_id uuid, review_id uuid, label text, review_state text,
                 scored integer, criteria integer, submitted_number integer, submitted_at timestamptz)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200 SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    of_catalogue integer;
  BEGIN
    IF NOT of_call = ANY (kuer.calls_as('{coordinator,auditor}')) THEN
      RETURN;
    END IF;
    SELECT count(*) INTO of_catalogue FROM kuer.catalogue_criteria c
      WHERE c.catalogue_id = (SELECT v.id FROM kuer.catalogue_versions v WHERE v.call_id = of_call ORDER BY v.number DESC LIMIT 1);
    RETURN QUERY
      SELECT a.id, a.application_id, r.id, r.label, r.state,
             coalesce(latest.scored, 0)::integer, coalesce(nullif(latest.criteria, 0), of_catalogue)::integer,
             r.submitted_number, submitted.at
        FROM kuer.assignments a
        LEFT JOIN kuer.reviews r ON r.assignment_id = a.id
        LEFT JOIN LATERAL (
          SELECT (SELECT count(*) FROM kuer.scores s WHERE s.review_version_id = v.id AND s.value IS NOT NULL) AS scored,
                 (SELECT count(*) FROM kuer.catalogue_criteria c WHERE c.catalogue_id = v.catalogue_id) AS criteria
            FROM kuer.review_versions v WHERE v.review_id = r.id ORDER BY v.number DESC LIMIT 1) AS latest ON true
        LEFT JOIN LATERAL (
          SELECT v.submitted_at AS at FROM kuer.review_versions v
           WHERE v.review_id = r.id AND v.number = r.submitted_number) AS submitted ON true
       WHERE a.call_id = of_call;
  END $$;

  -- Whether nothing is outstanding: as many active assignments as the call asks for, and each of them submitted (I1).
  -- False also for those who may not ask.
  CREATE FUNCTION kuer.review_complete(of_application uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    the_call uuid;
    needed integer;
    active integer;
    submitted integer;
  BEGIN
    SELECT c.id, coalesce((c.settings #>> '{rules,reviewsPerApplication}')::integer, 2) INTO the_call, needed
      FROM kuer.applications p JOIN kuer.calls c ON c.id = p.call_id WHERE p.id = of_application;
    IF the_call IS NULL OR NOT (the_call = ANY (kuer.calls_as('{coordinator,auditor}'))
                                OR the_call = ANY (kuer.jury_calls_as('{juror,chair}'))
                                OR of_application IN (SELECT o.application_id FROM kuer.own_assignments() AS o)) THEN
      RETURN false;
    END IF;
    SELECT count(*), count(*) FILTER (WHERE r.state = 'submitted') INTO active, submitted
      FROM kuer.assignments a LEFT JOIN kuer.reviews r ON r.assignment_id = a.id
     WHERE a.application_id = of_application AND a.state IN ('assigned', 'accepted');
    RETURN active >= needed AND submitted = active;
  END $$;

  -- Opens the next version of a submitted review, with the scores so far as a start: by a coordinator, or by the reviewer
  -- in an open reconciliation. The coordinator does not see the draft that comes of it, hence a function.
  CREATE FUNCTION kuer.reopen_review(the_review uuid, new_version uuid, because text, at timestamptz) RETURNS boolean
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    r kuer.reviews;
    last kuer.review_versions;
  BEGIN
    SELECT * INTO r FROM kuer.reviews WHERE id = the_review FOR UPDATE;
    IF r.id IS NULL OR r.state <> 'submitted' OR NOT r.is_counted OR NOT (
         (r.call_id = ANY (kuer.calls_as('{coordinator}')) AND r.application_id NOT IN (SELECT kuer.conflicted_applications()))
         OR (r.assignment_id IN (SELECT o.assignment_id FROM kuer.own_assignments() AS o)
             AND EXISTS (SELECT 1 FROM kuer.reconciliations c WHERE c.application_id = r.application_id AND c.closed_at IS NULL))) THEN
      RETURN false;
    END IF;
    SELECT * INTO last FROM kuer.review_versions v WHERE v.review_id = r.id AND v.number = r.submitted_number;
    INSERT INTO kuer.review_versions
        (id, review_id, application_id, call_id, catalogue_id, number, summary, verdict, reason, opened_at, is_generated)
      VALUES (new_version, r.id, r.application_id, r.call_id, last.catalogue_id, last.number + 1, last.summary, last.verdict,
              because, at, last.is_generated);
    INSERT INTO kuer.scores (review_version_id, catalogue_id, criterion, scale_max, scale_step, value, justification, updated_at)
      SELECT new_version, s.catalogue_id, s.criterion, s.scale_max, s.scale_step, s.value, s.justification, at
        FROM kuer.scores s WHERE s.review_version_id = last.id;
    RETURN true;
  END $$;
`;

const ASSIGNMENT = `
  -- The numbers of the applications a reviewer was ever asked for: of a declined one, or one in conflict, the number is all
  -- that is left.
  CREATE FUNCTION kuer.own_assignment_numbers() RETURNS TABLE (assignment_id uuid, application_id uuid, application_number text)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    RETURN QUERY SELECT a.id, a.application_id, p.number
                   FROM kuer.assignments a JOIN kuer.applications p ON p.id = a.application_id
                  WHERE a.reviewer_id = (SELECT kuer.account_id());
  END $$;

  -- How much each reviewer of the call carries, and how much is closed to them.
  CREATE FUNCTION kuer.reviewer_load(of_call uuid)
  RETURNS TABLE (reviewer_id uuid, active integer, submitted integer, conflicts integer)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF NOT of_call = ANY (kuer.calls_as('{coordinator,auditor}')) THEN
      RETURN;
    END IF;
    RETURN QUERY
      SELECT m.account_id,
             (SELECT count(*)::integer FROM kuer.assignments a
               WHERE a.call_id = of_call AND a.reviewer_id = m.account_id AND a.state IN ('assigned', 'accepted')),
             (SELECT count(*)::integer FROM kuer.assignments a JOIN kuer.reviews r ON r.assignment_id = a.id
               WHERE a.call_id = of_call AND a.reviewer_id = m.account_id AND r.is_counted AND r.state = 'submitted'),
             (SELECT count(DISTINCT c.application_id)::integer FROM kuer.conflicts c
               WHERE c.call_id = of_call AND c.account_id = m.account_id AND c.state = 'active')
        FROM kuer.members m WHERE m.call_id = of_call AND m.role = 'reviewer';
  END $$;

  -- What derived conflicts are derived from: who takes part in which application, and nothing of what is applied for. Also
  -- for administrators, whose giving of a role sets off the derivation, and for whoever has a role in the call.
  CREATE FUNCTION kuer.conflict_facts(of_call uuid)
  RETURNS TABLE (application_id uuid, party_role text, party_name text, ags text, federal_states text[])
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200 SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF NOT (kuer.is_administrator() OR of_call = ANY (kuer.calls_as('{coordinator}'))) THEN
      RETURN;
    END IF;
    RETURN QUERY
      SELECT p.application_id, p.role, p.name, p.ags, c.federal_states
        FROM kuer.application_parties p JOIN kuer.application_contents c ON c.application_id = p.application_id
       WHERE p.call_id = of_call AND p.is_active;
  END $$;
`;

const RANKING = `
  -- What a ranking is computed from, whole: the counted reviews of all applications of the call, also of one that the
  -- coordinator is in conflict with. It is stored, not shown: what is shown is read back under row-level security.
  CREATE FUNCTION kuer.ranking_facts(of_call uuid)
  RETURNS TABLE (application_id uuid, application_state text, portfolio_group text, review_id uuid, label text,
                 version_id uuid, catalogue_id uuid, verdict text, scores jsonb)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200 SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF NOT of_call = ANY (kuer.calls_as('{coordinator}')) THEN
      RETURN;
    END IF;
    RETURN QUERY
      SELECT p.id, p.state, c.portfolio_group, r.id, r.label, v.id, v.catalogue_id, v.verdict, s.scores
        FROM kuer.applications p
        JOIN kuer.application_contents c ON c.application_id = p.id
        JOIN kuer.reviews r ON r.application_id = p.id AND r.is_counted
        JOIN kuer.review_versions v ON v.review_id = r.id AND v.is_current
        JOIN LATERAL (SELECT jsonb_object_agg(x.criterion, x.value) AS scores
                        FROM kuer.scores x WHERE x.review_version_id = v.id) AS s ON true
       WHERE p.call_id = of_call;
  END $$;

  -- What adoption needs to order the reserve list and to see who was passed over: places in the latest ranking, also of
  -- an application the chair is recused from; no scores, no texts.
  CREATE FUNCTION kuer.reserve_facts(of_call uuid)
  RETURNS TABLE (application_id uuid, application_state text, portfolio_group text, rank integer)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF NOT (of_call = ANY (kuer.calls_as('{coordinator}')) OR of_call = ANY (kuer.jury_calls_as('{chair}'))) THEN
      RETURN;
    END IF;
    RETURN QUERY
      SELECT p.id, p.state, c.portfolio_group, e.rank
        FROM kuer.applications p
        JOIN kuer.application_contents c ON c.application_id = p.id
        LEFT JOIN kuer.ranking_entries e ON e.application_id = p.id AND e.ranking_id =
          (SELECT v.id FROM kuer.ranking_versions v WHERE v.call_id = of_call ORDER BY v.number DESC LIMIT 1)
       WHERE p.call_id = of_call;
  END $$;
`;

const BUNDLE = `
  -- What the meters of a bundle count: classes and money, no names, no texts, no scores. Also for applications a juror is
  -- recused from, since the balance of a bundle is the same for everybody; is_conflicted marks them.
  CREATE FUNCTION kuer.application_balance_facts(of_call uuid)
  RETURNS TABLE (application_id uuid, application_state text, portfolio_group text, size_class text, federal_states text[],
                 phase text, funding_requested numeric, is_conflicted boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF NOT (of_call = ANY (kuer.calls_as('{coordinator,auditor}')) OR of_call = ANY (kuer.jury_calls_as('{juror,chair}'))) THEN
      RETURN;
    END IF;
    RETURN QUERY
      SELECT p.id, p.state, c.portfolio_group, c.size_class, c.federal_states, c.phase, c.funding_requested,
             p.id IN (SELECT kuer.conflicted_applications())
        FROM kuer.applications p JOIN kuer.application_contents c ON c.application_id = p.id
       WHERE p.call_id = of_call;
  END $$;

  -- Which applications a bundle holds and which have a reason for being passed over, those one is recused from included;
  -- who put them in and why stays in the rows. For whoever reads the bundle.
  CREATE FUNCTION kuer.bundle_membership(of_bundle uuid)
  RETURNS TABLE (application_id uuid, is_item boolean, is_justified boolean)
  LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    b kuer.bundles;
  BEGIN
    SELECT * INTO b FROM kuer.bundles WHERE id = of_bundle;
    IF b.id IS NULL OR NOT (
         b.call_id = ANY (kuer.calls_as('{coordinator,auditor}')) OR b.call_id = ANY (kuer.jury_calls_as('{chair}'))
         OR (b.call_id = ANY (kuer.jury_calls_as('{juror}')) AND (b.owner_id = kuer.account_id() OR b.is_shared OR b.state <> 'draft'))) THEN
      RETURN;
    END IF;
    RETURN QUERY
      SELECT coalesce(i.application_id, j.application_id), i.application_id IS NOT NULL, j.application_id IS NOT NULL
        FROM (SELECT x.application_id FROM kuer.bundle_items x WHERE x.bundle_id = of_bundle) AS i
        FULL JOIN (SELECT x.application_id FROM kuer.bundle_justifications x WHERE x.bundle_id = of_bundle) AS j
          ON j.application_id = i.application_id;
  END $$;
`;
