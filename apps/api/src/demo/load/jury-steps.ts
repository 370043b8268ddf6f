import { addDays, at } from '../day.js';
import type { DemoBundle, DemoCall, DemoConflict, DemoMotion, DemoSession } from '../demo-call.js';
import { jurorKeys } from '../personas.js';
import { type Desk, dayOf, minutesAfter, type Step } from './step.js';

const CHAPTER = 'jury and decision';
const ABOUT_A_BUNDLE: readonly DemoMotion['kind'][] = ['take_in', 'leave_out', 'adopt_bundle'];

/** Conflicts of jurors, scenarios, the session with its motions, adoption, decision and publication. */
export function jurySteps(call: DemoCall): Step[] {
  const { session, adoptedBundle, recommendedAt, publishedAt } = call;
  return [
    ...call.conflicts.map(conflictStep),
    ...[...(adoptedBundle ? [adoptedBundle] : []), ...call.scenarios].map(bundleStep),
    ...(session && recommendedAt ? sessionSteps(session, recommendedAt, adoptedBundle) : []),
    ...(session?.closedAt && publishedAt ? decisionSteps(session.closedAt, publishedAt) : []),
  ];
}

function conflictStep({ application, person, ground, note, source, setBy, at: moment }: DemoConflict): Step {
  return {
    at: moment,
    by: source === 'set' && setBy ? setBy : person,
    chapter: CHAPTER,
    act: ({ services, ids }) =>
      services.conflicts.create(ids.call, {
        applicationId: ids.application(application),
        ...(source === 'set' ? { accountId: ids.account(person) } : {}),
        ground,
        note,
      }),
  };
}

function bundleStep({ name, owner, isShared, applications, justifications, at: moment }: DemoBundle): Step {
  return {
    at: moment,
    by: owner,
    chapter: CHAPTER,
    act: async ({ services, ids }) => {
      const { id } = await services.bundles.create(ids.call, { name, isShared }, 'de');
      ids.set(`bundle ${name}`, id);
      for (const number of applications) await services.bundles.putItem(id, ids.application(number), {}, 'de');
      for (const { application, reason } of justifications) {
        await services.bundles.putJustification(id, ids.application(application), { reason }, 'de');
      }
    },
  };
}

function sessionSteps(session: DemoSession, recommendedAt: string, bundle: DemoBundle | null): Step[] {
  const { title, startsAt, location, agenda, absent, openedAt, closedAt, motions } = session;
  const planned: Step = {
    at: at(addDays(dayOf(recommendedAt), 1), 8),
    by: 'koordination',
    chapter: CHAPTER,
    act: async ({ services, ids }) => {
      const { id } = await services.sessions.create(ids.call, { title, startsAt, location, agenda: [...agenda] });
      ids.set('session', id);
    },
  };
  if (!openedAt || !closedAt) return [planned];
  return [
    planned,
    {
      at: openedAt,
      by: 'vorsitz',
      chapter: CHAPTER,
      act: async ({ services, ids }) => {
        await services.sessions.putAttendance(ids.of('session'), {
          attendance: jurorKeys.map((person) => ({
            accountId: ids.account(person),
            status: absent.includes(person) ? ('absent' as const) : ('present' as const),
          })),
        });
        await services.sessions.open(ids.of('session'));
      },
    },
    ...motions.flatMap((motion, index) => motionSteps(motion, `motion ${index + 1}`, bundle)),
    {
      at: closedAt,
      by: 'vorsitz',
      chapter: CHAPTER,
      act: ({ services, ids }) => services.sessions.close(ids.of('session')),
    },
  ];
}

function motionSteps(motion: DemoMotion, name: string, bundle: DemoBundle | null): Step[] {
  const { kind, text, application, putBy, openedAt, closedAt } = motion;
  const isOnBundle = bundle !== null && ABOUT_A_BUNDLE.includes(kind);
  const voters = jurorKeys.flatMap((person) => {
    const choice = motion.votes[person];
    return choice ? [{ person, choice }] : [];
  });
  const between = (Date.parse(closedAt) - Date.parse(openedAt)) / 60_000 / (voters.length + 1);
  return [
    {
      at: minutesAfter(openedAt, -5),
      by: putBy,
      chapter: CHAPTER,
      act: async ({ services, ids }) => {
        const { id } = await services.motions.put(ids.of('session'), {
          kind,
          text,
          ...(application ? { applicationId: ids.application(application) } : {}),
          ...(isOnBundle ? { bundleId: ids.of(`bundle ${bundle.name}`) } : {}),
        });
        ids.set(name, id);
      },
    },
    {
      at: openedAt,
      by: 'vorsitz',
      chapter: CHAPTER,
      act: ({ services, ids }) => services.motions.open(ids.of(name)),
    },
    ...voters.map(
      ({ person, choice }, index): Step => ({
        at: minutesAfter(openedAt, between * (index + 1)),
        by: person,
        chapter: CHAPTER,
        act: async ({ services, ids }) => {
          // Who is recused has left the room.
          const { canVote } = await services.motions.get(ids.of(name));
          if (canVote) await services.votes.cast(ids.of(name), { choice });
        },
      }),
    ),
    {
      at: closedAt,
      by: 'vorsitz',
      chapter: CHAPTER,
      act: (desk) => close(kind, name, bundle, desk),
    },
  ];
}

async function close(
  kind: DemoMotion['kind'],
  name: string,
  bundle: DemoBundle | null,
  { services, ids }: Desk,
): Promise<void> {
  await services.motions.close(ids.of(name), {});
  if (kind !== 'adopt_bundle' || !bundle) return;
  await services.adoptions.adopt(ids.of(`bundle ${bundle.name}`), { motionId: ids.of(name) }, 'de');
}

function decisionSteps(closedAt: string, publishedAt: string): Step[] {
  return [
    {
      at: at(addDays(dayOf(closedAt), 1), 9),
      by: 'koordination',
      chapter: CHAPTER,
      act: ({ services, ids }) => services.stages.transition(ids.call, { to: 'decided' }),
    },
    {
      at: publishedAt,
      by: 'koordination',
      chapter: CHAPTER,
      act: ({ services, ids }) => services.decisions.publish(ids.call, 'de'),
    },
  ];
}
