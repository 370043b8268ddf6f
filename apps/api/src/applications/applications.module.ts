import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AccountsModule } from '../accounts/accounts.module.js';
import { ApplicationContentEntity, ApplicationEntity, ApplicationPartyEntity } from './application.entity.js';
import { ApplicationAccess } from './application-access.js';
import { ApplicationChecks } from './application-checks.js';
import { ApplicationExportService } from './application-export.service.js';
import { ApplicationImportService } from './application-import.service.js';
import { ApplicationListService } from './application-list.service.js';
import { ApplicationStore } from './application-store.js';
import { ApplicationTransitions } from './application-transitions.js';
import { ApplicationsController } from './applications.controller.js';
import { ApplicationsService } from './applications.service.js';
import { AttachmentEntity } from './attachments/attachment.entity.js';
import { AttachmentReader } from './attachments/attachment-reader.js';
import { AttachmentsController } from './attachments/attachments.controller.js';
import { AttachmentsService } from './attachments/attachments.service.js';
import { ConflictEntity, ConflictStatementEntity } from './conflicts/conflict.entity.js';
import { ConflictRepository } from './conflicts/conflict.repository.js';
import { ConflictEvents } from './conflicts/conflict-events.js';
import { ConflictRecorder } from './conflicts/conflict-recorder.js';
import { ConflictStatementsService } from './conflicts/conflict-statements.service.js';
import { ConflictsController } from './conflicts/conflicts.controller.js';
import { ConflictsService } from './conflicts/conflicts.service.js';
import { DerivedConflicts } from './conflicts/derived-conflicts.js';
import { Participations } from './participations.js';

/** The records all stages share: applications with their documents, and who is in conflict with them. Stages meet here. */
@Module({
  imports: [
    AccountsModule,
    TypeOrmModule.forFeature([
      ApplicationEntity,
      ApplicationContentEntity,
      ApplicationPartyEntity,
      AttachmentEntity,
      ConflictEntity,
      ConflictStatementEntity,
    ]),
  ],
  controllers: [ApplicationsController, AttachmentsController, ConflictsController],
  providers: [
    ApplicationAccess,
    ApplicationChecks,
    ApplicationExportService,
    ApplicationImportService,
    ApplicationListService,
    ApplicationStore,
    ApplicationTransitions,
    ApplicationsService,
    AttachmentReader,
    AttachmentsService,
    ConflictEvents,
    ConflictRecorder,
    ConflictRepository,
    ConflictStatementsService,
    ConflictsService,
    DerivedConflicts,
    Participations,
  ],
  exports: [
    ApplicationAccess,
    ApplicationImportService,
    ApplicationListService,
    ApplicationStore,
    ApplicationTransitions,
    ApplicationsService,
    AttachmentReader,
    AttachmentsService,
    ConflictEvents,
    ConflictStatementsService,
    ConflictsService,
    DerivedConflicts,
    Participations,
  ],
})
export class ApplicationsModule {}
