import type { CheckItemResponse, FormalCheckResponse, Locale, PutCheckItemRequest } from '@kuer/contract';
import { Injectable } from '@nestjs/common';

@Injectable()
export class FormalCheckService {
  async get(_applicationId: string, _locale: Locale): Promise<FormalCheckResponse> {
    throw new Error('Follows with the next commit');
  }

  async putItem(
    _applicationId: string,
    _key: string,
    _body: PutCheckItemRequest,
    _locale: Locale,
  ): Promise<CheckItemResponse> {
    throw new Error('Follows with the next commit');
  }
}
