import {
  FEDERAL_STATE_INFO,
  FEDERAL_STATES,
  PHASE_LABELS,
  PHASES,
  PORTFOLIO_GROUP_LABELS,
  PORTFOLIO_GROUPS,
  SIZE_CLASS_INFO,
  SIZE_CLASSES,
} from '@kuer/domain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Controller } from 'react-hook-form';
import { useNavigate, useParams } from 'react-router';
import { api, unwrap } from '../api/client.js';
import { useIdempotencyKeys } from '../api/idempotency.js';
import { useCallId } from '../api/me.js';
import { Button, LinkButton } from '../shared/controls/button.js';
import { Loaded } from '../shared/feedback/states.js';
import { useToasts } from '../shared/feedback/toast.js';
import { CheckboxGroup, Select } from '../shared/form/choice-fields.js';
import { Form } from '../shared/form/form.js';
import { TextArea, TextField } from '../shared/form/text-field.js';
import { useServerForm } from '../shared/form/use-server-form.js';
import { useLabel, useLocale, useTexts } from '../shared/i18n/index.js';
import { Page, PageHeader } from '../shared/layout/page-header.js';
import { paths } from '../shared/paths.js';
import { sharedTexts } from '../shared/texts.js';
import { type Application, applicationQuery } from './applications-api.js';
import { amountOf, type FormValues, inputOf, partnersOf, valuesOf, wholeOf } from './form-values.js';
import { applicationTexts } from './texts.js';

/** Entering a new application, or editing one until its formal check is decided. */
export default function FormPage() {
  const { applicationId } = useParams();
  return <Page>{applicationId ? <Edit applicationId={applicationId} /> : <ApplicationForm application={null} />}</Page>;
}

function Edit({ applicationId }: { applicationId: string }) {
  const application = useQuery({ ...applicationQuery(applicationId), refetchOnWindowFocus: false });
  return <Loaded query={application}>{(data) => <ApplicationForm application={data} />}</Loaded>;
}

/** Names of the API where they differ from the form's. */
const RENAMED: Readonly<Record<string, string>> = {
  'lead.name': 'leadName',
  'lead.ags': 'leadAgs',
  lead: 'leadAgs',
  fundingRequested: 'funding',
};

function ApplicationForm({ application }: { application: Application | null }) {
  const t = useTexts(applicationTexts);
  const shared = useTexts(sharedTexts);
  const label = useLabel();
  const locale = useLocale();
  const callId = useCallId();
  const navigate = useNavigate();
  const client = useQueryClient();
  const toasts = useToasts();
  const keys = useIdempotencyKeys();
  const back = application ? paths.application(callId, application.id) : paths.applications(callId);
  const form = useServerForm<FormValues, Application>({
    defaultValues: valuesOf(application),
    guard: true,
    rename: (path) => RENAMED[path] ?? (path.startsWith('partners') ? 'partners' : path),
    submit: (values) => {
      const input = inputOf(values);
      if (application) {
        return unwrap(
          api.PATCH('/api/v1/applications/{id}', {
            params: { path: { id: application.id } },
            body: { ...input, version: application.version },
          }),
        );
      }
      const body = { ...input, ...(values.number.trim() ? { number: values.number.trim() } : {}) };
      return unwrap(
        api.POST('/api/v1/calls/{callId}/applications', {
          params: { path: { callId } },
          body,
          headers: keys.headersFor(body),
        }),
      );
    },
    onSaved: (saved) => {
      client.setQueryData(applicationQuery(saved.id).queryKey, saved);
      void client.invalidateQueries({ queryKey: ['calls', callId, 'applications'] });
      toasts.success(t.form.saved);
      void navigate(paths.application(callId, saved.id));
    },
  });
  const statesField = form.field('federalStates', { label: t.form.states, required: true });
  return (
    <>
      <PageHeader
        title={application ? t.form.editTitle(application.number) : t.form.newTitle}
        breadcrumbs={[{ label: t.list.title, to: paths.applications(callId) }]}
      />
      <Form form={form}>
        {!application && (
          <TextField {...form.field('number', { label: t.form.number })} hint={t.form.numberHint} short />
        )}
        <TextField {...form.field('title', { label: t.form.title, required: true })} maxLength={300} />
        <TextField {...form.field('motto', { label: t.form.motto })} maxLength={500} />
        <TextArea {...form.field('summary', { label: t.form.summary })} rows={6} />
        <TextField {...form.field('leadName', { label: t.form.leadName, required: true })} />
        <TextField
          {...form.field('leadAgs', { label: t.form.leadAgs, required: true })}
          hint={t.form.leadAgsHint}
          inputMode="numeric"
          short
        />
        <TextArea
          {...form.field('partners', {
            label: t.form.partners,
            rules: {
              validate: (value) => {
                const { wrong } = partnersOf(String(value));
                return wrong === null || t.form.partnerWrong(wrong);
              },
            },
          })}
          hint={t.form.partnersHint}
          rows={4}
        />
        <Controller
          control={form.control}
          name="federalStates"
          rules={{ validate: (value) => value.length > 0 || shared.form.fillIn }}
          render={({ field }) => (
            <CheckboxGroup
              id={statesField.id}
              label={t.form.states}
              error={statesField.error}
              horizontal
              value={field.value}
              onChange={field.onChange}
              options={FEDERAL_STATES.map((value) => ({ value, label: FEDERAL_STATE_INFO[value][locale] }))}
            />
          )}
        />
        <Select
          {...form.field('sizeClass', { label: t.form.size, required: true })}
          options={SIZE_CLASSES.map((value) => ({ value, label: label(SIZE_CLASS_INFO[value].label) }))}
        />
        <Select
          {...form.field('portfolioGroup', { label: t.form.group, required: true })}
          options={PORTFOLIO_GROUPS.map((value) => ({ value, label: label(PORTFOLIO_GROUP_LABELS[value]) }))}
        />
        <Select
          {...form.field('phase', { label: t.form.phase, required: true })}
          options={PHASES.map((value) => ({ value, label: label(PHASE_LABELS[value]) }))}
        />
        <TextField
          {...form.field('funding', {
            label: t.form.funding,
            required: true,
            rules: { validate: (value) => amountOf(String(value)) !== undefined || t.form.fundingWrong },
          })}
          inputMode="decimal"
          short
        />
        <TextField
          {...form.field('population', {
            label: t.form.population,
            rules: {
              validate: (value) =>
                String(value).trim() === '' || wholeOf(String(value)) !== undefined || t.form.populationWrong,
            },
          })}
          inputMode="numeric"
          short
        />
        <TextField {...form.field('themes', { label: t.form.themes })} hint={t.form.themesHint} />
        <TextField {...form.field('contactEmail', { label: t.form.contact })} type="email" />
        <div className="kuer-button-row">
          <Button type="submit" variant="primary" busy={form.isSubmitting}>
            {t.form.save}
          </Button>
          <LinkButton to={back}>{shared.cancel}</LinkButton>
        </div>
      </Form>
    </>
  );
}
