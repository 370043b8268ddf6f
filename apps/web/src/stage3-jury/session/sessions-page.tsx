import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, unwrap } from '../../api/client.js';
import { useIdempotencyKeys } from '../../api/idempotency.js';
import { useCall, useCallId } from '../../api/me.js';
import { Button, TextLink } from '../../shared/controls/button.js';
import { Badge } from '../../shared/feedback/badge.js';
import { EmptyState } from '../../shared/feedback/states.js';
import { Form } from '../../shared/form/form.js';
import { TextArea, TextField } from '../../shared/form/text-field.js';
import { useServerForm } from '../../shared/form/use-server-form.js';
import { useLabel, useTexts } from '../../shared/i18n/index.js';
import { Page, PageHeader } from '../../shared/layout/page-header.js';
import { DateTime } from '../../shared/layout/values.js';
import { Dialog } from '../../shared/overlay/dialog.js';
import { paths } from '../../shared/paths.js';
import { DataTable } from '../../shared/table/data-table.js';
import { sharedTexts } from '../../shared/texts.js';
import { SESSION_STATE_LABELS } from '../../shared/vocabulary/labels.js';
import { type Session, sessionsQuery } from '../jury-api.js';
import { juryTexts } from '../texts.js';

/** The sessions of the jury. */
export default function SessionsPage() {
  const t = useTexts(juryTexts).sessions;
  const label = useLabel();
  const callId = useCallId();
  const call = useCall(callId).data;
  const sessions = useQuery(sessionsQuery(callId));
  const [isCreating, setCreating] = useState(false);
  const create = call?.abilities.includes('session.create') && (
    <Button variant="primary" icon="add" onClick={() => setCreating(true)}>
      {t.create}
    </Button>
  );
  return (
    <Page>
      <PageHeader title={t.title} actions={create}>
        <p className="kuer-muted">{t.lead}</p>
      </PageHeader>
      <DataTable<Session>
        caption={t.caption}
        hideCaption
        rows={sessions.data?.items}
        rowKey={(session) => session.id}
        error={sessions.error}
        onRetry={() => void sessions.refetch()}
        empty={
          <EmptyState title={t.empty} action={create}>
            {t.emptyHint}
          </EmptyState>
        }
        columns={[
          {
            key: 'title',
            header: t.name,
            isRowHeader: true,
            value: (session) => session.title,
            cell: (session) => <TextLink to={paths.session(callId, session.id)}>{session.title}</TextLink>,
          },
          {
            key: 'state',
            header: t.state,
            value: (session) => label(SESSION_STATE_LABELS[session.state]),
            cell: (session) => (
              <Badge tone={session.state === 'open' ? 'success' : 'neutral'}>
                {label(SESSION_STATE_LABELS[session.state])}
              </Badge>
            ),
          },
          {
            key: 'startsAt',
            header: t.starts,
            value: (session) => session.startsAt,
            cell: (session) => <DateTime value={session.startsAt} />,
          },
          { key: 'location', header: t.location, value: (session) => session.location },
          {
            key: 'present',
            header: t.present,
            align: 'end',
            value: (session) => session.quorum.present,
          },
        ]}
      />
      {isCreating && <CreateSession callId={callId} onClose={() => setCreating(false)} />}
    </Page>
  );
}

interface Values {
  title: string;
  startsAt: string;
  location: string;
  agenda: string;
}

function CreateSession({ callId, onClose }: { callId: string; onClose(): void }) {
  const t = useTexts(juryTexts).sessions;
  const shared = useTexts(sharedTexts);
  const navigate = useNavigate();
  const client = useQueryClient();
  const keys = useIdempotencyKeys();
  const form = useServerForm<Values, Session>({
    defaultValues: { title: '', startsAt: '', location: '', agenda: '' },
    submit: ({ title, startsAt, location, agenda }) => {
      const body = {
        title,
        startsAt: startsAt ? new Date(startsAt).toISOString() : null,
        location: location.trim() || null,
        agenda: agenda
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      };
      return unwrap(
        api.POST('/api/v1/calls/{callId}/sessions', {
          params: { path: { callId } },
          body,
          headers: keys.headersFor(body),
        }),
      );
    },
    onSaved: (session) => {
      void client.invalidateQueries({ queryKey: sessionsQuery(callId).queryKey });
      void navigate(paths.session(callId, session.id));
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t.createTitle}>
      <Form form={form}>
        <TextField {...form.field('title', { label: t.name, required: true })} />
        <TextField {...form.field('startsAt', { label: t.starts })} type="datetime-local" hint={t.startsHint} short />
        <TextField {...form.field('location', { label: t.location })} />
        <TextArea {...form.field('agenda', { label: t.agenda })} hint={t.agendaHint} rows={5} />
        <div className="kuer-button-row">
          <Button type="submit" variant="primary" busy={form.isSubmitting}>
            {t.create}
          </Button>
          <Button onClick={onClose}>{shared.cancel}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
