/** Which reviewers stand on which application; reviewers of one application are linked with each other. */
export type ReviewerSets = Iterable<ReadonlySet<string>>;

/** The part of the reviewer graph each reviewer with at least one application belongs to, numbered from 0. */
export function partsOfReviewers(reviewersByApplication: ReviewerSets): ReadonlyMap<string, number> {
  const parent = new Map<string, string>();
  const rootOf = (reviewer: string): string => {
    let root = reviewer;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    return root;
  };
  for (const reviewers of reviewersByApplication) {
    let first: string | null = null;
    for (const reviewer of reviewers) {
      if (!parent.has(reviewer)) parent.set(reviewer, reviewer);
      const root = rootOf(reviewer);
      first ??= root;
      parent.set(root, first);
    }
  }
  const numbers = new Map<string, number>();
  const parts = new Map<string, number>();
  for (const reviewer of parent.keys()) {
    const root = rootOf(reviewer);
    if (!numbers.has(root)) numbers.set(root, numbers.size);
    parts.set(reviewer, numbers.get(root) as number);
  }
  return parts;
}

/**
 * Number of parts of the reviewer graph among those who review anything: 1 where everybody is linked with everybody over
 * shared applications, which is what estimating severity across reviewers needs; 0 without reviewers.
 */
export function countComponents(reviewersByApplication: ReviewerSets): number {
  return new Set(partsOfReviewers(reviewersByApplication).values()).size;
}
