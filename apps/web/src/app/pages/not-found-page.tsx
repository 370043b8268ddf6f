import { LinkButton } from '../../shared/controls/button.js';
import { useTexts } from '../../shared/i18n/index.js';
import { Page, PageHeader } from '../../shared/layout/page-header.js';
import { paths } from '../../shared/paths.js';
import { appTexts } from '../texts.js';

export default function NotFoundPage() {
  const t = useTexts(appTexts).notFound;
  return (
    <Page>
      <PageHeader title={t.title}>
        <p>{t.body}</p>
      </PageHeader>
      <div>
        <LinkButton to={paths.home} variant="primary">
          {t.home}
        </LinkButton>
      </div>
    </Page>
  );
}
