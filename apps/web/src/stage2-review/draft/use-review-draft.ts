import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { api, unwrap } from '../../api/client.js';
import { myAssignmentsKey, type Review, reviewQuery, type Score } from '../review-api.js';
import { browserDrafts, type PendingDraft } from './draft-storage.js';
import { type DraftTransport, type Part, ReviewDraft } from './review-draft.js';
import { CONCLUSION, type Content, savedConclusion, savedParts, savedScore } from './saved-content.js';

const transportFor = (reviewId: string): DraftTransport => ({
  async save(part, content, version) {
    if ('summary' in content) {
      const body = { summary: content.summary, verdict: content.verdict, version };
      const review = await unwrap(api.PATCH('/api/v1/reviews/{id}', { params: { path: { id: reviewId } }, body }));
      return savedConclusion(review, new Date().toISOString());
    }
    const params = { path: { id: reviewId, criterion: part } };
    const body = { value: content.value, justification: content.justification, version };
    return savedScore(await unwrap(api.PUT('/api/v1/reviews/{id}/scores/{criterion}', { params, body })));
  },
  currentOf: (part, current) =>
    part === CONCLUSION ? savedConclusion(current as unknown as Review) : savedScore(current as unknown as Score),
});

/**
 * Begins to write the review: reads what the server has now and what this browser still keeps, and sends the latter.
 * Mounted only while this tab is the one that writes. `onBegun` hands the draft to whoever has to save it in time.
 */
export function useReviewDraft(reviewId: string, accountId: string, onBegun: (draft: ReviewDraft | null) => void) {
  const client = useQueryClient();
  const [draft, setDraft] = useState<ReviewDraft | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt begins anew
  useEffect(() => {
    let own: ReviewDraft | null = null;
    let isLeft = false;
    const begin = async () => {
      const review = await client.fetchQuery({ ...reviewQuery(reviewId), staleTime: 0 });
      const storage = browserDrafts(accountId, review.applicationId);
      const pending: readonly PendingDraft[] = await storage.load().catch(() => []);
      if (isLeft) return;
      own = new ReviewDraft(savedParts(review), pending, review.versionNumber, transportFor(reviewId), storage);
      setDraft(own);
      setError(null);
      onBegun(own);
    };
    begin().catch((problem: unknown) => !isLeft && setError(problem));
    const leave = () => own?.isPending && void own.flush();
    const onHide = () => document.visibilityState === 'hidden' && leave();
    const onOnline = () => own?.retry();
    const onUnload = (event: BeforeUnloadEvent) => {
      if (!own?.isPending) return;
      void own.flush();
      event.preventDefault();
    };
    document.addEventListener('visibilitychange', onHide);
    window.addEventListener('online', onOnline);
    window.addEventListener('beforeunload', onUnload);
    return () => {
      isLeft = true;
      document.removeEventListener('visibilitychange', onHide);
      window.removeEventListener('online', onOnline);
      window.removeEventListener('beforeunload', onUnload);
      onBegun(null);
      const left = own;
      void left?.close().finally(() => {
        void client.invalidateQueries({ queryKey: ['reviews', reviewId] });
        const callId = client.getQueryData(reviewQuery(reviewId).queryKey)?.callId;
        if (callId) void client.invalidateQueries({ queryKey: myAssignmentsKey(callId) });
      });
    };
  }, [client, reviewId, accountId, onBegun, attempt]);

  return { draft, error, retry: useCallback(() => setAttempt((before) => before + 1), []) };
}

/** All parts; changes with every key. For totals and marks. */
export const useParts = (draft: ReviewDraft): ReadonlyMap<string, Part> =>
  useSyncExternalStore(draft.subscribe, draft.snapshot);

/** One part: who shows it is drawn again only when it changes. */
export function usePart<Kind extends Content>(draft: ReviewDraft, key: string) {
  const part = useSyncExternalStore(draft.subscribe, () => draft.part(key));
  return useMemo(
    () => ({
      part,
      content: part.content as Kind,
      edit: (change: Partial<Kind>) => draft.edit(key, { ...(draft.part(key).content as Kind), ...change }),
      flush: () => void draft.flush(key),
    }),
    [part, draft, key],
  );
}
