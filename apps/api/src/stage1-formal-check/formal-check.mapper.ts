import { CheckItemResponse, FormalCheckResponse, FormalDecisionResponse, SupplementResponse } from '@kuer/contract';
import type { CheckItem, Locale, RequiredDocument } from '@kuer/domain';
import { findingText } from './finding-text.js';
import type { SupplementRequestEntity } from './formal-check.entity.js';
import { isPendingRejection, type LastDecision, type RecordedItem } from './formal-check.repository.js';
import type { FormalCheckState } from './formal-check-reader.js';

export function toFormalCheckResponse(
  state: FormalCheckState,
  abilities: string[],
  accountId: string,
  locale: Locale,
): FormalCheckResponse {
  const { found, items, recorded, supplements, lastDecision, today } = state;
  return Object.assign(new FormalCheckResponse(), {
    applicationId: found.id,
    state: found.state,
    items: items.map((item) => toCheckItem(item, recorded.get(item.key), found.settings.documents, locale)),
    decision: isShown(state) && lastDecision ? toDecision(lastDecision, accountId) : null,
    supplementRequests: supplements.map((supplement) => toSupplement(supplement, supplement.sentByName, today)),
    abilities,
  });
}

/** A decision of an earlier round, before the check was taken up again, is history and not the state of things. */
function isShown({ found, lastDecision }: FormalCheckState): boolean {
  const isOpen = found.state === 'in_formal_check' || found.state === 'supplement_requested';
  return isOpen ? isPendingRejection(lastDecision) : true;
}

export function toCheckItem(
  item: CheckItem,
  recorded: RecordedItem | undefined,
  documents: readonly RequiredDocument[],
  locale: Locale,
): CheckItemResponse {
  return Object.assign(new CheckItemResponse(), {
    key: item.key,
    label: item.label[locale],
    isAutomatic: item.suggestion !== null || item.findings.length > 0,
    suggestion: item.suggestion,
    finding: item.findings.map((finding) => findingText(finding, documents, locale)).join(' ') || null,
    result: recorded?.result ?? null,
    comment: recorded?.comment ?? null,
    examinedBy: recorded?.examinedBy ?? null,
    examinedAt: recorded?.examinedAt.toISOString() ?? null,
    version: recorded?.version ?? 0,
  });
}

function toDecision(decision: LastDecision, accountId: string): FormalDecisionResponse {
  const isPending = isPendingRejection(decision);
  const { confirms } = decision;
  return Object.assign(new FormalDecisionResponse(), {
    outcome: decision.outcome,
    reason: decision.reason,
    decidedBy: (confirms ? confirms.decidedBy : decision.decidedBy) ?? '',
    decidedAt: (confirms?.decidedAt ?? decision.decidedAt).toISOString(),
    confirmedBy: confirms ? decision.decidedBy : null,
    isFinal: !isPending,
    isOwn: isPending && decision.decidedById === accountId,
  });
}

export function toSupplement(
  supplement: SupplementRequestEntity,
  sentByName: string | null,
  today: string,
): SupplementResponse {
  return Object.assign(new SupplementResponse(), {
    id: supplement.id,
    dueOn: supplement.dueOn,
    documentKeys: supplement.documentKeys,
    message: supplement.message,
    sentBy: sentByName ?? '',
    sentAt: supplement.sentAt.toISOString(),
    answeredAt: supplement.answeredAt?.toISOString() ?? null,
    answer: supplement.answer,
    isOverdue: supplement.answeredAt === null && supplement.dueOn < today,
  });
}
