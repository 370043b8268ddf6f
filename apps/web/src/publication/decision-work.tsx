import type { WorkItemsProps } from '../app/feature.js';
import { useTexts } from '../shared/i18n/index.js';
import { WorkTile } from '../shared/layout/work-tile.js';
import { paths } from '../shared/paths.js';
import { publicationTexts } from './texts.js';

/** After the jury: publish, or look. */
export default function DecisionWork({ call, roles }: WorkItemsProps) {
  const t = useTexts(publicationTexts);
  const mustPublish = call.state === 'decided' && roles.includes('coordinator');
  return (
    <WorkTile
      title={mustPublish ? t.work : t.workView}
      to={paths.decision(call.callId)}
      tone={mustPublish ? 'warning' : 'neutral'}
    />
  );
}
