import type { ApplicationPage, FormalCheckResponse, MyAssignmentsResponse, ReviewResponse } from '@kuer/contract';
import { pdf } from '../../../api/test/support/applications.js';
import type { Client } from '../../../api/test/support/client.js';
import { justificationOf, scoreOf } from './received.js';

/**
 * What nobody needs to see eighty times in a browser, done over HTTP in the name of the same people, by the routes that
 * their screens call.
 */

type ListedApplication = ApplicationPage['items'][number];

export async function applicationsOf(office: Client, callId: string): Promise<readonly ListedApplication[]> {
  const { body } = await office.get(`/calls/${callId}/applications?limit=500&sort=number`).expect(200);
  return (body as ApplicationPage).items;
}

export const addOutlines = (office: Client, applications: readonly ListedApplication[]): Promise<void> =>
  fewAtATime(applications, async ({ id, number }) => {
    await office
      .post(`/applications/${id}/attachments`)
      .field('documentKey', 'project_outline')
      .attach('file', pdf(number), `${number}.pdf`)
      .expect(201);
  });

export const accept = (examiner: Client, applications: readonly ListedApplication[]): Promise<void> =>
  fewAtATime(applications, async ({ id }) => {
    const { body } = await examiner.get(`/applications/${id}/formal-check`).expect(200);
    for (const { key, suggestion } of (body as FormalCheckResponse).items) {
      const result = suggestion === 'not_applicable' ? 'not_applicable' : 'passed';
      await examiner.put(`/applications/${id}/formal-check/items/${key}`, { result, comment: 'Geprüft.' }).expect(200);
    }
    await examiner.post(`/applications/${id}/formal-check/decisions`, { outcome: 'accepted' }).expect(200);
  });

/** Every assignment that is still open: conflict question, acceptance, twelve scores, verdict, submission. */
export async function reviewAll(
  reviewer: Client,
  reviewerIndex: number,
  callId: string,
  place: ReadonlyMap<string, number>,
): Promise<number> {
  const mine = async () =>
    ((await reviewer.get(`/calls/${callId}/my-assignments`).expect(200)).body as MyAssignmentsResponse).items;
  const open = (await mine()).filter(({ state }) => state === 'assigned');
  for (const { id, applicationId } of open) {
    await reviewer.post(`/applications/${applicationId}/conflict-statement`, { hasConflict: false }).expect(200);
    await reviewer.post(`/assignments/${id}/accept`).expect(200);
  }
  const accepted = new Set(open.map(({ id }) => id));
  for (const { id, reviewId, applicationId } of await mine()) {
    if (accepted.has(id) && reviewId) await write(reviewer, reviewId, place.get(applicationId) ?? 0, reviewerIndex);
  }
  return accepted.size;
}

async function write(
  reviewer: Client,
  reviewId: string,
  applicationIndex: number,
  reviewerIndex: number,
): Promise<void> {
  const path = `/reviews/${reviewId}`;
  const sheet: ReviewResponse = (await reviewer.get(path).expect(200)).body;
  for (const [index, { criterion, version }] of sheet.scores.entries()) {
    const value = scoreOf(applicationIndex, reviewerIndex, index);
    const justification = justificationOf(criterion, value);
    await reviewer.put(`${path}/scores/${criterion}`, { value, justification, version }).expect(200);
  }
  const verdict = applicationIndex % 3 === 2 ? 'not_eligible' : 'eligible';
  await reviewer.patch(path, { version: sheet.version, summary: 'Nachvollziehbar dargestellt.', verdict }).expect(200);
  await reviewer.post(`${path}/submit`).expect(200);
}

async function fewAtATime<T>(all: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const worker = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) await work(one);
  };
  await Promise.all([worker(), worker(), worker()]);
}
