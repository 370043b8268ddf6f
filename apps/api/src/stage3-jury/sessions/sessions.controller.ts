import { CreateSessionRequest, PutAttendanceRequest, SessionResponse, SessionsResponse } from '@kuer/contract';
import { Body, Controller, Get, HttpCode, type MessageEvent, Param, Post, Put, Req, Sse } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { Permission, WithoutTransaction } from '../../auth/permission.js';
import { signedInAccount } from '../../auth/signed-in.js';
import { UuidPipe } from '../../http/uuid.pipe.js';
import { SessionEventsService } from './session-events.service.js';
import { SessionsService } from './sessions.service.js';

@ApiTags('jury')
@Controller()
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly events: SessionEventsService,
  ) {}

  @Get('calls/:callId/sessions')
  @Permission('session.read')
  @ApiOkResponse({ type: SessionsResponse })
  list(@Param('callId', UuidPipe) callId: string): Promise<SessionsResponse> {
    return this.sessions.list(callId);
  }

  @Post('calls/:callId/sessions')
  @Permission('session.create')
  @ApiOperation({ summary: 'Plan a jury session; every member of the jury is invited' })
  @ApiCreatedResponse({ type: SessionResponse })
  create(@Param('callId', UuidPipe) callId: string, @Body() body: CreateSessionRequest): Promise<SessionResponse> {
    return this.sessions.create(callId, body);
  }

  @Get('sessions/:id')
  @Permission('session.read')
  @ApiOkResponse({ type: SessionResponse })
  get(@Param('id', UuidPipe) id: string): Promise<SessionResponse> {
    return this.sessions.get(id);
  }

  @Post('sessions/:id/open')
  @HttpCode(200)
  @Permission('session.chair')
  @ApiOkResponse({ type: SessionResponse })
  open(@Param('id', UuidPipe) id: string): Promise<SessionResponse> {
    return this.sessions.open(id);
  }

  @Post('sessions/:id/close')
  @HttpCode(200)
  @Permission('session.chair')
  @ApiOkResponse({ type: SessionResponse })
  close(@Param('id', UuidPipe) id: string): Promise<SessionResponse> {
    return this.sessions.close(id);
  }

  @Put('sessions/:id/attendance')
  @Permission('session.recordAttendance')
  @ApiOkResponse({ type: SessionResponse })
  putAttendance(@Param('id', UuidPipe) id: string, @Body() body: PutAttendanceRequest): Promise<SessionResponse> {
    return this.sessions.putAttendance(id, body);
  }

  @Sse('sessions/:id/events')
  @Permission('session.read')
  @WithoutTransaction()
  @ApiOperation({
    summary: 'Server-sent events: one `changed` whenever session, motions or votes have changed',
    description:
      'Carries no content; what has changed is read again through the authorised routes. Thin for now: polls the trail; push over LISTEN/NOTIFY follows with the jury room.',
  })
  stream(@Param('id', UuidPipe) id: string, @Req() request: Request): Promise<Observable<MessageEvent>> {
    return this.events.stream(signedInAccount(request)?.accountId ?? '', id);
  }
}
