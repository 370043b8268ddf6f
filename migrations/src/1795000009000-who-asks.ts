import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who asks, and what stands between them and an application: the functions that policies are made of.
 *
 * They are SECURITY DEFINER and belong to kuer_owner, since a policy on members could not look into members. They answer
 * about the person who asks and nobody else, and fix their search_path.
 */
export class WhoAsks1795000009000 implements MigrationInterface {
  name = 'WhoAsks1795000009000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(IDENTITY);
    await runner.query(ROLES);
    await runner.query(APPLICATIONS);
    await runner.query(PEOPLE);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TRIGGER accounts_marks_by_administrators ON kuer.accounts;
      DROP FUNCTION kuer.guard_account_marks();
      DROP FUNCTION kuer.visible_accounts();
      DROP FUNCTION kuer.reconciled_applications();
      DROP FUNCTION kuer.is_own_draft(uuid);
      DROP FUNCTION kuer.own_assignments();
      DROP FUNCTION kuer.conflicted_applications();
      DROP FUNCTION kuer.jury_calls_as(text[]);
      DROP FUNCTION kuer.founded_calls();
      DROP FUNCTION kuer.my_calls();
      DROP FUNCTION kuer.calls_as(text[]);
      DROP FUNCTION kuer.is_administrator();
      DROP FUNCTION kuer.is_system();
      DROP FUNCTION kuer.account_id();
    `);
  }
}

const IDENTITY = `
  -- The account in whose name the transaction runs: set_config('kuer.account_id', …, true). Null without one, for an
  -- anonymous visitor and for the installation itself.
  CREATE FUNCTION kuer.account_id() RETURNS uuid
  LANGUAGE plpgsql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    given text := current_setting('kuer.account_id', true);
  BEGIN
    IF given ~ '^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$' THEN
      RETURN given::uuid;
    END IF;
    RETURN NULL;
  END $$;

  -- The installation itself: sign-in book-keeping and the demo loader's accounts. It sees nothing confidential.
  CREATE FUNCTION kuer.is_system() RETURNS boolean
  LANGUAGE sql STABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(current_setting('kuer.account_id', true) = 'system', false)
  $$;

  CREATE FUNCTION kuer.is_administrator() RETURNS boolean
  LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    RETURN EXISTS (SELECT 1 FROM kuer.accounts a
                   WHERE a.id = (SELECT kuer.account_id()) AND a.is_administrator AND a.disabled_at IS NULL);
  END $$;
`;

const ROLES = `
  -- Roles are read live, and a disabled account has none.
  CREATE FUNCTION kuer.calls_as(roles text[]) RETURNS uuid[]
  LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    me uuid := kuer.account_id();
  BEGIN
    RETURN coalesce((SELECT array_agg(DISTINCT m.call_id)
                       FROM kuer.members m JOIN kuer.accounts a ON a.id = m.account_id
                      WHERE m.account_id = me AND m.role = ANY (roles) AND a.disabled_at IS NULL), '{}');
  END $$;

  -- The jury sees nothing before its stage opens (I5), and nothing while the call has stepped back.
  CREATE FUNCTION kuer.jury_calls_as(roles text[]) RETURNS uuid[]
  LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    RETURN coalesce((SELECT array_agg(c.id) FROM kuer.calls c
                      WHERE c.id = ANY ((SELECT kuer.calls_as(roles))::uuid[]) AND c.state IN ('jury', 'decided', 'published')), '{}');
  END $$;

  -- Drafts the person created: from the first line on they can be filled, before anybody is a member.
  CREATE FUNCTION kuer.founded_calls() RETURNS uuid[]
  LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    RETURN coalesce((SELECT array_agg(c.id) FROM kuer.calls c JOIN kuer.accounts a ON a.id = c.created_by
                      WHERE c.created_by = (SELECT kuer.account_id()) AND c.state = 'draft' AND a.disabled_at IS NULL), '{}');
  END $$;

  CREATE FUNCTION kuer.my_calls() RETURNS uuid[]
  LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    RETURN kuer.calls_as('{coordinator,examiner,reviewer,juror,chair,auditor}') || kuer.founded_calls();
  END $$;
`;

const APPLICATIONS = `
  CREATE FUNCTION kuer.conflicted_applications() RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    me uuid := kuer.account_id();
  BEGIN
    RETURN QUERY SELECT c.application_id FROM kuer.conflicts c WHERE c.account_id = me AND c.state = 'active';
  END $$;

  -- What is assigned to the person as reviewer and open to them, with the review of it where there is one. A declaration
  -- made late pulls the access at once: the conflict is looked at, not the assignment's state alone. One query, since
  -- saving a score asks it several times.
  CREATE FUNCTION kuer.own_assignments() RETURNS TABLE (assignment_id uuid, application_id uuid, review_id uuid)
  LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER ROWS 50 SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    me uuid := kuer.account_id();
  BEGIN
    RETURN QUERY
      SELECT a.id, a.application_id, r.id
        FROM kuer.assignments a
        JOIN kuer.members m ON m.call_id = a.call_id AND m.account_id = a.reviewer_id AND m.role = 'reviewer'
        JOIN kuer.accounts p ON p.id = a.reviewer_id AND p.disabled_at IS NULL
        LEFT JOIN kuer.reviews r ON r.assignment_id = a.id
       WHERE a.reviewer_id = me AND a.state IN ('assigned', 'accepted')
         AND NOT EXISTS (SELECT 1 FROM kuer.conflicts c
                          WHERE c.account_id = me AND c.application_id = a.application_id AND c.state = 'active');
  END $$;

  -- The same for one version, asked for the one row that a save touches: dearer by the row than a set, and far cheaper for one.
  CREATE FUNCTION kuer.is_own_draft(version_id uuid) RETURNS boolean
  LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
  DECLARE
    me uuid := kuer.account_id();
  BEGIN
    RETURN EXISTS (
      SELECT 1
        FROM kuer.review_versions v
        JOIN kuer.reviews r ON r.id = v.review_id
        JOIN kuer.assignments a ON a.id = r.assignment_id AND a.reviewer_id = me AND a.state IN ('assigned', 'accepted')
        JOIN kuer.members m ON m.call_id = a.call_id AND m.account_id = me AND m.role = 'reviewer'
        JOIN kuer.accounts p ON p.id = me AND p.disabled_at IS NULL
       WHERE v.id = version_id AND v.state = 'draft'
         AND NOT EXISTS (SELECT 1 FROM kuer.conflicts c
                          WHERE c.account_id = me AND c.application_id = a.application_id AND c.state = 'active'));
  END $$;

  -- I1: the other review opens to a reviewer once a reconciliation was opened and nothing is outstanding: every active
  -- assignment of the application has submitted.
  CREATE FUNCTION kuer.reconciled_applications() RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER ROWS 20 SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    RETURN QUERY
      SELECT own.application_id FROM kuer.own_assignments() AS own
       WHERE EXISTS (SELECT 1 FROM kuer.reconciliations c WHERE c.application_id = own.application_id)
         AND NOT EXISTS (
           SELECT 1 FROM kuer.assignments a
            WHERE a.application_id = own.application_id AND a.state IN ('assigned', 'accepted')
              AND NOT EXISTS (SELECT 1 FROM kuer.reviews r WHERE r.assignment_id = a.id AND r.submitted_number IS NOT NULL));
  END $$;
`;

const PEOPLE = `
  -- Whose name and address a person may read: coordinators and auditors those of their calls, the jury its own and the
  -- coordinators', examiners likewise. A reviewer reads nobody else's, and nobody reads a reviewer's but the first two.
  CREATE FUNCTION kuer.visible_accounts() RETURNS SETOF uuid
  LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    RETURN QUERY
      SELECT m.account_id FROM kuer.members m
       WHERE m.call_id = ANY ((SELECT kuer.calls_as('{coordinator,auditor}'))::uuid[])
          OR (m.call_id = ANY ((SELECT kuer.calls_as('{juror,chair}'))::uuid[]) AND m.role IN ('juror', 'chair', 'coordinator'))
          OR (m.call_id = ANY ((SELECT kuer.calls_as('{examiner}'))::uuid[]) AND m.role IN ('examiner', 'coordinator'));
  END $$;

  -- People edit their own account; what it may do is the administrators' business.
  CREATE FUNCTION kuer.guard_account_marks() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
  BEGIN
    IF kuer.account_id() IS NOT NULL AND NOT kuer.is_administrator() THEN
      PERFORM kuer.refuse(TG_NAME, 'only administrators change address, role and standing of an account');
    END IF;
    RETURN NEW;
  END $$;
  CREATE TRIGGER accounts_marks_by_administrators BEFORE UPDATE ON kuer.accounts
    FOR EACH ROW WHEN ((NEW.id, NEW.email, NEW.is_administrator, NEW.disabled_at, NEW.is_demo)
      IS DISTINCT FROM (OLD.id, OLD.email, OLD.is_administrator, OLD.disabled_at, OLD.is_demo))
    EXECUTE FUNCTION kuer.guard_account_marks();
`;
