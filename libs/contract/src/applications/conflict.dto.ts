import { CONFLICT_GROUNDS, CONFLICT_SOURCES, CONFLICT_STATES } from '@kuer/domain';
import { Flag, Id, One, OneOf, Text, Time } from '../fields.js';
import { ListQuery, pageOf } from '../lists.js';

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

export class ConflictQuery extends ListQuery {
  @Id({ optional: true })
  applicationId?: string;
  @Id({ optional: true })
  accountId?: string;
  @OneOf(CONFLICT_STATES, { name: 'ConflictState', optional: true })
  state?: string;
  @OneOf(CONFLICT_SOURCES, { name: 'ConflictSource', optional: true })
  source?: string;
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
  @Text({ max: 20, nullable: true, description: 'null: the caller may not know the application (yet).' })
  applicationNumber: string | null;
  @Id()
  accountId: string;
  @Text({ max: 200, nullable: true, description: 'null: the caller may not know the name.' })
  accountName: string | null;
  @OneOf(CONFLICT_GROUNDS, { name: 'ConflictGround' })
  ground: string;
  @Text({ max: 4000, nullable: true })
  note: string | null;
  @OneOf(CONFLICT_SOURCES, { name: 'ConflictSource' })
  source: string;
  @OneOf(CONFLICT_STATES, { name: 'ConflictState' })
  state: string;
  @Text({ max: 4000, nullable: true })
  liftReason: string | null;
  @Time()
  createdAt: string;
}
export class ConflictPage extends pageOf(ConflictResponse, 'ConflictPageBase') {}

/** The caller's own answer to the conflict question of one application. */
export class ConflictStatementResponse {
  @Id()
  applicationId: string;
  @Flag({ nullable: true, description: 'null: not answered yet.' })
  hasConflict: boolean | null;
  @Time({ nullable: true })
  statedAt: string | null;
  @One(() => ConflictResponse, { nullable: true, description: 'What was put on record because of the answer.' })
  conflict: ConflictResponse | null;
}
