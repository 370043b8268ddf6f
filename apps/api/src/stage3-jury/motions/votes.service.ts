import type { MotionResponse, PutVoteRequest } from '@kuer/contract';
import { decideVote } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/audit-trail.js';
import { Access } from '../../auth/access.js';
import { Refusal } from '../../http/refusal.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { ElectorateEntity, VoteEntity } from './motion.entity.js';
import { MotionReader } from './motion-reader.js';

/** One vote per member and motion, by the member alone (I6). */
@Injectable()
export class VotesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly trail: AuditTrail,
    private readonly sessions: SessionsService,
    private readonly reader: MotionReader,
  ) {}

  async cast(motionId: string, body: PutVoteRequest): Promise<MotionResponse> {
    const found = await this.reader.find(motionId);
    const { motion, session, call, actor } = found;
    const { accountId } = this.uow;
    const isRecused = (await this.reader.recusedFrom(motion, call.id)).has(accountId);
    const attendance = await this.sessions.attendance(session);
    this.access.require('vote.cast', actor, {
      callState: call.state,
      present: attendance.get(accountId) === 'present',
      hasConflict: isRecused,
    });
    const standing = await this.uow.manager.findOneBy(ElectorateEntity, { motionId, accountId });
    const cast = await this.uow.manager.findOneBy(VoteEntity, { motionId, accountId });
    const decision = decideVote({
      sessionState: session.state,
      motionState: motion.state,
      status: standing?.status ?? null,
      attendance: attendance.get(accountId) === 'present' ? 'present' : null,
      hasConflict: isRecused,
      hasVoted: cast !== null,
    });
    // Sent twice by a shaky line, the same open vote is answered again. A secret one can't be compared: it stands as it is.
    if (cast && motion.state === 'open' && motion.ballot === 'open' && cast.choice === body.choice) {
      return this.reader.toResponse(found);
    }
    if (!decision.ok) throw Refusal.conflict(decision.code, decision.params);
    if (motion.ballot === 'secret') {
      await this.uow.query(`SELECT kuer.cast_secret_vote($1, $2, $3)`, [motionId, body.choice, this.uow.now]);
    } else {
      await this.uow.manager.insert(VoteEntity, {
        motionId,
        accountId,
        callId: call.id,
        choice: body.choice,
        castAt: this.uow.now,
      });
    }
    await this.trail.append({
      callId: call.id,
      applicationId: motion.applicationId,
      type: 'VOTE_CAST',
      payload: {
        motionId,
        accountId,
        ballot: motion.ballot,
        // Nobody knows an interim result, and the office never knows votes by name: the trail says that, not what.
        choice: null,
      },
    });
    return this.reader.toResponse(found);
  }
}
