import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DecisionEntity, DecisionItemEntity } from './decision.entity.js';
import { DecisionReasons } from './decision-reasons.js';
import { DecisionsService } from './decisions.service.js';
import { OverviewService } from './overview.service.js';
import { PublicationController } from './publication.controller.js';

/** The decision, its publication, and what the public reads. */
@Module({
  imports: [TypeOrmModule.forFeature([DecisionEntity, DecisionItemEntity])],
  controllers: [PublicationController],
  providers: [DecisionsService, DecisionReasons, OverviewService],
})
export class PublicationModule {}
