import { useEffect, useRef } from 'react';

type Guard = () => boolean;
const guards = new Set<Guard>();

/** Is there anything on this page that would be lost? Asked at the moment of leaving, by the shell's LeaveGuard. */
export const hasUnsaved = (): boolean => [...guards].some((guard) => guard());

/** Has the shell ask before entries of this component are lost, on navigation and on closing the tab. Null: nothing to guard. */
export function useUnsavedGuard(isUnsaved: Guard | null): void {
  const latest = useRef(isUnsaved);
  latest.current = isUnsaved;
  useEffect(() => {
    const guard = () => latest.current?.() ?? false;
    guards.add(guard);
    return () => {
      guards.delete(guard);
    };
  }, []);
}
