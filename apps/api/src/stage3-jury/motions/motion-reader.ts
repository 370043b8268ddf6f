import { MotionResponse, type NamedVote } from '@kuer/contract';
import { type Actor, abilitiesOf, voteVisibility } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import type { CallEntity } from '../../calls/call.entity.js';
import { Refusal } from '../../http/refusal.js';
import { lockRow } from '../../persistence/lock-row.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { JuryMembers } from '../jury-members.js';
import { JuryNames } from '../jury-names.js';
import type { SessionEntity } from '../sessions/session.entity.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { ElectorateEntity, MotionEntity, VoteEntity } from './motion.entity.js';

export interface MotionCase {
  readonly motion: MotionEntity;
  readonly session: SessionEntity;
  readonly call: CallEntity;
  readonly actor: Actor;
}

/** A motion as the caller may see it: the recused see that it exists, and nothing of what it says. */
@Injectable()
export class MotionReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: SessionsService,
    private readonly jury: JuryMembers,
    private readonly names: JuryNames,
  ) {}

  async find(id: string, mode?: 'lock'): Promise<MotionCase> {
    const motion = mode
      ? await lockRow(this.uow, MotionEntity, id)
      : await this.uow.manager.findOneBy(MotionEntity, { id });
    if (!motion) throw Refusal.notFound();
    return { motion, ...(await this.sessions.find(motion.sessionId)) };
  }

  /**
   * Members who may neither deliberate nor vote on it: in conflict with an application it is about; for the adoption of a bundle, with
   * any application of the bundle.
   */
  async recusedFrom(motion: MotionEntity, callId: string): Promise<Set<string>> {
    const subjects = new Set([motion.applicationId, motion.otherApplicationId].filter((id) => id !== null));
    if (motion.kind === 'adopt_bundle' && motion.bundleId) {
      const rows = await this.uow.query<{ id: string }>(
        `SELECT application_id AS id FROM kuer.bundle_membership($1) WHERE is_item`,
        [motion.bundleId],
      );
      for (const { id } of rows) subjects.add(id);
    }
    const recusals = await this.jury.recusals(callId);
    const recused = [...recusals].filter(([, applications]) => [...applications].some((id) => subjects.has(id)));
    return new Set(recused.map(([accountId]) => accountId));
  }

  async toResponse({ motion, session, call, actor }: MotionCase): Promise<MotionResponse> {
    const electorate = await this.uow.manager.findBy(ElectorateEntity, { motionId: motion.id });
    const standing = electorate.find(({ accountId }) => accountId === this.uow.accountId)?.status;
    const recused = await this.recusedNow(motion, call.id, electorate);
    const isRecused = recused.has(this.uow.accountId);
    const hidesContent = isRecused && motion.kind !== 'adopt_bundle';
    const own = await this.uow.manager.findOneBy(VoteEntity, { motionId: motion.id, accountId: this.uow.accountId });
    const names = await this.names.of([motion.putBy, ...recused]);
    const jury = new Map((await this.jury.of(call.id)).map((member) => [member.accountId, member.name]));
    const [cast] = await this.uow.query<{ count: number }>(`SELECT kuer.votes_cast($1) AS count`, [motion.id]);
    return Object.assign(new MotionResponse(), {
      id: motion.id,
      sessionId: session.id,
      number: motion.number,
      kind: motion.kind,
      text: hidesContent ? null : motion.text,
      applicationId: hidesContent ? null : motion.applicationId,
      applicationNumber: hidesContent ? null : await this.numberOf(motion.applicationId),
      otherApplicationId: hidesContent ? null : motion.otherApplicationId,
      bundleId: motion.bundleId,
      majority: motion.majority,
      ballot: motion.ballot,
      state: motion.state,
      putBy: names.get(motion.putBy) ?? '',
      openedAt: motion.openedAt?.toISOString() ?? null,
      closedAt: motion.closedAt?.toISOString() ?? null,
      recused: [...recused].map((id) => ({ id, name: jury.get(id) ?? '' })),
      eligible: electorate.filter(({ status }) => status === 'eligible').length,
      votesCast: cast?.count ?? 0,
      canVote: motion.state === 'open' && standing === 'eligible' && !isRecused && own === null,
      hasVoted: own !== null,
      myChoice: own?.choice ?? null,
      result: motion.state === 'closed' ? motion.result : null,
      votes: await this.namedVotes(motion, actor, jury),
      abilities: abilitiesOf(actor, ['motion.chair'], { callState: call.state, hasConflict: false }),
    });
  }

  /** Before it is opened: as things stand now; then: as fixed at the opening, and those whose conflict came up since. */
  private async recusedNow(motion: MotionEntity, callId: string, electorate: ElectorateEntity[]): Promise<Set<string>> {
    const fixed = electorate.filter(({ status }) => status === 'recused').map(({ accountId }) => accountId);
    if (motion.state === 'closed') return new Set(fixed);
    return new Set([...fixed, ...(await this.recusedFrom(motion, callId))]);
  }

  private async namedVotes(
    motion: MotionEntity,
    actor: Actor,
    jury: ReadonlyMap<string, string>,
  ): Promise<NamedVote[] | null> {
    if (voteVisibility(actor, motion) !== 'by_name') return null;
    const votes = await this.uow.manager.findBy(VoteEntity, { motionId: motion.id });
    return votes.flatMap(({ accountId, choice }) =>
      choice === null ? [] : [{ member: { id: accountId, name: jury.get(accountId) ?? '' }, choice }],
    );
  }

  private async numberOf(applicationId: string | null): Promise<string | null> {
    if (!applicationId) return null;
    const [row] = await this.uow.query<{ number: string }>(`SELECT number FROM kuer.applications WHERE id = $1`, [
      applicationId,
    ]);
    return row?.number ?? null;
  }
}
