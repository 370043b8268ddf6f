import type { CallSettingsDto } from '@kuer/contract';
import {
  bodyIdentity,
  comparableName,
  deriveConflicts,
  type FederalState,
  type PartyRole,
  type PersonOnRecord,
} from '@kuer/domain';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { AccountChanges } from '../../accounts/account-changes.js';
import { MemberChanges } from '../../calls/member-changes.js';
import { UnitOfWork } from '../../persistence/unit-of-work.js';
import { ConflictRecorder, type NewConflict } from './conflict-recorder.js';

interface Bodies {
  readonly parties: { readonly role: PartyRole; readonly name: string; readonly ags: string | null }[];
  readonly federalStates: readonly FederalState[];
}

/**
 * Conflicts that follow from what is on record: own municipality or a partner of it, own employer, own state where the call says so.
 * Derived anew whenever members, applications or what is on record about a member change. One that a coordinator lifted is not raised again; one whose reason has gone
 * stays until a coordinator lifts it: what follows from a record may still be right when the record is not.
 */
@Injectable()
export class DerivedConflicts implements OnModuleInit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly recorder: ConflictRecorder,
    private readonly members: MemberChanges,
    private readonly accounts: AccountChanges,
  ) {}

  onModuleInit(): void {
    this.members.onChange(async (callId) => void (await this.refresh(callId)));
    this.accounts.onChange(async (accountId) => {
      const calls = await this.uow.query<{ id: string }>(
        `SELECT DISTINCT call_id AS id FROM kuer.members WHERE account_id = $1 ORDER BY id`,
        [accountId],
      );
      for (const { id } of calls) await this.refresh(id);
    });
  }

  /** Puts on record what follows now and is not on record yet; returns how many that were. For coordinators and administrators. */
  async refresh(callId: string): Promise<number> {
    const [call] = await this.uow.query<{ settings: CallSettingsDto }>(
      `SELECT settings FROM kuer.calls WHERE id = $1 AND state NOT IN ('decided', 'published')`,
      [callId],
    );
    // Once it is decided, nobody acts on an application any more.
    if (!call) return 0;
    const rules = { ownStateConflict: call.settings.rules?.ownStateConflict ?? false };
    const applications = await this.applications(callId);
    const index = indexOf(applications);
    const known = await this.known(callId);
    const found: NewConflict[] = [];
    for (const { accountId, ...person } of await this.persons(callId)) {
      for (const applicationId of index.candidates(person, rules.ownStateConflict)) {
        const application = applications.get(applicationId);
        if (!application) continue;
        for (const { ground } of deriveConflicts(person, application, rules)) {
          if (known.has(`${applicationId} ${accountId} ${ground}`)) continue;
          found.push({ callId, applicationId, accountId, ground, note: null, source: 'derived' });
        }
      }
    }
    return (await this.recorder.recordAll(found)).length;
  }

  private async applications(callId: string): Promise<Map<string, Bodies>> {
    const rows = await this.uow.query<{
      id: string;
      role: PartyRole;
      name: string;
      ags: string | null;
      federalStates: FederalState[];
    }>(
      `SELECT application_id AS id, party_role AS role, party_name AS name, ags, federal_states AS "federalStates"
         FROM kuer.conflict_facts($1)`,
      [callId],
    );
    const applications = new Map<string, Bodies>();
    for (const { id, role, name, ags, federalStates } of rows) {
      const bodies = applications.get(id) ?? { parties: [], federalStates };
      bodies.parties.push({ role, name, ags });
      applications.set(id, bodies);
    }
    return applications;
  }

  private persons(callId: string): Promise<(PersonOnRecord & { accountId: string })[]> {
    return this.uow.query(
      `SELECT a.id AS "accountId", a.municipality_ags AS "municipalityAgs", a.employer, a.home_state AS "homeState"
         FROM kuer.accounts a WHERE a.id IN (SELECT m.account_id FROM kuer.members m WHERE m.call_id = $1) ORDER BY a.id`,
      [callId],
    );
  }

  /** Derived conflicts that are on record, in force or lifted: neither is raised again. */
  private async known(callId: string): Promise<Set<string>> {
    const rows = await this.uow.query<{ key: string }>(
      `SELECT application_id || ' ' || account_id || ' ' || ground AS key FROM kuer.derived_conflicts_on_record($1)`,
      [callId],
    );
    return new Set(rows.map(({ key }) => key));
  }
}

/** Finds the few applications that can concern a person, so that thousands are not compared with everybody. */
function indexOf(applications: ReadonlyMap<string, Bodies>) {
  const byBody = new Map<string, string[]>();
  const byName = new Map<string, string[]>();
  const byState = new Map<string, string[]>();
  const add = (index: Map<string, string[]>, key: string | null, id: string) => {
    if (key === null || key === '') return;
    const ids = index.get(key);
    if (ids) ids.push(id);
    else index.set(key, [id]);
  };
  for (const [id, { parties, federalStates }] of applications) {
    for (const { ags, name } of parties) {
      add(byBody, bodyIdentity(ags), id);
      add(byName, comparableName(name), id);
    }
    for (const state of federalStates) add(byState, state, id);
  }
  return {
    candidates(person: PersonOnRecord, ownStateConflict: boolean): Set<string> {
      return new Set([
        ...(byBody.get(bodyIdentity(person.municipalityAgs) ?? '') ?? []),
        ...(byName.get(comparableName(person.employer ?? '')) ?? []),
        ...(ownStateConflict && person.homeState !== null ? (byState.get(person.homeState) ?? []) : []),
      ]);
    },
  };
}
