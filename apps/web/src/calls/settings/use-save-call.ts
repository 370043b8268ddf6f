import { useQueryClient } from '@tanstack/react-query';
import { api, unwrap } from '../../api/client.js';
import { callQuery } from '../../api/me.js';
import type { Schema } from '../../api/types.js';
import type { Call } from '../calls-api.js';

type Change = Omit<Schema<'UpdateCallRequest'>, 'version'>;

/** Saves a change of the call on the version that was read. */
export function useSaveCall(call: Call): (change: Change) => Promise<Call> {
  const client = useQueryClient();
  return async (change) => {
    const saved = await unwrap(
      api.PATCH('/api/v1/calls/{callId}', {
        params: { path: { callId: call.id } },
        body: { ...change, version: call.version },
      }),
    );
    client.setQueryData(callQuery(call.id).queryKey, saved);
    void client.invalidateQueries({ queryKey: ['calls', call.id, 'readiness'] });
    return saved;
  };
}

/** A number as people write it: 1.000,5 or 1000.5; undefined where it is none. */
export function numberOf(text: string): number | undefined {
  const compact = text.trim().replaceAll(/\s/g, '');
  const plain = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(compact) ? compact.replaceAll('.', '') : compact;
  const value = Number(plain.replace(',', '.'));
  return compact === '' || Number.isNaN(value) ? undefined : value;
}
