import { describe, expect, it } from '@jest/globals';
import { applicationTotal, balance, checkCallSettings, divergence, missedCorridors, reviewTotal } from '@kuer/domain';
import type { DemoCall, DemoReview } from './demo-call.js';
import { documentsAtReceipt } from './formal-checks-2020.js';
import { generateCall2020 } from './generate-call-2020.js';
import { generateJuryPractice } from './generate-jury-practice.js';
import { generateReviewPractice } from './generate-review-practice.js';
import { reviewerKeys } from './personas.js';

const TODAY = '2026-03-02';
const review = generateReviewPractice(TODAY);
const jury = generateJuryPractice(TODAY);

const sheet = ({ scores }: DemoReview) => Object.fromEntries(scores.map(({ criterion, value }) => [criterion, value]));
const submittedOf = (call: DemoCall, number: string): DemoReview[] =>
  call.assignments.flatMap(({ application, review: own }) =>
    application === number && own?.state === 'submitted' ? [own] : [],
  );
const flaggedOf = (call: DemoCall): string[] =>
  call.applications
    .filter(
      ({ number }) =>
        divergence(
          submittedOf(call, number).map((own) => ({ scores: sheet(own), verdict: own.verdict })),
          call.catalogue,
          call.catalogue.scale,
          call.settings.thresholds,
        )?.flagged,
    )
    .map(({ number }) => number);

describe.each([review, jury])('$key', (call) => {
  it('is the same for the same day, and its days move along', () => {
    const again = call === review ? generateReviewPractice : generateJuryPractice;
    expect(again(TODAY)).toEqual(call);
    expect(again('2026-03-12').settings.dates.juryOn).not.toBe(call.settings.dates.juryOn);
  });

  it('is invented throughout, with settings the rules accept', () => {
    expect(call.applications.every(({ isGenerated }) => isGenerated)).toBe(true);
    expect(checkCallSettings(call.settings)).toEqual([]);
    const others = call === review ? jury : review;
    const keysIn = (one: DemoCall): string[] =>
      one.applications.flatMap(({ lead, partners }) => [lead, ...partners].map(({ ags }) => ags ?? ''));
    expect(new Set(keysIn(call)).size).toBe(keysIn(call).length);
    const elsewhere = new Set([...keysIn(others), ...keysIn(generateCall2020())]);
    expect(keysIn(call).filter((key) => elsewhere.has(key))).toEqual([]);
  });

  it('leaves nothing for later that is said to have happened, and the other way round', () => {
    for (const { respondedAt, review: own } of call.assignments) {
      if (respondedAt) expect(respondedAt < `${TODAY}T00`).toBe(true);
      if (own) expect(own.at < `${TODAY}T00` && own.at > (respondedAt ?? '')).toBe(true);
    }
    expect(call.settings.dates.juryOn && call.settings.dates.juryOn > TODAY).toBe(true);
  });
});

describe('the practice call in the review stage', () => {
  it('has 24 applications: 22 in review, one withdrawn, one rejected by two', () => {
    expect(review.applications).toHaveLength(24);
    expect(review.withdrawals).toHaveLength(1);
    const rejected = review.formalChecks.filter(({ outcome }) => outcome === 'rejected');
    expect(rejected).toMatchObject([{ examiner: 'pruefung1', confirmedBy: 'pruefung2' }]);
    const application = review.applications.find(({ number }) => number === rejected[0]?.application);
    if (!application) throw new Error('missing');
    expect(documentsAtReceipt(application, rejected[0]).map(({ documentKey }) => documentKey)).toEqual([
      'project_outline',
    ]);
    expect(new Set(review.assignments.map(({ application: number }) => number)).size).toBe(22);
  });

  it('is half scored', () => {
    const reviews = review.assignments.map(({ review: own }) => own);
    expect(reviews).toHaveLength(44);
    expect(reviews.filter((own) => own?.state === 'submitted').length).toBe(22);
    const drafts = reviews.filter((own) => own?.state === 'draft').map((own) => own?.scores.length);
    expect(drafts.sort((a, b) => (a ?? 0) - (b ?? 0))).toEqual([2, 3, 4, 5, 6, 7, 9, 10, 12]);
  });

  it('has one divergence, one conflict, one declined assignment and one overdue review', () => {
    expect(flaggedOf(review)).toHaveLength(1);
    expect(review.assignments.filter(({ response }) => response === 'conflict')).toHaveLength(1);
    expect(
      review.assignments
        .filter(({ response }) => response === 'declined')
        .map(({ declineReason }) => typeof declineReason),
    ).toEqual(['string']);
    const overdue = review.assignments.filter(({ dueOn, review: own }) => dueOn < TODAY && own?.state !== 'submitted');
    expect(overdue).toHaveLength(1);
  });

  it('has work for nearly every reviewer', () => {
    const busy = new Set(
      review.assignments
        .filter(
          ({ review: own, response }) => own?.state !== 'submitted' && (response === null || response === 'accepted'),
        )
        .map(({ reviewer }) => reviewer),
    );
    expect(reviewerKeys.filter((reviewer) => !busy.has(reviewer)).length).toBeLessThanOrEqual(6);
    expect(busy).toContain('gutachten01');
  });
});

describe('the practice call in the jury stage', () => {
  it('has 40 applications, all reviewed twice, without a divergence', () => {
    expect(jury.applications).toHaveLength(40);
    for (const { number } of jury.applications) expect(submittedOf(jury, number)).toHaveLength(2);
    expect(flaggedOf(jury)).toEqual([]);
    expect(jury.recommendedAt).not.toBeNull();
  });

  it('has a session that waits to be opened, and scenarios that keep every corridor', () => {
    expect(jury.session).toMatchObject({ openedAt: null, motions: [] });
    expect(jury.scenarios).toHaveLength(2);
    for (const { applications, owner } of jury.scenarios) {
      expect(new Set(applications).size).toBe(15);
      const chosen = jury.applications.filter(({ number }) => applications.includes(number));
      expect(chosen).toHaveLength(15);
      expect(
        jury.conflicts.filter(({ person, application }) => person === owner && applications.includes(application)),
      ).toEqual([]);
      const found = balance({
        items: jury.applications.map((application) => ({ ...application, applicationId: application.number })),
        selectedIds: applications,
        corridors: jury.settings.corridors,
        budget: jury.settings.budget,
      });
      expect(missedCorridors(found)).toEqual([]);
      expect([found.count.state, found.budget.state]).toEqual(['within', 'within']);
    }
  });

  it('has a recommended application among those a juror is in conflict with', () => {
    expect(jury.conflicts.map(({ source }) => source)).toEqual(['declared', 'set']);
    for (const { application } of jury.conflicts) {
      const totals = submittedOf(jury, application).map((own) =>
        reviewTotal(sheet(own), jury.catalogue, jury.catalogue.scale),
      );
      expect(applicationTotal(totals, 2)).toBeGreaterThan(60);
    }
  });
});
