import type { AppRoute, NavigationItem, WorkItems } from '../app/feature.js';
import { paths } from '../shared/paths.js';
import { officeNavigation, officeRoutes, officeWorkItems } from './office/office-routes.js';

export const routes: readonly AppRoute[] = [
  { path: 'calls/:callId/my-reviews', page: () => import('./desk/my-reviews-page.js') },
  { path: 'calls/:callId/reviews/:reviewId', page: () => import('./review-page.js'), layout: 'focus' },
  { path: 'calls/:callId/reviews/:reviewId/check', page: () => import('./check/check-page.js') },
  { path: 'calls/:callId/reviews/:reviewId/receipt', page: () => import('./check/receipt-page.js') },
  ...officeRoutes,
];

export const navigation: readonly NavigationItem[] = [
  {
    label: { de: 'Meine Gutachten', en: 'My reviews' },
    to: paths.myReviews,
    group: 'stage2',
    roles: ['reviewer'],
    from: 'review',
  },
  ...officeNavigation,
];

export const workItems: WorkItems = {
  roles: ['reviewer', ...officeWorkItems.roles],
  from: 'review',
  until: 'review',
  component: () => import('./work.js'),
};
