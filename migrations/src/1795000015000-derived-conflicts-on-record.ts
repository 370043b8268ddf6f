import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Deriving conflicts again must not raise one that a coordinator has lifted. An administrator, whose giving of a role sets the
 * derivation off, sees no conflicts: hence a function that hands out exactly which derived ones are on record.
 */
export class DerivedConflictsOnRecord1795000015000 implements MigrationInterface {
  name = 'DerivedConflictsOnRecord1795000015000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE FUNCTION kuer.derived_conflicts_on_record(of_call uuid)
      RETURNS TABLE (application_id uuid, account_id uuid, ground text)
      LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 200 SET search_path = pg_catalog, pg_temp AS $$
      BEGIN
        IF NOT (kuer.is_administrator() OR of_call = ANY (kuer.calls_as('{coordinator}'))) THEN
          RETURN;
        END IF;
        RETURN QUERY
          SELECT DISTINCT c.application_id, c.account_id, c.ground FROM kuer.conflicts c
           WHERE c.call_id = of_call AND c.source = 'derived';
      END $$;
      REVOKE ALL ON FUNCTION kuer.derived_conflicts_on_record(uuid) FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION kuer.derived_conflicts_on_record(uuid) TO kuer_app;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DROP FUNCTION kuer.derived_conflicts_on_record(uuid)`);
  }
}
