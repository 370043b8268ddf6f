import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from 'react-router';
import { api, unwrap } from '../api/client.js';
import { useIdempotencyKeys } from '../api/idempotency.js';
import { Button, LinkButton } from '../shared/controls/button.js';
import { Form } from '../shared/form/form.js';
import { TextField } from '../shared/form/text-field.js';
import { useServerForm } from '../shared/form/use-server-form.js';
import { useTexts } from '../shared/i18n/index.js';
import { Page, PageHeader } from '../shared/layout/page-header.js';
import { paths } from '../shared/paths.js';
import { sharedTexts } from '../shared/texts.js';
import type { Call } from './calls-api.js';
import { callTexts } from './texts.js';

/** A new call, as a draft. */
export default function NewCallPage() {
  const t = useTexts(callTexts).create;
  const shared = useTexts(sharedTexts);
  const navigate = useNavigate();
  const client = useQueryClient();
  const keys = useIdempotencyKeys();
  const form = useServerForm<{ title: string; round: string }, Call>({
    defaultValues: { title: '', round: '' },
    guard: true,
    submit: ({ title, round }) => {
      const body = { title, round: round.trim() || null };
      return unwrap(api.POST('/api/v1/calls', { body, headers: keys.headersFor(body) }));
    },
    onSaved: (call) => {
      void client.invalidateQueries({ queryKey: ['me'] });
      void client.invalidateQueries({ queryKey: ['calls'] });
      void navigate(paths.callSettings(call.id));
    },
  });
  return (
    <Page>
      <PageHeader title={t.title} breadcrumbs={[{ label: useTexts(callTexts).list.title, to: paths.calls }]}>
        <p className="kuer-muted">{t.lead}</p>
      </PageHeader>
      <Form form={form}>
        <TextField {...form.field('title', { label: t.name, required: true })} maxLength={300} />
        <TextField {...form.field('round', { label: t.round })} hint={t.roundHint} maxLength={100} />
        <div className="kuer-button-row">
          <Button type="submit" variant="primary" busy={form.isSubmitting}>
            {t.save}
          </Button>
          <LinkButton to={paths.calls}>{shared.cancel}</LinkButton>
        </div>
      </Form>
    </Page>
  );
}
