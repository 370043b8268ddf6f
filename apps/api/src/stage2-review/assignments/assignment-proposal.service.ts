import type { AssignmentPlanResponse, AssignmentProposalRequest, Locale } from '@kuer/contract';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../../http/refusal.js';

@Injectable()
export class AssignmentProposalService {
  async propose(_callId: string, _body: AssignmentProposalRequest, _locale: Locale): Promise<AssignmentPlanResponse> {
    throw Refusal.notFound();
  }
}
