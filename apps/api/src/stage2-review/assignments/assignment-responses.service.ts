import type { AssignmentResponse, MyAssignmentResponse, ReasonRequest } from '@kuer/contract';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../../http/refusal.js';

@Injectable()
export class AssignmentResponsesService {
  async accept(_id: string): Promise<MyAssignmentResponse> {
    throw Refusal.notFound();
  }
  async decline(_id: string, _body: ReasonRequest): Promise<MyAssignmentResponse> {
    throw Refusal.notFound();
  }
  async revoke(_id: string, _body: ReasonRequest): Promise<AssignmentResponse> {
    throw Refusal.notFound();
  }
}
