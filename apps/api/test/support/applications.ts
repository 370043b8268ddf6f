import type { ApplicationResponse, CreateApplicationRequest } from '@kuer/contract';
import { ApplicationsModule } from '../../src/applications/applications.module.js';
import { CallsModule } from '../../src/calls/calls.module.js';
import { FormalCheckModule } from '../../src/stage1-formal-check/formal-check.module.js';
import type { Client } from './client.js';
import { type CallMembers, startApi, type TestApi } from './start-api.js';

/** Municipalities that do not exist, with keys of the right form. */
const TOWNS = [
  ['Auenstedt', '05978901'],
  ['Birkenhain', '05978902'],
  ['Dornfelde', '05978903'],
  ['Erlenbrück', '05978904'],
  ['Falkenau', '05978905'],
  ['Ginsterberg', '05978906'],
  ['Heidwalde', '05978907'],
  ['Immenrode', '05978908'],
] as const;

export type TownIndex = 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7;
export const town = (index: TownIndex): { name: string; ags: string } => ({
  name: TOWNS[index][0],
  ags: TOWNS[index][1],
});

/** An application that nothing is wrong with, of the town with this index. */
export function applicationOf(
  index: TownIndex,
  change: Partial<CreateApplicationRequest> = {},
): CreateApplicationRequest {
  const lead = town(index);
  return {
    title: `Digitale Mitte ${lead.name}`,
    lead,
    federalStates: ['NW'],
    sizeClass: 'kleinere-mittelstadt',
    portfolioGroup: 'mittelstaedte',
    phase: 'A',
    fundingRequested: 4_250_000,
    population: 32_000,
    ...change,
  };
}

/** A call with two coordinators, two examiners, two jurors with their chair, and an auditor. */
export const EVERYBODY: CallMembers['members'] = {
  'koordination@demo.example': ['coordinator'],
  'koordination2@demo.example': ['coordinator'],
  'pruefung1@demo.example': ['examiner'],
  'pruefung2@demo.example': ['examiner'],
  'gutachten01@demo.example': ['reviewer'],
  'gutachten02@demo.example': ['reviewer'],
  'jury01@demo.example': ['juror'],
  'jury02@demo.example': ['juror'],
  'vorsitz@demo.example': ['chair'],
  'revision@demo.example': ['auditor'],
};

/** The API with the rooms of stage 1 and nothing else. */
export const startStage1 = (): Promise<TestApi> =>
  startApi({ only: [CallsModule, ApplicationsModule, FormalCheckModule] });

export async function receive(
  coordinator: Client,
  callId: string,
  application: CreateApplicationRequest,
): Promise<ApplicationResponse> {
  const { body } = await coordinator.post(`/calls/${callId}/applications`, application).expect(201);
  return body;
}

/** Types of the events of this application, in their order. */
export async function eventsOf(api: TestApi, applicationId: string): Promise<string[]> {
  const rows = await api.look<{ type: string }>(
    'SELECT type FROM kuer.audit_events WHERE application_id = $1 ORDER BY seq',
    [applicationId],
  );
  return rows.map(({ type }) => type);
}

/** A small PDF without anything in it that could run. */
export function pdf(text = 'Projektskizze'): Buffer {
  return Buffer.from(
    `%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n` +
      `3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] >>\nendobj\n% ${text}\ntrailer\n<< /Root 1 0 R >>\n%%EOF\n`,
    'latin1',
  );
}
