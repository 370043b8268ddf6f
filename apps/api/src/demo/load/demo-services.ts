import type { INestApplicationContext } from '@nestjs/common';
import { ApplicationsService } from '../../applications/applications.service.js';
import { AttachmentsService } from '../../applications/attachments/attachments.service.js';
import { ConflictStatementsService } from '../../applications/conflicts/conflict-statements.service.js';
import { ConflictsService } from '../../applications/conflicts/conflicts.service.js';
import { CallsService } from '../../calls/calls.service.js';
import { CatalogueService } from '../../calls/catalogue.service.js';
import { MembersService } from '../../calls/members.service.js';
import { StagesService } from '../../calls/stages.service.js';
import { DecisionsService } from '../../publication/decisions.service.js';
import { FormalCheckService } from '../../stage1-formal-check/formal-check.service.js';
import { FormalCheckDecisionsService } from '../../stage1-formal-check/formal-check-decisions.service.js';
import { SupplementRequestsService } from '../../stage1-formal-check/supplement-requests.service.js';
import { AssignmentConfirmationService } from '../../stage2-review/assignments/assignment-confirmation.service.js';
import { AssignmentResponsesService } from '../../stage2-review/assignments/assignment-responses.service.js';
import { RecommendationsService } from '../../stage2-review/results/recommendations.service.js';
import { ReconciliationsService } from '../../stage2-review/results/reconciliations.service.js';
import { ThirdReviewsService } from '../../stage2-review/results/third-reviews.service.js';
import { ReviewRepository } from '../../stage2-review/reviews/review.repository.js';
import { ReviewDraftService } from '../../stage2-review/reviews/review-draft.service.js';
import { ReviewReadingService } from '../../stage2-review/reviews/review-reading.service.js';
import { ReviewSubmissionService } from '../../stage2-review/reviews/review-submission.service.js';
import { ReviewVersionsService } from '../../stage2-review/reviews/review-versions.service.js';
import { BundleAdoptionService } from '../../stage3-jury/bundles/bundle-adoption.service.js';
import { BundlesService } from '../../stage3-jury/bundles/bundles.service.js';
import { MotionsService } from '../../stage3-jury/motions/motions.service.js';
import { VotesService } from '../../stage3-jury/motions/votes.service.js';
import { SessionsService } from '../../stage3-jury/sessions/sessions.service.js';

/** The services that answer the routes of the API: the demo does nothing that its people could not do. */
const SERVICES = {
  calls: CallsService,
  catalogues: CatalogueService,
  members: MembersService,
  stages: StagesService,
  applications: ApplicationsService,
  attachments: AttachmentsService,
  conflicts: ConflictsService,
  statements: ConflictStatementsService,
  checks: FormalCheckService,
  checkDecisions: FormalCheckDecisionsService,
  supplements: SupplementRequestsService,
  assignments: AssignmentConfirmationService,
  responses: AssignmentResponsesService,
  reviews: ReviewReadingService,
  drafts: ReviewDraftService,
  submissions: ReviewSubmissionService,
  versions: ReviewVersionsService,
  reviewMarks: ReviewRepository,
  reconciliations: ReconciliationsService,
  thirdReviews: ThirdReviewsService,
  recommendations: RecommendationsService,
  sessions: SessionsService,
  motions: MotionsService,
  votes: VotesService,
  bundles: BundlesService,
  adoptions: BundleAdoptionService,
  decisions: DecisionsService,
} as const;

type Instances<Classes> = {
  readonly [Name in keyof Classes]: Classes[Name] extends new (
    ...parameters: never[]
  ) => infer Instance
    ? Instance
    : never;
};

export type DemoServices = Instances<typeof SERVICES>;

export function demoServices(app: INestApplicationContext): DemoServices {
  const found = Object.entries(SERVICES).map(([name, type]) => [name, app.get(type as never, { strict: false })]);
  return Object.fromEntries(found) as DemoServices;
}
