import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { ApplicationContentEntity, ApplicationEntity, ApplicationPartyEntity } from './application.entity.js';
import { ApplicationExportService } from './application-export.service.js';
import { ApplicationImportService } from './application-import.service.js';
import { ApplicationListService } from './application-list.service.js';
import { ApplicationsController } from './applications.controller.js';
import { ApplicationsService } from './applications.service.js';
import { AttachmentEntity } from './attachments/attachment.entity.js';
import { AttachmentsController } from './attachments/attachments.controller.js';
import { AttachmentsService } from './attachments/attachments.service.js';
import { ConflictEntity, ConflictStatementEntity } from './conflicts/conflict.entity.js';
import { ConflictStatementsService } from './conflicts/conflict-statements.service.js';
import { ConflictsController } from './conflicts/conflicts.controller.js';
import { ConflictsService } from './conflicts/conflicts.service.js';

/** The records all stages share: applications with their documents, and who is in conflict with them. */
@Module({
  imports: [
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
    ApplicationsService,
    ApplicationListService,
    ApplicationImportService,
    ApplicationExportService,
    AttachmentsService,
    ConflictsService,
    ConflictStatementsService,
  ],
})
export class ApplicationsModule {}
