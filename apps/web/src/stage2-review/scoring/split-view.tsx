import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef, useState } from 'react';
import { Button } from '../../shared/controls/button.js';
import { useTexts } from '../../shared/i18n/index.js';
import { sheetTexts } from './texts.js';

const STORAGE_KEY = 'kuer.review.split';
const [LEAST, MOST, USUAL] = [20, 70, 42];

function storedShare(): number {
  try {
    const share = Number(localStorage.getItem(STORAGE_KEY));
    return share >= LEAST && share <= MOST ? share : USUAL;
  } catch {
    return USUAL;
  }
}

/** Application left, sheet right, the divider between them moved by pointer or arrow keys; on narrow screens one at a time. */
export function SplitView({ left, right }: { left: ReactNode; right: ReactNode }) {
  const t = useTexts(sheetTexts);
  const frame = useRef<HTMLDivElement>(null);
  const [share, setShare] = useState(storedShare);
  const [shown, setShown] = useState<'left' | 'right'>('right');

  const move = (next: number) => {
    const bounded = Math.round(Math.min(MOST, Math.max(LEAST, next)));
    setShare(bounded);
    try {
      localStorage.setItem(STORAGE_KEY, String(bounded));
    } catch {
      // Then the next visit begins with the usual width.
    }
  };
  const onKey = (event: KeyboardEvent) => {
    const next = { ArrowLeft: share - 2, ArrowRight: share + 2, Home: LEAST, End: MOST }[event.key];
    if (next === undefined) return;
    event.preventDefault();
    move(next);
  };
  const onDrag = (event: PointerEvent<HTMLElement>) => {
    const box = frame.current?.getBoundingClientRect();
    if (!box || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    move((100 * (event.clientX - box.left)) / box.width);
  };

  return (
    <div
      ref={frame}
      className="kuer-review-split"
      data-shown={shown}
      style={{ '--share': `${String(share)}%` } as React.CSSProperties}
    >
      <fieldset className="kuer-review-split__choice">
        <legend className="kern-sr-only">{t.panes}</legend>
        <Button size="small" aria-pressed={shown === 'left'} onClick={() => setShown('left')}>
          {t.applicationPane}
        </Button>
        <Button size="small" aria-pressed={shown === 'right'} onClick={() => setShown('right')}>
          {t.sheetPane}
        </Button>
      </fieldset>
      <section className="kuer-review-split__left" aria-label={t.applicationPane}>
        {left}
      </section>
      {/* biome-ignore lint/a11y/useSemanticElements: a divider that is moved by keys and pointer (WAI-ARIA window splitter), which hr is not */}
      <div
        className="kuer-review-split__divider"
        role="separator"
        aria-orientation="vertical"
        aria-label={t.divider}
        aria-valuenow={share}
        aria-valuemin={LEAST}
        aria-valuemax={MOST}
        tabIndex={0}
        onKeyDown={onKey}
        onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
        onPointerMove={onDrag}
        onDoubleClick={() => move(USUAL)}
      />
      <section className="kuer-review-split__right" aria-label={t.sheet}>
        {right}
      </section>
    </div>
  );
}
