import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../persistence/unit-of-work.js';

export interface JuryMember {
  readonly accountId: string;
  readonly name: string;
  readonly isChair: boolean;
}

/** Who the jury of a call is, and who of it is recused from which application. */
@Injectable()
export class JuryMembers {
  constructor(private readonly uow: UnitOfWork) {}

  /** All members, the chair first, then by name. */
  of(callId: string): Promise<JuryMember[]> {
    return this.uow.remember(`jury:${callId}`, () =>
      this.uow.query<JuryMember>(
        `SELECT a.id AS "accountId", a.display_name AS name, bool_or(m.role = 'chair') AS "isChair"
           FROM kuer.members m JOIN kuer.accounts a ON a.id = m.account_id
          WHERE m.call_id = $1 AND m.role IN ('juror', 'chair')
          GROUP BY a.id ORDER BY bool_or(m.role = 'chair') DESC, a.display_name, a.id`,
        [callId],
      ),
    );
  }

  /** The applications each member is recused from. */
  async recusals(callId: string): Promise<Map<string, Set<string>>> {
    const rows = await this.uow.query<{ accountId: string; applicationId: string }>(
      `SELECT account_id AS "accountId", application_id AS "applicationId" FROM kuer.jury_recusals($1)`,
      [callId],
    );
    const recusals = new Map<string, Set<string>>();
    for (const { accountId, applicationId } of rows) {
      recusals.set(accountId, (recusals.get(accountId) ?? new Set()).add(applicationId));
    }
    return recusals;
  }
}
