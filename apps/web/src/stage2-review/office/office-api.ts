import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.js';
import type { Schema } from '../../api/types.js';

export type Assignment = Schema<'AssignmentResponse'>;
export type AssignmentPlan = Schema<'AssignmentPlanResponse'>;
export type ApplicationRow = Schema<'ApplicationListItem'>;
export type ResultRow = Schema<'ResultRow'>;
export type Member = Schema<'MemberResponse'>;
export type Conflict = Schema<'ConflictResponse'>;

const PAGE_SIZE = 500;

/** All pages of a list: the tables of the office show, sort and export the call as a whole. */
async function allPages<Item>(
  page: (query: { limit: number; cursor?: string }) => Promise<{ items: Item[]; nextCursor: string | null }>,
): Promise<Item[]> {
  const all: Item[] = [];
  let cursor: string | null = null;
  do {
    const { items, nextCursor }: { items: Item[]; nextCursor: string | null } = await page({
      limit: PAGE_SIZE,
      ...(cursor === null ? {} : { cursor }),
    });
    all.push(...items);
    cursor = nextCursor;
  } while (cursor !== null);
  return all;
}

export const assignmentsQuery = (callId: string) =>
  queryOptions({
    queryKey: ['calls', callId, 'assignments'],
    queryFn: ({ signal }) =>
      allPages((query) =>
        unwrap(api.GET('/api/v1/calls/{callId}/assignments', { params: { path: { callId }, query }, signal })),
      ),
  });

export const applicationsQuery = (callId: string) =>
  queryOptions({
    queryKey: ['calls', callId, 'applications', 'whole'],
    queryFn: ({ signal }) =>
      allPages((query) =>
        unwrap(
          api.GET('/api/v1/calls/{callId}/applications', {
            params: { path: { callId }, query: { ...query, sort: 'number' } },
            signal,
          }),
        ),
      ),
  });

export const membersQuery = (callId: string) =>
  queryOptions({
    queryKey: ['calls', callId, 'members'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/calls/{callId}/members', { params: { path: { callId } }, signal })),
  });

/** Conflicts that stand: whoever has one is no choice. */
export const activeConflictsQuery = (callId: string) =>
  queryOptions({
    queryKey: ['calls', callId, 'conflicts', 'active'],
    queryFn: async ({ signal }) => {
      const all = await allPages((query) =>
        unwrap(api.GET('/api/v1/calls/{callId}/conflicts', { params: { path: { callId }, query }, signal })),
      );
      return all.filter(({ state }) => state === 'active');
    },
  });

export interface ResultFilter {
  portfolioGroup?: string;
  divergent?: 'true' | 'false';
  recommendation?: Schema<'RecommendationOutcome'>;
}

export const resultsQuery = (callId: string, filter: ResultFilter = {}) =>
  queryOptions({
    queryKey: ['calls', callId, 'results', 'whole', filter],
    queryFn: ({ signal }) =>
      allPages((query) =>
        unwrap(
          api.GET('/api/v1/calls/{callId}/results', {
            params: { path: { callId }, query: { ...filter, ...query } },
            signal,
          }),
        ),
      ),
  });

export const agreementQuery = (callId: string) =>
  queryOptions({
    queryKey: ['calls', callId, 'results', 'agreement'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/calls/{callId}/results/agreement', { params: { path: { callId } }, signal })),
  });

export const severityQuery = (callId: string) =>
  queryOptions({
    queryKey: ['calls', callId, 'results', 'severity'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/calls/{callId}/results/severity', { params: { path: { callId } }, signal })),
  });

export const versionsQuery = (reviewId: string) =>
  queryOptions({
    queryKey: ['reviews', reviewId, 'versions'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/reviews/{id}/versions', { params: { path: { id: reviewId } }, signal })),
  });

export const proposeAssignments = (callId: string, body: Schema<'AssignmentProposalRequest'>) =>
  unwrap(api.POST('/api/v1/calls/{callId}/assignment-proposals', { params: { path: { callId } }, body }));

export const confirmAssignments = (
  callId: string,
  body: Schema<'ConfirmAssignmentsRequest'>,
  headers: { 'Idempotency-Key': string },
) => unwrap(api.POST('/api/v1/calls/{callId}/assignments', { params: { path: { callId } }, body, headers }));

export const revokeAssignment = (id: string, reason: string) =>
  unwrap(api.POST('/api/v1/assignments/{id}/revoke', { params: { path: { id } }, body: { reason } }));

export const confirmRecommendation = (applicationId: string, body: Schema<'RecommendationRequest'>) =>
  unwrap(api.POST('/api/v1/applications/{id}/recommendation', { params: { path: { id: applicationId } }, body }));

export const confirmClearRecommendations = (callId: string) =>
  unwrap(
    api.POST('/api/v1/calls/{callId}/recommendations', {
      params: { path: { callId } },
      body: { confirmDerived: true },
    }),
  );

export const openReconciliation = (applicationId: string, reason: string) =>
  unwrap(
    api.POST('/api/v1/applications/{id}/reconciliation', { params: { path: { id: applicationId } }, body: { reason } }),
  );

export const closeReconciliation = (applicationId: string, outcome: string) =>
  unwrap(
    api.POST('/api/v1/applications/{id}/reconciliation/close', {
      params: { path: { id: applicationId } },
      body: { outcome },
    }),
  );

export const orderThirdReview = (applicationId: string, body: Schema<'ThirdReviewRequest'>) =>
  unwrap(api.POST('/api/v1/applications/{id}/third-review', { params: { path: { id: applicationId } }, body }));

export const reopenReview = (reviewId: string, reason: string) =>
  unwrap(api.POST('/api/v1/reviews/{id}/reopen', { params: { path: { id: reviewId } }, body: { reason } }));
