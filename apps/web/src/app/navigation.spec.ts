import { describe, expect, it } from '@jest/globals';
import type { Feature } from './feature.js';
import { navigationFor } from './navigation.js';

const features: readonly Feature[] = [
  {
    routes: [],
    navigation: [
      {
        label: { de: 'Zuweisungen', en: 'Assignments' },
        to: (id) => `/calls/${id}/assignments`,
        group: 'stage2',
        roles: ['coordinator'],
        from: 'review',
      },
      {
        label: { de: 'Konten', en: 'Accounts' },
        to: () => '/accounts',
        group: 'administration',
        roles: ['administrator'],
        global: true,
      },
    ],
  },
  {
    routes: [],
    navigation: [
      {
        label: { de: 'Bewerbungen', en: 'Applications' },
        to: (id) => `/calls/${id}/applications`,
        group: 'call',
        roles: ['coordinator', 'juror'],
      },
    ],
  },
  { routes: [] },
];
const links = (viewer: Parameters<typeof navigationFor>[1]) =>
  navigationFor(features, viewer).flatMap((section) => section.links.map((link) => link.to));

describe('navigationFor', () => {
  it('shows what the roles allow, in the order of the procedure', () => {
    expect(links({ call: { callId: 'c', state: 'jury' }, roles: ['coordinator'] })).toEqual([
      '/calls/c/applications',
      '/calls/c/assignments',
    ]);
    expect(links({ call: { callId: 'c', state: 'jury' }, roles: ['juror'] })).toEqual(['/calls/c/applications']);
  });

  it('shows a stage only once the call has reached it', () => {
    expect(links({ call: { callId: 'c', state: 'formal_check' }, roles: ['coordinator'] })).toEqual([
      '/calls/c/applications',
    ]);
  });

  it('shows what is not about a call without one, and nothing else', () => {
    expect(links({ call: null, roles: ['administrator', 'coordinator'] })).toEqual(['/accounts']);
  });

  it('has no section without links', () => {
    expect(navigationFor(features, { call: { callId: 'c', state: 'draft' }, roles: ['auditor'] })).toEqual([]);
  });
});
