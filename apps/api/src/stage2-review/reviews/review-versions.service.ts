import type { Locale, ReasonRequest, ReviewResponse, ReviewVersionsResponse } from '@kuer/contract';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../../http/refusal.js';

@Injectable()
export class ReviewVersionsService {
  async list(_id: string): Promise<ReviewVersionsResponse> {
    throw Refusal.notFound();
  }
  async reopen(_id: string, _body: ReasonRequest, _locale: Locale): Promise<ReviewResponse> {
    throw Refusal.notFound();
  }
  async amend(_id: string, _body: ReasonRequest, _locale: Locale): Promise<ReviewResponse> {
    throw Refusal.notFound();
  }
}
