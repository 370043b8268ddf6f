import { CALL_STATE_LABELS } from '@kuer/domain';
import { useLocation, useNavigate } from 'react-router';
import { useMemberships } from '../../api/me.js';
import { useLabel, useTexts } from '../../shared/i18n/index.js';
import { Menu } from '../../shared/overlay/menu.js';
import { useCurrentCall } from '../current-call.js';
import { appTexts } from '../texts.js';

/** Which call is being worked on. With one call there is nothing to switch: then it is only named. */
export function CallSwitcher() {
  const t = useTexts(appTexts);
  const label = useLabel();
  const memberships = useMemberships();
  const { call, choose } = useCurrentCall();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  if (!call) return null;
  if (memberships.length === 1) return <span className="kuer-shell__call">{call.title}</span>;
  return (
    <div className="kuer-shell__call">
      <Menu
        variant="tertiary"
        label={call.title}
        ariaLabel={t.switchCall(call.title)}
        groups={[
          {
            title: t.call,
            entries: memberships.map((one) => ({
              id: one.callId,
              label: one.title,
              detail: label(CALL_STATE_LABELS[one.state]),
            })),
            selection: {
              mode: 'single',
              selected: [call.callId],
              onChange: ([callId]) => {
                if (!callId || callId === call.callId) return;
                choose(callId);
                // A page of the old call makes no sense in the new one: go on where everything begins.
                if (pathname.startsWith('/calls/')) void navigate('/');
              },
            },
          },
        ]}
      />
    </div>
  );
}
