import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { api, unwrap } from '../../api/client.js';
import { useIdempotencyKeys } from '../../api/idempotency.js';
import { useCall, useCallId } from '../../api/me.js';
import { Button, TextLink } from '../../shared/controls/button.js';
import { Badge } from '../../shared/feedback/badge.js';
import { EmptyState } from '../../shared/feedback/states.js';
import { Checkbox, Select } from '../../shared/form/choice-fields.js';
import { Form } from '../../shared/form/form.js';
import { TextField } from '../../shared/form/text-field.js';
import { useServerForm } from '../../shared/form/use-server-form.js';
import { useLabel, useTexts } from '../../shared/i18n/index.js';
import { Page, PageHeader } from '../../shared/layout/page-header.js';
import { Money } from '../../shared/layout/values.js';
import { Dialog } from '../../shared/overlay/dialog.js';
import { paths } from '../../shared/paths.js';
import { DataTable } from '../../shared/table/data-table.js';
import { sharedTexts } from '../../shared/texts.js';
import { BUNDLE_STATE_LABELS } from '../../shared/vocabulary/labels.js';
import { type Bundle, bundlesQuery } from '../jury-api.js';
import { juryTexts } from '../texts.js';

/** All scenarios the caller may see. */
export default function BundlesPage() {
  const t = useTexts(juryTexts).bundles;
  const label = useLabel();
  const callId = useCallId();
  const call = useCall(callId).data;
  const bundles = useQuery(bundlesQuery(callId));
  const [isCreating, setCreating] = useState(false);
  const mayCreate = call?.state === 'jury' && call.abilities.includes('bundle.propose');
  const create = mayCreate && (
    <Button variant="primary" icon="add" onClick={() => setCreating(true)}>
      {t.create}
    </Button>
  );
  return (
    <Page>
      <PageHeader title={t.title} actions={create}>
        <p className="kuer-muted">{t.lead}</p>
      </PageHeader>
      <DataTable<Bundle>
        caption={t.caption}
        hideCaption
        rows={bundles.data?.items}
        rowKey={(bundle) => bundle.id}
        error={bundles.error}
        onRetry={() => void bundles.refetch()}
        empty={
          <EmptyState title={t.empty} action={create}>
            {t.emptyHint}
          </EmptyState>
        }
        columns={[
          {
            key: 'name',
            header: t.name,
            isRowHeader: true,
            value: (bundle) => bundle.name,
            cell: (bundle) => <TextLink to={paths.bundle(callId, bundle.id)}>{bundle.name}</TextLink>,
          },
          {
            key: 'state',
            header: t.state,
            value: (bundle) => label(BUNDLE_STATE_LABELS[bundle.state]),
            cell: (bundle) => (
              <Badge tone={bundle.state === 'adopted' ? 'success' : bundle.state === 'frozen' ? 'info' : 'neutral'}>
                {label(BUNDLE_STATE_LABELS[bundle.state])}
              </Badge>
            ),
          },
          { key: 'owner', header: t.owner, value: (bundle) => bundle.ownerName },
          {
            key: 'visibility',
            header: t.visibility,
            value: (bundle) => (bundle.isShared || bundle.state !== 'draft' ? t.shared : t.own),
          },
          { key: 'count', header: t.count, align: 'end', value: (bundle) => bundle.balance.count.count },
          {
            key: 'budget',
            header: t.budget,
            align: 'end',
            value: (bundle) => bundle.balance.budget.used,
            cell: (bundle) => <Money value={bundle.balance.budget.used} short />,
          },
          { key: 'open', header: t.open, align: 'end', value: (bundle) => bundle.gaps.length },
        ]}
      />
      {isCreating && (
        <CreateBundle callId={callId} bundles={bundles.data?.items ?? []} onClose={() => setCreating(false)} />
      )}
    </Page>
  );
}

interface Values {
  name: string;
  copyOf: string;
  isShared: boolean;
}

function CreateBundle(props: { callId: string; bundles: readonly Bundle[]; onClose(): void }) {
  const { callId, bundles, onClose } = props;
  const t = useTexts(juryTexts).bundles;
  const shared = useTexts(sharedTexts);
  const navigate = useNavigate();
  const client = useQueryClient();
  const keys = useIdempotencyKeys();
  const form = useServerForm<Values, Bundle>({
    defaultValues: { name: '', copyOf: '', isShared: false },
    submit: ({ name, copyOf, isShared }) => {
      const body = { name, isShared, ...(copyOf ? { copyOf } : {}) };
      return unwrap(
        api.POST('/api/v1/calls/{callId}/bundles', {
          params: { path: { callId } },
          body,
          headers: keys.headersFor(body),
        }),
      );
    },
    onSaved: (bundle) => {
      void client.invalidateQueries({ queryKey: bundlesQuery(callId).queryKey });
      void navigate(paths.bundle(callId, bundle.id));
    },
  });
  return (
    <Dialog isOpen onClose={onClose} title={t.createTitle}>
      <Form form={form}>
        <TextField {...form.field('name', { label: t.name, required: true })} hint={t.nameHint} />
        {bundles.length > 0 && (
          <Select
            {...form.field('copyOf', { label: t.copyOf })}
            empty={t.copyNone}
            options={bundles.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <Checkbox {...form.field('isShared', { label: t.share })} />
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
