import { parseAgs } from '../application/regional-key.js';
import type { Budget, RequiredDocument } from '../call/call-settings.js';
import { FEDERAL_STATE_INFO, type FederalState } from '../vocabulary/federal-states.js';
import type { Finding } from '../vocabulary/finding.js';
import type { LocalizedText } from '../vocabulary/localized-text.js';
import { PHASES, type Phase } from '../vocabulary/phases.js';
import type { SizeClass } from '../vocabulary/size-classes.js';
import type { CheckResult } from './check-results.js';
import type { Collision } from './collisions.js';
import { checkSizeClass } from './size-class-plausibility.js';

/** Check items every call has, in the order in which they are worked off. */
export const FIXED_CHECK_ITEMS = [
  'ags_valid',
  'single_participation',
  'size_class_plausible',
  'phase_stated',
  'funding_within_limit',
] as const;
export type FixedCheckItem = (typeof FIXED_CHECK_ITEMS)[number];

/** German and English names of the fixed check items. */
export const FIXED_CHECK_ITEM_LABELS: Readonly<Record<FixedCheckItem, LocalizedText>> = {
  ags_valid: {
    de: 'Gemeindeschlüssel aller Beteiligten gültig',
    en: 'Keys of all parties valid',
  },
  single_participation: {
    de: 'Alle Beteiligten nur in dieser Bewerbung',
    en: 'All parties in this application only',
  },
  size_class_plausible: {
    de: 'Gemeindegrößenklasse plausibel',
    en: 'Size class plausible',
  },
  phase_stated: { de: 'Projektphase angegeben', en: 'Project phase stated' },
  funding_within_limit: { de: 'Beantragte Förderung im zulässigen Rahmen', en: 'Funding asked within the limit' },
};

/** Prefix of the keys of items that stand for a required document (`document_council_resolution`). */
export const DOCUMENT_ITEM_PREFIX = 'document_';

/** A body as the check sees it; `ags`: AGS or ARS, null where none is on record. */
export interface CheckedParty {
  readonly name: string;
  readonly ags: string | null;
}

/** What the check items are derived from. */
export interface CheckedApplication {
  readonly id: string;
  readonly lead: CheckedParty;
  readonly partners: readonly CheckedParty[];
  readonly federalStates: readonly FederalState[];
  readonly sizeClass: SizeClass;
  readonly population: number | null;
  readonly isBasicCentre?: boolean | undefined;
  readonly phase: Phase | null;
  /** Euros. */
  readonly fundingRequested: number;
  /** Keys of the documents that are attached. */
  readonly attachedDocuments: readonly string[];
  /** Those of them that came after their deadline; the examiner says whether that counts. */
  readonly lateDocuments?: readonly string[] | undefined;
}

/**
 * One item of the formal check. `suggestion`: what the system finds by itself, null where it cannot tell or where a
 * document may still follow; the examiner records the result in any case. `findings` say why.
 */
export interface CheckItem {
  readonly key: string;
  readonly kind: 'document' | 'rule';
  readonly label: LocalizedText;
  readonly suggestion: CheckResult | null;
  readonly findings: readonly Finding[];
  /** A day of its own until which the document may follow. */
  readonly deadline: string | null;
  /** An item that does not stand in the way of acceptance where it is not passed. */
  readonly isOptional: boolean;
}

type RuleFinding = Pick<CheckItem, 'suggestion' | 'findings'>;

function keyFindings({ name, ags }: CheckedParty, statedStates: readonly FederalState[]): Finding[] {
  if (ags === null) return [];
  const parsed = parseAgs(ags);
  if (!parsed.ok) return [{ code: parsed.code, params: { ...parsed.params, name } }];
  const findings = parsed.warnings.map(({ code, params }): Finding => ({ code, params: { ...params, name } }));
  if (!statedStates.includes(parsed.federalState)) {
    const state = FEDERAL_STATE_INFO[parsed.federalState].de;
    findings.push({ code: 'AGS.STATE_NOT_STATED', params: { name, state } });
  }
  return findings;
}

/** A wrong key fails; a key that is only odd, or missing for a partner, is for the examiner to judge. */
function checkKeys({ lead, partners, federalStates }: CheckedApplication): RuleFinding {
  const findings = [lead, ...partners].flatMap((party) => keyFindings(party, federalStates));
  if (lead.ags === null) findings.push({ code: 'AGS.LEAD_MISSING', params: { name: lead.name } });
  const unkeyed = partners.filter(({ ags }) => ags === null).map(({ name }) => name);
  if (unkeyed.length > 0) findings.push({ code: 'AGS.PARTNERS_WITHOUT_KEY', params: { names: unkeyed } });
  const isWrong = findings.some(({ code }) => ['AGS.FORMAT', 'AGS.STATE', 'AGS.LEAD_MISSING'].includes(code));
  if (isWrong) return { suggestion: 'failed', findings };
  return { suggestion: findings.length === 0 ? 'passed' : null, findings };
}

function checkParticipation(application: CheckedApplication, collisions: readonly Collision[]): RuleFinding {
  const own = collisions.filter(({ participations }) =>
    participations.some(({ applicationId }) => applicationId === application.id),
  );
  const findings = own.map(({ certainty, participations }) => {
    const others = participations.filter(({ applicationId }) => applicationId !== application.id);
    const name = participations.find(({ applicationId }) => applicationId === application.id)?.name ?? '';
    return {
      code: certainty === 'key' ? 'PARTICIPATION.COLLISION' : 'PARTICIPATION.POSSIBLE_COLLISION',
      params: { name, numbers: [...new Set(others.map(({ applicationNumber }) => applicationNumber))] },
    };
  });
  if (own.some(({ certainty }) => certainty === 'key')) return { suggestion: 'failed', findings };
  return { suggestion: findings.length === 0 ? 'passed' : null, findings };
}

function checkFunding(application: CheckedApplication, budget: Budget): RuleFinding {
  const { fundingRequested } = application;
  const limit = budget.perProjectMax ?? budget.total;
  if (!(fundingRequested > 0)) return { suggestion: 'failed', findings: [{ code: 'FUNDING.MISSING', params: {} }] };
  if (fundingRequested > limit) {
    return { suggestion: 'failed', findings: [{ code: 'FUNDING.ABOVE_LIMIT', params: { fundingRequested, limit } }] };
  }
  return { suggestion: 'passed', findings: [] };
}

function checkRule(
  key: FixedCheckItem,
  application: CheckedApplication,
  collisions: readonly Collision[],
  budget: Budget,
): RuleFinding {
  switch (key) {
    case 'ags_valid':
      return checkKeys(application);
    case 'single_participation':
      return checkParticipation(application, collisions);
    case 'size_class_plausible': {
      const warning = checkSizeClass(application);
      if (warning) return { suggestion: null, findings: [warning] };
      return { suggestion: 'passed', findings: [] };
    }
    case 'phase_stated': {
      const isStated = application.phase !== null && PHASES.includes(application.phase);
      if (isStated) return { suggestion: 'passed', findings: [] };
      return { suggestion: 'failed', findings: [{ code: 'PHASE.MISSING', params: {} }] };
    }
    case 'funding_within_limit':
      return checkFunding(application, budget);
  }
}

function documentItem(document: RequiredDocument, application: CheckedApplication, today: string): CheckItem {
  const deadline = document.deadline ?? null;
  return {
    key: DOCUMENT_ITEM_PREFIX + document.key,
    kind: 'document',
    label: document.label,
    ...checkDocument(document, application, today),
    deadline,
    isOptional: !document.required,
  };
}

function checkDocument(document: RequiredDocument, application: CheckedApplication, today: string): RuleFinding {
  const { key, deadline, required } = document;
  if (application.attachedDocuments.includes(key)) {
    const isLate = application.lateDocuments?.includes(key) ?? false;
    return isLate
      ? { suggestion: null, findings: [{ code: 'DOCUMENT.LATE', params: { key } }] }
      : { suggestion: 'passed', findings: [] };
  }
  if (deadline !== undefined && today <= deadline) {
    return { suggestion: null, findings: [{ code: 'DOCUMENT.MAY_FOLLOW', params: { key, deadline } }] };
  }
  return {
    suggestion: required ? 'failed' : 'not_applicable',
    findings: [{ code: 'DOCUMENT.MISSING', params: { key } }],
  };
}

/**
 * The check items of an application: one for each document of the call, then the fixed rules, each with what the system
 * finds. `today`: YYYY-MM-DD.
 * Source: rules of the formal check.
 */
export function deriveCheckItems(request: {
  readonly application: CheckedApplication;
  readonly documents: readonly RequiredDocument[];
  readonly budget: Budget;
  readonly collisions: readonly Collision[];
  readonly today: string;
}): CheckItem[] {
  const { application, budget, collisions, today } = request;
  const documents = request.documents.map((document) => documentItem(document, application, today));
  const rules = FIXED_CHECK_ITEMS.map(
    (key): CheckItem => ({
      key,
      kind: 'rule',
      label: FIXED_CHECK_ITEM_LABELS[key],
      ...checkRule(key, application, collisions, budget),
      deadline: null,
      isOptional: false,
    }),
  );
  return [...documents, ...rules];
}
