import { MembersResponse, type PutMembersRequest } from '@kuer/contract';
import { checkRoleCombination, type Role } from '@kuer/domain';
import { Injectable } from '@nestjs/common';
import { AuditTrail } from '../audit/audit-trail.js';
import { Access } from '../auth/access.js';
import { Refusal, type RefusalDetail } from '../http/refusal.js';
import { UnitOfWork } from '../persistence/unit-of-work.js';
import { CallEntity } from './call.entity.js';
import { MemberChanges } from './member-changes.js';

/** Who holds which roles in a call. Administrators of the installation are no members: they hold that role everywhere. */
@Injectable()
export class MembersService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly trail: AuditTrail,
    private readonly changes: MemberChanges,
  ) {}

  async list(callId: string): Promise<MembersResponse> {
    await this.requireCall(callId);
    this.access.require('member.read', await this.access.actorFor(callId));
    return this.read(callId);
  }

  async put(callId: string, body: PutMembersRequest): Promise<MembersResponse> {
    await this.requireCall(callId);
    this.access.require('member.write', await this.access.actorFor(callId));
    await this.check(body);
    const before = await this.roles(callId);
    const after = new Map(
      body.members.map((member) => [member.accountId, [...new Set(member.roles)].sort() as Role[]]),
    );
    for (const accountId of new Set([...before.keys(), ...after.keys()])) {
      const [had, has] = [before.get(accountId) ?? [], after.get(accountId) ?? []];
      const [removed, added] = [had.filter((role) => !has.includes(role)), has.filter((role) => !had.includes(role))];
      if (removed.length > 0)
        await this.uow.execute(`DELETE FROM kuer.members WHERE call_id = $1 AND account_id = $2 AND role = ANY($3)`, [
          callId,
          accountId,
          removed,
        ]);
      for (const role of added) {
        await this.uow.execute(
          `INSERT INTO kuer.members (call_id, account_id, role, created_by, created_at) VALUES ($1, $2, $3, $4, $5)`,
          [callId, accountId, role, this.uow.accountId, this.uow.now],
        );
      }
      for (const role of removed)
        await this.trail.append({ callId, type: 'ROLE_WITHDRAWN', payload: { accountId, role } });
      for (const role of added) await this.trail.append({ callId, type: 'ROLE_GRANTED', payload: { accountId, role } });
    }
    this.uow.forget(`actor:${callId}`);
    await this.changes.notify(callId);
    return this.read(callId);
  }

  private async requireCall(callId: string): Promise<void> {
    if (!(await this.uow.manager.existsBy(CallEntity, { id: callId }))) throw Refusal.notFound();
  }

  private async check(body: PutMembersRequest): Promise<void> {
    const errors: RefusalDetail[] = [];
    const seen = new Set<string>();
    const ids = body.members.map((member) => member.accountId);
    const known = await this.uow.query<{ id: string; isAdministrator: boolean }>(
      `SELECT id, is_administrator AS "isAdministrator" FROM kuer.accounts WHERE id = ANY($1::uuid[])`,
      [ids],
    );
    const accounts = new Map(known.map((row) => [row.id, row]));
    body.members.forEach((member, index) => {
      const path = `members.${index}`;
      const account = accounts.get(member.accountId);
      if (seen.has(member.accountId)) errors.push({ path: `${path}.accountId`, code: 'CALL.MEMBER_TWICE' });
      seen.add(member.accountId);
      if (!account) errors.push({ path: `${path}.accountId`, code: 'CALL.ACCOUNT_UNKNOWN' });
      if (member.roles.includes('administrator'))
        errors.push({ path: `${path}.roles`, code: 'CALL.ADMINISTRATOR_IS_NO_MEMBER' });
      const combination = checkRoleCombination([
        ...member.roles,
        ...(account?.isAdministrator ? (['administrator'] as const) : []),
      ]);
      if (!combination.ok) errors.push({ path: `${path}.roles`, code: combination.code, params: combination.params });
    });
    if (errors.length > 0) throw Refusal.rule('CALL.MEMBERS_CONTRADICT', {}, errors);
  }

  private async roles(callId: string): Promise<Map<string, Role[]>> {
    const rows = await this.uow.query<{ accountId: string; roles: Role[] }>(
      `SELECT account_id AS "accountId", array_agg(role ORDER BY role) AS roles FROM kuer.members WHERE call_id = $1 GROUP BY account_id`,
      [callId],
    );
    return new Map(rows.map((row) => [row.accountId, row.roles]));
  }

  private async read(callId: string): Promise<MembersResponse> {
    const items = await this.uow.query<MembersResponse['items'][number]>(
      `SELECT a.id AS "accountId", a.display_name AS name, a.email, a.expertise, a.employer, array_agg(m.role ORDER BY m.role) AS roles
         FROM kuer.members m JOIN kuer.accounts a ON a.id = m.account_id
        WHERE m.call_id = $1 GROUP BY a.id ORDER BY a.display_name, a.id`,
      [callId],
    );
    return Object.assign(new MembersResponse(), { items });
  }
}
