import type { AppRoute, NavigationItem, WorkItems } from '../app/feature.js';
import { paths } from '../shared/paths.js';

export const routes: readonly AppRoute[] = [
  { path: 'calls/:callId/audit', page: () => import('./trail-page.js') },
  { path: 'calls/:callId/applications/:applicationId/dossier', page: () => import('./dossier-page.js') },
];

export const navigation: readonly NavigationItem[] = [
  {
    label: { de: 'Prüfpfad', en: 'Audit trail' },
    to: paths.trail,
    group: 'audit',
    roles: ['auditor', 'coordinator'],
  },
];

export const workItems: WorkItems = { roles: ['auditor'], component: () => import('./audit-work.js') };
