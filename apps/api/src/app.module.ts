import { type DynamicModule, Module } from '@nestjs/common';
import { AccountsModule } from './accounts/accounts.module.js';
import { ApplicationsModule } from './applications/applications.module.js';
import { AuditModule } from './audit/audit.module.js';
import { AuthModule } from './auth/auth.module.js';
import { CallsModule } from './calls/calls.module.js';
import { DossierModule } from './dossier/dossier.module.js';
import { HttpModule } from './http/http.module.js';
import { persistenceWith } from './persistence/persistence.module.js';
import { PublicationModule } from './publication/publication.module.js';
import type { Settings } from './settings.js';
import { FormalCheckModule } from './stage1-formal-check/formal-check.module.js';
import { Stage2ReviewModule } from './stage2-review/stage2-review.module.js';
import { Stage3JuryModule } from './stage3-jury/stage3-jury.module.js';

/** Everything the API is made of. A new room adds its module here. */
@Module({
  imports: [
    HttpModule,
    AuthModule,
    AuditModule,
    AccountsModule,
    CallsModule,
    ApplicationsModule,
    FormalCheckModule,
    Stage2ReviewModule,
    Stage3JuryModule,
    PublicationModule,
    DossierModule,
  ],
})
export class AppModule {}

/** The API with these settings. `connects: false` describes it without a database (OpenAPI on the command line). */
export const appWith = (settings: Settings, { connects } = { connects: true }): DynamicModule => ({
  module: AppModule,
  imports: [persistenceWith(settings, { connects })],
});
