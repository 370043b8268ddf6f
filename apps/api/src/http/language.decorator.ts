import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { Request } from 'express';
import { languageOf } from './language.js';

/** The language to answer in, for answers that are texts themselves (rows of an import, headings of a file). */
export const Language = createParamDecorator((_data: unknown, context: ExecutionContext) =>
  languageOf(context.switchToHttp().getRequest<Request>()),
);
