import { inventedBlueprints, rows } from './blueprints-2020.js';
import { type Blueprint, type InventedApplication, inventApplications, keysOf } from './invent-applications.js';

/** Practice call in the review stage: 24 applications. */
const reviewPracticeBlueprints: readonly Blueprint[] = [
  ...rows('grossstaedte', [
    ['NW', 79.2],
    ['SN', 70],
    ['BY', 58.3],
    ['HE', 50],
  ]),
  ...rows('mittelstaedte', [
    ['BW', 82.5],
    ['SH', 75],
    ['BB', 70.8],
    ['NI', 66.7],
    ['RP', 62.5],
    ['NW', 56.7],
    ['TH', 50.8],
    ['MV', 43.3],
  ]),
  ...rows('kleinstaedte_landgemeinden', [
    ['BY', 80],
    ['ST', 74.2],
    ['HE', 69.2],
    ['NI', 63.3],
    ['BW', 57.5],
    ['SL', 51.7],
    ['SH', 45],
  ]),
  ...rows('interkommunal_landkreise', [
    ['BB', 78.3],
    ['NW', 71.7],
    ['SN', 65],
    ['BW', 55.8],
    ['ST', 48.3],
  ]),
];

/** Practice call in the jury stage: 40 applications. */
const juryPracticeBlueprints: readonly Blueprint[] = [
  ...rows('grossstaedte', [
    ['NW', 84.2],
    ['BW', 76.7],
    ['NI', 71.7],
    ['HE', 63.3],
    ['SH', 55],
    ['BY', 47.5],
  ]),
  ...rows('mittelstaedte', [
    ['NW', 85.8],
    ['BY', 80.8],
    ['MV', 77.5],
    ['HE', 74.2],
    ['ST', 71.7],
    ['NI', 69.2],
    ['BW', 66.7],
    ['SH', 64.2],
    ['BB', 61.7],
    ['NW', 58.3],
    ['SN', 54.2],
    ['RP', 50.8],
    ['TH', 45],
    ['BY', 40],
  ]),
  ...rows('kleinstaedte_landgemeinden', [
    ['TH', 83.3],
    ['BY', 78.3],
    ['SN', 75],
    ['NI', 71.7],
    ['BB', 68.3],
    ['HE', 65],
    ['NW', 62.5],
    ['BW', 57.5],
    ['MV', 53.3],
    ['ST', 49.2],
    ['SL', 44.2],
    ['RP', 38.3],
  ]),
  ...rows('interkommunal_landkreise', [
    ['MV', 81.7],
    ['BY', 77.5],
    ['SL', 73.3],
    ['NW', 70],
    ['TH', 65.8],
    ['BW', 56.7],
    ['NI', 51.7],
    ['BB', 45.8],
  ]),
];

/** The applications of both practice calls; no municipality of one call stands in another, where it might be of another size. */
export function inventPracticeApplications(): { review: InventedApplication[]; jury: InventedApplication[] } {
  const taken = keysOf(inventApplications(inventedBlueprints, 'call-2020'));
  const review = inventApplications(reviewPracticeBlueprints, 'review-practice', taken);
  const jury = inventApplications(juryPracticeBlueprints, 'jury-practice', new Set([...taken, ...keysOf(review)]));
  return { review, jury };
}
