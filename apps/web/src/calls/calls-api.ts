import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../api/client.js';
import type { Schema } from '../api/types.js';

export type Call = Schema<'CallResponse'>;
export type Readiness = Schema<'ReadinessResponse'>;

export const callsQuery = queryOptions({
  queryKey: ['calls'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/calls', { params: { query: { limit: 500 } }, signal })),
});

export const readinessQuery = (callId: string) =>
  queryOptions({
    queryKey: ['calls', callId, 'readiness'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/calls/{callId}/readiness', { params: { path: { callId } }, signal })),
  });

export const membersQuery = (callId: string) =>
  queryOptions({
    queryKey: ['calls', callId, 'members'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/calls/{callId}/members', { params: { path: { callId } }, signal })),
  });
