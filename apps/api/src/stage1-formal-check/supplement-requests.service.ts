import type { SupplementAnswerRequest, SupplementRequestRequest, SupplementResponse } from '@kuer/contract';
import { Injectable } from '@nestjs/common';

@Injectable()
export class SupplementRequestsService {
  async send(_applicationId: string, _body: SupplementRequestRequest): Promise<SupplementResponse> {
    throw new Error('Follows with the next commit');
  }

  async answer(_id: string, _body: SupplementAnswerRequest): Promise<SupplementResponse> {
    throw new Error('Follows with the next commit');
  }
}
