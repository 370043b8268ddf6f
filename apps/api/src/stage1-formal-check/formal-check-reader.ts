import type { CallSettingsDto } from '@kuer/contract';
import { type CheckItem, deriveCheckItems, type RecordedResults } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import type { ApplicationCase } from '../applications/application-access.js';
import { contentOf } from '../applications/application-content.js';
import { ApplicationStore } from '../applications/application-store.js';
import { AttachmentReader } from '../applications/attachments/attachment-reader.js';
import { Participations } from '../applications/participations.js';
import { calendarDay } from '../calls/calendar-day.js';
import { Refusal } from '../http/refusal.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import type { SupplementRequestEntity } from './formal-check.entity.js';
import { FormalCheckRepository, type LastDecision, type RecordedItem } from './formal-check.repository.js';

/** Everything a formal check stands on, as it is now. */
export interface FormalCheckState {
  readonly found: ApplicationCase;
  readonly items: readonly CheckItem[];
  readonly recorded: ReadonlyMap<string, RecordedItem>;
  readonly results: RecordedResults;
  readonly supplements: readonly (SupplementRequestEntity & { readonly sentByName: string | null })[];
  readonly lastDecision: LastDecision | null;
  readonly today: string;
}

/** Puts a formal check together. What the system finds is found anew each time: a document that came yesterday is there today. */
@Injectable()
export class FormalCheckReader {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly store: ApplicationStore,
    private readonly attachments: AttachmentReader,
    private readonly participations: Participations,
    private readonly checks: FormalCheckRepository,
  ) {}

  async read(found: ApplicationCase): Promise<FormalCheckState> {
    const stored = await this.store.content(found.id);
    if (!stored) throw Refusal.notFound();
    const content = contentOf(stored, await this.store.parties(found.id));
    const supplements = await this.checks.supplements(found.id);
    const attached = await this.attachments.of(found.id);
    const days = new Map<string, string[]>();
    for (const { documentKey, uploadedAt } of attached) {
      days.set(documentKey, [...(days.get(documentKey) ?? []), calendarDay(new Date(uploadedAt))]);
    }
    const today = calendarDay(this.uow.now);
    const items = deriveCheckItems({
      application: {
        ...content,
        id: found.id,
        fundingRequested: content.fundingRequested ?? 0,
        attachedDocuments: [...days.keys()],
        lateDocuments: [...days].flatMap(([key, uploads]) =>
          isLate(key, uploads, found.settings, supplements) ? [key] : [],
        ),
      },
      documents: found.settings.documents,
      budget: found.settings.budget,
      collisions: await this.participations.collisionsOf(found.id, found.callId),
      today,
    });
    const recorded = await this.checks.items(found.id);
    return {
      found,
      items,
      recorded,
      results: Object.fromEntries([...recorded].map(([key, { result }]) => [key, result])),
      supplements,
      lastDecision: await this.checks.lastDecision(found.id),
      today,
    };
  }
}

/** True where every upload of the document came after its own deadline (or the call's), and after any that a supplement request gave. */
function isLate(
  key: string,
  uploads: readonly string[],
  settings: CallSettingsDto,
  supplements: readonly SupplementRequestEntity[],
): boolean {
  const own = settings.documents.find((document) => document.key === key)?.deadline ?? settings.dates.submissionEndsOn;
  if (own === undefined) return false;
  const given = supplements.filter(({ documentKeys }) => documentKeys.includes(key)).map(({ dueOn }) => dueOn);
  const latest = [own, ...given].sort().at(-1) ?? own;
  return uploads.every((day) => day > latest);
}
