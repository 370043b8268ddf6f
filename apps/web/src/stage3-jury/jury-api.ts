import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../api/client.js';
import type { Schema } from '../api/types.js';

export type Session = Schema<'SessionResponse'>;
export type Motion = Schema<'MotionResponse'>;
export type Bundle = Schema<'BundleResponse'>;
export type Balance = Schema<'BalanceResponse'>;
export type ResultRow = Schema<'ResultRow'>;

export const sessionsQuery = (callId: string) =>
  queryOptions({
    queryKey: ['calls', callId, 'sessions'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/calls/{callId}/sessions', { params: { path: { callId } }, signal })),
  });

export const sessionQuery = (id: string) =>
  queryOptions({
    queryKey: ['sessions', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/sessions/{id}', { params: { path: { id } }, signal })),
  });

export const motionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['sessions', id, 'motions'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/sessions/{id}/motions', { params: { path: { id } }, signal })),
  });

export const bundlesQuery = (callId: string) =>
  queryOptions({
    queryKey: ['calls', callId, 'bundles'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/calls/{callId}/bundles', { params: { path: { callId } }, signal })),
  });

export const bundleQuery = (id: string) =>
  queryOptions({
    queryKey: ['bundles', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/bundles/{id}', { params: { path: { id } }, signal })),
  });

/** The ranking as the caller may see it; recused rows come without content. */
export const rankingQuery = (callId: string) =>
  queryOptions({
    queryKey: ['calls', callId, 'results', 'ranking'],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/calls/{callId}/results', {
          params: { path: { callId }, query: { limit: 500, sort: 'rank' } },
          signal,
        }),
      ),
  });

/** A command on a bundle: the answer is the bundle as it is now, and lists are read again. */
export function useBundleCommand<Input>(send: (input: Input) => Promise<Bundle>, showsProblem = false) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    meta: { showsProblem },
    onSuccess: (bundle) => {
      client.setQueryData(bundleQuery(bundle.id).queryKey, bundle);
      void client.invalidateQueries({ queryKey: bundlesQuery(bundle.callId).queryKey });
    },
    // A refusal may mean that somebody else was quicker: show what is true now.
    onError: () => void client.invalidateQueries({ queryKey: ['bundles'] }),
  });
}

/** A command on a session, its motions or votes: everything of the session is read again. */
export function useSessionCommand<Input>(
  sessionId: string,
  send: (input: Input) => Promise<unknown>,
  showsProblem = false,
) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    meta: { showsProblem },
    onSettled: () => client.invalidateQueries({ queryKey: ['sessions', sessionId] }),
  });
}
