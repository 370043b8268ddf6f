import type { CorridorDimension } from '@kuer/domain';
import { useState } from 'react';
import { api, unwrap } from '../../api/client.js';
import { Button } from '../../shared/controls/button.js';
import { Banner } from '../../shared/feedback/banner.js';
import { useFormats, useLocale, useTexts } from '../../shared/i18n/index.js';
import { Card } from '../../shared/layout/card.js';
import { ConfirmDialog } from '../../shared/overlay/confirm-dialog.js';
import { type Bundle, useBundleCommand } from '../jury-api.js';
import { juryTexts } from '../texts.js';
import { classLabel } from './balance-labels.js';

type Subject =
  | { kind: 'application'; applicationId: string; number: string }
  | { kind: 'corridor'; dimension: CorridorDimension; value: string };

/** What adoption waits for: reasons for those passed over and for corridors missed, and everything else that is open. */
export function BundleReasons({ bundle }: { bundle: Bundle }) {
  const t = useTexts(juryTexts).bundle;
  const formats = useFormats();
  const locale = useLocale();
  const [subject, setSubject] = useState<Subject | null>(null);
  const mayJustify = bundle.abilities.includes('bundle.justify');
  const missed = bundle.balance.dimensions.flatMap(({ dimension, entries }) =>
    entries
      .filter(({ state }) => state === 'below' || state === 'above')
      .map(({ value }) => ({
        dimension,
        value,
        reason: bundle.corridorReasons.find((one) => one.dimension === dimension && one.value === value)?.reason,
      })),
  );
  return (
    <>
      <Card title={t.passedOver}>
        {bundle.passedOver.length === 0 ? (
          <p className="kuer-muted">{t.passedOverNone}</p>
        ) : (
          <>
            <p>{t.passedOverLead}</p>
            <ul className="kuer-list-plain kuer-reasons">
              {bundle.passedOver.map((one) => (
                <li key={one.applicationId}>
                  <span className="kuer-strong">
                    {t.rankShort(formats.number(one.rank))} · {one.number} {one.leadName}
                  </span>{' '}
                  <span className="kuer-muted">{t.insteadOf(formats.list(one.takenInsteadNumbers))}</span>
                  {one.reason && <p className="kuer-quote">{one.reason}</p>}
                  {mayJustify && (
                    <Button
                      size="small"
                      icon="edit"
                      onClick={() =>
                        setSubject({ kind: 'application', applicationId: one.applicationId, number: one.number })
                      }
                    >
                      {one.reason ? t.justifyEdit : t.justify}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          </>
        )}
      </Card>
      {missed.length > 0 && (
        <Card title={t.corridorReasons}>
          <ul className="kuer-list-plain kuer-reasons">
            {missed.map(({ dimension, value, reason }) => (
              <li key={`${dimension}:${value}`}>
                <span className="kuer-strong">{classLabel(dimension, value, locale)}</span>
                {reason && <p className="kuer-quote">{reason}</p>}
                {mayJustify && (
                  <Button size="small" icon="edit" onClick={() => setSubject({ kind: 'corridor', dimension, value })}>
                    {t.corridorJustify}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Card>
      )}
      {bundle.state !== 'adopted' && (
        <Card title={t.gaps}>
          {bundle.gaps.length === 0 ? (
            <Banner tone="success" title={t.gapsNone} />
          ) : (
            <ul className="kuer-bullets" data-testid="gaps">
              {bundle.gaps.map((gap) => (
                <li key={`${gap.code}${gap.message}`}>{gap.message}</li>
              ))}
            </ul>
          )}
        </Card>
      )}
      {subject && <ReasonDialog bundle={bundle} subject={subject} onClose={() => setSubject(null)} />}
    </>
  );
}

function ReasonDialog({ bundle, subject, onClose }: { bundle: Bundle; subject: Subject; onClose(): void }) {
  const t = useTexts(juryTexts).bundle;
  const locale = useLocale();
  const save = useBundleCommand(
    (reason: string) =>
      subject.kind === 'application'
        ? unwrap(
            api.PUT('/api/v1/bundles/{id}/justifications/{applicationId}', {
              params: { path: { id: bundle.id, applicationId: subject.applicationId } },
              body: { reason },
            }),
          )
        : unwrap(
            api.PUT('/api/v1/bundles/{id}/corridor-reasons', {
              params: { path: { id: bundle.id } },
              body: { dimension: subject.dimension, value: subject.value, reason },
            }),
          ),
    true,
  );
  return (
    <ConfirmDialog
      isOpen
      onClose={onClose}
      title={
        subject.kind === 'application'
          ? t.justifyTitle(subject.number)
          : t.corridorTitle(classLabel(subject.dimension, subject.value, locale))
      }
      confirmLabel={t.save}
      reason={{ minLength: 5 }}
      onConfirm={(reason) => save.mutateAsync(reason)}
    />
  );
}
