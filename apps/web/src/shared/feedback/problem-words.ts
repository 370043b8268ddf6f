import { type ApiProblem, isApiProblem } from '../../api/problem.js';
import { useTexts } from '../i18n/index.js';
import { sharedTexts } from '../texts.js';

/** An error in words: what it is, why, how to go on. */
export interface ProblemWords {
  readonly title: string;
  readonly cause: string;
  readonly next: string | null;
  readonly reference: string | null;
  /** Single complaints that came with it. */
  readonly details: readonly string[];
  readonly canRetry: boolean;
}

type Words = (typeof sharedTexts)['de'];

export function problemWords(error: unknown, t: Words): ProblemWords {
  if (!isApiProblem(error)) {
    const isOldPage =
      error instanceof Error && /dynamically imported module|Importing a module|Failed to fetch/i.test(error.message);
    const p = t.problem;
    if (isOldPage && !navigator.onLine) return plain(p.noAnswerTitle, p.noAnswer, p.noAnswerNext);
    return isOldPage
      ? { ...plain(p.newVersionTitle, p.newVersion, p.newVersionNext), canRetry: false }
      : { ...plain(p.brokenTitle, p.broken, p.brokenNext), canRetry: false };
  }
  const words = wordsFor(error, t);
  const cause =
    error.detail ||
    (error.status === 429 && error.retryAfter ? t.problem.tooMany(String(error.retryAfter)) : words.cause);
  return {
    ...words,
    title: error.title && error.title !== error.detail ? error.title : words.title,
    cause,
    reference: error.status >= 500 && error.requestId ? t.reference(error.requestId) : null,
    details: error.errors.map((one) => one.message),
    canRetry: error.isTemporary || error.isStale,
  };
}

function wordsFor({ status, isStale }: ApiProblem, { problem: p }: Words): ProblemWords {
  if (status === 0) return plain(p.noAnswerTitle, p.noAnswer, p.noAnswerNext);
  if (status === 403) return plain(p.forbiddenTitle, p.forbidden, p.forbiddenNext);
  if (status === 404) return plain(p.notFoundTitle, p.notFound, p.notFoundNext);
  if (isStale) return plain(p.staleTitle, p.stale, p.staleNext);
  if (status >= 500) return plain(p.failedTitle, p.failed, p.failedNext);
  return plain(p.failedTitle, p.failed, null);
}

const plain = (title: string, cause: string, next: string | null): ProblemWords => ({
  title,
  cause,
  next,
  reference: null,
  details: [],
  canRetry: true,
});

export function useProblemWords(): (error: unknown) => ProblemWords {
  const t = useTexts(sharedTexts);
  return (error) => problemWords(error, t);
}
