import type { FormalCheckResponse, FormalDecisionRequest, Locale } from '@kuer/contract';
import { Injectable } from '@nestjs/common';

@Injectable()
export class FormalCheckDecisionsService {
  async decide(_applicationId: string, _body: FormalDecisionRequest, _locale: Locale): Promise<FormalCheckResponse> {
    throw new Error('Follows with the next commit');
  }
}
