import type { AppRoute, NavigationItem, WorkItems } from '../../app/feature.js';
import { paths } from '../../shared/paths.js';

/** What the coordinator sees of the expert review, and the auditor reads. */
export const officeRoutes: readonly AppRoute[] = [
  { path: 'calls/:callId/assignments', page: () => import('./assignments/assignments-page.js') },
  { path: 'calls/:callId/results', page: () => import('./results/results-page.js') },
  { path: 'calls/:callId/results/:applicationId', page: () => import('./results/result-page.js') },
  { path: 'calls/:callId/calibration', page: () => import('./calibration/calibration-page.js') },
];

const OFFICE = { group: 'stage2', roles: ['coordinator', 'auditor'], from: 'review' } as const;

export const officeNavigation: readonly NavigationItem[] = [
  { label: { de: 'Zuweisungen', en: 'Assignments' }, to: paths.assignments, ...OFFICE },
  { label: { de: 'Ergebnisse', en: 'Results' }, to: paths.results, ...OFFICE },
  { label: { de: 'Vergleich der Gutachten', en: 'Comparison of reviews' }, to: paths.calibration, ...OFFICE },
];

/** Who has tiles of the office on their start page; what they show is in office-work.tsx. */
export const officeWorkItems: Pick<WorkItems, 'roles'> = { roles: ['coordinator'] };
