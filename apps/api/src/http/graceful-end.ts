import type { Server } from 'node:http';
import { type BeforeApplicationShutdown, Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';

const PATIENCE_MS = 5000;

/**
 * When the server is asked to end, answers under way are finished; a connection is closed as soon as it has nothing more to answer, and
 * what is still open after a few seconds (a stream of events, somebody very slow) is cut off, so that the end comes.
 */
@Injectable()
export class GracefulEnd implements BeforeApplicationShutdown, OnApplicationShutdown {
  private readonly timers: NodeJS.Timeout[] = [];

  constructor(@Inject(HttpAdapterHost) private readonly host: HttpAdapterHost) {}

  beforeApplicationShutdown(): void {
    const server: Server | undefined = this.host.httpAdapter?.getHttpServer();
    // Node closes what is idle when it is told to end, and keeps what becomes idle afterwards.
    this.timers.push(setInterval(() => server?.closeIdleConnections(), 50));
    this.timers.push(setTimeout(() => server?.closeAllConnections(), PATIENCE_MS));
  }

  onApplicationShutdown(): void {
    for (const timer of this.timers) clearInterval(timer);
  }
}
