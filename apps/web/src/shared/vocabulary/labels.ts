import type {
  AssignmentState,
  AttendanceState,
  Ballot,
  BundleState,
  CheckResult,
  ConflictSource,
  ConflictState,
  CorridorState,
  ElectorateStatus,
  FormalCheckOutcome,
  LocalizedText,
  Majority,
  MotionKind,
  MotionOutcome,
  MotionState,
  PartyRole,
  RankingBasis,
  RecommendationOutcome,
  ReconciliationOutcome,
  ReviewState,
  ReviewVerdict,
  SessionState,
  TieRule,
  VoteChoice,
} from '@kuer/domain';

/**
 * Words for the values of the domain that carry no label of their own there (states of applications and calls, roles,
 * groups, size classes, phases, grounds of conflict and outcomes do: `useLabel()(APPLICATION_STATE_LABELS[state])`).
 */
type Labels<Value extends string> = Readonly<Record<Value, LocalizedText>>;

export const CHECK_RESULT_LABELS: Labels<CheckResult> = {
  passed: { de: 'erfüllt', en: 'passed' },
  failed: { de: 'nicht erfüllt', en: 'failed' },
  not_applicable: { de: 'entfällt', en: 'not applicable' },
};

export const FORMAL_CHECK_OUTCOME_LABELS: Labels<FormalCheckOutcome> = {
  accepted: { de: 'zugelassen', en: 'accepted' },
  rejected: { de: 'abgelehnt', en: 'rejected' },
};

export const CONFLICT_SOURCE_LABELS: Labels<ConflictSource> = {
  declared: { de: 'selbst erklärt', en: 'declared' },
  set: { de: 'durch die Geschäftsstelle', en: 'set by the coordinator' },
  derived: { de: 'aus den Stammdaten', en: 'derived from the records' },
};

export const CONFLICT_STATE_LABELS: Labels<ConflictState> = {
  active: { de: 'besteht', en: 'active' },
  lifted: { de: 'aufgehoben', en: 'lifted' },
};

export const ASSIGNMENT_STATE_LABELS: Labels<AssignmentState> = {
  assigned: { de: 'Zugewiesen', en: 'Assigned' },
  accepted: { de: 'Angenommen', en: 'Accepted' },
  declined: { de: 'Abgelehnt', en: 'Declined' },
  revoked: { de: 'Zurückgenommen', en: 'Revoked' },
};

export const REVIEW_STATE_LABELS: Labels<ReviewState> = {
  in_progress: { de: 'In Arbeit', en: 'In progress' },
  submitted: { de: 'Eingereicht', en: 'Submitted' },
};

export const REVIEW_VERDICT_LABELS: Labels<ReviewVerdict> = {
  eligible: { de: 'grundsätzlich förderwürdig', en: 'eligible in principle' },
  not_eligible: { de: 'nicht förderwürdig', en: 'not eligible' },
};

export const RECOMMENDATION_LABELS: Labels<RecommendationOutcome> = {
  recommended: { de: 'empfohlen', en: 'recommended' },
  not_recommended: { de: 'nicht empfohlen', en: 'not recommended' },
};

export const RECONCILIATION_OUTCOME_LABELS: Labels<ReconciliationOutcome> = {
  amended: { de: 'Gutachten geändert', en: 'reviews amended' },
  upheld: { de: 'Gutachten bestätigt', en: 'reviews upheld' },
  third_review: { de: 'Drittgutachten', en: 'third review' },
};

export const SESSION_STATE_LABELS: Labels<SessionState> = {
  planned: { de: 'geplant', en: 'planned' },
  open: { de: 'läuft', en: 'open' },
  closed: { de: 'geschlossen', en: 'closed' },
};

export const ATTENDANCE_LABELS: Labels<AttendanceState> = {
  present: { de: 'anwesend', en: 'present' },
  absent: { de: 'abwesend', en: 'absent' },
  left_room: { de: 'außerhalb des Raums', en: 'left the room' },
};

export const MOTION_STATE_LABELS: Labels<MotionState> = {
  put: { de: 'gestellt', en: 'put' },
  open: { de: 'Abstimmung läuft', en: 'open for votes' },
  closed: { de: 'abgeschlossen', en: 'closed' },
};

export const MOTION_KIND_LABELS: Labels<MotionKind> = {
  take_in: { de: 'ins Bündel aufnehmen', en: 'take into the bundle' },
  leave_out: { de: 'aus dem Bündel nehmen', en: 'leave out of the bundle' },
  prefer: { de: 'vorziehen', en: 'prefer' },
  change_corridor: { de: 'Zielkorridor ändern', en: 'change a corridor' },
  adopt_bundle: { de: 'Bündel beschließen', en: 'adopt the bundle' },
  order_reserve: { de: 'Nachrückliste ordnen', en: 'order the reserve list' },
  other: { de: 'sonstiger Antrag', en: 'other motion' },
};

export const MOTION_OUTCOME_LABELS: Labels<MotionOutcome> = {
  adopted: { de: 'angenommen', en: 'adopted' },
  rejected: { de: 'abgelehnt', en: 'rejected' },
  not_quorate: { de: 'nicht beschlussfähig', en: 'not quorate' },
};

export const VOTE_CHOICE_LABELS: Labels<VoteChoice> = {
  yes: { de: 'Ja', en: 'Yes' },
  no: { de: 'Nein', en: 'No' },
  abstain: { de: 'Enthaltung', en: 'Abstention' },
};

export const ELECTORATE_STATUS_LABELS: Labels<ElectorateStatus> = {
  eligible: { de: 'stimmberechtigt', en: 'entitled to vote' },
  recused: { de: 'befangen', en: 'recused' },
  absent: { de: 'abwesend', en: 'absent' },
};

export const BALLOT_LABELS: Labels<Ballot> = {
  open: { de: 'offen', en: 'open' },
  secret: { de: 'geheim', en: 'secret' },
};

export const MAJORITY_LABELS: Labels<Majority> = {
  simple: { de: 'einfache Mehrheit', en: 'simple majority' },
  two_thirds: { de: 'Zweidrittelmehrheit', en: 'two-thirds majority' },
};

export const TIE_RULE_LABELS: Labels<TieRule> = {
  chair_decides: { de: 'der Vorsitz entscheidet', en: 'the chair decides' },
  rejected: { de: 'der Antrag ist abgelehnt', en: 'the motion is rejected' },
};

export const BUNDLE_STATE_LABELS: Labels<BundleState> = {
  draft: { de: 'Entwurf', en: 'Draft' },
  frozen: { de: 'eingefroren', en: 'frozen' },
  adopted: { de: 'beschlossen', en: 'adopted' },
};

export const CORRIDOR_STATE_LABELS: Labels<CorridorState> = {
  below: { de: 'zu wenig', en: 'too few' },
  within: { de: 'im Zielkorridor', en: 'within the corridor' },
  above: { de: 'zu viel', en: 'too many' },
  free: { de: 'ohne Zielkorridor', en: 'no corridor' },
};

export const PARTY_ROLE_LABELS: Labels<PartyRole> = {
  lead: { de: 'federführende Kommune', en: 'lead' },
  partner: { de: 'Kooperationspartner', en: 'partner' },
};

export const RANKING_BASIS_LABELS: Labels<RankingBasis> = {
  mean: { de: 'Mittel der Gesamtpunkte', en: 'mean of the totals' },
  corrected: { de: 'um Strenge bereinigte Gesamtpunkte', en: 'totals corrected for severity' },
};
