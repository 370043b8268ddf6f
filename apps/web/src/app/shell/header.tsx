import { lazy, Suspense, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMe } from '../../api/me.js';
import { Button, LinkButton } from '../../shared/controls/button.js';
import { Icon } from '../../shared/controls/icon.js';
import { setLocale, useLocale, useTexts } from '../../shared/i18n/index.js';
import { Keys } from '../../shared/keys/keyboard-help.js';
import { useShortcut } from '../../shared/keys/shortcuts.js';
import { setTheme, type Theme, useTheme } from '../../shared/look/theme.js';
import { Menu } from '../../shared/overlay/menu.js';
import { paths } from '../../shared/paths.js';
import { sharedTexts } from '../../shared/texts.js';
import { appTexts } from '../texts.js';
import { CallSwitcher } from './call-switcher.js';

const CommandPalette = lazy(() => import('./command-palette.js'));

export interface HeaderProps {
  hasNavigation: boolean;
  isMenuOpen: boolean;
  onMenu(): void;
}

export function Header({ hasNavigation, isMenuOpen, onMenu }: HeaderProps) {
  const t = useTexts(appTexts);
  return (
    <header className="kuer-shell__header">
      {hasNavigation && (
        <Button
          variant="tertiary"
          icon={isMenuOpen ? 'close' : 'dehaze'}
          iconOnly
          className="kuer-shell__menu"
          aria-expanded={isMenuOpen}
          aria-controls="navigation"
          onClick={onMenu}
        >
          {isMenuOpen ? t.closeMenu : t.openMenu}
        </Button>
      )}
      <Link to={paths.home} className="kuer-brand">
        Kür
      </Link>
      {hasNavigation && <CallSwitcher />}
      <div className="kuer-shell__tools">
        {hasNavigation && <Search />}
        <UserMenu isSignedIn={hasNavigation} />
      </div>
    </header>
  );
}

function Search() {
  const t = useTexts(appTexts);
  const shared = useTexts(sharedTexts);
  const [isOpen, setOpen] = useState(false);
  useShortcut({ keys: 'Ctrl+K', label: shared.keys.search, scope: 'everywhere', onPress: () => setOpen(true) });
  return (
    <>
      <button type="button" className="kuer-search-button" aria-label={t.searchOpen} onClick={() => setOpen(true)}>
        <Icon name="search" />
        <span className="kuer-search-button__text">{t.search}</span>
        <span className="kuer-search-button__keys" aria-hidden="true">
          <Keys keys="Ctrl+K" />
        </span>
      </button>
      {isOpen && (
        <Suspense>
          <CommandPalette onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </>
  );
}

const THEMES: readonly Theme[] = ['system', 'light', 'dark'];

function UserMenu({ isSignedIn }: { isSignedIn: boolean }) {
  const t = useTexts(appTexts);
  const locale = useLocale();
  const theme = useTheme();
  const navigate = useNavigate();
  const me = useMe().data;
  const go = (path: string) => () => void navigate(path);
  const preferences = [
    {
      title: t.language,
      entries: [
        { id: 'de', label: 'Deutsch' },
        { id: 'en', label: 'English' },
      ],
      selection: {
        mode: 'single' as const,
        selected: [locale],
        onChange: ([chosen]: string[]) => setLocale(chosen === 'en' ? 'en' : 'de'),
      },
    },
    {
      title: t.theme,
      entries: THEMES.map((one) => ({ id: one, label: t.themes[one] })),
      selection: {
        mode: 'single' as const,
        selected: [theme],
        onChange: ([chosen]: string[]) => setTheme(THEMES.find((one) => one === chosen) ?? 'system'),
      },
    },
  ];
  if (!isSignedIn) {
    return (
      <>
        <Menu
          variant="tertiary"
          icon="language"
          label={`${t.language}, ${t.theme}`}
          iconOnly
          align="end"
          groups={preferences}
        />
        <LinkButton to={paths.signIn} variant="tertiary">
          {t.signIn}
        </LinkButton>
      </>
    );
  }
  return (
    <Menu
      variant="tertiary"
      icon="account-circle"
      iconOnly
      align="end"
      label={t.account(me?.displayName ?? '')}
      groups={[
        ...preferences,
        {
          title: me?.displayName ?? '',
          entries: [
            { id: 'password', label: t.password, icon: 'lock', onAction: go(paths.password) },
            { id: 'accessibility', label: t.accessibility, icon: 'info', onAction: go(paths.accessibility) },
            { id: 'sign-out', label: t.signOut, icon: 'logout', detail: me?.email, onAction: go(paths.signOut) },
          ],
        },
      ]}
    />
  );
}
