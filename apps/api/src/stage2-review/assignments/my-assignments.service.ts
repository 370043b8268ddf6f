import type { MyAssignmentsResponse } from '@kuer/contract';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../../http/refusal.js';

@Injectable()
export class MyAssignmentsService {
  async list(_callId: string): Promise<MyAssignmentsResponse> {
    throw Refusal.notFound();
  }
}
