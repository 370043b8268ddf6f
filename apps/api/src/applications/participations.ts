import { type Collision, collisionsOf, findCollisions, type PartyRole } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../persistence/unit-of-work.js';

/** Which bodies take part in which applications of a call, as far as the caller may know. */
@Injectable()
export class Participations {
  constructor(private readonly uow: UnitOfWork) {}

  /** Bodies that take part in more than one application; of these, the ones that concern this application. */
  async collisionsOf(applicationId: string, callId: string): Promise<Collision[]> {
    return collisionsOf(applicationId, await this.collisions(callId));
  }

  private collisions(callId: string): Promise<Collision[]> {
    return this.uow.remember(`collisions:${callId}`, async () =>
      findCollisions(
        await this.uow.query<{
          applicationId: string;
          applicationNumber: string;
          role: PartyRole;
          name: string;
          ags: string | null;
          isWithdrawn: boolean;
        }>(
          `SELECT a.id AS "applicationId", a.number AS "applicationNumber", p.role, p.name, p.ags, a.state = 'withdrawn' AS "isWithdrawn"
             FROM kuer.application_parties p JOIN kuer.applications a ON a.id = p.application_id
            WHERE p.call_id = $1 AND p.is_active ORDER BY a.number, p.position`,
          [callId],
        ),
      ),
    );
  }
}
