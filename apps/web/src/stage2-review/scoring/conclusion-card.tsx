import { REVIEW_VERDICTS } from '@kuer/domain';
import { RadioGroup } from '../../shared/form/choice-fields.js';
import { TextArea } from '../../shared/form/text-field.js';
import { useLabel, useTexts } from '../../shared/i18n/index.js';
import { REVIEW_VERDICT_LABELS } from '../../shared/vocabulary/labels.js';
import type { ReviewDraft } from '../draft/review-draft.js';
import { CONCLUSION, type ConclusionContent } from '../draft/saved-content.js';
import { usePart } from '../draft/use-review-draft.js';
import { PartStatus } from './part-status.js';
import { sheetTexts } from './texts.js';
import { PartTrouble } from './version-clash.js';

/** After the twelfth criterion: the whole in words, and the reviewer's own verdict. */
export function ConclusionCard({ draft }: { draft: ReviewDraft }) {
  const t = useTexts(sheetTexts);
  const label = useLabel();
  const { part, content, edit, flush } = usePart<ConclusionContent>(draft, CONCLUSION);
  return (
    <section
      id={CONCLUSION}
      className="kuer-criterion"
      data-part={CONCLUSION}
      aria-labelledby="conclusion-title"
      onBlur={flush}
    >
      <h2 id="conclusion-title" className="kern-heading-medium">
        {t.conclusion}
      </h2>
      <RadioGroup
        id="verdict"
        name="verdict"
        label={t.verdict}
        hint={t.verdictHint}
        value={content.verdict}
        onChange={(event) => edit({ verdict: REVIEW_VERDICTS.find((one) => one === event.target.value) ?? null })}
        options={REVIEW_VERDICTS.map((one) => ({ value: one, label: label(REVIEW_VERDICT_LABELS[one]) }))}
      />
      <TextArea
        label={t.summary}
        hint={t.summaryHint}
        optional
        rows={6}
        maxLength={20_000}
        value={content.summary}
        onChange={(event) => edit({ summary: event.target.value })}
      />
      <PartStatus part={part} />
      <PartTrouble draft={draft} name={CONCLUSION} part={part} />
    </section>
  );
}
