import { type FormEvent, useMemo, useState } from 'react';
import { useIdempotencyKeys } from '../../../api/idempotency.js';
import { isApiProblem } from '../../../api/problem.js';
import { Button } from '../../../shared/controls/button.js';
import { Badge } from '../../../shared/feedback/badge.js';
import { Banner } from '../../../shared/feedback/banner.js';
import { EmptyState, ErrorState } from '../../../shared/feedback/states.js';
import { useToasts } from '../../../shared/feedback/toast.js';
import { DateField, TextField } from '../../../shared/form/text-field.js';
import { useUnsavedGuard } from '../../../shared/form/unsaved.js';
import { useFormats, useTexts } from '../../../shared/i18n/index.js';
import { Card } from '../../../shared/layout/card.js';
import { DataTable } from '../../../shared/table/data-table.js';
import { type AssignmentPlan, confirmAssignments } from '../office-api.js';
import { ChangeDialog } from './change-dialog.js';
import { LoadsTable } from './loads-table.js';
import { type PlannedSlot, pairsOf, plannedSlots } from './plan.js';
import { PlanFigures } from './plan-figures.js';
import { hasDeclined, loadsOf, obstacleTo } from './slots.js';
import { assignmentTexts } from './texts.js';
import type { Desk } from './use-desk.js';

export interface PlanViewProps {
  callId: string;
  desk: Desk;
  plan: AssignmentPlan;
  isComputing: boolean;
  onAgain(maxLoad: number | null): void;
  onClose(): void;
  onConfirmed(): void;
}

/** A plan beside the present state: changed by hand where needed, and confirmed as a whole. */
export function PlanView({ callId, desk, plan, isComputing, onAgain, onClose, onConfirmed }: PlanViewProps) {
  const texts = useTexts(assignmentTexts);
  const t = texts.plan;
  const formats = useFormats();
  const toasts = useToasts();
  const keys = useIdempotencyKeys();
  const [changes, setChanges] = useState<ReadonlyMap<string, string | null>>(new Map());
  const [changing, setChanging] = useState<PlannedSlot | null>(null);
  const [dueOn, setDueOn] = useState(desk.reviewEndsOn ?? '');
  const [problem, setProblem] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  useUnsavedGuard(changes.size > 0 ? () => !busy : null);

  const planned = useMemo(() => plannedSlots(desk.slots, plan, changes), [desk.slots, plan, changes]);
  const pairs = pairsOf(planned);
  const whole = [...desk.active, ...pairs];
  const names = new Map(desk.reviewers.map(({ accountId, name }) => [accountId, name]));
  const othersOf = ({ slot, reviewerId }: PlannedSlot) =>
    whole.filter(
      (one) =>
        !(
          'slot' in one &&
          one.applicationId === slot.application.id &&
          one.slot === slot.slot &&
          one.reviewerId === reviewerId
        ),
    );
  const refused = refusalsOf(problem, pairs);
  const noteOf = (row: PlannedSlot): string | null => {
    if (row.reviewerId === null) return null;
    const pair = { applicationId: row.slot.application.id, reviewerId: row.reviewerId };
    const obstacle = obstacleTo(pair, { ...desk, pairs: othersOf(row) });
    return obstacle ? texts.dialog.obstacles[obstacle] : (refused.get(row.slot.key) ?? null);
  };
  const blocked = planned.filter((row) => noteOf(row) !== null).length;

  const confirm = async (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    setProblem(null);
    const body = { pairs, ...(dueOn ? { dueOn } : {}) };
    try {
      const { items } = await confirmAssignments(callId, body, keys.headersFor(body));
      keys.done();
      toasts.success(t.done(formats.number(items.length)));
      onConfirmed();
    } catch (error) {
      setProblem(error);
      setBusy(false);
    }
  };

  return (
    <>
      <Banner tone="info" title={t.lead} announce>
        <p>{t.notOptimal}</p>
      </Banner>
      <PlanFigures desk={desk} pairs={whole} free={planned.length - pairs.length} freeNow={planned.length} />
      {plan.unassigned.length > 0 && (
        <Banner tone="warning" title={`${t.unassigned}: ${formats.number(plan.unassigned.length)}`}>
          <ul>
            {plan.unassigned.map(({ applicationId, applicationNumber, message }) => (
              <li key={applicationId}>
                {applicationNumber}: {message}
              </li>
            ))}
          </ul>
        </Banner>
      )}
      <Card title={t.title}>
        <form className="kuer-stack" onSubmit={confirm}>
          {problem !== null && <ErrorState error={problem} />}
          {problem === null && blocked > 0 && (
            <Banner tone="warning" title={t.obstaclesLeft(formats.number(blocked))} />
          )}
          <DateField
            label={t.due}
            optional
            hint={desk.reviewEndsOn ? texts.dialog.dueHint(formats.date(desk.reviewEndsOn)) : texts.dialog.dueHintNone}
            value={dueOn}
            onChange={(event) => setDueOn(event.target.value)}
          />
          <div className="kuer-button-row">
            <Button type="submit" variant="primary" busy={busy} disabled={pairs.length === 0}>
              {pairs.length === 1 ? t.confirmOne : t.confirm(formats.number(pairs.length))}
            </Button>
            <Button onClick={onClose}>{t.discard}</Button>
          </div>
        </form>
        <AgainForm
          limit={desk.maxLoad}
          busy={isComputing}
          onAgain={(most) => {
            setChanges(new Map());
            setProblem(null);
            onAgain(most);
          }}
        />
      </Card>
      <DataTable<PlannedSlot>
        name="plan"
        caption={t.caption}
        rows={planned}
        rowKey={({ slot }) => slot.key}
        rowTone={(row) => (noteOf(row) ? 'warning' : row.isByHand ? 'highlight' : undefined)}
        empty={<EmptyState title={t.nothing}>{t.nothingHint}</EmptyState>}
        columns={[
          { key: 'number', header: texts.application, isRowHeader: true, value: ({ slot }) => slot.application.number },
          { key: 'lead', header: texts.applicant, value: ({ slot }) => slot.application.leadName },
          {
            key: 'slot',
            header: texts.slot,
            value: ({ slot }) => slot.slot,
            cell: ({ slot }) => (slot.slot === 3 ? texts.third : String(slot.slot)),
          },
          {
            key: 'reviewer',
            header: texts.reviewer,
            value: ({ reviewerId }) => (reviewerId === null ? '' : names.get(reviewerId)),
            cell: ({ reviewerId, isByHand }) => (
              <>
                {reviewerId === null ? <Badge tone="warning">{t.leftFree}</Badge> : names.get(reviewerId)}{' '}
                {isByHand && <Badge tone="info">{t.byHand}</Badge>}
              </>
            ),
          },
          {
            key: 'note',
            header: t.note,
            width: '14rem',
            value: (row) =>
              noteOf(row) ??
              (row.reviewerId !== null &&
              hasDeclined({ applicationId: row.slot.application.id, reviewerId: row.reviewerId }, desk.assignments)
                ? texts.dialog.declinedBefore
                : ''),
          },
          {
            key: 'act',
            header: texts.act,
            sortable: false,
            value: () => '',
            cell: (row) => (
              <Button
                size="small"
                variant="tertiary"
                aria-label={t.changeOf(row.slot.application.number, String(row.slot.slot))}
                onClick={() => setChanging(row)}
              >
                {t.change}
              </Button>
            ),
          },
        ]}
      />
      <LoadsTable desk={desk} planned={loadsOf(whole)} />
      {changing && (
        <ChangeDialog
          desk={desk}
          planned={changing}
          pairs={othersOf(changing)}
          onClose={() => setChanging(null)}
          onChange={(reviewerId) => {
            setChanges(new Map(changes).set(changing.slot.key, reviewerId));
            setProblem(null);
            setChanging(null);
          }}
        />
      )}
    </>
  );
}

/** What the server said about single pairs, by place. */
function refusalsOf(problem: unknown, pairs: ReturnType<typeof pairsOf>): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { path, message } of isApiProblem(problem) ? problem.errors : []) {
    const index = /^pairs\.(\d+)/.exec(path ?? '')?.[1];
    const pair = index === undefined ? undefined : pairs[Number(index)];
    if (pair) found.set(`${pair.applicationId}/${String(pair.slot)}`, message);
  }
  return found;
}

function AgainForm(props: { limit: number | null; busy: boolean; onAgain(maxLoad: number | null): void }) {
  const t = useTexts(assignmentTexts).plan;
  const formats = useFormats();
  const [most, setMost] = useState('');
  const [isWrong, setWrong] = useState(false);
  const compute = (event: FormEvent) => {
    event.preventDefault();
    const isRight = most.trim() === '' || /^[1-9]\d{0,3}$/.test(most.trim());
    setWrong(!isRight);
    if (isRight) props.onAgain(most.trim() === '' ? null : Number(most));
  };
  return (
    <form className="kuer-stack" onSubmit={compute}>
      <TextField
        label={t.maxLoad}
        optional
        short
        inputMode="numeric"
        hint={`${props.limit === null ? t.maxLoadHintNone : t.maxLoadHint(formats.number(props.limit))} ${t.againHint}`}
        error={isWrong ? t.maxLoadWrong : undefined}
        value={most}
        onChange={(event) => setMost(event.target.value)}
      />
      <div className="kuer-button-row">
        <Button type="submit" busy={props.busy} icon="autorenew">
          {t.again}
        </Button>
      </div>
    </form>
  );
}
