import { type CallHandler, type ExecutionContext, Inject, Injectable, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { from, lastValueFrom, map, type Observable } from 'rxjs';
import { ROUTE_DECLARATION, type RouteDeclaration, WITHOUT_TRANSACTION } from '../auth/permission.js';
import { signedInAccount } from '../auth/signed-in.js';
import { type RequestContext, runInRequest } from '../http/request-context.js';
import { requestIdOf } from '../http/request-id.js';
import { UnitOfWork } from './unit-of-work.js';

/**
 * One request, one transaction: opened before the handler, committed before the answer goes out, rolled back when anything throws.
 * A handler that ends well without having decided the permission its route declares is rolled back too: a forgotten check
 * is a failing request, never an open door.
 */
@Injectable()
export class TransactionInterceptor implements NestInterceptor {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(Reflector) private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const request = context.switchToHttp().getRequest<Request>();
    const handler = context.getHandler();
    const declaration = this.reflector.get<RouteDeclaration>(ROUTE_DECLARATION, handler);
    const signedIn = signedInAccount(request);
    const current: RequestContext = { requestId: requestIdOf(request), signedIn, decided: new Set(), isReplay: false };
    if (this.reflector.get<boolean | undefined>(WITHOUT_TRANSACTION, handler)) {
      const checked = map((value: unknown, index) => {
        if (index === 0) requireDecision(declaration, current, handler.name);
        return value;
      });
      return runInRequest(current, () => next.handle()).pipe(checked);
    }
    const mode = request.method === 'GET' || request.method === 'HEAD' ? 'read' : 'write';
    const answer = async (): Promise<unknown> => {
      current.decided.clear();
      const value: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      requireDecision(declaration, current, handler.name);
      return value;
    };
    return from(runInRequest(current, () => this.uow.run({ accountId: signedIn?.accountId ?? null, mode }, answer)));
  }
}

function requireDecision(declaration: RouteDeclaration, current: RequestContext, handler: string): void {
  if (declaration.kind !== 'permission' || current.isReplay) return;
  if (declaration.actions.some((action) => current.decided.has(action))) return;
  throw new Error(
    `${handler} ended without deciding ${declaration.actions.join(' or ')}; its changes were rolled back`,
  );
}
