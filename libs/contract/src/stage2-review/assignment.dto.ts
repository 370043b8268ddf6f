import { ASSIGNMENT_STATES, REVIEW_STATES } from '@kuer/domain';
import { Day, Flag, Id, Many, OneOf, Text, Texts, Time, Whole } from '../fields.js';
import { ListQuery, pageOf } from '../lists.js';

export class AssignmentProposalRequest {
  @Whole({
    min: 1,
    max: 2,
    optional: true,
    description: 'Left out: as the rules of the call say. A third review is ordered singly.',
  })
  reviewersPerApplication?: number;
  @Whole({ min: 1, max: 10_000, optional: true, description: 'At most so many applications per reviewer.' })
  maxLoad?: number;
}

export class PlannedPair {
  @Id()
  applicationId: string;
  @Text({ max: 20 })
  applicationNumber: string;
  @Id()
  reviewerId: string;
  @Text({ max: 200 })
  reviewerName: string;
  @Whole({ min: 1, max: 3 })
  slot: number;
  @Flag({ description: 'Already assigned; the plan leaves it as it is.' })
  isExisting: boolean;
}

export class ReviewerLoad {
  @Id()
  reviewerId: string;
  @Text({ max: 200 })
  name: string;
  @Whole({ description: 'Assignments that are active now.' })
  current: number;
  @Whole({ description: 'Assignments with the plan.' })
  planned: number;
  @Whole({ description: 'Applications closed to this person by a conflict.' })
  conflicts: number;
}

export class UnassignedApplication {
  @Id()
  applicationId: string;
  @Text({ max: 20 })
  applicationNumber: string;
  @Text({ max: 1000 })
  message: string;
}

export class AssignmentPlanResponse {
  @Many(() => PlannedPair)
  pairs: PlannedPair[];
  @Many(() => ReviewerLoad)
  loads: ReviewerLoad[];
  @Whole()
  minLoad: number;
  @Whole()
  maxLoad: number;
  @Flag({
    description:
      'Every reviewer is linked with every other over shared applications, so that severity can be estimated.',
  })
  connected: boolean;
  @Many(() => UnassignedApplication, { description: 'Where no allowed reviewer is left, and why.' })
  unassigned: UnassignedApplication[];
}

export class AssignmentPair {
  @Id()
  applicationId: string;
  @Id()
  reviewerId: string;
  @Whole({
    min: 1,
    max: 3,
    optional: true,
    description: 'Left out: the first free slot. 3 only where a third review was ordered.',
  })
  slot?: number;
}

export class ConfirmAssignmentsRequest {
  @Many(() => AssignmentPair, { min: 1, max: 50_000 })
  pairs: AssignmentPair[];
  @Day({ optional: true, nullable: true, description: 'Left out: the review deadline of the call.' })
  dueOn?: string | null;
}

export class AssignmentResponse {
  @Id()
  id: string;
  @Id()
  applicationId: string;
  @Text({ max: 20 })
  applicationNumber: string;
  @Whole()
  slot: number;
  @Id()
  reviewerId: string;
  @Text({ max: 200 })
  reviewerName: string;
  @OneOf(ASSIGNMENT_STATES, { name: 'AssignmentState' })
  state: (typeof ASSIGNMENT_STATES)[number];
  @OneOf(REVIEW_STATES, { name: 'ReviewState', nullable: true })
  reviewState: string | null;
  @Whole({ nullable: true, description: 'Criteria scored so far (n of 12); no values.' })
  scored: number | null;
  @Whole()
  criteria: number;
  @Day({ nullable: true })
  dueOn: string | null;
  @Flag()
  isOverdue: boolean;
  @Flag({
    description:
      'A conflict of the reviewer is on record. A review submitted before still counts until the assignment is revoked.',
  })
  hasConflict: boolean;
  @Text({ max: 4000, nullable: true, description: 'Why the reviewer declined it.' })
  declineReason: string | null;
  @Text({ max: 4000, nullable: true, description: 'Why the coordinator revoked it.' })
  revokeReason: string | null;
  @Id({ nullable: true })
  reviewId: string | null;
}
export class AssignmentPage extends pageOf(AssignmentResponse, 'AssignmentPageBase') {}
export class AssignmentsResponse {
  @Many(() => AssignmentResponse)
  items: AssignmentResponse[];
}

export class AssignmentQuery extends ListQuery {
  @OneOf(ASSIGNMENT_STATES, { name: 'AssignmentState', optional: true })
  state?: string;
  @Id({ optional: true })
  reviewerId?: string;
  @Id({ optional: true })
  applicationId?: string;
}

export class ReasonRequest {
  @Text({ max: 4000, min: 5 })
  reason: string;
}

/** What a reviewer sees of their own assignment. Before the conflict question is answered: number, title and lead only. */
export class MyAssignmentResponse {
  @Id()
  id: string;
  @Id()
  applicationId: string;
  @Text({ max: 20 })
  applicationNumber: string;
  @Text({ max: 300, nullable: true })
  title: string | null;
  @Text({ max: 300, nullable: true })
  leadName: string | null;
  @Texts({ max: 300 })
  partnerNames: string[];
  @OneOf(ASSIGNMENT_STATES, { name: 'AssignmentState' })
  state: string;
  @Flag({ description: 'The conflict question is still to be answered.' })
  needsConflictAnswer: boolean;
  @Flag()
  isInConflict: boolean;
  @OneOf(REVIEW_STATES, { name: 'ReviewState', nullable: true })
  reviewState: string | null;
  @Id({ nullable: true })
  reviewId: string | null;
  @Whole()
  scored: number;
  @Whole()
  criteria: number;
  @Day({ nullable: true })
  dueOn: string | null;
  @Flag()
  isOverdue: boolean;
  @Flag({ description: 'A reconciliation is open: the other review can be read, an amendment can be sent.' })
  inReconciliation: boolean;
  @Time()
  assignedAt: string;
}
export class MyAssignmentsResponse {
  @Many(() => MyAssignmentResponse)
  items: MyAssignmentResponse[];
}
