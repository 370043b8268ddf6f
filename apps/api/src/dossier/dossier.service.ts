import {
  DossierResponse as Dossier,
  type DossierResponse,
  type DossierSection,
  type Locale,
  messageFor,
} from '@kuer/contract';
import {
  type ApplicationState,
  EXPLANATION_SECTIONS,
  type ExplanationFacts,
  explainDecision,
  explainWhy,
  renderSentences,
} from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { Access } from '../auth/access.js';
import { CallsService } from '../calls/calls.service.js';
import { Refusal } from '../http/refusal.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import { DossierFacts } from './dossier-facts.js';
import { DOSSIER_TITLES } from './dossier-titles.js';

interface EventRow {
  seq: string;
  type: string;
}

/** The decision file of one application: what was checked, scored, recommended, moved, voted and decided, in words (I10). */
@Injectable()
export class DossierService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly calls: CallsService,
    private readonly facts: DossierFacts,
  ) {}

  async get(applicationId: string, locale: Locale): Promise<DossierResponse> {
    const [application] = await this.uow.query<{
      id: string;
      callId: string;
      number: string;
      state: ApplicationState;
      title: string | null;
      leadName: string | null;
    }>(
      `SELECT a.id, a.call_id AS "callId", a.number, a.state, c.title, c.lead_name AS "leadName"
         FROM kuer.applications a LEFT JOIN kuer.application_contents c ON c.application_id = a.id WHERE a.id = $1`,
      [applicationId],
    );
    if (!application) throw Refusal.notFound();
    const { call, actor } = await this.calls.find(application.callId);
    this.access.require('dossier.read', actor, {
      callState: call.state,
      applicationState: application.state,
      isAssigned: false,
      hasConflict: await this.access.hasConflict(applicationId),
    });
    const facts = await this.facts.of(application, call, locale);
    const events = await this.events(applicationId);
    const sections = explainDecision(facts).map(({ key, sentences }): DossierSection => {
      const rest = eventsOf(key, events);
      return {
        key,
        title: DOSSIER_TITLES[key][locale],
        sentences: renderSentences(sentences, locale),
        facts: {},
        events: rest,
      };
    });
    const missing = missingIn(facts).map((code) => messageFor(code, locale));
    return Object.assign(new Dossier(), {
      applicationId,
      number: application.number,
      leadName: application.leadName,
      title: application.title,
      state: application.state,
      complete: missing.length === 0,
      missing,
      sections: [
        {
          key: 'why',
          title: DOSSIER_TITLES.why[locale],
          sentences: renderSentences(explainWhy(facts), locale),
          facts: {},
          events: [],
        },
        ...sections,
      ],
    });
  }

  private events(applicationId: string): Promise<EventRow[]> {
    return this.uow.query<EventRow>(
      `SELECT seq::text AS seq, type FROM kuer.audit_events WHERE application_id = $1 ORDER BY seq`,
      [applicationId],
    );
  }
}

type SectionKey = (typeof EXPLANATION_SECTIONS)[number];

const EVENTS: Readonly<Record<SectionKey, RegExp>> = {
  formal_check: /^(CHECK_ITEM|SUPPLEMENT|APPLICATION_FORMALLY|FORMAL_)/,
  review: /^(REVIEW|SCORE|RECONCILIATION|THIRD_REVIEW|ASSIGNMENT)/,
  recommendation: /^RECOMMENDATION/,
  jury: /^(BUNDLE|MOTION|VOTE)/,
  decision: /^(DECISION|APPLICATION_STATE_CHANGED|APPLICATION_WITHDRAWN)/,
};

/** Numbers of the events a section rests on. */
const eventsOf = (key: SectionKey, events: readonly EventRow[]): string[] =>
  events.filter(({ type }) => EVENTS[key].test(type)).map(({ seq }) => seq);

/** What an explanation of the whole way still lacks. An end before the jury needs no more than its own stage. */
function missingIn(facts: ExplanationFacts): string[] {
  if (facts.state === 'withdrawn') return [];
  const missing: string[] = [];
  if (!facts.formalCheck?.decision) missing.push('DOSSIER.FORMAL_CHECK_OPEN');
  if (facts.state === 'formally_rejected') return missing;
  if (!facts.review || facts.review.total === null) missing.push('DOSSIER.REVIEWS_OPEN');
  if (!facts.review?.recommendation) missing.push('DOSSIER.RECOMMENDATION_OPEN');
  if (!facts.decision) missing.push('DOSSIER.DECISION_OPEN');
  return missing;
}
