import type { ApplicationState } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { Refusal } from '../http/refusal.js';
import { isUniqueViolation } from '../persistence/database-errors.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import { ApplicationContentEntity, ApplicationEntity, ApplicationPartyEntity } from './application.entity.js';
import { type ApplicationContent, contentOf, stateOfKey } from './application-content.js';

export interface StoredApplication {
  readonly id: string;
  readonly number: string;
  readonly state: ApplicationState;
  readonly version: number;
  readonly content: ApplicationContent;
}

export interface ApplicationToSave {
  readonly id: string;
  readonly content: ApplicationContent;
}

export interface ApplicationToUpdate extends ApplicationToSave {
  /** The version that was compared with; somebody else's change in between is not overwritten. */
  readonly version: number;
}

export interface ApplicationToCreate extends ApplicationToSave {
  readonly number: string;
  readonly isGenerated: boolean;
  readonly generatedFields: readonly string[];
  /** How the bodies of a cooperation are named together, where the published overview does. */
  readonly cooperationText?: string | null;
}

/** Reads and writes applications, one or thousands alike: each table is written in one statement. */
@Injectable()
export class ApplicationStore {
  constructor(private readonly uow: UnitOfWork) {}

  /** Nobody else adds or renames applications of the call until the commit: numbers and municipalities stay as they were checked. */
  async lockCall(callId: string): Promise<void> {
    await this.uow.query(`SELECT pg_advisory_xact_lock(hashtextextended('kuer.applications ' || $1::text, 0))`, [
      callId,
    ]);
  }

  async content(applicationId: string): Promise<ApplicationContentEntity | null> {
    return this.uow.manager.findOneBy(ApplicationContentEntity, { applicationId });
  }

  async parties(applicationId: string): Promise<ApplicationPartyEntity[]> {
    return this.uow.manager.find(ApplicationPartyEntity, {
      where: { applicationId },
      order: { role: 'ASC', position: 'ASC' },
    });
  }

  /** All applications of the call that the caller may read the content of. */
  async all(callId: string): Promise<StoredApplication[]> {
    const manager = this.uow.manager;
    const applications = await manager.findBy(ApplicationEntity, { callId });
    const contents = await manager.findBy(ApplicationContentEntity, { callId });
    const parties = await manager.find(ApplicationPartyEntity, {
      where: { callId },
      order: { role: 'ASC', position: 'ASC' },
    });
    const contentById = new Map(contents.map((content) => [content.applicationId, content]));
    const partiesById = new Map<string, ApplicationPartyEntity[]>();
    for (const party of parties) {
      const known = partiesById.get(party.applicationId);
      if (known) known.push(party);
      else partiesById.set(party.applicationId, [party]);
    }
    return applications.flatMap(({ id, number, state, version }) => {
      const content = contentById.get(id);
      return content ? [{ id, number, state, version, content: contentOf(content, partiesById.get(id) ?? []) }] : [];
    });
  }

  /** Numbers of all applications of the call, of those too whose content the caller may not read. */
  async numbers(callId: string): Promise<Set<string>> {
    const rows = await this.uow.query<{ number: string }>(`SELECT number FROM kuer.applications WHERE call_id = $1`, [
      callId,
    ]);
    return new Set(rows.map(({ number }) => number));
  }

  async create(callId: string, applications: readonly ApplicationToCreate[]): Promise<void> {
    if (applications.length === 0) return;
    const { accountId, now } = this.uow;
    await this.uow.execute(
      `INSERT INTO kuer.applications (id, call_id, number, state, created_by, created_at, updated_at, version)
       SELECT r.id, $2, r.number, 'received', $3, $4, $4, 0 FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, number text)`,
      [JSON.stringify(applications.map(({ id, number }) => ({ id, number }))), callId, accountId, now],
    );
    const rows = applications.map((application) => ({
      ...contentRow(application),
      is_generated: application.isGenerated,
      generated_fields: application.generatedFields,
      cooperation_text: application.cooperationText ?? null,
    }));
    await this.uow.execute(
      `INSERT INTO kuer.application_contents
         (application_id, call_id, ${CONTENT_COLUMNS.join(', ')}, is_generated, generated_fields, cooperation_text,
          received_on, created_at, updated_at)
       SELECT r.id, $2, ${CONTENT_COLUMNS.map((name) => `r.${name}`).join(', ')}, r.is_generated, r.generated_fields,
              r.cooperation_text, $3::timestamptz::date, $3, $3
         FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, ${CONTENT_RECORD}, is_generated boolean, generated_fields text[],
                                               cooperation_text text)`,
      [JSON.stringify(rows), callId, now],
    );
    await this.insertParties(callId, applications);
  }

  /** Overwrites content and parties, and counts the versions up. */
  async update(callId: string, applications: readonly ApplicationToUpdate[]): Promise<void> {
    if (applications.length === 0) return;
    const ids = applications.map(({ id }) => id);
    const touched = await this.uow.execute(
      `UPDATE kuer.applications a SET version = a.version + 1, updated_at = $3
         FROM unnest($1::uuid[], $2::int[]) AS r (id, version) WHERE a.id = r.id AND a.version = r.version`,
      [ids, applications.map(({ version }) => version), this.uow.now],
    );
    if (touched !== ids.length) throw Refusal.conflict('REQUEST.BUSY');
    const written = await this.uow.execute(
      `UPDATE kuer.application_contents c
          SET ${CONTENT_COLUMNS.map((name) => `${name} = r.${name}`).join(', ')}, updated_at = $2
         FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, ${CONTENT_RECORD}) WHERE c.application_id = r.id`,
      [JSON.stringify(applications.map(contentRow)), this.uow.now],
    );
    // Row-level security hides what may not be changed instead of refusing it.
    if (written !== ids.length) throw Refusal.forbidden();
    await this.uow.execute(`DELETE FROM kuer.application_parties WHERE application_id = ANY($1::uuid[])`, [ids]);
    await this.insertParties(callId, applications);
  }

  private async insertParties(callId: string, applications: readonly ApplicationToSave[]): Promise<void> {
    const parties = applications.flatMap(({ id, content }) =>
      [content.lead, ...content.partners].map(({ name, ags, kind }, position) => ({
        id: newId(),
        application_id: id,
        role: position === 0 ? 'lead' : 'partner',
        position,
        name,
        ags,
        kind,
        federal_state: stateOfKey(ags),
      })),
    );
    try {
      await this.uow.execute(
        `INSERT INTO kuer.application_parties (id, application_id, call_id, role, position, name, ags, kind, federal_state)
         SELECT r.id, r.application_id, $2, r.role, r.position, r.name, r.ags, r.kind, r.federal_state
           FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, application_id uuid, role text, position integer, name text, ags text,
                                                    kind text, federal_state text)`,
        [JSON.stringify(parties), callId],
      );
    } catch (error) {
      // The other application may be one whose content the caller does not read: nothing of it is told.
      if (isUniqueViolation(error, 'application_parties_lead_once_per_call'))
        throw Refusal.conflict('APPLICATION.LEAD_TAKEN');
      throw error;
    }
  }
}

const CONTENT_TYPES = {
  title: 'text',
  motto: 'text',
  summary: 'text',
  lead_name: 'text',
  lead_ags: 'text',
  federal_states: 'text[]',
  size_class: 'text',
  portfolio_group: 'text',
  phase: 'text',
  funding_requested: 'numeric',
  population: 'integer',
  themes: 'text[]',
  contact_email: 'text',
  overview_heading: 'text',
  overview_partners: 'text[]',
} as const;
const CONTENT_COLUMNS = Object.keys(CONTENT_TYPES);
const CONTENT_RECORD = Object.entries(CONTENT_TYPES)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ');

function contentRow({ id, content }: ApplicationToSave): { id: string } & Record<keyof typeof CONTENT_TYPES, unknown> {
  return {
    id,
    title: content.title,
    motto: content.motto,
    summary: content.summary,
    lead_name: content.lead.name,
    lead_ags: content.lead.ags,
    federal_states: content.federalStates,
    size_class: content.sizeClass,
    portfolio_group: content.portfolioGroup,
    phase: content.phase,
    funding_requested: content.fundingRequested,
    population: content.population,
    themes: content.themes,
    contact_email: content.contactEmail,
    overview_heading: content.overview?.heading ?? null,
    overview_partners: content.overview?.partners ?? null,
  };
}
