import {
  APPLICATION_STATE_LABELS,
  APPLICATION_STATES,
  CALL_STATE_LABELS,
  type CallState,
  previousCallState,
} from '@kuer/domain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../api/client.js';
import { useCall, useCallId } from '../api/me.js';
import { Button, LinkButton, TextLink } from '../shared/controls/button.js';
import { StatusBadge } from '../shared/feedback/badge.js';
import { Banner } from '../shared/feedback/banner.js';
import { Loaded } from '../shared/feedback/states.js';
import { useToasts } from '../shared/feedback/toast.js';
import { useFormats, useLabel, useTexts } from '../shared/i18n/index.js';
import { Card } from '../shared/layout/card.js';
import { DescriptionList } from '../shared/layout/description-list.js';
import { Page, PageHeader } from '../shared/layout/page-header.js';
import { StageSteps } from '../shared/layout/steps.js';
import { ConfirmDialog } from '../shared/overlay/confirm-dialog.js';
import { paths } from '../shared/paths.js';
import { type Readiness, readinessQuery } from './calls-api.js';
import { callTexts } from './texts.js';

const SHOWN_FIRST = 15;

/** Where a call stands, and what the next stage still waits for. */
export default function OverviewPage() {
  const t = useTexts(callTexts);
  const callId = useCallId();
  const call = useCall(callId);
  const readiness = useQuery(readinessQuery(callId));
  return (
    <Page>
      <PageHeader
        title={call.data?.title ?? t.list.title}
        badges={call.data && <StatusBadge kind="call" state={call.data.state} />}
      >
        {call.data?.round && <p>{call.data.round}</p>}
      </PageHeader>
      {call.data && <StageSteps state={call.data.state} />}
      <Loaded query={readiness}>
        {(data) => (
          <>
            <Progress readiness={data} callId={callId} />
            <NextStage
              readiness={data}
              callId={callId}
              mayMove={call.data?.abilities.includes('call.transition') ?? false}
            />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Progress({ readiness, callId }: { readiness: Readiness; callId: string }) {
  const t = useTexts(callTexts).overview;
  const label = useLabel();
  const formats = useFormats();
  const { progress } = readiness;
  const states = APPLICATION_STATES.filter((state) => (progress.byState[state] ?? 0) > 0);
  return (
    <Card title={t.progress}>
      <DescriptionList
        stacked
        items={[
          { term: t.applications, value: formats.number(progress.applications) },
          ...states.map((state) => ({
            term: label(APPLICATION_STATE_LABELS[state]),
            value: (
              <TextLink to={`${paths.applications(callId)}?state=${state}`}>
                {formats.number(progress.byState[state] ?? 0)}
              </TextLink>
            ),
          })),
          progress.reviewsExpected > 0 && {
            term: t.reviews,
            value: t.reviewsSubmitted(
              formats.number(progress.reviewsSubmitted),
              formats.number(progress.reviewsExpected),
            ),
          },
          progress.reviewsOverdue > 0 && { term: t.overdue, value: formats.number(progress.reviewsOverdue) },
          progress.divergencesOpen > 0 && { term: t.divergences, value: formats.number(progress.divergencesOpen) },
        ]}
      />
    </Card>
  );
}

type Step = 'open' | 'override' | 'confirm' | 'back';

function NextStage({ readiness, callId, mayMove }: { readiness: Readiness; callId: string; mayMove: boolean }) {
  const t = useTexts(callTexts).overview;
  const label = useLabel();
  const formats = useFormats();
  const client = useQueryClient();
  const toasts = useToasts();
  const [step, setStep] = useState<Step | null>(null);
  const [showsAll, setShowsAll] = useState(false);
  const { next, missing, ready, pendingOverride } = readiness;
  const previous = previousCallState(readiness.state as CallState);
  const nameOf = (state: string) => label(CALL_STATE_LABELS[state as CallState]);

  const move = async (body: { to: CallState; reason?: string; override?: boolean }) => {
    const answer = await unwrap(api.POST('/api/v1/calls/{callId}/transitions', { params: { path: { callId } }, body }));
    toasts.success(answer.done ? t.done(nameOf(answer.state)) : t.requested);
    await client.invalidateQueries({ queryKey: ['calls'] });
    await client.invalidateQueries({ queryKey: ['me'] });
  };

  if (next === null) return <Banner tone="success" title={t.published} />;
  const isPublication = next === 'published';
  const shown = showsAll ? missing : missing.slice(0, SHOWN_FIRST);
  return (
    <Card title={t.nextIs(nameOf(next))}>
      <div className="kuer-stack kuer-stack--tight">
        {pendingOverride && (
          <Banner
            tone="warning"
            title={t.pending(pendingOverride.requestedBy, formats.dateTime(pendingOverride.requestedAt))}
          >
            <p>{pendingOverride.reason}</p>
            {pendingOverride.isOwnRequest && <p>{t.pendingOwn}</p>}
          </Banner>
        )}
        {ready ? (
          <Banner tone="success" title={t.ready}>
            {isPublication && <p>{t.publishHint}</p>}
          </Banner>
        ) : (
          <>
            <h3 className="kern-heading-small">{t.missing(formats.number(missing.length))}</h3>
            <ul className="kuer-bullets" data-testid="missing">
              {shown.map((item) => (
                <li key={`${item.code}${item.applicationId ?? ''}${item.message}`}>
                  {item.applicationId ? (
                    <TextLink to={paths.application(callId, item.applicationId)}>{item.message}</TextLink>
                  ) : (
                    item.message
                  )}
                </li>
              ))}
            </ul>
            {missing.length > shown.length && (
              <Button size="small" variant="tertiary" onClick={() => setShowsAll(true)}>
                {t.more(formats.number(missing.length))}
              </Button>
            )}
          </>
        )}
        {mayMove && (
          <div className="kuer-button-row">
            {ready && !isPublication && (
              <Button variant="primary" onClick={() => setStep('open')}>
                {t.open(nameOf(next))}
              </Button>
            )}
            {isPublication && <LinkButton to={paths.decision(callId)}>{t.toDecision}</LinkButton>}
            {!ready && pendingOverride && !pendingOverride.isOwnRequest && (
              <Button variant="primary" onClick={() => setStep('confirm')}>
                {t.confirmOverride}
              </Button>
            )}
            {!ready && !pendingOverride && <Button onClick={() => setStep('override')}>{t.override}</Button>}
            {previous && readiness.state !== 'decided' && (
              <Button variant="tertiary" icon="undo" onClick={() => setStep('back')}>
                {t.back(nameOf(previous))}
              </Button>
            )}
          </div>
        )}
      </div>
      <ConfirmDialog
        isOpen={step === 'open'}
        onClose={() => setStep(null)}
        title={t.open(nameOf(next))}
        confirmLabel={t.open(nameOf(next))}
        onConfirm={() => move({ to: next as CallState })}
      >
        <p>{t.openBody}</p>
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={step === 'override'}
        onClose={() => setStep(null)}
        title={t.overrideTitle}
        confirmLabel={t.override}
        reason={{ minLength: 10 }}
        onConfirm={(reason) => move({ to: next as CallState, reason, override: true })}
      >
        <p>{t.overrideBody}</p>
      </ConfirmDialog>
      <ConfirmDialog
        isOpen={step === 'confirm'}
        onClose={() => setStep(null)}
        title={t.confirmOverride}
        confirmLabel={t.confirmOverride}
        onConfirm={() => move({ to: next as CallState, override: true })}
      >
        <p>{t.confirmOverrideBody}</p>
      </ConfirmDialog>
      {previous && (
        <ConfirmDialog
          isOpen={step === 'back'}
          onClose={() => setStep(null)}
          title={t.backTitle}
          confirmLabel={t.back(nameOf(previous))}
          danger
          reason={{ minLength: 10 }}
          onConfirm={(reason) => move({ to: previous, reason })}
        >
          <p>{t.backBody}</p>
        </ConfirmDialog>
      )}
    </Card>
  );
}
