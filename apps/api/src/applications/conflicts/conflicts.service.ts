import type {
  ConflictPage,
  ConflictQuery,
  ConflictResponse,
  CreateConflictRequest,
  LiftConflictRequest,
} from '@kuer/contract';
import { Injectable } from '@nestjs/common';

@Injectable()
export class ConflictsService {
  async list(_callId: string, _query: ConflictQuery): Promise<ConflictPage> {
    throw new Error('Follows with the next commit');
  }

  async create(_callId: string, _body: CreateConflictRequest): Promise<ConflictResponse> {
    throw new Error('Follows with the next commit');
  }

  async lift(_id: string, _body: LiftConflictRequest): Promise<ConflictResponse> {
    throw new Error('Follows with the next commit');
  }
}
