import type { AssignmentPage, AssignmentQuery } from '@kuer/contract';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../../http/refusal.js';

@Injectable()
export class AssignmentListService {
  async list(_callId: string, _query: AssignmentQuery): Promise<AssignmentPage> {
    throw Refusal.notFound();
  }
}
