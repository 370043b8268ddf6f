import type { ApplicationState } from '../../application/application-states.js';
import type { Commitment } from '../commitment.js';
import type { EventInfos, FieldChange, JsonValue } from './event-info.js';

/** Applications and their documents. Contact data of persons is committed to, never written. */
export interface ApplicationEventPayloads {
  APPLICATIONS_IMPORTED: {
    format: 'xlsx' | 'csv' | 'json';
    sha256: string;
    rows: number;
    created: number;
    changed: number;
    unchanged: number;
  };
  APPLICATION_CREATED: {
    number: string;
    origin: 'import' | 'entry';
    content: JsonValue;
    isGenerated: boolean;
    personalData?: Commitment;
  };
  APPLICATION_CHANGED: {
    number: string;
    origin: 'import' | 'entry';
    version: number;
    changes: readonly FieldChange[];
    personalData?: Commitment;
  };
  APPLICATION_STATE_CHANGED: { from: ApplicationState; to: ApplicationState; act: string };
  APPLICATION_WITHDRAWN: { from: ApplicationState; reason: string };
  ATTACHMENT_ADDED: { attachmentId: string; documentKey: string; mediaType: string; size: number; sha256: string };
  ATTACHMENT_REMOVED: { attachmentId: string; documentKey: string; sha256: string };
}

/** Scope and names of the events of applications. */
export const APPLICATION_EVENTS: EventInfos<ApplicationEventPayloads> = {
  APPLICATIONS_IMPORTED: { scope: 'call', label: { de: 'Bewerbungen importiert', en: 'Applications imported' } },
  APPLICATION_CREATED: { scope: 'application', label: { de: 'Bewerbung angelegt', en: 'Application created' } },
  APPLICATION_CHANGED: { scope: 'application', label: { de: 'Bewerbung geändert', en: 'Application changed' } },
  APPLICATION_STATE_CHANGED: {
    scope: 'application',
    label: { de: 'Stand der Bewerbung geändert', en: 'State of the application changed' },
  },
  APPLICATION_WITHDRAWN: {
    scope: 'application',
    label: { de: 'Bewerbung zurückgezogen', en: 'Application withdrawn' },
  },
  ATTACHMENT_ADDED: { scope: 'application', label: { de: 'Unterlage hinzugefügt', en: 'Document added' } },
  ATTACHMENT_REMOVED: { scope: 'application', label: { de: 'Unterlage entfernt', en: 'Document removed' } },
};
