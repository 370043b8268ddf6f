import { Flag, Id, Json, OneOf, Text, Time, Whole } from '../fields.js';
import { ListQuery, pageOf } from '../lists.js';

export class AuditQuery extends ListQuery {
  @Id({ optional: true, description: 'Account that acted.' })
  actor?: string;
  @Text({
    optional: true,
    max: 60,
    description: 'Type of event, as REVIEW_SUBMITTED; several separated by commas.',
  })
  type?: string;
  @Id({
    optional: true,
    description: 'Id of any thing that the event names in its payload.',
  })
  objectId?: string;
  @Id({ optional: true })
  applicationId?: string;
  @Time({ optional: true, description: 'From this point in time (inclusive).' })
  from?: string;
  @Time({
    optional: true,
    description: 'Up to this point in time (exclusive).',
  })
  to?: string;
}

export class AuditEventResponse {
  @Whole({ min: 1, description: 'Place in the chain, without gaps.' })
  seq: number;
  @Id()
  id: string;
  @Text({ max: 60 })
  type: string;
  @Time()
  at: string;
  @Id({ nullable: true, description: 'Null: the installation itself.' })
  actorId: string | null;
  @Text({ nullable: true, max: 200 })
  actorName: string | null;
  @Id({ nullable: true })
  applicationId: string | null;
  @Text({
    nullable: true,
    max: 20,
    description: 'Number of the application, as B-001.',
  })
  applicationNumber: string | null;
  @Json()
  payload: Record<string, unknown>;
  @Text({ max: 64 })
  previousHash: string;
  @Text({ max: 64 })
  hash: string;
}

export class AuditEventPage extends pageOf(AuditEventResponse, 'AuditEventPageBase') {}

export const AUDIT_FAULTS = [
  'sequence_gap',
  'previous_hash_differs',
  'hash_differs',
  'not_canonical',
  'head_differs',
  'columns_differ',
] as const;

/** What recomputing the whole chain found. */
export class AuditVerificationResponse {
  @Flag({
    description: 'True when every event is where it was, unchanged, and none is missing.',
  })
  ok: boolean;
  @Whole({ min: 0, description: 'How many events the chain has.' })
  size: number;
  @Whole({
    min: 0,
    description:
      'How many of them are about applications the person is in conflict with: of these only the place is checked.',
  })
  concealed: number;
  @Text({
    nullable: true,
    max: 64,
    description: 'Hash of the last event; null for an empty chain.',
  })
  head: string | null;
  @Whole({
    nullable: true,
    min: 1,
    description: 'Place of the first event that does not fit.',
  })
  firstBad: number | null;
  @OneOf(AUDIT_FAULTS, {
    nullable: true,
    name: 'AuditFault',
  })
  fault: (typeof AUDIT_FAULTS)[number] | null;
  @Time()
  checkedAt: string;
}
