import { useQueries } from '@tanstack/react-query';
import { useState } from 'react';
import { Button, LinkButton } from '../../../shared/controls/button.js';
import { Badge } from '../../../shared/feedback/badge.js';
import { Banner, GeneratedMark } from '../../../shared/feedback/banner.js';
import { EmptyState, ErrorState, Skeleton } from '../../../shared/feedback/states.js';
import { useToasts } from '../../../shared/feedback/toast.js';
import { useFormats, useLabel, useTexts } from '../../../shared/i18n/index.js';
import { Card } from '../../../shared/layout/card.js';
import { DescriptionList } from '../../../shared/layout/description-list.js';
import { DateTime } from '../../../shared/layout/values.js';
import { ConfirmDialog } from '../../../shared/overlay/confirm-dialog.js';
import { paths } from '../../../shared/paths.js';
import { sharedTexts } from '../../../shared/texts.js';
import { REVIEW_VERDICT_LABELS } from '../../../shared/vocabulary/labels.js';
import { Comparison } from '../../reading/reconciliation-view.js';
import { ReviewReading } from '../../reading/review-reading.js';
import { applicationReviewsQuery, type Catalogue, catalogueQuery, type Review } from '../../review-api.js';
import '../../review.css';
import { reopenReview } from '../office-api.js';
import type { ResultCardProps } from './recommendation-card.js';
import { oneResultTexts } from './result-texts.js';
import { VersionsDialog } from './versions-dialog.js';

/** The submitted reviews: who, when, which verdict; then all criteria side by side. */
export function ResultReviews({ callId, row, onDone }: ResultCardProps & { callId: string }) {
  const t = useTexts(oneResultTexts);
  const shared = useTexts(sharedTexts);
  const formats = useFormats();
  const [reviews, catalogue] = useQueries({
    queries: [applicationReviewsQuery(row.applicationId), catalogueQuery(callId)],
  });
  const error = reviews.error ?? catalogue.error;
  if (error && !(reviews.data && catalogue.data)) {
    return <ErrorState error={error} onRetry={() => void Promise.all([reviews.refetch(), catalogue.refetch()])} />;
  }
  if (!reviews.data || !catalogue.data) return <Skeleton lines={8} label={`${t.reviews}: ${shared.loading}`} />;
  const items = [...reviews.data.items].sort((a, b) => (a.label < b.label ? -1 : 1));
  const [only] = items;
  const isAmending = items.some(({ state }) => state === 'in_progress');
  return (
    <section className="kuer-stack" aria-labelledby="reviews">
      <h2 id="reviews" className="kern-heading-medium">
        {t.reviews}
      </h2>
      {items.length < row.reviewsExpected && items.length > 0 && (
        <p>{t.missing(formats.number(items.length), formats.number(row.reviewsExpected))}</p>
      )}
      {isAmending && <Banner tone="info" title={t.amending} />}
      {items.length === 0 && (
        <EmptyState
          title={t.noReviews}
          action={<LinkButton to={paths.assignments(callId)}>{t.toAssignments}</LinkButton>}
        >
          {t.noReviewsHint}
        </EmptyState>
      )}
      <div className="kuer-compare">
        {items.map((review) => (
          <ReviewCard key={review.id} review={review} catalogue={catalogue.data} onDone={onDone} />
        ))}
      </div>
      {items.length > 1 && (
        <section className="kuer-stack" aria-label={t.comparison}>
          <h2 className="kern-heading-medium">{t.comparison}</h2>
          <Comparison reviews={items} catalogue={catalogue.data} />
        </section>
      )}
      {items.length === 1 && only && (
        <Card title={t.content}>
          <ReviewReading review={only} catalogue={catalogue.data} />
        </Card>
      )}
    </section>
  );
}

interface ReviewCardProps {
  review: Review;
  catalogue: Catalogue;
  onDone(): Promise<void>;
}

function ReviewCard({ review, catalogue, onDone }: ReviewCardProps) {
  const t = useTexts(oneResultTexts);
  const formats = useFormats();
  const label = useLabel();
  const toasts = useToasts();
  const [dialog, setDialog] = useState<'reopen' | 'versions' | null>(null);
  const mayReopen = review.abilities.includes('review.reopen');
  const shut = () => setDialog(null);
  return (
    <Card
      level={3}
      title={t.review(review.label)}
      aside={review.isGenerated && <GeneratedMark />}
      footer={
        <div className="kuer-button-row">
          <Button size="small" onClick={() => setDialog('versions')} aria-label={t.versionsOf(review.label)}>
            {t.versions}
          </Button>
          {mayReopen && (
            <Button size="small" onClick={() => setDialog('reopen')} aria-label={t.reopenOf(review.label)}>
              {t.reopen}
            </Button>
          )}
        </div>
      }
    >
      <DescriptionList
        stacked
        items={[
          review.reviewer !== null && { term: t.reviewer, value: review.reviewer.name },
          { term: t.submitted, value: <DateTime value={review.submittedAt} /> },
          {
            term: t.version,
            value: (
              <>
                {formats.number(review.versionNumber)} {review.state === 'in_progress' && <Badge>{t.draft}</Badge>}
              </>
            ),
          },
          review.reason !== null && { term: t.versionReason, value: review.reason },
          { term: t.ownTotal, value: review.total === null ? null : t.ofHundred(formats.points(review.total)) },
          { term: t.verdict, value: review.verdict ? label(REVIEW_VERDICT_LABELS[review.verdict]) : t.noVerdict },
        ]}
      />
      <ConfirmDialog
        isOpen={dialog === 'reopen'}
        onClose={shut}
        title={t.reopenOf(review.label)}
        confirmLabel={t.reopen}
        reason={{ minLength: 5 }}
        onConfirm={async (reason) => {
          await reopenReview(review.id, reason);
          toasts.success(t.reopenedToast(review.label));
          await onDone();
        }}
      >
        <p>{t.reopenBody(review.reviewer?.name ?? t.review(review.label))}</p>
      </ConfirmDialog>
      {dialog === 'versions' && <VersionsDialog review={review} catalogue={catalogue} onClose={shut} />}
    </Card>
  );
}
