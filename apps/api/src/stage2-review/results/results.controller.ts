import {
  AgreementResponse,
  AssignmentResponse,
  CloseReconciliationRequest,
  ConfirmRecommendationsRequest,
  ConfirmRecommendationsResponse,
  type Locale,
  RecommendationRequest,
  ReconciliationRequest,
  ResultExportQuery,
  ResultPage,
  ResultQuery,
  ResultRow,
  SeverityResponse,
  ThirdReviewRequest,
} from '@kuer/contract';
import { Body, Controller, Get, Param, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { Permission } from '../../auth/permission.js';
import { Answers, AnswersFile } from '../../http/answers.js';
import { Language } from '../../http/language.decorator.js';
import { UuidPipe } from '../../http/uuid.pipe.js';
import { RecommendationsService } from './recommendations.service.js';
import { ReconciliationsService } from './reconciliations.service.js';
import { ResultExportService } from './result-export.service.js';
import { ResultListService } from './result-list.service.js';
import { ReviewerFiguresService } from './reviewer-figures.service.js';
import { ThirdReviewsService } from './third-reviews.service.js';

@ApiTags('results')
@Controller()
export class ResultsController {
  constructor(
    private readonly lists: ResultListService,
    private readonly figures: ReviewerFiguresService,
    private readonly exports: ResultExportService,
    private readonly recommendations: RecommendationsService,
    private readonly reconciliations: ReconciliationsService,
    private readonly thirdReviews: ThirdReviewsService,
  ) {}

  @Get('calls/:callId/results')
  @Permission('results.read')
  @ApiOperation({
    summary: 'Totals, divergence, eligibility, rank and recommendation of each application',
    description:
      'Ranked by the mean of the review totals; correction for severity and the uncertainty of ranks (`interval`) follow in a later version. Sort by rank (default), number, total, leadName, portfolioGroup or state (`-` first: descending). The jury reads it from the jury stage on, without names and without the content of recused applications.',
  })
  @Answers(ResultPage)
  list(
    @Param('callId', UuidPipe) callId: string,
    @Query() query: ResultQuery,
    @Language() locale: Locale,
  ): Promise<ResultPage> {
    return this.lists.list(callId, query, locale);
  }

  @Get('calls/:callId/results/agreement')
  @Permission('results.read')
  @ApiOperation({
    summary: 'How far reviewers agree, by criterion, group and total',
    description:
      'Shares and mean differences of pairs of reviews. Chance-corrected coefficients follow in a later version.',
  })
  @Answers(AgreementResponse)
  agreement(@Param('callId', UuidPipe) callId: string): Promise<AgreementResponse> {
    return this.figures.agreement(callId);
  }

  @Get('calls/:callId/results/severity')
  @Permission('results.read')
  @ApiOperation({
    summary: 'How strictly each reviewer scores, next to the others of the same applications',
    description: 'Plain mean differences; estimates by a model follow in a later version. For the jury without names.',
  })
  @Answers(SeverityResponse)
  severity(@Param('callId', UuidPipe) callId: string): Promise<SeverityResponse> {
    return this.figures.severity(callId);
  }

  @Get('calls/:callId/results/export')
  @Permission('results.read')
  @ApiOperation({ summary: 'The results as a file, with the same filters, in the language of the request' })
  @ApiProduces('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', 'text/csv')
  @AnswersFile('application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  export(
    @Param('callId', UuidPipe) callId: string,
    @Query() query: ResultExportQuery,
    @Language() locale: Locale,
  ): Promise<StreamableFile> {
    return this.exports.export(callId, query, locale);
  }

  @Post('calls/:callId/recommendations')
  @Permission('recommendation.confirm')
  @ApiOperation({ summary: 'Confirm all derived recommendations that are clear' })
  @Answers(ConfirmRecommendationsResponse)
  confirmDerived(
    @Param('callId', UuidPipe) callId: string,
    @Body() _body: ConfirmRecommendationsRequest,
    @Language() locale: Locale,
  ): Promise<ConfirmRecommendationsResponse> {
    return this.recommendations.confirmDerived(callId, locale);
  }

  @Post('applications/:id/recommendation')
  @Permission('recommendation.confirm')
  @ApiOperation({
    summary: 'Confirm the recommendation of one application',
    description:
      'An outcome that deviates from the derived one needs a comment, and so does any outcome where none can be derived.',
  })
  @Answers(ResultRow)
  confirm(
    @Param('id', UuidPipe) id: string,
    @Body() body: RecommendationRequest,
    @Language() locale: Locale,
  ): Promise<ResultRow> {
    return this.recommendations.confirm(id, body, locale);
  }

  @Post('applications/:id/reconciliation')
  @Permission('reconciliation.open')
  @ApiOperation({
    summary: 'Open a reconciliation of divergent reviews',
    description:
      'From here on its reviewers read each other’s submitted review and may amend their own, until it is closed.',
  })
  @Answers(ResultRow, { status: 201 })
  openReconciliation(
    @Param('id', UuidPipe) id: string,
    @Body() body: ReconciliationRequest,
    @Language() locale: Locale,
  ): Promise<ResultRow> {
    return this.reconciliations.open(id, body, locale);
  }

  @Post('applications/:id/reconciliation/close')
  @Permission('reconciliation.open')
  @ApiOperation({ summary: 'Close the reconciliation, saying how the difference was settled' })
  @Answers(ResultRow)
  closeReconciliation(
    @Param('id', UuidPipe) id: string,
    @Body() body: CloseReconciliationRequest,
    @Language() locale: Locale,
  ): Promise<ResultRow> {
    return this.reconciliations.close(id, body, locale);
  }

  @Post('applications/:id/third-review')
  @Permission('thirdReview.order')
  @ApiOperation({
    summary: 'Order a third review of divergent reviews',
    description: 'It takes slot 3, is read as review C, and counts in the mean like the others.',
  })
  @Answers(AssignmentResponse, { status: 201 })
  orderThirdReview(@Param('id', UuidPipe) id: string, @Body() body: ThirdReviewRequest): Promise<AssignmentResponse> {
    return this.thirdReviews.order(id, body);
  }
}
