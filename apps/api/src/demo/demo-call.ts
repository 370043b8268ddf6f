import type {
  CallSettings,
  CallState,
  CatalogueContent,
  CheckResult,
  ConflictGround,
  FederalState,
  FormalCheckOutcome,
  Phase,
  PortfolioGroup,
  ReviewVerdict,
  Role,
  SizeClass,
  VoteChoice,
} from '@kuer/domain';
import type { DemoTheme } from './concepts/concept.js';
import type { PersonaKey } from './personas.js';

/** Days are YYYY-MM-DD, moments RFC 3339 in UTC. Applications are referred to by their number, people by the key of their account. */
export type Day = string;
export type Moment = string;
export type ApplicationNumber = string;

export interface DemoParty {
  readonly name: string;
  readonly kind: string;
  /** Null where a partner has no key of its own. */
  readonly ags: string | null;
}

export interface DemoDocument {
  readonly documentKey: 'project_outline' | 'council_resolution';
  readonly fileName: string;
}

export interface DemoApplication {
  readonly number: ApplicationNumber;
  readonly title: string;
  readonly motto: string;
  readonly summary: string;
  /** The sentence on the cooperation as printed; only where one was published. */
  readonly cooperationText: string | null;
  readonly lead: DemoParty & { readonly ags: string };
  readonly partners: readonly DemoParty[];
  readonly federalStates: readonly FederalState[];
  readonly sizeClass: SizeClass;
  readonly portfolioGroup: PortfolioGroup;
  readonly phase: Phase;
  /** EUR */
  readonly fundingRequested: number;
  readonly population: number;
  readonly themes: readonly DemoTheme[];
  readonly contactEmail: string | null;
  readonly receivedOn: Day;
  /** True: the whole application is invented. */
  readonly isGenerated: boolean;
  /** Fields of a published application whose values were not published and are generated. */
  readonly generatedFields: readonly string[];
  /** Lines of a published project in the public overview, exactly as printed; null: as the product writes them. */
  readonly overview: { readonly heading: string; readonly partners: readonly string[] } | null;
  readonly documents: readonly DemoDocument[];
}

export interface DemoSupplement {
  readonly documentKeys: readonly string[];
  readonly message: string;
  readonly sentBy: PersonaKey;
  readonly sentAt: Moment;
  readonly dueOn: Day;
  readonly answer: string;
  readonly answeredAt: Moment;
  /** Handed in with the answer. */
  readonly documents: readonly DemoDocument[];
}

/** Every item of the check passes but those that are named here. */
export interface DemoFormalCheck {
  readonly application: ApplicationNumber;
  readonly examiner: PersonaKey;
  readonly examinedAt: Moment;
  readonly exceptions: readonly { readonly key: string; readonly result: CheckResult; readonly comment: string }[];
  readonly supplement: DemoSupplement | null;
  readonly outcome: FormalCheckOutcome;
  readonly reason: string | null;
  readonly decidedAt: Moment;
  /** A rejection counts once a second examiner has sent it too. */
  readonly confirmedBy: PersonaKey | null;
}

export interface DemoConflict {
  readonly application: ApplicationNumber;
  readonly person: PersonaKey;
  readonly ground: ConflictGround;
  readonly note: string;
  /** declared: by the person; set: by `setBy`. */
  readonly source: 'declared' | 'set';
  readonly setBy: PersonaKey | null;
  readonly at: Moment;
}

export interface DemoScore {
  readonly criterion: string;
  readonly value: number;
  readonly justification: string;
}

/** Generated from the first to the last word; `state` draft: as far as the reviewer has come. */
export interface DemoReview {
  readonly state: 'draft' | 'submitted';
  readonly verdict: ReviewVerdict | null;
  readonly summary: string;
  readonly scores: readonly DemoScore[];
  readonly at: Moment;
}

export interface DemoAssignment {
  readonly application: ApplicationNumber;
  readonly slot: 1 | 2 | 3;
  readonly reviewer: PersonaKey;
  readonly assignedAt: Moment;
  readonly dueOn: Day;
  /** Null: not answered yet. conflict: the conflict question was answered with yes. */
  readonly response: 'accepted' | 'declined' | 'conflict' | null;
  readonly respondedAt: Moment | null;
  readonly declineReason: string | null;
  /** With conflict: what the reviewer states; the slot is open again afterwards. */
  readonly conflict: { readonly ground: ConflictGround; readonly note: string } | null;
  readonly review: DemoReview | null;
}

export interface DemoReconciliation {
  readonly application: ApplicationNumber;
  readonly openedBy: PersonaKey;
  readonly reason: string;
  readonly openedAt: Moment;
  readonly outcome: 'amended' | 'upheld' | 'third_review';
  readonly comment: string;
  readonly closedAt: Moment;
  /** With amended: the review is reopened with this reason, and sent again as a new version. */
  readonly amendment: { readonly slot: 1 | 2; readonly reason: string; readonly review: DemoReview } | null;
  /** With third_review: the assignment in slot 3. */
  readonly thirdReview: DemoAssignment | null;
}

export interface DemoMotion {
  readonly kind: 'take_in' | 'leave_out' | 'change_corridor' | 'adopt_bundle' | 'other';
  readonly text: string;
  readonly application: ApplicationNumber | null;
  readonly putBy: PersonaKey;
  readonly openedAt: Moment;
  readonly closedAt: Moment;
  /** Of those who may vote; who is recused or absent has none. */
  readonly votes: Readonly<Partial<Record<PersonaKey, VoteChoice>>>;
}

export interface DemoSession {
  readonly title: string;
  readonly startsAt: Moment;
  readonly location: string;
  readonly agenda: readonly string[];
  readonly absent: readonly PersonaKey[];
  readonly openedAt: Moment | null;
  readonly closedAt: Moment | null;
  readonly motions: readonly DemoMotion[];
}

export interface DemoBundle {
  readonly name: string;
  readonly owner: PersonaKey;
  readonly isShared: boolean;
  readonly applications: readonly ApplicationNumber[];
  /** Why an application stays out although a lower-ranked one of its group is in. */
  readonly justifications: readonly { readonly application: ApplicationNumber; readonly reason: string }[];
  readonly at: Moment;
}

/** A call from its announcement to `targetState`, as data for whoever plays it through the services. */
export interface DemoCall {
  readonly key: string;
  readonly title: string;
  readonly round: string;
  readonly targetState: CallState;
  readonly createdAt: Moment;
  readonly settings: CallSettings;
  readonly catalogue: CatalogueContent;
  readonly members: readonly { readonly person: PersonaKey; readonly roles: readonly Role[] }[];
  readonly applications: readonly DemoApplication[];
  readonly withdrawals: readonly {
    readonly application: ApplicationNumber;
    readonly reason: string;
    readonly at: Moment;
  }[];
  readonly formalChecks: readonly DemoFormalCheck[];
  readonly conflicts: readonly DemoConflict[];
  readonly assignments: readonly DemoAssignment[];
  readonly reconciliations: readonly DemoReconciliation[];
  readonly recommendedAt: Moment | null;
  readonly session: DemoSession | null;
  /** The bundle that the session adopted. */
  readonly adoptedBundle: DemoBundle | null;
  readonly scenarios: readonly DemoBundle[];
  readonly publishedAt: Moment | null;
}
