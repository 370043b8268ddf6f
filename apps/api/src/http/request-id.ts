import type { NextFunction, Request, Response } from 'express';
import { v7 as uuid } from 'uuid';

const requestIds = new WeakMap<Request, string>();

/** Gives every request its id: in the answer, in the log, in the transaction. Made here; what a client sends is not believed. */
export function assignRequestId(request: Request, response: Response, next: NextFunction): void {
  const id = uuid();
  requestIds.set(request, id);
  response.setHeader('X-Request-Id', id);
  next();
}

export const requestIdOf = (request: Request): string => requestIds.get(request) ?? '';
