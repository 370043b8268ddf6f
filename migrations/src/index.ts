import { IdentityAndCalls1795000001000 } from './1795000001000-identity-and-calls.js';
import { ApplicationsAndFormalCheck1795000002000 } from './1795000002000-applications-and-formal-check.js';
import { Review1795000003000 } from './1795000003000-review.js';
import { JuryAndDecision1795000004000 } from './1795000004000-jury-and-decision.js';
import { TrailAndInfrastructure1795000005000 } from './1795000005000-trail-and-infrastructure.js';
import { GuardsOfCallsAndApplications1795000006000 } from './1795000006000-guards-of-calls-and-applications.js';
import { GuardsOfReview1795000007000 } from './1795000007000-guards-of-review.js';
import { GuardsOfJury1795000008000 } from './1795000008000-guards-of-jury.js';
import { GuardsOfDecisionAndTrail1795000008500 } from './1795000008500-guards-of-decision-and-trail.js';
import { WhoAsks1795000009000 } from './1795000009000-who-asks.js';
import { RowLevelSecurityOfCalls1795000010000 } from './1795000010000-row-level-security-of-calls.js';
import { RowLevelSecurityOfReviewAndJury1795000011000 } from './1795000011000-row-level-security-of-review-and-jury.js';
import { WhatCrosses1795000012000 } from './1795000012000-what-crosses.js';
import { WhatCrossesInTheJury1795000013000 } from './1795000013000-what-crosses-in-the-jury.js';
import { Grants1795000014000 } from './1795000014000-grants.js';
import { DerivedConflictsOnRecord1795000015000 } from './1795000015000-derived-conflicts-on-record.js';

/** All migrations in their order. The data source takes this array; nothing is found by file name. */
export const migrations = [
  IdentityAndCalls1795000001000,
  ApplicationsAndFormalCheck1795000002000,
  Review1795000003000,
  JuryAndDecision1795000004000,
  TrailAndInfrastructure1795000005000,
  GuardsOfCallsAndApplications1795000006000,
  GuardsOfReview1795000007000,
  GuardsOfJury1795000008000,
  GuardsOfDecisionAndTrail1795000008500,
  WhoAsks1795000009000,
  RowLevelSecurityOfCalls1795000010000,
  RowLevelSecurityOfReviewAndJury1795000011000,
  WhatCrosses1795000012000,
  WhatCrossesInTheJury1795000013000,
  Grants1795000014000,
  DerivedConflictsOnRecord1795000015000,
];
