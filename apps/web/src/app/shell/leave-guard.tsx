import { useEffect } from 'react';
import { useBlocker } from 'react-router';
import { Button } from '../../shared/controls/button.js';
import { hasUnsaved } from '../../shared/form/unsaved.js';
import { useTexts } from '../../shared/i18n/index.js';
import { Dialog } from '../../shared/overlay/dialog.js';
import { sharedTexts } from '../../shared/texts.js';

/** Asks before unsaved entries are lost: by a dialog inside the app, by the browser's question on closing the tab. */
export function LeaveGuard() {
  const t = useTexts(sharedTexts).leave;
  const blocker = useBlocker(
    ({ currentLocation, nextLocation }) => currentLocation.pathname !== nextLocation.pathname && hasUnsaved(),
  );
  useEffect(() => {
    const onUnload = (event: BeforeUnloadEvent) => {
      if (hasUnsaved()) event.preventDefault();
    };
    window.addEventListener('beforeunload', onUnload);
    return () => window.removeEventListener('beforeunload', onUnload);
  }, []);
  return (
    <Dialog
      isOpen={blocker.state === 'blocked'}
      onClose={() => blocker.reset?.()}
      title={t.title}
      role="alertdialog"
      footer={
        <>
          <Button variant="primary" onClick={() => blocker.reset?.()}>
            {t.stay}
          </Button>
          <Button onClick={() => blocker.proceed?.()}>{t.go}</Button>
        </>
      }
    >
      <p>{t.body}</p>
    </Dialog>
  );
}
