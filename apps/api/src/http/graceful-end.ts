import type { Server } from 'node:http';
import { type BeforeApplicationShutdown, Inject, Injectable } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

const PATIENCE_MS = 5000;

/**
 * When the server is asked to end, answers under way are finished and idle connections closed (node does both). What is still open
 * after a few seconds (a stream of events, somebody very slow) is cut off, so that the end comes.
 */
@Injectable()
export class GracefulEnd implements BeforeApplicationShutdown {
  constructor(@Inject(HttpAdapterHost) private readonly host: HttpAdapterHost) {}

  beforeApplicationShutdown(): void {
    const server: Server | undefined = this.host.httpAdapter?.getHttpServer();
    setTimeout(() => server?.closeAllConnections(), PATIENCE_MS).unref();
  }
}
