import type { ApplicationPage, ApplicationQuery } from '@kuer/contract';
import { Injectable } from '@nestjs/common';

@Injectable()
export class ApplicationListService {
  async list(_callId: string, _query: ApplicationQuery): Promise<ApplicationPage> {
    throw new Error('Follows with the next commit');
  }
}
