import {
  type CallHandler,
  type ExecutionContext,
  Inject,
  Injectable,
  type NestInterceptor,
  PayloadTooLargeException,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { FileInterceptor } from '@nestjs/platform-express';
import type { Request } from 'express';
import type { Observable } from 'rxjs';
import { Refusal } from './refusal.js';
import { ACCEPTED_FILE, type AcceptedFile } from './upload.js';

/** Reads a file where the route takes one, and refuses bodies of a kind that the route does not take. */
@Injectable()
export class BodyInterceptor implements NestInterceptor {
  constructor(@Inject(Reflector) private readonly reflector: Reflector) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const request = context.switchToHttp().getRequest<Request>();
    const accepted = this.reflector.get<AcceptedFile | undefined>(ACCEPTED_FILE, context.getHandler());
    if (!hasBody(request)) return next.handle();
    if (accepted && request.is('multipart/form-data')) {
      const Reader = FileInterceptor(accepted.field, {
        limits: {
          fileSize: accepted.maxBytes,
          files: 1,
          fields: 20,
          fieldSize: 64 * 1024,
          parts: 25,
        },
      });
      try {
        return (await new Reader().intercept(context, next)) as Observable<unknown>;
      } catch (error) {
        if (!(error instanceof PayloadTooLargeException)) throw error;
        throw new Refusal(413, accepted.tooLarge, { limitMb: accepted.maxBytes / 1024 / 1024 });
      }
    }
    if (accepted || !request.is('application/json')) throw new Refusal(415, 'REQUEST.UNSUPPORTED_MEDIA_TYPE');
    return next.handle();
  }
}

const hasBody = (request: Request): boolean =>
  request.headers['transfer-encoding'] !== undefined || Number(request.headers['content-length'] ?? 0) > 0;
