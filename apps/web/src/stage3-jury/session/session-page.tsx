import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { api, unwrap } from '../../api/client.js';
import { useCallId } from '../../api/me.js';
import { Button } from '../../shared/controls/button.js';
import { Badge } from '../../shared/feedback/badge.js';
import { Banner } from '../../shared/feedback/banner.js';
import { EmptyState, Loaded } from '../../shared/feedback/states.js';
import { useFormats, useLabel, useTexts } from '../../shared/i18n/index.js';
import { Card } from '../../shared/layout/card.js';
import { Page, PageHeader } from '../../shared/layout/page-header.js';
import { ConfirmDialog } from '../../shared/overlay/confirm-dialog.js';
import { paths } from '../../shared/paths.js';
import { SESSION_STATE_LABELS } from '../../shared/vocabulary/labels.js';
import '../jury.css';
import { motionsQuery, type Session, sessionQuery, useSessionCommand } from '../jury-api.js';
import { juryTexts } from '../texts.js';
import { Attendance } from './attendance.js';
import { MotionCard } from './motion-card.js';
import { PutMotionDialog } from './put-motion-dialog.js';
import { useLiveSession } from './use-live-session.js';

/** A session: who is there, what is moved, how it was voted. Kept up to date by the server's events. */
export default function SessionPage() {
  const t = useTexts(juryTexts);
  const { sessionId = '' } = useParams();
  const session = useQuery(sessionQuery(sessionId));
  return (
    <Page>
      <Loaded query={session}>{(data) => <Room session={data} />}</Loaded>
      {session.error && !session.data && <PageHeader title={t.sessions.title} />}
    </Page>
  );
}

function Room({ session }: { session: Session }) {
  const t = useTexts(juryTexts);
  const label = useLabel();
  const formats = useFormats();
  const callId = useCallId();
  const isLive = useLiveSession(session.id);
  const { quorum } = session;
  const numbers = [formats.number(quorum.present), formats.number(quorum.required)] as const;
  return (
    <>
      <PageHeader
        title={session.title}
        breadcrumbs={[{ label: t.sessions.title, to: paths.sessions(callId) }]}
        badges={
          <Badge tone={session.state === 'open' ? 'success' : 'neutral'}>
            {label(SESSION_STATE_LABELS[session.state])}
          </Badge>
        }
        actions={<SessionActions session={session} />}
      >
        <p className="kuer-muted">
          {[session.startsAt && formats.dateTime(session.startsAt), session.location].filter(Boolean).join(' · ')}
        </p>
      </PageHeader>
      {!isLive.connected && session.state === 'open' && (
        <Banner tone="warning" title={`${t.session.lineDown} ${formats.time(isLive.since)}`} announce />
      )}
      <Banner
        tone={quorum.isQuorate ? 'success' : 'warning'}
        title={quorum.isQuorate ? t.session.quorate(...numbers) : t.session.notQuorate(...numbers)}
      />
      <Motions session={session} />
      <Card title={t.session.attendance}>
        <Attendance session={session} />
      </Card>
      <Card title={t.session.agenda}>
        {session.agenda.length === 0 ? (
          <p className="kuer-muted">{t.session.agendaEmpty}</p>
        ) : (
          <ol className="kuer-bullets">
            {session.agenda.map((item) => (
              <li key={item}>{item}</li>
            ))}
          </ol>
        )}
      </Card>
    </>
  );
}

function SessionActions({ session }: { session: Session }) {
  const t = useTexts(juryTexts).session;
  const [isClosing, setClosing] = useState(false);
  const id = session.id;
  const open = useSessionCommand(id, () =>
    unwrap(api.POST('/api/v1/sessions/{id}/open', { params: { path: { id } } })),
  );
  const close = useSessionCommand(
    id,
    () => unwrap(api.POST('/api/v1/sessions/{id}/close', { params: { path: { id } } })),
    true,
  );
  if (!session.abilities.includes('session.chair')) return null;
  if (session.state === 'planned') {
    return (
      <Button variant="primary" busy={open.isPending} onClick={() => open.mutate(undefined)}>
        {t.open}
      </Button>
    );
  }
  if (session.state === 'closed') return null;
  return (
    <>
      <Button onClick={() => setClosing(true)}>{t.close}</Button>
      <ConfirmDialog
        isOpen={isClosing}
        onClose={() => setClosing(false)}
        title={t.close}
        confirmLabel={t.close}
        onConfirm={() => close.mutateAsync(undefined)}
      >
        <p>{t.closeBody}</p>
      </ConfirmDialog>
    </>
  );
}

function Motions({ session }: { session: Session }) {
  const t = useTexts(juryTexts).session;
  const motions = useQuery(motionsQuery(session.id));
  const [isPutting, setPutting] = useState(false);
  const mayPut = session.abilities.includes('motion.put') && session.state !== 'closed';
  const put = mayPut && (
    <Button icon="add" onClick={() => setPutting(true)}>
      {t.put}
    </Button>
  );
  return (
    <section className="kuer-stack kuer-stack--tight" aria-labelledby="motions">
      <div className="kuer-row">
        <h2 className="kern-heading-medium" id="motions">
          {t.motions}
        </h2>
        {put}
      </div>
      <Loaded query={motions}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t.motionsEmpty} action={put} compact>
              {t.motionsEmptyHint}
            </EmptyState>
          ) : (
            // What is being voted on comes first, then the newest.
            [...items]
              .sort((a, b) => Number(b.state === 'open') - Number(a.state === 'open') || b.number - a.number)
              .map((motion) => <MotionCard key={motion.id} motion={motion} session={session} />)
          )
        }
      </Loaded>
      {isPutting && <PutMotionDialog session={session} onClose={() => setPutting(false)} />}
    </section>
  );
}
