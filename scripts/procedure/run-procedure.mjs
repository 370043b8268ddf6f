import { APPLICATIONS, applications, justificationOf, pdfOf, SETTINGS, scoreOf } from './call-data.mjs';
import { inParallel, Person, Stopwatch } from './client.mjs';

const numbered = (name, count) => Array.from({ length: count }, (_, i) => `${name}${String(i + 1).padStart(2, '0')}`);
const PEOPLE = [
  'admin',
  'koordination',
  'pruefung1',
  'pruefung2',
  'vorsitz',
  'revision',
  ...numbered('gutachten', 20),
  ...numbered('jury', 5),
];

/**
 * Plays a complete call with 86 applications and 172 reviews against a running server, as its people, over HTTP.
 * @param {{ baseUrl: string, password: string }} options server and common password of the demo accounts
 * @returns {Promise<{ table: string, requests: number, reviews: number, selected: number }>}
 */
export async function runProcedure({ baseUrl, password }) {
  const watch = new Stopwatch();
  const step = async (name, work) => {
    watch.begin(name);
    const result = await work();
    watch.end();
    return result;
  };
  const people = Object.fromEntries(PEOPLE.map((name) => [name, new Person(baseUrl, `${name}@demo.example`, watch)]));
  const { admin, koordination: office, pruefung1: examiner, vorsitz: chair, revision: auditor } = people;
  const reviewers = numbered('gutachten', 20).map((name) => people[name]);
  const jurors = numbered('jury', 5).map((name) => people[name]);

  await step('Sign in', () =>
    inParallel(
      Object.values(people).map((person) => () => person.signIn(password)),
      2,
    ),
  );
  const callId = await step('Call, members, settings', () => announce({ admin, office, people, reviewers, jurors }));
  const items = await step('Import of 86', () => receive(office, callId));
  await step('Formal check', () => examine({ office, examiner, callId, items }));
  const pairs = await step('Assignment', () => assign(office, callId));
  await step('172 reviews', () => review({ reviewers, callId, items }));
  await step('Results, recommendation', () => recommend(office, callId));
  const { sessionId, bundleId } = await step('Jury session, bundle', () => assemble({ office, chair, jurors, callId }));
  await step('Votes, adoption', () => adopt({ chair, jurors, sessionId, bundleId }));
  const selected = await step('Decision, publication', () => publish({ office, callId, baseUrl, watch }));
  await step('Trail verified', () => verify(auditor, callId));
  return { table: watch.table(), requests: watch.steps.flatMap(({ times }) => times).length, reviews: pairs, selected };
}

async function announce({ admin, office, people, reviewers, jurors }) {
  const call = await office.post('/calls', { title: `Durchlauf ${new Date().toISOString()}`, settings: SETTINGS });
  const roles = [
    [office, ['coordinator']],
    [people.pruefung1, ['examiner']],
    [people.pruefung2, ['examiner']],
    [people.vorsitz, ['chair']],
    [people.revision, ['auditor']],
    ...reviewers.map((person) => [person, ['reviewer']]),
    ...jurors.map((person) => [person, ['juror']]),
  ];
  await admin.put(`/calls/${call.id}/members`, {
    members: roles.map(([person, held]) => ({ accountId: person.accountId, roles: held })),
  });
  return call.id;
}

async function receive(office, callId) {
  const file = Buffer.from(JSON.stringify(applications()));
  const path = `/calls/${callId}/applications/import`;
  const preview = await office.upload(`${path}?dryRun=true`, file, 'bewerbungen.json', 'application/json');
  expect(preview.counts.new === APPLICATIONS && preview.counts.wrong === 0, preview.counts);
  const done = await office.upload(path, file, 'bewerbungen.json', 'application/json');
  expect(done.committed, done.counts);
  const { items } = await office.get(`/calls/${callId}/applications?limit=500&sort=number`);
  expect(items.length === APPLICATIONS, items.length);
  await inParallel(
    items.map(
      ({ id, number }) =>
        () =>
          office.upload(`/applications/${id}/attachments`, pdfOf(number), `${number}.pdf`, 'application/pdf', {
            documentKey: 'project_outline',
          }),
    ),
  );
  return items;
}

async function examine({ office, examiner, callId, items }) {
  await office.post(`/calls/${callId}/transitions`, { to: 'formal_check' });
  await inParallel(
    items.map(({ id }) => async () => {
      const check = await examiner.get(`/applications/${id}/formal-check`);
      for (const item of check.items) {
        await examiner.put(`/applications/${id}/formal-check/items/${item.key}`, {
          result: item.suggestion === 'not_applicable' ? 'not_applicable' : 'passed',
          comment: 'Geprüft.',
        });
      }
      await examiner.post(`/applications/${id}/formal-check/decisions`, { outcome: 'accepted' });
    }),
  );
  await office.post(`/calls/${callId}/transitions`, { to: 'review' });
}

async function assign(office, callId) {
  const plan = await office.post(`/calls/${callId}/assignment-proposals`);
  expect(plan.unassigned.length === 0 && plan.pairs.length === 2 * APPLICATIONS, plan);
  const pairs = plan.pairs.map(({ applicationId, reviewerId, slot }) => ({ applicationId, reviewerId, slot }));
  await office.post(`/calls/${callId}/assignments`, { pairs });
  return pairs.length;
}

async function review({ reviewers, callId, items }) {
  const place = new Map(items.map(({ id }, index) => [id, index]));
  await inParallel(
    reviewers.map((reviewer, reviewerIndex) => async () => {
      const { items: mine } = await reviewer.get(`/calls/${callId}/my-assignments`);
      for (const { id, applicationId } of mine) {
        await reviewer.post(`/applications/${applicationId}/conflict-statement`, { hasConflict: false });
        await reviewer.post(`/assignments/${id}/accept`);
      }
      const { items: accepted } = await reviewer.get(`/calls/${callId}/my-assignments`);
      for (const { reviewId, applicationId } of accepted) {
        await writeReview(reviewer, reviewId, place.get(applicationId), reviewerIndex);
      }
    }),
  );
}

async function writeReview(reviewer, reviewId, applicationIndex, reviewerIndex) {
  const sheet = await reviewer.get(`/reviews/${reviewId}`);
  for (const [index, { criterion, version }] of sheet.scores.entries()) {
    const value = scoreOf(applicationIndex, reviewerIndex, index);
    await reviewer.put(`/reviews/${reviewId}/scores/${criterion}`, {
      value,
      justification: justificationOf(criterion, value),
      version,
    });
  }
  await reviewer.patch(`/reviews/${reviewId}`, {
    version: sheet.version,
    summary: 'Die Bewerbung ist nachvollziehbar dargestellt.',
    verdict: applicationIndex % 3 === 2 ? 'not_eligible' : 'eligible',
  });
  await reviewer.post(`/reviews/${reviewId}/submit`);
}

async function recommend(office, callId) {
  const { items } = await office.get(`/calls/${callId}/results?limit=500`);
  for (const { applicationId, divergence } of items) {
    if (!divergence?.isOpen) continue;
    await office.post(`/applications/${applicationId}/reconciliation`, { reason: 'Abweichung der Gutachten' });
    await office.post(`/applications/${applicationId}/reconciliation/close`, {
      outcome: 'Beide bleiben bei ihrem Gutachten.',
    });
  }
  await office.post(`/calls/${callId}/recommendations`, { confirmDerived: true });
  await office.post(`/calls/${callId}/transitions`, { to: 'jury' });
}

async function assemble({ office, chair, jurors, callId }) {
  const session = await office.post(`/calls/${callId}/sessions`, { title: 'Jurysitzung' });
  await chair.put(`/sessions/${session.id}/attendance`, {
    attendance: [chair, ...jurors].map(({ accountId }) => ({ accountId, status: 'present' })),
  });
  await chair.post(`/sessions/${session.id}/open`);
  const proposal = await chair.post(`/calls/${callId}/bundle-proposals`);
  expect(proposal.status === 'complete', proposal.gaps);
  const bundle = await chair.post(`/calls/${callId}/bundles`, { name: 'Bündel der Jury', isShared: true });
  for (const applicationId of proposal.selected) {
    await chair.put(`/bundles/${bundle.id}/items/${applicationId}`, { reason: 'Nach Rang und Zielkorridor' });
  }
  const { passedOver } = await chair.get(`/bundles/${bundle.id}`);
  for (const { applicationId } of passedOver) {
    await chair.put(`/bundles/${bundle.id}/justifications/${applicationId}`, {
      reason: 'Die Mischung des Bündels hat Vorrang.',
    });
  }
  return { sessionId: session.id, bundleId: bundle.id };
}

async function adopt({ chair, jurors, sessionId, bundleId }) {
  const motion = await chair.post(`/sessions/${sessionId}/motions`, {
    kind: 'adopt_bundle',
    text: 'Die Jury beschließt das Bündel.',
    bundleId,
  });
  await chair.post(`/motions/${motion.id}/open`);
  await inParallel(
    [chair, ...jurors].map((member) => () => member.put(`/motions/${motion.id}/vote`, { choice: 'yes' })),
  );
  const { result } = await chair.post(`/motions/${motion.id}/close`);
  expect(result.outcome === 'adopted' && result.yes === jurors.length + 1, result);
  await chair.post(`/bundles/${bundleId}/adopt`, { motionId: motion.id });
  await chair.post(`/sessions/${sessionId}/close`);
}

async function publish({ office, callId, baseUrl, watch }) {
  await office.post(`/calls/${callId}/transitions`, { to: 'decided' });
  await office.post(`/calls/${callId}/publication`);
  const visitor = new Person(baseUrl, null, watch);
  const overview = await visitor.get(`/calls/${callId}/overview?format=json`);
  const listed = overview.groups.reduce((sum, { projects }) => sum + projects.length, 0);
  expect(listed === overview.selected && listed >= 30, overview.selected);
  expect((await visitor.text(`/calls/${callId}/overview?format=html`)).includes('<h1>'), 'html');
  return overview.selected;
}

async function verify(auditor, callId) {
  const found = await auditor.get(`/calls/${callId}/audit-events/verification`);
  expect(found.ok, found);
}

function expect(holds, seen) {
  if (!holds) throw new Error(`The procedure went wrong: ${JSON.stringify(seen)?.slice(0, 2000)}`);
}
