/** What a message can be filled with. Plain values only, so that a finding can be stored and sent as it is. */
export type ParamValue = string | number | boolean | null | readonly string[];
/** The values of a finding, by name. */
export type Params = Readonly<Record<string, ParamValue>>;

/**
 * One statement of a rule about a case: a code that says where and what (`REVIEW.SCORE_OUT_OF_RANGE`) and the values it
 * is about. Never a finished text: the words are made from the code, per language, outside of the rule.
 */
export interface Finding {
  readonly code: string;
  readonly params: Params;
}

/** An expected "no" of a rule. Surprises are thrown; what a person may run into is returned as this value. */
export interface Refused {
  readonly ok: false;
  readonly code: string;
  readonly params: Params;
}

/** Builds an expected "no". */
export function refused(code: string, params: Params = {}): Refused {
  return { ok: false, code, params };
}
