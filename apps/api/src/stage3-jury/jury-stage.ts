import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type StageFacts, type StageGate, StageGates } from '../calls/stage-gates.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';

/** What the jury stage knows of its open duties. */
@Injectable()
export class JuryStage implements StageGate, OnModuleInit {
  readonly name = 'jury';

  constructor(
    private readonly uow: UnitOfWork,
    private readonly gates: StageGates,
  ) {}

  onModuleInit(): void {
    this.gates.register(this);
  }

  async facts(callId: string): Promise<StageFacts> {
    const [row] = await this.uow.query<{
      rankingKept: boolean;
      sessionsOpen: number;
      motionsOpen: number;
      bundleAdopted: boolean;
      decisionComplete: boolean;
    }>(
      `SELECT EXISTS (SELECT 1 FROM kuer.ranking_versions WHERE call_id = $1) AS "rankingKept",
              (SELECT count(*)::int FROM kuer.sessions WHERE call_id = $1 AND state = 'open') AS "sessionsOpen",
              (SELECT count(*)::int FROM kuer.motions WHERE call_id = $1 AND state = 'open') AS "motionsOpen",
              EXISTS (SELECT 1 FROM kuer.bundles WHERE call_id = $1 AND state = 'adopted') AS "bundleAdopted",
              (SELECT d.id IS NOT NULL AND NOT EXISTS (
                        SELECT 1 FROM kuer.applications a
                         WHERE a.call_id = $1
                           AND a.state IN ('recommended', 'not_recommended', 'selected', 'reserve', 'not_selected')
                           AND NOT EXISTS (SELECT 1 FROM kuer.decision_items i
                                            WHERE i.decision_id = d.id AND i.application_id = a.id))
                 FROM (SELECT 1) AS one
                 LEFT JOIN LATERAL (SELECT x.id FROM kuer.decisions x WHERE x.call_id = $1 ORDER BY x.number DESC LIMIT 1)
                   AS d ON true) AS "decisionComplete"`,
      [callId],
    );
    return row ? { call: row } : {};
  }
}
