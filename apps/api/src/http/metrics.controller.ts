import { timingSafeEqual } from 'node:crypto';
import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Public, WithoutTransaction } from '../auth/permission.js';
import { SETTINGS } from '../persistence/tokens.js';
import type { Settings } from '../settings.js';
import { Metrics } from './metrics.js';
import { Refusal } from './refusal.js';

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|::1|::ffff:127\.\d+\.\d+\.\d+)$/;

@ApiExcludeController()
@Controller('api/metrics')
export class MetricsController {
  constructor(
    @Inject(Metrics) private readonly metrics: Metrics,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @Public()
  @WithoutTransaction()
  async read(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<string> {
    if (!isFromThisMachine(request) && !this.hasToken(request)) throw new Refusal(404, 'REQUEST.ROUTE_NOT_FOUND');
    response.setHeader('Content-Type', this.metrics.registry.contentType);
    return this.metrics.registry.metrics();
  }

  private hasToken(request: Request): boolean {
    const expected = Buffer.from(`Bearer ${this.settings.metricsToken ?? ''}`);
    const sent = Buffer.from(request.headers.authorization ?? '');
    return this.settings.metricsToken !== null && sent.length === expected.length && timingSafeEqual(sent, expected);
  }
}

/** What a proxy on this machine passes on comes from elsewhere, although it arrives over the loopback interface. */
function isFromThisMachine(request: Request): boolean {
  const isForwarded = request.headers['x-forwarded-for'] !== undefined || request.headers.forwarded !== undefined;
  return !isForwarded && LOOPBACK.test(request.socket.remoteAddress ?? '');
}
