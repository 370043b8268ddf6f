import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PORTFOLIO_GROUPS } from '../vocabulary/portfolio-groups.js';
import { type AdoptionFacts, adoptionGaps } from './adoption-gaps.js';
import { balance } from './balance.js';
import { deriveDecision } from './derive-decision.js';
import { type JuryCandidate, passedOver, passedOverPairs } from './passed-over.js';

function candidate(applicationId: string, rank: number | null, change: Partial<JuryCandidate> = {}): JuryCandidate {
  return { applicationId, rank, portfolioGroup: 'mittelstaedte', recommendation: 'recommended', ...change };
}

describe('what is passed over', () => {
  const candidates = [
    candidate('a', 1),
    candidate('b', 2),
    candidate('c', 3),
    candidate('d', 3),
    candidate('e', 5),
    candidate('other', 4, { portfolioGroup: 'grossstaedte' }),
    candidate('weak', 2, { recommendation: 'not_recommended' }),
    candidate('unranked', null),
  ];

  it('is nothing where the best of each group are taken', () => {
    expect(passedOver(candidates, ['a', 'b', 'other'])).toEqual([]);
    expect(passedOver(candidates, [])).toEqual([]);
  });

  it('is every higher-ranked recommended one of the same group, with what is taken instead', () => {
    expect(passedOver(candidates, ['c', 'e', 'other'])).toEqual([
      {
        applicationId: 'a',
        portfolioGroup: 'mittelstaedte',
        rank: 1,
        takenInstead: [
          { applicationId: 'c', rank: 3 },
          { applicationId: 'e', rank: 5 },
        ],
      },
      {
        applicationId: 'b',
        portfolioGroup: 'mittelstaedte',
        rank: 2,
        takenInstead: [
          { applicationId: 'c', rank: 3 },
          { applicationId: 'e', rank: 5 },
        ],
      },
      { applicationId: 'd', portfolioGroup: 'mittelstaedte', rank: 3, takenInstead: [{ applicationId: 'e', rank: 5 }] },
    ]);
  });

  it('is nobody of equal rank, of another group, or without a recommendation', () => {
    const ids = passedOver(candidates, ['c', 'b', 'a']).map(({ applicationId }) => applicationId);
    expect(ids).toEqual([]);
    expect(passedOver(candidates, ['other']).length).toBe(0);
  });

  it('counts a taken one without a rank as lower than everyone', () => {
    expect(passedOver(candidates, ['unranked']).map(({ applicationId }) => applicationId)).toEqual([
      'a',
      'b',
      'c',
      'd',
      'e',
    ]);
  });

  it('is the same as the pairs', () => {
    expect(passedOverPairs(candidates, ['b'])).toEqual([
      { takenId: 'b', passedOverId: 'a', portfolioGroup: 'mittelstaedte' },
    ]);
  });
});

describe('adoption', () => {
  const candidates = [candidate('a', 1), candidate('b', 2), candidate('x', 3, { recommendation: 'not_recommended' })];
  const items = candidates.map(({ applicationId, portfolioGroup }) => ({
    applicationId,
    portfolioGroup,
    sizeClass: 'kleinere-mittelstadt' as const,
    federalStates: ['NW' as const],
    phase: 'A' as const,
    fundingRequested: 100,
  }));
  const corridors = [{ dimension: 'phase' as const, value: 'B', min: 1 }];
  const factsOf = (selectedIds: string[], change: Partial<AdoptionFacts> = {}, total = 1_000): AdoptionFacts => ({
    bundleId: 'bundle',
    bundleState: 'frozen',
    anotherIsAdopted: false,
    candidates,
    selectedIds,
    balance: balance({ items, selectedIds, corridors, budget: { total, count: { min: 1, max: 2 } } }),
    justifications: {},
    corridorReasons: [{ dimension: 'phase', value: 'B', reason: 'Keine Bewerbung in Umsetzung' }],
    motion: { kind: 'adopt_bundle', state: 'closed', outcome: 'adopted', bundleId: 'bundle' },
    ...change,
  });
  const codes = (facts: AdoptionFacts) => adoptionGaps(facts).map(({ code }) => code);

  it('waits for nothing where everything is there', () => {
    expect(adoptionGaps(factsOf(['a']))).toEqual([]);
  });

  it('waits for a reason for each higher-ranked application that stays out', () => {
    expect(adoptionGaps(factsOf(['b']))).toEqual([
      {
        code: 'ADOPTION.JUSTIFICATION_MISSING',
        params: { rank: 1, portfolioGroup: 'mittelstaedte', takenInstead: ['b'] },
        applicationId: 'a',
      },
    ]);
    expect(codes(factsOf(['b'], { justifications: { a: '  ' } }))).toEqual(['ADOPTION.JUSTIFICATION_MISSING']);
    expect(codes(factsOf(['b'], { justifications: { a: 'Region schon vertreten' } }))).toEqual([]);
  });

  it('waits for a reason for a missed corridor', () => {
    expect(adoptionGaps(factsOf(['a'], { corridorReasons: [] }))).toEqual([
      {
        code: 'ADOPTION.CORRIDOR_BELOW',
        params: { dimension: 'phase', value: 'B', count: 0, min: 1, max: null, distance: 1 },
        applicationId: null,
      },
    ]);
    const otherValue = [{ dimension: 'phase' as const, value: 'A', reason: 'x' }];
    expect(codes(factsOf(['a'], { corridorReasons: otherValue }))).toEqual(['ADOPTION.CORRIDOR_BELOW']);
  });

  it('does not go past number, budget and recommendation, whatever the reasons', () => {
    expect(codes(factsOf([]))).toEqual(['ADOPTION.TOO_FEW']);
    expect(codes(factsOf(['a', 'b', 'x']))).toEqual(['ADOPTION.NOT_RECOMMENDED', 'ADOPTION.TOO_MANY']);
    expect(codes(factsOf(['a', 'b'], {}, 199.99))).toEqual(['ADOPTION.BUDGET_EXCEEDED']);
    expect(codes(factsOf(['a', 'foreign']))).toEqual(['ADOPTION.NOT_A_CANDIDATE']);
  });

  it('needs an adopted motion on exactly this bundle', () => {
    const motion = { kind: 'adopt_bundle', state: 'closed', outcome: 'adopted', bundleId: 'bundle' } as const;
    expect(codes(factsOf(['a'], { motion: { ...motion, bundleId: 'another' } }))).toEqual(['ADOPTION.OTHER_MOTION']);
    expect(codes(factsOf(['a'], { motion: { ...motion, kind: 'take_in' } }))).toEqual(['ADOPTION.OTHER_MOTION']);
    expect(codes(factsOf(['a'], { motion: { ...motion, state: 'open', outcome: null } }))).toEqual([
      'ADOPTION.MOTION_NOT_CLOSED',
    ]);
    for (const outcome of ['rejected', 'not_quorate'] as const) {
      expect(codes(factsOf(['a'], { motion: { ...motion, outcome } }))).toEqual(['ADOPTION.MOTION_NOT_ADOPTED']);
    }
    expect(codes(factsOf(['a'], { motion: null }))).toEqual([]);
  });

  it('happens once in a call', () => {
    expect(codes(factsOf(['a'], { bundleState: 'adopted' }))).toEqual(['ADOPTION.ALREADY_ADOPTED']);
    expect(codes(factsOf(['a'], { anotherIsAdopted: true }))).toEqual(['ADOPTION.ANOTHER_IS_ADOPTED']);
  });
});

describe('the decision', () => {
  it('orders the reserve per portfolio group, sharing places of equal rank, and only from what was recommended', () => {
    const candidates = [
      candidate('a', 1),
      candidate('b', 2),
      candidate('c', 2),
      candidate('d', 4),
      candidate('e', null),
      candidate('weak', 3, { recommendation: 'not_recommended' }),
      candidate('open', 3, { recommendation: null }),
      candidate('city', 9, { portfolioGroup: 'grossstaedte' }),
    ];
    const decision = deriveDecision({ candidates, selectedIds: ['a'], reservePerGroup: null });
    expect(decision.map(({ applicationId, outcome, reserveRank }) => [applicationId, outcome, reserveRank])).toEqual([
      ['a', 'selected', null],
      ['b', 'reserve', 1],
      ['c', 'reserve', 1],
      ['d', 'reserve', 3],
      ['e', 'reserve', 4],
      ['weak', 'not_selected', null],
      ['open', 'not_selected', null],
      ['city', 'reserve', 1],
    ]);
    const short = deriveDecision({ candidates, selectedIds: ['a'], reservePerGroup: 1 });
    expect(short.filter(({ outcome }) => outcome === 'reserve').map(({ applicationId }) => applicationId)).toEqual([
      'b',
      'c',
      'city',
    ]);
    expect(
      deriveDecision({ candidates, selectedIds: ['a'], reservePerGroup: 0 }).some(
        ({ outcome }) => outcome === 'reserve',
      ),
    ).toBe(false);
  });

  it('knows no application that is no candidate', () => {
    expect(() => deriveDecision({ candidates: [], selectedIds: ['z'], reservePerGroup: null })).toThrow(RangeError);
  });

  it('names one outcome for every candidate, and selects exactly the bundle', () => {
    const row = fc.record({
      portfolioGroup: fc.constantFrom(...PORTFOLIO_GROUPS),
      rank: fc.option(fc.integer({ min: 1, max: 9 }), { nil: null }),
      recommendation: fc.constantFrom('recommended' as const, 'not_recommended' as const, null),
    });
    fc.assert(
      fc.property(fc.array(fc.tuple(row, fc.boolean()), { maxLength: 30 }), (rows) => {
        const candidates = rows.map(([one], index) => ({ applicationId: `a${index}`, ...one }));
        const selectedIds = candidates.filter((_, index) => rows[index]?.[1]).map(({ applicationId }) => applicationId);
        const decision = deriveDecision({ candidates, selectedIds, reservePerGroup: null });
        expect(decision.map(({ applicationId }) => applicationId)).toEqual(
          candidates.map(({ applicationId }) => applicationId),
        );
        expect(
          decision.filter(({ outcome }) => outcome === 'selected').map(({ applicationId }) => applicationId),
        ).toEqual(selectedIds);
        for (const { applicationId, outcome, reserveRank } of decision) {
          expect(reserveRank !== null).toBe(outcome === 'reserve');
          const one = candidates.find((other) => other.applicationId === applicationId);
          if (outcome === 'reserve') expect(one?.recommendation).toBe('recommended');
          if (outcome === 'not_selected') expect(one?.recommendation).not.toBe('recommended');
        }
      }),
    );
  });
});
