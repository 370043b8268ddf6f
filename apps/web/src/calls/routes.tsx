import type { AppRoute, NavigationItem, WorkItems } from '../app/feature.js';
import { paths } from '../shared/paths.js';

export const routes: readonly AppRoute[] = [
  { path: 'calls', page: () => import('./calls-page.js') },
  { path: 'calls/new', page: () => import('./new-call-page.js') },
  { path: 'calls/:callId', page: () => import('./overview-page.js') },
  { path: 'calls/:callId/settings', page: () => import('./settings/settings-page.js') },
  { path: 'calls/:callId/members', page: () => import('./members-page.js') },
  { path: 'accounts', page: () => import('./accounts-page.js') },
];

export const navigation: readonly NavigationItem[] = [
  { label: { de: 'Überblick', en: 'Overview' }, to: paths.call, group: 'call', roles: ['coordinator', 'auditor'] },
  {
    label: { de: 'Einstellungen und Kriterien', en: 'Settings and criteria' },
    to: paths.callSettings,
    group: 'call',
    roles: ['coordinator', 'examiner', 'reviewer', 'juror', 'chair', 'auditor', 'administrator'],
  },
  {
    label: { de: 'Mitglieder und Rollen', en: 'Members and roles' },
    to: paths.members,
    group: 'call',
    roles: ['coordinator', 'auditor', 'administrator'],
  },
  {
    label: { de: 'Alle Förderaufrufe', en: 'All calls' },
    to: () => paths.calls,
    group: 'administration',
    roles: ['coordinator', 'administrator', 'auditor'],
    global: true,
  },
  {
    label: { de: 'Konten', en: 'Accounts' },
    to: () => paths.accounts,
    group: 'administration',
    roles: ['administrator'],
    global: true,
  },
];

export const workItems: WorkItems = {
  roles: ['coordinator', 'administrator'],
  component: () => import('./calls-work.js'),
};
