import type { AppRoute, NavigationItem, WorkItems } from '../app/feature.js';
import { paths } from '../shared/paths.js';

export const routes: readonly AppRoute[] = [
  { path: 'calls/:callId/ranking', page: () => import('./ranking-page.js') },
  { path: 'calls/:callId/bundles', page: () => import('./bundle/bundles-page.js') },
  { path: 'calls/:callId/bundles/:bundleId', page: () => import('./bundle/bundle-page.js') },
  { path: 'calls/:callId/sessions', page: () => import('./session/sessions-page.js') },
  { path: 'calls/:callId/sessions/:sessionId', page: () => import('./session/session-page.js') },
];

const JURY = ['juror', 'chair', 'coordinator', 'auditor'] as const;

export const navigation: readonly NavigationItem[] = [
  {
    label: { de: 'Rangfolge', en: 'Ranking' },
    to: paths.ranking,
    group: 'stage3',
    roles: ['juror', 'chair', 'auditor'],
    from: 'jury',
  },
  { label: { de: 'Bündel', en: 'Bundles' }, to: paths.bundles, group: 'stage3', roles: JURY, from: 'jury' },
  { label: { de: 'Jurysitzungen', en: 'Jury sessions' }, to: paths.sessions, group: 'stage3', roles: JURY },
];

export const workItems: WorkItems = {
  roles: ['juror', 'chair', 'coordinator'],
  from: 'jury',
  until: 'jury',
  component: () => import('./jury-work.js'),
};
