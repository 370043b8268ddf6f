import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplicationsModule } from '../applications/applications.module.js';
import { AssignmentEntity } from './assignments/assignment.entity.js';
import { AssignmentRepository } from './assignments/assignment.repository.js';
import { AssignmentConfirmationService } from './assignments/assignment-confirmation.service.js';
import { AssignmentListService } from './assignments/assignment-list.service.js';
import { AssignmentProposalService } from './assignments/assignment-proposal.service.js';
import { AssignmentResponsesService } from './assignments/assignment-responses.service.js';
import { AssignmentsController } from './assignments/assignments.controller.js';
import { ConflictedAssignments } from './assignments/conflicted-assignments.js';
import { MyAssignmentsService } from './assignments/my-assignments.service.js';
import { PlanningFacts } from './assignments/planning-facts.js';
import { RankingKeeper } from './results/ranking-keeper.js';
import { RecommendationsService } from './results/recommendations.service.js';
import { ReconciliationsService } from './results/reconciliations.service.js';
import { ResultRepository } from './results/result.repository.js';
import { ResultExportService } from './results/result-export.service.js';
import { ResultListService } from './results/result-list.service.js';
import { ResultReadingService } from './results/result-reading.service.js';
import { ResultsController } from './results/results.controller.js';
import { ResultsService } from './results/results.service.js';
import { ReviewerFiguresService } from './results/reviewer-figures.service.js';
import { ThirdReviewsService } from './results/third-reviews.service.js';
import { ReviewStageGate } from './review-stage.gate.js';
import { ReviewEntity, ReviewVersionEntity } from './reviews/review.entity.js';
import { ReviewRepository } from './reviews/review.repository.js';
import { ReviewAccess } from './reviews/review-access.js';
import { ReviewDraftService } from './reviews/review-draft.service.js';
import { ReviewReadingService } from './reviews/review-reading.service.js';
import { ReviewReceiptService } from './reviews/review-receipt.service.js';
import { ReviewSubmissionService } from './reviews/review-submission.service.js';
import { ReviewVersionsService } from './reviews/review-versions.service.js';
import { ReviewsController } from './reviews/reviews.controller.js';

/** Stage 2: who reviews what, the reviews, and what follows from them for the jury. */
@Module({
  imports: [TypeOrmModule.forFeature([AssignmentEntity, ReviewEntity, ReviewVersionEntity]), ApplicationsModule],
  controllers: [AssignmentsController, ReviewsController, ResultsController],
  providers: [
    AssignmentRepository,
    AssignmentProposalService,
    AssignmentConfirmationService,
    AssignmentListService,
    AssignmentResponsesService,
    ConflictedAssignments,
    MyAssignmentsService,
    PlanningFacts,
    ReviewRepository,
    ReviewAccess,
    ReviewReadingService,
    ReviewDraftService,
    ReviewSubmissionService,
    ReviewVersionsService,
    ReviewReceiptService,
    ResultRepository,
    ResultsService,
    ResultReadingService,
    ResultListService,
    ReviewerFiguresService,
    ResultExportService,
    RankingKeeper,
    RecommendationsService,
    ReconciliationsService,
    ThirdReviewsService,
    ReviewStageGate,
  ],
  exports: [
    AssignmentProposalService,
    AssignmentConfirmationService,
    AssignmentResponsesService,
    MyAssignmentsService,
    ReviewRepository,
    ReviewReadingService,
    ReviewDraftService,
    ReviewSubmissionService,
    ReviewVersionsService,
    ResultListService,
    RecommendationsService,
    ReconciliationsService,
    ThirdReviewsService,
  ],
})
export class Stage2ReviewModule {}
