import { NotFoundException } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import cookieParser from 'cookie-parser';
import type { NextFunction, Request, Response } from 'express';
import type { Settings } from '../settings.js';
import { Metrics } from './metrics.js';
import { serveOpenApi } from './openapi.js';
import { ProblemFilter } from './problem.filter.js';
import { assignRequestId } from './request-id.js';
import { securityHeaders } from './security-headers.js';
import { strictValidation } from './validation.js';
import { serveWebApp } from './web-app.js';

export const GLOBAL_PREFIX = 'api/v1';
/** What belongs to the process, not to a version of the interface. */
export const PREFIX_EXCEPTIONS = ['api/health/live', 'api/health/ready', 'api/metrics'];
const JSON_LIMIT = '1mb';

/** Everything that holds for all routes, in the order in which a request meets it. Shared by the server and its tests. */
export async function prepareApp(
  app: NestExpressApplication,
  settings: Pick<Settings, 'isProduction' | 'webRoot' | 'trustedProxies'>,
): Promise<void> {
  app.disable('x-powered-by');
  app.set('etag', false);
  app.set('query parser', 'simple');
  app.set('trust proxy', settings.trustedProxies);
  app.use(assignRequestId);
  app.use(securityHeaders(settings.isProduction));
  app.use(app.get(Metrics).measure);
  app.use(cookieParser());
  app.useBodyParser('json', { limit: JSON_LIMIT, type: 'application/json', strict: true });
  app.setGlobalPrefix(GLOBAL_PREFIX, { exclude: PREFIX_EXCEPTIONS });
  app.useGlobalPipes(strictValidation());
  serveOpenApi(app);
  if (settings.webRoot) serveWebApp(app, settings.webRoot);
  app.enableShutdownHooks();
  await app.init();
  answerTheRest(app);
}

/** What no route has taken, and what express could not read, is refused like everything else. */
function answerTheRest(app: NestExpressApplication): void {
  const problems = app.get(ProblemFilter);
  app.use((request: Request, response: Response) => problems.answer(new NotFoundException(), request, response));
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) =>
    problems.answer(error, request, response),
  );
}
