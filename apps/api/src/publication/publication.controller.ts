import { DecisionResponse, type Locale, OverviewQuery, OverviewResponse, OverviewsResponse } from '@kuer/contract';
import { Controller, Get, HttpCode, Param, Post, Query, Req, Res, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Permission, Public } from '../auth/permission.js';
import { Language } from '../http/language.decorator.js';
import { UuidPipe } from '../http/uuid.pipe.js';
import { DecisionsService } from './decisions.service.js';
import { OverviewService } from './overview.service.js';

@ApiTags('decision')
@Controller()
export class PublicationController {
  constructor(
    private readonly decisions: DecisionsService,
    private readonly overviews: OverviewService,
  ) {}

  @Get('calls/:callId/decision')
  @Permission('decision.read')
  @ApiOperation({ summary: 'The decision on every application, with the reserve list of each portfolio group' })
  @ApiOkResponse({ type: DecisionResponse })
  decision(@Param('callId', UuidPipe) callId: string, @Language() locale: Locale): Promise<DecisionResponse> {
    return this.decisions.get(callId, locale);
  }

  @Post('calls/:callId/publication')
  @HttpCode(200)
  @Permission('decision.publish')
  @ApiOperation({ summary: 'Publish the decision: the overview becomes public, and nothing of it changes any more' })
  @ApiOkResponse({ type: DecisionResponse })
  publish(@Param('callId', UuidPipe) callId: string, @Language() locale: Locale): Promise<DecisionResponse> {
    return this.decisions.publish(callId, locale);
  }

  @Get('overviews')
  @Public()
  @ApiOperation({ summary: 'Published calls' })
  @ApiOkResponse({ type: OverviewsResponse })
  list(): Promise<OverviewsResponse> {
    return this.overviews.list();
  }

  @Get('calls/:callId/overview')
  @Public()
  @ApiOperation({ summary: 'The selected projects, grouped; public once the decision is published' })
  @ApiOkResponse({ type: OverviewResponse })
  @ApiProduces('application/json', 'text/html', 'application/pdf')
  async overview(
    @Param('callId', UuidPipe) callId: string,
    @Query() query: OverviewQuery,
    @Language() locale: Locale,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<OverviewResponse | string | StreamableFile> {
    const { type, body } = await this.overviews.render(callId, formatOf(query, request), locale);
    response.type(type);
    return Buffer.isBuffer(body) ? new StreamableFile(body, { type }) : body;
  }
}

function formatOf(query: OverviewQuery, request: Request): 'html' | 'pdf' | 'json' {
  if (query.format) return query.format;
  const accepted = request.accepts(['application/json', 'text/html', 'application/pdf']);
  if (accepted === 'text/html') return 'html';
  return accepted === 'application/pdf' ? 'pdf' : 'json';
}
