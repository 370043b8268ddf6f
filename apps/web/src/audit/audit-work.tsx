import type { WorkItemsProps } from '../app/feature.js';
import { useTexts } from '../shared/i18n/index.js';
import { WorkTile } from '../shared/layout/work-tile.js';
import { paths } from '../shared/paths.js';
import { auditTexts } from './texts.js';

/** What an auditor comes for. */
export default function AuditWork({ call }: WorkItemsProps) {
  const t = useTexts(auditTexts);
  return (
    <>
      <WorkTile title={t.workTrail} to={paths.trail(call.callId)}>
        {t.workTrailDetail}
      </WorkTile>
      <WorkTile title={t.workDossiers} to={paths.applications(call.callId)}>
        {t.workDossiersDetail}
      </WorkTile>
    </>
  );
}
