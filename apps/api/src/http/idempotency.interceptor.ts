import { createHash } from 'node:crypto';
import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Request, Response } from 'express';
import { from, lastValueFrom, type Observable } from 'rxjs';
import { Access } from '../auth/access.js';
import { signedInAccount } from '../auth/signed-in.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import { Refusal } from './refusal.js';
import { currentRequest } from './request-context.js';

interface Recorded {
  readonly requestHash: string;
  readonly status: number;
  readonly body: { readonly value?: unknown };
}

/** What the body reader leaves of an upload. */
interface ReceivedFile {
  readonly originalname: string;
  readonly buffer: Buffer;
}

const KEY = /^[\x21-\x7e]{8,200}$/;

/**
 * A POST that carries an Idempotency-Key is done once: sent again, it gets the first answer. The record is written in the transaction
 * of the change, so that neither exists without the other; a second request with the same key waits until the first one has ended.
 * Refusals leave no record: what was refused has changed nothing and may be tried again.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(Access) private readonly access: Access,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const key = request.headers['idempotency-key'];
    if (request.method !== 'POST' || key === undefined || !signedInAccount(request) || !this.uow.isOpen)
      return next.handle();
    if (typeof key !== 'string' || !KEY.test(key)) throw new Refusal(400, 'REQUEST.IDEMPOTENCY_KEY_INVALID');
    return from(this.once(key, request, context.switchToHttp().getResponse<Response>(), next));
  }

  private async once(key: string, request: Request, response: Response, next: CallHandler): Promise<unknown> {
    const requestHash = hashOf(request);
    const { accountId } = this.uow;
    await this.uow.query(
      `SELECT pg_advisory_xact_lock(hashtextextended('kuer.idempotency ' || $1::text || $2::text, 0))`,
      [accountId, key],
    );
    const [record] = await this.uow.query<Recorded>(
      `SELECT request_hash AS "requestHash", status, body FROM kuer.idempotency_records WHERE account_id = $1 AND key = $2`,
      [accountId, key],
    );
    if (record) return this.again(record, requestHash, response);
    const value: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
    await this.uow.query(
      `INSERT INTO kuer.idempotency_records (account_id, key, route, request_hash, status, body, created_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [accountId, key, request.path, requestHash, response.statusCode, JSON.stringify({ value }), this.uow.now],
    );
    return value;
  }

  private async again(record: Recorded, requestHash: string, response: Response): Promise<unknown> {
    // Refuses an account that was disabled since; what the answer says, this account was told before.
    await this.access.actorAnywhere();
    if (record.requestHash !== requestHash) throw Refusal.rule('REQUEST.IDEMPOTENCY_KEY_REUSED');
    const current = currentRequest();
    if (current) current.isReplay = true;
    response.status(record.status);
    response.setHeader('Idempotency-Replayed', 'true');
    return record.body.value;
  }
}

/** Same route and same content, file included; parsed content, so that spaces between the JSON tokens make no difference. */
function hashOf(request: Request): string {
  const hash = createHash('sha256').update(
    `${request.method} ${request.originalUrl}\n${JSON.stringify(request.body ?? null)}\n`,
  );
  const { file } = request as Request & { file?: ReceivedFile };
  if (file) hash.update(file.originalname).update('\n').update(file.buffer);
  return hash.digest('hex');
}
