import type { AssignmentResponse, ThirdReviewRequest } from '@kuer/contract';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../../http/refusal.js';

@Injectable()
export class ThirdReviewsService {
  async order(_id: string, _body: ThirdReviewRequest): Promise<AssignmentResponse> {
    throw Refusal.notFound();
  }
}
