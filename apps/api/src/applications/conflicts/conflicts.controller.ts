import {
  ConflictPage,
  ConflictQuery,
  ConflictResponse,
  ConflictStatementRequest,
  ConflictStatementResponse,
  CreateConflictRequest,
  LiftConflictRequest,
} from '@kuer/contract';
import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permission } from '../../auth/permission.js';
import { Answers } from '../../http/answers.js';
import { UuidPipe } from '../../http/uuid.pipe.js';
import { ConflictStatementsService } from './conflict-statements.service.js';
import { ConflictsService } from './conflicts.service.js';

@ApiTags('conflicts')
@Controller()
export class ConflictsController {
  constructor(
    private readonly conflicts: ConflictsService,
    private readonly statements: ConflictStatementsService,
  ) {}

  @Get('calls/:callId/conflicts')
  @Permission('conflict.read')
  @ApiOperation({
    summary: 'Conflicts of interest of the call; everybody but coordinator and auditor sees their own only',
  })
  @Answers(ConflictPage)
  list(@Param('callId', UuidPipe) callId: string, @Query() query: ConflictQuery): Promise<ConflictPage> {
    return this.conflicts.list(callId, query);
  }

  @Post('calls/:callId/conflicts')
  @Permission('conflict.declare', 'conflict.set')
  @ApiOperation({
    summary: 'Declare a conflict for oneself, or (coordinator) set one for somebody else',
    description:
      'Takes effect at once: from here on the person reaches nothing of the application. For somebody else `note` has to say why.',
  })
  @Answers(ConflictResponse, { status: 201 })
  create(@Param('callId', UuidPipe) callId: string, @Body() body: CreateConflictRequest): Promise<ConflictResponse> {
    return this.conflicts.create(callId, body);
  }

  @Post('conflicts/:id/lift')
  @Permission('conflict.lift')
  @ApiOperation({ summary: 'Lift a conflict with a reason; never one of one’s own' })
  @Answers(ConflictResponse)
  lift(@Param('id', UuidPipe) id: string, @Body() body: LiftConflictRequest): Promise<ConflictResponse> {
    return this.conflicts.lift(id, body);
  }

  @Get('applications/:id/conflict-statement')
  @Permission('conflict.declare')
  @ApiOperation({ summary: 'The caller’s own answer to the conflict question' })
  @Answers(ConflictStatementResponse)
  statement(@Param('id', UuidPipe) id: string): Promise<ConflictStatementResponse> {
    return this.statements.get(id);
  }

  @Post('applications/:id/conflict-statement')
  @Permission('conflict.declare')
  @ApiOperation({
    summary: 'Answer the conflict question of a reviewer or juror',
    description:
      '“Yes” puts the conflict on record at once, pulls the person’s access and declines an active assignment.',
  })
  @Answers(ConflictStatementResponse)
  state(@Param('id', UuidPipe) id: string, @Body() body: ConflictStatementRequest): Promise<ConflictStatementResponse> {
    return this.statements.state(id, body);
  }
}
