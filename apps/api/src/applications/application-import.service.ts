import type { ImportQuery, ImportResponse, Locale } from '@kuer/contract';
import { Injectable } from '@nestjs/common';
import type { ReceivedFile } from './received-file.js';

@Injectable()
export class ApplicationImportService {
  async import(
    _callId: string,
    _query: ImportQuery,
    _file: ReceivedFile | undefined,
    _locale: Locale,
  ): Promise<ImportResponse> {
    throw new Error('Follows with the next commit');
  }
}
