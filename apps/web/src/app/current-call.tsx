import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { useMatch } from 'react-router';
import { type Membership, useMemberships } from '../api/me.js';

const STORAGE_KEY = 'kuer.call';
const FINISHED = ['decided', 'published'];

export interface CurrentCall {
  /** The call being worked on: that of the address, else the one last worked on, else the first one under way. */
  readonly call: Membership | null;
  choose(callId: string): void;
}

const CurrentCallContext = createContext<CurrentCall>({ call: null, choose: () => undefined });

export const useCurrentCall = (): CurrentCall => useContext(CurrentCallContext);

export function CurrentCallProvider({ children }: { children: ReactNode }) {
  const memberships = useMemberships();
  const addressed = useMatch('/calls/:callId/*')?.params.callId ?? null;
  const [chosen, setChosen] = useState(readChosen);
  const isMine = memberships.some((one) => one.callId === addressed);
  const wanted = isMine ? addressed : chosen;
  // A call that is gone to becomes the one worked on; choosing another one afterwards must not be undone by the old address.
  useEffect(() => {
    if (isMine) setChosen(addressed);
  }, [isMine, addressed]);
  useEffect(() => {
    if (chosen !== null) storeChosen(chosen);
  }, [chosen]);
  const value = useMemo<CurrentCall>(
    () => ({
      call:
        memberships.find((one) => one.callId === wanted) ??
        memberships.find((one) => !FINISHED.includes(one.state)) ??
        memberships[0] ??
        null,
      choose: setChosen,
    }),
    [memberships, wanted],
  );
  return <CurrentCallContext value={value}>{children}</CurrentCallContext>;
}

export const isFinished = (call: Membership): boolean => FINISHED.includes(call.state);

function readChosen(): string | null {
  try {
    return localStorage.getItem(STORAGE_KEY);
  } catch {
    return null;
  }
}

function storeChosen(callId: string): void {
  try {
    localStorage.setItem(STORAGE_KEY, callId);
  } catch {
    // Then the next visit begins with the first call under way.
  }
}
