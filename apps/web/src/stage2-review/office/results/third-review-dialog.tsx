import { Controller } from 'react-hook-form';
import { Button } from '../../../shared/controls/button.js';
import { ErrorState, Skeleton } from '../../../shared/feedback/states.js';
import { useToasts } from '../../../shared/feedback/toast.js';
import { Form } from '../../../shared/form/form.js';
import { DateField, TextArea } from '../../../shared/form/text-field.js';
import { useServerForm } from '../../../shared/form/use-server-form.js';
import { useFormats, useTexts } from '../../../shared/i18n/index.js';
import { Dialog } from '../../../shared/overlay/dialog.js';
import { sharedTexts } from '../../../shared/texts.js';
import { ReviewerChoice } from '../assignments/reviewer-choice.js';
import { obstacleTo } from '../assignments/slots.js';
import { assignmentTexts } from '../assignments/texts.js';
import { type Desk, useDesk } from '../assignments/use-desk.js';
import { orderThirdReview } from '../office-api.js';
import type { ResultCardProps } from './recommendation-card.js';
import { oneResultTexts } from './result-texts.js';

type Props = ResultCardProps & { callId: string; onClose(): void };

/** Orders a third review: who, why, until when. */
export function ThirdReviewDialog(props: Props) {
  const t = useTexts(oneResultTexts);
  const shared = useTexts(sharedTexts);
  const { desk, error, retry } = useDesk(props.callId);
  return (
    <Dialog isOpen onClose={props.onClose} title={t.third}>
      <p>{t.thirdBody}</p>
      {error !== null && !desk && <ErrorState error={error} onRetry={retry} />}
      {error === null && !desk && <Skeleton lines={4} label={shared.loading} />}
      {desk && <ThirdReviewForm {...props} desk={desk} />}
    </Dialog>
  );
}

interface Values {
  reviewerId: string | null;
  reason: string;
  dueOn: string;
}

function ThirdReviewForm({ desk, row, onClose, onDone }: Props & { desk: Desk }) {
  const t = useTexts(oneResultTexts);
  const dialog = useTexts(assignmentTexts).dialog;
  const shared = useTexts(sharedTexts);
  const formats = useFormats();
  const toasts = useToasts();
  const { applicationId } = row;
  const form = useServerForm<Values>({
    defaultValues: { reviewerId: null, reason: '', dueOn: '' },
    submit: ({ reviewerId, reason, dueOn }) =>
      orderThirdReview(applicationId, { reviewerId: reviewerId ?? '', reason, ...(dueOn ? { dueOn } : {}) }),
    onSaved: async ({ reviewerName }) => {
      toasts.success(t.thirdToast(reviewerName));
      onClose();
      await onDone();
    },
  });
  const reviewer = form.field('reviewerId', { label: t.thirdReviewer, required: dialog.choose });
  const obstacleOf = (reviewerId: string | null) =>
    reviewerId === null ? null : obstacleTo({ applicationId, reviewerId }, { ...desk, pairs: desk.active });
  return (
    <Form form={form}>
      <Controller
        control={form.control}
        name="reviewerId"
        rules={{
          validate: (value) => {
            if (!value) return dialog.choose;
            const obstacle = obstacleOf(value);
            return obstacle ? dialog.obstacles[obstacle] : true;
          },
        }}
        render={({ field }) => (
          <ReviewerChoice
            desk={desk}
            applicationId={applicationId}
            pairs={desk.active}
            value={field.value}
            onChange={field.onChange}
            error={reviewer.error}
          />
        )}
      />
      <TextArea
        {...form.field('reason', { label: t.thirdReason, required: true })}
        hint={shared.reasonHint(5)}
        minLengthShown={5}
        maxLength={4000}
      />
      <DateField
        {...form.field('dueOn', { label: dialog.due })}
        hint={desk.reviewEndsOn ? dialog.dueHint(formats.date(desk.reviewEndsOn)) : dialog.dueHintNone}
      />
      <div className="kuer-button-row">
        <Button type="submit" variant="primary" busy={form.isSubmitting}>
          {t.third}
        </Button>
        <Button onClick={onClose}>{shared.cancel}</Button>
      </div>
    </Form>
  );
}
