import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplicationsModule } from '../applications/applications.module.js';
import { BundleEntity, BundleItemEntity, BundleJustificationEntity } from './bundles/bundle.entity.js';
import { BundleAdoptionService } from './bundles/bundle-adoption.service.js';
import { BundleProposalsService } from './bundles/bundle-proposals.service.js';
import { BundleReader } from './bundles/bundle-reader.js';
import { BundlesController } from './bundles/bundles.controller.js';
import { BundlesService } from './bundles/bundles.service.js';
import { Candidates } from './bundles/candidates.js';
import { CorridorReasons } from './bundles/corridor-reasons.js';
import { JuryMembers } from './jury-members.js';
import { JuryNames } from './jury-names.js';
import { JuryStage } from './jury-stage.js';
import { ElectorateEntity, MotionEntity, VoteEntity } from './motions/motion.entity.js';
import { MotionReader } from './motions/motion-reader.js';
import { MotionsController } from './motions/motions.controller.js';
import { MotionsService } from './motions/motions.service.js';
import { VotesService } from './motions/votes.service.js';
import { AttendanceEntity, SessionEntity } from './sessions/session.entity.js';
import { SessionEventsService } from './sessions/session-events.service.js';
import { SessionsController } from './sessions/sessions.controller.js';
import { SessionsService } from './sessions/sessions.service.js';

/** Stage 3: the jury meets, votes, and assembles the bundle. */
@Module({
  imports: [
    ApplicationsModule,
    TypeOrmModule.forFeature([
      SessionEntity,
      AttendanceEntity,
      MotionEntity,
      ElectorateEntity,
      VoteEntity,
      BundleEntity,
      BundleItemEntity,
      BundleJustificationEntity,
    ]),
  ],
  controllers: [SessionsController, MotionsController, BundlesController],
  providers: [
    JuryMembers,
    JuryNames,
    JuryStage,
    SessionsService,
    SessionEventsService,
    MotionsService,
    MotionReader,
    VotesService,
    BundlesService,
    BundleReader,
    BundleProposalsService,
    BundleAdoptionService,
    Candidates,
    CorridorReasons,
  ],
})
export class Stage3JuryModule {}
