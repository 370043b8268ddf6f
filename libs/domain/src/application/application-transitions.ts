import type { CallState } from '../call/call-states.js';
import { type Refused, refused } from '../vocabulary/finding.js';
import { APPLICATION_STATES, type ApplicationState } from './application-states.js';

/** What can happen to an application. */
export const APPLICATION_ACTS = [
  'start_formal_check',
  'request_supplement',
  'answer_supplement',
  'accept',
  'reject',
  'reopen_formal_check',
  'start_review',
  'complete_reviews',
  'reopen_review',
  'open_reconciliation',
  'close_reconciliation',
  'order_third_review',
  'recommend',
  'not_recommend',
  'select',
  'put_on_reserve',
  'not_select',
  'withdraw',
] as const;
export type ApplicationAct = (typeof APPLICATION_ACTS)[number];

/** One line of the table: the act leads from any of these states to this one, while the call is in one of these stages. */
export interface ApplicationTransition {
  readonly act: ApplicationAct;
  readonly from: readonly ApplicationState[];
  readonly to: ApplicationState;
  readonly callStates: readonly CallState[];
}

const BEFORE_THE_DECISION: readonly ApplicationState[] = [
  'received',
  'in_formal_check',
  'supplement_requested',
  'formally_accepted',
  'formally_rejected',
  'in_review',
  'reviewed',
  'in_reconciliation',
  'recommended',
  'not_recommended',
];

/**
 * The transition table. Source: states of the procedure. A third review and a reopened review lead back to `in_review`;
 * a recommendation may be given anew until the jury has decided. A withdrawal is open until the decision. A formally
 * rejected application keeps its state in the decision: it never reached the jury.
 */
export const APPLICATION_TRANSITIONS: readonly ApplicationTransition[] = [
  { act: 'start_formal_check', from: ['received'], to: 'in_formal_check', callStates: ['formal_check'] },
  {
    act: 'request_supplement',
    from: ['in_formal_check', 'supplement_requested'],
    to: 'supplement_requested',
    callStates: ['formal_check'],
  },
  { act: 'answer_supplement', from: ['supplement_requested'], to: 'in_formal_check', callStates: ['formal_check'] },
  { act: 'accept', from: ['in_formal_check'], to: 'formally_accepted', callStates: ['formal_check'] },
  { act: 'reject', from: ['in_formal_check'], to: 'formally_rejected', callStates: ['formal_check'] },
  {
    act: 'reopen_formal_check',
    from: ['formally_accepted', 'formally_rejected'],
    to: 'in_formal_check',
    callStates: ['formal_check'],
  },
  { act: 'start_review', from: ['formally_accepted'], to: 'in_review', callStates: ['review'] },
  { act: 'complete_reviews', from: ['in_review'], to: 'reviewed', callStates: ['review'] },
  {
    act: 'reopen_review',
    from: ['reviewed', 'recommended', 'not_recommended'],
    to: 'in_review',
    callStates: ['review'],
  },
  {
    act: 'open_reconciliation',
    from: ['reviewed', 'recommended', 'not_recommended'],
    to: 'in_reconciliation',
    callStates: ['review'],
  },
  { act: 'close_reconciliation', from: ['in_reconciliation'], to: 'reviewed', callStates: ['review'] },
  {
    act: 'order_third_review',
    from: ['reviewed', 'in_reconciliation', 'recommended', 'not_recommended'],
    to: 'in_review',
    callStates: ['review'],
  },
  { act: 'recommend', from: ['reviewed', 'not_recommended'], to: 'recommended', callStates: ['review', 'jury'] },
  { act: 'not_recommend', from: ['reviewed', 'recommended'], to: 'not_recommended', callStates: ['review', 'jury'] },
  { act: 'select', from: ['recommended'], to: 'selected', callStates: ['jury', 'decided'] },
  { act: 'put_on_reserve', from: ['recommended'], to: 'reserve', callStates: ['jury', 'decided'] },
  { act: 'not_select', from: ['recommended', 'not_recommended'], to: 'not_selected', callStates: ['jury', 'decided'] },
  {
    act: 'withdraw',
    from: BEFORE_THE_DECISION,
    to: 'withdrawn',
    callStates: ['draft', 'formal_check', 'review', 'jury'],
  },
];

/** Acts that are possible from a state, the stage of the call left aside. */
export function possibleActs(state: ApplicationState): ApplicationAct[] {
  return APPLICATION_TRANSITIONS.filter((transition) => transition.from.includes(state)).map(({ act }) => act);
}

/** States no act leads out of. */
export function isFinalApplicationState(state: ApplicationState): boolean {
  return possibleActs(state).length === 0;
}

/** States in which an application counts as part of the stage of review: accepted and not withdrawn. */
export function isInCompetition(state: ApplicationState): boolean {
  const index = APPLICATION_STATES.indexOf(state);
  return index >= APPLICATION_STATES.indexOf('in_review') && state !== 'withdrawn';
}

/**
 * Decides whether the act may happen to an application in this state while its call is in this stage.
 * Refusals: APPLICATION.TRANSITION_NOT_ALLOWED (the state does not allow it) with `from`, `act` and the possible acts,
 * APPLICATION.WRONG_CALL_STAGE (the state does, the stage does not) with `act`, `callState` and the stages that do.
 */
export function decideTransition(
  from: ApplicationState,
  act: ApplicationAct,
  callState: CallState,
): { readonly ok: true; readonly to: ApplicationState } | Refused {
  const transition = APPLICATION_TRANSITIONS.find((row) => row.act === act && row.from.includes(from));
  if (!transition) return refused('APPLICATION.TRANSITION_NOT_ALLOWED', { from, act, possible: possibleActs(from) });
  if (!transition.callStates.includes(callState)) {
    return refused('APPLICATION.WRONG_CALL_STAGE', { act, callState, stages: transition.callStates });
  }
  return { ok: true, to: transition.to };
}
