import { queryOptions } from '@tanstack/react-query';
import { api, download, unwrap } from '../api/client.js';
import type { Schema } from '../api/types.js';

export type MyAssignment = Schema<'MyAssignmentResponse'>;
export type Review = Schema<'ReviewResponse'>;
export type Score = Schema<'ScoreResponse'>;
export type Catalogue = Schema<'CatalogueResponse'>;
export type Application = Schema<'ApplicationResponse'>;
export type Attachment = Schema<'AttachmentResponse'>;

export const myAssignmentsKey = (callId: string) => ['calls', callId, 'my-assignments'] as const;

export const myAssignmentsQuery = (callId: string) =>
  queryOptions({
    queryKey: myAssignmentsKey(callId),
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/calls/{callId}/my-assignments', { params: { path: { callId } }, signal })),
  });

export const reviewQuery = (id: string) =>
  queryOptions({
    queryKey: ['reviews', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/reviews/{id}', { params: { path: { id } }, signal })),
  });

/** Frozen while reviews are written: it is asked for once per visit. */
export const catalogueQuery = (callId: string) =>
  queryOptions({
    queryKey: ['calls', callId, 'catalogue'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/calls/{callId}/catalogue', { params: { path: { callId } }, signal })),
    staleTime: 5 * 60_000,
  });

export const applicationQuery = (id: string) =>
  queryOptions({
    queryKey: ['applications', id],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/applications/{id}', { params: { path: { id } }, signal })),
  });

/** Every review of the application that the person may read: the own one, and others while a reconciliation is open. */
export const applicationReviewsQuery = (applicationId: string) =>
  queryOptions({
    queryKey: ['applications', applicationId, 'reviews'],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/applications/{id}/reviews', { params: { path: { id: applicationId } }, signal })),
  });

export const acceptAssignment = (id: string) =>
  unwrap(api.POST('/api/v1/assignments/{id}/accept', { params: { path: { id } } }));

export const declineAssignment = (id: string, reason: string) =>
  unwrap(api.POST('/api/v1/assignments/{id}/decline', { params: { path: { id } }, body: { reason } }));

export const stateConflict = (applicationId: string, body: Schema<'ConflictStatementRequest'>) =>
  unwrap(api.POST('/api/v1/applications/{id}/conflict-statement', { params: { path: { id: applicationId } }, body }));

export const amendReview = (id: string, reason: string) =>
  unwrap(api.POST('/api/v1/reviews/{id}/amend', { params: { path: { id } }, body: { reason } }));

export const submitReview = (id: string, body: { version: number }, headers: { 'Idempotency-Key': string }) =>
  unwrap(api.POST('/api/v1/reviews/{id}/submit', { params: { path: { id } }, body, headers }));

export const receiptOf = (reviewId: string) => download(`/api/v1/reviews/${reviewId}/receipt`);

/** A document of the application. What it is called, not what it claims to be: it is shown as PDF and as nothing else. */
export async function documentOf(attachment: Attachment): Promise<Blob> {
  const { blob } = await download(`/api/v1/attachments/${attachment.id}/content`);
  return new Blob([blob], { type: 'application/pdf' });
}
