import { AuditEventPage, AuditQuery, AuditVerificationResponse } from '@kuer/contract';
import { Controller, Get, Inject, Param, Query, type StreamableFile } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { Permission, WithoutTransaction } from '../auth/permission.js';
import { currentAccountId } from '../auth/signed-in.js';
import { Answers, AnswersFile } from '../http/answers.js';
import { UuidPipe } from '../http/uuid.pipe.js';
import { AuditExport } from './audit-export.js';
import { AuditReader } from './audit-reader.js';
import { AuditVerifier } from './audit-verifier.js';

@ApiTags('trail')
@Controller('calls/:callId/audit-events')
export class AuditController {
  constructor(
    @Inject(AuditReader) private readonly reader: AuditReader,
    @Inject(AuditVerifier) private readonly verifier: AuditVerifier,
    @Inject(AuditExport) private readonly exporter: AuditExport,
  ) {}

  @Get()
  @Permission('audit.read')
  @Answers(AuditEventPage)
  @ApiOperation({
    summary: 'Trail of a call',
    description: 'Newest first; sort=seq for the order in which it happened.',
  })
  list(@Param('callId', UuidPipe) callId: string, @Query() query: AuditQuery): Promise<AuditEventPage> {
    return this.reader.list(callId, query);
  }

  @Get('verification')
  @Permission('audit.verify')
  @Answers(AuditVerificationResponse)
  @ApiOperation({
    summary: 'Recompute the whole chain',
    description: 'Signed checkpoints outside the database follow.',
  })
  verify(@Param('callId', UuidPipe) callId: string): Promise<AuditVerificationResponse> {
    return this.verifier.verify(callId);
  }

  @Get('export')
  @Permission('audit.read')
  @WithoutTransaction()
  @AnswersFile('application/x-ndjson', { description: 'One line an event, with its hashes.' })
  @ApiOperation({ summary: 'The whole trail as JSON Lines' })
  export(@Param('callId', UuidPipe) callId: string): Promise<StreamableFile> {
    return this.exporter.open(callId, currentAccountId());
  }
}
