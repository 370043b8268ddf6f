import { SupplementAnswerRequest, SupplementRequestRequest, SupplementResponse, statusFor } from '@kuer/contract';
import { checkSupplementRequest } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { ApplicationAccess, type ApplicationCase } from '../applications/application-access.js';
import { ApplicationStore } from '../applications/application-store.js';
import { ApplicationTransitions } from '../applications/application-transitions.js';
import { AuditTrail } from '../audit/audit-trail.js';
import { calendarDay } from '../calls/calendar-day.js';
import { Refusal } from '../http/refusal.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import { dayText } from './finding-text.js';
import { SupplementRequestEntity } from './formal-check.entity.js';
import { toSupplement } from './formal-check.mapper.js';
import { FormalCheckRepository, isPendingRejection } from './formal-check.repository.js';

@Injectable()
export class SupplementRequestsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly trail: AuditTrail,
    private readonly applications: ApplicationAccess,
    private readonly store: ApplicationStore,
    private readonly transitions: ApplicationTransitions,
    private readonly checks: FormalCheckRepository,
  ) {}

  async send(applicationId: string, body: SupplementRequestRequest): Promise<SupplementResponse> {
    const found = await this.applications.lockFor('supplement.send', applicationId);
    const documentKeys = [...new Set(body.documentKeys)];
    requireSound(found, documentKeys, body.dueOn, calendarDay(this.uow.now));
    await this.transitions.apply(applicationId, 'request_supplement');
    await this.discardProposal(found);
    const id = newId();
    const message = body.message.trim();
    await this.uow.execute(
      `INSERT INTO kuer.supplement_requests (id, application_id, call_id, due_on, document_keys, message, sent_by, sent_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [id, applicationId, found.callId, body.dueOn, documentKeys, message, this.uow.accountId, this.uow.now],
    );
    await this.trail.append({
      callId: found.callId,
      applicationId,
      type: 'SUPPLEMENT_REQUESTED',
      payload: { supplementRequestId: id, dueOn: body.dueOn, documentKeys },
    });
    await this.notify(found, documentKeys, body.dueOn, message);
    return this.get(applicationId, id);
  }

  async answer(id: string, body: SupplementAnswerRequest): Promise<SupplementResponse> {
    const request = await this.uow.manager.findOneBy(SupplementRequestEntity, { id });
    if (!request) throw Refusal.notFound();
    const { applicationId } = request;
    const found = await this.applications.lockFor('supplement.answer', applicationId);
    const all = await this.checks.supplements(applicationId);
    if (all.find((one) => one.id === id)?.answeredAt) throw Refusal.conflict('SUPPLEMENT.ALREADY_ANSWERED');
    await this.uow.execute(
      `UPDATE kuer.supplement_requests SET answer = $2, answered_at = $3, answered_by = $4 WHERE id = $1`,
      [id, body.answer.trim(), this.uow.now, this.uow.accountId],
    );
    await this.trail.append({
      callId: found.callId,
      applicationId,
      type: 'SUPPLEMENT_ANSWERED',
      payload: { supplementRequestId: id, isLate: calendarDay(this.uow.now) > request.dueOn },
    });
    // Back to the examiners once nothing is outstanding any more.
    const isLast = all.every((one) => one.id === id || one.answeredAt !== null);
    if (isLast) await this.transitions.apply(applicationId, 'answer_supplement');
    return this.get(applicationId, id);
  }

  private async get(applicationId: string, id: string): Promise<SupplementResponse> {
    const found = (await this.checks.supplements(applicationId)).find((one) => one.id === id);
    if (!found) throw Refusal.notFound();
    return toSupplement(found, found.sentByName, calendarDay(this.uow.now));
  }

  /** Whoever asks the applicant has not made up their mind: a rejection that was proposed before is off the table. */
  private async discardProposal(found: ApplicationCase): Promise<void> {
    const last = await this.checks.lastDecision(found.id);
    if (!isPendingRejection(last)) return;
    await this.trail.append({
      callId: found.callId,
      applicationId: found.id,
      type: 'FORMAL_REJECTION_DISCARDED',
      payload: { decisionId: last.id },
    });
  }

  /** The letter to the applicant, on record as it was sent. German, the language of the procedure. */
  private async notify(
    found: ApplicationCase,
    documentKeys: readonly string[],
    dueOn: string,
    message: string,
  ): Promise<void> {
    const content = await this.store.content(found.id);
    const documents = found.settings.documents.filter(({ key }) => documentKeys.includes(key));
    const list = documents.map(({ label }) => `– ${label.de}`).join('\n');
    await this.uow.execute(
      `INSERT INTO kuer.notices (id, call_id, application_id, kind, recipients, subject, body, sent_by, sent_at)
       VALUES ($1, $2, $3, 'supplement_request', $4, $5, $6, $7, $8)`,
      [
        newId(),
        found.callId,
        found.id,
        content?.contactEmail ? [content.contactEmail] : [],
        `Nachforderung zu Ihrer Bewerbung ${found.number}`,
        `${message}\n\nBitte reichen Sie bis zum ${dayText(dueOn, 'de')} nach:\n${list}`,
        this.uow.accountId,
        this.uow.now,
      ],
    );
  }
}

function requireSound(found: ApplicationCase, documentKeys: readonly string[], dueOn: string, today: string): void {
  const { documents } = found.settings;
  const checked = checkSupplementRequest({ documentKeys, knownKeys: documents.map(({ key }) => key), dueOn, today });
  if (checked.ok) return;
  const { code } = checked;
  const params = {
    ...checked.params,
    dueOn: { de: dayText(dueOn, 'de'), en: dayText(dueOn, 'en') },
    allowed: documents.map(({ key, label }) => ({ de: `${label.de} (${key})`, en: `${label.en} (${key})` })),
  };
  const path = code === 'SUPPLEMENT.DUE_NOT_IN_FUTURE' ? 'dueOn' : 'documentKeys';
  throw new Refusal(statusFor(code) ?? 422, code, params, [{ path, code, params }]);
}
