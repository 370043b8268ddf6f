import { useQuery } from '@tanstack/react-query';
import type { WorkItemsProps } from '../../app/feature.js';
import { useTexts } from '../../shared/i18n/index.js';
import { WorkTile } from '../../shared/layout/work-tile.js';
import { paths } from '../../shared/paths.js';
import type { Slot } from './assignments/slots.js';
import { useDesk } from './assignments/use-desk.js';
import { resultsQuery } from './office-api.js';
import { officeWorkTexts } from './work-texts.js';

/** What waits for the coordinator during the expert review, most urgent first. */
export default function OfficeWork({ call }: WorkItemsProps) {
  const t = useTexts(officeWorkTexts);
  const { desk } = useDesk(call.callId);
  const results = useQuery(resultsQuery(call.callId)).data ?? [];
  if (!desk) return null;
  const assignments = paths.assignments(call.callId);
  const { slots } = desk;
  const count = (test: (slot: Slot) => boolean) => slots.filter(test).length;
  const overdue = count(({ active }) => active?.isOverdue ?? false);
  const conflicts = count(({ active }) => active?.hasConflict ?? false);
  const declined = count(({ isFree, former }) => isFree && former[0]?.state === 'declined');
  const free = count(({ isFree }) => isFree) - declined;
  const divergent = results.filter(({ divergence }) => divergence?.isOpen).length;
  const toConfirm = results.filter(
    ({ recommendation, abilities, divergence }) =>
      recommendation.outcome === null && !divergence?.isOpen && abilities.includes('recommendation.confirm'),
  ).length;
  return (
    <>
      {overdue > 0 && (
        <WorkTile title={t.overdue} count={overdue} to={`${assignments}?show=overdue`} tone="danger">
          {t.overdueDetail}
        </WorkTile>
      )}
      {conflicts > 0 && (
        <WorkTile title={t.conflicts} count={conflicts} to={assignments} tone="danger">
          {t.conflictsDetail}
        </WorkTile>
      )}
      {declined > 0 && (
        <WorkTile title={t.declined} count={declined} to={`${assignments}?show=declined`} tone="warning">
          {t.declinedDetail}
        </WorkTile>
      )}
      {free > 0 && (
        <WorkTile title={t.free} count={free} to={`${assignments}?show=free`} tone="warning">
          {t.freeDetail}
        </WorkTile>
      )}
      {divergent > 0 && (
        <WorkTile
          title={t.divergent}
          count={divergent}
          to={`${paths.results(call.callId)}?divergent=true`}
          tone="warning"
        >
          {t.divergentDetail}
        </WorkTile>
      )}
      {toConfirm > 0 && <WorkTile title={t.confirm} count={toConfirm} to={paths.results(call.callId)} />}
    </>
  );
}
