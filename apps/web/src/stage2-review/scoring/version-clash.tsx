import { Button } from '../../shared/controls/button.js';
import { Banner } from '../../shared/feedback/banner.js';
import { ErrorState } from '../../shared/feedback/states.js';
import { useFormats, useLabel, useTexts } from '../../shared/i18n/index.js';
import { REVIEW_VERDICT_LABELS } from '../../shared/vocabulary/labels.js';
import type { Part, ReviewDraft } from '../draft/review-draft.js';
import type { Content } from '../draft/saved-content.js';
import { sheetTexts } from './texts.js';

/** Below a part that could not be saved: both versions where there are two, the reason where the server refused it. */
export function PartTrouble({ draft, name, part }: { draft: ReviewDraft; name: string; part: Part }) {
  const t = useTexts(sheetTexts);
  if (part.status === 'refused') {
    return <ErrorState error={part.problem} saved={part.isKept ? t.refusedKept : undefined} onRetry={draft.retry} />;
  }
  if (part.status !== 'conflict' || !part.other) return null;
  return <VersionClash draft={draft} name={name} part={part} />;
}

function VersionClash({ draft, name, part }: { draft: ReviewDraft; name: string; part: Part }) {
  const t = useTexts(sheetTexts).clash;
  const formats = useFormats();
  const { other } = part;
  if (!other) return null;
  return (
    <Banner
      tone="danger"
      title={t.title}
      announce
      actions={
        <>
          <Button size="small" variant="primary" onClick={() => draft.resolve(name, 'own')}>
            {t.keepOwn}
          </Button>
          <Button size="small" onClick={() => draft.resolve(name, 'other')}>
            {t.takeOther}
          </Button>
        </>
      }
    >
      <p>{t.body}</p>
      <div className="kuer-clash">
        <Version title={t.own} content={part.content} />
        <Version
          title={other.savedAt ? t.other(formats.dateTime(other.savedAt)) : t.otherUnknown}
          content={other.content}
        />
      </div>
    </Banner>
  );
}

function Version({ title, content }: { title: string; content: Content }) {
  const t = useTexts(sheetTexts).clash;
  const formats = useFormats();
  const label = useLabel();
  const isConclusion = 'summary' in content;
  const text = isConclusion ? content.summary : content.justification;
  return (
    <section className="kuer-panel kuer-stack kuer-stack--tight">
      <p className="kuer-strong kuer-small">{title}</p>
      <p>
        {isConclusion
          ? t.verdict(content.verdict ? label(REVIEW_VERDICT_LABELS[content.verdict]) : '–')
          : t.score(formats.number(content.value))}
      </p>
      {text ? <p className="kuer-written">{text}</p> : <p className="kuer-muted">{t.noText}</p>}
    </section>
  );
}
