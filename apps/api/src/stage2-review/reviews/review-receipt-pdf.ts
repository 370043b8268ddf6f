import { criteriaOf, type Locale, type ReviewLabel, type ReviewVerdict } from '@kuer/domain';
import { TaggedPdf } from '../../exports/tagged-pdf.js';
import type { ScoreRow, VersionRow } from './review.repository.js';

export interface Receipt {
  readonly callTitle: string;
  readonly applicationNumber: string;
  readonly applicationTitle: string;
  readonly leadName: string;
  readonly reviewerName: string;
  readonly label: ReviewLabel;
  readonly version: VersionRow;
  readonly submittedAt: Date;
  readonly scores: readonly ScoreRow[];
  readonly total: number | null;
  readonly groupTotals: Readonly<Record<string, number>>;
  readonly textDigest: string;
}

interface Words {
  readonly title: string;
  readonly review: string;
  readonly application: string;
  readonly author: string;
  readonly submitted: string;
  readonly reason: string;
  readonly total: string;
  readonly verdict: string;
  readonly verdicts: Readonly<Record<ReviewVerdict, string>>;
  readonly summary: string;
  readonly digest: string;
  readonly generated: string;
  readonly of: string;
  readonly none: string;
}

const WORDS: Readonly<Record<Locale, Words>> = {
  de: {
    title: 'Empfangsbestätigung',
    review: 'Gutachten {label}, Fassung {number}',
    application: 'Bewerbung',
    author: 'Gutachter/in',
    submitted: 'Eingereicht am',
    reason: 'Anlass dieser Fassung',
    total: 'Gesamtwert',
    verdict: 'Grundsätzliche Förderwürdigkeit',
    verdicts: { eligible: 'förderwürdig', not_eligible: 'nicht förderwürdig' },
    summary: 'Zusammenfassung',
    digest: 'Prüfsumme der Texte (SHA-256), wie sie im Prüfpfad steht',
    generated: 'Bewertungen und Begründungen sind generierte Vorführdaten.',
    of: 'von',
    none: 'ohne Begründung',
  },
  en: {
    title: 'Receipt',
    review: 'Review {label}, version {number}',
    application: 'Application',
    author: 'Reviewer',
    submitted: 'Submitted on',
    reason: 'Reason for this version',
    total: 'Total',
    verdict: 'Eligibility in principle',
    verdicts: { eligible: 'eligible', not_eligible: 'not eligible' },
    summary: 'Summary',
    digest: 'Checksum of the texts (SHA-256), as it stands in the audit trail',
    generated: 'Scores and justifications are generated demo data.',
    of: 'of',
    none: 'without a justification',
  },
};

/** The receipt of a submitted review: who, when, every score with its justification, and the checksum that the trail holds. */
export function receiptPdf(receipt: Receipt, locale: Locale): Promise<Buffer> {
  const words = WORDS[locale];
  const { version, scores, label } = receipt;
  const { catalogue } = version;
  const numbers = new Intl.NumberFormat(locale === 'de' ? 'de-DE' : 'en-GB', { maximumFractionDigits: 2 });
  const time = new Intl.DateTimeFormat(locale === 'de' ? 'de-DE' : 'en-GB', {
    dateStyle: 'long',
    timeStyle: 'long',
    timeZone: 'Europe/Berlin',
  });
  const points = (value: number): string => `${numbers.format(value)} ${words.of} 100`;
  const heading = words.review.replace('{label}', label).replace('{number}', String(version.number));

  const pdf = new TaggedPdf(`${words.title}: ${heading}, ${receipt.applicationNumber}`, locale, receipt.submittedAt);
  pdf.text('H1', words.title).text('P', receipt.callTitle).text('H2', heading);
  pdf.text(
    'P',
    `${words.application}: ${receipt.applicationNumber}, ${receipt.leadName}, ${quoted(receipt.applicationTitle, locale)}`,
  );
  pdf.text('P', `${words.author}: ${receipt.reviewerName}`);
  pdf.text('P', `${words.submitted} ${time.format(receipt.submittedAt)}`);
  if (version.reason) pdf.text('P', `${words.reason}: ${version.reason}`);
  if (version.isGenerated) pdf.text('P', words.generated);
  if (receipt.total !== null) pdf.text('P', `${words.total}: ${points(receipt.total)}`);
  if (version.verdict) pdf.text('P', `${words.verdict}: ${words.verdicts[version.verdict]}`);

  const byCriterion = new Map(scores.map((score) => [score.criterion, score]));
  for (const group of catalogue.groups) {
    const total = receipt.groupTotals[group.code];
    pdf.text('H2', `${group.code} ${group.name}${total === undefined ? '' : `: ${points(total)}`}`);
    for (const criterion of criteriaOf({ groups: [group] })) {
      const score = byCriterion.get(criterion.code);
      const value = score?.value ?? null;
      const given =
        value === null ? '–' : `${numbers.format(value)} ${words.of} ${numbers.format(catalogue.scale.max)}`;
      pdf.text('H3', `${criterion.code} ${criterion.text}: ${given}`);
      pdf.text('P', score?.justification.trim() || words.none);
    }
  }
  if (version.summary.trim()) pdf.text('H2', words.summary).text('P', version.summary.trim());
  pdf.text('H2', words.digest).text('P', receipt.textDigest);
  return pdf.finish();
}

const quoted = (text: string, locale: Locale): string => (locale === 'de' ? `„${text}“` : `“${text}”`);
