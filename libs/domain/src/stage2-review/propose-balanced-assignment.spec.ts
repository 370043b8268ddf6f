import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { type AssignmentProposal, proposeBalancedAssignment } from './propose-balanced-assignment.js';
import { countComponents, partsOfReviewers } from './reviewer-graph.js';

type Request = Parameters<typeof proposeBalancedAssignment>[0];

function requestOf(applications: number, reviewers: number, change: Partial<Request> = {}): Request {
  return {
    applications: Array.from({ length: applications }, (_, index) => ({
      id: `a${String(index).padStart(3, '0')}`,
      required: 2,
      existing: [],
    })),
    reviewers: Array.from({ length: reviewers }, (_, index) => ({
      id: `r${String(index).padStart(2, '0')}`,
      capacity: null,
    })),
    forbidden: [],
    ...change,
  };
}

function expectSound(plan: AssignmentProposal, request: Request): void {
  const seen = new Set<string>();
  for (const { applicationId, reviewerId, slot } of plan.pairs) {
    for (const key of [`${applicationId} ${reviewerId}`, `${applicationId} slot ${slot}`]) {
      expect(seen.has(key)).toBe(false);
      seen.add(key);
    }
  }
  for (const { applicationId, reviewerId } of request.forbidden) {
    const planned = plan.pairs.filter(({ isExisting }) => !isExisting);
    expect(planned.some((pair) => pair.applicationId === applicationId && pair.reviewerId === reviewerId)).toBe(false);
  }
  for (const { id, capacity } of request.reviewers) {
    const load = plan.pairs.filter(({ reviewerId }) => reviewerId === id).length;
    expect(load).toBe(plan.loads.find(({ reviewerId }) => reviewerId === id)?.planned);
    if (capacity !== null) expect(load).toBeLessThanOrEqual(capacity);
  }
  for (const { id, required, existing } of request.applications) {
    const filled = plan.pairs.filter(({ applicationId }) => applicationId === id).length;
    const missing = plan.unfilled.find(({ applicationId }) => applicationId === id)?.missing ?? 0;
    expect(filled + missing).toBe(Math.max(required, existing.length));
  }
}

describe('the balanced assignment', () => {
  it('gives 86 applications two reviewers each, evenly, mixed and connected', () => {
    const request = requestOf(86, 20);
    const plan = proposeBalancedAssignment(request);
    expectSound(plan, request);
    expect(plan.unfilled).toEqual([]);
    expect([plan.minLoad, plan.maxLoad]).toEqual([8, 9]);
    expect(plan.connected).toBe(true);
    const partners = new Map<string, Set<string>>();
    for (const { applicationId, reviewerId } of plan.pairs) {
      const other = plan.pairs.find((pair) => pair.applicationId === applicationId && pair.reviewerId !== reviewerId);
      partners.set(reviewerId, (partners.get(reviewerId) ?? new Set()).add(other?.reviewerId as string));
    }
    // Nobody does their eight or nine reviews with the same few colleagues only.
    for (const set of partners.values()) expect(set.size).toBeGreaterThanOrEqual(8);
  });

  it('is the same whatever the order of the input', () => {
    const request = requestOf(12, 5);
    const reversed = {
      ...request,
      applications: [...request.applications].reverse(),
      reviewers: [...request.reviewers].reverse(),
    };
    expect(proposeBalancedAssignment(reversed)).toEqual(proposeBalancedAssignment(request));
  });

  it('names the applications for which nobody is left, and fills all others', () => {
    const forbidden = ['r00', 'r01'].map((reviewerId) => ({ applicationId: 'a001', reviewerId }));
    const request = requestOf(3, 3, { forbidden });
    const plan = proposeBalancedAssignment(request);
    expectSound(plan, request);
    expect(plan.unfilled).toEqual([
      {
        applicationId: 'a001',
        missing: 1,
        code: 'ASSIGNMENT.NO_REVIEWER_ALLOWED',
        params: { missing: 1, allowed: 1, needed: 2 },
      },
    ]);
    const scarce = proposeBalancedAssignment({
      ...requestOf(3, 2),
      reviewers: [
        { id: 'r00', capacity: 2 },
        { id: 'r01', capacity: 3 },
      ],
    });
    expect(scarce.unfilled).toMatchObject([{ missing: 1, code: 'ASSIGNMENT.CAPACITY_EXHAUSTED' }]);
  });

  it('makes room by hand-overs where taking the next free reviewer would get stuck', () => {
    // r02 may only take a001; whoever gives r00 and r01 away first has to take them back.
    const request: Request = {
      applications: ['a000', 'a001', 'a002'].map((id) => ({ id, required: 1, existing: [] })),
      reviewers: ['r00', 'r01', 'r02'].map((id) => ({ id, capacity: 1 })),
      forbidden: [
        { applicationId: 'a000', reviewerId: 'r02' },
        { applicationId: 'a002', reviewerId: 'r02' },
      ],
    };
    const plan = proposeBalancedAssignment(request);
    expectSound(plan, request);
    expect(plan.unfilled).toEqual([]);
  });

  it('leaves what exists in its slot and counts it', () => {
    const request = requestOf(2, 3, {
      applications: [
        { id: 'a000', required: 2, existing: [{ reviewerId: 'r00', slot: 2 }] },
        { id: 'a001', required: 2, existing: [] },
      ],
    });
    const plan = proposeBalancedAssignment(request);
    expectSound(plan, request);
    expect(plan.pairs[1]).toEqual({ applicationId: 'a000', reviewerId: 'r00', slot: 2, isExisting: true });
    expect(plan.pairs[0]).toMatchObject({ applicationId: 'a000', slot: 1, isExisting: false });
    expect(plan.loads[0]).toMatchObject({ reviewerId: 'r00', current: 1 });
    expect(plan.maxLoad - plan.minLoad).toBeLessThanOrEqual(1);
  });

  it('links two camps where an exchange can', () => {
    // Without the exchange r00 and r01 would share all their applications, and r02 and r03 theirs.
    const request = requestOf(4, 4);
    expect(proposeBalancedAssignment(request).connected).toBe(true);
    const split = proposeBalancedAssignment({
      ...requestOf(4, 4),
      forbidden: [
        ...['a000', 'a001'].flatMap((id) => ['r02', 'r03'].map((reviewerId) => ({ applicationId: id, reviewerId }))),
        ...['a002', 'a003'].flatMap((id) => ['r00', 'r01'].map((reviewerId) => ({ applicationId: id, reviewerId }))),
      ],
    });
    expect(split).toMatchObject({ connected: false, components: 2, unfilled: [] });
  });

  it('links them by an exchange where the even plan alone leaves two parts', () => {
    // Evenly, r02 and r03 do a000 and a001 together, and r00 and r01 do a002.
    const request: Request = {
      applications: [
        { id: 'a000', required: 2, existing: [] },
        { id: 'a001', required: 2, existing: [{ reviewerId: 'r03', slot: 1 }] },
        { id: 'a002', required: 2, existing: [{ reviewerId: 'r01', slot: 1 }] },
      ],
      reviewers: [
        { id: 'r00', capacity: 1 },
        { id: 'r01', capacity: 1 },
        { id: 'r02', capacity: 4 },
        { id: 'r03', capacity: null },
      ],
      forbidden: [{ applicationId: 'a002', reviewerId: 'r02' }],
    };
    const plan = proposeBalancedAssignment(request);
    expectSound(plan, request);
    expect(plan).toMatchObject({ connected: true, components: 1, unfilled: [], maxLoad: 2 });
  });

  it('fills every place that any plan can fill, within capacity, and keeps loads even without conflicts', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 8 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 5 }),
        fc.array(fc.tuple(fc.nat(7), fc.nat(5)), { maxLength: 12 }),
        (applications, reviewers, capacity, pairs) => {
          const base = requestOf(applications, reviewers);
          const request: Request = {
            ...base,
            reviewers: base.reviewers.map(({ id }) => ({ id, capacity })),
            forbidden: pairs.flatMap(([a, r]) => {
              const applicationId = base.applications[a]?.id;
              const reviewerId = base.reviewers[r]?.id;
              return applicationId && reviewerId ? [{ applicationId, reviewerId }] : [];
            }),
          };
          const plan = proposeBalancedAssignment(request);
          expectSound(plan, request);
          expect(plan.pairs.length).toBe(mostPlaces(request, capacity));
          if (pairs.length === 0 && plan.unfilled.length === 0)
            expect(plan.maxLoad - plan.minLoad).toBeLessThanOrEqual(1);
        },
      ),
      { numRuns: 150 },
    );
  });

  it('plans a large call', () => {
    const plan = proposeBalancedAssignment(requestOf(1_000, 100));
    expect(plan.unfilled).toEqual([]);
    expect([plan.minLoad, plan.maxLoad]).toEqual([20, 20]);
  });
});

/** Most places that can be filled, by a maximum flow of its own (single augmenting paths), to compare with. */
function mostPlaces(request: Request, capacity: number): number {
  const free = new Set(request.forbidden.map(({ applicationId, reviewerId }) => `${applicationId} ${reviewerId}`));
  const taken = new Map<string, string[]>(request.reviewers.map(({ id }) => [id, []]));
  const augment = (applicationId: string, visited: Set<string>): boolean => {
    for (const { id } of request.reviewers) {
      const own = taken.get(id) as string[];
      if (visited.has(id) || own.includes(applicationId) || free.has(`${applicationId} ${id}`)) continue;
      visited.add(id);
      if (own.length < capacity) {
        own.push(applicationId);
        return true;
      }
      for (const other of [...own]) {
        if (!augment(other, visited)) continue;
        own.splice(own.indexOf(other), 1, applicationId);
        return true;
      }
    }
    return false;
  };
  let places = 0;
  for (const { id, required } of request.applications) {
    for (let place = 0; place < required; place++) if (augment(id, new Set())) places += 1;
  }
  return places;
}

describe('the reviewer graph', () => {
  it('counts its parts, and nobody who reviews nothing', () => {
    expect(countComponents([])).toBe(0);
    expect(countComponents([new Set(['a', 'b']), new Set(['c', 'd'])])).toBe(2);
    expect(countComponents([new Set(['a', 'b']), new Set(['c', 'd']), new Set(['b', 'c'])])).toBe(1);
    expect(countComponents([new Set(['a']), new Set()])).toBe(1);
    expect(partsOfReviewers([new Set(['a', 'b']), new Set(['c'])])).toEqual(
      new Map([
        ['a', 0],
        ['b', 0],
        ['c', 1],
      ]),
    );
  });
});
