import type {
  ApplicationInput,
  ApplicationResponse,
  CollisionDto,
  CreateApplicationRequest,
  UpdateApplicationRequest,
  WithdrawRequest,
} from '@kuer/contract';
import { type Action, CALL_STATE_LABELS, type CallState } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { AuditTrail } from '../audit/audit-trail.js';
import { Access } from '../auth/access.js';
import { Refusal } from '../http/refusal.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import { toApplicationResponse, toRecusedResponse } from './application.mapper.js';
import { ApplicationAccess, type ApplicationCase } from './application-access.js';
import { ApplicationChecks, numbersAfter } from './application-checks.js';
import { type ApplicationContent, contentOf, enteredContent, traced, tracedChanges } from './application-content.js';
import { ApplicationListService } from './application-list.service.js';
import { ApplicationStore } from './application-store.js';
import { ApplicationTransitions } from './application-transitions.js';
import { AttachmentReader } from './attachments/attachment-reader.js';
import { DerivedConflicts } from './conflicts/derived-conflicts.js';
import { Participations } from './participations.js';

/** What the file of an application offers to do. */
const ABILITIES = [
  'application.write',
  'application.withdraw',
  'attachment.read',
  'attachment.write',
  'formalCheck.read',
  'formalCheck.examine',
  'formalCheck.decide',
  'supplement.send',
  'supplement.answer',
  'conflict.declare',
  'conflict.set',
  'dossier.read',
  'audit.read',
] as const satisfies readonly Action[];

/** An application as it was received, for whoever brings in many of them with their numbers. */
export interface ReceivedApplication {
  readonly number: string;
  readonly input: ApplicationInput;
  /** How the bodies of a cooperation are named together, where that was published. */
  readonly cooperationText?: string | null;
  /** The whole application is generated demo data. */
  readonly isGenerated: boolean;
  /** Fields of a published application whose values are generated demo data. */
  readonly generatedFields: readonly string[];
}

/** Stages in which a call takes applications in. */
const TAKING: readonly CallState[] = ['draft', 'formal_check'];

@Injectable()
export class ApplicationsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly trail: AuditTrail,
    private readonly applications: ApplicationAccess,
    private readonly store: ApplicationStore,
    private readonly checks: ApplicationChecks,
    private readonly transitions: ApplicationTransitions,
    private readonly lists: ApplicationListService,
    private readonly attachments: AttachmentReader,
    private readonly participations: Participations,
    private readonly derived: DerivedConflicts,
  ) {}

  async get(id: string): Promise<ApplicationResponse> {
    return this.toResponse(await this.applications.openFor('application.read', id));
  }

  async create(callId: string, body: CreateApplicationRequest): Promise<ApplicationResponse> {
    await this.openForEntry(callId);
    const content = enteredContent(body);
    this.checks.requireSound(content);
    await this.store.lockCall(callId);
    await this.checks.requireFreeLead(callId, content.lead.ags, null);
    const taken = await this.store.numbers(callId);
    if (body.number && taken.has(body.number)) {
      throw Refusal.conflict('APPLICATION.NUMBER_TAKEN', { number: body.number });
    }
    const application = {
      id: newId(),
      number: body.number ?? numbersAfter(taken)(),
      content,
      isGenerated: false,
      generatedFields: [],
    };
    await this.createAll(callId, [application], 'entry');
    return this.toResponse(await this.applications.open(application.id));
  }

  /** Records many at once, as the demo does; returns their ids by number. The numbers must be free. */
  async receive(callId: string, received: readonly ReceivedApplication[]): Promise<Map<string, string>> {
    await this.openForEntry(callId);
    await this.store.lockCall(callId);
    const applications = received.map(({ input, ...rest }) => ({
      ...rest,
      id: newId(),
      content: enteredContent(input),
    }));
    for (const { content } of applications) {
      this.checks.requireSound(content);
      await this.checks.requireFreeLead(callId, content.lead.ags, null);
    }
    await this.createAll(callId, applications, 'import');
    return new Map(applications.map(({ number, id }) => [number, id]));
  }

  async update(id: string, body: UpdateApplicationRequest): Promise<ApplicationResponse> {
    const found = await this.applications.lockFor('application.write', id);
    if (found.version !== body.version) throw Refusal.stale(await this.toResponse(found));
    const before = await this.contentOf(found);
    const after = enteredContent(body, before);
    const changes = tracedChanges(before, after);
    if (changes.length === 0) return this.toResponse(found);
    this.checks.requireSound(after);
    if (after.lead.ags !== before.lead.ags) {
      await this.store.lockCall(found.callId);
      await this.checks.requireFreeLead(found.callId, after.lead.ags, id);
    }
    await this.store.update(found.callId, [{ id, version: found.version, content: after }]);
    await this.trail.append({
      callId: found.callId,
      applicationId: id,
      type: 'APPLICATION_CHANGED',
      payload: { number: found.number, origin: 'entry', version: found.version + 1, changes },
    });
    await this.derived.refresh(found.callId);
    return this.toResponse(await this.applications.open(id));
  }

  async withdraw(id: string, body: WithdrawRequest): Promise<ApplicationResponse> {
    const found = await this.applications.lockFor('application.withdraw', id);
    if (body.version !== undefined && found.version !== body.version) throw Refusal.stale(await this.toResponse(found));
    const reason = body.reason.trim();
    await this.transitions.apply(id, 'withdraw');
    await this.uow.execute(
      `UPDATE kuer.application_contents SET withdrawn_at = $2, withdrawn_by = $3, withdrawal_reason = $4 WHERE application_id = $1`,
      [id, this.uow.now, this.uow.accountId, reason],
    );
    await this.trail.append({
      callId: found.callId,
      applicationId: id,
      type: 'APPLICATION_WITHDRAWN',
      payload: { from: found.state, reason },
    });
    return this.toResponse(await this.applications.open(id));
  }

  /** Decides whether the caller may add applications to the call now. */
  async openForEntry(callId: string): Promise<{ callState: CallState }> {
    const [call] = await this.uow.query<{ state: CallState }>(`SELECT state FROM kuer.calls WHERE id = $1`, [callId]);
    if (!call) throw Refusal.notFound();
    this.access.require('application.write', await this.access.actorFor(callId), { callState: call.state });
    if (!TAKING.includes(call.state)) {
      throw Refusal.conflict('APPLICATION.CALL_TAKES_NO_MORE', { callState: CALL_STATE_LABELS[call.state] });
    }
    return { callState: call.state };
  }

  /** Saves new applications that were checked before, with their events; one received during the formal check goes straight into it. */
  async createAll(
    callId: string,
    applications: Parameters<ApplicationStore['create']>[1],
    origin: 'entry' | 'import',
  ): Promise<void> {
    await this.store.create(callId, applications);
    for (const { id, number, content, isGenerated } of applications) {
      await this.trail.append({
        callId,
        applicationId: id,
        type: 'APPLICATION_CREATED',
        payload: { number, origin, content: traced(content), isGenerated },
      });
    }
    const [call] = await this.uow.query<{ state: CallState }>(`SELECT state FROM kuer.calls WHERE id = $1`, [callId]);
    if (call?.state === 'formal_check') await this.transitions.applyToAll(callId, 'start_formal_check');
    await this.derived.refresh(callId);
  }

  private async contentOf({ id }: ApplicationCase): Promise<ApplicationContent> {
    const content = await this.store.content(id);
    if (!content) throw Refusal.notFound();
    return contentOf(content, await this.store.parties(id));
  }

  private async toResponse(found: ApplicationCase): Promise<ApplicationResponse> {
    const content = await this.store.content(found.id);
    // Whoever records the application of their own municipality has lost its content with the same act.
    if (!content) return toRecusedResponse(found);
    const seesTotals = this.applications.may('results.read', found);
    const seesCheck = this.applications.may('formalCheck.read', found);
    const details = await this.lists.detailsOf([{ id: found.id, title: content.title }], seesTotals);
    return toApplicationResponse(found, {
      // Whom to ask is the business of those who may ask.
      content: seesCheck ? content : Object.assign(content, { contactEmail: null, contactName: null }),
      parties: await this.store.parties(found.id),
      attachments: await this.attachments.of(found.id),
      collisions: seesCheck ? await this.collisionsOf(found) : [],
      details: details.get(found.id),
      abilities: ABILITIES.filter((action) => this.mayNow(action, found)),
    });
  }

  /** What the person may do and the state of the application allows. */
  private mayNow(action: (typeof ABILITIES)[number], found: ApplicationCase): boolean {
    if (!this.applications.may(action, found)) return false;
    const isPossible = (act: Parameters<ApplicationTransitions['isPossible']>[1]) =>
      this.transitions.isPossible(found.state, act, found.callState);
    switch (action) {
      case 'application.withdraw':
        return isPossible('withdraw');
      case 'formalCheck.examine':
      case 'formalCheck.decide':
        return isPossible('accept');
      case 'supplement.send':
        return isPossible('request_supplement');
      case 'supplement.answer':
        return isPossible('answer_supplement');
      default:
        return true;
    }
  }

  private async collisionsOf({ id, callId }: ApplicationCase): Promise<CollisionDto[]> {
    const collisions = await this.participations.collisionsOf(id, callId);
    return collisions.flatMap(({ participations }) => {
      const own = participations.find(({ applicationId }) => applicationId === id);
      const others = participations.filter(({ applicationId }) => applicationId !== id);
      return others.map((other) => ({
        partyName: own?.name ?? other.name,
        ags: own?.ags ?? other.ags ?? '',
        otherApplicationId: other.applicationId,
        otherApplicationNumber: other.applicationNumber,
      }));
    });
  }
}
