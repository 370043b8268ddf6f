import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api, unwrap } from '../../api/client.js';
import { useCall, useCallId } from '../../api/me.js';
import { site } from '../../app/site.js';
import { Button, LinkButton } from '../../shared/controls/button.js';
import { Banner } from '../../shared/feedback/banner.js';
import { EmptyState, Loaded } from '../../shared/feedback/states.js';
import { useFormats, useTexts } from '../../shared/i18n/index.js';
import { Card } from '../../shared/layout/card.js';
import { DescriptionList } from '../../shared/layout/description-list.js';
import { Page, PageHeader } from '../../shared/layout/page-header.js';
import { DateTime, Points } from '../../shared/layout/values.js';
import { paths } from '../../shared/paths.js';
import { saveFile } from '../../shared/table/csv.js';
import { type Review, receiptOf, reviewQuery } from '../review-api.js';
import { checkTexts } from './texts.js';

const versionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['reviews', id, 'versions'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/reviews/{id}/versions', { params: { path: { id } }, signal })),
  });

/** That the review was received, the PDF to keep, and the way to have it reopened. */
export default function ReceiptPage() {
  const { reviewId = '' } = useParams();
  const callId = useCallId();
  const texts = useTexts(checkTexts);
  const review = useQuery(reviewQuery(reviewId));
  const number = review.data?.applicationNumber ?? '';
  return (
    <Page>
      <PageHeader
        title={texts.receipt.title(number)}
        breadcrumbs={[
          { label: texts.myReviews, to: paths.myReviews(callId) },
          { label: texts.review(number), to: paths.review(callId, reviewId) },
        ]}
      />
      <Loaded query={review}>{(found) => <Receipt review={found} />}</Loaded>
    </Page>
  );
}

function Receipt({ review }: { review: Review }) {
  const texts = useTexts(checkTexts);
  const t = texts.receipt;
  const formats = useFormats();
  const call = useCall(review.callId).data;
  const versions = useQuery(versionsQuery(review.id));
  const save = useMutation({
    mutationFn: async () => {
      const { blob, fileName } = await receiptOf(review.id);
      saveFile(blob, fileName ?? `${review.applicationNumber}.pdf`);
    },
  });
  const toReview = paths.review(review.callId, review.id);
  return (
    <Loaded query={versions}>
      {({ items }) => {
        const submitted = items.filter(({ state }) => state === 'submitted');
        const last = submitted.at(-1);
        if (!last) {
          return (
            <EmptyState
              title={t.none}
              action={
                <LinkButton variant="primary" to={toReview}>
                  {texts.backToSheet}
                </LinkButton>
              }
            >
              {t.noneBody}
            </EmptyState>
          );
        }
        return (
          <>
            {review.state === 'submitted' ? (
              <Banner tone="success" title={t.done} />
            ) : (
              <Banner tone="info" title={t.reopened} actions={<LinkButton to={toReview}>{t.goOn}</LinkButton>}>
                <p>{t.reopenedBody}</p>
              </Banner>
            )}
            <DescriptionList
              items={[
                { term: t.application, value: review.applicationNumber },
                { term: t.call, value: call?.title },
                { term: t.at, value: <DateTime value={last.submittedAt} /> },
                { term: t.version, value: formats.number(last.number) },
                { term: t.total, value: <Points value={last.total} /> },
                { term: t.mark, value: review.id },
              ]}
            />
            <Card title={t.pdf}>
              <p>{t.pdfBody}</p>
              <div className="kuer-button-row">
                <Button variant="primary" icon="download" busy={save.isPending} onClick={() => save.mutate()}>
                  {t.pdf}
                </Button>
                <LinkButton to={toReview}>{t.read}</LinkButton>
                <LinkButton variant="tertiary" to={paths.myReviews(review.callId)}>
                  {t.next}
                </LinkButton>
              </div>
            </Card>
            {submitted.length > 1 && (
              <Card title={t.versions}>
                <ol className="kuer-stack kuer-stack--tight kuer-plain-list">
                  {submitted.map((one) => (
                    <li key={one.number}>
                      <span className="kuer-strong">
                        {t.version} {formats.number(one.number)}
                      </span>
                      , <DateTime value={one.submittedAt} />,{' '}
                      {one.reason ? `${t.versionReason}: ${one.reason}` : t.first}
                    </li>
                  ))}
                </ol>
              </Card>
            )}
            {review.state === 'submitted' && (
              <Card title={t.reopenTitle}>
                <p className="kuer-prose">{t.reopenBody}</p>
                <p>
                  <a
                    className="kuer-link"
                    href={`mailto:${site.contactEmail}?subject=${encodeURIComponent(t.mailSubject(review.applicationNumber))}`}
                  >
                    {t.mail} ({site.contactEmail})
                  </a>
                </p>
              </Card>
            )}
          </>
        );
      }}
    </Loaded>
  );
}
