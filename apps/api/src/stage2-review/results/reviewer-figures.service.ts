import type { AgreementResponse, SeverityResponse } from '@kuer/contract';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../../http/refusal.js';

@Injectable()
export class ReviewerFiguresService {
  async agreement(_callId: string): Promise<AgreementResponse> {
    throw Refusal.notFound();
  }
  async severity(_callId: string): Promise<SeverityResponse> {
    throw Refusal.notFound();
  }
}
