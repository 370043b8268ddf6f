import { isCallStateFrom, ROLE_LABELS, type Role } from '@kuer/domain';
import { useIsFetching } from '@tanstack/react-query';
import { type ComponentType, lazy, Suspense } from 'react';
import { type Membership, useMe, useMemberships, useRoles } from '../../api/me.js';
import { StatusBadge } from '../../shared/feedback/badge.js';
import { EmptyState, Skeleton } from '../../shared/feedback/states.js';
import { useFormats, useLabel, useTexts } from '../../shared/i18n/index.js';
import { Page, PageHeader } from '../../shared/layout/page-header.js';
import { isFinished, useCurrentCall } from '../current-call.js';
import type { WorkItems, WorkItemsProps } from '../feature.js';
import { features } from '../features.js';
import { appTexts } from '../texts.js';

/** One lazy component per folder that brings work items, made once. */
const sources: ReadonlyArray<{ items: WorkItems; Items: ComponentType<WorkItemsProps> }> = features.flatMap(
  ({ workItems: items }) => (items ? [{ items, Items: lazy(items.component) }] : []),
);

export default function HomePage() {
  const t = useTexts(appTexts);
  const me = useMe();
  const memberships = useMemberships();
  const { call: current } = useCurrentCall();
  // The call being worked on first, then those under way.
  const rank = (call: Membership) => (call.callId === current?.callId ? 0 : 1);
  const active = memberships.filter((call) => !isFinished(call)).sort((a, b) => rank(a) - rank(b));
  const finished = memberships.filter(isFinished);
  return (
    <Page>
      <PageHeader title={t.home}>
        <p className="kuer-muted">{t.homeLead}</p>
      </PageHeader>
      {me.isPending && <Skeleton />}
      {me.data && memberships.length === 0 && (
        <EmptyState title={t.noCalls}>{me.data.isAdministrator ? t.administratorHint : t.noCallsHint}</EmptyState>
      )}
      {active.map((call) => (
        <CallWork key={call.callId} call={call} />
      ))}
      {finished.length > 0 && (
        <section className="kuer-stack" aria-labelledby="finished">
          <h2 className="kern-heading-medium" id="finished">
            {t.finishedCalls}
          </h2>
          {finished.map((call) => (
            <CallWork key={call.callId} call={call} level={3} />
          ))}
        </section>
      )}
    </Page>
  );
}

function CallWork({ call, level = 2 }: { call: Membership; level?: 2 | 3 }) {
  const t = useTexts(appTexts);
  const label = useLabel();
  const formats = useFormats();
  const roles = useRoles(call.callId);
  const isFetching = useIsFetching() > 0;
  const Heading = `h${level}` as const;
  const mine = sources.filter(({ items }) => isFor(items, call, roles));
  return (
    <section className="kuer-stack kuer-stack--tight" aria-labelledby={`work-${call.callId}`}>
      <div className="kuer-row">
        <Heading className={level === 2 ? 'kern-heading-medium' : 'kern-heading-small'} id={`work-${call.callId}`}>
          {call.title}
        </Heading>
        <StatusBadge kind="call" state={call.state} />
        <span className="kuer-muted kuer-small">
          {t.yourRoles(formats.list(roles.map((role) => label(ROLE_LABELS[role]))))}
        </span>
      </div>
      <ul className="kuer-tiles-list kuer-list-plain">
        {mine.map(({ items, Items }) => (
          <Suspense key={items.roles.join()} fallback={null}>
            <Items call={call} roles={roles} />
          </Suspense>
        ))}
      </ul>
      {/* Stands here only while the list above has no tile (see shell.css). */}
      <div className="kuer-no-work kuer-muted">{isFetching ? <Skeleton lines={2} /> : t.noWork}</div>
    </section>
  );
}

function isFor(items: WorkItems, call: Membership, roles: readonly Role[]): boolean {
  if (!items.roles.some((role) => roles.includes(role))) return false;
  if (items.from && !isCallStateFrom(call.state, items.from)) return false;
  return !items.until || isCallStateFrom(items.until, call.state);
}
