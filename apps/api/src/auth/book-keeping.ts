import { Inject, Injectable, Logger, type OnApplicationBootstrap, type OnApplicationShutdown } from '@nestjs/common';
import { SYSTEM, UnitOfWork } from '../persistence/unit-of-work.js';

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

/** Throws away what has served: answers kept for repetition after a day, tries to sign in after a day, sessions a week after their end. */
@Injectable()
export class BookKeeping implements OnApplicationBootstrap, OnApplicationShutdown {
  private readonly logger = new Logger('BookKeeping');
  private timer: NodeJS.Timeout | undefined;

  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => void this.sweepQuietly(), HOUR);
    this.timer.unref();
  }

  onApplicationShutdown(): void {
    clearInterval(this.timer);
  }

  async sweep(now = new Date()): Promise<void> {
    await this.uow.run({ accountId: SYSTEM, mode: 'write', now }, async () => {
      await this.uow.query(`DELETE FROM kuer.idempotency_records WHERE created_at < $1`, [
        new Date(now.getTime() - DAY),
      ]);
      await this.uow.query(`DELETE FROM kuer.sign_in_attempts WHERE at < $1`, [new Date(now.getTime() - DAY)]);
      await this.uow.query(`DELETE FROM kuer.refresh_tokens WHERE expires_at < $1`, [
        new Date(now.getTime() - 7 * DAY),
      ]);
    });
  }

  private async sweepQuietly(): Promise<void> {
    try {
      await this.sweep();
    } catch (error) {
      this.logger.error('Could not clear away old records', error instanceof Error ? error.stack : String(error));
    }
  }
}
