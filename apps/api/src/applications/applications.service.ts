import type {
  ApplicationResponse,
  CreateApplicationRequest,
  UpdateApplicationRequest,
  WithdrawRequest,
} from '@kuer/contract';
import { Injectable } from '@nestjs/common';

@Injectable()
export class ApplicationsService {
  async create(_callId: string, _body: CreateApplicationRequest): Promise<ApplicationResponse> {
    throw new Error('Follows with the next commit');
  }

  async get(_id: string): Promise<ApplicationResponse> {
    throw new Error('Follows with the next commit');
  }

  async update(_id: string, _body: UpdateApplicationRequest): Promise<ApplicationResponse> {
    throw new Error('Follows with the next commit');
  }

  async withdraw(_id: string, _body: WithdrawRequest): Promise<ApplicationResponse> {
    throw new Error('Follows with the next commit');
  }
}
