import type { ApplicationState } from '../application/application-states.js';
import { type Refused, refused } from '../vocabulary/finding.js';
import type { CheckItem } from './check-items.js';
import type { CheckResult, FormalCheckOutcome } from './check-results.js';

/** Results the examiners have recorded, by the key of the item. */
export type RecordedResults = Readonly<Record<string, CheckResult | undefined>>;

/** A rejection that one examiner proposed and nobody has confirmed. */
export interface ProposedRejection {
  readonly decisionId: string;
  readonly decidedBy: string;
}

/** What a formal decision is made on. `today`: YYYY-MM-DD. */
export interface FormalDecisionRequest {
  readonly state: ApplicationState;
  readonly items: readonly CheckItem[];
  readonly results: RecordedResults;
  readonly outcome: FormalCheckOutcome;
  readonly reason: string | null;
  readonly examinerId: string;
  readonly proposedRejection: ProposedRejection | null;
  readonly today: string;
}

/**
 * What follows: acceptance (with the documents that may still follow), a first examiner's rejection that waits for a
 * second one, or the rejection confirmed.
 */
export type FormalDecision =
  | { readonly ok: true; readonly kind: 'accepted'; readonly outstandingDocuments: readonly string[] }
  | { readonly ok: true; readonly kind: 'rejection_proposed'; readonly failedItems: readonly string[] }
  | {
      readonly ok: true;
      readonly kind: 'rejection_confirmed';
      readonly failedItems: readonly string[];
      readonly confirms: string;
    }
  | Refused;

/** Keys of the failed items; an optional one is no ground for a rejection and does not stand in the way of acceptance. */
function failedKeys({ items, results }: FormalDecisionRequest): string[] {
  return items.filter((item) => results[item.key] === 'failed' && !item.isOptional).map(({ key }) => key);
}

/** What decides whether an item keeps the check open: also of items whose findings nobody has looked up. */
export type ItemDuty = Pick<CheckItem, 'key' | 'deadline' | 'isOptional'>;

/** Items that are still without a result and whose document may follow after today. */
export function outstandingItems<Item extends ItemDuty>(
  items: readonly Item[],
  results: RecordedResults,
  today: string,
): Item[] {
  return items.filter((item) => results[item.key] === undefined && item.deadline !== null && today <= item.deadline);
}

/** Items that need a result before acceptance; what is optional or may still follow is not among them. */
export function openItems<Item extends ItemDuty>(
  items: readonly Item[],
  results: RecordedResults,
  today: string,
): Item[] {
  const outstanding = outstandingItems(items, results, today);
  return items.filter((item) => results[item.key] === undefined && !item.isOptional && !outstanding.includes(item));
}

function decideAcceptance(request: FormalDecisionRequest): FormalDecision {
  const open = openItems(request.items, request.results, request.today);
  if (open.length > 0) return refused('FORMAL_CHECK.ITEMS_OPEN', { items: open.map(({ key }) => key) });
  const failed = failedKeys(request);
  if (failed.length > 0) return refused('FORMAL_CHECK.ITEMS_FAILED', { items: failed });
  const outstanding = outstandingItems(request.items, request.results, request.today);
  return { ok: true, kind: 'accepted', outstandingDocuments: outstanding.map(({ key }) => key) };
}

function decideRejection(request: FormalDecisionRequest): FormalDecision {
  const { proposedRejection, reason, examinerId } = request;
  const failedItems = failedKeys(request);
  if (failedItems.length === 0) return refused('FORMAL_CHECK.NOTHING_FAILED');
  if (proposedRejection === null) {
    if ((reason ?? '').trim() === '') return refused('FORMAL_CHECK.REASON_NEEDED');
    return { ok: true, kind: 'rejection_proposed', failedItems };
  }
  if (proposedRejection.decidedBy === examinerId) return refused('FORMAL_CHECK.SECOND_EXAMINER_NEEDED');
  return { ok: true, kind: 'rejection_confirmed', failedItems, confirms: proposedRejection.decidedBy };
}

/**
 * Decides the formal check. Acceptance: every item passed or does not apply; a document with a later deadline of its own
 * may be outstanding. Rejection: at least one item failed, a reason, and two different examiners (I4). While a supplement
 * is asked for, nothing is decided.
 * Refusals: FORMAL_CHECK.SUPPLEMENT_OPEN, FORMAL_CHECK.NOT_IN_CHECK, FORMAL_CHECK.ITEMS_OPEN, FORMAL_CHECK.ITEMS_FAILED,
 * FORMAL_CHECK.NOTHING_FAILED, FORMAL_CHECK.REASON_NEEDED, FORMAL_CHECK.SECOND_EXAMINER_NEEDED.
 */
export function decideFormalCheck(request: FormalDecisionRequest): FormalDecision {
  if (request.state === 'supplement_requested') return refused('FORMAL_CHECK.SUPPLEMENT_OPEN');
  if (request.state !== 'in_formal_check') return refused('FORMAL_CHECK.NOT_IN_CHECK', { state: request.state });
  return request.outcome === 'accepted' ? decideAcceptance(request) : decideRejection(request);
}

/**
 * Checks a result before it is recorded: the item exists and a failed one has a comment. Refusals:
 * FORMAL_CHECK.UNKNOWN_ITEM, FORMAL_CHECK.COMMENT_NEEDED, FORMAL_CHECK.NOT_IN_CHECK.
 */
export function checkItemRecord(request: {
  readonly state: ApplicationState;
  readonly items: readonly CheckItem[];
  readonly key: string;
  readonly result: CheckResult;
  readonly comment: string | null;
}): { readonly ok: true } | Refused {
  const { state, items, key, result, comment } = request;
  if (!items.some((item) => item.key === key)) return refused('FORMAL_CHECK.UNKNOWN_ITEM', { key });
  if (!['received', 'in_formal_check', 'supplement_requested'].includes(state)) {
    return refused('FORMAL_CHECK.NOT_IN_CHECK', { state });
  }
  if (result === 'failed' && (comment ?? '').trim() === '') return refused('FORMAL_CHECK.COMMENT_NEEDED', { key });
  return { ok: true };
}

/**
 * Checks a supplement request: documents of the call, none twice, due after today. `today` and `dueOn`: YYYY-MM-DD.
 * Refusals: SUPPLEMENT.NO_DOCUMENT, SUPPLEMENT.UNKNOWN_DOCUMENT, SUPPLEMENT.DUE_NOT_IN_FUTURE.
 */
export function checkSupplementRequest(request: {
  readonly documentKeys: readonly string[];
  readonly knownKeys: readonly string[];
  readonly dueOn: string;
  readonly today: string;
}): { readonly ok: true } | Refused {
  const unknown = request.documentKeys.filter((key) => !request.knownKeys.includes(key));
  if (unknown.length > 0) return refused('SUPPLEMENT.UNKNOWN_DOCUMENT', { keys: unknown });
  if (request.documentKeys.length === 0) return refused('SUPPLEMENT.NO_DOCUMENT');
  if (request.dueOn <= request.today) return refused('SUPPLEMENT.DUE_NOT_IN_FUTURE', { dueOn: request.dueOn });
  return { ok: true };
}
