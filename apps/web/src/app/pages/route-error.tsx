import { useRouteError } from 'react-router';
import { Button } from '../../shared/controls/button.js';
import { useProblemWords } from '../../shared/feedback/problem-words.js';
import { ErrorState } from '../../shared/feedback/states.js';
import { useTexts } from '../../shared/i18n/index.js';
import { Page, PageHeader } from '../../shared/layout/page-header.js';
import { sharedTexts } from '../../shared/texts.js';

/** Where a page crashed or its code could not be loaded: the shell stays, the page says what happened. */
export function RouteError() {
  const t = useTexts(sharedTexts);
  const error = useRouteError();
  const { title } = useProblemWords()(error);
  return (
    <Page>
      <PageHeader title={title} />
      <ErrorState
        error={error}
        hideTitle
        actions={
          <Button size="small" icon="autorenew" onClick={() => location.reload()}>
            {t.reload}
          </Button>
        }
      />
    </Page>
  );
}
