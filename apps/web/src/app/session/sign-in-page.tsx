import { Navigate, useLocation, useSearchParams } from 'react-router';
import { useSessionStatus } from '../../api/browser-session.js';
import { Banner } from '../../shared/feedback/banner.js';
import { useTexts } from '../../shared/i18n/index.js';
import { Page, PageHeader } from '../../shared/layout/page-header.js';
import { appTexts } from '../texts.js';
import { SignInForm } from './sign-in-form.js';

export default function SignInPage() {
  const t = useTexts(appTexts).session;
  const status = useSessionStatus();
  const [search] = useSearchParams();
  const location = useLocation();
  if (status === 'signedIn') return <Navigate to={ownAddress(search.get('next'))} replace />;
  return (
    <div className="kuer-sign-in">
      <Page>
        <PageHeader title={t.title}>
          <p className="kuer-muted">{t.lead}</p>
        </PageHeader>
        {(location.state as { signedOut?: boolean } | null)?.signedOut && (
          <Banner tone="success" title={t.signedOut} announce />
        )}
        <SignInForm />
        <p className="kuer-small kuer-muted">{t.forgotten}</p>
      </Page>
    </div>
  );
}

/** Only addresses of this app: `next` comes from the URL, so it could be anything. */
const ownAddress = (next: string | null): string => (next && /^\/(?![/\\])/.test(next) ? next : '/');
