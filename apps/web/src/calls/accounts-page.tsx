import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../api/client.js';
import type { Schema } from '../api/types.js';
import { Button } from '../shared/controls/button.js';
import { Badge } from '../shared/feedback/badge.js';
import { EmptyState } from '../shared/feedback/states.js';
import { useToasts } from '../shared/feedback/toast.js';
import { Checkbox } from '../shared/form/choice-fields.js';
import { Form } from '../shared/form/form.js';
import { TextField } from '../shared/form/text-field.js';
import { useServerForm } from '../shared/form/use-server-form.js';
import { useTexts } from '../shared/i18n/index.js';
import { Page, PageHeader } from '../shared/layout/page-header.js';
import { ConfirmDialog } from '../shared/overlay/confirm-dialog.js';
import { Dialog } from '../shared/overlay/dialog.js';
import { DataTable } from '../shared/table/data-table.js';
import { sharedTexts } from '../shared/texts.js';
import { FilterBar } from '../shared/url/filter-bar.js';
import { text } from '../shared/url/url-params.js';
import { useUrlState } from '../shared/url/use-url-state.js';
import { callTexts } from './texts.js';

type Account = Schema<'AccountResponse'>;
const FILTERS = { q: text() };

/** Accounts of the installation: administrators create, disable and enable them. */
export default function AccountsPage() {
  const t = useTexts(callTexts).accounts;
  const client = useQueryClient();
  const toasts = useToasts();
  const url = useUrlState(FILTERS);
  const [isCreating, setCreating] = useState(false);
  const [switched, setSwitched] = useState<Account | null>(null);
  const accounts = useQuery({
    queryKey: ['accounts'],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/accounts', { params: { query: { limit: 500 } }, signal })),
  });
  const q = url.state.q.trim().toLowerCase();
  const rows = accounts.data?.items.filter(
    (one) => q === '' || one.displayName.toLowerCase().includes(q) || one.email.toLowerCase().includes(q),
  );
  const toggle = async () => {
    if (!switched) return;
    await unwrap(
      api.PATCH('/api/v1/accounts/{id}', {
        params: { path: { id: switched.id } },
        body: { version: switched.version, disabled: switched.disabledAt === null },
      }),
    );
    toasts.success(t.saved);
    await client.invalidateQueries({ queryKey: ['accounts'] });
  };
  return (
    <Page>
      <PageHeader
        title={t.title}
        actions={
          <Button variant="primary" icon="add" onClick={() => setCreating(true)}>
            {t.create}
          </Button>
        }
      />
      <FilterBar url={url} filters={[{ kind: 'search', key: 'q', label: t.search }]} />
      <DataTable<Account>
        caption={t.caption}
        hideCaption
        rows={rows}
        rowKey={(one) => one.id}
        error={accounts.error}
        onRetry={() => void accounts.refetch()}
        isFiltered={url.isFiltered}
        onResetFilters={url.reset}
        empty={<EmptyState title={t.empty} />}
        columns={[
          { key: 'name', header: t.name, isRowHeader: true, value: (one) => one.displayName },
          { key: 'email', header: t.email, value: (one) => one.email },
          { key: 'employer', header: t.employer, value: (one) => one.employer },
          { key: 'ags', header: t.ags, value: (one) => one.municipalityAgs },
          {
            key: 'status',
            header: t.status,
            value: (one) => (one.disabledAt ? t.disabled : t.active),
            cell: (one) => (
              <span className="kuer-row">
                <Badge tone={one.disabledAt ? 'danger' : 'success'}>{one.disabledAt ? t.disabled : t.active}</Badge>
                {one.isAdministrator && <Badge>{t.admin}</Badge>}
              </span>
            ),
          },
          {
            key: 'act',
            header: t.disable,
            sortable: false,
            value: () => '',
            cell: (one) => (
              <Button
                size="small"
                variant="tertiary"
                aria-label={one.disabledAt ? t.enableOf(one.displayName) : t.disableOf(one.displayName)}
                onClick={() => setSwitched(one)}
              >
                {one.disabledAt ? t.enable : t.disable}
              </Button>
            ),
          },
        ]}
      />
      <ConfirmDialog
        isOpen={switched !== null}
        onClose={() => setSwitched(null)}
        title={switched?.disabledAt ? t.enableOf(switched.displayName) : t.disableOf(switched?.displayName ?? '')}
        confirmLabel={switched?.disabledAt ? t.enable : t.disable}
        danger={switched?.disabledAt === null}
        onConfirm={toggle}
      >
        {switched?.disabledAt === null && <p>{t.disableBody}</p>}
      </ConfirmDialog>
      {isCreating && <CreateAccount onClose={() => setCreating(false)} />}
    </Page>
  );
}

interface Values {
  email: string;
  displayName: string;
  initialPassword: string;
  employer: string;
  municipalityAgs: string;
  isAdministrator: boolean;
}

function CreateAccount({ onClose }: { onClose(): void }) {
  const t = useTexts(callTexts).accounts;
  const shared = useTexts(sharedTexts);
  const client = useQueryClient();
  const toasts = useToasts();
  const form = useServerForm<Values>({
    defaultValues: {
      email: '',
      displayName: '',
      initialPassword: '',
      employer: '',
      municipalityAgs: '',
      isAdministrator: false,
    },
    submit: (values) =>
      unwrap(
        api.POST('/api/v1/accounts', {
          body: {
            ...values,
            employer: values.employer.trim() || null,
            municipalityAgs: values.municipalityAgs.trim() || null,
          },
        }),
      ),
    onSaved: () => {
      toasts.success(t.saved);
      void client.invalidateQueries({ queryKey: ['accounts'] });
      onClose();
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t.create}>
      <Form form={form}>
        <TextField {...form.field('displayName', { label: t.name, required: true })} autoComplete="off" />
        <TextField {...form.field('email', { label: t.email, required: true })} type="email" autoComplete="off" />
        <TextField
          {...form.field('initialPassword', { label: t.password, required: true })}
          hint={t.passwordHint}
          autoComplete="new-password"
        />
        <TextField {...form.field('employer', { label: t.employer })} />
        <TextField {...form.field('municipalityAgs', { label: t.ags })} hint={t.agsHint} inputMode="numeric" short />
        <Checkbox {...form.field('isAdministrator', { label: t.isAdmin })} />
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
