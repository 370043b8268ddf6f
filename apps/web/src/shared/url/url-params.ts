/** How one value lives in the URL. The default is left out, so that a plain list has a plain address. */
export interface UrlParam<Value> {
  read(raw: string | null): Value;
  /** Null: leave it out. */
  write(value: Value): string | null;
}

export type UrlParams = Readonly<Record<string, UrlParam<unknown>>>;
export type UrlState<Params> = { [Key in keyof Params]: Params[Key] extends UrlParam<infer Value> ? Value : never };

/** Free text. */
export const text = (fallback = ''): UrlParam<string> => ({
  read: (raw) => raw ?? fallback,
  write: (value) => (value.trim() === '' || value === fallback ? null : value),
});

/** One of the given values, or null for all of them. What is not among them counts as null. */
export const oneOf = <Value extends string>(values: readonly Value[]): UrlParam<Value | null> => ({
  read: (raw) => values.find((value) => value === raw) ?? null,
  write: (value) => value,
});

/** Any of the given values; none chosen means all. In the URL: a,b,c */
export const manyOf = <Value extends string>(values: readonly Value[]): UrlParam<readonly Value[]> => ({
  read: (raw) => {
    const asked = new Set((raw ?? '').split(','));
    return values.filter((value) => asked.has(value));
  },
  write: (chosen) => (chosen.length === 0 ? null : chosen.join(',')),
});

export const flag = (): UrlParam<boolean> => ({
  read: (raw) => raw === 'true',
  write: (value) => (value ? 'true' : null),
});

export const whole = (fallback: number): UrlParam<number> => ({
  read: (raw) => (raw !== null && /^-?\d{1,9}$/.test(raw) ? Number(raw) : fallback),
  write: (value) => (value === fallback ? null : String(value)),
});

export function readState<Params extends UrlParams>(params: Params, search: URLSearchParams): UrlState<Params> {
  const entries = Object.entries(params).map(([key, param]) => [key, param.read(search.get(key))]);
  return Object.fromEntries(entries) as UrlState<Params>;
}

/** The search with `patch` written into it. Whatever the list was paged to is dropped: it belonged to the old question. */
export function writeState<Params extends UrlParams>(
  params: Params,
  search: URLSearchParams,
  patch: Partial<UrlState<Params>>,
): URLSearchParams {
  const next = new URLSearchParams(search);
  for (const [key, value] of Object.entries(patch)) {
    const raw = params[key]?.write(value) ?? null;
    if (raw === null) next.delete(key);
    else next.set(key, raw);
  }
  next.delete('cursor');
  next.delete('page');
  return next;
}
