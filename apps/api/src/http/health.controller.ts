import { Controller, Get, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { Public, WithoutTransaction } from '../auth/permission.js';
import { Refusal } from './refusal.js';

/** For whoever watches the process: does it run, can it work. */
@ApiExcludeController()
@Controller('api/health')
export class HealthController {
  constructor(@Inject(DataSource) private readonly dataSource: DataSource) {}

  @Get('live')
  @Public()
  @WithoutTransaction()
  live(): { status: string } {
    return { status: 'ok' };
  }

  @Get('ready')
  @Public()
  @WithoutTransaction()
  async ready(): Promise<{ status: string }> {
    try {
      await this.dataSource.query('SELECT 1');
    } catch {
      throw new Refusal(503, 'REQUEST.UNAVAILABLE');
    }
    return { status: 'ok' };
  }
}
