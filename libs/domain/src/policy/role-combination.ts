import { type Refused, refused } from '../vocabulary/finding.js';
import type { Role } from '../vocabulary/roles.js';

/** Pairs of roles nobody may hold in the same call, besides auditor with anything. */
export const FORBIDDEN_ROLE_PAIRS: readonly (readonly [Role, Role])[] = [
  ['reviewer', 'juror'],
  ['reviewer', 'chair'],
  ['reviewer', 'examiner'],
  ['reviewer', 'coordinator'],
];

/**
 * Checks the roles of one person in one call: a reviewer is nothing else in the stages they report to, an auditor is
 * nothing but an auditor. Source: access matrix, closing paragraph. An administrator counts with that role as well.
 */
export function checkRoleCombination(roles: readonly Role[]): { readonly ok: true } | Refused {
  if (roles.includes('auditor') && roles.some((role) => role !== 'auditor')) {
    const other = roles.find((role) => role !== 'auditor') as Role;
    return refused('MEMBER.ROLES_EXCLUDE_EACH_OTHER', { first: 'auditor', second: other });
  }
  const pair = FORBIDDEN_ROLE_PAIRS.find(([first, second]) => roles.includes(first) && roles.includes(second));
  return pair ? refused('MEMBER.ROLES_EXCLUDE_EACH_OTHER', { first: pair[0], second: pair[1] }) : { ok: true };
}
