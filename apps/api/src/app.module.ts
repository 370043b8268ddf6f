import { Module } from '@nestjs/common';
import { ApplicationsModule } from './applications/applications.module.js';
import { CallsModule } from './calls/calls.module.js';
import { FormalCheckModule } from './stage1-formal-check/formal-check.module.js';
import { Stage2ReviewModule } from './stage2-review/stage2-review.module.js';

/** Everything the API is made of. A new room adds its module here. */
@Module({ imports: [CallsModule, ApplicationsModule, FormalCheckModule, Stage2ReviewModule] })
export class AppModule {}
