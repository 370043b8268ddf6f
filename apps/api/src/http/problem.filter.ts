import { type Locale, messageFor, type Problem } from '@kuer/contract';
import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException, Inject, Logger } from '@nestjs/common';
import type { Request, Response } from 'express';
import { refusalForDatabaseError } from '../persistence/database-errors.js';
import { languageOf } from './language.js';
import { Refusal } from './refusal.js';
import { requestIdOf } from './request-id.js';
import { RouteCatalogue } from './route-catalogue.js';

const TITLES: Readonly<Record<number, Readonly<Record<Locale, string>>>> = {
  400: { de: 'Ungültige Anfrage', en: 'Invalid request' },
  401: { de: 'Anmeldung erforderlich', en: 'Sign-in required' },
  403: { de: 'Keine Berechtigung', en: 'Not permitted' },
  404: { de: 'Nicht gefunden', en: 'Not found' },
  405: { de: 'Methode nicht möglich', en: 'Method not allowed' },
  409: { de: 'Im jetzigen Stand nicht möglich', en: 'In conflict with the present state' },
  413: { de: 'Anfrage zu groß', en: 'Request too large' },
  415: { de: 'Format nicht angenommen', en: 'Format not accepted' },
  422: { de: 'Gegen eine Regel', en: 'Against a rule' },
  429: { de: 'Zu viele Versuche', en: 'Too many attempts' },
  500: { de: 'Unerwarteter Fehler', en: 'Unexpected error' },
  503: { de: 'Vorübergehend nicht erreichbar', en: 'Temporarily unavailable' },
};

/** Every refusal and every surprise leaves the API as RFC 9457 problem details; what was surprising is logged, not told. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger('Problem');

  constructor(@Inject(RouteCatalogue) private readonly routes: RouteCatalogue) {}

  catch(error: unknown, host: ArgumentsHost): void {
    this.answer(error, host.switchToHttp().getRequest<Request>(), host.switchToHttp().getResponse<Response>());
  }

  /** Also for what no route of the API has taken: unknown addresses, and requests that express itself could not read. */
  answer(error: unknown, request: Request, response: Response): void {
    const requestId = requestIdOf(request);
    const refusal = this.refusalFor(error, request);
    if (refusal.status >= 500) this.logger.error(`${request.method} ${pathOf(request)} [${requestId}]`, stackOf(error));
    if (response.headersSent) {
      // A stream that broke half way: the connection is cut, so that nobody takes the part for the whole.
      response.destroy();
      return;
    }
    const locale = languageOf(request);
    for (const [name, value] of Object.entries(refusal.extras.headers ?? {})) response.setHeader(name, value);
    response
      .status(refusal.status)
      .set('Content-Type', 'application/problem+json; charset=utf-8')
      .set('Content-Language', locale)
      .vary('Accept-Language')
      .send(JSON.stringify(problemOf(refusal, locale, requestId)));
  }

  private refusalFor(error: unknown, request: Request): Refusal {
    if (error instanceof Refusal) return error;
    const fromDatabase = refusalForDatabaseError(error);
    if (fromDatabase) return fromDatabase;
    switch (statusOf(error)) {
      case 400:
        return new Refusal(400, isMalformedJson(error) ? 'REQUEST.MALFORMED_JSON' : 'REQUEST.INVALID');
      case 401:
        return new Refusal(401, 'REQUEST.UNAUTHENTICATED');
      case 403:
        return Refusal.forbidden();
      case 404:
        return this.noSuchRoute(request);
      case 413:
        return new Refusal(413, 'REQUEST.TOO_LARGE');
      case 415:
        return new Refusal(415, 'REQUEST.UNSUPPORTED_MEDIA_TYPE');
      case 503:
        return new Refusal(503, 'REQUEST.UNAVAILABLE');
      default:
        return new Refusal(500, 'REQUEST.INTERNAL');
    }
  }

  private noSuchRoute(request: Request): Refusal {
    const allowed = this.routes.methodsAt(pathOf(request));
    if (allowed.length === 0) return new Refusal(404, 'REQUEST.ROUTE_NOT_FOUND');
    const list = allowed.join(', ');
    return new Refusal(405, 'REQUEST.METHOD_NOT_ALLOWED', { method: request.method, allowed: list }, [], {
      headers: { Allow: list },
    });
  }
}

/** The body of a problem, in one language. */
export function problemOf(refusal: Refusal, locale: Locale, requestId: string): Problem {
  const title = TITLES[refusal.status]?.[locale] ?? TITLES[500]?.[locale] ?? '';
  return {
    ...refusal.extras.members,
    type: `urn:kuer:problem:${refusal.code}`,
    title,
    status: refusal.status,
    detail: messageFor(refusal.code, locale, { requestId, ...refusal.params }),
    code: refusal.code,
    requestId,
    ...(refusal.errors.length > 0
      ? {
          errors: refusal.errors.map(({ path, code, params }) => ({
            path,
            code,
            message: messageFor(code, locale, params ?? {}),
          })),
        }
      : {}),
    ...(refusal.extras.current === undefined ? {} : { current: refusal.extras.current as Record<string, unknown> }),
  };
}

function statusOf(error: unknown): number {
  if (error instanceof HttpException) return error.getStatus();
  // body-parser and multer speak http-errors: a status, and a type that says what happened.
  const { status, statusCode } = (error ?? {}) as { status?: unknown; statusCode?: unknown };
  const found = status ?? statusCode;
  return typeof found === 'number' ? found : 500;
}

function isMalformedJson(error: unknown): boolean {
  const { type, cause } = (error ?? {}) as { type?: unknown; cause?: unknown };
  return error instanceof SyntaxError || cause instanceof SyntaxError || type === 'entity.parse.failed';
}

/** `request.path` is relative to where express has mounted the handler; this is what was asked for. */
const pathOf = (request: Request): string => request.originalUrl.split('?')[0] ?? '';

const stackOf = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));
