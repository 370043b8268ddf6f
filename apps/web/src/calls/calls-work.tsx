import { useQuery } from '@tanstack/react-query';
import type { WorkItemsProps } from '../app/feature.js';
import { useFormats, useTexts } from '../shared/i18n/index.js';
import { WorkTile } from '../shared/layout/work-tile.js';
import { paths } from '../shared/paths.js';
import { readinessQuery } from './calls-api.js';
import { callTexts } from './texts.js';

/** What the office and the administration come for. */
export default function CallsWork({ call, roles }: WorkItemsProps) {
  const t = useTexts(callTexts).work;
  return (
    <>
      {roles.includes('coordinator') && call.state !== 'published' && <Progress callId={call.callId} />}
      {roles.includes('administrator') && <WorkTile title={t.members} to={paths.members(call.callId)} />}
    </>
  );
}

function Progress({ callId }: { callId: string }) {
  const t = useTexts(callTexts).work;
  const formats = useFormats();
  const readiness = useQuery(readinessQuery(callId)).data;
  return (
    <WorkTile title={t.overview} to={paths.call(callId)} tone={readiness?.ready ? 'success' : 'neutral'}>
      {readiness && (readiness.ready ? t.ready : t.missing(formats.number(readiness.missing.length)))}
    </WorkTile>
  );
}
