import type { Locale, ResultPage, ResultQuery } from '@kuer/contract';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../../http/refusal.js';

@Injectable()
export class ResultListService {
  async list(_callId: string, _query: ResultQuery, _locale: Locale): Promise<ResultPage> {
    throw Refusal.notFound();
  }
}
