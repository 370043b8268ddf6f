import { api, unwrap } from '../../api/client.js';
import type { Schema } from '../../api/types.js';
import { Button } from '../../shared/controls/button.js';
import { Badge } from '../../shared/feedback/badge.js';
import { RadioGroup } from '../../shared/form/choice-fields.js';
import { useLabel, useTexts } from '../../shared/i18n/index.js';
import { ATTENDANCE_LABELS } from '../../shared/vocabulary/labels.js';
import { type Session, useSessionCommand } from '../jury-api.js';
import { juryTexts } from '../texts.js';

const STATUSES = ['present', 'absent', 'left_room'] as const;
type Entry = Schema<'AttendanceInput'>;

/** Who is there. The chair and the office record it; everybody of the jury sees it. */
export function Attendance({ session }: { session: Session }) {
  const t = useTexts(juryTexts).session;
  const label = useLabel();
  const id = session.id;
  const record = useSessionCommand(id, (attendance: Entry[]) =>
    unwrap(api.PUT('/api/v1/sessions/{id}/attendance', { params: { path: { id } }, body: { attendance } })),
  );
  const mayRecord = session.abilities.includes('session.recordAttendance') && session.state !== 'closed';
  const statusWord = (status: string) =>
    status === 'invited' ? t.invited : label(ATTENDANCE_LABELS[status as keyof typeof ATTENDANCE_LABELS]);
  return (
    <div className="kuer-stack kuer-stack--tight">
      <p className="kuer-muted">{t.attendanceHint}</p>
      {mayRecord && (
        <div className="kuer-button-row">
          <Button
            size="small"
            icon="check"
            busy={record.isPending}
            onClick={() => record.mutate(session.attendance.map(({ accountId }) => ({ accountId, status: 'present' })))}
          >
            {t.allPresent}
          </Button>
        </div>
      )}
      <ul className="kuer-list-plain kuer-reasons">
        {session.attendance.map((member) => (
          <li key={member.accountId}>
            {mayRecord ? (
              <RadioGroup
                horizontal
                label={`${member.name}${member.isChair ? ` (${t.chair})` : ''}`}
                name={`attendance-${member.accountId}`}
                value={member.status === 'invited' ? null : member.status}
                options={STATUSES.map((status) => ({ value: status, label: statusWord(status) }))}
                onChange={(event) =>
                  record.mutate([
                    {
                      accountId: member.accountId,
                      status: (event.target as HTMLInputElement).value as Entry['status'],
                    },
                  ])
                }
              />
            ) : (
              <span className="kuer-row">
                <span>
                  {member.name}
                  {member.isChair ? ` (${t.chair})` : ''}
                </span>
                <Badge tone={member.status === 'present' ? 'success' : 'neutral'}>{statusWord(member.status)}</Badge>
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
