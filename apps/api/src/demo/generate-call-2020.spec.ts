import { beforeAll, describe, expect, it } from '@jest/globals';
import {
  applicationGroupTotals,
  applicationTotal,
  checkCallSettings,
  criteriaOf,
  deriveDecision,
  divergence,
  eligibility,
  groupTotals,
  passedOver,
  rankByMean,
  reviewGaps,
  reviewTotal,
} from '@kuer/domain';
import { publishedProjects } from './data/published-2020.js';
import type { DemoCall, DemoReview } from './demo-call.js';
import { FUNDING_OF_THE_SELECTED, generateCall2020 } from './generate-call-2020.js';
import { personaOf, personas } from './personas.js';

let call: DemoCall;
beforeAll(() => {
  call = generateCall2020();
});

const sheet = (review: DemoReview) =>
  Object.fromEntries(review.scores.map(({ criterion, value }) => [criterion, value]));

/** The reviews that count in the end: amendments in place of what they amend, third reviews added. */
function countedReviews(number: string): DemoReview[] {
  const reconciliation = call.reconciliations.find(({ application }) => application === number);
  const reviews = call.assignments
    .filter(({ application, review }) => application === number && review !== null)
    .map(({ slot, review }) =>
      reconciliation?.amendment?.slot === slot ? reconciliation.amendment.review : (review as DemoReview),
    );
  const third = reconciliation?.thirdReview?.review;
  return third ? [...reviews, third] : reviews;
}

function resultOf(number: string) {
  const { catalogue, settings } = call;
  const sheets = countedReviews(number).map(sheet);
  const required = sheets.length;
  const total = applicationTotal(
    sheets.map((scores) => reviewTotal(scores, catalogue, catalogue.scale)),
    required,
  );
  const groups = applicationGroupTotals(
    sheets.map((scores) => groupTotals(scores, catalogue, catalogue.scale)),
    catalogue,
    required,
  );
  const { eligible } = eligibility(
    { total, groupTotals: groups, divergenceOpen: false },
    catalogue,
    settings.thresholds,
  );
  return { number, total: total as number, eligible };
}

describe('the generated 2020 call', () => {
  it('is the same every time', () => {
    expect(generateCall2020()).toEqual(call);
  });

  it('has 86 applications, the 32 published ones verbatim and marked as far as they are generated', () => {
    expect(call.applications.map(({ number }) => number)).toEqual(
      Array.from({ length: 86 }, (_, index) => `B-${String(index + 1).padStart(3, '0')}`),
    );
    const published = call.applications.filter(({ isGenerated }) => !isGenerated);
    expect(published).toHaveLength(32);
    for (const project of publishedProjects) {
      const application = published.find(({ lead }) => lead.ags === project.lead.ags);
      expect(application).toMatchObject({
        title: project.title,
        motto: project.motto,
        summary: project.summary,
        cooperationText: project.cooperationText,
        sizeClass: project.sizeClassKey,
        portfolioGroup: project.portfolioGroup,
        federalStates: project.stateCodes,
      });
      expect(application?.generatedFields).toEqual(expect.arrayContaining(['phase', 'fundingRequested', 'themes']));
      expect(application?.contactEmail).toBeNull();
    }
    expect(
      call.applications
        .filter(({ isGenerated }) => isGenerated)
        .every(({ contactEmail }) => contactEmail?.endsWith('.example')),
    ).toBe(true);
  });

  it('reaches all sixteen states, both phases and every group', () => {
    expect(new Set(call.applications.flatMap(({ federalStates }) => federalStates)).size).toBe(16);
    for (const group of call.settings.corridors.filter(({ dimension }) => dimension === 'portfolioGroup')) {
      expect(call.applications.filter(({ portfolioGroup }) => portfolioGroup === group.value).length).toBeGreaterThan(
        18,
      );
    }
    expect(call.applications.filter(({ phase }) => phase === 'A').length).toBeGreaterThan(25);
    expect(new Set(call.applications.map(({ title }) => title)).size).toBe(86);
  });

  it('asks for 2 to 17.5 million euros each, the selected together for just over 300', () => {
    for (const { fundingRequested } of call.applications) {
      expect(fundingRequested).toBeGreaterThanOrEqual(2_000_000);
      expect(fundingRequested).toBeLessThanOrEqual(17_500_000);
    }
    const selected = call.applications.filter(({ number }) => call.adoptedBundle?.applications.includes(number));
    expect(selected.reduce((sum, { fundingRequested }) => sum + fundingRequested, 0)).toBe(FUNDING_OF_THE_SELECTED);
    expect(FUNDING_OF_THE_SELECTED).toBeGreaterThan(300_000_000);
    expect(FUNDING_OF_THE_SELECTED).toBeLessThanOrEqual(call.settings.budget.total);
  });

  it('lets no body take part twice', () => {
    const keys = call.applications
      .flatMap(({ lead, partners }) => [lead, ...partners].map(({ ags }) => ags))
      .filter((ags) => ags !== null);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('has settings the rules accept', () => {
    expect(checkCallSettings(call.settings)).toEqual([]);
  });

  it('gives each application two reviews that could be sent in, by two people without a conflict', () => {
    const { catalogue, settings } = call;
    for (const { number, lead, partners } of call.applications) {
      const assigned = call.assignments.filter(({ application, review }) => application === number && review !== null);
      expect(assigned.map(({ slot }) => slot)).toEqual([1, 2]);
      expect(new Set(assigned.map(({ reviewer }) => reviewer)).size).toBe(2);
      for (const { reviewer, review } of assigned) {
        const { municipalityAgs } = personaOf(reviewer);
        expect([lead, ...partners].filter(({ ags }) => ags !== null && ags === municipalityAgs)).toEqual([]);
        const { scores, verdict } = review as DemoReview;
        const justifications = Object.fromEntries(
          scores.map(({ criterion, justification }) => [criterion, justification]),
        );
        const draft = { scores: sheet(review as DemoReview), justifications, verdict };
        expect(reviewGaps(draft, catalogue, catalogue.scale, settings.rules.minJustificationLength)).toEqual([]);
      }
    }
    const loads = new Map<string, number>();
    for (const { reviewer, review } of call.assignments)
      if (review) loads.set(reviewer, (loads.get(reviewer) ?? 0) + 1);
    expect(loads.size).toBe(20);
    expect(Math.max(...loads.values()) - Math.min(...loads.values())).toBeLessThanOrEqual(2);
  });

  it('writes reasons that hardly repeat and leave no placeholder', () => {
    const texts = call.assignments.flatMap(
      ({ review }) => review?.scores.map(({ justification }) => justification) ?? [],
    );
    expect(texts).toHaveLength(172 * 12);
    expect(texts.filter((text) => /[{}]|undefined|„“/.test(text))).toEqual([]);
    expect(new Set(texts).size).toBeGreaterThan(0.6 * texts.length);
    for (const { number } of call.applications) {
      const own = countedReviews(number).flatMap(({ scores }) => scores.map(({ justification }) => justification));
      expect(new Set(own).size).toBeGreaterThan(own.length - 4);
    }
  });

  it('diverges where it is meant to and nowhere else', () => {
    const { catalogue, settings } = call;
    const flagged = call.applications.filter(({ number }) => {
      const reviews = call.assignments.filter(({ application, review }) => application === number && review !== null);
      const compared = reviews.map(({ review }) => ({
        scores: sheet(review as DemoReview),
        verdict: (review as DemoReview).verdict,
      }));
      return divergence(compared, catalogue, catalogue.scale, settings.thresholds)?.flagged;
    });
    expect(flagged.map(({ number }) => number).sort()).toEqual(
      call.reconciliations.map(({ application }) => application).sort(),
    );
    expect(call.reconciliations.map(({ outcome }) => outcome)).toEqual(['amended', 'third_review', 'upheld']);
  });

  it('recommends the 32 and about as many more, and no other of its reviewers is at odds with the result', () => {
    const results = call.applications.map(({ number }) => resultOf(number));
    const recommended = new Set(results.filter(({ eligible }) => eligible).map(({ number }) => number));
    for (const number of call.adoptedBundle?.applications ?? []) expect(recommended).toContain(number);
    expect(recommended.size).toBe(52);
    const thirdReviews = call.reconciliations
      .filter(({ thirdReview }) => thirdReview)
      .map(({ application }) => application);
    for (const { number, eligible } of results) {
      if (thirdReviews.includes(number)) continue;
      for (const { verdict } of countedReviews(number)) expect(verdict).toBe(eligible ? 'eligible' : 'not_eligible');
    }
  });

  it('gives a reason for each application that was passed over, and for no other', () => {
    const inBundle = new Set(call.adoptedBundle?.applications);
    const results = call.applications.map((application) => ({ ...application, ...resultOf(application.number) }));
    const candidates = rankByMean(results.map((one) => ({ ...one, applicationId: one.number }))).map((one) => ({
      ...one,
      recommendation: one.eligible ? ('recommended' as const) : ('not_recommended' as const),
    }));
    const found = passedOver(candidates, inBundle).map(({ applicationId }) => applicationId);
    expect(found).toHaveLength(6);
    expect(call.adoptedBundle?.justifications.map(({ application }) => application).sort()).toEqual(found.sort());
    const places = deriveDecision({ candidates, selectedIds: inBundle, reservePerGroup: null })
      .filter(({ outcome }) => outcome === 'reserve')
      .map(({ portfolioGroup, reserveRank }) => `${portfolioGroup} ${reserveRank}`);
    expect(places).toHaveLength(20);
    expect(new Set(places).size).toBe(20);
    for (const { reason } of call.adoptedBundle?.justifications ?? []) expect(reason).not.toMatch(/[{}]/);
    const [leaveOut] = call.session?.motions ?? [];
    expect(leaveOut?.application).toBe(call.adoptedBundle?.justifications[0]?.application);
    expect(results.find(({ number }) => number === leaveOut?.application)).toMatchObject({
      federalStates: ['BW'],
      eligible: true,
    });
  });

  it('adopts a bundle within every corridor', () => {
    const inBundle = call.applications.filter(({ number }) => call.adoptedBundle?.applications.includes(number));
    expect(inBundle).toHaveLength(32);
    for (const { dimension, value, min = 0, max = 32 } of call.settings.corridors) {
      const count = inBundle.filter((application) => {
        if (dimension === 'state') return (application.federalStates as readonly string[]).includes(value);
        return application[dimension] === value;
      }).length;
      expect([dimension, value, count >= min && count <= max]).toEqual([dimension, value, true]);
    }
  });

  it('keeps the order of time', () => {
    const sorted = (moments: readonly (string | null)[]) => [...moments].sort();
    const stages = [
      call.createdAt,
      call.applications.at(-1)?.receivedOn ?? null,
      call.formalChecks
        .map(({ decidedAt }) => decidedAt)
        .sort()
        .at(-1) ?? null,
      call.assignments.map(({ assignedAt }) => assignedAt).sort()[0] ?? null,
      call.assignments
        .map(({ review }) => review?.at ?? '')
        .sort()
        .at(-1) ?? null,
      call.recommendedAt,
      call.session?.openedAt ?? null,
      call.adoptedBundle?.at ?? null,
      call.session?.closedAt ?? null,
      call.publishedAt,
    ];
    expect(sorted(stages)).toEqual(stages);
    for (const { respondedAt, review, assignedAt } of call.assignments) {
      if (review) expect(sorted([assignedAt, respondedAt, review.at])).toEqual([assignedAt, respondedAt, review.at]);
    }
  });

  it('has strict and mild reviewers, told apart by the applications they share, and no other pair at odds', () => {
    const { catalogue } = call;
    const reconciled = call.reconciliations.map(({ application }) => application);
    const pairs = call.applications.flatMap(({ number }) => {
      const [first, second] = call.assignments.filter(
        ({ application, review }) => application === number && review !== null,
      );
      if (!first?.review || !second?.review) return [];
      const totals = [first.review, second.review].map(
        (review) => reviewTotal(sheet(review), catalogue, catalogue.scale) ?? 0,
      );
      return [
        { number, reviewers: [first.reviewer, second.reviewer], difference: (totals[0] ?? 0) - (totals[1] ?? 0) },
      ];
    });
    // Least squares with fixed application effects: only differences within an application count. Solved by turns.
    const severity = new Map<string, number>();
    const of = (reviewer: string | undefined): number => severity.get(reviewer ?? '') ?? 0;
    for (let turn = 0; turn < 500; turn += 1) {
      for (const { key } of personas.filter(({ roles }) => roles.includes('reviewer'))) {
        const implied = pairs.flatMap(({ reviewers: [first, second], difference }) =>
          key === first ? [difference + of(second)] : key === second ? [of(first) - difference] : [],
        );
        severity.set(key, implied.reduce((sum, value) => sum + value, 0) / implied.length);
      }
      const mean = [...severity.values()].reduce((sum, value) => sum + value, 0) / severity.size;
      for (const [key, value] of severity) severity.set(key, value - mean);
    }
    const residual = ({ reviewers: [first, second], difference }: (typeof pairs)[number]) =>
      difference - (of(first) - of(second));
    const variance = pairs.reduce((sum, pair) => sum + residual(pair) ** 2, 0) / (pairs.length - (severity.size - 1));
    const atOdds = pairs
      .filter((pair) => Math.abs(residual(pair)) / Math.sqrt(variance) >= 2)
      .map(({ number }) => number);
    expect(atOdds.filter((number) => !reconciled.includes(number))).toEqual([]);
    expect(Math.max(...severity.values()) - Math.min(...severity.values())).toBeGreaterThan(6);
  });

  it('speaks of the criteria of its catalogue only', () => {
    const codes = criteriaOf(call.catalogue).map(({ code }) => code);
    for (const { review } of call.assignments)
      if (review) expect(review.scores.map(({ criterion }) => criterion)).toEqual(codes);
  });
});
