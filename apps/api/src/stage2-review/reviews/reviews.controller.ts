import {
  ApplicationReviewsResponse,
  type Locale,
  PatchReviewRequest,
  PutScoreRequest,
  ReasonRequest,
  ReviewResponse,
  ReviewVersionsResponse,
  ScoreResponse,
  SubmitReviewRequest,
} from '@kuer/contract';
import { Body, Controller, Get, Param, Patch, Post, Put, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permission } from '../../auth/permission.js';
import { Answers, AnswersFile } from '../../http/answers.js';
import { Language } from '../../http/language.decorator.js';
import { UuidPipe } from '../../http/uuid.pipe.js';
import { ReviewDraftService } from './review-draft.service.js';
import { ReviewReadingService } from './review-reading.service.js';
import { ReviewReceiptService } from './review-receipt.service.js';
import { ReviewSubmissionService } from './review-submission.service.js';
import { ReviewVersionsService } from './review-versions.service.js';

@ApiTags('reviews')
@Controller()
export class ReviewsController {
  constructor(
    private readonly reading: ReviewReadingService,
    private readonly drafts: ReviewDraftService,
    private readonly submissions: ReviewSubmissionService,
    private readonly versions: ReviewVersionsService,
    private readonly receipts: ReviewReceiptService,
  ) {}

  @Get('applications/:id/reviews')
  @Permission('review.read', 'review.readDraft', 'application.read')
  @ApiOperation({
    summary: 'The reviews of one application that the caller may read',
    description:
      'Reviewers: the own one, and the others while a reconciliation is open. Jury: submitted ones as A, B and C, without names. Nothing tells whether there are others.',
  })
  @Answers(ApplicationReviewsResponse)
  ofApplication(@Param('id', UuidPipe) id: string, @Language() locale: Locale): Promise<ApplicationReviewsResponse> {
    return this.reading.ofApplication(id, locale);
  }

  @Get('reviews/:id')
  @Permission('review.read', 'review.readDraft')
  @ApiOperation({
    summary: 'One review: the own draft, or the submitted version',
    description: 'The author sees the newest version, everybody else the newest submitted one.',
  })
  @Answers(ReviewResponse)
  get(@Param('id', UuidPipe) id: string, @Language() locale: Locale): Promise<ReviewResponse> {
    return this.reading.get(id, locale);
  }

  @Put('reviews/:id/scores/:criterion')
  @Permission('review.write')
  @ApiOperation({
    summary: 'Save score and justification of one criterion',
    description:
      'Answered once it is stored for good. `version` is the one of this score (0 before the first save): two criteria never collide, and a stale one gets 409 with the current state. A justification left out stays as it is.',
  })
  @Answers(ScoreResponse)
  putScore(
    @Param('id', UuidPipe) id: string,
    @Param('criterion') criterion: string,
    @Body() body: PutScoreRequest,
  ): Promise<ScoreResponse> {
    return this.drafts.putScore(id, criterion, body);
  }

  @Patch('reviews/:id')
  @Permission('review.write')
  @ApiOperation({ summary: 'Save summary and verdict of the own draft' })
  @Answers(ReviewResponse)
  patch(
    @Param('id', UuidPipe) id: string,
    @Body() body: PatchReviewRequest,
    @Language() locale: Locale,
  ): Promise<ReviewResponse> {
    return this.drafts.patch(id, body, locale);
  }

  @Post('reviews/:id/submit')
  @Permission('review.submit')
  @ApiOperation({
    summary: 'Submit the own review; from then on it never changes',
    description:
      'With gaps it is refused (422), and `errors` names each of them by criterion. Send an Idempotency-Key: sent again, the first answer comes back; without one a second submission gets 409.',
  })
  @Answers(ReviewResponse)
  submit(
    @Param('id', UuidPipe) id: string,
    @Body() body: SubmitReviewRequest,
    @Language() locale: Locale,
  ): Promise<ReviewResponse> {
    return this.submissions.submit(id, body, locale);
  }

  @Post('reviews/:id/reopen')
  @Permission('review.reopen')
  @ApiOperation({
    summary: 'Open a submitted review again, with a reason (coordinator)',
    description:
      'A new draft version with the same content; the submitted one stays as it is and readable until the new one is submitted.',
  })
  @Answers(ReviewResponse)
  reopen(
    @Param('id', UuidPipe) id: string,
    @Body() body: ReasonRequest,
    @Language() locale: Locale,
  ): Promise<ReviewResponse> {
    return this.versions.reopen(id, body, locale);
  }

  @Post('reviews/:id/amend')
  @Permission('review.write')
  @ApiOperation({ summary: 'Open the own submitted review again, with a reason, while a reconciliation is open' })
  @Answers(ReviewResponse)
  amend(
    @Param('id', UuidPipe) id: string,
    @Body() body: ReasonRequest,
    @Language() locale: Locale,
  ): Promise<ReviewResponse> {
    return this.versions.amend(id, body, locale);
  }

  @Get('reviews/:id/versions')
  @Permission('review.read', 'review.readDraft')
  @ApiOperation({ summary: 'All versions that the caller may read, oldest first' })
  @Answers(ReviewVersionsResponse)
  listVersions(@Param('id', UuidPipe) id: string): Promise<ReviewVersionsResponse> {
    return this.versions.list(id);
  }

  @Get('reviews/:id/receipt')
  @Permission('review.readDraft')
  @ApiOperation({ summary: 'Receipt of the own submitted review as a tagged PDF, in the language of the request' })
  @AnswersFile('application/pdf')
  receipt(@Param('id', UuidPipe) id: string, @Language() locale: Locale): Promise<StreamableFile> {
    return this.receipts.receipt(id, locale);
  }
}
