import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplicationsModule } from '../applications/applications.module.js';
import { FormalCheckController } from './formal-check.controller.js';
import { FormalCheckDecisionEntity, FormalCheckItemEntity, SupplementRequestEntity } from './formal-check.entity.js';
import { FormalCheckService } from './formal-check.service.js';
import { FormalCheckDecisionsService } from './formal-check-decisions.service.js';
import { FormalCheckDeskService } from './formal-check-desk.service.js';
import { SupplementRequestsService } from './supplement-requests.service.js';

/** Stage 1: is each application complete and assessable? */
@Module({
  imports: [
    ApplicationsModule,
    TypeOrmModule.forFeature([FormalCheckItemEntity, FormalCheckDecisionEntity, SupplementRequestEntity]),
  ],
  controllers: [FormalCheckController],
  providers: [FormalCheckService, FormalCheckDecisionsService, FormalCheckDeskService, SupplementRequestsService],
})
export class FormalCheckModule {}
