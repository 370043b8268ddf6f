import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { Button } from '../controls/button.js';
import { useFormats, useTexts } from '../i18n/index.js';
import { sharedTexts } from '../texts.js';

/** Where the list stands: the cursor is in the URL, the cursors before it in the history entry. */
export function useCursor(pageSize: number) {
  const [search] = useSearchParams();
  const location = useLocation();
  const navigate = useNavigate();
  const state = location.state as { cursors?: readonly (string | null)[] } | null;
  const cursors = state?.cursors ?? [];
  const cursor = search.get('cursor');
  const page = Math.max(1, Number.parseInt(search.get('page') ?? '1', 10) || 1);

  const go = (to: string | null, toPage: number, before: readonly (string | null)[]) => {
    const next = new URLSearchParams(search);
    if (to === null) next.delete('cursor');
    else next.set('cursor', to);
    if (toPage <= 1 || to === null) next.delete('page');
    else next.set('page', String(toPage));
    void navigate({ search: next.toString() }, { state: { cursors: before } });
  };
  return {
    /** For the request: undefined on the first page. */
    cursor: cursor ?? undefined,
    limit: pageSize,
    page: cursor === null ? 1 : page,
    next: (nextCursor: string) => go(nextCursor, page + 1, [...cursors, cursor]),
    // Opened by a link, the cursors before are not known: then back means to the beginning.
    previous: () => go(cursors.at(-1) ?? null, page - 1, cursors.slice(0, -1)),
  };
}

export interface PaginationProps {
  cursor: ReturnType<typeof useCursor>;
  /** Of the answer. */
  total: number;
  shown: number;
  nextCursor: string | null;
}

/** „51–100 von 312“ with the way on and back. Not there while one page holds everything. */
export function Pagination({ cursor, total, shown, nextCursor }: PaginationProps) {
  const t = useTexts(sharedTexts);
  const formats = useFormats();
  if (cursor.page === 1 && nextCursor === null) return null;
  const from = (cursor.page - 1) * cursor.limit + 1;
  return (
    <nav className="kuer-pagination" aria-label={t.pages.label}>
      <Button size="small" icon="chevron-left" disabled={cursor.page === 1} onClick={cursor.previous}>
        {t.pages.previous}
      </Button>
      <span role="status">
        {t.pages.range(formats.number(from), formats.number(from + shown - 1), formats.number(total))}
      </span>
      <Button
        size="small"
        iconAfter="chevron-right"
        disabled={nextCursor === null}
        onClick={() => nextCursor !== null && cursor.next(nextCursor)}
      >
        {t.pages.next}
      </Button>
    </nav>
  );
}
