import {
  CONFLICT_GROUND_LABELS,
  CONFLICT_GROUNDS,
  type ConflictGround,
  FEDERAL_STATE_INFO,
  type FederalState,
  PHASE_LABELS,
  type Phase,
  PORTFOLIO_GROUP_LABELS,
  type PortfolioGroup,
  SIZE_CLASS_INFO,
  type SizeClass,
} from '@kuer/domain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import { api, unwrap } from '../api/client.js';
import { useCallId, useRoles } from '../api/me.js';
import { isApiProblem } from '../api/problem.js';
import { Button, LinkButton, TextLink } from '../shared/controls/button.js';
import { StatusBadge } from '../shared/feedback/badge.js';
import { Banner, GeneratedMark } from '../shared/feedback/banner.js';
import { Loaded } from '../shared/feedback/states.js';
import { useToasts } from '../shared/feedback/toast.js';
import { Select } from '../shared/form/choice-fields.js';
import { Form } from '../shared/form/form.js';
import { TextArea } from '../shared/form/text-field.js';
import { useServerForm } from '../shared/form/use-server-form.js';
import { useFormats, useLabel, useLocale, useTexts } from '../shared/i18n/index.js';
import { Card } from '../shared/layout/card.js';
import { DescriptionList } from '../shared/layout/description-list.js';
import { Page, PageHeader } from '../shared/layout/page-header.js';
import { DateTime, Money, PrintButton } from '../shared/layout/values.js';
import { ConfirmDialog } from '../shared/overlay/confirm-dialog.js';
import { Dialog } from '../shared/overlay/dialog.js';
import { paths } from '../shared/paths.js';
import { sharedTexts } from '../shared/texts.js';
import { type Application, applicationQuery } from './applications-api.js';
import { Documents } from './documents.js';
import { applicationTexts } from './texts.js';

/** The file of one application. */
export default function FilePage() {
  const t = useTexts(applicationTexts);
  const callId = useCallId();
  const { applicationId = '' } = useParams();
  const application = useQuery(applicationQuery(applicationId));
  if (isApiProblem(application.error) && application.error.code === 'POLICY.CONFLICT') {
    return (
      <Page>
        <PageHeader
          title={t.file.recusedTitle}
          breadcrumbs={[{ label: t.list.title, to: paths.applications(callId) }]}
        />
        <Banner tone="warning" title={t.file.recusedBody} />
      </Page>
    );
  }
  return (
    <Page>
      {!application.data && <PageHeader title={t.list.title} />}
      <Loaded query={application}>
        {(data) => (
          <>
            <PageHeader
              title={data.leadName ? `${data.number} ${data.leadName}` : data.number}
              breadcrumbs={[{ label: t.list.title, to: paths.applications(callId) }]}
              badges={
                <>
                  <StatusBadge kind="application" state={data.state} />
                  {data.isGenerated && <GeneratedMark />}
                </>
              }
              actions={<Actions application={data} callId={callId} />}
            >
              {data.title && <p>{data.title}</p>}
            </PageHeader>
            <Content application={data} callId={callId} />
          </>
        )}
      </Loaded>
    </Page>
  );
}

function Content({ application, callId }: { application: Application; callId: string }) {
  const t = useTexts(applicationTexts).file;
  const list = useTexts(applicationTexts).list;
  const label = useLabel();
  const locale = useLocale();
  const formats = useFormats();
  const marked = (field: string) => application.generatedFields.includes(field) && <GeneratedMark />;
  return (
    <>
      {application.collisions.length > 0 && (
        <Banner tone="warning" title={t.collisions}>
          <p>{t.collisionsLead}</p>
          <ul className="kuer-bullets">
            {application.collisions.map((one) => (
              <li key={`${one.ags}${one.otherApplicationId}`}>
                {one.partyName} ({one.ags}):{' '}
                <TextLink to={paths.application(callId, one.otherApplicationId)}>{one.otherApplicationNumber}</TextLink>
              </li>
            ))}
          </ul>
        </Banner>
      )}
      <Card title={t.facts}>
        <DescriptionList
          stacked
          items={[
            {
              term: t.lead,
              value: application.lead && `${application.lead.name} (${t.ags} ${application.lead.ags ?? '–'})`,
            },
            {
              term: t.partners,
              value:
                application.partners.length === 0 ? (
                  t.noPartners
                ) : (
                  <ul className="kuer-bullets">
                    {application.partners.map((partner) => (
                      <li key={`${partner.name}${partner.ags ?? ''}`}>
                        {partner.name}
                        {partner.ags && ` (${partner.ags})`}
                      </li>
                    ))}
                  </ul>
                ),
            },
            {
              term: list.group,
              value:
                application.portfolioGroup &&
                label(PORTFOLIO_GROUP_LABELS[application.portfolioGroup as PortfolioGroup]),
            },
            {
              term: list.size,
              value: application.sizeClass && label(SIZE_CLASS_INFO[application.sizeClass as SizeClass].label),
            },
            {
              term: list.states,
              value: formats.list(
                application.federalStates.map((code) => FEDERAL_STATE_INFO[code as FederalState][locale]),
              ),
            },
            {
              term: list.phase,
              value: application.phase && (
                <>
                  {label(PHASE_LABELS[application.phase as Phase])} {marked('phase')}
                </>
              ),
            },
            {
              term: list.funding,
              value: (
                <>
                  <Money value={application.fundingRequested} /> {marked('fundingRequested')}
                </>
              ),
            },
            { term: t.population, value: formats.number(application.population) },
            {
              term: t.themes,
              value: application.themes.length > 0 && (
                <>
                  {formats.list(application.themes)} {marked('themes')}
                </>
              ),
            },
            { term: t.contact, value: application.contactEmail },
            { term: t.receivedAt, value: <DateTime value={application.receivedAt} show="date" /> },
          ]}
        />
      </Card>
      <Card title={t.summary}>
        {application.motto && <p className="kuer-strong">{application.motto}</p>}
        <p>{application.summary ?? t.noSummary}</p>
      </Card>
      <Documents application={application} callId={callId} />
    </>
  );
}

function Actions({ application, callId }: { application: Application; callId: string }) {
  const t = useTexts(applicationTexts).file;
  const client = useQueryClient();
  const toasts = useToasts();
  const roles = useRoles(callId);
  const [dialog, setDialog] = useState<'withdraw' | 'declare' | null>(null);
  const can = (ability: string) => application.abilities.includes(ability);
  const withdraw = async (reason: string) => {
    await unwrap(
      api.POST('/api/v1/applications/{id}/withdraw', {
        params: { path: { id: application.id } },
        body: { reason, version: application.version },
      }),
    );
    toasts.success(t.withdrawn);
    await client.invalidateQueries({ queryKey: ['applications'] });
    await client.invalidateQueries({ queryKey: ['calls', callId] });
  };
  return (
    <>
      {can('formalCheck.read') && (
        <LinkButton to={paths.formalCheck(callId, application.id)}>{t.formalCheck}</LinkButton>
      )}
      {can('dossier.read') && <LinkButton to={paths.dossier(callId, application.id)}>{t.dossier}</LinkButton>}
      {can('application.write') && (
        <LinkButton icon="edit" to={paths.editApplication(callId, application.id)}>
          {t.edit}
        </LinkButton>
      )}
      {can('application.withdraw') && (
        <Button icon="close" onClick={() => setDialog('withdraw')}>
          {t.withdraw}
        </Button>
      )}
      {!roles.includes('auditor') && (
        <Button icon="warning" onClick={() => setDialog('declare')}>
          {t.declare}
        </Button>
      )}
      <PrintButton />
      <ConfirmDialog
        isOpen={dialog === 'withdraw'}
        onClose={() => setDialog(null)}
        title={t.withdrawTitle}
        confirmLabel={t.withdraw}
        danger
        reason={{ minLength: 5 }}
        onConfirm={withdraw}
      >
        <p>{t.withdrawBody}</p>
      </ConfirmDialog>
      {dialog === 'declare' && (
        <DeclareDialog application={application} callId={callId} onClose={() => setDialog(null)} />
      )}
    </>
  );
}

function DeclareDialog(props: { application: Application; callId: string; onClose(): void }) {
  const { application, callId, onClose } = props;
  const t = useTexts(applicationTexts).file;
  const shared = useTexts(sharedTexts);
  const label = useLabel();
  const client = useQueryClient();
  const toasts = useToasts();
  const navigate = useNavigate();
  // The application is closed at once: nothing of it stays on the screen or in memory.
  const leave = async () => {
    await navigate(paths.applications(callId));
    client.removeQueries({ type: 'inactive' });
    await client.invalidateQueries();
  };
  const form = useServerForm<{ ground: ConflictGround; note: string }>({
    defaultValues: { ground: '' as ConflictGround, note: '' },
    submit: ({ ground, note }) =>
      unwrap(
        api.POST('/api/v1/calls/{callId}/conflicts', {
          params: { path: { callId } },
          body: { applicationId: application.id, ground, note: note || null },
        }),
      ),
    onSaved: () => {
      toasts.success(t.declared);
      void leave();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t.declareTitle}>
      <Form form={form}>
        <p>{t.declareBody}</p>
        <Select
          {...form.field('ground', { label: t.ground, required: true })}
          options={CONFLICT_GROUNDS.map((value) => ({ value, label: label(CONFLICT_GROUND_LABELS[value]) }))}
        />
        <TextArea {...form.field('note', { label: t.note })} rows={3} />
        <div className="kuer-button-row">
          <Button type="submit" variant="danger" busy={form.isSubmitting}>
            {t.declare}
          </Button>
          <Button onClick={onClose}>{shared.cancel}</Button>
        </div>
      </Form>
    </Dialog>
  );
}
