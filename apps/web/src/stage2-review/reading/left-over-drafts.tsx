import { useEffect, useState } from 'react';
import { Button } from '../../shared/controls/button.js';
import { Banner } from '../../shared/feedback/banner.js';
import { useFormats, useTexts } from '../../shared/i18n/index.js';
import { browserDrafts, type PendingDraft } from '../draft/draft-storage.js';
import { CONCLUSION } from '../draft/saved-content.js';
import { readingTexts } from './texts.js';

/** What this browser still keeps of a review that can no longer be written: shown, so that it is not lost unseen. */
export function LeftOverDrafts({ accountId, applicationId }: { accountId: string; applicationId: string }) {
  const t = useTexts(readingTexts);
  const formats = useFormats();
  const [drafts, setDrafts] = useState<readonly PendingDraft[]>([]);
  useEffect(() => {
    let isLeft = false;
    browserDrafts(accountId, applicationId)
      .load()
      .then((found) => !isLeft && setDrafts(found))
      .catch(() => undefined);
    return () => {
      isLeft = true;
    };
  }, [accountId, applicationId]);
  if (drafts.length === 0) return null;
  const discard = async () => {
    const storage = browserDrafts(accountId, applicationId);
    for (const { part } of drafts) await storage.forget(part);
    setDrafts([]);
  };
  return (
    <Banner
      tone="warning"
      title={t.leftOver}
      actions={
        <Button size="small" icon="delete" onClick={() => void discard()}>
          {t.discard}
        </Button>
      }
    >
      <p>{t.leftOverBody}</p>
      {drafts.map(({ part, content, writtenAt }) => (
        <div key={part}>
          <p className="kuer-strong kuer-small">
            {t.leftOverPart(part === CONCLUSION ? t.conclusion : part, formats.dateTime(writtenAt))}
          </p>
          <p className="kuer-written">
            {'summary' in content ? content.summary : `${formats.number(content.value)} · ${content.justification}`}
          </p>
        </div>
      ))}
    </Banner>
  );
}
