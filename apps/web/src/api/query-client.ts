import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isApiProblem } from './problem.js';

declare module '@tanstack/react-query' {
  interface Register {
    mutationMeta: {
      /** The component shows the problem itself (a form, a dialog): no toast as well. */
      showsProblem?: boolean;
    };
  }
}

const MAX_RETRIES = 2;

/** What a second try can't mend is not tried again: refusals are answers. */
export const shouldRetry = (failures: number, error: unknown): boolean =>
  failures < MAX_RETRIES && isApiProblem(error) && error.isTemporary && error.status !== 429;

/** `onProblem` is told of failed commands that nobody else shows, and of a reload in the background that failed. */
export function createQueryClient(onProblem: (error: unknown) => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (query.state.data !== undefined) onProblem(error);
      },
    }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _context, mutation) => {
        if (!mutation.meta?.showsProblem) onProblem(error);
      },
    }),
    defaultOptions: {
      queries: {
        // Without a connection there is an error that says so, rather than waiting without end.
        networkMode: 'always',
        retry: shouldRetry,
        retryDelay: (attempt) => Math.min(500 * 2 ** attempt, 4000),
        staleTime: 10_000,
        refetchOnWindowFocus: true,
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
