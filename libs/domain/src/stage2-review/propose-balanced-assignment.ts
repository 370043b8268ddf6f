import type { Params } from '../vocabulary/finding.js';
import {
  AssignmentPlan,
  compareIds,
  type ForbiddenPair,
  type PlannedApplication,
  type PlannedReviewer,
} from './assignment-plan.js';

/** One place of the plan; existing assignments are left as they are. */
export interface ProposedPair {
  readonly applicationId: string;
  readonly reviewerId: string;
  readonly slot: number;
  readonly isExisting: boolean;
}

/** An application for which no reviewer is left: ASSIGNMENT.NO_REVIEWER_ALLOWED or ASSIGNMENT.CAPACITY_EXHAUSTED. */
export interface UnfilledApplication {
  readonly applicationId: string;
  readonly missing: number;
  readonly code: string;
  readonly params: Params;
}

/** A reviewer's number of reviews, before and with the plan. */
export interface ReviewerLoadFigure {
  readonly reviewerId: string;
  readonly current: number;
  readonly planned: number;
}

/** A plan with its figures. `connected`: the reviewer graph has one part (see `countComponents`). */
export interface AssignmentProposal {
  readonly pairs: readonly ProposedPair[];
  readonly unfilled: readonly UnfilledApplication[];
  readonly loads: readonly ReviewerLoadFigure[];
  readonly minLoad: number;
  readonly maxLoad: number;
  readonly components: number;
  readonly connected: boolean;
}

/**
 * The candidate with the least load, an application already shared with a colleague on this one counting like one review
 * more: so pairs are mixed, and what that costs in balance is evened out afterwards.
 */
function pickCandidate(plan: AssignmentPlan, applicationId: string, candidates: readonly string[]): string | undefined {
  const colleagues = [...plan.reviewersOn(applicationId)];
  let best: string | undefined;
  let bestCost = Number.POSITIVE_INFINITY;
  for (const candidate of candidates) {
    const shared = colleagues.reduce((sum, colleague) => sum + plan.sharedBy(candidate, colleague), 0);
    const cost = plan.loadOf(candidate) + shared;
    if (cost < bestCost) [best, bestCost] = [candidate, cost];
  }
  return best;
}

interface Step {
  readonly reviewerId: string;
  /** The reviewer this one takes `applicationId` from; null at the beginning of the chain. */
  readonly takesFrom: string | null;
  readonly applicationId: string;
}

/**
 * Looks for a chain of hand-overs: someone in `start` gives up a planned application to another, and so on, until
 * `isEnd` holds. Breadth first, so the shortest chain in the order of ids. Returns it from its end, or null.
 */
function findChain(
  plan: AssignmentPlan,
  start: readonly Step[],
  isEnd: (reviewerId: string) => boolean,
): readonly Step[] | null {
  const applicationsOf = new Map<string, string[]>();
  for (const { id } of plan.applications) {
    for (const reviewerId of plan.plannedOn(id)) {
      applicationsOf.set(reviewerId, [...(applicationsOf.get(reviewerId) ?? []), id]);
    }
  }
  const reached = new Map(start.map((step) => [step.reviewerId, step]));
  const queue = [...reached.keys()];
  for (let current = queue.shift(); current !== undefined; current = queue.shift()) {
    if (isEnd(current)) {
      const chain: Step[] = [];
      for (
        let step = reached.get(current);
        step;
        step = step.takesFrom === null ? undefined : reached.get(step.takesFrom)
      ) {
        chain.push(step);
      }
      return chain;
    }
    for (const applicationId of applicationsOf.get(current) ?? []) {
      for (const reviewerId of plan.candidatesFor(applicationId)) {
        if (reached.has(reviewerId)) continue;
        reached.set(reviewerId, { reviewerId, takesFrom: current, applicationId });
        queue.push(reviewerId);
      }
    }
  }
  return null;
}

function handOver(plan: AssignmentPlan, chain: readonly Step[]): void {
  for (const { reviewerId, takesFrom, applicationId } of chain) {
    if (takesFrom !== null) plan.release(applicationId, takesFrom);
    plan.assign(applicationId, reviewerId);
  }
}

/** Fills one place; where all candidates are full, by hand-overs that make room for one of them. */
function fillPlace(plan: AssignmentPlan, applicationId: string): boolean {
  const candidates = plan.candidatesFor(applicationId);
  const direct = pickCandidate(
    plan,
    applicationId,
    candidates.filter((id) => plan.hasRoom(id)),
  );
  if (direct !== undefined) {
    plan.assign(applicationId, direct);
    return true;
  }
  const start = candidates.map((reviewerId): Step => ({ reviewerId, takesFrom: null, applicationId }));
  const chain = findChain(plan, start, (id) => plan.hasRoom(id));
  if (chain) handOver(plan, chain);
  return chain !== null;
}

/** Hands applications from reviewers with more to reviewers with at least two fewer, as long as there is a chain. */
function evenOut(plan: AssignmentPlan): void {
  for (let isMoved = true; isMoved; ) {
    isMoved = false;
    const byLoad = [...plan.reviewerIds].sort((a, b) => plan.loadOf(b) - plan.loadOf(a) || compareIds(a, b));
    for (const reviewerId of byLoad) {
      const target = plan.loadOf(reviewerId) - 2;
      // Nobody has so few: no chain can end anywhere, and looking for one would walk through the whole plan.
      if (!plan.reviewerIds.some((id) => plan.loadOf(id) <= target)) break;
      const start: Step = { reviewerId, takesFrom: null, applicationId: '' };
      const chain = findChain(
        plan,
        [start],
        (id) => id !== reviewerId && plan.loadOf(id) <= target && plan.hasRoom(id),
      );
      if (!chain) continue;
      handOver(plan, chain.slice(0, -1));
      isMoved = true;
      break;
    }
  }
}

/** Applications of each part that are tried for an exchange; the first that fits is taken, so few are ever looked at. */
const TRIED_PER_PART = 60;

/** Applications with planned reviewers, by the part of the reviewer graph they lie in. */
function applicationsByPart(plan: AssignmentPlan): string[][] {
  const parts = plan.partsOfReviewers();
  const byPart = new Map<number, string[]>();
  for (const { id } of plan.applications) {
    const [reviewer] = plan.plannedOn(id);
    const part = reviewer === undefined ? undefined : parts.get(reviewer);
    if (part === undefined) continue;
    const applications = byPart.get(part) ?? [];
    if (applications.length < TRIED_PER_PART) byPart.set(part, [...applications, id]);
  }
  return [...byPart.values()];
}

function exchange(plan: AssignmentPlan, first: string, x: string, second: string, y: string): void {
  plan.release(first, x);
  plan.release(second, y);
  plan.assign(first, y);
  plan.assign(second, x);
}

/** Exchanges x on the first application for y on the second where that leaves fewer parts; loads stay as they are. */
function tryExchange(plan: AssignmentPlan, first: string, second: string, before: number): boolean {
  for (const x of [...plan.plannedOn(first)]) {
    for (const y of [...plan.plannedOn(second)]) {
      if (!plan.isAllowed(first, y) || !plan.isAllowed(second, x)) continue;
      exchange(plan, first, x, second, y);
      if (plan.countComponents() < before) return true;
      exchange(plan, first, y, second, x);
    }
  }
  return false;
}

/** Links two parts of the reviewer graph by one exchange between an application of each, where there is one. */
function linkTwoParts(plan: AssignmentPlan): boolean {
  const parts = applicationsByPart(plan);
  const before = plan.countComponents();
  for (const [index, own] of parts.entries()) {
    for (const others of parts.slice(index + 1)) {
      for (const first of own) {
        if (others.some((second) => tryExchange(plan, first, second, before))) return true;
      }
    }
  }
  return false;
}

function pairsOf(plan: AssignmentPlan): ProposedPair[] {
  return plan.applications.flatMap(({ id: applicationId, existing }) => {
    const pairs: ProposedPair[] = existing.map((one) => ({ applicationId, ...one, isExisting: true }));
    const taken = new Set(existing.map(({ slot }) => slot));
    let slot = 1;
    for (const reviewerId of [...plan.plannedOn(applicationId)].sort(compareIds)) {
      while (taken.has(slot)) slot += 1;
      taken.add(slot);
      pairs.push({ applicationId, reviewerId, slot, isExisting: false });
    }
    return pairs.sort((a, b) => a.slot - b.slot);
  });
}

/**
 * Proposes reviewers for the open places of each application. Conflicts are hard; nobody is twice on an application or
 * above their capacity; loads differ as little as chains of hand-overs allow; pairs of reviewers are mixed, and the
 * reviewer graph is connected where an exchange can do it. Deterministic: the same input gives the same plan. Places
 * that nobody may take are named. This is a balanced plan, not an optimal one: affinity is not looked at.
 * Source: formulas of the procedure, "Assignment of reviewers"; augmenting paths after Kuhn (1955).
 */
export function proposeBalancedAssignment(request: {
  readonly applications: readonly PlannedApplication[];
  readonly reviewers: readonly PlannedReviewer[];
  readonly forbidden: readonly ForbiddenPair[];
}): AssignmentProposal {
  const plan = new AssignmentPlan(request.applications, request.reviewers, request.forbidden);
  const current = new Map(plan.reviewerIds.map((id) => [id, plan.loadOf(id)]));
  const choices = new Map(plan.applications.map(({ id }) => [id, plan.candidatesFor(id).length]));
  const byScarcity = [...plan.applications].sort(
    (a, b) => (choices.get(a.id) as number) - (choices.get(b.id) as number) || compareIds(a.id, b.id),
  );

  const unfilled: UnfilledApplication[] = [];
  for (const { id: applicationId, required, existing } of byScarcity) {
    const needed = required - existing.length;
    let missing = Math.max(0, needed);
    while (missing > 0 && fillPlace(plan, applicationId)) missing -= 1;
    if (missing === 0) continue;
    const allowed = choices.get(applicationId) as number;
    const code = allowed < needed ? 'ASSIGNMENT.NO_REVIEWER_ALLOWED' : 'ASSIGNMENT.CAPACITY_EXHAUSTED';
    unfilled.push({ applicationId, missing, code, params: { missing, allowed, needed } });
  }
  evenOut(plan);
  while (plan.countComponents() > 1 && linkTwoParts(plan));

  const loads = plan.reviewerIds.map((reviewerId) => ({
    reviewerId,
    current: current.get(reviewerId) as number,
    planned: plan.loadOf(reviewerId),
  }));
  const figures = loads.map(({ planned }) => planned);
  const components = plan.countComponents();
  return {
    pairs: pairsOf(plan),
    unfilled: unfilled.sort((a, b) => compareIds(a.applicationId, b.applicationId)),
    loads,
    minLoad: figures.length > 0 ? Math.min(...figures) : 0,
    maxLoad: figures.length > 0 ? Math.max(...figures) : 0,
    components,
    connected: components <= 1,
  };
}
