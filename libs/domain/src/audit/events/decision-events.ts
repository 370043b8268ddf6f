import type { Outcome } from '../../vocabulary/outcomes.js';
import type { PortfolioGroup } from '../../vocabulary/portfolio-groups.js';
import type { EventInfos } from './event-info.js';

/** What the decision says about one application. */
export interface DecidedItem {
  readonly applicationId: string;
  readonly outcome: Outcome;
  readonly reserveRank: number | null;
  readonly portfolioGroup: PortfolioGroup;
}

/** Decision, notices, exports. Recipients of a notice are counted, their addresses stay out of the trail. */
export interface DecisionEventPayloads {
  DECISION_DERIVED: {
    decisionId: string;
    number: number;
    bundleId: string;
    motionId: string;
    items: readonly DecidedItem[];
  };
  DECISION_PUBLISHED: { decisionId: string; number: number };
  DECISION_SUPERSEDED: { decisionId: string; supersedesId: string; reason: string };
  NOTICE_RECORDED: { noticeId: string; kind: string; recipients: number; toAll: boolean; textDigest?: string };
  TRAIL_EXPORTED: { events: number; format: string };
  DATA_EXPORTED: { what: string; format: string; rows: number };
}

/** Scope and names of the events of decision, notices and exports. */
export const DECISION_EVENTS: EventInfos<DecisionEventPayloads> = {
  DECISION_DERIVED: { scope: 'call', label: { de: 'Entscheidung festgestellt', en: 'Decision derived' } },
  DECISION_PUBLISHED: { scope: 'call', label: { de: 'Entscheidung veröffentlicht', en: 'Decision published' } },
  DECISION_SUPERSEDED: { scope: 'call', label: { de: 'Entscheidung durch neue ersetzt', en: 'Decision superseded' } },
  NOTICE_RECORDED: { scope: 'call', label: { de: 'Mitteilung erfasst', en: 'Notice recorded' } },
  TRAIL_EXPORTED: { scope: 'call', label: { de: 'Prüfpfad exportiert', en: 'Trail exported' } },
  DATA_EXPORTED: { scope: 'call', label: { de: 'Daten exportiert', en: 'Data exported' } },
};
