import type { AssignmentsResponse, ConfirmAssignmentsRequest } from '@kuer/contract';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../../http/refusal.js';

@Injectable()
export class AssignmentConfirmationService {
  async confirm(_callId: string, _body: ConfirmAssignmentsRequest): Promise<AssignmentsResponse> {
    throw Refusal.notFound();
  }
}
