import {
  AssignmentPage,
  AssignmentPlanResponse,
  AssignmentProposalRequest,
  AssignmentQuery,
  AssignmentResponse,
  AssignmentsResponse,
  ConfirmAssignmentsRequest,
  type Locale,
  MyAssignmentResponse,
  MyAssignmentsResponse,
  ReasonRequest,
} from '@kuer/contract';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permission } from '../../auth/permission.js';
import { Answers } from '../../http/answers.js';
import { Language } from '../../http/language.decorator.js';
import { UuidPipe } from '../../http/uuid.pipe.js';
import { AssignmentConfirmationService } from './assignment-confirmation.service.js';
import { AssignmentListService } from './assignment-list.service.js';
import { AssignmentProposalService } from './assignment-proposal.service.js';
import { AssignmentResponsesService } from './assignment-responses.service.js';
import { MyAssignmentsService } from './my-assignments.service.js';

@ApiTags('assignments')
@Controller()
export class AssignmentsController {
  constructor(
    private readonly proposals: AssignmentProposalService,
    private readonly confirmations: AssignmentConfirmationService,
    private readonly lists: AssignmentListService,
    private readonly responses: AssignmentResponsesService,
    private readonly mine: MyAssignmentsService,
  ) {}

  @Post('calls/:callId/assignment-proposals')
  @Permission('assignment.propose')
  @ApiOperation({
    summary: 'Propose who reviews what; changes nothing',
    description:
      'Balances the load and respects conflicts; assignments that are active stay as they are. The plan is good, not proven best: an exact optimum by expertise follows in a later version. Confirm it with POST /calls/{callId}/assignments.',
  })
  @Answers(AssignmentPlanResponse)
  propose(
    @Param('callId', UuidPipe) callId: string,
    @Body() body: AssignmentProposalRequest,
    @Language() locale: Locale,
  ): Promise<AssignmentPlanResponse> {
    return this.proposals.propose(callId, body, locale);
  }

  @Post('calls/:callId/assignments')
  @Permission('assignment.confirm')
  @ApiOperation({
    summary: 'Confirm a plan, or single assignments',
    description:
      'All or nothing: one pair that is not possible (no reviewer, conflict, slot taken, application not formally accepted, same person twice) refuses the request, and `errors` names each of them.',
  })
  @Answers(AssignmentsResponse, { status: 201 })
  confirm(
    @Param('callId', UuidPipe) callId: string,
    @Body() body: ConfirmAssignmentsRequest,
  ): Promise<AssignmentsResponse> {
    return this.confirmations.confirm(callId, body);
  }

  @Get('calls/:callId/assignments')
  @Permission('assignment.read')
  @ApiOperation({
    summary: 'All assignments of the call with their progress (n of 12), and no values',
    description: 'Sort by applicationNumber (default), reviewerName, state, dueOn or scored (`-` first: descending).',
  })
  @Answers(AssignmentPage)
  list(@Param('callId', UuidPipe) callId: string, @Query() query: AssignmentQuery): Promise<AssignmentPage> {
    return this.lists.list(callId, query);
  }

  @Get('calls/:callId/my-assignments')
  @Permission('assignment.readOwn')
  @ApiOperation({ summary: 'What the caller is asked to review' })
  @Answers(MyAssignmentsResponse)
  listOwn(@Param('callId', UuidPipe) callId: string): Promise<MyAssignmentsResponse> {
    return this.mine.list(callId);
  }

  @Post('assignments/:id/accept')
  @Permission('assignment.respond')
  @ApiOperation({
    summary: 'Accept the own assignment; opens the review',
    description: 'Needs the conflict question of the application answered with “no” before.',
  })
  @Answers(MyAssignmentResponse)
  accept(@Param('id', UuidPipe) id: string): Promise<MyAssignmentResponse> {
    return this.responses.accept(id);
  }

  @Post('assignments/:id/decline')
  @Permission('assignment.respond')
  @ApiOperation({ summary: 'Decline the own assignment, with a reason; possible until the review is submitted' })
  @Answers(MyAssignmentResponse)
  decline(@Param('id', UuidPipe) id: string, @Body() body: ReasonRequest): Promise<MyAssignmentResponse> {
    return this.responses.decline(id, body);
  }

  @Post('assignments/:id/revoke')
  @Permission('assignment.revoke')
  @ApiOperation({
    summary: 'Take an assignment back, with a reason',
    description:
      'Its slot is free again; a review that was begun stays on file, counts no more and is closed to the person.',
  })
  @Answers(AssignmentResponse)
  revoke(@Param('id', UuidPipe) id: string, @Body() body: ReasonRequest): Promise<AssignmentResponse> {
    return this.responses.revoke(id, body);
  }
}
