import type { Locale, ReviewResponse, SubmitReviewRequest } from '@kuer/contract';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../../http/refusal.js';

@Injectable()
export class ReviewSubmissionService {
  async submit(_id: string, _body: SubmitReviewRequest, _locale: Locale): Promise<ReviewResponse> {
    throw Refusal.notFound();
  }
}
