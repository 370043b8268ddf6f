import type { ApplicationResponse, CallResponse, CheckItemResponse, FormalCheckResponse } from '@kuer/contract';
import { applicationOf, EVERYBODY, pdf, receive, startStage1, type TownIndex } from './applications.js';
import type { Client } from './client.js';
import type { TestApi } from './start-api.js';

const DAY = 24 * 60 * 60 * 1000;
export const dayFromNow = (days: number): string => new Date(Date.now() + days * DAY).toISOString().slice(0, 10);

const DOCUMENTS = [
  { key: 'project_outline', label: { de: 'Projektskizze', en: 'Project outline' }, required: true },
  {
    key: 'council_resolution',
    label: { de: 'Ratsbeschluss', en: 'Council resolution' },
    required: true,
    deadline: dayFromNow(30),
  },
  { key: 'letters', label: { de: 'Absichtserklärungen', en: 'Letters of intent' }, required: false },
];
export const RULES = [
  'ags_valid',
  'single_participation',
  'size_class_plausible',
  'phase_stated',
  'funding_within_limit',
];

/** The people of the formal check, and what they do again and again. */
export interface FormalCheckScene {
  readonly api: TestApi;
  readonly coordinator: Client;
  readonly first: Client;
  readonly second: Client;
  /** A new call with its own documents, in its formal check, with applications of these towns. */
  begin(applications: TownIndex[]): Promise<{ call: CallResponse; received: ApplicationResponse[] }>;
  checkOf(client: Client, id: string): Promise<FormalCheckResponse>;
  itemOf(id: string, key: string): Promise<CheckItemResponse | undefined>;
  stateOf(id: string): Promise<string | undefined>;
  /** Records every item as passed, but for these. */
  passAll(client: Client, id: string, except?: readonly string[]): Promise<void>;
  upload(id: string, documentKey: string): Promise<void>;
}

export const put = (client: Client, id: string, key: string, body: object) =>
  client.put(`/applications/${id}/formal-check/items/${key}`, body);
export const decide = (client: Client, id: string, body: object) =>
  client.post(`/applications/${id}/formal-check/decisions`, body);

export async function formalCheckScene(): Promise<FormalCheckScene> {
  const api = await startStage1();
  const coordinator = await api.signIn('koordination@demo.example');
  const first = await api.signIn('pruefung1@demo.example');
  const second = await api.signIn('pruefung2@demo.example');
  const checkOf = async (client: Client, id: string): Promise<FormalCheckResponse> =>
    (await client.get(`/applications/${id}/formal-check`).expect(200)).body;
  return {
    api,
    coordinator,
    first,
    second,
    checkOf,
    async begin(applications) {
      const draft = await api.createCall({ members: EVERYBODY });
      const settings = {
        ...draft.settings,
        documents: DOCUMENTS,
        budget: { total: 300_000_000, perProjectMax: 15_000_000, count: { min: 1, max: 32 } },
        dates: { submissionEndsOn: dayFromNow(-1) },
      };
      await coordinator.patch(`/calls/${draft.id}`, { version: draft.version, settings }).expect(200);
      const received: ApplicationResponse[] = [];
      for (const index of applications) received.push(await receive(coordinator, draft.id, applicationOf(index)));
      await coordinator.post(`/calls/${draft.id}/transitions`, { to: 'formal_check' }).expect(200);
      return { call: { ...draft, state: 'formal_check' }, received };
    },
    itemOf: async (id, key) => (await checkOf(first, id)).items.find((item) => item.key === key),
    stateOf: async (id) =>
      (await api.look<{ state: string }>('SELECT state FROM kuer.applications WHERE id = $1', [id]))[0]?.state,
    async passAll(client, id, except = []) {
      for (const { key } of (await checkOf(client, id)).items) {
        if (!except.includes(key)) await put(client, id, key, { result: 'passed' }).expect(200);
      }
    },
    async upload(id, documentKey) {
      await coordinator
        .post(`/applications/${id}/attachments`)
        .field('documentKey', documentKey)
        .attach('file', pdf(documentKey), `${documentKey}.pdf`)
        .expect(201);
    },
  };
}
