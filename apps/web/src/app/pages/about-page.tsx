import { useTexts } from '../../shared/i18n/index.js';
import { DescriptionList } from '../../shared/layout/description-list.js';
import { Page, PageHeader } from '../../shared/layout/page-header.js';
import { site } from '../site.js';
import { appTexts } from '../texts.js';

export default function AboutPage() {
  const t = useTexts(appTexts).aboutPage;
  return (
    <Page>
      <PageHeader title={t.title} />
      <div className="kuer-prose">
        <p>{t.body}</p>
        <DescriptionList
          items={[
            { term: t.operator, value: site.operator },
            {
              term: t.contact,
              value: (
                <a className="kuer-link" href={`mailto:${site.contactEmail}`}>
                  {site.contactEmail}
                </a>
              ),
            },
          ]}
        />
        <h2 className="kern-heading-medium">{t.privacy}</h2>
        <p>{t.privacyText}</p>
        <h2 className="kern-heading-medium">{t.licence}</h2>
        <p>{t.licenceText}</p>
      </div>
    </Page>
  );
}
