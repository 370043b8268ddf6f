import createClient from 'openapi-fetch';
import { currentLocale } from '../shared/i18n/locale.js';
import { session } from './browser-session.js';
import { ApiProblem, problemFrom } from './problem.js';
import type { paths } from './schema.js';

/** Routes that are asked without a token: they make one, or end it. */
const WITHOUT_TOKEN = /^\/api\/v1\/auth\/(login|refresh|logout)$/;

/**
 * The only way to the API. Adds the token and the language, gets a new token once where the old one is refused and asks
 * again, and turns everything that is not a success into a thrown ApiProblem.
 */
async function send(request: Request): Promise<Response> {
  const path = new URL(request.url).pathname;
  const needsToken = !WITHOUT_TOKEN.test(path);
  const retry = request.clone();
  const bearer = needsToken ? await session.bearer() : null;
  let response = await ask(request, bearer);
  if (response.status === 401 && bearer) {
    const other = await session.replace(bearer);
    if (other) response = await ask(retry, other);
  }
  if (!response.ok) throw await problemFrom(response);
  return response;
}

async function ask(request: Request, bearer: string | null): Promise<Response> {
  request.headers.set('Accept-Language', currentLocale());
  if (bearer) request.headers.set('Authorization', `Bearer ${bearer}`);
  try {
    return await fetch(request);
  } catch (error) {
    // Who gave the request up wants to hear just that.
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw ApiProblem.noAnswer();
  }
}

/** The typed client: `unwrap(api.GET('/api/v1/calls/{callId}', { params: { path: { callId } }, signal }))`. */
export const api = createClient<paths>({ baseUrl: globalThis.location?.origin ?? '', fetch: send });

/** The answer's body. Failures were thrown before, so there always is one (undefined for 204). */
export async function unwrap<Data>(answer: Promise<{ data?: Data; response: Response }>): Promise<Data> {
  return (await answer).data as Data;
}

/** A file from the API (PDF, CSV, JSON Lines) as a blob with its name, with the same token, language and errors. */
export async function download(path: string, init: RequestInit = {}): Promise<{ blob: Blob; fileName: string | null }> {
  const response = await send(new Request(new URL(path, location.origin), init));
  const disposition = response.headers.get('Content-Disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  const plain = /filename="?([^";]+)"?/i.exec(disposition)?.[1];
  return { blob: await response.blob(), fileName: encoded ? decodeURIComponent(encoded) : (plain ?? null) };
}

/** Live events (server-sent) of a path, with the token in the header as everywhere; ends with the signal. */
export async function stream(path: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array> | null> {
  const request = new Request(new URL(path, location.origin), { signal, headers: { Accept: 'text/event-stream' } });
  return (await send(request)).body;
}
