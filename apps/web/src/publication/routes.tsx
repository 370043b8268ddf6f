import type { AppRoute, NavigationItem, WorkItems } from '../app/feature.js';
import { paths } from '../shared/paths.js';

export const routes: readonly AppRoute[] = [
  { path: 'calls/:callId/decision', page: () => import('./decision-page.js') },
  { path: 'overview/:callId', page: () => import('./overview-page.js'), access: 'public' },
];

export const navigation: readonly NavigationItem[] = [
  {
    label: { de: 'Entscheidung', en: 'Decision' },
    to: paths.decision,
    group: 'result',
    roles: ['coordinator', 'juror', 'chair', 'auditor'],
    from: 'jury',
  },
  {
    label: { de: 'Öffentliche Übersicht', en: 'Public overview' },
    to: paths.overview,
    group: 'result',
    roles: ['administrator', 'coordinator', 'examiner', 'reviewer', 'juror', 'chair', 'auditor'],
    from: 'published',
  },
];

export const workItems: WorkItems = {
  roles: ['coordinator', 'chair', 'juror', 'auditor'],
  from: 'decided',
  component: () => import('./decision-work.js'),
};
