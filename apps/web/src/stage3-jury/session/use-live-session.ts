import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { stream } from '../../api/client.js';

const RETRY_MS = 3000;

/**
 * Listens to the session's events. An event carries no content: it makes the page read again what the person may read. Where the line
 * drops, the last state stays, with its time, and the page tries again.
 */
export function useLiveSession(sessionId: string): { connected: boolean; since: string } {
  const client = useQueryClient();
  const [state, setState] = useState({ connected: true, since: new Date().toISOString() });
  useEffect(() => {
    const stop = new AbortController();
    const listen = async () => {
      while (!stop.signal.aborted) {
        try {
          const body = await stream(`/api/v1/sessions/${sessionId}/events`, stop.signal);
          const reader = body?.getReader();
          while (reader) {
            const { done } = await reader.read();
            if (done) break;
            setState({ connected: true, since: new Date().toISOString() });
            void client.invalidateQueries({ queryKey: ['sessions', sessionId] });
          }
        } catch {
          if (stop.signal.aborted) return;
        }
        setState((before) => ({ ...before, connected: false }));
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    };
    void listen();
    return () => stop.abort();
  }, [sessionId, client]);
  return state;
}
