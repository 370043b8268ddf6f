import { useQuery } from '@tanstack/react-query';
import type { WorkItemsProps } from '../app/feature.js';
import { useTexts } from '../shared/i18n/index.js';
import { WorkTile } from '../shared/layout/work-tile.js';
import { paths } from '../shared/paths.js';
import { motionsQuery, sessionsQuery } from './jury-api.js';
import { juryTexts } from './texts.js';

/** What waits for a member of the jury, and for the office during its stage. */
export default function JuryWork({ call, roles }: WorkItemsProps) {
  const t = useTexts(juryTexts).work;
  const sessions = useQuery(sessionsQuery(call.callId));
  const open = sessions.data?.items.find(({ state }) => state === 'open');
  const isJury = roles.includes('juror') || roles.includes('chair');
  return (
    <>
      {open && <OpenSession callId={call.callId} sessionId={open.id} />}
      {isJury && (
        <>
          <WorkTile title={t.bundles} to={paths.bundles(call.callId)}>
            {t.bundlesDetail}
          </WorkTile>
          <WorkTile title={t.ranking} to={paths.ranking(call.callId)} />
        </>
      )}
      {sessions.data?.items.length === 0 && <WorkTile title={t.plan} to={paths.sessions(call.callId)} tone="warning" />}
    </>
  );
}

function OpenSession({ callId, sessionId }: { callId: string; sessionId: string }) {
  const t = useTexts(juryTexts).work;
  const motions = useQuery({ ...motionsQuery(sessionId), refetchInterval: 5000 });
  const waiting = motions.data?.items.some(({ canVote }) => canVote);
  return (
    <WorkTile
      title={waiting ? t.vote : t.session}
      to={paths.session(callId, sessionId)}
      tone={waiting ? 'warning' : 'info'}
    >
      {t.sessionDetail}
    </WorkTile>
  );
}
