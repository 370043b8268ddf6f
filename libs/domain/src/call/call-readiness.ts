import type { ApplicationState } from '../application/application-states.js';
import { isInCompetition } from '../application/application-transitions.js';
import type { Params } from '../vocabulary/finding.js';
import type { Role } from '../vocabulary/roles.js';
import type { CallSettings } from './call-settings.js';
import { type CallState, nextCallState } from './call-states.js';
import type { MissingDuty } from './call-transitions.js';
import type { CatalogueContent } from './catalogue.js';
import { checkCallSettings, checkCatalogue, checkScale, levelsWithoutDescriptor } from './check-call-settings.js';

/** What readiness needs to know about one application; counts and flags, no content. */
export interface ApplicationProgress {
  readonly id: string;
  readonly number: string;
  readonly state: ApplicationState;
  /** Check items without a record (stage 1). */
  readonly openCheckItems: number;
  /** A first examiner proposed the rejection, nobody confirmed it. */
  readonly rejectionUnconfirmed: boolean;
  /** Reviews the application needs: two, three where a third was ordered. */
  readonly reviewsRequired: number;
  /** Active assignments (assigned or accepted). */
  readonly reviewersAssigned: number;
  readonly reviewsSubmitted: number;
  /** A flagged divergence that neither a closed reconciliation nor a submitted third review has settled. */
  readonly divergenceOpen: boolean;
  readonly reconciliationOpen: boolean;
  readonly recommendationConfirmed: boolean;
}

/** Facts about the call as a whole. */
export interface CallFacts {
  readonly state: CallState;
  readonly settings: CallSettings;
  readonly catalogue: CatalogueContent | null;
  /** Number of members per role. */
  readonly members: Readonly<Partial<Record<Role, number>>>;
  readonly applications: readonly ApplicationProgress[];
  /** A version of the ranking was kept for the jury. */
  readonly rankingKept: boolean;
  readonly sessionsOpen: number;
  readonly motionsOpen: number;
  readonly bundleAdopted: boolean;
  /** Gaps of the adopted bundle or of the one to be adopted, as codes (see `adoptionGaps`). */
  readonly adoptionGaps: readonly { readonly code: string; readonly params: Params }[];
  /** The decision names an outcome for every application that reached the jury. */
  readonly decisionComplete: boolean;
}

/** The next stage and what is missing for it; `to` is null in the last stage. */
export interface CallReadiness {
  readonly from: CallState;
  readonly to: CallState | null;
  readonly ready: boolean;
  readonly missing: readonly MissingDuty[];
}

function duty(code: string, params: Params = {}, overridable = true): MissingDuty {
  return { code, params, applicationId: null, applicationNumber: null, overridable };
}

function dutyOf(application: ApplicationProgress, code: string, params: Params = {}): MissingDuty {
  return {
    code,
    params: { number: application.number, ...params },
    applicationId: application.id,
    applicationNumber: application.number,
    overridable: true,
  };
}

function tooFewMembers(facts: CallFacts, role: Role, needed: number): MissingDuty[] {
  const present = facts.members[role] ?? 0;
  return present >= needed ? [] : [duty('READINESS.MEMBERS_MISSING', { role, needed, present })];
}

function dutiesOfSettings(facts: CallFacts): MissingDuty[] {
  const { catalogue, settings } = facts;
  const findings = checkCallSettings(settings).map((finding) => duty(finding.code, finding.params, false));
  if (!catalogue) return [...findings, duty('READINESS.CATALOGUE_MISSING', {}, false)];
  return [
    ...findings,
    ...[...checkCatalogue(catalogue), ...checkScale(catalogue.scale)].map(({ code, params }) =>
      duty(code, params, false),
    ),
    ...levelsWithoutDescriptor(catalogue.scale).map((value) => duty('READINESS.DESCRIPTOR_MISSING', { value })),
  ];
}

function beforeFormalCheck(facts: CallFacts): MissingDuty[] {
  return [
    ...dutiesOfSettings(facts),
    ...tooFewMembers(facts, 'coordinator', 1),
    // A rejection takes two different examiners.
    ...tooFewMembers(facts, 'examiner', 2),
  ];
}

function formalCheckDuty(application: ApplicationProgress): MissingDuty[] {
  switch (application.state) {
    case 'received':
      return [dutyOf(application, 'READINESS.FORMAL_CHECK_NOT_STARTED')];
    case 'supplement_requested':
      return [dutyOf(application, 'READINESS.SUPPLEMENT_OPEN')];
    case 'in_formal_check':
      return application.rejectionUnconfirmed
        ? [dutyOf(application, 'READINESS.REJECTION_UNCONFIRMED')]
        : [dutyOf(application, 'READINESS.FORMAL_CHECK_UNDECIDED', { open: application.openCheckItems })];
    default:
      return [];
  }
}

function beforeReview(facts: CallFacts): MissingDuty[] {
  const accepted = facts.applications.filter(({ state }) => state === 'formally_accepted' || isInCompetition(state));
  return [
    ...dutiesOfSettings(facts),
    ...facts.applications.flatMap(formalCheckDuty),
    ...(accepted.length === 0 ? [duty('READINESS.NO_ACCEPTED_APPLICATION', {}, false)] : []),
    ...tooFewMembers(facts, 'reviewer', facts.settings.rules.reviewsPerApplication),
  ];
}

function reviewDuties(application: ApplicationProgress): MissingDuty[] {
  if (application.state === 'formally_accepted') return [dutyOf(application, 'READINESS.REVIEW_NOT_STARTED')];
  if (!isInCompetition(application.state)) return [];
  const { reviewsRequired: required, reviewersAssigned: assigned, reviewsSubmitted: submitted } = application;
  const duties: MissingDuty[] = [];
  if (assigned < required) duties.push(dutyOf(application, 'READINESS.REVIEWER_MISSING', { required, assigned }));
  if (submitted < required) duties.push(dutyOf(application, 'READINESS.REVIEW_MISSING', { required, submitted }));
  if (application.reconciliationOpen) duties.push(dutyOf(application, 'READINESS.RECONCILIATION_OPEN'));
  else if (application.divergenceOpen) duties.push(dutyOf(application, 'READINESS.DIVERGENCE_OPEN'));
  if (duties.length === 0 && !application.recommendationConfirmed) {
    duties.push(dutyOf(application, 'READINESS.RECOMMENDATION_MISSING'));
  }
  return duties;
}

function beforeJury(facts: CallFacts): MissingDuty[] {
  return [
    ...facts.applications.flatMap(reviewDuties),
    ...tooFewMembers(facts, 'chair', 1),
    ...tooFewMembers(facts, 'juror', 1),
  ];
}

function beforeDecision(facts: CallFacts): MissingDuty[] {
  return [
    ...(facts.rankingKept ? [] : [duty('READINESS.RANKING_NOT_KEPT')]),
    ...(facts.motionsOpen > 0 ? [duty('READINESS.MOTIONS_OPEN', { count: facts.motionsOpen })] : []),
    ...(facts.sessionsOpen > 0 ? [duty('READINESS.SESSIONS_OPEN', { count: facts.sessionsOpen })] : []),
    // Nobody but the jury decides, so no override goes past its resolution.
    ...(facts.bundleAdopted
      ? []
      : [
          duty('READINESS.BUNDLE_NOT_ADOPTED', {}, false),
          ...facts.adoptionGaps.map((gap) => duty(gap.code, gap.params, false)),
        ]),
  ];
}

function beforePublication(facts: CallFacts): MissingDuty[] {
  return facts.decisionComplete ? [] : [duty('READINESS.DECISION_INCOMPLETE', {}, false)];
}

/**
 * What is missing before the call may enter this stage, item by item, in the order in which it is worked off. Source:
 * states of the procedure ("refused, with a list of what is missing, while duties of the stage are open").
 */
export function dutiesBefore(to: CallState, facts: CallFacts): MissingDuty[] {
  switch (to) {
    case 'draft':
      return [];
    case 'formal_check':
      return beforeFormalCheck(facts);
    case 'review':
      return beforeReview(facts);
    case 'jury':
      return beforeJury(facts);
    case 'decided':
      return beforeDecision(facts);
    case 'published':
      return beforePublication(facts);
  }
}

/** The next stage of the call and what is missing for it. */
export function callReadiness(facts: CallFacts): CallReadiness {
  const to = nextCallState(facts.state);
  const missing = to === null ? [] : dutiesBefore(to, facts);
  return { from: facts.state, to, ready: to !== null && missing.length === 0, missing };
}
