import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { CallEntity } from './call.entity.js';
import { CallsController } from './calls.controller.js';
import { CallsService } from './calls.service.js';
import { CatalogueCriterionEntity, CatalogueVersionEntity } from './catalogue.entity.js';
import { CatalogueService } from './catalogue.service.js';
import { MemberChanges } from './member-changes.js';
import { MembersService } from './members.service.js';
import { OverrideRequestEntity } from './override-request.entity.js';
import { ReviewResults } from './review-results.js';
import { StageGates } from './stage-gates.js';
import { StagesService } from './stages.service.js';

/** Calls, their catalogue, members and stages. Global: every room registers at its gates and reads its catalogue. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forFeature([CallEntity, CatalogueVersionEntity, CatalogueCriterionEntity, OverrideRequestEntity]),
  ],
  controllers: [CallsController],
  providers: [CallsService, CatalogueService, MembersService, MemberChanges, StagesService, StageGates, ReviewResults],
  exports: [CallsService, CatalogueService, MemberChanges, StageGates, StagesService, ReviewResults],
})
export class CallsModule {}
