import {
  type ApplicationProgress,
  DOCUMENT_ITEM_PREFIX,
  FIXED_CHECK_ITEMS,
  type ItemDuty,
  openItems,
  type RecordedResults,
} from '@kuer/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { ApplicationTransitions } from '../applications/application-transitions.js';
import { calendarDay } from '../calls/calendar-day.js';
import { CallEntity } from '../calls/call.entity.js';
import { type StageFacts, StageGates } from '../calls/stage-gates.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';

/** What the formal check contributes to the stages of a call: it begins for all at once, and ends when nothing is open. */
@Injectable()
export class FormalCheckStage implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly gates: StageGates,
    private readonly transitions: ApplicationTransitions,
  ) {}

  onModuleInit(): void {
    this.gates.register({
      name: 'formal check',
      facts: (callId) => this.facts(callId),
      onEnter: async (callId, to) => {
        if (to === 'formal_check') await this.transitions.applyToAll(callId, 'start_formal_check');
      },
    });
  }

  private async facts(callId: string): Promise<StageFacts> {
    const call = await this.uow.manager.findOneBy(CallEntity, { id: callId });
    if (!call) return {};
    const rows = await this.uow.query<{ id: string; results: RecordedResults; rejectionUnconfirmed: boolean }>(
      `SELECT a.id, coalesce((SELECT jsonb_object_agg(i.item_key, i.result) FROM kuer.formal_check_items i
                               WHERE i.application_id = a.id), '{}') AS results,
              coalesce((SELECT d.outcome = 'rejected' AND d.confirms_id IS NULL
                           AND NOT EXISTS (SELECT 1 FROM kuer.supplement_requests s
                                            WHERE s.application_id = a.id AND s.sent_at > d.decided_at)
                          FROM kuer.formal_check_decisions d WHERE d.application_id = a.id
                         ORDER BY d.decided_at DESC, d.id DESC LIMIT 1), false) AS "rejectionUnconfirmed"
         FROM kuer.applications a WHERE a.call_id = $1 AND a.state IN ('received', 'in_formal_check', 'supplement_requested')`,
      [callId],
    );
    const today = calendarDay(this.uow.now);
    const items: ItemDuty[] = [
      ...call.settings.documents.map(({ key, deadline, required }) => ({
        key: DOCUMENT_ITEM_PREFIX + key,
        deadline: deadline ?? null,
        isOptional: !required,
      })),
      ...FIXED_CHECK_ITEMS.map((key) => ({ key, deadline: null, isOptional: false })),
    ];
    const applications = new Map<string, Partial<ApplicationProgress>>(
      rows.map(({ id, results, rejectionUnconfirmed }) => [
        id,
        { openCheckItems: openItems(items, results, today).length, rejectionUnconfirmed },
      ]),
    );
    return { applications };
  }
}
