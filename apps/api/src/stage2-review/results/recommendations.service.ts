import type { ConfirmRecommendationsResponse, Locale, RecommendationRequest, ResultRow } from '@kuer/contract';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../../http/refusal.js';

@Injectable()
export class RecommendationsService {
  async confirmDerived(_callId: string, _locale: Locale): Promise<ConfirmRecommendationsResponse> {
    throw Refusal.notFound();
  }
  async confirm(_id: string, _body: RecommendationRequest, _locale: Locale): Promise<ResultRow> {
    throw Refusal.notFound();
  }
}
