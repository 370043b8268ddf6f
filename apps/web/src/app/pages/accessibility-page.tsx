import { useTexts } from '../../shared/i18n/index.js';
import { Page, PageHeader } from '../../shared/layout/page-header.js';
import { site } from '../site.js';
import { appTexts } from '../texts.js';

export default function AccessibilityPage() {
  const t = useTexts(appTexts).a11y;
  const mail = `mailto:${site.accessibilityEmail}?subject=${encodeURIComponent(t.feedbackSubject)}&body=${encodeURIComponent(t.feedbackBody(document.referrer || location.href))}`;
  return (
    <Page>
      <PageHeader title={t.title} />
      <div className="kuer-prose">
        <p>{t.intro}</p>
        <h2 className="kern-heading-medium">{t.feedback}</h2>
        <p>{t.feedbackText}</p>
        <p>
          <a className="kuer-link" href={mail}>
            {t.feedbackLink(site.accessibilityEmail)}
          </a>
        </p>
        <h2 className="kern-heading-medium">{t.help}</h2>
        <p>{t.helpText}</p>
        <h2 className="kern-heading-medium">{t.standard}</h2>
        <p>{t.standardText}</p>
        <h2 className="kern-heading-medium">{t.state}</h2>
        <p>{t.stateText}</p>
        <h2 className="kern-heading-medium">{t.known}</h2>
        <ul>
          {Object.values(t.knownItems).map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ul>
        <h2 className="kern-heading-medium">{t.enforcement}</h2>
        <p>{t.enforcementText}</p>
      </div>
    </Page>
  );
}
