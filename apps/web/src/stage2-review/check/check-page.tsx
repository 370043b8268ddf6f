import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { useIdempotencyKeys } from '../../api/idempotency.js';
import { useCallId, useMe } from '../../api/me.js';
import { isApiProblem } from '../../api/problem.js';
import { Button, LinkButton, TextLink } from '../../shared/controls/button.js';
import { Banner } from '../../shared/feedback/banner.js';
import { EmptyState, ErrorState, Loaded } from '../../shared/feedback/states.js';
import { useToasts } from '../../shared/feedback/toast.js';
import { Checkbox } from '../../shared/form/choice-fields.js';
import { useFormats, useTexts } from '../../shared/i18n/index.js';
import { Card } from '../../shared/layout/card.js';
import { Page, PageHeader } from '../../shared/layout/page-header.js';
import { paths } from '../../shared/paths.js';
import { browserDrafts } from '../draft/draft-storage.js';
import { CONCLUSION, isSameContent, savedParts } from '../draft/saved-content.js';
import { ReviewTotals } from '../reading/review-reading.js';
import {
  type Catalogue,
  catalogueQuery,
  myAssignmentsKey,
  type Review,
  reviewQuery,
  submitReview,
} from '../review-api.js';
import { ScoreTable } from './score-table.js';
import { checkTexts } from './texts.js';
import '../review.css';

/** What is missing, what it comes to, and the confirmation: the last look before the review is fixed. */
export default function CheckPage() {
  const { reviewId = '' } = useParams();
  const callId = useCallId();
  const t = useTexts(checkTexts);
  // What was just written must be in it: never from memory.
  const review = useQuery({ ...reviewQuery(reviewId), staleTime: 0, refetchOnMount: 'always' });
  const catalogue = useQuery(catalogueQuery(callId));
  const number = review.data?.applicationNumber ?? '';
  return (
    <Page>
      <PageHeader
        title={t.title(number)}
        breadcrumbs={[
          { label: t.myReviews, to: paths.myReviews(callId) },
          { label: t.review(number), to: paths.review(callId, reviewId) },
        ]}
      >
        <p className="kuer-muted">{t.lead}</p>
      </PageHeader>
      <Loaded query={review}>
        {(found) => <Loaded query={catalogue}>{(criteria) => <Check review={found} catalogue={criteria} />}</Loaded>}
      </Loaded>
    </Page>
  );
}

function Check({ review, catalogue }: { review: Review; catalogue: Catalogue }) {
  const t = useTexts(checkTexts);
  const unsent = useUnsent(review);
  const toSheet = paths.review(review.callId, review.id);
  if (!review.abilities.includes('review.submit')) {
    const isDone = review.state === 'submitted';
    return (
      <EmptyState
        title={isDone ? t.already : t.notWritable}
        icon={isDone ? 'success' : 'lock'}
        action={
          isDone ? (
            <LinkButton variant="primary" to={paths.reviewReceipt(review.callId, review.id)}>
              {t.toReceipt}
            </LinkButton>
          ) : (
            <LinkButton to={toSheet}>{t.backToSheet}</LinkButton>
          )
        }
      />
    );
  }
  return (
    <>
      {unsent.length > 0 && (
        <Banner tone="danger" title={t.unsent} actions={<LinkButton to={toSheet}>{t.backToSheet}</LinkButton>}>
          <p>{t.unsentBody(unsent.map((part) => (part === CONCLUSION ? t.conclusion : part)).join(', '))}</p>
        </Banner>
      )}
      <Gaps review={review} toSheet={toSheet} />
      <Card title={t.totals}>
        <ReviewTotals review={review} catalogue={catalogue} />
      </Card>
      <ScoreTable review={review} catalogue={catalogue} />
      <Submit review={review} isReady={review.gaps.length === 0 && unsent.length === 0} />
    </>
  );
}

function Gaps({ review, toSheet }: { review: Review; toSheet: string }) {
  const t = useTexts(checkTexts);
  const formats = useFormats();
  const { gaps } = review;
  if (gaps.length === 0) {
    return (
      <Banner tone="success" title={t.gapsNone}>
        <p>{t.gapsNoneBody}</p>
      </Banner>
    );
  }
  return (
    <Banner
      tone="warning"
      title={gaps.length === 1 ? t.gapsOne : t.gapsMany(formats.number(gaps.length))}
      actions={<LinkButton to={toSheet}>{t.backToSheet}</LinkButton>}
    >
      <ul className="kuer-bullets">
        {gaps.map((gap) => (
          <li key={`${gap.criterion ?? ''}${gap.code}`}>
            <TextLink to={`${toSheet}#${gap.criterion ?? CONCLUSION}`}>{gap.message}</TextLink>
          </li>
        ))}
      </ul>
    </Banner>
  );
}

function Submit({ review, isReady }: { review: Review; isReady: boolean }) {
  const t = useTexts(checkTexts);
  const client = useQueryClient();
  const navigate = useNavigate();
  const toasts = useToasts();
  const keys = useIdempotencyKeys();
  const [isConfirmed, setConfirmed] = useState(false);
  const [isTried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);

  const submit = async () => {
    setTried(true);
    if (!isConfirmed || !isReady) return;
    setBusy(true);
    setProblem(null);
    const body = { version: review.version };
    try {
      const submitted = await submitReview(
        review.id,
        body,
        keys.headersFor({ id: review.id, number: review.versionNumber, ...body }),
      );
      keys.done();
      client.setQueryData(['reviews', review.id], submitted);
      void client.invalidateQueries({ queryKey: myAssignmentsKey(review.callId) });
      toasts.success(t.submitted);
      void navigate(paths.reviewReceipt(review.callId, review.id));
    } catch (error) {
      setProblem(error);
      setBusy(false);
      // Changed or submitted elsewhere in the meantime: show what is there now.
      if (isApiProblem(error) && error.status !== 0)
        void client.invalidateQueries({ queryKey: ['reviews', review.id] });
    }
  };

  return (
    <Card title={t.submitTitle}>
      {!isReady && <p className="kuer-muted">{t.notYet}</p>}
      <Checkbox
        label={t.confirm}
        hint={t.confirmHint}
        disabled={!isReady}
        checked={isConfirmed}
        error={isTried && !isConfirmed ? t.confirmNeeded : undefined}
        onChange={(event) => setConfirmed(event.target.checked)}
      />
      {problem !== null && <ErrorState error={problem} saved={t.saved} />}
      <div className="kuer-button-row">
        <Button variant="primary" busy={busy} disabled={!isReady} onClick={() => void submit()}>
          {t.submit}
        </Button>
        <LinkButton variant="tertiary" to={paths.review(review.callId, review.id)}>
          {t.backToSheet}
        </LinkButton>
      </div>
    </Card>
  );
}

/** Parts that this browser keeps because the server has not confirmed them. */
function useUnsent(review: Review): readonly string[] {
  const accountId = useMe().data?.id;
  const [parts, setParts] = useState<readonly string[]>([]);
  // Asked again whenever the review was read again.
  useEffect(() => {
    let isLeft = false;
    if (accountId) {
      browserDrafts(accountId, review.applicationId)
        .load()
        .then((drafts) => {
          const saved = savedParts(review);
          // Confirmed a moment ago and about to be forgotten here: that has arrived.
          const unsent = drafts.filter(({ part, content }) => {
            const there = saved.get(part);
            return !there || !isSameContent(there.content, content);
          });
          if (!isLeft) setParts(unsent.map(({ part }) => part));
        })
        .catch(() => undefined);
    }
    return () => {
      isLeft = true;
    };
  }, [accountId, review]);
  return parts;
}
