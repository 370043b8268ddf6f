import type { PortfolioGroup } from '@kuer/domain';
import { addDays, at } from './day.js';
import type { DemoAssignment, DemoBundle, DemoCall, DemoConflict } from './demo-call.js';
import { demoCatalogue, demoSettings } from './demo-settings.js';
import { acceptedCheck } from './formal-checks-2020.js';
import { callMembers, type ReviewerKey, reviewerKeys } from './personas.js';
import { playReviews, type ReviewedApplication } from './play-reviews.js';
import { inventPracticeApplications } from './practice-blueprints.js';
import { numberedApplications, underWay } from './practice-call.js';

const SEED = 'jury-practice';
const COUNT = 15;

/** How many of each group a scenario takes. */
const MIXED: Readonly<Record<PortfolioGroup, number>> = {
  grossstaedte: 3,
  mittelstaedte: 5,
  kleinstaedte_landgemeinden: 4,
  interkommunal_landkreise: 3,
};
const RURAL: Readonly<Record<PortfolioGroup, number>> = {
  grossstaedte: 2,
  mittelstaedte: 4,
  kleinstaedte_landgemeinden: 5,
  interkommunal_landkreise: 4,
};

/**
 * A practice call in the jury stage, to the day `today`: 40 invented applications, all of them reviewed, recommendations confirmed, two
 * conflicts of jurors on record, two scenarios to compare, and a session planned for the next day.
 */
export function generateJuryPractice(today: string): DemoCall {
  const day = (days: number): string => addDays(today, days);
  const reviewed = numberedApplications(inventPracticeApplications().jury, SEED, {
    receivedFrom: day(-140),
    receivedDays: 35,
  });
  const played = playReviews(reviewed, reviewerKeys, SEED, (_application, slot, random) =>
    at(day(-random.integer(22, 50) - slot), random.integer(7, 17), random.integer(0, 59)),
  );
  return {
    ...underWay,
    key: SEED,
    title: 'Übungsverfahren Juryauswahl: Kommunen gestalten Wandel',
    round: 'Übung B',
    targetState: 'jury',
    createdAt: at(day(-160), 9),
    settings: demoSettings({
      corridors: [
        { dimension: 'portfolioGroup', value: 'grossstaedte', min: 2, max: 4 },
        { dimension: 'portfolioGroup', value: 'mittelstaedte', min: 4, max: 6 },
        { dimension: 'portfolioGroup', value: 'kleinstaedte_landgemeinden', min: 3, max: 6 },
        { dimension: 'portfolioGroup', value: 'interkommunal_landkreise', min: 3, max: 5 },
        { dimension: 'phase', value: 'A', min: 4, max: 11 },
        { dimension: 'phase', value: 'B', min: 4, max: 11 },
        { dimension: 'state', value: 'NW', max: 3 },
        { dimension: 'state', value: 'BY', max: 3 },
      ],
      budget: { total: 150_000_000, perProjectMax: 17_500_000, count: { min: 12, max: COUNT } },
      dates: { submissionEndsOn: day(-105), formalCheckEndsOn: day(-80), reviewEndsOn: day(-22), juryOn: day(1) },
      resolutionsUntil: day(-84),
    }),
    catalogue: demoCatalogue,
    members: callMembers,
    applications: reviewed.map(({ application }) => application),
    formalChecks: reviewed.map(({ application }, index) =>
      acceptedCheck(application, index, { firstDay: day(-103), days: 20, needsSupplement: index % 17 === 8 }),
    ),
    conflicts: conflictsOf(reviewed, day),
    assignments: played.flatMap(({ application, reviewers, reviews }, index) =>
      ([1, 2] as const).map(
        (slot): DemoAssignment => ({
          application: application.number,
          slot,
          reviewer: reviewers[slot - 1] as ReviewerKey,
          assignedAt: at(day(-72), 10, index),
          dueOn: day(-22),
          response: 'accepted',
          respondedAt: at(day(-70 + ((index + slot) % 8)), 8 + (index % 9), (index * 7 + slot) % 60),
          declineReason: null,
          conflict: null,
          review: reviews[slot - 1] ?? null,
        }),
      ),
    ),
    recommendedAt: at(day(-14), 10),
    session: {
      title: 'Jurysitzung des Übungsverfahrens',
      startsAt: at(day(1), 8),
      location: 'Videokonferenz',
      agenda: [
        'Begrüßung, Feststellung der Beschlussfähigkeit, Befangenheit',
        'Vorstellung der Rangfolge je Gruppe',
        'Beratung der Szenarien',
        'Beschluss über das Bündel',
      ],
      absent: [],
      openedAt: null,
      closedAt: null,
      motions: [],
    },
    scenarios: [
      scenario(reviewed, {
        name: 'Szenario Ausgewogenheit',
        owner: 'jury01',
        isShared: true,
        quotas: MIXED,
        moment: at(day(-5), 16),
      }),
      scenario(reviewed, {
        name: 'Szenario Ländlicher Raum',
        owner: 'jury04',
        isShared: true,
        quotas: RURAL,
        moment: at(day(-3), 11),
      }),
    ],
  };
}

/** One juror advised an applicant, another one holds shares in a supplier: both are among those that could be selected. */
function conflictsOf(reviewed: readonly ReviewedApplication[], day: (days: number) => string): DemoConflict[] {
  const best = (group: PortfolioGroup): string => numbersByTarget(reviewed, group)[0] ?? '';
  return [
    {
      application: best('kleinstaedte_landgemeinden'),
      person: 'jury02',
      ground: 'prior_involvement',
      note: 'Ich habe die Kommune bei der Vorbereitung der Bewerbung beraten.',
      source: 'declared',
      setBy: null,
      at: at(day(-12), 14),
    },
    {
      application: best('interkommunal_landkreise'),
      person: 'jury08',
      ground: 'economic',
      note: 'Nach Hinweis der Geschäftsstelle: Beteiligung an einem Unternehmen, das als Auftragnehmer vorgesehen ist.',
      source: 'set',
      setBy: 'koordination',
      at: at(day(-11), 9),
    },
  ];
}

function numbersByTarget(reviewed: readonly ReviewedApplication[], group: PortfolioGroup): string[] {
  return reviewed
    .filter(({ application }) => application.portfolioGroup === group)
    .sort((a, b) => b.target - a.target)
    .map(({ application }) => application.number);
}

function scenario(
  reviewed: readonly ReviewedApplication[],
  {
    name,
    owner,
    isShared,
    quotas,
    moment,
  }: {
    name: string;
    owner: 'jury01' | 'jury04';
    isShared: boolean;
    quotas: Readonly<Record<PortfolioGroup, number>>;
    moment: string;
  },
): DemoBundle {
  const groups = Object.entries(quotas) as [PortfolioGroup, number][];
  return {
    name,
    owner,
    isShared,
    applications: groups.flatMap(([group, count]) => numbersByTarget(reviewed, group).slice(0, count)),
    justifications: [],
    at: moment,
  };
}
