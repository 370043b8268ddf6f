import { describe, expect, it } from '@jest/globals';
import type { Catalogue } from '../call/catalogue.js';
import { checkRecommendation, deriveRecommendation, eligibility } from './recommendation.js';

const catalogue: Catalogue = {
  groups: [
    { code: 'G1', name: 'Zukunft', criteria: [{ code: 'K1', text: 'x', weight: 1 }] },
    { code: 'G2', name: 'Netzwerk', threshold: 40, criteria: [{ code: 'K2', text: 'y', weight: 1 }] },
  ],
};
const thresholds = { total: 60, group: 50 };
const facts = (total: number | null, G1: number | null, G2: number | null, divergenceOpen = false) => ({
  total,
  groupTotals: { G1, G2 },
  divergenceOpen,
});
const codes = (reasons: readonly { code: string }[]) => reasons.map(({ code }) => code);

describe('eligibility in principle', () => {
  it('needs the total and every group, thresholds included', () => {
    expect(eligibility(facts(60, 50, 40), catalogue, thresholds)).toEqual({
      eligible: true,
      reasons: [
        { code: 'ELIGIBILITY.TOTAL_REACHED', params: { value: 60, threshold: 60 } },
        { code: 'ELIGIBILITY.GROUP_REACHED', params: { group: 'G1', name: 'Zukunft', value: 50, threshold: 50 } },
        { code: 'ELIGIBILITY.GROUP_REACHED', params: { group: 'G2', name: 'Netzwerk', value: 40, threshold: 40 } },
      ],
    });
    const missed = eligibility(facts(90, 49.9, 39.9), catalogue, thresholds);
    expect(missed.eligible).toBe(false);
    expect(codes(missed.reasons)).toEqual([
      'ELIGIBILITY.TOTAL_REACHED',
      'ELIGIBILITY.GROUP_MISSED',
      'ELIGIBILITY.GROUP_MISSED',
    ]);
    expect(eligibility(facts(59.999, 100, 100), catalogue, thresholds).eligible).toBe(false);
  });

  it('does not fail a threshold by rounding noise', () => {
    expect(eligibility(facts(60 - 1e-12, 50 - 1e-12, 40), catalogue, thresholds).eligible).toBe(true);
    expect(eligibility(facts(60 - 1e-6, 50, 40), catalogue, thresholds).eligible).toBe(false);
  });

  it('is not said while reviews are missing or a divergence is open', () => {
    expect(eligibility(facts(null, null, null), catalogue, thresholds)).toMatchObject({
      eligible: null,
      reasons: [{ code: 'ELIGIBILITY.REVIEWS_MISSING' }],
    });
    expect(eligibility(facts(70, null, 60), catalogue, thresholds).eligible).toBeNull();
    const open = eligibility(facts(90, 90, 90, true), catalogue, thresholds);
    expect(open.eligible).toBeNull();
    expect(open.reasons[0]?.code).toBe('ELIGIBILITY.DIVERGENCE_OPEN');
  });
});

describe('the recommendation', () => {
  const recommended = deriveRecommendation(eligibility(facts(70, 60, 60), catalogue, thresholds));
  const refusedOne = deriveRecommendation(eligibility(facts(50, 60, 60), catalogue, thresholds));
  const open = deriveRecommendation(eligibility(facts(70, 60, 60, true), catalogue, thresholds));

  it('follows from eligibility, with its reasons', () => {
    expect(recommended.outcome).toBe('recommended');
    expect(refusedOne.outcome).toBe('not_recommended');
    expect(codes(refusedOne.reasons)).toContain('ELIGIBILITY.TOTAL_MISSED');
    expect(open.outcome).toBeNull();
  });

  it('is confirmed as derived, or otherwise with a comment', () => {
    const confirm = { derived: recommended, outcome: 'recommended' as const, comment: null };
    expect(checkRecommendation(confirm)).toEqual({ ok: true, departs: false });
    expect(checkRecommendation({ ...confirm, outcome: 'not_recommended' })).toMatchObject({
      code: 'RECOMMENDATION.COMMENT_NEEDED',
    });
    expect(checkRecommendation({ ...confirm, outcome: 'not_recommended', comment: 'Doppelförderung' })).toEqual({
      ok: true,
      departs: true,
    });
    expect(checkRecommendation({ ...confirm, derived: open, comment: 'trotzdem' })).toMatchObject({
      code: 'RECOMMENDATION.NOT_DERIVABLE',
    });
  });
});
