import type { ApplicationExportQuery, ImportTemplateQuery, Locale } from '@kuer/contract';
import { Injectable, StreamableFile } from '@nestjs/common';

@Injectable()
export class ApplicationExportService {
  async list(_callId: string, _query: ApplicationExportQuery, _locale: Locale): Promise<StreamableFile> {
    throw new Error('Follows with the next commit');
  }

  async template(_callId: string, _query: ImportTemplateQuery, _locale: Locale): Promise<StreamableFile> {
    throw new Error('Follows with the next commit');
  }
}
