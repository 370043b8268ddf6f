import {
  APPLICATION_STATE_LABELS,
  type ApplicationState,
  type AssignmentState,
  CALL_STATE_LABELS,
  type CallState,
  type LocalizedText,
  OUTCOME_LABELS,
  type Outcome,
  type RecommendationOutcome,
  type ReviewState,
} from '@kuer/domain';
import type { ReactNode } from 'react';
import { classes } from '../controls/classes.js';
import { Icon, type IconName } from '../controls/icon.js';
import { useLabel } from '../i18n/index.js';
import { ASSIGNMENT_STATE_LABELS, RECOMMENDATION_LABELS, REVIEW_STATE_LABELS } from '../vocabulary/labels.js';
import type { Tone } from './tone.js';

export type BadgeTone = Tone | 'neutral';

export interface BadgeProps {
  tone?: BadgeTone;
  /** Default: the icon of the tone; false: none. */
  icon?: IconName | false;
  children: ReactNode;
}

/** A word with a colour and an icon: never the colour alone. */
export function Badge({ tone = 'neutral', icon, children }: BadgeProps) {
  const shown = icon ?? (tone === 'neutral' ? false : tone);
  return (
    <span className={classes('kern-badge', 'kern-badge--small', `kern-badge--${tone}`, 'kuer-badge')}>
      {shown && <Icon name={shown} />}
      <span className="kern-label">{children}</span>
    </span>
  );
}

type Look<State extends string> = Readonly<Record<State, BadgeTone>>;

const application: Look<ApplicationState> = {
  received: 'neutral',
  in_formal_check: 'info',
  supplement_requested: 'warning',
  formally_accepted: 'success',
  formally_rejected: 'danger',
  in_review: 'info',
  reviewed: 'success',
  in_reconciliation: 'warning',
  recommended: 'success',
  not_recommended: 'neutral',
  selected: 'success',
  reserve: 'info',
  not_selected: 'neutral',
  withdrawn: 'neutral',
};

const call: Look<CallState> = {
  draft: 'neutral',
  formal_check: 'info',
  review: 'info',
  jury: 'info',
  decided: 'success',
  published: 'success',
};

const outcome: Look<Outcome> = { selected: 'success', reserve: 'info', not_selected: 'neutral' };
const assignment: Look<AssignmentState> = {
  assigned: 'neutral',
  accepted: 'info',
  declined: 'danger',
  revoked: 'neutral',
};
const review: Look<ReviewState> = { in_progress: 'info', submitted: 'success' };
const recommendation: Look<RecommendationOutcome> = { recommended: 'success', not_recommended: 'neutral' };

const KINDS: Readonly<
  Record<StatusKind, readonly [Record<string, BadgeTone>, Readonly<Record<string, LocalizedText>>]>
> = {
  application: [application, APPLICATION_STATE_LABELS],
  call: [call, CALL_STATE_LABELS],
  outcome: [outcome, OUTCOME_LABELS],
  assignment: [assignment, ASSIGNMENT_STATE_LABELS],
  review: [review, REVIEW_STATE_LABELS],
  recommendation: [recommendation, RECOMMENDATION_LABELS],
};

export type StatusKind = 'application' | 'call' | 'outcome' | 'assignment' | 'review' | 'recommendation';

/** The state of a thing of the procedure, in its word and tone. */
export function StatusBadge({ kind, state }: { kind: StatusKind; state: string }) {
  const label = useLabel();
  const [tones, labels] = KINDS[kind];
  const text = labels[state];
  return <Badge tone={tones[state] ?? 'neutral'}>{text ? label(text) : state}</Badge>;
}
