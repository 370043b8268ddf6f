import { useState } from 'react';
import { Button, TextLink } from '../../../shared/controls/button.js';
import { Badge, StatusBadge } from '../../../shared/feedback/badge.js';
import { EmptyState } from '../../../shared/feedback/states.js';
import { useToasts } from '../../../shared/feedback/toast.js';
import { useFormats, useLabel, useTexts } from '../../../shared/i18n/index.js';
import { DateTime } from '../../../shared/layout/values.js';
import { ConfirmDialog } from '../../../shared/overlay/confirm-dialog.js';
import { paths } from '../../../shared/paths.js';
import type { Column } from '../../../shared/table/columns.js';
import { DataTable } from '../../../shared/table/data-table.js';
import { FilterBar } from '../../../shared/url/filter-bar.js';
import { oneOf, text } from '../../../shared/url/url-params.js';
import { useUrlState } from '../../../shared/url/use-url-state.js';
import { ASSIGNMENT_STATE_LABELS, REVIEW_STATE_LABELS } from '../../../shared/vocabulary/labels.js';
import { type Assignment, revokeAssignment } from '../office-api.js';
import { AssignDialog } from './assign-dialog.js';
import type { Slot } from './slots.js';
import { assignmentTexts } from './texts.js';
import type { Desk } from './use-desk.js';

const SHOWN = ['free', 'declined', 'waiting', 'open', 'overdue', 'submitted'] as const;
const FILTERS = { q: text(), show: oneOf(SHOWN) };

const MATCHES: Readonly<Record<(typeof SHOWN)[number], (slot: Slot) => boolean>> = {
  free: ({ isFree }) => isFree,
  declined: ({ isFree, former }) => isFree && former[0]?.state === 'declined',
  waiting: ({ active }) => active?.state === 'assigned',
  open: ({ active }) => active !== null && active.reviewState !== 'submitted',
  overdue: ({ active }) => active?.isOverdue ?? false,
  submitted: ({ active }) => active?.reviewState === 'submitted',
};

export interface SlotTableProps {
  callId: string;
  desk: Desk;
  onChanged(): void;
}

/** All places, with who holds them, how far the review is, and what can be done. */
export function SlotTable({ callId, desk, onChanged }: SlotTableProps) {
  const t = useTexts(assignmentTexts);
  const toasts = useToasts();
  const url = useUrlState(FILTERS);
  const [assigning, setAssigning] = useState<Slot | null>(null);
  const [revoking, setRevoking] = useState<Slot | null>(null);
  const columns = useSlotColumns({ callId, mayAssign: desk.mayAssign, onAssign: setAssigning, onRevoke: setRevoking });
  const needle = url.state.q.trim().toLocaleLowerCase();
  const rows = desk.slots.filter(
    (slot) =>
      (url.state.show === null || MATCHES[url.state.show](slot)) &&
      `${slot.application.number} ${slot.application.leadName ?? ''} ${slot.active?.reviewerName ?? ''}`
        .toLocaleLowerCase()
        .includes(needle),
  );
  const revoked = revoking?.active;
  return (
    <>
      <FilterBar
        url={url}
        filters={[
          { kind: 'search', key: 'q', label: t.search },
          {
            kind: 'one',
            key: 'show',
            label: t.filter,
            options: SHOWN.map((value) => ({ value, label: t.filters[value] })),
          },
        ]}
      />
      <DataTable<Slot>
        caption={t.caption}
        hideCaption
        columns={columns}
        rows={rows}
        rowKey={({ key }) => key}
        isFiltered={url.isFiltered}
        onResetFilters={url.reset}
        rowTone={({ active, isFree }) =>
          active?.isOverdue || active?.hasConflict ? 'warning' : isFree ? 'highlight' : undefined
        }
        empty={<EmptyState title={t.empty}>{t.emptyHint}</EmptyState>}
      />
      {assigning && (
        <AssignDialog
          callId={callId}
          desk={desk}
          slot={assigning}
          onClose={() => setAssigning(null)}
          onAssigned={onChanged}
        />
      )}
      {revoked && (
        <ConfirmDialog
          isOpen
          danger
          onClose={() => setRevoking(null)}
          title={t.revokeTitle}
          confirmLabel={t.revoke}
          reason={{ minLength: 5 }}
          onConfirm={async (reason) => {
            await revokeAssignment(revoked.id, reason);
            toasts.show({
              title: t.revokedToast(revoked.reviewerName, revoked.applicationNumber),
              action: {
                label: t.replace,
                onPress: () => setAssigning({ ...revoking, active: null, isFree: true }),
              },
            });
            onChanged();
          }}
        >
          <p>{t.revokeBody(revoked.reviewerName, revoked.applicationNumber)}</p>
          {revoked.reviewState === 'submitted' && <p className="kuer-strong">{t.revokeSubmitted}</p>}
        </ConfirmDialog>
      )}
    </>
  );
}

interface ColumnOptions {
  callId: string;
  mayAssign: boolean;
  onAssign(slot: Slot): void;
  onRevoke(slot: Slot): void;
}

function useSlotColumns({ callId, mayAssign, onAssign, onRevoke }: ColumnOptions): ReadonlyArray<Column<Slot>> {
  const t = useTexts(assignmentTexts);
  const formats = useFormats();
  const label = useLabel();
  const slotName = (slot: number) => (slot === 3 ? t.third : String(slot));
  const before = (one: Assignment) =>
    one.state === 'declined'
      ? t.declined(one.reviewerName, one.declineReason ?? '–')
      : t.revoked(one.reviewerName, one.revokeReason ?? '–');
  const stateOf = ({ active, isFree }: Slot) =>
    active
      ? label(active.reviewState ? REVIEW_STATE_LABELS[active.reviewState] : ASSIGNMENT_STATE_LABELS[active.state])
      : isFree
        ? t.free
        : t.notReviewed;
  return [
    {
      key: 'number',
      header: t.application,
      isRowHeader: true,
      value: ({ application }) => application.number,
      cell: ({ application }) => (
        <TextLink to={paths.application(callId, application.id)}>{application.number}</TextLink>
      ),
    },
    { key: 'lead', header: t.applicant, value: ({ application }) => application.leadName, width: '10rem' },
    { key: 'slot', header: t.slot, value: ({ slot }) => slot, cell: ({ slot }) => slotName(slot) },
    {
      key: 'reviewer',
      header: t.reviewer,
      value: ({ active }) => active?.reviewerName,
      cell: ({ active }) => (
        <>
          {active?.reviewerName ?? '–'}{' '}
          {active?.hasConflict && (
            <span title={t.conflictHint}>
              <Badge tone="danger">{t.conflict}</Badge>
            </span>
          )}
        </>
      ),
    },
    {
      key: 'state',
      header: t.state,
      value: stateOf,
      cell: (slot) =>
        slot.active ? (
          <StatusBadge
            kind={slot.active.reviewState ? 'review' : 'assignment'}
            state={slot.active.reviewState ?? slot.active.state}
          />
        ) : slot.application.isRecused ? (
          <Badge>{t.recused}</Badge>
        ) : (
          <Badge tone={slot.isFree ? 'warning' : 'neutral'}>{stateOf(slot)}</Badge>
        ),
    },
    {
      key: 'progress',
      header: t.progress,
      align: 'end',
      value: ({ active }) => active?.scored,
      cell: ({ active }) =>
        active === null || active.scored === null ? (
          '–'
        ) : (
          <span className="kuer-number">
            {t.progressOf(formats.number(active.scored), formats.number(active.criteria))}
          </span>
        ),
    },
    {
      key: 'due',
      header: t.due,
      value: ({ active }) => active?.dueOn,
      cell: ({ active }) => (
        <>
          <DateTime value={active?.dueOn} show="date" /> {active?.isOverdue && <Badge tone="danger">{t.overdue}</Badge>}
        </>
      ),
    },
    ...(mayAssign
      ? [
          {
            key: 'act',
            header: t.act,
            sortable: false,
            fixed: true,
            value: () => '',
            cell: (slot: Slot) => {
              const { number } = slot.application;
              if (slot.active && slot.application.isRecused) return '–';
              if (slot.active) {
                return (
                  <Button
                    size="small"
                    variant="tertiary"
                    aria-label={t.revokeOf(slot.active.reviewerName, number)}
                    onClick={() => onRevoke(slot)}
                  >
                    {t.revoke}
                  </Button>
                );
              }
              return slot.isFree ? (
                <Button
                  size="small"
                  aria-label={t.assignTo(number, slotName(slot.slot))}
                  onClick={() => onAssign(slot)}
                >
                  {t.assign}
                </Button>
              ) : (
                '–'
              );
            },
          },
        ]
      : []),
    {
      key: 'before',
      header: t.before,
      sortable: false,
      width: '14rem',
      value: ({ former }) => former.map(before).join('\n'),
      cell: ({ former }) =>
        former.length === 0 ? (
          '–'
        ) : (
          <div className="kuer-stack kuer-stack--tight kuer-small">
            {former.map((one) => (
              <span key={one.id}>{before(one)}</span>
            ))}
          </div>
        ),
    },
  ];
}
