import type { NestExpressApplication } from '@nestjs/platform-express';
import cookieParser from 'cookie-parser';
import type { Settings } from '../settings.js';
import { Metrics } from './metrics.js';
import { serveOpenApi } from './openapi.js';
import { assignRequestId } from './request-id.js';
import { securityHeaders } from './security-headers.js';
import { strictValidation } from './validation.js';
import { serveWebApp } from './web-app.js';

export const GLOBAL_PREFIX = 'api/v1';
/** What belongs to the process, not to a version of the interface. */
export const PREFIX_EXCEPTIONS = ['api/health/live', 'api/health/ready', 'api/metrics'];
const JSON_LIMIT = '1mb';

/** Everything that holds for all routes, in the order in which a request meets it. Shared by the server and its tests. */
export function configureApp(
  app: NestExpressApplication,
  settings: Pick<Settings, 'isProduction' | 'webRoot' | 'trustedProxies'>,
): void {
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
}
