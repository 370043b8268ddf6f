import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { download } from '../api/client.js';
import { useCall } from '../api/me.js';
import { Button } from '../shared/controls/button.js';
import { EmptyState, ErrorState } from '../shared/feedback/states.js';
import { useToasts } from '../shared/feedback/toast.js';
import { Select } from '../shared/form/choice-fields.js';
import { FileDrop } from '../shared/form/file-drop.js';
import { useFormats, useLabel, useTexts } from '../shared/i18n/index.js';
import { Card } from '../shared/layout/card.js';
import { Dialog } from '../shared/overlay/dialog.js';
import { saveFile } from '../shared/table/csv.js';
import { sharedTexts } from '../shared/texts.js';
import { type Application, applicationQuery } from './applications-api.js';
import { applicationTexts } from './texts.js';
import { uploadAttachment } from './uploads.js';

const MAX_BYTES = 25 * 1024 * 1024;

/** Documents of an application: each download is authorised anew. */
export function Documents({ application, callId }: { application: Application; callId: string }) {
  const t = useTexts(applicationTexts).file;
  const label = useLabel();
  const formats = useFormats();
  const toasts = useToasts();
  const call = useCall(callId).data;
  const [isAdding, setAdding] = useState(false);
  const kindOf = (key: string) => {
    const found = call?.settings.documents.find((one) => one.key === key);
    return found ? label(found.label) : key;
  };
  const save = async (id: string, name: string) => {
    try {
      const { blob, fileName } = await download(`/api/v1/attachments/${id}/content`);
      saveFile(blob, fileName ?? name);
    } catch (error) {
      toasts.problem(error);
    }
  };
  return (
    <Card
      title={t.documents}
      aside={
        application.abilities.includes('attachment.write') && (
          <Button size="small" icon="add" onClick={() => setAdding(true)}>
            {t.upload}
          </Button>
        )
      }
    >
      {application.attachments.length === 0 ? (
        <EmptyState title={t.noDocuments} compact />
      ) : (
        <ul className="kuer-list-plain kuer-stack kuer-stack--tight">
          {application.attachments.map((one) => (
            <li key={one.id} className="kuer-row">
              <span>
                <span className="kuer-strong">{kindOf(one.documentKey)}</span>: {one.fileName} (
                {formats.bytes(one.size)}, {formats.date(one.uploadedAt)})
                <span className="kuer-small kuer-muted">
                  {' '}
                  {t.sha} <code className="kuer-code">{one.sha256.slice(0, 12)}…</code>
                </span>
              </span>
              <Button
                size="small"
                variant="tertiary"
                icon="download"
                aria-label={t.downloadOf(one.fileName)}
                onClick={() => void save(one.id, one.fileName)}
              >
                {t.download}
              </Button>
            </li>
          ))}
        </ul>
      )}
      {isAdding && call && (
        <UploadDialog
          application={application}
          documents={call.settings.documents.map((one) => ({ value: one.key, label: label(one.label) }))}
          onClose={() => setAdding(false)}
        />
      )}
    </Card>
  );
}

interface UploadProps {
  application: Application;
  documents: readonly { value: string; label: string }[];
  onClose(): void;
}

function UploadDialog({ application, documents, onClose }: UploadProps) {
  const t = useTexts(applicationTexts).file;
  const shared = useTexts(sharedTexts);
  const client = useQueryClient();
  const toasts = useToasts();
  const [documentKey, setDocumentKey] = useState('');
  const [files, setFiles] = useState<File[]>([]);
  const [problem, setProblem] = useState<unknown>(null);
  const [isAsked, setAsked] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const file = files[0];
  const send = async () => {
    setAsked(true);
    if (!file || documentKey === '') return;
    setBusy(true);
    setProblem(null);
    try {
      await uploadAttachment(application.id, file, documentKey);
      await client.invalidateQueries({ queryKey: applicationQuery(application.id).queryKey });
      toasts.success(t.uploaded);
      onClose();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const missing = (isMissing: boolean) => (isAsked && isMissing ? shared.form.fillIn : undefined);
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t.upload}
      footer={
        <>
          <Button variant="primary" busy={isBusy} onClick={() => void send()}>
            {t.upload}
          </Button>
          <Button onClick={onClose}>{shared.cancel}</Button>
        </>
      }
    >
      {problem !== null && <ErrorState error={problem} />}
      <Select
        label={t.kind}
        options={documents}
        value={documentKey}
        error={missing(documentKey === '')}
        onChange={(event) => setDocumentKey(event.target.value)}
      />
      <FileDrop
        label={t.file}
        hint={t.uploadHint}
        files={files}
        onChange={setFiles}
        accept={['.pdf']}
        maxSize={MAX_BYTES}
        error={missing(!file)}
      />
    </Dialog>
  );
}
