import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../api/client.js';
import type { Schema } from '../api/types.js';

export type Application = Schema<'ApplicationResponse'>;
export type ApplicationRow = Schema<'ApplicationListItem'>;
export type Conflict = Schema<'ConflictResponse'>;

export const applicationQuery = (id: string) =>
  queryOptions({
    queryKey: ['applications', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/applications/{id}', { params: { path: { id } }, signal })),
  });

export const conflictsQuery = (callId: string) =>
  queryOptions({
    queryKey: ['calls', callId, 'conflicts'],
    queryFn: ({ signal }) =>
      unwrap(
        api.GET('/api/v1/calls/{callId}/conflicts', { params: { path: { callId }, query: { limit: 500 } }, signal }),
      ),
  });
