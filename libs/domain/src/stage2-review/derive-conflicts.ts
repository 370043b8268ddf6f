import { comparableName } from '../application/comparable-name.js';
import { isSameBody } from '../application/regional-key.js';
import type { ConflictGround } from '../vocabulary/conflict-grounds.js';
import type { FederalState } from '../vocabulary/federal-states.js';
import type { PartyRole } from '../vocabulary/parties.js';

/** What is on record about a person that can put them in conflict. */
export interface PersonOnRecord {
  /** AGS or ARS of the municipality the person belongs to. */
  readonly municipalityAgs: string | null;
  readonly employer: string | null;
  readonly homeState: FederalState | null;
}

/** What is compared of an application. */
export interface ApplicationBodies {
  readonly parties: readonly { readonly role: PartyRole; readonly name: string; readonly ags: string | null }[];
  readonly federalStates: readonly FederalState[];
}

/** A conflict that follows from the records, with the body or state it rests on. */
export interface DerivedConflict {
  readonly ground: Extract<ConflictGround, 'own_municipality' | 'own_partner' | 'employer' | 'own_state'>;
  readonly because: string;
}

/**
 * The conflicts that follow from what is on record: own municipality is the lead, or a partner; the own employer is a
 * party, compared by name; own state, only where the call says so. Sorted as the grounds are; at most one of each.
 * Source: I3; VwVfG § 20 (1) no. 5 (employed by a party), § 21.
 */
export function deriveConflicts(
  person: PersonOnRecord,
  application: ApplicationBodies,
  rules: { readonly ownStateConflict: boolean },
): DerivedConflict[] {
  const conflicts: DerivedConflict[] = [];
  const own = application.parties.filter(({ ags }) => isSameBody(ags, person.municipalityAgs));
  const lead = own.find(({ role }) => role === 'lead');
  const partner = own.find(({ role }) => role === 'partner');
  if (lead) conflicts.push({ ground: 'own_municipality', because: lead.name });
  if (partner) conflicts.push({ ground: 'own_partner', because: partner.name });

  const employer = comparableName(person.employer ?? '');
  const employing = application.parties.find(({ name }) => employer !== '' && comparableName(name) === employer);
  if (employing) conflicts.push({ ground: 'employer', because: employing.name });

  const { homeState } = person;
  if (rules.ownStateConflict && homeState !== null && application.federalStates.includes(homeState)) {
    conflicts.push({ ground: 'own_state', because: homeState });
  }
  return conflicts;
}
