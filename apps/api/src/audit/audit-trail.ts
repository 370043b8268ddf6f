import { Injectable } from '@nestjs/common';
import type { AuditEventType } from '@kuer/domain';
import { UnitOfWork } from '../persistence/unit-of-work.js';

export interface NewAuditEvent {
  /** The call whose chain it belongs to; null for the installation's own chain (accounts). */
  readonly callId: string | null;
  readonly applicationId?: string | null;
  readonly type: AuditEventType;
  /** Ids, states and figures; no names, no free text about persons: the payload is hashed and can never be erased. */
  readonly payload: Readonly<Record<string, unknown>>;
}

/** The only writer of the trail. An event commits together with the change it tells of, or neither does. */
@Injectable()
export class AuditTrail {
  constructor(private readonly uow: UnitOfWork) {}

  async append(_event: NewAuditEvent): Promise<void> {
    throw new Error(`Not yet appended at ${this.uow.now.toISOString()}`);
  }
}
