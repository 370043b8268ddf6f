import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useMe } from '../api/me.js';
import { Button } from '../shared/controls/button.js';
import { Badge, StatusBadge } from '../shared/feedback/badge.js';
import { Banner } from '../shared/feedback/banner.js';
import { Loaded } from '../shared/feedback/states.js';
import { useToasts } from '../shared/feedback/toast.js';
import { useFormats, useTexts } from '../shared/i18n/index.js';
import { Page, PageHeader } from '../shared/layout/page-header.js';
import { paths } from '../shared/paths.js';
import { ConflictDialog } from './desk/conflict-dialog.js';
import { deskTexts } from './desk/texts.js';
import type { ReviewDraft } from './draft/review-draft.js';
import { useWritingTab } from './draft/writing-tab.js';
import { LeftOverDrafts } from './reading/left-over-drafts.js';
import { Comparison, ReconciliationView } from './reading/reconciliation-view.js';
import { ReviewReading } from './reading/review-reading.js';
import { readingTexts } from './reading/texts.js';
import {
  type Application,
  applicationQuery,
  applicationReviewsQuery,
  type Catalogue,
  catalogueQuery,
  myAssignmentsKey,
  type Review,
  reviewQuery,
} from './review-api.js';
import { ApplicationPanel } from './scoring/application-panel.js';
import { ScoreSheet } from './scoring/score-sheet.js';
import { SplitView } from './scoring/split-view.js';
import { sheetTexts } from './scoring/texts.js';
import './review.css';

/** One review beside its application: to write for its author, to read for whoever else may. */
export default function ReviewPage() {
  const { reviewId = '' } = useParams();
  const t = useTexts(sheetTexts);
  const review = useQuery(reviewQuery(reviewId));
  const { applicationId = '', callId = '' } = review.data ?? {};
  const application = useQuery({ ...applicationQuery(applicationId), enabled: applicationId !== '' });
  const catalogue = useQuery({ ...catalogueQuery(callId), enabled: callId !== '' });
  return (
    <Page>
      <Header review={review.data} title={application.data?.title ?? null} application={application.data} />
      <Loaded query={review}>
        {(found) => (
          <Loaded query={catalogue}>
            {(criteria) => (
              <Loaded query={application}>
                {(about) => <Body review={found} catalogue={criteria} application={about} />}
              </Loaded>
            )}
          </Loaded>
        )}
      </Loaded>
      {review.isPending && <span className="kern-sr-only">{t.sheet}</span>}
    </Page>
  );
}

function Header({ review, title, application }: { review?: Review; title: string | null; application?: Application }) {
  const t = useTexts(sheetTexts);
  const formats = useFormats();
  const number = review?.applicationNumber ?? '';
  return (
    <PageHeader
      title={t.title(number)}
      breadcrumbs={review?.isOwn ? [{ label: t.myReviews, to: paths.myReviews(review.callId) }] : []}
      badges={
        review && (
          <>
            <StatusBadge kind="review" state={review.state} />
            {review.versionNumber > 1 && <Badge tone="info">{t.version(formats.number(review.versionNumber))}</Badge>}
          </>
        )
      }
      actions={review?.isOwn && application && <LateConflict review={review} application={application} />}
    >
      <p>
        {title && <span className="kuer-strong">{title}</span>}
        {review?.dueOn && review.state === 'in_progress' && (
          <span className="kuer-muted"> · {t.due(formats.date(review.dueOn), formats.daysFromNow(review.dueOn))}</span>
        )}
      </p>
      {review?.isOwn && review.state === 'in_progress' && review.reason && (
        <p className="kuer-muted">
          {t.reopened}. {t.reopenedBecause(review.reason)}
        </p>
      )}
    </PageHeader>
  );
}

interface BodyProps {
  review: Review;
  catalogue: Catalogue;
  application: Application;
}

function Body({ review, catalogue, application }: BodyProps) {
  const accountId = useMe().data?.id;
  if (review.abilities.includes('review.write') && accountId) {
    return (
      <Writing key={review.id} review={review} catalogue={catalogue} application={application} accountId={accountId} />
    );
  }
  return (
    <SplitView
      left={<ApplicationPanel application={application} />}
      right={
        <div className="kuer-stack kuer-review-read">
          {review.isOwn && accountId && <LeftOverDrafts accountId={accountId} applicationId={review.applicationId} />}
          <ReadNotice review={review} />
          {review.reconciliation && review.state === 'submitted' ? (
            <ReconciliationView review={review} catalogue={catalogue} />
          ) : (
            <ReviewReading review={review} catalogue={catalogue} />
          )}
        </div>
      }
    />
  );
}

/** The sheet in the one tab that writes; any other tab reads, and may take over. */
function Writing({ review, catalogue, application, accountId }: BodyProps & { accountId: string }) {
  const t = useTexts(sheetTexts);
  const draft = useRef<ReviewDraft | null>(null);
  const onBegun = useCallback((begun: ReviewDraft | null) => {
    // What is left keeps saving; the lock waits for it (see beforeYield).
    if (begun) draft.current = begun;
  }, []);
  const beforeYield = useCallback(async () => {
    await draft.current?.flush();
  }, []);
  const tab = useWritingTab(`kuer.review.${review.id}.${accountId}`, beforeYield);
  const [isTaking, setTaking] = useState(false);
  return (
    <SplitView
      left={<ApplicationPanel application={application} more={useOtherReviews(review, catalogue)} />}
      right={
        tab.state === 'writing' ? (
          <ScoreSheet review={review} catalogue={catalogue} accountId={accountId} onBegun={onBegun} />
        ) : (
          <div className="kuer-stack kuer-review-read">
            {tab.state === 'reading' && (
              <Banner
                tone="warning"
                title={t.tab.title}
                announce
                actions={
                  <Button
                    variant="primary"
                    busy={isTaking}
                    onClick={() => {
                      setTaking(true);
                      tab.takeOver();
                      setTimeout(() => setTaking(false), 6_000);
                    }}
                  >
                    {t.tab.takeOver}
                  </Button>
                }
              >
                <p>{isTaking ? t.tab.taking : t.tab.body}</p>
              </Banner>
            )}
            <ReviewReading review={review} catalogue={catalogue} />
          </div>
        )
      }
    />
  );
}

/** While a reconciliation is open, the other review lies beside the sheet. */
function useOtherReviews(review: Review, catalogue: Catalogue) {
  const texts = useTexts(sheetTexts).application;
  const isOpen = review.reconciliation !== null;
  const reviews = useQuery({ ...applicationReviewsQuery(review.applicationId), enabled: isOpen });
  if (!isOpen) return [];
  return (reviews.data?.items ?? [])
    .filter(({ id }) => id !== review.id)
    .map((other) => ({
      id: `review-${other.label}`,
      label: texts.otherReview(other.label),
      content: (
        <div className="kuer-stack">
          <h2 className="kern-heading-medium">{texts.otherReview(other.label)}</h2>
          <Comparison reviews={[review, other]} catalogue={catalogue} />
        </div>
      ),
    }));
}

function ReadNotice({ review }: { review: Review }) {
  const t = useTexts(readingTexts);
  const formats = useFormats();
  if (!review.isOwn) {
    return (
      <p className="kuer-muted">
        {t.other(review.label)}
        {review.reviewer && ` ${t.by(review.reviewer.name)}`}
        {review.submittedAt && ` · ${t.submitted(formats.dateTime(review.submittedAt))}`}
      </p>
    );
  }
  if (review.state !== 'submitted') return <Banner tone="info" title={t.readOnly} />;
  if (review.reconciliation) return null;
  return (
    <Banner tone="success" title={t.fixed}>
      <p>{t.fixedHow}</p>
    </Banner>
  );
}

/** A conflict that is noticed only while writing: it ends the access at once. */
function LateConflict({ review, application }: { review: Review; application: Application }) {
  const t = useTexts(deskTexts);
  const client = useQueryClient();
  const navigate = useNavigate();
  const toasts = useToasts();
  const [isOpen, setOpen] = useState(false);
  if (!review.abilities.includes('review.write')) return null;
  return (
    <>
      <Button size="small" variant="tertiary" icon="lock" onClick={() => setOpen(true)}>
        {t.late.open}
      </Button>
      {isOpen && (
        <ConflictDialog
          isLate
          assignment={{
            applicationId: review.applicationId,
            applicationNumber: review.applicationNumber,
            title: application.title,
            leadName: application.leadName,
            partnerNames: application.partners.map(({ name }) => name),
          }}
          onClose={() => setOpen(false)}
          onAnswered={() => {
            toasts.show({
              tone: 'warning',
              title: t.question.locked(review.applicationNumber),
              text: t.question.lockedBody,
            });
            void navigate(paths.myReviews(review.callId));
            client.removeQueries({ queryKey: ['reviews', review.id] });
            client.removeQueries({ queryKey: ['applications', review.applicationId] });
            void client.invalidateQueries({ queryKey: myAssignmentsKey(review.callId) });
          }}
        />
      )}
    </>
  );
}
