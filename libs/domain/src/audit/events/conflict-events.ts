import type { ConflictGround } from '../../vocabulary/conflict-grounds.js';
import type { Commitment } from '../commitment.js';
import type { EventInfos } from './event-info.js';

/** Conflicts of interest. What a person wrote about their family or business is committed to, never written. */
export interface ConflictEventPayloads {
  CONFLICT_DECLARED: { conflictId: string; accountId: string; ground: ConflictGround; note?: Commitment };
  CONFLICT_SET: { conflictId: string; accountId: string; ground: ConflictGround; note?: Commitment };
  CONFLICT_DERIVED: { conflictId: string; accountId: string; ground: ConflictGround };
  CONFLICT_LIFTED: { conflictId: string; accountId: string; reason: string };
  CONFLICT_STATEMENT_GIVEN: { accountId: string; hasConflict: boolean };
}

/** Scope and names of the events of conflicts. */
export const CONFLICT_EVENTS: EventInfos<ConflictEventPayloads> = {
  CONFLICT_DECLARED: { scope: 'application', label: { de: 'Befangenheit erklärt', en: 'Conflict declared' } },
  CONFLICT_SET: { scope: 'application', label: { de: 'Befangenheit festgestellt', en: 'Conflict set' } },
  CONFLICT_DERIVED: { scope: 'application', label: { de: 'Befangenheit abgeleitet', en: 'Conflict derived' } },
  CONFLICT_LIFTED: { scope: 'application', label: { de: 'Befangenheit aufgehoben', en: 'Conflict lifted' } },
  CONFLICT_STATEMENT_GIVEN: {
    scope: 'application',
    label: { de: 'Befangenheitsfrage beantwortet', en: 'Conflict question answered' },
  },
};
