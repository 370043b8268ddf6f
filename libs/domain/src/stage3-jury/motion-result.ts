import type { Majority, TieRule } from '../call/jury-rules.js';
import type { MotionOutcome, VoteChoice } from './jury-states.js';

/** Votes of a motion, counted. */
export interface VoteCount {
  readonly yes: number;
  readonly no: number;
  readonly abstain: number;
}

/** What a motion's votes come to; `decidedBy` says whether votes, the chair, the rule for ties or the quorum decided. */
export interface MotionResult extends VoteCount {
  readonly outcome: MotionOutcome;
  readonly wasTied: boolean;
  readonly decidedBy: 'votes' | 'chair' | 'tie_rule' | 'quorum';
}

/** Counts choices; what is no choice is not counted. */
export function countVotes(choices: readonly (VoteChoice | null)[]): VoteCount {
  const count = (wanted: VoteChoice): number => choices.filter((choice) => choice === wanted).length;
  return { yes: count('yes'), no: count('no'), abstain: count('abstain') };
}

/**
 * True where yes and no are equal, at least one of each, and the call lets the chair decide: then closing needs the
 * chair's word. With a two-thirds majority an equal number is simply not enough.
 */
export function needsChairDecision(votes: VoteCount, majority: Majority, tieRule: TieRule): boolean {
  return majority === 'simple' && tieRule === 'chair_decides' && votes.yes === votes.no && votes.yes > 0;
}

/**
 * The result of a motion, from its votes. Simple: more yes than no; two_thirds: yes are at least two thirds of yes and
 * no. Abstentions count for the quorum only. A tie goes to the chair where the call says so (`chairChoice`: yes adopts, no
 * and abstain reject); it is a rejection otherwise, and where the chair may not vote on it (null). Nobody voting yes or
 * no is a rejection too. Fewer than the quorum: not quorate, whatever the votes. Source: I6; VwVfG § 91.
 */
export function motionResult(request: {
  readonly votes: VoteCount;
  readonly majority: Majority;
  readonly tieRule: TieRule;
  readonly chairChoice: VoteChoice | null;
  readonly isQuorate: boolean;
}): MotionResult {
  const { votes, majority, tieRule, chairChoice } = request;
  const { yes, no } = votes;
  const wasTied = majority === 'simple' && yes === no && yes > 0;
  const result = (outcome: MotionOutcome, decidedBy: MotionResult['decidedBy']): MotionResult => ({
    ...votes,
    outcome,
    wasTied,
    decidedBy,
  });
  if (!request.isQuorate) return result('not_quorate', 'quorum');
  if (chairChoice !== null && needsChairDecision(votes, majority, tieRule)) {
    return result(chairChoice === 'yes' ? 'adopted' : 'rejected', 'chair');
  }
  if (wasTied) return result('rejected', 'tie_rule');
  // In whole numbers: 3·yes ≥ 2·(yes + no) is yes ≥ 2·no.
  const isAdopted = majority === 'simple' ? yes > no : yes > 0 && yes >= 2 * no;
  return result(isAdopted ? 'adopted' : 'rejected', 'votes');
}
