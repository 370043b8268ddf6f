import type { Role } from '../vocabulary/roles.js';
import type { Action } from './actions.js';
import type { ConditionName } from './conditions.js';

/** `yes`, or alternatives of conditions: one of the lists must hold in full. */
export type Grant = 'yes' | readonly (readonly ConditionName[])[];

/**
 * What an active conflict on the application concerned means for the action.
 * - `required`: it bars the action, and whoever asks must say whether there is one.
 * - `requiredOnceExisting`: the same as soon as an application exists (its state is given); not for creation and import.
 * - `ifKnown`: it bars the action where it is stated; for acts on a list, or on things that touch several applications.
 * - `exempt`: no influence; content of barred applications is left out by whoever answers.
 */
export type ConflictEffect = 'required' | 'requiredOnceExisting' | 'ifKnown' | 'exempt';

/** One action's line of the access matrix. */
export interface ActionRule {
  /** The row of the published matrix that the action belongs to. */
  readonly row: string;
  /** Who may, and under which conditions; a role that is absent may not. A person with several roles gets the union. */
  readonly grants: Readonly<Partial<Record<Role, Grant>>>;
  /**
   * What a refused person learns. `knownBy`: forbidden for those who may do one of these actions and so know the thing,
   * hidden for all others. `knownByWhileNew`: the same where the application does not exist yet (no state is given).
   */
  readonly refusal:
    | 'hidden'
    | 'forbidden'
    | { readonly knownBy: readonly Action[]; readonly knownByWhileNew?: readonly Action[] };
  readonly conflict: ConflictEffect;
}

/** Lines of the matrix for the actions of one noun. */
export type ActionRules<A extends Action> = Readonly<Record<A, ActionRule>>;

/** Those who are members of the call and so know it. */
export const KNOWN_WITH_THE_CALL = { knownBy: ['call.read'] } as const satisfies ActionRule['refusal'];
