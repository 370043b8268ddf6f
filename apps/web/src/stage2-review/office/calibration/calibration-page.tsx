import { useQuery } from '@tanstack/react-query';
import { useCallId } from '../../../api/me.js';
import type { Schema } from '../../../api/types.js';
import { Banner } from '../../../shared/feedback/banner.js';
import { EmptyState } from '../../../shared/feedback/states.js';
import { useFormats, useTexts } from '../../../shared/i18n/index.js';
import { Page, PageHeader } from '../../../shared/layout/page-header.js';
import { Points } from '../../../shared/layout/values.js';
import { DataTable } from '../../../shared/table/data-table.js';
import { catalogueQuery } from '../../review-api.js';
import { agreementQuery, severityQuery } from '../office-api.js';
import { calibrationTexts } from './texts.js';

type AgreementRow = Schema<'AgreementRow'>;
type SeverityRow = Schema<'SeverityRow'>;

/** How far reviewers agree, and how strictly they score; with what that can not tell. */
export default function CalibrationPage() {
  const t = useTexts(calibrationTexts);
  const callId = useCallId();
  return (
    <Page>
      <PageHeader title={t.title}>
        <p className="kuer-muted">{t.lead}</p>
      </PageHeader>
      <Banner tone="info" title={t.limitsTitle}>
        <p className="kuer-prose">{t.limits}</p>
      </Banner>
      <Agreement callId={callId} />
      <Severity callId={callId} />
    </Page>
  );
}

function Agreement({ callId }: { callId: string }) {
  const t = useTexts(calibrationTexts);
  const formats = useFormats();
  const agreement = useQuery(agreementQuery(callId));
  const groups = useQuery(catalogueQuery(callId)).data?.groups ?? [];
  const criteria = new Map(groups.flatMap((group) => group.criteria.map(({ code, text }) => [code, text] as const)));
  const names = new Map(groups.map(({ code, name }) => [code, name] as const));
  const nameOf = ({ key }: AgreementRow) =>
    key === 'total' ? t.total : `${key} ${criteria.get(key) ?? names.get(key) ?? ''}`.trim();
  const kindOf = ({ key }: AgreementRow) => (key === 'total' ? t.whole : criteria.has(key) ? t.criterion : t.group);
  return (
    <section className="kuer-stack" aria-labelledby="agreement">
      <h2 id="agreement" className="kern-heading-medium">
        {t.agreement}
      </h2>
      <p className="kuer-prose">{t.agreementHint}</p>
      <DataTable<AgreementRow>
        name="agreement"
        caption={t.agreementCaption}
        hideCaption
        rows={agreement.data?.items}
        rowKey={({ key }) => key}
        rowTone={(row) => (criteria.has(row.key) ? undefined : 'highlight')}
        error={agreement.error}
        onRetry={() => void agreement.refetch()}
        empty={<EmptyState title={t.empty}>{t.emptyHint}</EmptyState>}
        columns={[
          {
            key: 'key',
            header: t.subject,
            isRowHeader: true,
            width: '18rem',
            value: nameOf,
            cell: (row) => (row.key === 'total' ? t.total : <span lang="de">{nameOf(row)}</span>),
          },
          { key: 'kind', header: t.kind, value: kindOf },
          { key: 'pairs', header: t.pairs, align: 'end', value: ({ pairs }) => pairs },
          {
            key: 'exact',
            header: t.exact,
            align: 'end',
            value: ({ exact }) => exact,
            cell: ({ exact }) => formats.percent(exact),
          },
          {
            key: 'withinOneStep',
            header: t.oneStep,
            align: 'end',
            value: ({ withinOneStep }) => withinOneStep,
            cell: ({ withinOneStep }) => formats.percent(withinOneStep),
          },
          {
            key: 'meanDifference',
            header: t.distance,
            align: 'end',
            value: ({ meanDifference }) => meanDifference,
            cell: (row) => {
              if (row.meanDifference === null) return '–';
              return criteria.has(row.key)
                ? t.levels(formats.number(row.meanDifference, 2))
                : t.points(formats.points(row.meanDifference));
            },
          },
        ]}
      />
    </section>
  );
}

function Severity({ callId }: { callId: string }) {
  const t = useTexts(calibrationTexts);
  const formats = useFormats();
  const severity = useQuery(severityQuery(callId));
  const nameOf = ({ reviewer }: SeverityRow) => reviewer?.name ?? '–';
  return (
    <section className="kuer-stack" aria-labelledby="severity">
      <h2 id="severity" className="kern-heading-medium">
        {t.severity}
      </h2>
      <p className="kuer-prose">{t.severityHint}</p>
      <DataTable<SeverityRow>
        name="severity"
        caption={t.severityCaption}
        hideCaption
        rows={severity.data?.items}
        rowKey={(row) => row.reviewer?.id ?? `${row.reviews}/${String(row.meanTotal)}/${String(row.meanDifference)}`}
        defaultSort="meanDifference"
        error={severity.error}
        onRetry={() => void severity.refetch()}
        empty={<EmptyState title={t.empty}>{t.emptyHint}</EmptyState>}
        columns={[
          { key: 'reviewer', header: t.reviewer, isRowHeader: true, value: nameOf },
          { key: 'reviews', header: t.reviews, align: 'end', value: ({ reviews }) => reviews },
          {
            key: 'meanTotal',
            header: t.meanTotal,
            align: 'end',
            value: ({ meanTotal }) => meanTotal,
            cell: ({ meanTotal }) => <Points value={meanTotal} />,
          },
          {
            key: 'meanDifference',
            header: t.difference,
            align: 'end',
            value: ({ meanDifference }) => meanDifference,
            cell: ({ meanDifference }) => {
              if (meanDifference === null) return '–';
              const word = meanDifference < 0 ? t.stricter : meanDifference > 0 ? t.milder : '';
              return `${meanDifference > 0 ? '+' : ''}${formats.points(meanDifference)} ${word}`.trim();
            },
          },
        ]}
      />
    </section>
  );
}
