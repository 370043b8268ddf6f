import { Global, Module } from '@nestjs/common';
import { AuditController } from './audit.controller.js';
import { AuditChain } from './audit-chain.js';
import { AuditExport } from './audit-export.js';
import { AuditReader } from './audit-reader.js';
import { AuditTrail } from './audit-trail.js';
import { AuditVerifier } from './audit-verifier.js';

@Global()
@Module({
  controllers: [AuditController],
  providers: [AuditTrail, AuditChain, AuditReader, AuditVerifier, AuditExport],
  exports: [AuditTrail],
})
export class AuditModule {}
