import { RECOMMENDATION_OUTCOMES } from '@kuer/domain';
import { useState } from 'react';
import { Button } from '../../../shared/controls/button.js';
import { Badge, StatusBadge } from '../../../shared/feedback/badge.js';
import { useToasts } from '../../../shared/feedback/toast.js';
import { RadioGroup } from '../../../shared/form/choice-fields.js';
import { Form } from '../../../shared/form/form.js';
import { TextArea } from '../../../shared/form/text-field.js';
import { useServerForm } from '../../../shared/form/use-server-form.js';
import { useFormats, useLabel, useTexts } from '../../../shared/i18n/index.js';
import { Card } from '../../../shared/layout/card.js';
import { DescriptionList } from '../../../shared/layout/description-list.js';
import { sharedTexts } from '../../../shared/texts.js';
import { RECOMMENDATION_LABELS } from '../../../shared/vocabulary/labels.js';
import { confirmRecommendation, type ResultRow } from '../office-api.js';
import { deviates } from './findings.js';
import { oneResultTexts } from './result-texts.js';
import { resultTexts } from './texts.js';

export interface ResultCardProps {
  row: ResultRow;
  onDone(): Promise<void>;
}

/** What the rules derive, what was confirmed, and the confirmation itself. */
export function RecommendationCard({ row, onDone }: ResultCardProps) {
  const t = useTexts(oneResultTexts);
  const list = useTexts(resultTexts);
  const formats = useFormats();
  const label = useLabel();
  const [isConfirming, setConfirming] = useState(false);
  const { derived, outcome, comment, confirmedBy, confirmedAt } = row.recommendation;
  const mayConfirm = row.abilities.includes('recommendation.confirm');
  return (
    <Card
      title={t.recommendation}
      footer={
        mayConfirm &&
        !isConfirming && (
          <Button variant={outcome ? 'secondary' : 'primary'} onClick={() => setConfirming(true)}>
            {outcome ? t.confirmAgain : t.confirm}
          </Button>
        )
      }
    >
      <DescriptionList
        stacked
        items={[
          { term: t.derived, value: derived ? label(RECOMMENDATION_LABELS[derived]) : t.derivedNone },
          {
            term: t.confirmed,
            value: outcome ? (
              <>
                <StatusBadge kind="recommendation" state={outcome} />{' '}
                {deviates(row) && <Badge tone="warning">{list.deviates}</Badge>}{' '}
                <span className="kuer-small">{t.confirmedBy(confirmedBy ?? '–', formats.dateTime(confirmedAt))}</span>
              </>
            ) : (
              t.notConfirmed
            ),
          },
          comment !== null && { term: t.comment, value: comment },
        ]}
      />
      {isConfirming && (
        <ConfirmForm
          row={row}
          onClose={() => setConfirming(false)}
          onDone={async () => {
            await onDone();
            setConfirming(false);
          }}
        />
      )}
    </Card>
  );
}

type Outcome = (typeof RECOMMENDATION_OUTCOMES)[number];

function ConfirmForm({ row, onClose, onDone }: ResultCardProps & { onClose(): void }) {
  const t = useTexts(oneResultTexts);
  const shared = useTexts(sharedTexts);
  const label = useLabel();
  const toasts = useToasts();
  const { derived, outcome, comment } = row.recommendation;
  const form = useServerForm<{ outcome: Outcome; comment: string }>({
    defaultValues: { outcome: outcome ?? derived ?? undefined, comment: comment ?? '' },
    guard: true,
    submit: (values) =>
      confirmRecommendation(row.applicationId, { outcome: values.outcome, comment: values.comment.trim() || null }),
    onSaved: () => {
      toasts.success(t.confirmedToast);
      void onDone();
    },
  });
  const departs = form.form.watch('outcome') !== derived;
  return (
    <Form form={form} label={t.confirm}>
      <RadioGroup
        {...form.field('outcome', { label: t.confirmAs, required: true })}
        hint={t.confirmHint}
        options={RECOMMENDATION_OUTCOMES.map((value) => ({ value, label: label(RECOMMENDATION_LABELS[value]) }))}
      />
      <TextArea
        {...form.field('comment', {
          label: t.commentOptional,
          required: departs ? t.commentNeeded : false,
          rules: { validate: (value) => !departs || String(value).trim() !== '' || t.commentNeeded },
        })}
        rows={3}
        maxLength={4000}
      />
      <div className="kuer-button-row">
        <Button type="submit" variant="primary" busy={form.isSubmitting}>
          {t.confirm}
        </Button>
        <Button onClick={onClose}>{shared.cancel}</Button>
      </div>
    </Form>
  );
}
