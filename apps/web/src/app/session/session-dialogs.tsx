import { lazy, Suspense } from 'react';
import { session, useSessionStatus } from '../../api/browser-session.js';
import { useMe } from '../../api/me.js';
import { Button } from '../../shared/controls/button.js';
import { useTexts } from '../../shared/i18n/index.js';
import { Dialog } from '../../shared/overlay/dialog.js';
import { sharedTexts } from '../../shared/texts.js';
import { appTexts } from '../texts.js';

const load = () => import('./sign-in-form.js');
const SignInForm = lazy(() => load().then((module) => ({ default: module.SignInForm })));
export const preloadSignIn = (): void => void load().catch(() => undefined);

const stay = () => undefined;

/**
 * The session ended while a page was open: sign in again over the page, and everything on it goes on, requests that were
 * waiting included. Somebody else signed in in another tab: the page must be loaded anew.
 */
export function SessionDialogs() {
  const t = useTexts(appTexts).session;
  const shared = useTexts(sharedTexts);
  const status = useSessionStatus();
  const email = useMe().data?.email;
  return (
    <>
      <Dialog isOpen={status === 'expired'} onClose={stay} title={t.expiredTitle} mustDecide>
        <p>{t.expired}</p>
        <Suspense>
          <SignInForm email={email} />
        </Suspense>
        <div>
          <Button variant="tertiary" onClick={() => void session.signOut()}>
            {t.leave}
          </Button>
        </div>
      </Dialog>
      <Dialog
        isOpen={status === 'foreign'}
        onClose={stay}
        title={t.foreignTitle}
        mustDecide
        role="alertdialog"
        footer={
          <Button variant="primary" onClick={() => location.assign('/')}>
            {shared.reload}
          </Button>
        }
      >
        <p>{t.foreign}</p>
      </Dialog>
    </>
  );
}
