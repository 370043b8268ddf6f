import type { Locale, PatchReviewRequest, PutScoreRequest, ReviewResponse, ScoreResponse } from '@kuer/contract';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../../http/refusal.js';

@Injectable()
export class ReviewDraftService {
  async putScore(_id: string, _criterion: string, _body: PutScoreRequest): Promise<ScoreResponse> {
    throw Refusal.notFound();
  }
  async patch(_id: string, _body: PatchReviewRequest, _locale: Locale): Promise<ReviewResponse> {
    throw Refusal.notFound();
  }
}
