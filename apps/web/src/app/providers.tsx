import { QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useSessionStatus } from '../api/browser-session.js';
import { createQueryClient } from '../api/query-client.js';
import { ToastProvider, useToasts } from '../shared/feedback/toast.js';
import { LocaleProvider, useLocale } from '../shared/i18n/index.js';

/** Language, messages, server state: for everything below. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <LocaleProvider>
      <ReactAria>
        <ToastProvider>
          <ServerState>{children}</ServerState>
        </ToastProvider>
      </ReactAria>
    </LocaleProvider>
  );
}

function ReactAria({ children }: { children: ReactNode }) {
  return <I18nProvider locale={useLocale() === 'de' ? 'de-DE' : 'en-US'}>{children}</I18nProvider>;
}

function ServerState({ children }: { children: ReactNode }) {
  const toasts = useToasts();
  const show = useRef(toasts.problem);
  show.current = toasts.problem;
  const [client] = useState(() => createQueryClient((error) => show.current(error)));
  const status = useSessionStatus();
  const locale = useLocale();
  const shownIn = useRef(locale);

  // What one person loaded must not be there for the next.
  useEffect(() => {
    if (status === 'signedOut' || status === 'foreign') client.clear();
  }, [status, client]);
  // Some answers hold words in the language they were asked in.
  useEffect(() => {
    if (shownIn.current === locale) return;
    shownIn.current = locale;
    void client.invalidateQueries();
  }, [locale, client]);

  return <QueryClientProvider client={client}>{children}</QueryClientProvider>;
}
