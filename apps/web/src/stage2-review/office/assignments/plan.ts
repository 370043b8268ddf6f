import type { AssignmentPlan } from '../office-api.js';
import type { Pair, Slot } from './slots.js';

/** A free place and who is to have it; null: it stays free. */
export interface PlannedSlot {
  readonly slot: Slot;
  readonly reviewerId: string | null;
  readonly isByHand: boolean;
}

/** The proposal over the free places, with what was changed by hand. */
export function plannedSlots(
  slots: readonly Slot[],
  plan: AssignmentPlan,
  changes: ReadonlyMap<string, string | null>,
): PlannedSlot[] {
  const proposed = new Map(
    plan.pairs
      .filter(({ isExisting }) => !isExisting)
      .map(({ applicationId, slot, reviewerId }) => [`${applicationId}/${String(slot)}`, reviewerId]),
  );
  return slots
    .filter(({ isFree }) => isFree)
    .map((slot) => {
      const before = proposed.get(slot.key) ?? null;
      const changed = changes.get(slot.key);
      return {
        slot,
        reviewerId: changed === undefined ? before : changed,
        isByHand: changed !== undefined && changed !== before,
      };
    });
}

export const pairsOf = (planned: readonly PlannedSlot[]): (Pair & { slot: number })[] =>
  planned.flatMap(({ slot, reviewerId }) =>
    reviewerId === null ? [] : [{ applicationId: slot.application.id, reviewerId, slot: slot.slot }],
  );
