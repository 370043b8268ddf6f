import { CONFLICT_GROUNDS } from '@kuer/domain';
import { Flag, Id, OneOf, Text, Time } from '../fields.js';
import { pageOf } from '../lists.js';

export class CreateConflictRequest {
  @Id()
  applicationId: string;
  @Id({ optional: true, nullable: true, description: 'Left out: the caller declares it for themselves.' })
  accountId?: string | null;
  @OneOf(CONFLICT_GROUNDS, { name: 'ConflictGround' })
  ground: (typeof CONFLICT_GROUNDS)[number];
  @Text({ max: 4000, min: 0, nullable: true, optional: true })
  note?: string | null;
}

export class LiftConflictRequest {
  @Text({ max: 4000, min: 10 })
  reason: string;
}

export class ConflictStatementRequest {
  @Flag({ description: 'The answer to the conflict question, once per application.' })
  hasConflict: boolean;
  @OneOf(CONFLICT_GROUNDS, { name: 'ConflictGround', optional: true, description: 'Needed where hasConflict is true.' })
  ground?: (typeof CONFLICT_GROUNDS)[number];
  @Text({ max: 4000, min: 0, nullable: true, optional: true })
  note?: string | null;
}

export class ConflictResponse {
  @Id()
  id: string;
  @Id()
  applicationId: string;
  @Text({ max: 20 })
  applicationNumber: string;
  @Id()
  accountId: string;
  @Text({ max: 200 })
  accountName: string;
  @OneOf(CONFLICT_GROUNDS, { name: 'ConflictGround' })
  ground: string;
  @Text({ max: 4000, nullable: true })
  note: string | null;
  @OneOf(['declared', 'set', 'derived'], { name: 'ConflictSource' })
  source: string;
  @OneOf(['active', 'lifted'], { name: 'ConflictState' })
  state: string;
  @Text({ max: 4000, nullable: true })
  liftReason: string | null;
  @Time()
  createdAt: string;
}
export class ConflictPage extends pageOf(ConflictResponse, 'ConflictPageBase') {}

