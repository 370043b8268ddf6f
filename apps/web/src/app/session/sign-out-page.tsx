import { useEffect } from 'react';
import { useNavigate } from 'react-router';
import { session } from '../../api/browser-session.js';
import { Skeleton } from '../../shared/feedback/states.js';
import { paths } from '../../shared/paths.js';

/** A page of its own, so that leaving for it asks about unsaved entries first. */
export default function SignOutPage() {
  const navigate = useNavigate();
  useEffect(() => {
    void session.signOut().then(() => navigate(paths.signIn, { replace: true, state: { signedOut: true } }));
  }, [navigate]);
  return <Skeleton lines={1} />;
}
