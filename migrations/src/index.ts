import { IdentityAndCalls1795000001000 } from './1795000001000-identity-and-calls.js';
import { ApplicationsAndFormalCheck1795000002000 } from './1795000002000-applications-and-formal-check.js';
import { Review1795000003000 } from './1795000003000-review.js';
import { JuryAndDecision1795000004000 } from './1795000004000-jury-and-decision.js';
import { TrailAndInfrastructure1795000005000 } from './1795000005000-trail-and-infrastructure.js';

/** All migrations in their order. The data source takes this array; nothing is found by file name. */
export const migrations = [
  IdentityAndCalls1795000001000,
  ApplicationsAndFormalCheck1795000002000,
  Review1795000003000,
  JuryAndDecision1795000004000,
  TrailAndInfrastructure1795000005000,
];
