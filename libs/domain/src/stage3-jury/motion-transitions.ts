import { type Refused, refused } from '../vocabulary/finding.js';
import type { BundleState, MotionState, SessionState } from './jury-states.js';

/** What can happen to a motion after it was put. */
export const MOTION_ACTS = ['open', 'close'] as const;
export type MotionAct = (typeof MOTION_ACTS)[number];

/** The table of a motion: put, open, closed once and for all. */
export const MOTION_TRANSITIONS: readonly {
  readonly act: MotionAct;
  readonly from: MotionState;
  readonly to: MotionState;
}[] = [
  { act: 'open', from: 'put', to: 'open' },
  { act: 'close', from: 'open', to: 'closed' },
];

/**
 * Decides an act on a motion. Both need an open session, and only one motion of a session is open at a time.
 * Refusals: MOTION.TRANSITION_NOT_ALLOWED, SESSION.NOT_OPEN, MOTION.ANOTHER_IS_OPEN.
 */
export function decideMotionTransition(request: {
  readonly from: MotionState;
  readonly act: MotionAct;
  readonly sessionState: SessionState;
  readonly otherOpenMotions: number;
}): { readonly ok: true; readonly to: MotionState } | Refused {
  const { from, act, sessionState } = request;
  const row = MOTION_TRANSITIONS.find((line) => line.act === act && line.from === from);
  if (!row) return refused('MOTION.TRANSITION_NOT_ALLOWED', { from, act });
  if (sessionState !== 'open') return refused('SESSION.NOT_OPEN', { state: sessionState });
  if (act === 'open' && request.otherOpenMotions > 0) return refused('MOTION.ANOTHER_IS_OPEN');
  return { ok: true, to: row.to };
}

/** What can happen to a session. */
export const SESSION_ACTS = ['open', 'close'] as const;
export type SessionAct = (typeof SESSION_ACTS)[number];

/**
 * Decides an act on a session: planned, open, closed. It closes only once no motion is open.
 * Refusals: SESSION.TRANSITION_NOT_ALLOWED, SESSION.MOTION_OPEN.
 */
export function decideSessionTransition(request: {
  readonly from: SessionState;
  readonly act: SessionAct;
  readonly openMotions: number;
}): { readonly ok: true; readonly to: SessionState } | Refused {
  const { from, act, openMotions } = request;
  if (act === 'open') {
    return from === 'planned' ? { ok: true, to: 'open' } : refused('SESSION.TRANSITION_NOT_ALLOWED', { from, act });
  }
  if (from !== 'open') return refused('SESSION.TRANSITION_NOT_ALLOWED', { from, act });
  return openMotions > 0 ? refused('SESSION.MOTION_OPEN', { count: openMotions }) : { ok: true, to: 'closed' };
}

/** What can happen to a bundle; its items change only while it is a draft. */
export const BUNDLE_ACTS = ['edit', 'freeze', 'reopen', 'adopt'] as const;
export type BundleAct = (typeof BUNDLE_ACTS)[number];

/** The table of a bundle. A frozen one can be reopened until a motion on it was put; an adopted one stays as it is. */
export const BUNDLE_TRANSITIONS: readonly {
  readonly act: BundleAct;
  readonly from: readonly BundleState[];
  readonly to: BundleState;
}[] = [
  { act: 'edit', from: ['draft'], to: 'draft' },
  { act: 'freeze', from: ['draft'], to: 'frozen' },
  { act: 'reopen', from: ['frozen'], to: 'draft' },
  { act: 'adopt', from: ['draft', 'frozen'], to: 'adopted' },
];

/**
 * Decides an act on a bundle. `motionsOnIt`: motions to adopt it that are put or open; while there is one, the bundle
 * stays as the jury sees it. Refusals: BUNDLE.TRANSITION_NOT_ALLOWED, BUNDLE.UNDER_VOTE, BUNDLE.ANOTHER_IS_ADOPTED.
 */
export function decideBundleTransition(request: {
  readonly from: BundleState;
  readonly act: BundleAct;
  readonly motionsOnIt: number;
  readonly anotherIsAdopted: boolean;
}): { readonly ok: true; readonly to: BundleState } | Refused {
  const { from, act } = request;
  const row = BUNDLE_TRANSITIONS.find((line) => line.act === act && line.from.includes(from));
  if (!row) return refused('BUNDLE.TRANSITION_NOT_ALLOWED', { from, act });
  if (act === 'adopt') {
    return request.anotherIsAdopted ? refused('BUNDLE.ANOTHER_IS_ADOPTED') : { ok: true, to: row.to };
  }
  if ((act === 'edit' || act === 'reopen') && request.motionsOnIt > 0) return refused('BUNDLE.UNDER_VOTE');
  return { ok: true, to: row.to };
}
