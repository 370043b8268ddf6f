import { useEffect, useRef, useState } from 'react';
import { Outlet, ScrollRestoration, useLocation, useMatches } from 'react-router';
import { useSessionStatus } from '../../api/browser-session.js';
import { useCall, useMe } from '../../api/me.js';
import { DemoBanner } from '../../shared/feedback/banner.js';
import { suggestLocale, useTexts } from '../../shared/i18n/index.js';
import { KeyboardHelp } from '../../shared/keys/keyboard-help.js';
import { preloadDialog } from '../../shared/overlay/dialog.js';
import { preloadMenu } from '../../shared/overlay/menu.js';
import { CurrentCallProvider, useCurrentCall } from '../current-call.js';
import type { Layout } from '../feature.js';
import { preloadSignIn, SessionDialogs } from '../session/session-dialogs.js';
import { appTexts } from '../texts.js';
import { Footer } from './footer.js';
import { Header } from './header.js';
import { LeaveGuard } from './leave-guard.js';
import { Navigation } from './navigation.js';
import { NavigationProgress } from './progress.js';

/** What opens when something goes wrong must be there by then: fetched once the page has time. */
function usePreloading(): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      preloadDialog();
      preloadMenu();
      preloadSignIn();
    }, 3000);
    return () => clearTimeout(timer);
  }, []);
}

/** What stands around every page. */
export function Shell() {
  usePreloading();
  return (
    <CurrentCallProvider>
      <Frame />
      <SessionDialogs />
      <LeaveGuard />
      <KeyboardHelp />
      <ScrollRestoration />
    </CurrentCallProvider>
  );
}

function Frame() {
  const t = useTexts(appTexts);
  const layout = useLayout();
  const status = useSessionStatus();
  const me = useMe().data;
  const { pathname } = useLocation();
  const main = useRef<HTMLElement>(null);
  const [isMenuOpen, setMenuOpen] = useState(false);

  useEffect(() => {
    if (me?.locale) suggestLocale(me.locale);
  }, [me?.locale]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: closes with every change of the page
  useEffect(() => setMenuOpen(false), [pathname]);

  if (layout === 'bare') {
    return (
      <main id="main" tabIndex={-1} className="kuer-shell__bare">
        <Outlet />
      </main>
    );
  }
  const hasNavigation = status === 'signedIn' || status === 'expired';
  return (
    <div className="kuer-shell" data-layout={layout} data-menu={isMenuOpen || undefined}>
      <button type="button" className="kuer-skip" onClick={() => main.current?.focus()}>
        {t.skip}
      </button>
      <NavigationProgress />
      <Header hasNavigation={hasNavigation} isMenuOpen={isMenuOpen} onMenu={() => setMenuOpen(!isMenuOpen)} />
      {hasNavigation && <DemoNotice />}
      <div className="kuer-shell__body">
        {hasNavigation && <Navigation onLeave={() => setMenuOpen(false)} />}
        <main id="main" ref={main} tabIndex={-1} className="kuer-shell__main">
          <Outlet />
        </main>
      </div>
      <Footer />
    </div>
  );
}

function useLayout(): Layout {
  const layouts = useMatches().map((match) => (match.handle as { layout?: Layout } | undefined)?.layout);
  return layouts.findLast((layout) => layout !== undefined) ?? 'standard';
}

function DemoNotice() {
  const { call } = useCurrentCall();
  return call ? <DemoNoticeOf callId={call.callId} /> : null;
}

function DemoNoticeOf({ callId }: { callId: string }) {
  return useCall(callId).data?.isDemo ? <DemoBanner /> : null;
}
