import type { ReactNode } from 'react';
import { classes } from '../controls/classes.js';
import { Icon } from '../controls/icon.js';
import { useTexts } from '../i18n/index.js';
import { sharedTexts } from '../texts.js';
import { Badge } from './badge.js';
import type { Tone } from './tone.js';

export type { Tone } from './tone.js';

export interface BannerProps {
  tone?: Tone;
  title: ReactNode;
  children?: ReactNode;
  /** Buttons below the text. */
  actions?: ReactNode;
  /** It appeared because of something the person did: screen readers read it at once. */
  announce?: boolean;
}

/** A message that stays where it is. */
export function Banner({ tone = 'info', title, children, actions, announce }: BannerProps) {
  return (
    <div
      className={classes('kern-alert', `kern-alert--${tone}`, 'kuer-banner')}
      role={announce ? (tone === 'danger' ? 'alert' : 'status') : undefined}
    >
      <Icon name={tone} />
      <div className="kuer-banner__text">
        <p className="kuer-strong">{title}</p>
        {children}
        {actions && <div className="kuer-button-row">{actions}</div>}
      </div>
    </div>
  );
}

/** One line below the header while the call shown is a demonstration. */
export function DemoBanner() {
  const t = useTexts(sharedTexts);
  return (
    <aside className="kuer-demo" aria-label={t.demoLabel}>
      <Icon name="info" />
      <p>{t.demo}</p>
    </aside>
  );
}

/** Marks values that were generated for the demonstration; stands at each place where such values show. */
export function GeneratedMark() {
  const t = useTexts(sharedTexts);
  return (
    <span title={t.generatedHint}>
      <Badge>{t.generated}</Badge>
    </span>
  );
}
