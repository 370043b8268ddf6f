import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { CSSProperties } from 'react';
import { useParams } from 'react-router';
import { useCallId } from '../../../api/me.js';
import { LinkButton } from '../../../shared/controls/button.js';
import { StatusBadge } from '../../../shared/feedback/badge.js';
import { GeneratedMark } from '../../../shared/feedback/banner.js';
import { EmptyState, Loaded } from '../../../shared/feedback/states.js';
import { useFormats, useTexts } from '../../../shared/i18n/index.js';
import { Card } from '../../../shared/layout/card.js';
import { DescriptionList } from '../../../shared/layout/description-list.js';
import { Page, PageHeader } from '../../../shared/layout/page-header.js';
import { paths } from '../../../shared/paths.js';
import { type ResultRow, resultsQuery } from '../office-api.js';
import { DivergenceCard } from './divergence-card.js';
import { DivergenceBadge, EligibilityBadge, ReasonList } from './findings.js';
import { RecommendationCard } from './recommendation-card.js';
import { ResultReviews } from './result-reviews.js';
import { oneResultTexts } from './result-texts.js';
import { resultTexts } from './texts.js';

/** One application: its reviews side by side, what follows from them, and what the coordinator does about it. */
export default function ResultPage() {
  const t = useTexts(oneResultTexts);
  const list = useTexts(resultTexts);
  const callId = useCallId();
  const { applicationId = '' } = useParams();
  const results = useQuery(resultsQuery(callId));
  const row = results.data?.find((one) => one.applicationId === applicationId);
  const client = useQueryClient();
  const refresh = async () => {
    await Promise.all([
      client.invalidateQueries({ queryKey: ['calls', callId] }),
      client.invalidateQueries({ queryKey: ['applications', applicationId] }),
      client.invalidateQueries({ queryKey: ['reviews'] }),
    ]);
  };
  return (
    <Page>
      <PageHeader
        title={t.title(row?.number ?? '')}
        breadcrumbs={[{ label: list.title, to: paths.results(callId) }]}
        badges={row && <StatusBadge kind="application" state={row.state} />}
        actions={
          row && !row.isRecused && <LinkButton to={paths.application(callId, applicationId)}>{t.file}</LinkButton>
        }
      >
        {row?.leadName && (
          <p>
            {row.leadName}: {row.title} {row.isGenerated && <GeneratedMark />}
          </p>
        )}
      </PageHeader>
      <Loaded query={results}>
        {() => {
          if (!row) {
            return (
              <EmptyState title={t.notFound} action={<LinkButton to={paths.results(callId)}>{t.toResults}</LinkButton>}>
                {t.notFoundHint}
              </EmptyState>
            );
          }
          if (row.isRecused) return <EmptyState title={t.recused}>{t.recusedHint}</EmptyState>;
          return (
            <>
              <div className="kuer-grid" style={{ '--min': '22rem' } as CSSProperties}>
                <Facts row={row} />
                <RecommendationCard row={row} onDone={refresh} />
              </div>
              <DivergenceCard callId={callId} row={row} onDone={refresh} />
              <ResultReviews callId={callId} row={row} onDone={refresh} />
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}

function Facts({ row }: { row: ResultRow }) {
  const t = useTexts(oneResultTexts);
  const list = useTexts(resultTexts);
  const formats = useFormats();
  const rank = row.rank === null ? null : formats.number(row.rank);
  return (
    <Card title={t.facts}>
      <DescriptionList
        stacked
        items={[
          {
            term: t.total,
            value:
              row.total === null ? (
                list.reviewsOf(formats.number(row.reviews.length), formats.number(row.reviewsExpected))
              ) : (
                <strong className="kuer-number">{t.ofHundred(formats.points(row.total))}</strong>
              ),
          },
          { term: t.rank, value: rank && (row.rankTied ? t.tied(rank) : rank) },
          { term: t.divergence, value: <DivergenceBadge row={row} /> },
          { term: t.eligible, value: <EligibilityBadge row={row} /> },
        ]}
      />
      {row.eligibility && row.eligibility.reasons.length > 0 && (
        <>
          <p className="kuer-strong">{t.why}</p>
          <ReasonList reasons={row.eligibility.reasons} />
        </>
      )}
    </Card>
  );
}
