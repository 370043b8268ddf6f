import { CONFLICT_GROUND_LABELS } from '@kuer/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ApplicationTransitions } from '../../applications/application-transitions.js';
import { ConflictEvents, type RaisedConflict } from '../../applications/conflicts/conflict-events.js';
import { AuditTrail } from '../../audit/audit-trail.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { AssignmentRepository } from './assignment.repository.js';

/**
 * A conflict that comes late ends the assignment at once (I3): declined where the person says so, taken back where it was put on record
 * by somebody else. What they wrote stays on file, counts no more, and is closed to them.
 */
@Injectable()
export class ConflictedAssignments implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly events: ConflictEvents,
    private readonly transitions: ApplicationTransitions,
    private readonly assignments: AssignmentRepository,
  ) {}

  onModuleInit(): void {
    this.events.onRaised((conflict) => this.end(conflict));
  }

  private async end(conflict: RaisedConflict): Promise<void> {
    const { callId, applicationId, accountId, ground } = conflict;
    const isOwn = accountId === this.uow.accountId;
    const reason = `Befangenheit: ${CONFLICT_GROUND_LABELS[ground].de}`;
    const active = await this.uow.query<{ id: string }>(
      // Once the jury works with the reviews they stay as they are: the conflict is on record, and the office steps back where it must.
      `SELECT s.id FROM kuer.assignments s JOIN kuer.calls c ON c.id = s.call_id
        WHERE s.application_id = $1 AND s.reviewer_id = $2 AND s.state IN ('assigned', 'accepted')
          AND c.state NOT IN ('jury', 'decided', 'published') FOR UPDATE OF s`,
      [applicationId, accountId],
    );
    for (const { id } of active) {
      if (isOwn) await this.assignments.decline(id, reason);
      else await this.assignments.revoke(id, reason);
      await this.trail.append({
        callId,
        applicationId,
        type: isOwn ? 'ASSIGNMENT_DECLINED' : 'ASSIGNMENT_REVOKED',
        payload: { assignmentId: id, reviewerId: accountId, reason },
      });
    }
    // A submitted review counts no more, so that the application lacks one. The reviewer cannot move it; the next assignment does.
    if (active.length > 0 && !isOwn) await this.transitions.applyToThese([applicationId], 'reopen_review');
  }
}
