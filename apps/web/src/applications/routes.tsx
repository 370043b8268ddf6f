import type { AppRoute, NavigationItem } from '../app/feature.js';
import { paths } from '../shared/paths.js';

export const routes: readonly AppRoute[] = [
  { path: 'calls/:callId/applications', page: () => import('./list-page.js') },
  { path: 'calls/:callId/applications/new', page: () => import('./form-page.js') },
  { path: 'calls/:callId/applications/import', page: () => import('./import-page.js') },
  { path: 'calls/:callId/applications/:applicationId', page: () => import('./file-page.js') },
  { path: 'calls/:callId/applications/:applicationId/edit', page: () => import('./form-page.js') },
  { path: 'calls/:callId/conflicts', page: () => import('./conflicts-page.js') },
];

export const navigation: readonly NavigationItem[] = [
  {
    label: { de: 'Bewerbungen', en: 'Applications' },
    to: paths.applications,
    group: 'call',
    roles: ['coordinator', 'examiner', 'auditor'],
  },
  {
    label: { de: 'Bewerbungen', en: 'Applications' },
    to: paths.applications,
    group: 'stage3',
    roles: ['juror', 'chair'],
    from: 'jury',
  },
  {
    label: { de: 'Befangenheiten', en: 'Conflicts of interest' },
    to: paths.conflicts,
    group: 'call',
    roles: ['coordinator', 'auditor'],
  },
];
