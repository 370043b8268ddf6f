import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { useParams } from 'react-router';
import { api, unwrap } from '../../api/client.js';
import { useCallId } from '../../api/me.js';
import { Badge } from '../../shared/feedback/badge.js';
import { Banner } from '../../shared/feedback/banner.js';
import { Loaded } from '../../shared/feedback/states.js';
import { useToasts } from '../../shared/feedback/toast.js';
import { useLabel, useTexts } from '../../shared/i18n/index.js';
import { Page, PageHeader } from '../../shared/layout/page-header.js';
import { paths } from '../../shared/paths.js';
import { BUNDLE_STATE_LABELS } from '../../shared/vocabulary/labels.js';
import '../jury.css';
import { type Bundle, bundleQuery, type ResultRow, rankingQuery, useBundleCommand } from '../jury-api.js';
import { juryTexts } from '../texts.js';
import { Basket } from './basket.js';
import { BundleActions } from './bundle-actions.js';
import { BundleReasons } from './bundle-reasons.js';
import { CandidateList } from './candidate-list.js';
import { effectOf } from './effect.js';
import { Meters } from './meters.js';

/** A scenario: the ranking left, the basket right, the meters above both. */
export default function BundlePage() {
  const t = useTexts(juryTexts);
  const callId = useCallId();
  const { bundleId = '' } = useParams();
  const bundle = useQuery({ ...bundleQuery(bundleId), refetchInterval: 5000 });
  return (
    <Page>
      <Loaded query={bundle}>
        {(data) => (
          <>
            <Header bundle={data} callId={callId} />
            <Workbench bundle={data} callId={callId} />
          </>
        )}
      </Loaded>
      {bundle.error && !bundle.data && <PageHeader title={t.bundles.title} />}
    </Page>
  );
}

function Header({ bundle, callId }: { bundle: Bundle; callId: string }) {
  const t = useTexts(juryTexts);
  const label = useLabel();
  const mayWrite = bundle.abilities.includes('bundle.write');
  return (
    <>
      <PageHeader
        title={bundle.name}
        breadcrumbs={[{ label: t.bundles.title, to: paths.bundles(callId) }]}
        badges={
          <>
            <Badge tone={bundle.state === 'adopted' ? 'success' : bundle.state === 'frozen' ? 'info' : 'neutral'}>
              {label(BUNDLE_STATE_LABELS[bundle.state])}
            </Badge>
            {bundle.state === 'draft' && <Badge>{bundle.isShared ? t.bundles.shared : t.bundles.own}</Badge>}
          </>
        }
        actions={mayWrite && <BundleActions bundle={bundle} callId={callId} />}
      />
      {bundle.state === 'adopted' && <Banner tone="success" title={t.bundle.fixed} />}
      {bundle.state === 'frozen' && <Banner title={t.bundle.frozen} />}
      {bundle.state === 'draft' && !mayWrite && <Banner title={t.bundle.readOnly} />}
    </>
  );
}

function Workbench({ bundle, callId }: { bundle: Bundle; callId: string }) {
  const t = useTexts(juryTexts).bundle;
  const toasts = useToasts();
  const ranking = useQuery(rankingQuery(callId));
  const [considered, setConsidered] = useState<ResultRow | null>(null);
  const mayEdit = bundle.abilities.includes('bundle.write') && bundle.state === 'draft';
  const items = useMemo(() => new Set(bundle.items.map(({ applicationId }) => applicationId)), [bundle.items]);
  const effect = mayEdit
    ? considered && effectOf(considered, items.has(considered.applicationId), bundle.balance)
    : undefined;

  const path = (applicationId: string) => ({ params: { path: { id: bundle.id, applicationId } } });
  const add = useBundleCommand((applicationId: string) =>
    unwrap(api.PUT('/api/v1/bundles/{id}/items/{applicationId}', { ...path(applicationId), body: {} })),
  );
  const remove = useBundleCommand((applicationId: string) =>
    unwrap(api.DELETE('/api/v1/bundles/{id}/items/{applicationId}', path(applicationId))),
  );
  const rows = ranking.data?.items;
  const nameOf = (applicationId: string): string => {
    const row = rows?.find((one) => one.applicationId === applicationId);
    return row ? `${row.number}${row.leadName ? ` ${row.leadName}` : ''}` : '';
  };
  // Undo writes a counter entry: what was done stays on the trail.
  const onAdd = (applicationId: string) =>
    add.mutate(applicationId, {
      onSuccess: () =>
        toasts.show({
          tone: 'success',
          title: t.added(nameOf(applicationId)),
          action: { label: t.undo, onPress: () => remove.mutate(applicationId) },
        }),
    });
  const onRemove = (applicationId: string) =>
    remove.mutate(applicationId, {
      onSuccess: () =>
        toasts.show({
          tone: 'success',
          title: t.removed(nameOf(applicationId)),
          action: { label: t.undo, onPress: () => add.mutate(applicationId) },
        }),
    });

  return (
    <>
      <Meters balance={bundle.balance} effect={effect} />
      <div className="kuer-bundle">
        <CandidateList
          ranking={ranking}
          items={items}
          balance={bundle.balance}
          mayEdit={mayEdit}
          onConsider={setConsidered}
          onAdd={onAdd}
          onRemove={onRemove}
        />
        <Basket bundle={bundle} mayEdit={mayEdit} onAdd={onAdd} onRemove={onRemove} />
      </div>
      <BundleReasons bundle={bundle} />
    </>
  );
}
