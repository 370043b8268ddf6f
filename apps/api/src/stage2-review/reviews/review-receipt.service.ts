import type { Locale } from '@kuer/contract';
import type { StreamableFile } from '@nestjs/common';
import { Injectable } from '@nestjs/common';
import { Refusal } from '../../http/refusal.js';

@Injectable()
export class ReviewReceiptService {
  async receipt(_id: string, _locale: Locale): Promise<StreamableFile> {
    throw Refusal.notFound();
  }
}
