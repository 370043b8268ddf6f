import { type BundleProposalRequest, BundleProposalResponse, type Locale } from '@kuer/contract';
import { adoptionGaps, balance, checkCorridors, type JsonValue } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../../audit/audit-trail.js';
import { Access } from '../../auth/access.js';
import { CallsService } from '../../calls/calls.service.js';
import { Refusal } from '../../http/refusal.js';
import { gapsInWords, toBalanceResponse } from './bundle-reader.js';
import { Candidates } from './candidates.js';
import { proposeByRank } from './propose-by-rank.js';

/** Proposals beside the jury, never in its place: nothing is changed, and what was proposed from which inputs is on the trail. */
@Injectable()
export class BundleProposalsService {
  constructor(
    private readonly access: Access,
    private readonly trail: AuditTrail,
    private readonly calls: CallsService,
    private readonly candidates: Candidates,
  ) {}

  async propose(callId: string, body: BundleProposalRequest, locale: Locale): Promise<BundleProposalResponse> {
    const { call, actor } = await this.calls.find(callId);
    this.access.require('bundle.propose', actor, { callState: call.state });
    const { budget } = call.settings;
    const corridors = body.corridors ?? call.settings.corridors;
    const findings = checkCorridors(corridors, budget);
    if (findings.length > 0) {
      throw Refusal.rule(
        'CALL.SETTINGS_CONTRADICT',
        {},
        findings.map((finding) => ({ path: 'corridors', ...finding })),
      );
    }
    const all = await this.candidates.of(callId);
    const recommended = all.filter(({ recommendation }) => recommendation === 'recommended');
    const mustHave = new Set(body.mustHave);
    const selected = proposeByRank({
      candidates: recommended,
      mustHave,
      mustNot: new Set(body.mustNot),
      corridors,
      budget,
    });
    const found = balance({ items: all, selectedIds: selected, corridors, budget });
    const gaps = adoptionGaps({
      bundleId: '',
      bundleState: 'draft',
      anotherIsAdopted: false,
      candidates: all,
      selectedIds: [...selected, ...[...mustHave].filter((id) => !selected.includes(id))],
      balance: found,
      justifications: {},
      corridorReasons: [],
      motion: null,
    }).filter(({ code }) => code !== 'ADOPTION.JUSTIFICATION_MISSING');
    const byId = new Map(all.map((candidate) => [candidate.applicationId, candidate]));
    await this.trail.append({
      callId,
      type: 'BUNDLE_PROPOSED',
      payload: { inputs: JSON.parse(JSON.stringify({ ...body, corridors })) as JsonValue, selected },
    });
    return Object.assign(new BundleProposalResponse(), {
      status: gaps.length === 0 ? 'complete' : 'incomplete',
      selected,
      objective: selected.reduce((sum, id) => sum + (byId.get(id)?.total ?? 0), 0),
      balance: toBalanceResponse(found),
      gaps: gapsInWords(gaps, byId, locale),
    });
  }
}
