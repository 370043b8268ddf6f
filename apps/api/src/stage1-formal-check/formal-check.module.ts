import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplicationsModule } from '../applications/applications.module.js';
import { FormalCheckController } from './formal-check.controller.js';
import { FormalCheckDecisionEntity, FormalCheckItemEntity, SupplementRequestEntity } from './formal-check.entity.js';
import { FormalCheckRepository } from './formal-check.repository.js';
import { FormalCheckService } from './formal-check.service.js';
import { FormalCheckDecisionsService } from './formal-check-decisions.service.js';
import { FormalCheckDeskService } from './formal-check-desk.service.js';
import { FormalCheckReader } from './formal-check-reader.js';
import { FormalCheckStage } from './formal-check-stage.js';
import { SupplementRequestsService } from './supplement-requests.service.js';

/** Stage 1: is each application complete and assessable? */
@Module({
  imports: [
    ApplicationsModule,
    TypeOrmModule.forFeature([FormalCheckItemEntity, FormalCheckDecisionEntity, SupplementRequestEntity]),
  ],
  controllers: [FormalCheckController],
  providers: [
    FormalCheckDecisionsService,
    FormalCheckDeskService,
    FormalCheckReader,
    FormalCheckRepository,
    FormalCheckService,
    FormalCheckStage,
    SupplementRequestsService,
  ],
  exports: [FormalCheckDecisionsService, FormalCheckService, SupplementRequestsService],
})
export class FormalCheckModule {}
