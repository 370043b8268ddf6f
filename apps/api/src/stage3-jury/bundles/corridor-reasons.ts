import type { CorridorReason } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../persistence/unit-of-work.js';

/** Why a bundle misses a corridor, in the words of the jury. */
@Injectable()
export class CorridorReasons {
  constructor(private readonly uow: UnitOfWork) {}

  of(bundleId: string): Promise<CorridorReason[]> {
    return this.uow.query<CorridorReason>(
      `SELECT dimension, value, reason FROM kuer.bundle_corridor_justifications WHERE bundle_id = $1 ORDER BY dimension, value`,
      [bundleId],
    );
  }

  async put(bundleId: string, callId: string, given: CorridorReason): Promise<void> {
    await this.uow.execute(
      `INSERT INTO kuer.bundle_corridor_justifications (bundle_id, call_id, dimension, value, reason, written_by, written_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)
       ON CONFLICT (bundle_id, dimension, value) DO UPDATE SET reason = $5, written_by = $6, written_at = $7`,
      [bundleId, callId, given.dimension, given.value, given.reason, this.uow.accountId, this.uow.now],
    );
  }
}
