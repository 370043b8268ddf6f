import { useQuery } from '@tanstack/react-query';
import { api, unwrap } from '../api/client.js';
import type { WorkItemsProps } from '../app/feature.js';
import { useFormats, useTexts } from '../shared/i18n/index.js';
import { WorkTile } from '../shared/layout/work-tile.js';
import { paths } from '../shared/paths.js';
import { formalCheckTexts } from './texts.js';

/** What waits for an examiner. */
export default function FormalCheckWork({ call }: WorkItemsProps) {
  const t = useTexts(formalCheckTexts).work;
  const formats = useFormats();
  const open = useTotal(call.callId, 'open');
  const confirm = useTotal(call.callId, 'second_examiner');
  const desk = paths.formalChecks(call.callId);
  return (
    <>
      {open !== undefined && <WorkTile title={t.examine} count={formats.number(open)} to={`${desk}?task=open`} />}
      {confirm !== undefined && confirm > 0 && (
        <WorkTile
          title={t.confirm}
          count={formats.number(confirm)}
          to={`${desk}?task=second_examiner`}
          tone="warning"
        />
      )}
    </>
  );
}

function useTotal(callId: string, task: 'open' | 'second_examiner'): number | undefined {
  return useQuery({
    queryKey: ['calls', callId, 'formal-checks', 'count', task],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/calls/{callId}/formal-checks', {
          params: { path: { callId }, query: { task, limit: 1 } },
          signal,
        }),
      ),
  }).data?.total;
}
