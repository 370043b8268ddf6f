import {
  AssignmentPlanResponse,
  type AssignmentProposalRequest,
  type Locale,
  messageFor,
  type PlannedPair,
} from '@kuer/contract';
import { proposeBalancedAssignment } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { Access } from '../../auth/access.js';
import { requireReviewStage } from '../review-stage.js';
import { PlanningFacts } from './planning-facts.js';

/** A plan who reviews what. It is computed and shown; nothing is stored until a coordinator confirms it. */
@Injectable()
export class AssignmentProposalService {
  constructor(
    private readonly access: Access,
    private readonly planning: PlanningFacts,
  ) {}

  async propose(callId: string, body: AssignmentProposalRequest, locale: Locale): Promise<AssignmentPlanResponse> {
    const { call, actor } = await this.planning.call(callId);
    this.access.require('assignment.propose', actor, { callState: call.state });
    requireReviewStage(call.state);
    const facts = await this.planning.load(call, body.reviewersPerApplication);
    const capacity = body.maxLoad ?? call.settings.rules.maxReviewsPerReviewer;
    const plan = proposeBalancedAssignment({
      applications: facts.applications.map(({ id, required, existing }) => ({ id, required, existing })),
      reviewers: facts.reviewers.map(({ id }) => ({ id, capacity })),
      forbidden: [...facts.conflicts, ...facts.declined],
    });
    const numbers = new Map(facts.applications.map(({ id, number }) => [id, number]));
    const names = new Map(facts.reviewers.map(({ id, name }) => [id, name]));
    const conflicts = countByReviewer(facts.conflicts);
    const numberOf = (applicationId: string): string => numbers.get(applicationId) ?? '';
    const pairs: PlannedPair[] = plan.pairs.map((pair) => ({
      ...pair,
      applicationNumber: numberOf(pair.applicationId),
      reviewerName: names.get(pair.reviewerId) ?? '',
    }));
    return Object.assign(new AssignmentPlanResponse(), {
      pairs: pairs.sort((a, b) => compare(a.applicationNumber, b.applicationNumber) || a.slot - b.slot),
      loads: plan.loads.map((load) => ({
        ...load,
        name: names.get(load.reviewerId) ?? '',
        conflicts: conflicts.get(load.reviewerId) ?? 0,
      })),
      minLoad: plan.minLoad,
      maxLoad: plan.maxLoad,
      connected: plan.connected,
      unassigned: plan.unfilled
        .map(({ applicationId, code, params }) => ({
          applicationId,
          applicationNumber: numberOf(applicationId),
          message: messageFor(code, locale, params),
        }))
        .sort((a, b) => compare(a.applicationNumber, b.applicationNumber)),
    });
  }
}

function countByReviewer(pairs: readonly { readonly reviewerId: string }[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { reviewerId } of pairs) counts.set(reviewerId, (counts.get(reviewerId) ?? 0) + 1);
  return counts;
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
