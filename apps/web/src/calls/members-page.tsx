import { ROLE_LABELS, ROLES, type Role } from '@kuer/domain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../api/client.js';
import { useCall, useCallId } from '../api/me.js';
import type { Schema } from '../api/types.js';
import { Button } from '../shared/controls/button.js';
import { EmptyState, ErrorState } from '../shared/feedback/states.js';
import { useToasts } from '../shared/feedback/toast.js';
import { CheckboxGroup } from '../shared/form/choice-fields.js';
import { ComboBox } from '../shared/form/combo-box.js';
import { useFormats, useLabel, useTexts } from '../shared/i18n/index.js';
import { Page, PageHeader } from '../shared/layout/page-header.js';
import { Dialog } from '../shared/overlay/dialog.js';
import { DataTable } from '../shared/table/data-table.js';
import { sharedTexts } from '../shared/texts.js';
import { membersQuery } from './calls-api.js';
import { callTexts } from './texts.js';

type Member = Schema<'MemberResponse'>;
const MEMBER_ROLES = ROLES.filter((role) => role !== 'administrator');

/** Who holds which roles in the call; administrators change them. */
export default function MembersPage() {
  const t = useTexts(callTexts).members;
  const label = useLabel();
  const formats = useFormats();
  const callId = useCallId();
  const call = useCall(callId).data;
  const members = useQuery(membersQuery(callId));
  const [edited, setEdited] = useState<Member | 'new' | null>(null);
  const mayWrite = call?.abilities.includes('member.write') ?? false;
  const add = mayWrite && (
    <Button variant="primary" icon="add" onClick={() => setEdited('new')}>
      {t.add}
    </Button>
  );
  return (
    <Page>
      <PageHeader title={t.title} actions={add}>
        <p className="kuer-muted">{t.lead}</p>
      </PageHeader>
      <DataTable<Member>
        caption={t.caption}
        hideCaption
        rows={members.data?.items}
        rowKey={(member) => member.accountId}
        error={members.error}
        onRetry={() => void members.refetch()}
        empty={
          <EmptyState title={t.empty} action={add}>
            {t.emptyHint}
          </EmptyState>
        }
        columns={[
          { key: 'name', header: t.name, isRowHeader: true, value: (member) => member.name },
          { key: 'email', header: t.email, value: (member) => member.email },
          {
            key: 'roles',
            header: t.roles,
            value: (member) => formats.list(member.roles.map((role) => label(ROLE_LABELS[role]))),
          },
          { key: 'expertise', header: t.expertise, value: (member) => member.expertise.join(', ') },
          { key: 'employer', header: t.employer, value: (member) => member.employer },
          {
            key: 'change',
            header: t.change,
            sortable: false,
            value: () => '',
            cell: (member) =>
              mayWrite ? (
                <Button
                  size="small"
                  variant="tertiary"
                  icon="edit"
                  aria-label={t.changeOf(member.name)}
                  onClick={() => setEdited(member)}
                >
                  {t.change}
                </Button>
              ) : (
                ''
              ),
          },
        ]}
      />
      {edited && members.data && (
        <RolesDialog
          callId={callId}
          member={edited === 'new' ? null : edited}
          members={members.data.items}
          onClose={() => setEdited(null)}
        />
      )}
    </Page>
  );
}

interface RolesProps {
  callId: string;
  member: Member | null;
  members: readonly Member[];
  onClose(): void;
}

function RolesDialog({ callId, member, members, onClose }: RolesProps) {
  const t = useTexts(callTexts).members;
  const shared = useTexts(sharedTexts);
  const label = useLabel();
  const client = useQueryClient();
  const toasts = useToasts();
  const [accountId, setAccountId] = useState(member?.accountId ?? null);
  const [roles, setRoles] = useState<string[]>(member?.roles ?? []);
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const [isAsked, setAsked] = useState(false);
  const accounts = useQuery({
    queryKey: ['accounts', 'choice'],
    enabled: member === null,
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/accounts', { params: { query: { limit: 500 } }, signal })),
  });
  const save = async () => {
    setAsked(true);
    if (!accountId || (member === null && roles.length === 0)) return;
    setBusy(true);
    setProblem(null);
    const others = members.filter((one) => one.accountId !== accountId);
    try {
      await unwrap(
        api.PUT('/api/v1/calls/{callId}/members', {
          params: { path: { callId } },
          body: {
            members: [
              ...others.map((one) => ({ accountId: one.accountId, roles: one.roles })),
              ...(roles.length > 0 ? [{ accountId, roles: roles as Role[] }] : []),
            ],
          },
        }),
      );
      await client.invalidateQueries({ queryKey: membersQuery(callId).queryKey });
      toasts.success(t.saved);
      onClose();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={member ? t.changeOf(member.name) : t.add}
      footer={
        <>
          <Button variant="primary" busy={isBusy} onClick={() => void save()}>
            {t.save}
          </Button>
          <Button onClick={onClose}>{shared.cancel}</Button>
        </>
      }
    >
      {problem !== null && <ErrorState error={problem} />}
      {member === null && (
        <ComboBox
          label={t.person}
          value={accountId}
          onChange={setAccountId}
          error={isAsked && !accountId ? shared.form.fillIn : undefined}
          options={(accounts.data?.items ?? [])
            .filter((one) => !members.some((other) => other.accountId === one.id))
            .map((one) => ({ value: one.id, label: one.displayName, detail: one.email }))}
        />
      )}
      <CheckboxGroup
        label={t.roles}
        hint={member ? t.removeHint : undefined}
        value={roles}
        onChange={setRoles}
        error={isAsked && member === null && roles.length === 0 ? shared.form.fillIn : undefined}
        options={MEMBER_ROLES.map((value) => ({ value, label: label(ROLE_LABELS[value]) }))}
      />
    </Dialog>
  );
}
