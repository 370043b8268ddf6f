import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.js';
import type { Schema } from '../../api/types.js';
import { Button } from '../../shared/controls/button.js';
import { Banner } from '../../shared/feedback/banner.js';
import { ErrorState } from '../../shared/feedback/states.js';
import { useFormats, useTexts } from '../../shared/i18n/index.js';
import { ConfirmDialog } from '../../shared/overlay/confirm-dialog.js';
import { Dialog } from '../../shared/overlay/dialog.js';
import { sharedTexts } from '../../shared/texts.js';
import { type Bundle, bundleQuery, bundlesQuery, useBundleCommand } from '../jury-api.js';
import { juryTexts } from '../texts.js';

type Patch = Omit<Schema<'PatchBundleRequest'>, 'version'>;

/** What can be done with a scenario as a whole. */
export function BundleActions({ bundle, callId }: { bundle: Bundle; callId: string }) {
  const t = useTexts(juryTexts).bundle;
  const [dialog, setDialog] = useState<'freeze' | 'propose' | null>(null);
  const patch = useBundleCommand((change: Patch) =>
    unwrap(
      api.PATCH('/api/v1/bundles/{id}', {
        params: { path: { id: bundle.id } },
        body: { ...change, version: bundle.version },
      }),
    ),
  );
  if (bundle.state === 'adopted') return null;
  if (bundle.state === 'frozen') {
    return (
      <Button icon="edit" busy={patch.isPending} onClick={() => patch.mutate({ state: 'draft' })}>
        {t.reopen}
      </Button>
    );
  }
  return (
    <>
      <Button variant="primary" icon="checklist" onClick={() => setDialog('propose')}>
        {t.propose}
      </Button>
      <Button
        icon={bundle.isShared ? 'visibility-off' : 'visibility'}
        busy={patch.isPending}
        onClick={() => patch.mutate({ isShared: !bundle.isShared })}
      >
        {bundle.isShared ? t.unshare : t.shareIt}
      </Button>
      <Button icon="lock" onClick={() => setDialog('freeze')}>
        {t.freeze}
      </Button>
      <ConfirmDialog
        isOpen={dialog === 'freeze'}
        onClose={() => setDialog(null)}
        title={t.freeze}
        confirmLabel={t.freeze}
        onConfirm={() => patch.mutateAsync({ state: 'frozen' })}
      >
        <p>{t.freezeBody}</p>
      </ConfirmDialog>
      {dialog === 'propose' && <ProposalDialog bundle={bundle} callId={callId} onClose={() => setDialog(null)} />}
    </>
  );
}

/** Asks for a proposal, shows what it would bring, and takes it over where wanted. */
function ProposalDialog({ bundle, callId, onClose }: { bundle: Bundle; callId: string; onClose(): void }) {
  const t = useTexts(juryTexts).bundle;
  const shared = useTexts(sharedTexts);
  const formats = useFormats();
  const client = useQueryClient();
  const [proposal, setProposal] = useState<Schema<'BundleProposalResponse'> | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  const isIn = new Set(bundle.items.map(({ applicationId }) => applicationId));
  const missing = proposal?.selected.filter((id) => !isIn.has(id)) ?? [];

  const attempt = async (work: () => Promise<void>) => {
    setBusy(true);
    setProblem(null);
    try {
      await work();
    } catch (error) {
      setProblem(error);
    } finally {
      setBusy(false);
    }
  };
  const ask = () =>
    attempt(async () => {
      const mustHave = bundle.items.filter(({ isRecused }) => !isRecused).map(({ applicationId }) => applicationId);
      setProposal(
        await unwrap(
          api.POST('/api/v1/calls/{callId}/bundle-proposals', { params: { path: { callId } }, body: { mustHave } }),
        ),
      );
    });
  const apply = () =>
    attempt(async () => {
      try {
        for (const applicationId of missing) {
          await unwrap(
            api.PUT('/api/v1/bundles/{id}/items/{applicationId}', {
              params: { path: { id: bundle.id, applicationId } },
              body: { reason: t.proposeReason },
            }),
          );
        }
        onClose();
      } finally {
        // What was taken before something went wrong is in the bundle: show it.
        void client.invalidateQueries({ queryKey: bundleQuery(bundle.id).queryKey });
        void client.invalidateQueries({ queryKey: bundlesQuery(callId).queryKey });
      }
    });

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t.proposeTitle}
      footer={
        <>
          {proposal && missing.length > 0 ? (
            <Button variant="primary" busy={isBusy} onClick={() => void apply()}>
              {t.proposeApply(missing.length)}
            </Button>
          ) : (
            <Button variant="primary" busy={isBusy} onClick={() => void ask()}>
              {t.proposeRun}
            </Button>
          )}
          <Button onClick={onClose}>{shared.cancel}</Button>
        </>
      }
    >
      <p>{t.proposeBody}</p>
      {problem !== null && <ErrorState error={problem} />}
      {proposal && (
        <Banner
          announce
          tone={proposal.status === 'complete' ? 'success' : 'warning'}
          title={t.proposeResult(proposal.selected.length, formats.number(proposal.objective, 1))}
        >
          {proposal.status === 'complete' ? (
            <p>{t.proposeComplete}</p>
          ) : (
            <ul className="kuer-bullets">
              {proposal.gaps.map((gap) => (
                <li key={gap.message}>{gap.message}</li>
              ))}
            </ul>
          )}
        </Banner>
      )}
    </Dialog>
  );
}
