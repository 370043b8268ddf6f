import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Controller } from 'react-hook-form';
import { api, unwrap } from '../api/client.js';
import { useCall } from '../api/me.js';
import { Button } from '../shared/controls/button.js';
import { Badge } from '../shared/feedback/badge.js';
import { CheckboxGroup } from '../shared/form/choice-fields.js';
import { Form } from '../shared/form/form.js';
import { TextArea, TextField } from '../shared/form/text-field.js';
import { useServerForm } from '../shared/form/use-server-form.js';
import { useFormats, useLabel, useTexts } from '../shared/i18n/index.js';
import { Card } from '../shared/layout/card.js';
import { ConfirmDialog } from '../shared/overlay/confirm-dialog.js';
import { Dialog } from '../shared/overlay/dialog.js';
import { sharedTexts } from '../shared/texts.js';
import { type FormalCheck, formalCheckQuery } from './formal-check-api.js';
import { formalCheckTexts } from './texts.js';

/** Supplement requests of an application, with their dates and answers. */
export function Supplements({ check, callId }: { check: FormalCheck; callId: string }) {
  const t = useTexts(formalCheckTexts).check;
  const formats = useFormats();
  const client = useQueryClient();
  const [isSending, setSending] = useState(false);
  const [answering, setAnswering] = useState<string | null>(null);
  const answer = async (text: string) => {
    if (!answering) return;
    await unwrap(
      api.POST('/api/v1/supplement-requests/{id}/answer', {
        params: { path: { id: answering } },
        body: { answer: text },
      }),
    );
    await client.invalidateQueries({ queryKey: ['applications', check.applicationId] });
  };
  return (
    <Card
      title={t.supplement}
      aside={
        check.abilities.includes('supplement.send') && (
          <Button size="small" icon="mail" onClick={() => setSending(true)}>
            {t.request}
          </Button>
        )
      }
    >
      {check.supplementRequests.length === 0 ? (
        <p className="kuer-muted">{t.supplementNone}</p>
      ) : (
        <ul className="kuer-list-plain kuer-stack kuer-stack--tight">
          {check.supplementRequests.map((one) => (
            <li key={one.id}>
              <p className="kuer-row">
                <span className="kuer-strong">{t.due(formats.date(one.dueOn))}</span>
                {one.isOverdue && <Badge tone="danger">{t.overdue}</Badge>}
                {one.answeredAt && <Badge tone="success">{t.answered(formats.date(one.answeredAt))}</Badge>}
                <span className="kuer-small kuer-muted">{t.sentBy(one.sentBy, formats.dateTime(one.sentAt))}</span>
              </p>
              <p>{one.message}</p>
              {one.answer && <p className="kuer-muted">{one.answer}</p>}
              {!one.answeredAt && check.abilities.includes('supplement.answer') && (
                <Button size="small" onClick={() => setAnswering(one.id)}>
                  {t.answer}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {isSending && (
        <RequestDialog applicationId={check.applicationId} callId={callId} onClose={() => setSending(false)} />
      )}
      <ConfirmDialog
        isOpen={answering !== null}
        onClose={() => setAnswering(null)}
        title={t.answer}
        confirmLabel={t.answer}
        reason={{ label: t.answerLabel, hint: '', minLength: 2, maxLength: 8000 }}
        onConfirm={answer}
      />
    </Card>
  );
}

interface Values {
  dueOn: string;
  documentKeys: string[];
  message: string;
}

function RequestDialog(props: { applicationId: string; callId: string; onClose(): void }) {
  const { applicationId, callId, onClose } = props;
  const t = useTexts(formalCheckTexts).check;
  const shared = useTexts(sharedTexts);
  const label = useLabel();
  const client = useQueryClient();
  const call = useCall(callId).data;
  const form = useServerForm<Values>({
    defaultValues: { dueOn: '', documentKeys: [], message: '' },
    submit: (body) =>
      unwrap(
        api.POST('/api/v1/applications/{id}/supplement-requests', { params: { path: { id: applicationId } }, body }),
      ),
    onSaved: () => {
      void client.invalidateQueries({ queryKey: formalCheckQuery(applicationId).queryKey });
      onClose();
    },
  });
  const documents = form.field('documentKeys', { label: t.documentsWanted });
  return (
    <Dialog isOpen onClose={onClose} title={t.requestTitle}>
      <Form form={form}>
        <TextField {...form.field('dueOn', { label: t.dueOn, required: true })} type="date" short />
        <Controller
          control={form.control}
          name="documentKeys"
          render={({ field }) => (
            <CheckboxGroup
              id={documents.id}
              label={t.documentsWanted}
              error={documents.error}
              optional
              value={field.value}
              onChange={field.onChange}
              options={(call?.settings.documents ?? []).map((one) => ({ value: one.key, label: label(one.label) }))}
            />
          )}
        />
        <TextArea {...form.field('message', { label: t.message, required: true })} rows={5} />
        <div className="kuer-button-row">
          <Button type="submit" variant="primary" busy={form.isSubmitting}>
            {t.send}
          </Button>
          <Button onClick={onClose}>{shared.cancel}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
