import type { AppRoute, NavigationItem, WorkItems } from '../app/feature.js';
import { paths } from '../shared/paths.js';

export const routes: readonly AppRoute[] = [
  { path: 'calls/:callId/formal-check', page: () => import('./desk-page.js') },
  { path: 'calls/:callId/formal-check/:applicationId', page: () => import('./check-page.js') },
];

export const navigation: readonly NavigationItem[] = [
  {
    label: { de: 'Formale Prüfung', en: 'Formal check' },
    to: paths.formalChecks,
    group: 'stage1',
    roles: ['examiner', 'coordinator', 'auditor'],
  },
];

export const workItems: WorkItems = {
  roles: ['examiner'],
  from: 'formal_check',
  until: 'formal_check',
  component: () => import('./formal-check-work.js'),
};
