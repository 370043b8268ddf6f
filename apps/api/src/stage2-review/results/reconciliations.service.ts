import type { CloseReconciliationRequest, Locale, ReconciliationRequest, ResultRow } from '@kuer/contract';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../../http/refusal.js';

@Injectable()
export class ReconciliationsService {
  async open(_id: string, _body: ReconciliationRequest, _locale: Locale): Promise<ResultRow> {
    throw Refusal.notFound();
  }
  async close(_id: string, _body: CloseReconciliationRequest, _locale: Locale): Promise<ResultRow> {
    throw Refusal.notFound();
  }
}
