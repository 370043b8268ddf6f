import {
  CallPage,
  CallResponse,
  CatalogueResponse,
  CreateCallRequest,
  ListQuery,
  type Locale,
  MembersResponse,
  PutCatalogueRequest,
  PutMembersRequest,
  ReadinessResponse,
  TransitionRequest,
  TransitionResponse,
  UpdateCallRequest,
} from '@kuer/contract';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Put, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permission } from '../auth/permission.js';
import { Language } from '../http/language.decorator.js';
import { UuidPipe } from '../http/uuid.pipe.js';
import { CallsService } from './calls.service.js';
import { CatalogueService } from './catalogue.service.js';
import { MembersService } from './members.service.js';
import { StagesService } from './stages.service.js';

@ApiTags('calls')
@Controller('calls')
export class CallsController {
  constructor(
    private readonly calls: CallsService,
    private readonly catalogues: CatalogueService,
    private readonly members: MembersService,
    private readonly stages: StagesService,
  ) {}

  @Get()
  @Permission('call.read')
  @ApiOperation({ summary: 'The calls in which the caller has a role' })
  @ApiOkResponse({ type: CallPage })
  list(@Query() query: ListQuery): Promise<CallPage> {
    return this.calls.list(query);
  }

  @Post()
  @Permission('call.create')
  @ApiOperation({ summary: 'Announce a call: a draft with the catalogue and settings of 2020, to be edited' })
  @ApiCreatedResponse({ type: CallResponse })
  create(@Body() body: CreateCallRequest): Promise<CallResponse> {
    return this.calls.create(body);
  }

  @Get(':callId')
  @Permission('call.read')
  @ApiOkResponse({ type: CallResponse })
  get(@Param('callId', UuidPipe) callId: string): Promise<CallResponse> {
    return this.calls.get(callId);
  }

  @Patch(':callId')
  @Permission('call.write')
  @ApiOperation({ summary: 'Edit title and settings; drafts only' })
  @ApiOkResponse({ type: CallResponse })
  update(@Param('callId', UuidPipe) callId: string, @Body() body: UpdateCallRequest): Promise<CallResponse> {
    return this.calls.update(callId, body);
  }

  @Get(':callId/readiness')
  @Permission('call.read')
  @ApiOperation({ summary: 'What the next stage still waits for, item by item' })
  @ApiOkResponse({ type: ReadinessResponse })
  readiness(@Param('callId', UuidPipe) callId: string, @Language() locale: Locale): Promise<ReadinessResponse> {
    return this.stages.readiness(callId, locale);
  }

  @Post(':callId/transitions')
  @HttpCode(200)
  @Permission('call.transition')
  @ApiOperation({
    summary: 'Next stage, or a step back',
    description:
      'Refused with the list of what is missing while duties are open. With `override: true` and a reason the step is asked for; a second coordinator confirms it by sending the same request.',
  })
  @ApiOkResponse({ type: TransitionResponse })
  transition(@Param('callId', UuidPipe) callId: string, @Body() body: TransitionRequest): Promise<TransitionResponse> {
    return this.stages.transition(callId, body);
  }

  @Get(':callId/catalogue')
  @Permission('call.read')
  @ApiOkResponse({ type: CatalogueResponse })
  catalogue(@Param('callId', UuidPipe) callId: string): Promise<CatalogueResponse> {
    return this.catalogues.get(callId);
  }

  @Put(':callId/catalogue')
  @Permission('call.write')
  @ApiOperation({ summary: 'Replace criteria, weights, thresholds of groups and the scale; drafts only' })
  @ApiOkResponse({ type: CatalogueResponse })
  putCatalogue(
    @Param('callId', UuidPipe) callId: string,
    @Body() body: PutCatalogueRequest,
  ): Promise<CatalogueResponse> {
    return this.catalogues.put(callId, body);
  }

  @Get(':callId/members')
  @Permission('member.read')
  @ApiOkResponse({ type: MembersResponse })
  listMembers(@Param('callId', UuidPipe) callId: string): Promise<MembersResponse> {
    return this.members.list(callId);
  }

  @Put(':callId/members')
  @Permission('member.write')
  @ApiOperation({ summary: 'Replace the members and their roles in this call' })
  @ApiOkResponse({ type: MembersResponse })
  putMembers(@Param('callId', UuidPipe) callId: string, @Body() body: PutMembersRequest): Promise<MembersResponse> {
    return this.members.put(callId, body);
  }
}
