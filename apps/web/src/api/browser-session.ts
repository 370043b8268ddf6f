import { useSyncExternalStore } from 'react';
import { Session, type SessionMessage, type SessionStatus } from './session.js';

const REMEMBERED = 'kuer.session';
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('kuer.session');

/** The session of this tab, on the browser's own fetch, locks and storage. */
export const session = new Session({
  fetch: (input, init) => fetch(input, init),
  exclusively: (work) =>
    'locks' in navigator ? (navigator.locks.request('kuer.refresh', work) as ReturnType<typeof work>) : work(),
  now: () => Date.now(),
  remember(signedIn) {
    try {
      if (signedIn) localStorage.setItem(REMEMBERED, '1');
      else localStorage.removeItem(REMEMBERED);
    } catch {
      // Then a reload asks for signing in again.
    }
  },
  remembers() {
    try {
      return localStorage.getItem(REMEMBERED) === '1';
    } catch {
      return false;
    }
  },
  announce: (message) => channel?.postMessage(message),
});

channel?.addEventListener('message', (event: MessageEvent<SessionMessage>) => session.heard(event.data));

export function useSessionStatus(): SessionStatus {
  return useSyncExternalStore(session.subscribe, () => session.status);
}
