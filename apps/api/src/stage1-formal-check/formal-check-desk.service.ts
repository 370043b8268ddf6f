import type { FormalCheckPage, FormalCheckQuery } from '@kuer/contract';
import { Injectable } from '@nestjs/common';

@Injectable()
export class FormalCheckDeskService {
  async list(_callId: string, _query: FormalCheckQuery): Promise<FormalCheckPage> {
    throw new Error('Follows with the next commit');
  }
}
