import { describe, expect, it } from '@jest/globals';
import { ROLES, type Role } from '../vocabulary/roles.js';
import { checkRoleCombination } from './role-combination.js';
import { voteVisibility } from './vote-visibility.js';

describe('roles of one person in one call', () => {
  it.each<[Role[], boolean]>([
    [[], true],
    [['reviewer'], true],
    [['juror', 'chair'], true],
    [['coordinator', 'examiner'], true],
    [['administrator', 'coordinator'], true],
    [['reviewer', 'juror'], false],
    [['chair', 'reviewer'], false],
    [['reviewer', 'examiner'], false],
    [['reviewer', 'coordinator'], false],
    [['auditor'], true],
    [['auditor', 'auditor'], true],
  ])('%j may be combined: %s', (roles, isAllowed) => {
    expect(checkRoleCombination(roles).ok).toBe(isAllowed);
  });

  it('leave an auditor nothing besides', () => {
    for (const role of ROLES.filter((one) => one !== 'auditor')) {
      expect(checkRoleCombination([role, 'auditor'])).toMatchObject({
        ok: false,
        code: 'MEMBER.ROLES_EXCLUDE_EACH_OTHER',
        params: { first: 'auditor', second: role },
      });
    }
  });
});

describe('what is seen of votes (I6)', () => {
  const see = (role: Role, ballot: 'open' | 'secret', state: 'put' | 'open' | 'closed' = 'closed') =>
    voteVisibility({ accountId: 'me', roles: [role] }, { ballot, state });

  it('is nothing while the motion is open', () => {
    for (const role of ROLES) {
      for (const state of ['put', 'open'] as const) expect(see(role, 'open', state)).toBe('nothing');
    }
  });

  it('is the names in an open ballot for jury and auditors, the result for the coordinator, nothing for others', () => {
    expect((['juror', 'chair', 'auditor'] as const).map((role) => see(role, 'open'))).toEqual([
      'by_name',
      'by_name',
      'by_name',
    ]);
    expect(see('coordinator', 'open')).toBe('result');
    for (const role of ['administrator', 'examiner', 'reviewer'] as const) expect(see(role, 'open')).toBe('nothing');
  });

  it('is the result alone in a secret ballot, for everybody', () => {
    for (const role of ['coordinator', 'juror', 'chair', 'auditor'] as const)
      expect(see(role, 'secret')).toBe('result');
  });
});
