import { useQuery } from '@tanstack/react-query';
import type { Schema } from '../../../api/types.js';
import { Badge } from '../../../shared/feedback/badge.js';
import { Loaded } from '../../../shared/feedback/states.js';
import { useFormats, useLabel, useTexts } from '../../../shared/i18n/index.js';
import { DescriptionList } from '../../../shared/layout/description-list.js';
import { DateTime } from '../../../shared/layout/values.js';
import { Dialog } from '../../../shared/overlay/dialog.js';
import { REVIEW_VERDICT_LABELS } from '../../../shared/vocabulary/labels.js';
import type { Catalogue, Review } from '../../review-api.js';
import { versionsQuery } from '../office-api.js';
import { oneResultTexts } from './result-texts.js';

type Version = Schema<'ReviewVersionResponse'>;

export interface VersionsDialogProps {
  review: Review;
  catalogue: Catalogue;
  onClose(): void;
}

/** Every version that was submitted, and what changed from one to the next. */
export function VersionsDialog({ review, catalogue, onClose }: VersionsDialogProps) {
  const t = useTexts(oneResultTexts);
  const versions = useQuery(versionsQuery(review.id));
  return (
    <Dialog isOpen onClose={onClose} title={t.versionsOf(review.label)} size="wide">
      <Loaded query={versions}>
        {({ items }) => (
          <div className="kuer-stack">
            {items.length === 1 && <p>{t.onlyOne}</p>}
            <div className="kuer-compare">
              {items.map((version) => (
                <VersionFacts key={version.number} version={version} />
              ))}
            </div>
            <VersionTable versions={items} catalogue={catalogue} />
          </div>
        )}
      </Loaded>
    </Dialog>
  );
}

function VersionFacts({ version }: { version: Version }) {
  const t = useTexts(oneResultTexts);
  const formats = useFormats();
  const label = useLabel();
  return (
    <section className="kuer-panel kuer-stack kuer-stack--tight">
      <h3 className="kern-heading-small">
        {t.versionNumber(formats.number(version.number))} {version.state === 'draft' && <Badge>{t.draft}</Badge>}
      </h3>
      <DescriptionList
        stacked
        items={[
          { term: t.submitted, value: <DateTime value={version.submittedAt} /> },
          { term: t.versionReason, value: version.reason ?? t.first },
          { term: t.ownTotal, value: version.total === null ? null : t.ofHundred(formats.points(version.total)) },
          { term: t.verdict, value: version.verdict ? label(REVIEW_VERDICT_LABELS[version.verdict]) : t.noVerdict },
        ]}
      />
      <p className="kuer-strong">{t.summary}</p>
      <p className="kuer-written">{version.summary || '–'}</p>
    </section>
  );
}

function VersionTable({ versions, catalogue }: { versions: readonly Version[]; catalogue: Catalogue }) {
  const t = useTexts(oneResultTexts);
  const formats = useFormats();
  const scoreOf = (version: Version, code: string) => version.scores.find(({ criterion }) => criterion === code);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section className="kuer-table-frame" aria-label={t.versionsCaption} tabIndex={0}>
      <table className="kern-table kern-table--small kuer-table">
        <caption className="kuer-table__caption">{t.versionsCaption}</caption>
        <thead className="kern-table__head">
          <tr className="kern-table__row">
            <th scope="col" className="kern-table__header">
              {t.criterion}
            </th>
            {versions.map(({ number }) => (
              <th key={number} scope="col" className="kern-table__header">
                {t.versionNumber(formats.number(number))}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="kern-table__body">
          {catalogue.groups
            .flatMap(({ criteria }) => criteria)
            .map(({ code, text }) => (
              <tr key={code} className="kern-table__row">
                <th scope="row" className="kern-table__header" lang="de">
                  {code} {text}
                </th>
                {versions.map((version, index) => {
                  const score = scoreOf(version, code);
                  const before = index > 0 ? scoreOf(versions[index - 1] as Version, code) : undefined;
                  const isChanged =
                    before !== undefined &&
                    (before.value !== score?.value || before.justification !== score?.justification);
                  return (
                    <td key={version.number} className="kern-table__cell">
                      <span className="kuer-strong kuer-number">{formats.number(score?.value)}</span>{' '}
                      {isChanged && <Badge tone="info">{t.changed}</Badge>}
                      <p className="kuer-small kuer-written">{score?.justification}</p>
                    </td>
                  );
                })}
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
