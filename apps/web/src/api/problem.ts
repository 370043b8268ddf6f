/** One complaint about one field or thing, as the API names it. */
export interface ProblemError {
  readonly path: string;
  readonly code: string;
  readonly message: string;
}

interface ProblemBody {
  readonly title?: string;
  readonly detail?: string;
  readonly code?: string;
  readonly requestId?: string;
  readonly errors?: readonly ProblemError[];
  readonly current?: Record<string, unknown>;
}

/** No answer came at all: the network is gone or the server is. */
export const NO_ANSWER = 'NO_ANSWER';

/**
 * Every refusal and every failure of a request. `message` is a sentence in the user's language that came from the API
 * (empty where none came: the interface then uses its own words for the status).
 */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';

  constructor(
    /** HTTP status; 0 where no answer came. */
    readonly status: number,
    /** Stable code, as REVIEW.SCORE_OUT_OF_RANGE. */
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly errors: readonly ProblemError[] = [],
    /** With 409 for a stale version: what the server has now. */
    readonly current: Record<string, unknown> | null = null,
    readonly requestId: string | null = null,
    /** With 429 and 503: seconds to wait, where the server said so. */
    readonly retryAfter: number | null = null,
  ) {
    super(detail || title || code);
  }

  static noAnswer(): ApiProblem {
    return new ApiProblem(0, NO_ANSWER, '', '');
  }

  get isNoAnswer(): boolean {
    return this.status === 0;
  }

  /** Someone else changed it in the meantime; `current` has their state. */
  get isStale(): boolean {
    return this.status === 409 && this.current !== null;
  }

  /** Trying the same again later may help. */
  get isTemporary(): boolean {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

export const isApiProblem = (error: unknown): error is ApiProblem => error instanceof ApiProblem;

/** Reads an answer that is not a success. Never throws: an answer without problem+json (a proxy's page) still becomes one. */
export async function problemFrom(response: Response): Promise<ApiProblem> {
  const body = await readBody(response);
  const retryAfter = Number(response.headers.get('Retry-After'));
  return new ApiProblem(
    response.status,
    text(body.code) || `HTTP.${response.status}`,
    text(body.title),
    text(body.detail),
    Array.isArray(body.errors) ? body.errors.filter(isProblemError) : [],
    body.current && typeof body.current === 'object' ? body.current : null,
    text(body.requestId) || response.headers.get('X-Request-Id'),
    Number.isFinite(retryAfter) && retryAfter > 0 ? retryAfter : null,
  );
}

async function readBody(response: Response): Promise<ProblemBody> {
  if (!/[/+]json\b/.test(response.headers.get('Content-Type') ?? '')) return {};
  try {
    const body: unknown = await response.json();
    return body && typeof body === 'object' ? body : {};
  } catch {
    return {};
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

const isProblemError = (value: unknown): value is ProblemError =>
  !!value && typeof value === 'object' && typeof (value as ProblemError).message === 'string';
