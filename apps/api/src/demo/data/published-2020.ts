import { publishedCooperations } from './published-cooperations-2020.js';
import { publishedLargeCities } from './published-large-cities-2020.js';
import { publishedOverview } from './published-overview-2020.js';
import { publishedTowns } from './published-towns-2020.js';
import type { PublishedOverviewProject, PublishedProject } from './published-types.js';

export { publishedCriteria } from './published-criteria-2020.js';
export { publishedOverview, publishedOverviewLegend, publishedOverviewTitle } from './published-overview-2020.js';
export type * from './published-types.js';

/**
 * What was published of the second round: BMI brochure „Modellprojekte Smart Cities 2020“, September 2020. Of 86 applications only the 32
 * selected ones appeared; no scores, reviewers, amounts, themes or (in the text version) phases.
 *
 * Keys of the bodies: each municipality's AGS was compared by key and name in two public sources, the annex to § 1 of the
 * Mietniveau-Einstufungsverordnung (BGBl. I 2021 p. 3739, territory of 25 January 2021) and the municipal register of the Federal
 * Statistical Office (Gemeindeverzeichnis, GV-Auszug, territory of 31 December 2020; © Statistisches Bundesamt, dl-de/by-2-0). Keys of
 * districts (five digits, filled up with 000) and of Verbandsgemeinden and Samtgemeinden (ARS, filled up with 000) come from the latter.
 * Populations: the same register, 31 December 2019; for a district the sum of its municipalities.
 */
export const publishedSource = 'BMI-Broschüre „Modellprojekte Smart Cities 2020“, September 2020';

/** Numbers that the brochure states of the round. */
export const publishedCounts = {
  applications: 86,
  selected: 32,
  byGroup: { grossstaedte: 13, mittelstaedte: 3, kleinstaedte_landgemeinden: 4, interkommunal_landkreise: 12 },
} as const;

/** All 32 projects in the order of the brochure. */
export const publishedProjects: readonly PublishedProject[] = [
  ...publishedLargeCities,
  ...publishedTowns,
  ...publishedCooperations,
];

/** The lines under which the public overview prints a project; throws where there are none, which would be an error in the data. */
export function overviewLinesOf(projectName: string): PublishedOverviewProject {
  for (const group of publishedOverview) {
    const found = group.projects.find((candidate) => candidate.project === projectName);
    if (found) return found;
  }
  throw new Error(`No lines in the published overview for ${projectName}`);
}
