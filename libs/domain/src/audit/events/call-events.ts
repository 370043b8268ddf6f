import type { CallState } from '../../call/call-states.js';
import type { EventInfos, FieldChange, JsonValue } from './event-info.js';

/** The call itself: settings, catalogue, stages, overrides. `missing`: codes of the duties that were open. */
export interface CallEventPayloads {
  CALL_CREATED: { title: string; round: string | null; isDemo: boolean };
  CALL_CHANGED: { version: number; changes: readonly FieldChange[] };
  CATALOGUE_CHANGED: { catalogueId: string; number: number; content: JsonValue };
  CATALOGUE_FROZEN: { catalogueId: string; number: number; content: JsonValue };
  CALL_STAGE_ENTERED: { from: CallState; to: CallState; overrideId: string | null; missing: readonly string[] };
  CALL_STAGE_STEPPED_BACK: { from: CallState; to: CallState; reason: string };
  OVERRIDE_REQUESTED: { overrideId: string; to: CallState; reason: string; missing: readonly string[] };
  OVERRIDE_CONFIRMED: { overrideId: string; to: CallState; requestedBy: string };
  OVERRIDE_DISCARDED: { overrideId: string; to: CallState };
}

/** Scope and names of the events of the call itself. */
export const CALL_EVENTS: EventInfos<CallEventPayloads> = {
  CALL_CREATED: { scope: 'call', label: { de: 'Förderaufruf angelegt', en: 'Call created' } },
  CALL_CHANGED: { scope: 'call', label: { de: 'Förderaufruf geändert', en: 'Call changed' } },
  CATALOGUE_CHANGED: { scope: 'call', label: { de: 'Kriterienkatalog geändert', en: 'Criteria catalogue changed' } },
  CATALOGUE_FROZEN: {
    scope: 'call',
    label: { de: 'Kriterienkatalog festgeschrieben', en: 'Criteria catalogue frozen' },
  },
  CALL_STAGE_ENTERED: { scope: 'call', label: { de: 'Verfahrensstufe eröffnet', en: 'Stage entered' } },
  CALL_STAGE_STEPPED_BACK: { scope: 'call', label: { de: 'Verfahrensstufe zurückgenommen', en: 'Stage stepped back' } },
  OVERRIDE_REQUESTED: {
    scope: 'call',
    label: { de: 'Übersteuerung einer Stufe beantragt', en: 'Override of a stage requested' },
  },
  OVERRIDE_CONFIRMED: {
    scope: 'call',
    label: { de: 'Übersteuerung einer Stufe bestätigt', en: 'Override of a stage confirmed' },
  },
  OVERRIDE_DISCARDED: {
    scope: 'call',
    label: { de: 'Übersteuerung einer Stufe verworfen', en: 'Override of a stage discarded' },
  },
};
