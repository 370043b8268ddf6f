import type { EntityTarget, FindOptionsWhere } from 'typeorm';
import { Refusal } from '../http/refusal.js';
import type { UnitOfWork } from './unit-of-work.js';

/**
 * The row, locked against other writers where the caller may change it, else as they may read it. Row-level security hides from a
 * lock what may not be changed; the row must be found all the same, so that the policy can say 403 to whoever knows it. 404 where the
 * caller may not even read it. NO KEY: rows that refer to this one can be inserted meanwhile.
 */
export async function lockRow<Entity extends { id: string }>(
  uow: UnitOfWork,
  target: EntityTarget<Entity>,
  id: string,
): Promise<Entity> {
  const where = { id } as FindOptionsWhere<Entity>;
  const locked = await uow.manager.findOne(target, { where, lock: { mode: 'for_no_key_update' } });
  const found = locked ?? (await uow.manager.findOne(target, { where }));
  if (!found) throw Refusal.notFound();
  return found;
}
