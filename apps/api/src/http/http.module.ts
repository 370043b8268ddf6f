import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_INTERCEPTOR, DiscoveryModule } from '@nestjs/core';
import { TransactionInterceptor } from '../persistence/transaction.interceptor.js';
import { BodyInterceptor } from './body.interceptor.js';
import { GracefulEnd } from './graceful-end.js';
import { HealthController } from './health.controller.js';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { MetricsController } from './metrics.controller.js';
import { Metrics } from './metrics.js';
import { ProblemFilter } from './problem.filter.js';
import { RouteCatalogue } from './route-catalogue.js';

/** What every request passes, in this order: read the body, open the transaction, look for an earlier answer. */
@Global()
@Module({
  imports: [DiscoveryModule],
  controllers: [HealthController, MetricsController],
  providers: [
    GracefulEnd,
    Metrics,
    RouteCatalogue,
    ProblemFilter,
    { provide: APP_FILTER, useExisting: ProblemFilter },
    { provide: APP_INTERCEPTOR, useClass: BodyInterceptor },
    { provide: APP_INTERCEPTOR, useClass: TransactionInterceptor },
    { provide: APP_INTERCEPTOR, useClass: IdempotencyInterceptor },
  ],
  exports: [Metrics, ProblemFilter, RouteCatalogue],
})
export class HttpModule {}
