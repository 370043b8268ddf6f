import type { ApplicationReviewsResponse, Locale, ReviewResponse } from '@kuer/contract';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../../http/refusal.js';

@Injectable()
export class ReviewReadingService {
  async ofApplication(_id: string, _locale: Locale): Promise<ApplicationReviewsResponse> {
    throw Refusal.notFound();
  }
  async get(_id: string, _locale: Locale): Promise<ReviewResponse> {
    throw Refusal.notFound();
  }
}
