import type { ConflictStatementRequest, ConflictStatementResponse } from '@kuer/contract';
import { Injectable } from '@nestjs/common';

@Injectable()
export class ConflictStatementsService {
  async get(_applicationId: string): Promise<ConflictStatementResponse> {
    throw new Error('Follows with the next commit');
  }

  async state(_applicationId: string, _body: ConflictStatementRequest): Promise<ConflictStatementResponse> {
    throw new Error('Follows with the next commit');
  }
}
