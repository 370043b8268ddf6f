import { divergence } from '@kuer/domain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useCall } from '../../api/me.js';
import { DotPlot } from '../../shared/charts/dot-plot.js';
import { Button } from '../../shared/controls/button.js';
import { Banner } from '../../shared/feedback/banner.js';
import { EmptyState, Loaded } from '../../shared/feedback/states.js';
import { useToasts } from '../../shared/feedback/toast.js';
import { Checkbox } from '../../shared/form/choice-fields.js';
import { useFormats, useTexts } from '../../shared/i18n/index.js';
import { DescriptionList } from '../../shared/layout/description-list.js';
import { ConfirmDialog } from '../../shared/overlay/confirm-dialog.js';
import { amendReview, applicationReviewsQuery, type Catalogue, myAssignmentsKey, type Review } from '../review-api.js';
import { WrittenScore } from './review-reading.js';
import { readingTexts } from './texts.js';

const scoresOf = (review: Review) =>
  Object.fromEntries(review.scores.map(({ criterion, value }) => [criterion, value]));

/** The reviews that diverge, side by side, and the way to amend one's own. */
export function ReconciliationView({ review, catalogue }: { review: Review; catalogue: Catalogue }) {
  const t = useTexts(readingTexts).reconciliation;
  const formats = useFormats();
  const toasts = useToasts();
  const client = useQueryClient();
  const reviews = useQuery(applicationReviewsQuery(review.applicationId));
  const [isAmending, setAmending] = useState(false);
  const mayAmend = review.abilities.includes('review.amend');
  return (
    <section className="kuer-stack" aria-labelledby="reconciliation">
      <h2 id="reconciliation" className="kern-heading-medium">
        {t.title}
      </h2>
      <Banner
        tone="warning"
        title={t.lead}
        actions={
          mayAmend && (
            <Button variant="primary" onClick={() => setAmending(true)}>
              {t.amend}
            </Button>
          )
        }
      >
        {review.reconciliation && (
          <p>
            {t.reason}: {review.reconciliation.reason} ({t.opened(formats.dateTime(review.reconciliation.openedAt))})
          </p>
        )}
        {mayAmend && <p>{t.stay}</p>}
      </Banner>
      <Loaded query={reviews}>
        {({ items }) => (
          <Comparison reviews={[review, ...items.filter(({ id }) => id !== review.id)]} catalogue={catalogue} />
        )}
      </Loaded>
      <ConfirmDialog
        isOpen={isAmending}
        onClose={() => setAmending(false)}
        title={t.amendTitle}
        confirmLabel={t.amendConfirm}
        reason={{ minLength: 5 }}
        onConfirm={async (reason) => {
          const amended = await amendReview(review.id, reason);
          client.setQueryData(['reviews', review.id], amended);
          void client.invalidateQueries({ queryKey: myAssignmentsKey(review.callId) });
          toasts.success(t.amended);
        }}
      >
        <p>{t.amendBody}</p>
      </ConfirmDialog>
    </section>
  );
}

/** The own review first, the others after it. */
export function Comparison({ reviews, catalogue }: { reviews: readonly Review[]; catalogue: Catalogue }) {
  const texts = useTexts(readingTexts);
  const t = texts.reconciliation;
  const [onlyDifferent, setOnlyDifferent] = useState(false);
  if (reviews.length < 2) return <EmptyState title={t.others}>{t.othersHint}</EmptyState>;
  const all = catalogue.groups.flatMap(({ criteria }) => criteria);
  const shown = all.filter(({ code }) => !onlyDifferent || distance(reviews, code) > 0);
  return (
    <>
      <Distances reviews={reviews} catalogue={catalogue} />
      <DotPlot
        title={t.plot}
        criteria={all}
        scaleMax={catalogue.scale.max}
        series={reviews.map((one) => ({ label: one.label, scores: scoresOf(one) }))}
      />
      <h3 className="kern-heading-small">{t.compare}</h3>
      <Checkbox
        label={t.onlyDifferent}
        checked={onlyDifferent}
        onChange={(event) => setOnlyDifferent(event.target.checked)}
      />
      {shown.map(({ code, text }) => (
        <CriterionPair key={code} code={code} text={text} reviews={reviews} catalogue={catalogue} />
      ))}
      <div className="kuer-compare">
        {reviews.map((one) => (
          <section key={one.id} className="kuer-panel kuer-stack kuer-stack--tight">
            <h4 className="kuer-strong">
              {texts.summary} · {one.isOwn ? texts.own : texts.other(one.label)}
            </h4>
            {one.summary ? (
              <p className="kuer-written">{one.summary}</p>
            ) : (
              <p className="kuer-muted">{texts.noSummary}</p>
            )}
          </section>
        ))}
      </div>
    </>
  );
}

function distance(reviews: readonly Review[], code: string): number {
  const values = reviews.map((one) => one.scores.find(({ criterion }) => criterion === code)?.value ?? 0);
  return Math.max(...values) - Math.min(...values);
}

function Distances({ reviews, catalogue }: { reviews: readonly Review[]; catalogue: Catalogue }) {
  const t = useTexts(readingTexts).reconciliation;
  const formats = useFormats();
  const [first] = reviews;
  const thresholds = useCall(first?.callId ?? '').data?.settings.thresholds;
  if (!thresholds) return null;
  const compared = reviews.map((one) => ({ scores: scoresOf(one), verdict: one.verdict }));
  const found = divergence(compared, catalogue, catalogue.scale, thresholds);
  if (!found) return null;
  return (
    <DescriptionList
      stacked
      items={[
        {
          term: t.points,
          value: t.pointsValue(formats.points(found.points), formats.number(thresholds.divergencePoints)),
        },
        { term: t.levels, value: t.levelsAt(formats.number(found.levels), formats.list(found.criteria)) },
        { term: t.verdicts, value: found.verdictsDiffer ? t.different : t.same },
      ]}
    />
  );
}

interface PairProps {
  code: string;
  text: string;
  reviews: readonly Review[];
  catalogue: Catalogue;
}

function CriterionPair({ code, text, reviews, catalogue }: PairProps) {
  const texts = useTexts(readingTexts);
  const formats = useFormats();
  const apart = distance(reviews, code);
  return (
    <section className="kuer-stack kuer-stack--tight">
      <h4 className="kuer-strong">
        <span lang="de">
          {code} {text}
        </span>
        {apart > 0 && <span className="kuer-muted"> · {texts.reconciliation.difference(formats.number(apart))}</span>}
      </h4>
      <div className="kuer-compare">
        {reviews.map((one) => (
          <div key={one.id} className="kuer-panel kuer-stack kuer-stack--tight">
            <p className="kuer-small kuer-muted">{one.isOwn ? texts.own : texts.other(one.label)}</p>
            <WrittenScore review={one} catalogue={catalogue} code={code} />
          </div>
        ))}
      </div>
    </section>
  );
}
