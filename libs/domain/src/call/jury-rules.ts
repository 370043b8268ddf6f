/** How votes are cast. Secret: who voted is recorded, not what. */
export const BALLOTS = ['open', 'secret'] as const;
export type Ballot = (typeof BALLOTS)[number];

/** Which majority adopts a motion: more yes than no, or at least two thirds of yes and no together. */
export const MAJORITIES = ['simple', 'two_thirds'] as const;
export type Majority = (typeof MAJORITIES)[number];

/** What an equal number of yes and no means. */
export const TIE_RULES = ['chair_decides', 'rejected'] as const;
export type TieRule = (typeof TIE_RULES)[number];
