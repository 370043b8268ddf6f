import { Navigate, Outlet, useLocation } from 'react-router';
import { useSessionStatus } from '../../api/browser-session.js';
import { Skeleton } from '../../shared/feedback/states.js';
import { paths } from '../../shared/paths.js';

/** Around every page that is not public: without a session there is the sign-in page first, and then this one. */
export function SignedIn() {
  const status = useSessionStatus();
  const { pathname, search } = useLocation();
  if (status === 'unknown') return <Skeleton />;
  if (status === 'signedOut') {
    const next = pathname === '/' ? '' : `?next=${encodeURIComponent(pathname + search)}`;
    return <Navigate to={`${paths.signIn}${next}`} replace />;
  }
  return <Outlet />;
}
