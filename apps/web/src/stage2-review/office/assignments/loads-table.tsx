import { EmptyState } from '../../../shared/feedback/states.js';
import { useTexts } from '../../../shared/i18n/index.js';
import { DataTable } from '../../../shared/table/data-table.js';
import type { Assignment } from '../office-api.js';
import { isActive } from './slots.js';
import { assignmentTexts } from './texts.js';
import type { Desk } from './use-desk.js';

interface LoadRow {
  id: string;
  name: string;
  isMember: boolean;
  all: readonly Assignment[];
  conflicts: number;
}

/** How much every reviewer has, how far they are, and where they are no choice. `planned`: number of reviews with a plan. */
export function LoadsTable({ desk, planned }: { desk: Desk; planned?: ReadonlyMap<string, number> }) {
  const t = useTexts(assignmentTexts).loads;
  const count = (row: LoadRow, test: (one: Assignment) => boolean) => row.all.filter(test).length;
  return (
    <section className="kuer-stack" aria-labelledby="loads">
      <h2 id="loads" className="kern-heading-medium">
        {t.title}
      </h2>
      <DataTable<LoadRow>
        name="loads"
        caption={t.caption}
        hideCaption
        rows={rowsOf(desk)}
        rowKey={({ id }) => id}
        defaultSort="name"
        empty={<EmptyState title={t.empty}>{t.emptyHint}</EmptyState>}
        columns={[
          {
            key: 'name',
            header: t.name,
            isRowHeader: true,
            value: ({ name }) => name,
            cell: ({ name, isMember }) => (isMember ? name : `${name} (${t.noMember})`),
          },
          { key: 'active', header: t.active, align: 'end', value: (row) => count(row, isActive) },
          ...(planned
            ? [
                {
                  key: 'planned',
                  header: t.planned,
                  align: 'end' as const,
                  value: ({ id }: LoadRow) => planned.get(id) ?? 0,
                },
              ]
            : []),
          {
            key: 'accepted',
            header: t.accepted,
            align: 'end',
            value: (row) => count(row, ({ state }) => state === 'accepted'),
          },
          {
            key: 'submitted',
            header: t.submitted,
            align: 'end',
            value: (row) => count(row, (one) => isActive(one) && one.reviewState === 'submitted'),
          },
          { key: 'overdue', header: t.overdue, align: 'end', value: (row) => count(row, ({ isOverdue }) => isOverdue) },
          {
            key: 'declined',
            header: t.declined,
            align: 'end',
            value: (row) => count(row, ({ state }) => state === 'declined'),
          },
          { key: 'conflicts', header: t.conflicts, align: 'end', value: ({ conflicts }) => conflicts },
        ]}
      />
    </section>
  );
}

/** Reviewers of the call, and whoever still holds an assignment without being one. */
function rowsOf({ reviewers, assignments, active, conflicts }: Desk): LoadRow[] {
  const names = new Map(reviewers.map(({ accountId, name }) => [accountId, name]));
  const members = new Set(names.keys());
  for (const { reviewerId, reviewerName } of active) if (!members.has(reviewerId)) names.set(reviewerId, reviewerName);
  return [...names].map(([id, name]) => ({
    id,
    name,
    isMember: members.has(id),
    all: assignments.filter((one) => one.reviewerId === id),
    conflicts: conflicts.filter((one) => one.accountId === id).length,
  }));
}
