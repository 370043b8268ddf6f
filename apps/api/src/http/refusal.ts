/** One entry of a problem's `errors`: where, which rule, and the values its message names. */
export interface RefusalDetail {
  readonly path: string;
  readonly code: string;
  readonly params?: Readonly<Record<string, unknown>>;
}

/**
 * An expected refusal: thrown by services, rendered by the problem filter as `application/problem+json` in the caller's language.
 * The texts for `code` stand in libs/contract (`<stage>/errors.ts`); `params` fill their placeholders. Throwing it rolls the request back.
 */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly params: Readonly<Record<string, unknown>> = {},
    readonly errors: readonly RefusalDetail[] = [],
    readonly extras: {
      readonly current?: unknown;
      /** Further members of the problem (RFC 9457, 3.2), as the rows of a refused import. */
      readonly members?: Readonly<Record<string, unknown>>;
      readonly headers?: Readonly<Record<string, string>>;
    } = {},
  ) {
    super(code);
    this.name = 'Refusal';
  }

  /** 404: it does not exist, or the caller may not know that it does. Both look the same. */
  static notFound(): Refusal {
    return new Refusal(404, 'REQUEST.NOT_FOUND');
  }

  /** 403: the caller knows it but may not do this. */
  static forbidden(code = 'REQUEST.FORBIDDEN', params: Readonly<Record<string, unknown>> = {}): Refusal {
    return new Refusal(403, code, params);
  }

  /** 409: the thing is in a state that does not allow it. */
  static conflict(
    code: string,
    params: Readonly<Record<string, unknown>> = {},
    errors: readonly RefusalDetail[] = [],
  ): Refusal {
    return new Refusal(409, code, params, errors);
  }

  /** 409 for a stale `version`: nothing was overwritten, `current` is what the caller should now show. */
  static stale(current: unknown): Refusal {
    return new Refusal(409, 'REQUEST.STALE_VERSION', {}, [], { current });
  }

  /** 422: well-formed, but against the rules. */
  static rule(
    code: string,
    params: Readonly<Record<string, unknown>> = {},
    errors: readonly RefusalDetail[] = [],
  ): Refusal {
    return new Refusal(422, code, params, errors);
  }

  /** 400: a field that class-validator cannot judge is wrong. */
  static invalid(errors: readonly RefusalDetail[]): Refusal {
    return new Refusal(400, 'REQUEST.INVALID', {}, errors);
  }
}
