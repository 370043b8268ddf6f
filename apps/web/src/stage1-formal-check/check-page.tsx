import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import { api, unwrap } from '../api/client.js';
import { useCallId } from '../api/me.js';
import type { Schema } from '../api/types.js';
import { Button, LinkButton } from '../shared/controls/button.js';
import { StatusBadge } from '../shared/feedback/badge.js';
import { Banner } from '../shared/feedback/banner.js';
import { Loaded } from '../shared/feedback/states.js';
import { useFormats, useTexts } from '../shared/i18n/index.js';
import { Card } from '../shared/layout/card.js';
import { Page, PageHeader } from '../shared/layout/page-header.js';
import { ConfirmDialog } from '../shared/overlay/confirm-dialog.js';
import { paths } from '../shared/paths.js';
import { CheckItems } from './check-items.js';
import { formalCheckQuery } from './formal-check-api.js';
import { Supplements } from './supplements.js';
import { formalCheckTexts } from './texts.js';

type FormalCheck = Schema<'FormalCheckResponse'>;

/** The formal check of one application. */
export default function CheckPage() {
  const t = useTexts(formalCheckTexts);
  const callId = useCallId();
  const { applicationId = '' } = useParams();
  const check = useQuery(formalCheckQuery(applicationId));
  const application = useQuery({
    queryKey: ['applications', applicationId],
    queryFn: ({ signal }) =>
      unwrap(api.GET('/api/v1/applications/{id}', { params: { path: { id: applicationId } }, signal })),
  });
  const name = application.data ? `${application.data.number} ${application.data.leadName ?? ''}` : '';
  return (
    <Page>
      <PageHeader
        title={t.check.title(name)}
        breadcrumbs={[{ label: t.desk.title, to: paths.formalChecks(callId) }]}
        badges={check.data && <StatusBadge kind="application" state={check.data.state} />}
        actions={<LinkButton to={paths.application(callId, applicationId)}>{t.check.documents}</LinkButton>}
      >
        {application.data?.title && <p>{application.data.title}</p>}
      </PageHeader>
      <Loaded query={check}>
        {(data) => (
          <>
            <CheckItems check={data} />
            <Supplements check={data} callId={callId} />
            <Decision check={data} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Decision({ check }: { check: FormalCheck }) {
  const t = useTexts(formalCheckTexts).check;
  const formats = useFormats();
  const client = useQueryClient();
  const [dialog, setDialog] = useState<'accept' | 'reject' | 'confirm' | null>(null);
  const { decision } = check;
  const mayDecide = check.abilities.includes('formalCheck.decide');
  const decide = useMutation({
    mutationFn: (body: Schema<'FormalDecisionRequest'>) =>
      unwrap(
        api.POST('/api/v1/applications/{id}/formal-check/decisions', {
          params: { path: { id: check.applicationId } },
          body,
        }),
      ),
    meta: { showsProblem: true },
    onSuccess: () => client.invalidateQueries(),
  });
  const isPending = decision !== null && decision.outcome === 'rejected' && !decision.isFinal;
  return (
    <Card title={t.decision}>
      <div className="kuer-stack kuer-stack--tight">
        {decision === null && <p>{t.undecided}</p>}
        {decision?.outcome === 'accepted' && (
          <Banner tone="success" title={t.accepted(decision.decidedBy, formats.date(decision.decidedAt))} />
        )}
        {isPending && (
          <Banner tone="warning" title={t.rejectedPending(decision.decidedBy, formats.date(decision.decidedAt))}>
            <p>{decision.reason}</p>
            {decision.isOwn && <p>{t.ownPending}</p>}
          </Banner>
        )}
        {decision?.outcome === 'rejected' && decision.isFinal && (
          <Banner
            tone="danger"
            title={t.rejectedFinal(decision.decidedBy, decision.confirmedBy ?? '', formats.date(decision.decidedAt))}
          >
            <p>{decision.reason}</p>
          </Banner>
        )}
        {mayDecide && (
          <div className="kuer-button-row">
            {isPending ? (
              !decision.isOwn && (
                <Button variant="danger" onClick={() => setDialog('confirm')}>
                  {t.confirm}
                </Button>
              )
            ) : (
              <>
                <Button variant="primary" icon="check" onClick={() => setDialog('accept')}>
                  {t.accept}
                </Button>
                <Button icon="close" onClick={() => setDialog('reject')}>
                  {t.reject}
                </Button>
              </>
            )}
          </div>
        )}
      </div>
      <ConfirmDialog
        isOpen={dialog === 'accept'}
        onClose={() => setDialog(null)}
        title={t.accept}
        confirmLabel={t.accept}
        onConfirm={() => decide.mutateAsync({ outcome: 'accepted' })}
      >
        <p>{t.acceptBody}</p>
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={dialog === 'reject' || dialog === 'confirm'}
        onClose={() => setDialog(null)}
        title={dialog === 'confirm' ? t.confirm : t.reject}
        confirmLabel={dialog === 'confirm' ? t.confirm : t.reject}
        danger
        reason={{ minLength: 10 }}
        onConfirm={(reason) => decide.mutateAsync({ outcome: 'rejected', reason })}
      >
        <p>{dialog === 'confirm' ? t.confirmBody : t.rejectBody}</p>
      </ConfirmDialog>
    </Card>
  );
}
