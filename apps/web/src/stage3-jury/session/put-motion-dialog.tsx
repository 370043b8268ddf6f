import { BALLOTS, MAJORITIES, MOTION_KINDS, type MotionKind } from '@kuer/domain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.js';
import { useIdempotencyKeys } from '../../api/idempotency.js';
import type { Schema } from '../../api/types.js';
import { Button } from '../../shared/controls/button.js';
import { Select } from '../../shared/form/choice-fields.js';
import { Form } from '../../shared/form/form.js';
import { TextArea } from '../../shared/form/text-field.js';
import { useServerForm } from '../../shared/form/use-server-form.js';
import { useLabel, useTexts } from '../../shared/i18n/index.js';
import { Dialog } from '../../shared/overlay/dialog.js';
import { sharedTexts } from '../../shared/texts.js';
import { BALLOT_LABELS, MAJORITY_LABELS, MOTION_KIND_LABELS } from '../../shared/vocabulary/labels.js';
import { bundlesQuery, rankingQuery, type Session } from '../jury-api.js';
import { juryTexts } from '../texts.js';

interface Values {
  kind: MotionKind;
  text: string;
  bundleId: string;
  applicationId: string;
  otherApplicationId: string;
  ballot: string;
  majority: string;
}

const ABOUT_APPLICATION: readonly MotionKind[] = ['take_in', 'leave_out', 'prefer'];
const ABOUT_BUNDLE: readonly MotionKind[] = ['adopt_bundle', 'take_in', 'leave_out'];

/** A motion as it is to be voted on. */
export function PutMotionDialog({ session, onClose }: { session: Session; onClose(): void }) {
  const t = useTexts(juryTexts).session;
  const shared = useTexts(sharedTexts);
  const label = useLabel();
  const client = useQueryClient();
  const keys = useIdempotencyKeys();
  const bundles = useQuery(bundlesQuery(session.callId));
  const ranking = useQuery(rankingQuery(session.callId));
  const form = useServerForm<Values, Schema<'MotionResponse'>>({
    defaultValues: {
      kind: 'adopt_bundle',
      text: '',
      bundleId: '',
      applicationId: '',
      otherApplicationId: '',
      ballot: '',
      majority: '',
    },
    submit: (values) => {
      const body = {
        kind: values.kind,
        text: values.text,
        ...(values.bundleId && ABOUT_BUNDLE.includes(values.kind) ? { bundleId: values.bundleId } : {}),
        ...(values.applicationId && ABOUT_APPLICATION.includes(values.kind)
          ? { applicationId: values.applicationId }
          : {}),
        ...(values.otherApplicationId && values.kind === 'prefer'
          ? { otherApplicationId: values.otherApplicationId }
          : {}),
        ...(values.ballot ? { ballot: values.ballot as (typeof BALLOTS)[number] } : {}),
        ...(values.majority ? { majority: values.majority as (typeof MAJORITIES)[number] } : {}),
      };
      return unwrap(
        api.POST('/api/v1/sessions/{id}/motions', {
          params: { path: { id: session.id } },
          body,
          headers: keys.headersFor(body),
        }),
      );
    },
    onSaved: () => {
      void client.invalidateQueries({ queryKey: ['sessions', session.id] });
      onClose();
    },
  });
  const kind = form.form.watch('kind');
  const applications = (ranking.data?.items ?? [])
    .filter(({ isRecused }) => !isRecused)
    .map((row) => ({ value: row.applicationId, label: `${row.number} ${row.leadName ?? ''}` }));
  return (
    <Dialog isOpen onClose={onClose} title={t.putTitle}>
      <Form form={form}>
        <Select
          {...form.field('kind', { label: t.kind, required: true })}
          empty={false}
          options={MOTION_KINDS.map((value) => ({ value, label: label(MOTION_KIND_LABELS[value]) }))}
        />
        {ABOUT_BUNDLE.includes(kind) && (
          <Select
            {...form.field('bundleId', { label: t.bundle, required: kind === 'adopt_bundle' })}
            options={(bundles.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        {ABOUT_APPLICATION.includes(kind) && (
          <Select {...form.field('applicationId', { label: t.application, required: true })} options={applications} />
        )}
        {kind === 'prefer' && (
          <Select {...form.field('otherApplicationId', { label: t.other, required: true })} options={applications} />
        )}
        <TextArea {...form.field('text', { label: t.text, required: true })} hint={t.textHint} rows={3} />
        <Select
          {...form.field('ballot', { label: t.ballot })}
          empty={t.byCall}
          options={BALLOTS.map((value) => ({ value, label: label(BALLOT_LABELS[value]) }))}
        />
        <Select
          {...form.field('majority', { label: t.majority })}
          empty={t.byCall}
          options={MAJORITIES.map((value) => ({ value, label: label(MAJORITY_LABELS[value]) }))}
        />
        <div className="kuer-button-row">
          <Button type="submit" variant="primary" busy={form.isSubmitting}>
            {t.put}
          </Button>
          <Button onClick={onClose}>{shared.cancel}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
