import {
  CheckItemResponse,
  FormalCheckPage,
  FormalCheckQuery,
  FormalCheckResponse,
  FormalDecisionRequest,
  type Locale,
  PutCheckItemRequest,
  ReopenFormalCheckRequest,
  SupplementAnswerRequest,
  SupplementRequestRequest,
  SupplementResponse,
} from '@kuer/contract';
import { Body, Controller, Get, Param, Post, Put, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permission } from '../auth/permission.js';
import { Answers } from '../http/answers.js';
import { Language } from '../http/language.decorator.js';
import { UuidPipe } from '../http/uuid.pipe.js';
import { FormalCheckService } from './formal-check.service.js';
import { FormalCheckDecisionsService } from './formal-check-decisions.service.js';
import { FormalCheckDeskService } from './formal-check-desk.service.js';
import { SupplementRequestsService } from './supplement-requests.service.js';

@ApiTags('formal check')
@Controller()
export class FormalCheckController {
  constructor(
    private readonly checks: FormalCheckService,
    private readonly decisions: FormalCheckDecisionsService,
    private readonly supplements: SupplementRequestsService,
    private readonly desk: FormalCheckDeskService,
  ) {}

  @Get('calls/:callId/formal-checks')
  @Permission('formalCheck.read')
  @ApiOperation({ summary: 'The desk: how far the formal check of each application is' })
  @Answers(FormalCheckPage)
  list(@Param('callId', UuidPipe) callId: string, @Query() query: FormalCheckQuery): Promise<FormalCheckPage> {
    return this.desk.list(callId, query);
  }

  @Get('applications/:id/formal-check')
  @Permission('formalCheck.read')
  @ApiOperation({
    summary:
      'Check items with what the system finds now, what examiners recorded, supplement requests and the decision',
  })
  @Answers(FormalCheckResponse)
  get(@Param('id', UuidPipe) id: string, @Language() locale: Locale): Promise<FormalCheckResponse> {
    return this.checks.get(id, locale);
  }

  @Put('applications/:id/formal-check/items/:key')
  @Permission('formalCheck.examine')
  @ApiOperation({ summary: 'Record the result of one check item' })
  @Answers(CheckItemResponse)
  putItem(
    @Param('id', UuidPipe) id: string,
    @Param('key') key: string,
    @Body() body: PutCheckItemRequest,
    @Language() locale: Locale,
  ): Promise<CheckItemResponse> {
    return this.checks.putItem(id, key, body, locale);
  }

  @Post('applications/:id/formal-check/decisions')
  @Permission('formalCheck.decide')
  @ApiOperation({
    summary: 'Accept, or reject',
    description:
      'Acceptance needs every item passed or not applicable. A rejection waits until a second examiner sends it too.',
  })
  @Answers(FormalCheckResponse)
  decide(
    @Param('id', UuidPipe) id: string,
    @Body() body: FormalDecisionRequest,
    @Language() locale: Locale,
  ): Promise<FormalCheckResponse> {
    return this.decisions.decide(id, body, locale);
  }

  @Post('applications/:id/formal-check/reopen')
  @Permission('formalCheck.decide')
  @ApiOperation({
    summary: 'Take a decided check up again, with a reason, while the call is in its formal check',
    description: 'What was decided stays on record; a new decision follows, a rejection again by two.',
  })
  @Answers(FormalCheckResponse)
  reopen(
    @Param('id', UuidPipe) id: string,
    @Body() body: ReopenFormalCheckRequest,
    @Language() locale: Locale,
  ): Promise<FormalCheckResponse> {
    return this.decisions.reopen(id, body, locale);
  }

  @Post('applications/:id/supplement-requests')
  @Permission('supplement.send')
  @ApiOperation({ summary: 'Ask the applicant for what is missing, until a date in the future' })
  @Answers(SupplementResponse, { status: 201 })
  request(@Param('id', UuidPipe) id: string, @Body() body: SupplementRequestRequest): Promise<SupplementResponse> {
    return this.supplements.send(id, body);
  }

  @Post('supplement-requests/:id/answer')
  @Permission('supplement.answer')
  @ApiOperation({ summary: 'Record the applicant’s answer; the application goes back to the formal check' })
  @Answers(SupplementResponse)
  answer(@Param('id', UuidPipe) id: string, @Body() body: SupplementAnswerRequest): Promise<SupplementResponse> {
    return this.supplements.answer(id, body);
  }
}
