import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useCall } from '../../../api/me.js';
import {
  type Assignment,
  activeConflictsQuery,
  applicationsQuery,
  assignmentsQuery,
  type Conflict,
  type Member,
  membersQuery,
} from '../office-api.js';
import { isActive, type Slot, slotsOf } from './slots.js';

const REGULAR_SLOTS = 2;

export interface Desk {
  readonly slots: readonly Slot[];
  readonly assignments: readonly Assignment[];
  readonly active: readonly Assignment[];
  readonly conflicts: readonly Conflict[];
  readonly reviewers: readonly Member[];
  readonly maxLoad: number | null;
  readonly reviewEndsOn: string | null;
  readonly mayAssign: boolean;
}

/** Everything the desk shows and checks against; `desk` is undefined until all of it is there. */
export function useDesk(callId: string) {
  const client = useQueryClient();
  const call = useCall(callId);
  const [assignments, applications, members, conflicts] = useQueries({
    queries: [assignmentsQuery(callId), applicationsQuery(callId), membersQuery(callId), activeConflictsQuery(callId)],
  });
  const found = call.data;
  const desk = useMemo((): Desk | undefined => {
    if (!found || !assignments.data || !applications.data || !members.data || !conflicts.data) return undefined;
    const { rules, dates } = found.settings;
    return {
      slots: slotsOf(applications.data, assignments.data, Math.min(rules.reviewsPerApplication, REGULAR_SLOTS)),
      assignments: assignments.data,
      active: assignments.data.filter(isActive),
      conflicts: conflicts.data,
      reviewers: members.data.items.filter(({ roles }) => roles.includes('reviewer')),
      maxLoad: rules.maxReviewsPerReviewer,
      reviewEndsOn: dates.reviewEndsOn ?? null,
      mayAssign: found.state === 'review' && found.abilities.includes('assignment.propose'),
    };
  }, [found, assignments.data, applications.data, members.data, conflicts.data]);
  const failed = [call, assignments, applications, members, conflicts].filter((query) => query.error !== null);
  return {
    desk,
    error: failed[0]?.error ?? null,
    retry: () => void Promise.all(failed.map((query) => query.refetch())),
    /** After an assignment: it shows in lists, files, and results. */
    refresh: () => client.invalidateQueries({ queryKey: ['calls', callId] }),
  };
}
