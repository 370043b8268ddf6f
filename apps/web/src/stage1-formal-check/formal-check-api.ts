import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../api/client.js';
import type { Schema } from '../api/types.js';

export type FormalCheck = Schema<'FormalCheckResponse'>;
export type CheckItem = Schema<'CheckItemResponse'>;

export const formalCheckQuery = (id: string) =>
  queryOptions({
    queryKey: ['applications', id, 'formal-check'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/applications/{id}/formal-check', { params: { path: { id } }, signal })),
  });
