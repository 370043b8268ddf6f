import { useEffect, useMemo, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { useCall } from '../../api/me.js';
import { Button } from '../../shared/controls/button.js';
import { Banner } from '../../shared/feedback/banner.js';
import { ErrorState, Skeleton } from '../../shared/feedback/states.js';
import { useToasts } from '../../shared/feedback/toast.js';
import { useFormats, useTexts } from '../../shared/i18n/index.js';
import { useShortcut } from '../../shared/keys/shortcuts.js';
import { paths } from '../../shared/paths.js';
import type { ReviewDraft } from '../draft/review-draft.js';
import { CONCLUSION } from '../draft/saved-content.js';
import { useParts, useReviewDraft } from '../draft/use-review-draft.js';
import type { Catalogue, Review } from '../review-api.js';
import { ConclusionCard } from './conclusion-card.js';
import { CriteriaRail } from './criteria-rail.js';
import { CriterionCard } from './criterion-card.js';
import { goToPart, partInFocus } from './go-to-part.js';
import { SheetStatus } from './part-status.js';
import { type SheetFacts, sheetFacts } from './sheet-facts.js';
import { sheetTexts } from './texts.js';

export interface ScoreSheetProps {
  review: Review;
  catalogue: Catalogue;
  accountId: string;
  onBegun(draft: ReviewDraft | null): void;
}

/** The sheet, for the tab that writes. */
export function ScoreSheet({ review, catalogue, accountId, onBegun }: ScoreSheetProps) {
  const { draft, error, retry } = useReviewDraft(review.id, accountId, onBegun);
  if (draft) return <WritableSheet draft={draft} review={review} catalogue={catalogue} />;
  return error ? <ErrorState error={error} onRetry={retry} /> : <Skeleton lines={12} />;
}

function WritableSheet({ draft, review, catalogue }: { draft: ReviewDraft; review: Review; catalogue: Catalogue }) {
  const t = useTexts(sheetTexts);
  const navigate = useNavigate();
  const toasts = useToasts();
  const parts = useParts(draft);
  const minLength = useCall(review.callId).data?.settings.rules.minJustificationLength ?? 0;
  const facts = useMemo(() => sheetFacts(parts, catalogue, minLength), [parts, catalogue, minLength]);
  const [isAsked, setAsked] = useState(false);
  const [isChecking, setChecking] = useState(false);
  useSheetKeys(draft, facts, () => setAsked(true));
  useJumpFromAddress();

  const weights = new Set(catalogue.groups.flatMap((group) => group.criteria.map(({ weight }) => weight)));
  const check = async () => {
    setChecking(true);
    await draft.flush();
    setChecking(false);
    if (draft.isPending) toasts.show({ tone: 'warning', title: t.notFlushed });
    else void navigate(paths.reviewCheck(review.callId, review.id));
  };

  return (
    <div className="kuer-sheet">
      <div className="kuer-sheet__bar">
        <SheetStatus parts={parts.values()} isAsked={isAsked} />
        <Totals facts={facts} catalogue={catalogue} />
        <Button variant="primary" size="small" busy={isChecking} onClick={() => void check()}>
          {isChecking ? t.checking : t.check}
        </Button>
      </div>
      <CriteriaRail facts={facts} onGo={goToPart} />
      <div className="kuer-sheet__body">
        <OfflineNotice draft={draft} />
        <p className="kuer-muted kuer-small kuer-sheet__hint">{t.keys.hint}</p>
        {catalogue.groups.map((group) => (
          <section key={group.code} className="kuer-stack" aria-labelledby={`group-${group.code}`}>
            <h2 id={`group-${group.code}`} className="kern-heading-medium" lang="de">
              {group.code} {group.name}
            </h2>
            {group.criteria.map((criterion) => (
              <CriterionCard
                key={criterion.code}
                draft={draft}
                criterion={criterion}
                scale={catalogue.scale}
                minLength={minLength}
                showsWeight={weights.size > 1}
              />
            ))}
          </section>
        ))}
        <ConclusionCard draft={draft} />
        <div className="kuer-button-row">
          <Button variant="primary" busy={isChecking} onClick={() => void check()}>
            {isChecking ? t.checking : t.check}
          </Button>
        </div>
      </div>
    </div>
  );
}

/** Live, by the same rules as the server's. */
function Totals({ facts, catalogue }: { facts: SheetFacts; catalogue: Catalogue }) {
  const t = useTexts(sheetTexts).totals;
  const formats = useFormats();
  const points = (value: number | null | undefined) =>
    value === null || value === undefined ? t.open : formats.points(value);
  return (
    <dl className="kuer-totals" aria-label={t.title}>
      <div>
        <dt className="kern-sr-only">{t.title}</dt>
        <dd>{t.scored(formats.number(facts.scored), formats.number(facts.marks.length))}</dd>
      </div>
      {catalogue.groups.map(({ code, name }) => (
        <div key={code} title={name}>
          <dt>{code}</dt>
          <dd className="kuer-number">{points(facts.groups[code])}</dd>
        </div>
      ))}
      <div className="kuer-strong">
        <dt>{t.total}</dt>
        <dd className="kuer-number">{points(facts.total)}</dd>
      </div>
    </dl>
  );
}

function OfflineNotice({ draft }: { draft: ReviewDraft }) {
  const t = useTexts(sheetTexts);
  const offline = [...useParts(draft).values()].filter(({ status }) => status === 'offline');
  if (offline.length === 0) return null;
  return (
    <Banner
      tone="warning"
      title={t.offline}
      actions={
        <Button size="small" icon="autorenew" onClick={draft.retry}>
          {t.retry}
        </Button>
      }
    >
      <p>{offline.every(({ isKept }) => isKept) ? t.offlineBody : t.offlineUnkept}</p>
    </Banner>
  );
}

function useSheetKeys(draft: ReviewDraft, facts: SheetFacts, onSave: () => void): void {
  const { keys } = useTexts(sheetTexts);
  useShortcut({ keys: '0–9', label: keys.digits });
  useShortcut({ keys: 'Tab', label: keys.reason });
  useShortcut({ keys: 'Delete', label: keys.clear });
  useShortcut({
    keys: 'Ctrl+Enter',
    label: keys.next,
    onPress: () => {
      const order = [...facts.marks.map(({ code }) => code), CONCLUSION];
      const here = partInFocus();
      const open = facts.marks.find(({ value, lacksReason }) => value === null || lacksReason)?.code ?? CONCLUSION;
      const next = here === null ? open : order[order.indexOf(here) + 1];
      goToPart(next ?? open);
    },
  });
  useShortcut({
    keys: 'Ctrl+S',
    label: keys.save,
    onPress: () => {
      onSave();
      void draft.flush();
    },
  });
}

/** „…#K3“, from the check page: straight to the criterion. */
function useJumpFromAddress(): void {
  const { hash } = useLocation();
  useEffect(() => {
    if (hash.length > 1) goToPart(decodeURIComponent(hash.slice(1)));
  }, [hash]);
}
