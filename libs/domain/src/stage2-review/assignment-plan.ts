import { countComponents, partsOfReviewers } from './reviewer-graph.js';

/** A reviewer with the most reviews they take in all (null: no bound). */
export interface PlannedReviewer {
  readonly id: string;
  readonly capacity: number | null;
}

/** An application with the number of reviews it needs and the reviewers it already has. */
export interface PlannedApplication {
  readonly id: string;
  readonly required: number;
  readonly existing: readonly { readonly reviewerId: string; readonly slot: number }[];
}

/** A pair that a conflict closes. */
export interface ForbiddenPair {
  readonly applicationId: string;
  readonly reviewerId: string;
}

/**
 * A plan while it is being made: who stands on which application, what is fixed already, how much each reviewer has.
 * Knows what is allowed and moves single places; the order of moves is the proposal's business.
 */
export class AssignmentPlan {
  readonly applications: readonly PlannedApplication[];
  readonly reviewerIds: readonly string[];
  private readonly capacities = new Map<string, number>();
  private readonly loads = new Map<string, number>();
  private readonly onApplication = new Map<string, Set<string>>();
  private readonly planned = new Map<string, Set<string>>();
  private readonly shared = new Map<string, number>();
  private readonly closed = new Map<string, Set<string>>();

  constructor(
    applications: readonly PlannedApplication[],
    reviewers: readonly PlannedReviewer[],
    forbidden: readonly ForbiddenPair[],
  ) {
    this.applications = [...applications].sort((a, b) => compareIds(a.id, b.id));
    this.reviewerIds = reviewers.map(({ id }) => id).sort(compareIds);
    for (const { id, capacity } of reviewers) {
      this.capacities.set(id, capacity ?? Number.POSITIVE_INFINITY);
      this.loads.set(id, 0);
    }
    for (const { applicationId, reviewerId } of forbidden) {
      const reviewers = this.closed.get(applicationId);
      if (reviewers) reviewers.add(reviewerId);
      else this.closed.set(applicationId, new Set([reviewerId]));
    }
    for (const { id, existing } of this.applications) {
      this.onApplication.set(id, new Set());
      this.planned.set(id, new Set());
      for (const { reviewerId } of existing) {
        this.assign(id, reviewerId);
        // What exists is not the plan's to move.
        this.planned.get(id)?.delete(reviewerId);
      }
    }
  }

  loadOf(reviewerId: string): number {
    return this.loads.get(reviewerId) ?? 0;
  }

  hasRoom(reviewerId: string): boolean {
    return this.loadOf(reviewerId) < (this.capacities.get(reviewerId) ?? 0);
  }

  reviewersOn(applicationId: string): ReadonlySet<string> {
    return this.onApplication.get(applicationId) as Set<string>;
  }

  plannedOn(applicationId: string): ReadonlySet<string> {
    return this.planned.get(applicationId) as Set<string>;
  }

  /** Reviewers without a conflict who are not yet on the application. */
  candidatesFor(applicationId: string): string[] {
    const taken = this.reviewersOn(applicationId);
    const closed = this.closed.get(applicationId);
    return this.reviewerIds.filter((reviewerId) => !taken.has(reviewerId) && !closed?.has(reviewerId));
  }

  isAllowed(applicationId: string, reviewerId: string): boolean {
    return !this.reviewersOn(applicationId).has(reviewerId) && !this.closed.get(applicationId)?.has(reviewerId);
  }

  /** How many applications the two already share. */
  sharedBy(first: string, second: string): number {
    return this.shared.get(pairOf(first, second)) ?? 0;
  }

  assign(applicationId: string, reviewerId: string): void {
    this.countShared(applicationId, reviewerId, 1);
    this.onApplication.get(applicationId)?.add(reviewerId);
    this.planned.get(applicationId)?.add(reviewerId);
    this.loads.set(reviewerId, this.loadOf(reviewerId) + 1);
  }

  release(applicationId: string, reviewerId: string): void {
    this.onApplication.get(applicationId)?.delete(reviewerId);
    this.planned.get(applicationId)?.delete(reviewerId);
    this.countShared(applicationId, reviewerId, -1);
    this.loads.set(reviewerId, this.loadOf(reviewerId) - 1);
  }

  private countShared(applicationId: string, reviewerId: string, change: number): void {
    for (const colleague of this.reviewersOn(applicationId)) {
      const pair = pairOf(reviewerId, colleague);
      this.shared.set(pair, (this.shared.get(pair) ?? 0) + change);
    }
  }

  partsOfReviewers(): ReadonlyMap<string, number> {
    return partsOfReviewers(this.onApplication.values());
  }

  countComponents(): number {
    return countComponents(this.onApplication.values());
  }
}

function pairOf(first: string, second: string): string {
  return first < second ? `${first} ${second}` : `${second} ${first}`;
}

/** Order of ids by code units: the same on every machine. */
export function compareIds(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
