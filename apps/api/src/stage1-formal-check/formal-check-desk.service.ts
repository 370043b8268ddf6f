import { FormalCheckListItem, type FormalCheckPage, FormalCheckQuery } from '@kuer/contract';
import { APPLICATION_STATES, type ApplicationState, DOCUMENT_ITEM_PREFIX, FIXED_CHECK_ITEMS } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { Access } from '../auth/access.js';
import { calendarDay } from '../calls/calendar-day.js';
import { CallsService } from '../calls/calls.service.js';
import { readPage } from '../http/list.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';

interface DeskRow {
  readonly applicationId: string;
  readonly applicationNumber: string;
  readonly state: ApplicationState;
  readonly isRecused: boolean;
  readonly title: string | null;
  readonly leadName: string | null;
  readonly examined: number;
  readonly failed: number;
  readonly awaitsSecondExaminer: boolean;
  readonly decidedBy: string | null;
  readonly supplementDueOn: string | null;
}

/** A rejection that one examiner proposed and that nothing has overtaken; `last` is the latest decision of the application. */
const AWAITS_SECOND = `(a.state = 'in_formal_check' AND last.outcome = 'rejected' AND last.confirms_id IS NULL
  AND NOT EXISTS (SELECT 1 FROM kuer.supplement_requests s WHERE s.application_id = a.id AND s.sent_at > last.decided_at))`;

const TASKS: Readonly<Record<NonNullable<FormalCheckQuery['task']>, (today: () => string) => string>> = {
  open: () => `a.state = 'in_formal_check' AND ${AWAITS_SECOND} IS NOT TRUE`,
  second_examiner: () => AWAITS_SECOND,
  supplement: () => `a.state = 'supplement_requested'`,
  supplement_overdue: (today) => `a.state = 'supplement_requested' AND due.on_day < ${today()}::date`,
  decided: () => `a.state NOT IN ('received', 'in_formal_check', 'supplement_requested', 'withdrawn')`,
};

/** The desk of the formal check: where each application stands, and what is to be done next. */
@Injectable()
export class FormalCheckDeskService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly calls: CallsService,
  ) {}

  async list(callId: string, query: FormalCheckQuery): Promise<FormalCheckPage> {
    const { call, actor } = await this.calls.find(callId);
    // A list is no single application: rows in conflict are there without their content.
    this.access.require('formalCheck.read', actor, { callState: call.state, hasConflict: false });
    const keys = [...call.settings.documents.map(({ key }) => DOCUMENT_ITEM_PREFIX + key), ...FIXED_CHECK_ITEMS];
    const today = calendarDay(this.uow.now);
    const parameters: unknown[] = [callId, keys];
    const where = ['a.call_id = $1'];
    if (query.state) where.push(`a.state = $${parameters.push(query.state)}`);
    if (query.task) where.push(TASKS[query.task](() => `$${parameters.push(today)}`));
    return readPage<DeskRow, FormalCheckListItem>(
      this.uow,
      query,
      {
        select: `a.id AS "applicationId", a.number AS "applicationNumber", a.state, c.application_id IS NULL AS "isRecused",
                 c.title, c.lead_name AS "leadName", items.examined, items.failed,
                 coalesce(${AWAITS_SECOND}, false) AS "awaitsSecondExaminer",
                 last.decided_by AS "decidedBy",
                 to_char(due.on_day, 'YYYY-MM-DD') AS "supplementDueOn"`,
        from: `kuer.applications a
               LEFT JOIN kuer.application_contents c ON c.application_id = a.id
               LEFT JOIN LATERAL (SELECT d.outcome, d.confirms_id, d.decided_by, d.decided_at FROM kuer.formal_check_decisions d
                                   WHERE d.application_id = a.id ORDER BY d.decided_at DESC, d.id DESC LIMIT 1) last ON true
               LEFT JOIN LATERAL (SELECT min(s.due_on) AS on_day FROM kuer.supplement_requests s
                                   WHERE s.application_id = a.id AND s.answered_at IS NULL) due ON true
               CROSS JOIN LATERAL (SELECT count(*)::int AS examined, (count(*) FILTER (WHERE i.result = 'failed'))::int AS failed
                                     FROM kuer.formal_check_items i WHERE i.application_id = a.id AND i.item_key = ANY($2)) items`,
        where,
        parameters,
        sortKeys: {
          number: { sql: 'ascii(a.number) * 1000000 + substr(a.number, 3)::int', type: 'int' },
          state: { sql: `array_position('{${APPLICATION_STATES.join(',')}}'::text[], a.state)`, type: 'int' },
          supplementDueOn: { sql: `coalesce(due.on_day, 'infinity'::date)`, type: 'date' },
          examined: { sql: 'items.examined', type: 'int' },
        },
        defaultSort: 'number',
        id: { sql: 'a.id', type: 'uuid' },
      },
      (row) => toItem(row, keys.length, { today, accountId: this.uow.accountId }),
    );
  }
}

function toItem(
  row: DeskRow,
  total: number,
  { today, accountId }: { readonly today: string; readonly accountId: string },
): FormalCheckListItem {
  const { isRecused } = row;
  return Object.assign(new FormalCheckListItem(), {
    applicationId: row.applicationId,
    applicationNumber: row.applicationNumber,
    state: row.state,
    isRecused,
    title: row.title,
    leadName: row.leadName,
    itemsExamined: isRecused ? null : row.examined,
    itemsFailed: isRecused ? null : row.failed,
    itemsTotal: isRecused ? null : total,
    awaitsSecondExaminer: row.awaitsSecondExaminer,
    isOwnRejection: row.awaitsSecondExaminer && row.decidedBy === accountId,
    supplementDueOn: row.supplementDueOn,
    isSupplementOverdue: row.supplementDueOn !== null && row.supplementDueOn < today,
  });
}
