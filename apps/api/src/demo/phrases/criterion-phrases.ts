/**
 * Sentences with which invented reviewers give their reasons on one criterion. `{measure}` stands for what the project is best known for;
 * where there is none, sentences without it are taken.
 */
export interface CriterionPhrases {
  /** For the two highest levels. */
  readonly high: readonly string[];
  /** For the levels in the middle. */
  readonly mid: readonly string[];
  /** For the two lowest levels. */
  readonly low: readonly string[];
  /** What can be missing, in the dative: „Angaben zu …“. */
  readonly gaps: readonly string[];
}
