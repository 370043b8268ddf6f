import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useCall } from '../../api/me.js';
import { Button } from '../../shared/controls/button.js';
import { EmptyState, Loaded } from '../../shared/feedback/states.js';
import { useFormats, useLabel, useTexts } from '../../shared/i18n/index.js';
import { saveFile } from '../../shared/table/csv.js';
import { type Attachment, documentOf } from '../review-api.js';
import { sheetTexts } from './texts.js';

/** The documents of the application; one of them is shown below the list. */
export function DocumentList({ callId, attachments }: { callId: string; attachments: readonly Attachment[] }) {
  const t = useTexts(sheetTexts).application;
  const formats = useFormats();
  const label = useLabel();
  const required = useCall(callId).data?.settings.documents ?? [];
  const [chosen, setChosen] = useState<string | null>(attachments.length === 1 ? (attachments[0]?.id ?? null) : null);
  if (attachments.length === 0) return <EmptyState title={t.noDocuments} compact />;
  const shown = attachments.find(({ id }) => id === chosen);
  return (
    <div className="kuer-stack kuer-documents">
      <ul className="kuer-stack kuer-stack--tight kuer-plain-list">
        {attachments.map((one) => {
          const kind = required.find(({ key }) => key === one.documentKey);
          return (
            <li key={one.id} className="kuer-row kuer-row--between">
              <span>
                <span className="kuer-strong">{kind ? label(kind.label) : one.fileName}</span>{' '}
                <span className="kuer-muted kuer-small">
                  {one.fileName}, PDF, {formats.bytes(one.size)}
                </span>
              </span>
              {attachments.length > 1 && (
                <Button
                  size="small"
                  icon="visibility"
                  aria-pressed={one.id === chosen}
                  aria-label={t.open(one.fileName)}
                  onClick={() => setChosen(one.id)}
                >
                  {t.open('')}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {shown && <ShownDocument key={shown.id} attachment={shown} />}
    </div>
  );
}

/** Fetched with the person's own token, shown from memory: the address bar never carries a way to it. */
function ShownDocument({ attachment }: { attachment: Attachment }) {
  const query = useQuery({
    queryKey: ['attachments', attachment.id, 'content'],
    queryFn: () => documentOf(attachment),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
  return <Loaded query={query}>{(blob) => <PdfFrame blob={blob} name={attachment.fileName} />}</Loaded>;
}

function PdfFrame({ blob, name }: { blob: Blob; name: string }) {
  const t = useTexts(sheetTexts).application;
  const [url, setUrl] = useState<string | null>(null);
  useEffect(() => {
    const own = URL.createObjectURL(blob);
    setUrl(own);
    return () => URL.revokeObjectURL(own);
  }, [blob]);
  if (!url) return null;
  return (
    <>
      <div className="kuer-button-row">
        <a
          className="kern-btn kern-btn--secondary kuer-btn kuer-btn--small"
          href={url}
          target="_blank"
          rel="noreferrer"
        >
          <span className="kern-label">{t.newTab}</span>
        </a>
        <Button size="small" icon="download" onClick={() => saveFile(blob, name)}>
          {t.download}
        </Button>
      </div>
      {navigator.pdfViewerEnabled ? (
        <iframe className="kuer-documents__frame" src={`${url}#navpanes=0&view=FitH`} title={`${t.shown}: ${name}`} />
      ) : (
        <p className="kuer-muted">{t.noViewer}</p>
      )}
    </>
  );
}
