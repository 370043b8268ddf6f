import type { CheckResult } from '../../stage1-formal-check/check-results.js';
import type { EventInfos } from './event-info.js';

/** Stage 1. A rejection is proposed by one examiner and confirmed by another (I4). */
export interface FormalCheckEventPayloads {
  CHECK_ITEM_RECORDED: {
    itemKey: string;
    result: CheckResult;
    previousResult: CheckResult | null;
    version: number;
    comment: string | null;
  };
  SUPPLEMENT_REQUESTED: { supplementRequestId: string; dueOn: string; documentKeys: readonly string[] };
  SUPPLEMENT_ANSWERED: { supplementRequestId: string; isLate: boolean };
  APPLICATION_FORMALLY_ACCEPTED: { decisionId: string; outstandingDocuments: readonly string[] };
  FORMAL_REJECTION_PROPOSED: { decisionId: string; reason: string; failedItems: readonly string[] };
  FORMAL_REJECTION_CONFIRMED: { decisionId: string; confirmsId: string; proposedBy: string };
  FORMAL_REJECTION_DISCARDED: { decisionId: string };
  FORMAL_CHECK_REOPENED: { reason: string };
}

/** Scope and names of the events of stage 1. */
export const FORMAL_CHECK_EVENTS: EventInfos<FormalCheckEventPayloads> = {
  CHECK_ITEM_RECORDED: { scope: 'application', label: { de: 'Prüfpunkt erfasst', en: 'Check item recorded' } },
  SUPPLEMENT_REQUESTED: { scope: 'application', label: { de: 'Nachforderung versandt', en: 'Supplement requested' } },
  SUPPLEMENT_ANSWERED: { scope: 'application', label: { de: 'Nachforderung beantwortet', en: 'Supplement answered' } },
  APPLICATION_FORMALLY_ACCEPTED: {
    scope: 'application',
    label: { de: 'Formal zugelassen', en: 'Formally accepted' },
  },
  FORMAL_REJECTION_PROPOSED: {
    scope: 'application',
    label: { de: 'Formale Ablehnung vorgeschlagen', en: 'Formal rejection proposed' },
  },
  FORMAL_REJECTION_CONFIRMED: {
    scope: 'application',
    label: { de: 'Formale Ablehnung bestätigt', en: 'Formal rejection confirmed' },
  },
  FORMAL_REJECTION_DISCARDED: {
    scope: 'application',
    label: { de: 'Vorschlag der formalen Ablehnung verworfen', en: 'Proposed formal rejection discarded' },
  },
  FORMAL_CHECK_REOPENED: {
    scope: 'application',
    label: { de: 'Formale Prüfung wieder aufgenommen', en: 'Formal check reopened' },
  },
};
