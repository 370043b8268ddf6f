import type {
  ApplicationResponse,
  AssignmentResponse,
  CallResponse,
  FormalCheckResponse,
  ResultRow,
  ReviewResponse,
} from '@kuer/contract';
import type { ReviewVerdict } from '@kuer/domain';
import type { Type } from '@nestjs/common';
import { ApplicationsModule } from '../../src/applications/applications.module.js';
import { CallsModule } from '../../src/calls/calls.module.js';
import { FormalCheckModule } from '../../src/stage1-formal-check/formal-check.module.js';
import { Stage2ReviewModule } from '../../src/stage2-review/stage2-review.module.js';
import { applicationOf, EVERYBODY, receive, type TownIndex } from './applications.js';
import type { Client } from './client.js';
import type { Persona } from './personas.js';
import { type CallMembers, startApi, type TestApi } from './start-api.js';

export const REVIEWERS = [
  'gutachten01@demo.example',
  'gutachten02@demo.example',
  'gutachten03@demo.example',
  'gutachten04@demo.example',
] as const satisfies readonly Persona[];

const MEMBERS: CallMembers['members'] = {
  ...EVERYBODY,
  'gutachten03@demo.example': ['reviewer'],
  'gutachten04@demo.example': ['reviewer'],
};

export const CRITERIA = ['K1', 'K2', 'K3', 'K4', 'K5', 'K6', 'K7', 'K8', 'K9', 'K10', 'K11', 'K12'] as const;
export const JUSTIFICATION = 'Die Skizze legt das mit Zahlen und Belegen dar.';
export const NO_SUCH_ID = '01890a5d-ac96-774b-bcce-b302099a8057';

/** One value for all criteria, or one for each. */
export type Scoring = number | ((criterion: string) => number);

/** A file as it came, in the language asked for. */
export const download = (client: Client, path: string, language = 'en') =>
  client
    .get(path)
    .set('Accept-Language', language)
    .buffer(true)
    .parse((response, done) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => done(null, Buffer.concat(chunks)));
    })
    .expect(200);

/** The rooms of stages 1 and 2 with everybody signed in, and calls brought to the review stage through the API's own routes. */
export class ReviewWorld {
  private constructor(
    readonly api: TestApi,
    readonly coordinator: Client,
    readonly coordinator2: Client,
    readonly examiner: Client,
    readonly reviewers: readonly [Client, Client, Client, Client],
    readonly juror: Client,
    readonly chair: Client,
    readonly auditor: Client,
    readonly administrator: Client,
    readonly stranger: Client,
  ) {}

  /** `more`: rooms beyond stages 1 and 2 (the jury, the publication). */
  static async start(more: readonly Type<unknown>[] = []): Promise<ReviewWorld> {
    const api = await startApi({
      only: [CallsModule, ApplicationsModule, FormalCheckModule, Stage2ReviewModule, ...more],
    });
    return new ReviewWorld(
      api,
      await api.signIn('koordination@demo.example'),
      await api.signIn('koordination2@demo.example'),
      await api.signIn('pruefung1@demo.example'),
      [
        await api.signIn(REVIEWERS[0]),
        await api.signIn(REVIEWERS[1]),
        await api.signIn(REVIEWERS[2]),
        await api.signIn(REVIEWERS[3]),
      ],
      await api.signIn('jury01@demo.example'),
      await api.signIn('vorsitz@demo.example'),
      await api.signIn('revision@demo.example'),
      await api.signIn('admin@demo.example'),
      await api.signIn('fremd@demo.example'),
    );
  }

  /** A call in the review stage with so many formally accepted applications. */
  async callInReview(
    count: number,
    change: (settings: CallResponse['settings']) => CallResponse['settings'] = (settings) => settings,
  ): Promise<{ call: CallResponse; applications: ApplicationResponse[] }> {
    const call = await this.api.createCall({ members: MEMBERS });
    const settings = change({ ...call.settings, documents: [] });
    await this.coordinator.patch(`/calls/${call.id}`, { version: call.version, settings }).expect(200);
    const applications: ApplicationResponse[] = [];
    for (let index = 0; index < count; index += 1) {
      applications.push(await receive(this.coordinator, call.id, applicationOf(index as TownIndex)));
    }
    await this.coordinator.post(`/calls/${call.id}/transitions`, { to: 'formal_check' }).expect(200);
    for (const { id } of applications) await this.accept(id);
    await this.coordinator.post(`/calls/${call.id}/transitions`, { to: 'review' }).expect(200);
    return { call, applications };
  }

  private async accept(applicationId: string): Promise<void> {
    const { body } = await this.examiner.get(`/applications/${applicationId}/formal-check`).expect(200);
    for (const { key } of (body as FormalCheckResponse).items) {
      const path = `/applications/${applicationId}/formal-check/items/${key}`;
      await this.examiner.put(path, { result: 'passed' }).expect(200);
    }
    await this.examiner
      .post(`/applications/${applicationId}/formal-check/decisions`, { outcome: 'accepted' })
      .expect(200);
  }

  async assign(callId: string, applicationId: string, ...reviewers: Client[]): Promise<AssignmentResponse[]> {
    const pairs = reviewers.map(({ accountId }) => ({ applicationId, reviewerId: accountId }));
    const { body } = await this.coordinator.post(`/calls/${callId}/assignments`, { pairs }).expect(201);
    return body.items;
  }

  /** Answers the conflict question with no, accepts, and returns the id of the review. */
  async accepted(reviewer: Client, assignment: AssignmentResponse): Promise<string> {
    await reviewer
      .post(`/applications/${assignment.applicationId}/conflict-statement`, { hasConflict: false })
      .expect(200);
    const { body } = await reviewer.post(`/assignments/${assignment.id}/accept`).expect(200);
    return body.reviewId;
  }

  /** Assigns and has accepted: the ids of the reviews, in the order of the reviewers. */
  async reviewsOf(callId: string, applicationId: string, ...reviewers: Client[]): Promise<string[]> {
    const assignments = await this.assign(callId, applicationId, ...reviewers);
    const ids: string[] = [];
    for (const [index, reviewer] of reviewers.entries()) {
      const assignment = assignments[index];
      if (assignment) ids.push(await this.accepted(reviewer, assignment));
    }
    return ids;
  }

  /** Scores all criteria with `value` (or one for each criterion) and gives the verdict; the next version of each score is looked up. */
  async fill(reviewer: Client, reviewId: string, value: Scoring, verdict: ReviewVerdict = 'eligible'): Promise<void> {
    const { body } = await reviewer.get(`/reviews/${reviewId}`).expect(200);
    const review = body as ReviewResponse;
    for (const { criterion, version } of review.scores) {
      const score = typeof value === 'number' ? value : value(criterion);
      await reviewer
        .put(`/reviews/${reviewId}/scores/${criterion}`, { value: score, justification: JUSTIFICATION, version })
        .expect(200);
    }
    await reviewer.patch(`/reviews/${reviewId}`, { verdict, version: review.version }).expect(200);
  }

  async submitted(
    reviewer: Client,
    reviewId: string,
    value: Scoring,
    verdict: ReviewVerdict = 'eligible',
  ): Promise<ReviewResponse> {
    await this.fill(reviewer, reviewId, value, verdict);
    return (await reviewer.post(`/reviews/${reviewId}/submit`, {}).expect(200)).body;
  }

  /** Two reviews of one application, submitted with these values: their ids. */
  async reviewed(
    callId: string,
    applicationId: string,
    first: Scoring,
    second: Scoring,
    verdicts: readonly [ReviewVerdict, ReviewVerdict] = ['eligible', 'eligible'],
  ): Promise<[string, string]> {
    const [a = '', b = ''] = await this.reviewsOf(callId, applicationId, this.reviewers[0], this.reviewers[1]);
    await this.submitted(this.reviewers[0], a, first, verdicts[0]);
    await this.submitted(this.reviewers[1], b, second, verdicts[1]);
    return [a, b];
  }

  async resultsOf(callId: string, query = '', client: Client = this.coordinator): Promise<ResultRow[]> {
    return (await client.get(`/calls/${callId}/results${query}`).expect(200)).body.items;
  }

  async resultOf(callId: string, applicationId: string, client: Client = this.coordinator): Promise<ResultRow> {
    const rows = await this.resultsOf(callId, '', client);
    const found = rows.find((row) => row.applicationId === applicationId);
    if (!found) throw new Error('The results do not show this application');
    return found;
  }

  async stateOf(applicationId: string): Promise<string | undefined> {
    const [row] = await this.api.look<{ state: string }>('SELECT state FROM kuer.applications WHERE id = $1', [
      applicationId,
    ]);
    return row?.state;
  }

  close = (): Promise<void> => this.api.close();
}
