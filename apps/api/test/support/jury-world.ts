import type { BundleResponse, CallResponse, MotionResponse, SessionResponse } from '@kuer/contract';
import { DossierModule } from '../../src/dossier/dossier.module.js';
import { PublicationModule } from '../../src/publication/publication.module.js';
import { Stage3JuryModule } from '../../src/stage3-jury/stage3-jury.module.js';
import type { Client } from './client.js';
import { ReviewWorld } from './review-world.js';

/** All rooms, a call brought to the jury stage by its own routes, and a session in which the jury sits. */
export class JuryWorld {
  private constructor(
    readonly world: ReviewWorld,
    readonly jurors: readonly [Client, Client, Client],
    readonly chair: Client,
    readonly coordinator: Client,
  ) {}

  static async start(): Promise<JuryWorld> {
    const world = await ReviewWorld.start([Stage3JuryModule, PublicationModule, DossierModule]);
    return new JuryWorld(
      world,
      [world.juror, await world.api.signIn('jury02@demo.example'), await world.api.signIn('jury03@demo.example')],
      world.chair,
      world.coordinator,
    );
  }

  close(): Promise<void> {
    return this.world.close();
  }

  /**
   * A call in the jury stage: application i has the i-th total (0 to 5 on every criterion), all recommended or not as it follows.
   * Between `min` and `max` projects belong into the bundle.
   */
  async callInJury(
    scores: readonly number[],
    change: (settings: CallResponse['settings']) => CallResponse['settings'] = (settings) => settings,
  ): Promise<{ call: CallResponse; ids: string[] }> {
    const { world } = this;
    const { call, applications } = await world.callInReview(scores.length, (settings) =>
      change({ ...settings, budget: { total: 100_000_000, count: { min: 1, max: 4 } } }),
    );
    const ids = applications.map(({ id }) => id);
    for (const [index, id] of ids.entries()) {
      const reviews = await world.reviewsOf(call.id, id, world.reviewers[0], world.reviewers[1]);
      const score = scores[index] ?? 0;
      const verdict = score >= 3 ? 'eligible' : 'not_eligible';
      for (const [place, reviewId] of reviews.entries()) {
        await world.submitted(world.reviewers[place as 0 | 1], reviewId, score, verdict);
      }
    }
    await this.addJurors(call.id);
    await this.coordinator.post(`/calls/${call.id}/recommendations`, { confirmDerived: true }).expect(200);
    await this.coordinator.post(`/calls/${call.id}/transitions`, { to: 'jury' }).expect(200);
    return { call, ids };
  }

  /** An open session in which the given members are present; the whole jury unless said otherwise. */
  async sitting(callId: string, present: readonly Client[] = [this.chair, ...this.jurors]): Promise<SessionResponse> {
    const { body: session } = await this.coordinator
      .post(`/calls/${callId}/sessions`, { title: 'Sitzung' })
      .expect(201);
    const attendance = present.map(({ accountId }) => ({ accountId, status: 'present' }));
    await this.chair.put(`/sessions/${session.id}/attendance`, { attendance }).expect(200);
    const { body } = await this.chair.post(`/sessions/${session.id}/open`).expect(200);
    return body;
  }

  async bundleOf(callId: string, ids: readonly string[], owner: Client = this.chair): Promise<BundleResponse> {
    const { body: bundle } = await owner
      .post(`/calls/${callId}/bundles`, { name: 'Bündel', isShared: true })
      .expect(201);
    for (const id of ids) await owner.put(`/bundles/${bundle.id}/items/${id}`, {}).expect(200);
    return (await owner.get(`/bundles/${bundle.id}`).expect(200)).body;
  }

  async opened(sessionId: string, motion: object): Promise<MotionResponse> {
    const { body } = await this.chair.post(`/sessions/${sessionId}/motions`, motion).expect(201);
    return (await this.chair.post(`/motions/${body.id}/open`).expect(200)).body;
  }

  vote = (member: Client, motionId: string, choice: string) => member.put(`/motions/${motionId}/vote`, { choice });

  /** The whole way: motion to adopt, everybody says yes, closed, adopted. */
  async adopt(sessionId: string, bundleId: string): Promise<MotionResponse> {
    const motion = await this.opened(sessionId, {
      kind: 'adopt_bundle',
      text: 'Die Jury beschließt das Bündel.',
      bundleId,
    });
    for (const member of [this.chair, ...this.jurors]) {
      const { body } = await member.get(`/motions/${motion.id}`).expect(200);
      if (body.canVote) await this.vote(member, motion.id, 'yes').expect(200);
    }
    const { body: closed } = await this.chair.post(`/motions/${motion.id}/close`, {}).expect(200);
    await this.chair.post(`/bundles/${bundleId}/adopt`, { motionId: motion.id }).expect(200);
    return closed;
  }

  private async addJurors(callId: string): Promise<void> {
    const { administrator } = this.world;
    const { body } = await administrator.get(`/calls/${callId}/members`).expect(200);
    const members = new Map<string, string[]>(
      body.items.map((one: { accountId: string; roles: string[] }) => [one.accountId, one.roles]),
    );
    for (const { accountId } of this.jurors) if (accountId) members.set(accountId, ['juror']);
    if (this.chair.accountId) members.set(this.chair.accountId, ['chair']);
    await administrator
      .put(`/calls/${callId}/members`, {
        members: [...members].map(([accountId, roles]) => ({ accountId, roles })),
      })
      .expect(200);
  }
}
