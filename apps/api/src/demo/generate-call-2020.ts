import { inventedBlueprints, inventedDivergences, passedOverReasons, publishedTargets } from './blueprints-2020.js';
import { DEMO_THEMES } from './concepts/concept.js';
import { overviewLinesOf, type PublishedProject, publishedProjects } from './data/published-2020.js';
import { addDays, at } from './day.js';
import type { DemoApplication, DemoAssignment, DemoBundle, DemoCall } from './demo-call.js';
import { demoCatalogue, demoSettings } from './demo-settings.js';
import { formalChecks2020 } from './formal-checks-2020.js';
import { inventApplications } from './invent-applications.js';
import { session2020 } from './jury-2020.js';
import { callMembers, reviewerKeys } from './personas.js';
import { type PlayedReviews, playReviews, type ReviewedApplication } from './play-reviews.js';
import { seededRandom, seedOf } from './random.js';
import { reconciliations2020, withReplacedReviewers } from './reviews-2020.js';

const SEED = 'call-2020';
const SUBMISSION_ENDS = '2020-04-20';
const ASSIGNED_ON = '2020-05-18';
const REVIEWS_DUE = '2020-07-03';

/** Amounts of a published project in thousands of euros, from and to, by group; the whole is adjusted to the published „über 300 Millionen“. */
const FUNDING = {
  grossstaedte: [9_000, 16_000],
  mittelstaedte: [6_500, 10_500],
  kleinstaedte_landgemeinden: [3_000, 6_500],
  interkommunal_landkreise: [6_000, 15_500],
} as const;
/** What the 32 ask for together, EUR. */
export const FUNDING_OF_THE_SELECTED = 303_400_000;

/**
 * The 2020 call from its announcement to publication: the 32 published projects verbatim, selected, and 54 invented ones. What was not
 * published of the 32 (amounts, phases, themes, scores, reasons) is generated and named in `generatedFields`. Always the same.
 */
export function generateCall2020(): DemoCall {
  const reviewed = reviewedApplications();
  const applications = reviewed.map(({ application }) => application);
  const played = playReviews(reviewed, reviewerKeys, SEED, (_application, slot, random) =>
    at(addDays('2020-05-29', random.integer(slot, 34)), random.integer(7, 17), random.integer(0, 59)),
  );
  const assignments = withReplacedReviewers(played.flatMap(assignmentsOf), applications);
  const bundle = bundle2020(reviewed);
  const find = (of: { readonly group: string; readonly target: number }) => findPlayed(reviewed, played, of);
  return {
    key: SEED,
    title: 'Modellprojekte Smart Cities 2020: Gemeinwohl und Netzwerkstadt / Stadtnetzwerk',
    round: '2. Staffel (2020)',
    targetState: 'published',
    createdAt: at('2020-01-20', 9),
    settings: settings2020(),
    catalogue: demoCatalogue,
    members: callMembers,
    applications,
    withdrawals: [],
    formalChecks: formalChecks2020(applications),
    conflicts: [],
    assignments,
    reconciliations: reconciliations2020(
      {
        amended: find(inventedDivergences.amended),
        thirdReview: find(inventedDivergences.thirdReview),
        upheld: find(inventedDivergences.upheld),
      },
      SEED,
    ),
    recommendedAt: at('2020-07-22', 10),
    session: session2020(applications, bundle),
    adoptedBundle: bundle,
    scenarios: [],
    publishedAt: at('2020-09-08', 9),
  };
}

function settings2020() {
  return demoSettings({
    corridors: [
      { dimension: 'portfolioGroup', value: 'grossstaedte', min: 8, max: 14 },
      { dimension: 'portfolioGroup', value: 'mittelstaedte', min: 3, max: 10 },
      { dimension: 'portfolioGroup', value: 'kleinstaedte_landgemeinden', min: 4, max: 10 },
      { dimension: 'portfolioGroup', value: 'interkommunal_landkreise', min: 8, max: 14 },
      { dimension: 'sizeClass', value: 'grosse-grossstadt', min: 2, max: 5 },
      { dimension: 'phase', value: 'A', min: 10, max: 22 },
      { dimension: 'phase', value: 'B', min: 10, max: 22 },
      { dimension: 'state', value: 'NW', max: 9 },
      { dimension: 'state', value: 'BY', min: 1, max: 6 },
      { dimension: 'state', value: 'MV', min: 1 },
      { dimension: 'state', value: 'BB', min: 1 },
      { dimension: 'state', value: 'ST', min: 1 },
      { dimension: 'state', value: 'TH', min: 1 },
    ],
    budget: { total: 310_000_000, perProjectMax: 17_500_000, count: { min: 30, max: 32 } },
    dates: {
      submissionEndsOn: SUBMISSION_ENDS,
      formalCheckEndsOn: '2020-05-15',
      reviewEndsOn: REVIEWS_DUE,
      juryOn: '2020-08-27',
    },
    resolutionsUntil: '2020-05-08',
  });
}

/** All 86 in the order of their numbers, which is that of receipt and says nothing about success. */
function reviewedApplications(): ReviewedApplication[] {
  const random = seededRandom(seedOf(SEED, 'order'));
  const amounts = fundingOfTheSelected();
  const unnumbered = [
    ...publishedProjects.map((project, index) => ({
      content: publishedApplication(project, amounts[index] ?? 0),
      target: publishedTargets[project.name] ?? 0,
      weakGroup: undefined,
      measure: null,
    })),
    ...inventApplications(inventedBlueprints, SEED).map(({ application, blueprint, measure }) => ({
      content: application,
      target: blueprint.target,
      weakGroup: blueprint.weakGroup,
      measure,
    })),
  ];
  return random.shuffle(unnumbered).map(({ content, ...rest }, index, all) => {
    const application: DemoApplication = {
      ...content,
      number: `B-${String(index + 1).padStart(3, '0')}`,
      receivedOn: addDays('2020-03-16', Math.floor((35 * index) / (all.length - 1))),
    };
    return { ...rest, application, divergence: divergenceOf(application, rest.target) };
  });
}

function divergenceOf(application: DemoApplication, target: number): ReviewedApplication['divergence'] {
  const is = (of: { readonly group: string; readonly target: number }): boolean =>
    application.isGenerated && application.portfolioGroup === of.group && target === of.target;
  if (is(inventedDivergences.amended)) return { points: [48, 32], maxDifference: 3 };
  if (is(inventedDivergences.thirdReview)) return { points: [48, 30], maxDifference: 3 };
  return is(inventedDivergences.upheld) ? { points: [42, 37], maxDifference: 3, minDifference: 3 } : undefined;
}

function publishedApplication(
  project: PublishedProject,
  fundingRequested: number,
): Omit<DemoApplication, 'number' | 'receivedOn'> {
  const random = seededRandom(seedOf(SEED, 'published', project.lead.ags ?? project.name));
  if (project.lead.ags === null) throw new Error(`${project.name} has no key`);
  const { heading, partners } = overviewLinesOf(project.name);
  return {
    title: project.title,
    motto: project.motto,
    summary: project.summary,
    cooperationText: project.cooperationText,
    lead: { name: project.lead.name, kind: project.lead.kind, ags: project.lead.ags },
    partners: project.partners.map(({ name, kind, ags }) => ({ name, kind, ags })),
    federalStates: project.stateCodes,
    sizeClass: project.sizeClassKey,
    portfolioGroup: project.portfolioGroup,
    phase: random.chance(0.5) ? 'A' : 'B',
    fundingRequested,
    population: project.population,
    themes: random.shuffle(DEMO_THEMES).slice(0, random.integer(2, 3)),
    contactEmail: null,
    isGenerated: false,
    generatedFields: ['phase', 'fundingRequested', 'themes', 'attachments'],
    overview: { heading, partners },
    documents: [
      { documentKey: 'project_outline', fileName: `Projektskizze ${project.lead.name.replaceAll('/', '-')}.pdf` },
      { documentKey: 'council_resolution', fileName: `Ratsbeschluss ${project.lead.name.replaceAll('/', '-')}.pdf` },
    ],
  };
}

/** Amounts of the 32 in the order of publication: drawn, then brought to the sum in steps of 50,000 euros. */
function fundingOfTheSelected(): number[] {
  const random = seededRandom(seedOf(SEED, 'funding'));
  const amounts = publishedProjects.map(({ portfolioGroup }) => {
    const [from, to] = FUNDING[portfolioGroup];
    return random.integer(from / 50, to / 50) * 50_000;
  });
  let missing = FUNDING_OF_THE_SELECTED - amounts.reduce((sum, amount) => sum + amount, 0);
  while (missing !== 0) {
    const index = random.integer(0, amounts.length - 1);
    const changed = (amounts[index] ?? 0) + Math.sign(missing) * 50_000;
    if (changed < 2_000_000 || changed > 17_500_000) continue;
    amounts[index] = changed;
    missing -= Math.sign(missing) * 50_000;
  }
  return amounts;
}

function assignmentsOf({ application, reviewers, reviews }: PlayedReviews, index: number): DemoAssignment[] {
  return ([1, 2] as const).map((slot) => ({
    application: application.number,
    slot,
    reviewer: reviewers[slot - 1] as (typeof reviewers)[number],
    assignedAt: at(ASSIGNED_ON, 10, index % 60),
    dueOn: REVIEWS_DUE,
    response: 'accepted',
    respondedAt: at(addDays(ASSIGNED_ON, 1 + ((index * 3 + slot) % 9)), 8 + ((index + slot) % 9), (index * 7) % 60),
    declineReason: null,
    conflict: null,
    review: reviews[slot - 1] ?? null,
  }));
}

function findPlayed(
  reviewed: readonly ReviewedApplication[],
  played: readonly PlayedReviews[],
  { group, target }: { readonly group: string; readonly target: number },
): { readonly played: PlayedReviews; readonly measure: string | null } {
  const index = reviewed.findIndex(
    (one) => one.application.isGenerated && one.application.portfolioGroup === group && one.target === target,
  );
  const found = played[index];
  if (!found) throw new Error(`No application of ${group} with ${target}`);
  return { played: found, measure: reviewed[index]?.measure ?? null };
}

/** What the jury adopted: the 32, and a reason for each that stayed out although it ranked higher than one of its group that is in. */
function bundle2020(reviewed: readonly ReviewedApplication[]): DemoBundle {
  const numberOf = (group: string, target: number): DemoApplication => {
    const found = reviewed.find(
      (one) => one.application.isGenerated && one.application.portfolioGroup === group && one.target === target,
    );
    if (!found) throw new Error(`No application of ${group} with ${target}`);
    return found.application;
  };
  return {
    name: 'Bündel 2020',
    owner: 'vorsitz',
    isShared: true,
    applications: reviewed
      .filter(({ application }) => !application.isGenerated)
      .map(({ application }) => application.number),
    justifications: passedOverReasons.map(({ group, target, reason }) => {
      const { number, themes } = numberOf(group, target);
      return { application: number, reason: reason.replace('{theme}', themes[0] ?? '') };
    }),
    at: at('2020-08-27', 9),
  };
}
