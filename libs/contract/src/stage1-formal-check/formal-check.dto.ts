import { APPLICATION_STATES } from '@kuer/domain';
import { Day, Flag, Id, Many, One, OneOf, Text, Texts, Time, Whole } from '../fields.js';
import { ListQuery, pageOf } from '../lists.js';

/** What an examiner can enter; `pending` is what the system shows before. */
export const EXAMINED_RESULTS = ['passed', 'failed', 'not_applicable'] as const;

export class PutCheckItemRequest {
  @OneOf(EXAMINED_RESULTS, { name: 'CheckResult' })
  result: (typeof EXAMINED_RESULTS)[number];
  @Text({ max: 4000, min: 0, nullable: true, optional: true, description: 'Needed where the item failed.' })
  comment?: string | null;
  @Whole({ min: 0, optional: true, description: 'Version of the item as read; a stale one is refused.' })
  version?: number;
}

export class CheckItemResponse {
  @Text({ max: 60 })
  key: string;
  @Text({ max: 300 })
  label: string;
  @Flag({ description: 'The system has a finding of its own; the examiner decides all the same.' })
  isAutomatic: boolean;
  @OneOf(EXAMINED_RESULTS, { name: 'CheckResult', nullable: true, description: 'What the system found.' })
  suggestion: string | null;
  @Text({ max: 1000, nullable: true })
  finding: string | null;
  @OneOf(EXAMINED_RESULTS, { name: 'CheckResult', nullable: true })
  result: string | null;
  @Text({ max: 4000, nullable: true })
  comment: string | null;
  @Text({ max: 200, nullable: true })
  examinedBy: string | null;
  @Time({ nullable: true })
  examinedAt: string | null;
  @Whole()
  version: number;
}

export class FormalDecisionRequest {
  @OneOf(['accepted', 'rejected'], {
    name: 'FormalOutcome',
    description: 'A rejection counts once a second examiner has sent it too.',
  })
  outcome: 'accepted' | 'rejected';
  @Text({ max: 4000, min: 0, nullable: true, optional: true, description: 'Needed for a rejection.' })
  reason?: string | null;
}

export class FormalDecisionResponse {
  @OneOf(['accepted', 'rejected'], { name: 'FormalOutcome' })
  outcome: string;
  @Text({ max: 4000, nullable: true })
  reason: string | null;
  @Text({ max: 200 })
  decidedBy: string;
  @Time()
  decidedAt: string;
  @Text({ max: 200, nullable: true })
  confirmedBy: string | null;
  @Flag({ description: 'False: a rejection that waits for a second examiner.' })
  isFinal: boolean;
  @Flag({ description: 'The caller made it and so can not confirm it.' })
  isOwn: boolean;
}

export class ReopenFormalCheckRequest {
  @Text({ max: 4000, min: 10 })
  reason: string;
}

export class SupplementRequestRequest {
  @Day({ description: 'Until when the applicant may answer; in the future.' })
  dueOn: string;
  @Texts({ max: 40, maxItems: 50, description: 'Keys of the documents asked for.' })
  documentKeys: string[];
  @Text({ max: 8000, min: 10 })
  message: string;
}

export class FormalCheckQuery extends ListQuery {
  @OneOf(APPLICATION_STATES, { name: 'ApplicationState', optional: true })
  state?: string;
  @OneOf(['open', 'second_examiner', 'supplement', 'supplement_overdue', 'decided'], {
    name: 'FormalCheckTask',
    optional: true,
    description: 'What is to be done next.',
  })
  task?: 'open' | 'second_examiner' | 'supplement' | 'supplement_overdue' | 'decided';
}

/** A row of the desk: how far the formal check of one application is. */
export class FormalCheckListItem {
  @Id()
  applicationId: string;
  @Text({ max: 20 })
  applicationNumber: string;
  @OneOf(APPLICATION_STATES, { name: 'ApplicationState' })
  state: string;
  @Flag({ description: 'The caller is in conflict: nothing but number and state is shown.' })
  isRecused: boolean;
  @Text({ max: 300, nullable: true })
  title: string | null;
  @Text({ max: 300, nullable: true })
  leadName: string | null;
  @Whole({ nullable: true, description: 'Check items with a result.' })
  itemsExamined: number | null;
  @Whole({ nullable: true })
  itemsFailed: number | null;
  @Whole({ nullable: true })
  itemsTotal: number | null;
  @Flag({ description: 'A rejection waits for a second examiner.' })
  awaitsSecondExaminer: boolean;
  @Flag({ description: 'The caller sent that rejection and so can not confirm it.' })
  isOwnRejection: boolean;
  @Day({ nullable: true, description: 'Until when the open supplement request may be answered.' })
  supplementDueOn: string | null;
  @Flag()
  isSupplementOverdue: boolean;
}
export class FormalCheckPage extends pageOf(FormalCheckListItem, 'FormalCheckPageBase') {}

export class SupplementAnswerRequest {
  @Text({ max: 8000, min: 2 })
  answer: string;
}

export class SupplementResponse {
  @Id()
  id: string;
  @Day()
  dueOn: string;
  @Texts({ max: 40 })
  documentKeys: string[];
  @Text({ max: 8000 })
  message: string;
  @Text({ max: 200 })
  sentBy: string;
  @Time()
  sentAt: string;
  @Time({ nullable: true })
  answeredAt: string | null;
  @Text({ max: 8000, nullable: true })
  answer: string | null;
  @Flag()
  isOverdue: boolean;
}

export class FormalCheckResponse {
  @Id()
  applicationId: string;
  @OneOf(APPLICATION_STATES, { name: 'ApplicationState' })
  state: string;
  @Many(() => CheckItemResponse)
  items: CheckItemResponse[];
  @One(() => FormalDecisionResponse, { nullable: true })
  decision: FormalDecisionResponse | null;
  @Many(() => SupplementResponse)
  supplementRequests: SupplementResponse[];
  @Texts({ max: 60 })
  abilities: string[];
}
