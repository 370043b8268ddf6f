import { DOCUMENT_ITEM_PREFIX } from '@kuer/domain';
import { addDays, at } from '../day.js';
import type { DemoApplication, DemoCall, DemoFormalCheck, DemoSupplement } from '../demo-call.js';
import { attach } from './receipt-steps.js';
import { type Desk, dayOf, minutesAfter, type Step } from './step.js';

const CHAPTER = 'formal check';
/** Minutes between the first examiner's rejection and the second one's. */
const SECOND_LOOK = 45;

/** Every application is examined item by item; what is missing is asked for; then it is decided. */
export function formalCheckSteps(call: DemoCall): Step[] {
  const begins = addDays(call.settings.dates.submissionEndsOn ?? dayOf(call.createdAt), 1);
  return [
    {
      at: at(begins, 6),
      by: 'koordination',
      chapter: CHAPTER,
      act: ({ services, ids }) => services.stages.transition(ids.call, { to: 'formal_check' }),
    },
    ...call.formalChecks.flatMap((check) => stepsOf(check, applicationOf(call, check.application))),
    ...call.withdrawals.map(
      ({ application, reason, at: moment }): Step => ({
        at: moment,
        by: 'koordination',
        chapter: CHAPTER,
        act: ({ services, ids }) => services.applications.withdraw(ids.application(application), { reason }),
      }),
    ),
  ];
}

function stepsOf(check: DemoFormalCheck, application: DemoApplication): Step[] {
  const { supplement, examiner } = check;
  const awaited = supplement?.documentKeys.map((key) => DOCUMENT_ITEM_PREFIX + key) ?? [];
  return [
    {
      at: check.examinedAt,
      by: examiner,
      chapter: CHAPTER,
      act: (desk) => examine(check, (key) => !awaited.includes(key), desk),
    },
    ...(supplement ? supplementSteps(supplement, application) : []),
    ...(awaited.length > 0
      ? [
          {
            at: check.decidedAt,
            by: examiner,
            chapter: CHAPTER,
            act: (desk: Desk) => examine(check, (key) => awaited.includes(key), desk),
          } as const,
        ]
      : []),
    ...decisionSteps(check),
  ];
}

async function examine(
  { application, exceptions }: DemoFormalCheck,
  isDue: (key: string) => boolean,
  { services, ids }: Desk,
): Promise<void> {
  const id = ids.application(application);
  const { items } = await services.checks.get(id, 'de');
  const entries = items
    .filter(({ key }) => isDue(key))
    .map(({ key, suggestion }) => {
      const exception = exceptions.find((one) => one.key === key);
      const result = exception?.result ?? (suggestion === 'not_applicable' ? 'not_applicable' : 'passed');
      return { key, body: { result, comment: exception?.comment ?? null } };
    });
  await services.checks.putItems(id, entries, 'de');
}

function supplementSteps(supplement: DemoSupplement, application: DemoApplication): Step[] {
  const { sentBy, sentAt, dueOn, message, documentKeys, answer, answeredAt, documents } = supplement;
  const name = `supplement ${application.number}`;
  return [
    {
      at: sentAt,
      by: sentBy,
      chapter: CHAPTER,
      act: async ({ services, ids }) => {
        const body = { documentKeys: [...documentKeys], dueOn, message };
        const sent = await services.supplements.send(ids.application(application.number), body);
        ids.set(name, sent.id);
      },
    },
    {
      at: answeredAt,
      by: 'koordination',
      chapter: CHAPTER,
      act: async (desk) => {
        for (const document of documents) await attach(document, { application, on: dayOf(answeredAt) }, desk);
        await desk.services.supplements.answer(desk.ids.of(name), { answer });
      },
    },
  ];
}

/** Accepted by one, rejected by two. */
function decisionSteps({ application, examiner, outcome, reason, decidedAt, confirmedBy }: DemoFormalCheck): Step[] {
  const decide = ({ services, ids }: Desk) =>
    services.checkDecisions.decide(ids.application(application), { outcome, ...(reason ? { reason } : {}) }, 'de');
  const first = confirmedBy ? minutesAfter(decidedAt, -SECOND_LOOK) : decidedAt;
  return [
    { at: first, by: examiner, chapter: CHAPTER, act: decide },
    ...(confirmedBy ? [{ at: decidedAt, by: confirmedBy, chapter: CHAPTER, act: decide } as const] : []),
  ];
}

function applicationOf(call: DemoCall, number: string): DemoApplication {
  const application = call.applications.find((one) => one.number === number);
  if (!application) throw new Error(`No application ${number}`);
  return application;
}
