import { useQuery } from '@tanstack/react-query';
import type { WorkItemsProps } from '../../app/feature.js';
import { useFormats, useTexts } from '../../shared/i18n/index.js';
import { WorkTile } from '../../shared/layout/work-tile.js';
import { paths } from '../../shared/paths.js';
import { type MyAssignment, myAssignmentsQuery } from '../review-api.js';
import { isToWrite, stepOf } from './assignment-step.js';
import { deskTexts } from './texts.js';

/** What waits for a reviewer, most urgent first. */
export default function ReviewWork({ call }: WorkItemsProps) {
  const t = useTexts(deskTexts).work;
  const formats = useFormats();
  const items = useQuery(myAssignmentsQuery(call.callId)).data?.items ?? [];
  if (items.length === 0) return null;
  const to = paths.myReviews(call.callId);
  const at = (...steps: string[]) => items.filter((one) => steps.includes(stepOf(one)));
  const overdue = items.filter((one) => one.isOverdue);
  const question = at('question');
  const accept = at('assigned');
  const write = items.filter((one) => isToWrite(one) && !one.isOverdue);
  const reconcile = at('reconciliation', 'amending');
  const due = earliest(write);
  const isDone = items.every((one) => ['submitted', 'declined', 'conflict'].includes(stepOf(one)));
  return (
    <>
      {overdue.length > 0 && (
        <WorkTile title={t.overdue} count={overdue.length} to={onlyOne(call.callId, overdue) ?? to} tone="danger">
          {t.overdueSince(formats.date(earliest(overdue)))}
        </WorkTile>
      )}
      {reconcile.length > 0 && (
        <WorkTile
          title={t.reconcile}
          count={reconcile.length}
          to={onlyOne(call.callId, reconcile) ?? to}
          tone="warning"
        >
          {t.reconcileDetail}
        </WorkTile>
      )}
      {question.length > 0 && (
        <WorkTile title={t.question} count={question.length} to={`${to}?step=question`} tone="warning">
          {t.questionDetail}
        </WorkTile>
      )}
      {accept.length > 0 && <WorkTile title={t.accept} count={accept.length} to={`${to}?step=assigned`} />}
      {write.length > 0 && (
        <WorkTile title={t.write} count={write.length} to={onlyOne(call.callId, write) ?? to}>
          {due && t.writeDue(formats.date(due), formats.daysFromNow(due))}
        </WorkTile>
      )}
      {isDone && at('submitted').length > 0 && <WorkTile title={t.done} to={to} tone="success" />}
    </>
  );
}

const earliest = (items: readonly MyAssignment[]): string | null =>
  items
    .map(({ dueOn }) => dueOn)
    .filter((day) => day !== null)
    .sort()[0] ?? null;

/** A single one opens at once. */
function onlyOne(callId: string, items: readonly MyAssignment[]): string | null {
  const [only] = items;
  return items.length === 1 && only?.reviewId ? paths.review(callId, only.reviewId) : null;
}
