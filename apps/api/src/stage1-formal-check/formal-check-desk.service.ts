import { Injectable } from '@nestjs/common';
import type { FormalCheckPage, FormalCheckQuery } from '@kuer/contract';

@Injectable()
export class FormalCheckDeskService {
  async list(_callId: string, _query: FormalCheckQuery): Promise<FormalCheckPage> {
    throw new Error('Follows with the next commit');
  }
}
