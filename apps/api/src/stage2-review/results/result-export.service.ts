import type { Locale, ResultExportQuery } from '@kuer/contract';
import type { StreamableFile } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../../http/refusal.js';

@Injectable()
export class ResultExportService {
  async export(_callId: string, _query: ResultExportQuery, _locale: Locale): Promise<StreamableFile> {
    throw Refusal.notFound();
  }
}
