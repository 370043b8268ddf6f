import {
  AdoptBundleRequest,
  BalanceResponse,
  BundleProposalRequest,
  BundleProposalResponse,
  BundleResponse,
  BundlesResponse,
  CreateBundleRequest,
  type Locale,
  PatchBundleRequest,
  PutBundleItemRequest,
  PutCorridorReasonRequest,
  PutJustificationRequest,
} from '@kuer/contract';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permission } from '../../auth/permission.js';
import { Language } from '../../http/language.decorator.js';
import { UuidPipe } from '../../http/uuid.pipe.js';
import { BundleAdoptionService } from './bundle-adoption.service.js';
import { BundleProposalsService } from './bundle-proposals.service.js';
import { BundlesService } from './bundles.service.js';

@ApiTags('bundles')
@Controller()
export class BundlesController {
  constructor(
    private readonly bundles: BundlesService,
    private readonly proposals: BundleProposalsService,
    private readonly adoption: BundleAdoptionService,
  ) {}

  @Get('calls/:callId/bundles')
  @Permission('bundle.read')
  @ApiOperation({ summary: 'Own and shared scenarios, with balance and gaps' })
  @ApiOkResponse({ type: BundlesResponse })
  list(@Param('callId', UuidPipe) callId: string, @Language() locale: Locale): Promise<BundlesResponse> {
    return this.bundles.list(callId, locale);
  }

  @Post('calls/:callId/bundles')
  @Permission('bundle.write')
  @ApiOperation({ summary: 'A new scenario, empty or as a copy' })
  @ApiCreatedResponse({ type: BundleResponse })
  create(
    @Param('callId', UuidPipe) callId: string,
    @Body() body: CreateBundleRequest,
    @Language() locale: Locale,
  ): Promise<BundleResponse> {
    return this.bundles.create(callId, body, locale);
  }

  @Get('bundles/:id')
  @Permission('bundle.read')
  @ApiOkResponse({ type: BundleResponse })
  get(@Param('id', UuidPipe) id: string, @Language() locale: Locale): Promise<BundleResponse> {
    return this.bundles.get(id, locale);
  }

  @Patch('bundles/:id')
  @Permission('bundle.write')
  @ApiOperation({ summary: 'Name, share, freeze or reopen' })
  @ApiOkResponse({ type: BundleResponse })
  patch(
    @Param('id', UuidPipe) id: string,
    @Body() body: PatchBundleRequest,
    @Language() locale: Locale,
  ): Promise<BundleResponse> {
    return this.bundles.patch(id, body, locale);
  }

  @Put('bundles/:id/items/:applicationId')
  @Permission('bundle.write')
  @ApiOperation({ summary: 'Take an application into the bundle; recommended ones only' })
  @ApiOkResponse({ type: BundleResponse })
  putItem(
    @Param('id', UuidPipe) id: string,
    @Param('applicationId', UuidPipe) applicationId: string,
    @Body() body: PutBundleItemRequest,
    @Language() locale: Locale,
  ): Promise<BundleResponse> {
    return this.bundles.putItem(id, applicationId, body, locale);
  }

  @Delete('bundles/:id/items/:applicationId')
  @Permission('bundle.write')
  @ApiOkResponse({ type: BundleResponse })
  deleteItem(
    @Param('id', UuidPipe) id: string,
    @Param('applicationId', UuidPipe) applicationId: string,
    @Language() locale: Locale,
  ): Promise<BundleResponse> {
    return this.bundles.deleteItem(id, applicationId, locale);
  }

  @Get('bundles/:id/balance')
  @Permission('bundle.read')
  @ApiOperation({ summary: 'Number, budget and every dimension against its corridors' })
  @ApiOkResponse({ type: BalanceResponse })
  balance(@Param('id', UuidPipe) id: string): Promise<BalanceResponse> {
    return this.bundles.balance(id);
  }

  @Put('bundles/:id/justifications/:applicationId')
  @Permission('bundle.justify')
  @ApiOperation({ summary: 'Why a higher-ranked application of the group stays out' })
  @ApiOkResponse({ type: BundleResponse })
  putJustification(
    @Param('id', UuidPipe) id: string,
    @Param('applicationId', UuidPipe) applicationId: string,
    @Body() body: PutJustificationRequest,
    @Language() locale: Locale,
  ): Promise<BundleResponse> {
    return this.bundles.putJustification(id, applicationId, body, locale);
  }

  @Put('bundles/:id/corridor-reasons')
  @Permission('bundle.justify')
  @ApiOperation({ summary: 'Why the bundle misses a corridor' })
  @ApiOkResponse({ type: BundleResponse })
  putCorridorReason(
    @Param('id', UuidPipe) id: string,
    @Body() body: PutCorridorReasonRequest,
    @Language() locale: Locale,
  ): Promise<BundleResponse> {
    return this.bundles.putCorridorReason(id, body, locale);
  }

  @Post('bundles/:id/adopt')
  @HttpCode(200)
  @Permission('bundle.adopt')
  @ApiOperation({ summary: 'Adopt the bundle by an adopted motion on it; derives the decision for every application' })
  @ApiOkResponse({ type: BundleResponse })
  adopt(
    @Param('id', UuidPipe) id: string,
    @Body() body: AdoptBundleRequest,
    @Language() locale: Locale,
  ): Promise<BundleResponse> {
    return this.adoption.adopt(id, body, locale);
  }

  @Post('calls/:callId/bundle-proposals')
  @HttpCode(200)
  @Permission('bundle.propose')
  @ApiOperation({
    summary: 'A bundle proposed from the ranking under number, budget, corridors, must-have and must-not',
    description:
      'Thin for now: greedy by rank, corridors first. It says whether every bound is kept, but does not prove that no better bundle exists; the exact solver follows with the jury room.',
  })
  @ApiOkResponse({ type: BundleProposalResponse })
  propose(
    @Param('callId', UuidPipe) callId: string,
    @Body() body: BundleProposalRequest,
    @Language() locale: Locale,
  ): Promise<BundleProposalResponse> {
    return this.proposals.propose(callId, body, locale);
  }
}
