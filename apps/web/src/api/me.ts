import type { Role } from '@kuer/domain';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { useSessionStatus } from './browser-session.js';
import { api, unwrap } from './client.js';
import type { Schema } from './types.js';

export type Me = Schema<'MeResponse'>;

/** A call in which the person has a role: its title, its state, their roles. */
export type Membership = Schema<'CallRolesResponse'>;

const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: ({ signal }) => unwrap(api.GET('/api/v1/auth/me', { signal })),
  staleTime: 60_000,
});

/** The account that is signed in; undefined while loading or where nobody is. */
export function useMe() {
  const status = useSessionStatus();
  return useQuery({ ...meQuery, enabled: status === 'signedIn' || status === 'expired' });
}

const NO_CALLS: readonly Membership[] = [];

/** The calls in which the person has a role. */
export function useMemberships(): readonly Membership[] {
  return useMe().data?.calls ?? NO_CALLS;
}

const NO_ROLES: readonly Role[] = [];

/** The person's roles in a call; an administrator is one in every call. */
export function useRoles(callId: string | null): readonly Role[] {
  const me = useMe().data;
  const membership = useMemberships().find((one) => one.callId === callId);
  const own = membership?.roles ?? NO_ROLES;
  return me?.isAdministrator && !own.includes('administrator') ? [...own, 'administrator'] : own;
}

/** The id in the address of a page below /calls/:callId. */
export function useCallId(): string {
  const { callId } = useParams();
  if (!callId) throw new Error('useCallId needs a route below /calls/:callId');
  return callId;
}

export const callQuery = (callId: string) =>
  queryOptions({
    queryKey: ['calls', callId],
    queryFn: ({ signal }) => unwrap(api.GET('/api/v1/calls/{callId}', { params: { path: { callId } }, signal })),
  });

/** One call with its settings, and what the person may do with it (`abilities`). */
export const useCall = (callId: string) => useQuery(callQuery(callId));
