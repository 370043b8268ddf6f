import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import {
  Dialog as AriaDialog,
  Autocomplete,
  Header,
  Heading,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Modal,
  ModalOverlay,
  SearchField,
} from 'react-aria-components';
import { useNavigate } from 'react-router';
import { api, unwrap } from '../../api/client.js';
import { useMemberships, useRoles } from '../../api/me.js';
import { Icon } from '../../shared/controls/icon.js';
import { useLabel, useTexts } from '../../shared/i18n/index.js';
import { paths } from '../../shared/paths.js';
import { useCurrentCall } from '../current-call.js';
import { appTexts } from '../texts.js';
import { useNavigation } from './navigation.js';

interface Target {
  to: string;
  label: string;
  detail?: string;
}

/** Those who may list applications; for reviewers the list holds their own. */
const MAY_SEARCH = ['coordinator', 'examiner', 'reviewer', 'juror', 'chair', 'auditor'];

/** Search and jump: pages of the navigation, calls, applications of the current call by number, title or municipality. */
export default function CommandPalette({ onClose }: { onClose(): void }) {
  const t = useTexts(appTexts);
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const groups = useTargets(q);
  const applications = useApplications(q);
  const { call } = useCurrentCall();

  const go = (to: string) => {
    onClose();
    void navigate(to);
  };
  const all = [
    { title: t.searchApplications, targets: applications.targets },
    { title: t.searchPages, targets: groups.pages },
    { title: t.searchCalls, targets: groups.calls },
  ].filter((group) => group.targets.length > 0);

  return (
    <ModalOverlay
      className="kuer-overlay kuer-overlay--top"
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className="kuer-modal">
        <AriaDialog className="kern-dialog kuer-dialog kuer-palette">
          <Heading slot="title" className="kern-sr-only">
            {t.searchOpen}
          </Heading>
          <Autocomplete inputValue={typed} onInputChange={setTyped}>
            <SearchField className="kuer-palette__field" autoFocus>
              <Label className="kern-label kuer-small">{t.searchLabel}</Label>
              <span className="kuer-search">
                <Icon name="search" />
                <Input
                  className="kern-form-input__input"
                  onKeyDown={(event) => {
                    // Enter without a choice: the list of applications with this text.
                    const isChosen = event.currentTarget.getAttribute('aria-activedescendant');
                    if (event.key === 'Enter' && !isChosen && q !== '' && call)
                      go(paths.applicationSearch(call.callId, q));
                  }}
                />
              </span>
            </SearchField>
            <ListBox
              className="kuer-options kuer-palette__list"
              aria-label={t.searchResults}
              onAction={(key) => go(String(key))}
              renderEmptyState={() => (
                <div className="kuer-options__empty">
                  {q === '' ? t.searchHint : applications.isBusy ? t.searchBusy : t.searchNothing}
                </div>
              )}
            >
              {all.map((group) => (
                <ListBoxSection key={group.title} id={group.title}>
                  <Header className="kuer-menu__title">{group.title}</Header>
                  {group.targets.map((target) => (
                    <ListBoxItem key={target.to} id={target.to} textValue={target.label} className="kuer-option">
                      <span>{target.label}</span>
                      {target.detail && <span className="kuer-option__detail">{target.detail}</span>}
                    </ListBoxItem>
                  ))}
                </ListBoxSection>
              ))}
            </ListBox>
          </Autocomplete>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

const contains = (text: string, q: string): boolean => text.toLocaleLowerCase().includes(q.toLocaleLowerCase());

function useTargets(q: string): { pages: readonly Target[]; calls: readonly Target[] } {
  const t = useTexts(appTexts);
  const label = useLabel();
  const sections = useNavigation();
  const memberships = useMemberships();
  const pages: Target[] = [
    { to: paths.home, label: t.home },
    ...sections.flatMap((section) =>
      section.links.map((link) => ({ to: link.to, label: label(link.label), detail: t.groups[section.group] })),
    ),
    { to: paths.accessibility, label: t.accessibility },
    { to: paths.about, label: t.about },
  ];
  return {
    pages: pages.filter((page) => contains(`${page.label} ${page.detail ?? ''}`, q)),
    calls:
      q === ''
        ? []
        : memberships
            .filter((one) => contains(one.title, q))
            .map((one) => ({ to: paths.call(one.callId), label: one.title })),
  };
}

function useApplications(q: string): { targets: readonly Target[]; isBusy: boolean } {
  const t = useTexts(appTexts);
  const { call } = useCurrentCall();
  const callId = call?.callId ?? '';
  const roles = useRoles(call?.callId ?? null);
  const query = useQuery({
    queryKey: ['calls', callId, 'applications', 'search', q],
    enabled: callId !== '' && q.length >= 2 && roles.some((role) => MAY_SEARCH.includes(role)),
    queryFn: async ({ signal }) => {
      const params = { path: { callId }, query: { q, limit: 8 } };
      return unwrap(api.GET('/api/v1/calls/{callId}/applications', { params, signal }));
    },
  });
  const found = (query.data?.items ?? []).map((one) => ({
    to: paths.application(callId, one.id),
    label: [one.number, one.leadName].filter(Boolean).join(' '),
    detail: one.title ?? undefined,
  }));
  const more = (query.data?.total ?? 0) > found.length;
  return {
    targets: more ? [...found, { to: paths.applicationSearch(callId, q), label: t.searchAll(q) }] : found,
    isBusy: query.isFetching,
  };
}
