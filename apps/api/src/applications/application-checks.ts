import { bodyIdentity, FEDERAL_STATE_INFO, parseAgs } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { Refusal, type RefusalDetail } from '../http/refusal.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import type { ApplicationContent } from './application-content.js';

/** What is wrong with a content in itself, field by field; empty where nothing is. */
export function contentErrors({ lead, partners, federalStates }: ApplicationContent): RefusalDetail[] {
  const errors: RefusalDetail[] = [];
  const parties = [
    { path: 'lead.ags', ...lead },
    ...partners.map((partner, index) => ({ path: `partners.${index}.ags`, ...partner })),
  ];
  const nameByBody = new Map<string, string>();
  for (const { path, name, ags } of parties) {
    if (ags === null || ags === '') {
      if (path === 'lead.ags') errors.push({ path, code: 'APPLICATION.LEAD_KEY_MISSING' });
      continue;
    }
    const key = parseAgs(ags);
    if (!key.ok) {
      errors.push({ path, code: key.code, params: { ...key.params, name } });
      continue;
    }
    if (path === 'lead.ags' && !federalStates.includes(key.federalState)) {
      const state = FEDERAL_STATE_INFO[key.federalState];
      errors.push({ path: 'federalStates', code: 'APPLICATION.STATE_OF_LEAD_MISSING', params: { ags, state } });
    }
    const body = bodyIdentity(ags);
    const first = body === null ? undefined : nameByBody.get(body);
    if (first !== undefined) errors.push({ path, code: 'APPLICATION.PARTY_TWICE', params: { ags, name, first } });
    else if (body !== null) nameByBody.set(body, name);
  }
  return errors;
}

/** What an application has to be in order to stand beside the others of its call. */
@Injectable()
export class ApplicationChecks {
  constructor(private readonly uow: UnitOfWork) {}

  requireSound(content: ApplicationContent): void {
    const errors = contentErrors(content);
    if (errors.length > 0) throw Refusal.rule('APPLICATION.CONTENT_CONTRADICTS', {}, errors);
  }

  /** A municipality leads one application of a call. AGS and ARS of the same body are the same municipality. */
  async requireFreeLead(callId: string, ags: string, exceptId: string | null): Promise<void> {
    const [other] = await this.uow.query<{ number: string }>(
      `SELECT a.number FROM kuer.application_parties p JOIN kuer.applications a ON a.id = p.application_id
        WHERE p.call_id = $1 AND p.role = 'lead' AND p.is_active AND p.application_id IS DISTINCT FROM $3::uuid
          AND (p.ags = $2 OR (length(p.ags) = 12 AND substr(p.ags, 1, 5) || substr(p.ags, 10, 3) = $2
                              AND (substr(p.ags, 6, 4) = '0000' OR substr(p.ags, 10, 3) <> '000')))
        LIMIT 1`,
      [callId, bodyIdentity(ags) ?? ags, exceptId],
    );
    if (!other) return;
    throw Refusal.conflict('APPLICATION.LEAD_TAKEN_BY', { ags, number: other.number }, [
      { path: 'lead.ags', code: 'APPLICATION.LEAD_TAKEN_BY', params: { ags, number: other.number } },
    ]);
  }
}

/** Gives numbers of the form B-001 that follow the highest one in use; none is given twice. */
export function numbersAfter(taken: Iterable<string>): () => string {
  let highest = 0;
  for (const number of taken) {
    const match = /^B-(\d+)$/.exec(number);
    if (match) highest = Math.max(highest, Number(match[1]));
  }
  return () => {
    highest += 1;
    return `B-${String(highest).padStart(3, '0')}`;
  };
}
