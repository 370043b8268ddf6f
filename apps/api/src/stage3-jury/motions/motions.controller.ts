import { CloseMotionRequest, MotionResponse, MotionsResponse, PutMotionRequest, PutVoteRequest } from '@kuer/contract';
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permission } from '../../auth/permission.js';
import { UuidPipe } from '../../http/uuid.pipe.js';
import { MotionsService } from './motions.service.js';
import { VotesService } from './votes.service.js';

@ApiTags('jury')
@Controller()
export class MotionsController {
  constructor(
    private readonly motions: MotionsService,
    private readonly votes: VotesService,
  ) {}

  @Get('sessions/:id/motions')
  @Permission('motion.read')
  @ApiOkResponse({ type: MotionsResponse })
  list(@Param('id', UuidPipe) sessionId: string): Promise<MotionsResponse> {
    return this.motions.list(sessionId);
  }

  @Post('sessions/:id/motions')
  @Permission('motion.put')
  @ApiCreatedResponse({ type: MotionResponse })
  put(@Param('id', UuidPipe) sessionId: string, @Body() body: PutMotionRequest): Promise<MotionResponse> {
    return this.motions.put(sessionId, body);
  }

  @Get('motions/:id')
  @Permission('motion.read')
  @ApiOkResponse({ type: MotionResponse })
  get(@Param('id', UuidPipe) id: string): Promise<MotionResponse> {
    return this.motions.get(id);
  }

  @Post('motions/:id/open')
  @HttpCode(200)
  @Permission('motion.chair')
  @ApiOperation({ summary: 'Open the vote: fixes who may vote; the recused have left the room' })
  @ApiOkResponse({ type: MotionResponse })
  open(@Param('id', UuidPipe) id: string): Promise<MotionResponse> {
    return this.motions.open(id);
  }

  @Post('motions/:id/close')
  @HttpCode(200)
  @Permission('motion.chair')
  @ApiOperation({ summary: 'Close the vote once and for all; the result is computed from the votes' })
  @ApiOkResponse({ type: MotionResponse })
  close(@Param('id', UuidPipe) id: string, @Body() body: CloseMotionRequest): Promise<MotionResponse> {
    return this.motions.close(id, body);
  }

  @Put('motions/:id/vote')
  @Permission('vote.cast')
  @ApiOperation({ summary: 'Cast the own vote, once; the same one sent again changes nothing' })
  @ApiOkResponse({ type: MotionResponse })
  vote(@Param('id', UuidPipe) id: string, @Body() body: PutVoteRequest): Promise<MotionResponse> {
    return this.votes.cast(id, body);
  }
}
