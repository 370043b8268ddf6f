import { VOTE_CHOICES, type VoteChoice } from '@kuer/domain';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.js';
import { Button, TextLink } from '../../shared/controls/button.js';
import { Badge } from '../../shared/feedback/badge.js';
import { Banner } from '../../shared/feedback/banner.js';
import { useToasts } from '../../shared/feedback/toast.js';
import { Select } from '../../shared/form/choice-fields.js';
import { useFormats, useLabel, useTexts } from '../../shared/i18n/index.js';
import { Card } from '../../shared/layout/card.js';
import { ConfirmDialog } from '../../shared/overlay/confirm-dialog.js';
import { paths } from '../../shared/paths.js';
import {
  BALLOT_LABELS,
  MAJORITY_LABELS,
  MOTION_KIND_LABELS,
  MOTION_OUTCOME_LABELS,
  MOTION_STATE_LABELS,
  VOTE_CHOICE_LABELS,
} from '../../shared/vocabulary/labels.js';
import { bundleQuery, type Motion, type Session, useSessionCommand } from '../jury-api.js';
import { juryTexts } from '../texts.js';

/** A motion: its words, who is out of the room, the vote, the result. */
export function MotionCard({ motion, session }: { motion: Motion; session: Session }) {
  const t = useTexts(juryTexts).session;
  const label = useLabel();
  const formats = useFormats();
  const isChair = motion.abilities.includes('motion.chair') && session.state === 'open';
  return (
    <Card
      level={3}
      title={t.motionTitle(formats.number(motion.number), label(MOTION_KIND_LABELS[motion.kind]))}
      aside={
        <span className="kuer-row">
          <Badge tone={motion.state === 'open' ? 'warning' : 'neutral'}>
            {label(MOTION_STATE_LABELS[motion.state])}
          </Badge>
          {motion.result && (
            <Badge tone={motion.result.outcome === 'adopted' ? 'success' : 'danger'}>
              {label(MOTION_OUTCOME_LABELS[motion.result.outcome])}
            </Badge>
          )}
        </span>
      }
    >
      <div className="kuer-stack kuer-stack--tight">
        {motion.text === null ? (
          <Banner tone="warning" title={t.recusedSelf} />
        ) : (
          <p className="kuer-strong">{motion.text}</p>
        )}
        <p className="kuer-small kuer-muted">
          {[
            motion.applicationNumber,
            t.putBy(motion.putBy),
            label(BALLOT_LABELS[motion.ballot]),
            label(MAJORITY_LABELS[motion.majority]),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        {motion.recused.length > 0 && <p>{t.recused(formats.list(motion.recused.map(({ name }) => name)))}</p>}
        {motion.state === 'open' && (
          <p role="status">{t.cast(formats.number(motion.votesCast), formats.number(motion.eligible))}</p>
        )}
        <Vote motion={motion} sessionId={session.id} />
        <Result motion={motion} />
        {motion.bundleId && <BundleLink motion={motion} session={session} />}
        {isChair && <ChairActions motion={motion} sessionId={session.id} />}
      </div>
    </Card>
  );
}

function Vote({ motion, sessionId }: { motion: Motion; sessionId: string }) {
  const t = useTexts(juryTexts).session;
  const label = useLabel();
  const cast = useSessionCommand(sessionId, (choice: VoteChoice) =>
    unwrap(api.PUT('/api/v1/motions/{id}/vote', { params: { path: { id: motion.id } }, body: { choice } })),
  );
  if (motion.hasVoted) {
    return (
      <p className="kuer-strong">{motion.myChoice ? t.votedAs(label(VOTE_CHOICE_LABELS[motion.myChoice])) : t.voted}</p>
    );
  }
  if (!motion.canVote) return null;
  return (
    <fieldset className="kern-fieldset">
      <legend className="kern-label">{t.vote}</legend>
      <p className="kern-hint">{t.voteHint}</p>
      <div className="kuer-motion__votes">
        {VOTE_CHOICES.map((choice) => (
          <Button key={choice} busy={cast.isPending} onClick={() => cast.mutate(choice)}>
            {label(VOTE_CHOICE_LABELS[choice])}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}

function Result({ motion }: { motion: Motion }) {
  const t = useTexts(juryTexts).session;
  const label = useLabel();
  const formats = useFormats();
  if (!motion.result) return null;
  const { yes, no, abstain, wasTied } = motion.result;
  return (
    <>
      <p className="kuer-strong" data-testid="result">
        {t.result(formats.number(yes), formats.number(no), formats.number(abstain))}
        {wasTied && ` · ${t.tied}`}
      </p>
      {motion.ballot === 'secret' && <p className="kuer-small kuer-muted">{t.secret}</p>}
      {motion.votes && motion.votes.length > 0 && (
        <details>
          <summary>{t.byName}</summary>
          <ul className="kuer-bullets">
            {motion.votes.map((vote) => (
              <li key={vote.member.id}>
                {vote.member.name}: {label(VOTE_CHOICE_LABELS[vote.choice])}
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function ChairActions({ motion, sessionId }: { motion: Motion; sessionId: string }) {
  const t = useTexts(juryTexts).session;
  const formats = useFormats();
  const [isClosing, setClosing] = useState(false);
  const [chairDecision, setChairDecision] = useState('');
  const path = { params: { path: { id: motion.id } } };
  const open = useSessionCommand(sessionId, () => unwrap(api.POST('/api/v1/motions/{id}/open', path)));
  const close = useSessionCommand(
    sessionId,
    () =>
      unwrap(
        api.POST('/api/v1/motions/{id}/close', {
          ...path,
          body: chairDecision ? { chairDecision: chairDecision as 'adopted' | 'rejected' } : {},
        }),
      ),
    true,
  );
  if (motion.state === 'closed') return null;
  if (motion.state === 'put') {
    return (
      <div className="kuer-button-row">
        <Button variant="primary" busy={open.isPending} onClick={() => open.mutate(undefined)}>
          {t.openVote}
        </Button>
      </div>
    );
  }
  return (
    <div className="kuer-button-row">
      <Button variant="primary" onClick={() => setClosing(true)}>
        {t.closeVote}
      </Button>
      <ConfirmDialog
        isOpen={isClosing}
        onClose={() => setClosing(false)}
        title={t.closeVote}
        confirmLabel={t.closeVote}
        onConfirm={() => close.mutateAsync(undefined)}
      >
        <p>{t.closeVoteBody(formats.number(motion.votesCast), formats.number(motion.eligible))}</p>
        <Select
          label={t.chairDecision}
          optional
          empty={t.chairNone}
          value={chairDecision}
          options={[
            { value: 'adopted', label: t.adopted },
            { value: 'rejected', label: t.rejected },
          ]}
          onChange={(event) => setChairDecision(event.target.value)}
        />
      </ConfirmDialog>
    </div>
  );
}

/** The bundle a motion is about; once it is adopted by the vote, the chair adopts the bundle by it. */
function BundleLink({ motion, session }: { motion: Motion; session: Session }) {
  const t = useTexts(juryTexts).session;
  const toasts = useToasts();
  const client = useQueryClient();
  const [isAdopting, setAdopting] = useState(false);
  const bundleId = motion.bundleId ?? '';
  const bundle = useQuery(bundleQuery(bundleId));
  const mayAdopt =
    motion.kind === 'adopt_bundle' &&
    motion.result?.outcome === 'adopted' &&
    bundle.data?.state !== 'adopted' &&
    bundle.data?.abilities.includes('bundle.adopt');
  const adopt = async () => {
    await unwrap(
      api.POST('/api/v1/bundles/{id}/adopt', { params: { path: { id: bundleId } }, body: { motionId: motion.id } }),
    );
    toasts.success(t.adoptDone);
    await client.invalidateQueries({ queryKey: ['bundles'] });
    await client.invalidateQueries({ queryKey: ['calls', session.callId] });
  };
  return (
    <div className="kuer-button-row">
      <TextLink to={paths.bundle(session.callId, bundleId)}>
        {t.goToBundle}
        {bundle.data ? `: ${bundle.data.name}` : ''}
      </TextLink>
      {mayAdopt && (
        <Button variant="primary" onClick={() => setAdopting(true)}>
          {t.adopt}
        </Button>
      )}
      <ConfirmDialog
        isOpen={isAdopting}
        onClose={() => setAdopting(false)}
        title={t.adopt}
        confirmLabel={t.adopt}
        onConfirm={adopt}
      >
        <p>{t.adoptBody}</p>
      </ConfirmDialog>
    </div>
  );
}
