import type { ApplicationInput, CallSettingsDto, PutCatalogueRequest } from '@kuer/contract';
import { addDays, at } from '../day.js';
import type { DemoApplication, DemoCall, DemoDocument } from '../demo-call.js';
import { renderDemoDocument } from '../demo-documents.js';
import { documentsAtReceipt } from '../formal-checks-2020.js';
import type { PersonaKey } from '../personas.js';
import { type Desk, dayOf, minutesAfter, type Step } from './step.js';

const OFFICE: PersonaKey = 'koordination';

/** The call is announced and its members are named; applications come in until the end of the deadline. */
export function receiptSteps(call: DemoCall, founder: PersonaKey): Step[] {
  const byDay = new Map<string, DemoApplication[]>();
  for (const application of call.applications) {
    byDay.set(application.receivedOn, [...(byDay.get(application.receivedOn) ?? []), application]);
  }
  return [
    { at: call.createdAt, by: founder, chapter: 'receipt', act: (desk) => announce(call, desk) },
    { at: minutesAfter(call.createdAt, 60), by: 'admin', chapter: 'receipt', act: (desk) => nameMembers(call, desk) },
    ...[...byDay].map(
      ([day, applications]): Step => ({
        at: at(day, 10),
        by: OFFICE,
        chapter: 'receipt',
        act: (desk) => receive(call, applications, desk),
      }),
    ),
  ];
}

async function announce({ title, round, settings, catalogue }: DemoCall, { services, ids }: Desk): Promise<void> {
  const made = await services.calls.create(
    { title, round, settings: plain<CallSettingsDto>(settings) },
    { isDemo: true, hasGeneratedData: true },
  );
  ids.set('call', made.id);
  await services.catalogues.put(made.id, { version: 0, ...plain<Omit<PutCatalogueRequest, 'version'>>(catalogue) });
}

async function nameMembers({ members }: DemoCall, { services, ids }: Desk): Promise<void> {
  await services.members.put(ids.call, {
    members: members.map(({ person, roles }) => ({ accountId: ids.account(person), roles: [...roles] })),
  });
}

async function receive(call: DemoCall, applications: readonly DemoApplication[], desk: Desk): Promise<void> {
  const { services, ids } = desk;
  const made = await services.applications.receive(
    ids.call,
    applications.map((application) => ({
      number: application.number,
      input: inputOf(application),
      cooperationText: application.cooperationText,
      isGenerated: application.isGenerated,
      generatedFields: application.generatedFields,
    })),
  );
  for (const [number, id] of made) ids.set(`application ${number}`, id);
  for (const application of applications) {
    const check = call.formalChecks.find((one) => one.application === application.number);
    for (const document of documentsAtReceipt(application, check)) {
      await attach(document, { application, on: application.receivedOn }, desk);
    }
  }
}

/** Hands in one document of an application. */
export async function attach(
  document: DemoDocument,
  { application, on }: { readonly application: DemoApplication; readonly on: string },
  { services, ids }: Desk,
): Promise<void> {
  const buffer = await renderDemoDocument(document, application, new Date(at(addDays(dayOf(on), -1), 9)));
  await services.attachments.upload(
    ids.application(application.number),
    { documentKey: document.documentKey },
    { originalname: document.fileName, size: buffer.length, buffer },
  );
}

function inputOf(application: DemoApplication): ApplicationInput {
  const { title, motto, summary, lead, partners, federalStates, sizeClass, portfolioGroup, phase } = application;
  const { fundingRequested, population, themes, contactEmail, overview } = application;
  return {
    ...{ title, motto, summary, sizeClass, portfolioGroup, phase, fundingRequested, population, contactEmail },
    lead: { ...lead },
    partners: partners.map((partner) => ({ ...partner })),
    federalStates: [...federalStates],
    themes: [...themes],
    overview: overview && { heading: overview.heading, partners: [...overview.partners] },
  };
}

/** Data of the story as a request carries it. */
const plain = <Dto>(data: unknown): Dto => JSON.parse(JSON.stringify(data)) as Dto;
