import { Many, One, OneOf, Text, Whole } from '@kuer/contract';
import { Body, Controller, Get, Inject, Module, Post, UploadedFile } from '@nestjs/common';
import { AuditTrail } from '../../src/audit/audit-trail.js';
import { Access } from '../../src/auth/access.js';
import { Permission } from '../../src/auth/permission.js';
import { Answers } from '../../src/http/answers.js';
import { Refusal } from '../../src/http/refusal.js';
import { AcceptsFile } from '../../src/http/upload.js';
import { UnitOfWork } from '../../src/persistence/unit-of-work.js';

class ProbePart {
  @Whole({ min: 1, max: 5 })
  value: number;
}

class ProbeBody {
  @Text({ min: 3, max: 10 })
  name: string;
  @OneOf(['a', 'b'], { optional: true })
  kind?: string;
  @Whole({ optional: true })
  count?: number;
  @Many(() => ProbePart, { optional: true })
  parts?: ProbePart[];
  @One(() => ProbePart, { optional: true })
  part?: ProbePart;
}

class ProbeAnswer {
  @Text({ max: 100 })
  name: string;
}

/** Routes that do right and wrong things on purpose, to see what the core makes of them. They change the name of the caller's account. */
@Controller('probe')
export class ProbeController {
  runs = 0;
  failWith: unknown = null;
  slow: Promise<void> | null = null;
  readonly signals: string[] = [];

  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(Access) private readonly access: Access,
    @Inject(AuditTrail) private readonly trail: AuditTrail,
  ) {}

  @Post('rename')
  @Permission('account.write')
  @Answers(ProbeAnswer, { status: 201 })
  async rename(@Body() body: ProbeBody): Promise<ProbeAnswer> {
    this.runs += 1;
    this.access.require('account.write', await this.access.actorAnywhere());
    return this.change(body.name);
  }

  @Post('undecided')
  @Permission('account.write')
  @Answers(ProbeAnswer)
  undecided(@Body() body: ProbeBody): Promise<ProbeAnswer> {
    return this.change(body.name);
  }

  @Post('other-permission')
  @Permission('account.write')
  @Answers(ProbeAnswer)
  async other(@Body() body: ProbeBody): Promise<ProbeAnswer> {
    this.access.require('account.read', await this.access.actorAnywhere());
    return this.change(body.name);
  }

  @Get('write-on-get')
  @Permission('account.write')
  @Answers(ProbeAnswer)
  async writeOnGet(): Promise<ProbeAnswer> {
    this.access.require('account.write', await this.access.actorAnywhere());
    return this.change('written by GET');
  }

  @Post('upload')
  @Permission('account.write')
  @AcceptsFile({ field: 'file', maxBytes: 1000, tooLarge: 'REQUEST.TOO_LARGE' })
  @Answers(ProbeAnswer, { status: 201 })
  async upload(@UploadedFile() file: { originalname: string; buffer: Buffer } | undefined): Promise<ProbeAnswer> {
    this.runs += 1;
    this.access.require('account.write', await this.access.actorAnywhere());
    if (!file) throw Refusal.invalid([{ path: 'file', code: 'FIELD.REQUIRED' }]);
    return this.change(`${file.originalname}: ${file.buffer.length}`);
  }

  private async change(name: string): Promise<ProbeAnswer> {
    await this.uow.query('UPDATE kuer.accounts SET display_name = $2 WHERE id = $1', [this.uow.accountId, name]);
    await this.trail.append({
      callId: null,
      type: 'ACCOUNT_CHANGED',
      payload: { accountId: this.uow.accountId, fields: ['displayName'] },
    });
    this.uow.afterCommit(() => {
      this.signals.push(name);
    });
    if (this.slow) await this.slow;
    if (this.failWith === 'refusal') throw Refusal.conflict('REQUEST.CONFLICTING_STATE');
    if (this.failWith) throw this.failWith;
    return { name };
  }
}

@Module({ controllers: [ProbeController] })
export class ProbeModule {}
