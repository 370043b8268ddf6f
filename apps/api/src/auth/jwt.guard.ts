import { type ExecutionContext, Inject, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { AuthGuard } from '@nestjs/passport';
import type { Request } from 'express';
import { Refusal } from '../http/refusal.js';
import { ROUTE_DECLARATION, type RouteDeclaration } from './permission.js';
import type { SignedIn } from './signed-in.js';

/** Nobody without a valid token, but for routes that say so. */
@Injectable()
export class JwtGuard extends AuthGuard('jwt') {
  constructor(@Inject(Reflector) private readonly reflector: Reflector) {
    super();
  }

  override async canActivate(context: ExecutionContext): Promise<boolean> {
    const declaration = this.reflector.get<RouteDeclaration | undefined>(ROUTE_DECLARATION, context.getHandler());
    if (!declaration) throw new Error(`${context.getClass().name}.${context.getHandler().name} declares no permission`);
    if (declaration.kind === 'public') return true;
    return (await super.canActivate(context)) as boolean;
  }

  override handleRequest<User = SignedIn>(
    _error: unknown,
    user: User | false,
    _info: unknown,
    context: ExecutionContext,
  ): User {
    if (user) return user;
    const hasToken = context.switchToHttp().getRequest<Request>().headers.authorization !== undefined;
    throw new Refusal(401, hasToken ? 'AUTH.TOKEN_INVALID' : 'REQUEST.UNAUTHENTICATED', {}, [], {
      headers: { 'WWW-Authenticate': 'Bearer' },
    });
  }
}
