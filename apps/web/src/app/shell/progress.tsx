import { useNavigation as useRouterNavigation } from 'react-router';
import { useTexts } from '../../shared/i18n/index.js';
import { sharedTexts } from '../../shared/texts.js';

/** A line at the very top while the next page's code is on its way; appears after 300 ms. */
export function NavigationProgress() {
  const t = useTexts(sharedTexts);
  const { state } = useRouterNavigation();
  return (
    <div role="status" className="kuer-progress-line" data-active={state === 'loading' || undefined}>
      {state === 'loading' && <span className="kern-sr-only">{t.loading}</span>}
    </div>
  );
}
