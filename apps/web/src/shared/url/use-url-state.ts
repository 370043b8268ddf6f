import { useCallback, useMemo } from 'react';
import { useSearchParams } from 'react-router';
import { readState, type UrlParams, type UrlState, writeState } from './url-params.js';

export interface UrlStateHandle<State> {
  state: State;
  /** Changes some values; the others stay. */
  set(patch: Partial<State>): void;
  /** Back to the defaults. */
  reset(): void;
  /** Anything set that is not the default. */
  isFiltered: boolean;
}

/**
 * State that lives in the URL: can be linked, bookmarked, reloaded, and is the same in every tab that opens it.
 * Declare `params` outside of the component.
 *
 *     const filters = { q: text(), state: oneOf(APPLICATION_STATES) };
 *     const { state, set } = useUrlState(filters);
 */
export function useUrlState<Params extends UrlParams>(params: Params): UrlStateHandle<UrlState<Params>> {
  const [search, setSearch] = useSearchParams();
  const state = useMemo(() => readState(params, search), [params, search]);
  const set = useCallback(
    (patch: Partial<UrlState<Params>>) =>
      setSearch((before) => writeState(params, before, patch), { replace: true, preventScrollReset: true }),
    [params, setSearch],
  );
  const reset = useCallback(
    () =>
      setSearch(
        (before) => {
          const next = writeState(params, before, {});
          for (const key of Object.keys(params)) next.delete(key);
          return next;
        },
        { replace: true, preventScrollReset: true },
      ),
    [params, setSearch],
  );
  const isFiltered = Object.keys(params).some((key) => search.has(key));
  return { state, set, reset, isFiltered };
}
