import { GeneratedMark } from '../../shared/feedback/banner.js';
import { useFormats, useLabel, useTexts } from '../../shared/i18n/index.js';
import { DescriptionList } from '../../shared/layout/description-list.js';
import { REVIEW_VERDICT_LABELS } from '../../shared/vocabulary/labels.js';
import type { Catalogue, Review } from '../review-api.js';
import { readingTexts } from './texts.js';

/** A review to read: totals, every score with its level and reason, the conclusion. */
export function ReviewReading({ review, catalogue }: { review: Review; catalogue: Catalogue }) {
  const t = useTexts(readingTexts);
  return (
    <div className="kuer-stack">
      <ReviewTotals review={review} catalogue={catalogue} />
      {catalogue.groups.map((group) => (
        <section key={group.code} className="kuer-stack kuer-stack--tight">
          <h3 className="kern-heading-small" lang="de">
            {group.code} {group.name}
          </h3>
          {group.criteria.map(({ code, text }) => (
            <div key={code} className="kuer-read-score">
              <p className="kuer-strong" lang="de">
                {code} {text}
              </p>
              <WrittenScore review={review} catalogue={catalogue} code={code} />
            </div>
          ))}
        </section>
      ))}
      <section className="kuer-stack kuer-stack--tight">
        <h3 className="kern-heading-small">{t.summary}</h3>
        {review.summary ? (
          <p className="kuer-written">{review.summary}</p>
        ) : (
          <p className="kuer-muted">{t.noSummary}</p>
        )}
      </section>
    </div>
  );
}

export function ReviewTotals({ review, catalogue }: { review: Review; catalogue: Catalogue }) {
  const t = useTexts(readingTexts);
  const formats = useFormats();
  const label = useLabel();
  const points = (value: number | null | undefined) =>
    value === null || value === undefined ? t.open : t.ofHundred(formats.points(value));
  const verdict = review.verdict;
  return (
    <DescriptionList
      stacked
      items={[
        { term: t.total, value: <strong className="kuer-number">{points(review.total)}</strong> },
        ...catalogue.groups.map(({ code, name }) => ({
          term: `${code} ${name}`,
          value: points(review.groupTotals[code]),
        })),
        { term: t.verdict, value: verdict ? label(REVIEW_VERDICT_LABELS[verdict]) : t.open },
      ]}
    />
  );
}

/** Score, level in words, and the reason of one criterion. */
export function WrittenScore({ review, catalogue, code }: { review: Review; catalogue: Catalogue; code: string }) {
  const t = useTexts(readingTexts);
  const formats = useFormats();
  const score = review.scores.find(({ criterion }) => criterion === code);
  const value = score?.value ?? null;
  const level = catalogue.scale.levels.find((one) => one.value === value);
  return (
    <>
      <p>
        {value === null ? (
          <span className="kuer-muted">{t.noScore}</span>
        ) : (
          <>
            <span className="kuer-strong kuer-number">
              {t.score(formats.number(value), formats.number(catalogue.scale.max))}
            </span>{' '}
            {level && <span lang="de">{level.label}</span>}
          </>
        )}{' '}
        {review.isGenerated && value !== null && <GeneratedMark />}
      </p>
      {score?.justification ? (
        <p className="kuer-written">{score.justification}</p>
      ) : (
        <p className="kuer-muted">{t.noReason}</p>
      )}
    </>
  );
}
