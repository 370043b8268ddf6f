import { randomBytes } from 'node:crypto';
import { verify } from '@node-rs/argon2';
import { Failure } from '../scripts/setup/failure.mjs';
import { COORDINATOR, CRITERIA, emailOf, FIRST_TEXT, FIRST_VERSION, idOf, PASSWORD, PEOPLE, totalOf } from './fill.mjs';

/**
 * What is measured. Each case sends the same request over HTTP (`http`) and as bare SQL (`sql`); `record` is the request
 * whose statements are taken down, and `known` names what differs in those of another client.
 */
export const casesOf = (calls) => [
  savingAScore(calls.scoring),
  ...[50, 500].map((limit) => listing(calls.small, { limit })),
  ...[50, 500].map((limit) => listing(calls.large, { limit })),
  listing(calls.large, { limit: 50, sort: '-total' }),
  signingIn(),
];

/** Client 0, 1, … saves one criterion after the other in the draft of person 1, 2, … */
function savingAScore({ number }) {
  const drafts = new Map();
  const next = (client) => {
    if (!drafts.has(client)) drafts.set(client, { turn: 0, versions: CRITERIA.map(() => FIRST_VERSION) });
    const draft = drafts.get(client);
    const index = draft.turn % CRITERIA.length;
    draft.turn += 1;
    const version = draft.versions[index];
    draft.versions[index] += 1;
    const n = client + 1;
    return {
      reviewId: idOf('review', number, n * 2),
      versionId: idOf('version', number, n * 2),
      applicationId: idOf('application', number, n),
      accountId: idOf('account', 0, n),
      criterion: CRITERIA[index],
      version,
      nextVersion: version + 1,
      text: `${FIRST_TEXT} Fassung ${draft.turn}.`,
    };
  };
  const put = (http, { reviewId, criterion, version, text }) =>
    http.send('PUT', `/reviews/${reviewId}/scores/${criterion}`, { value: 3, justification: text, version });
  return {
    key: 'save-score',
    label: 'Save a score',
    person: (client) => client + 1,
    http: (http, client) => put(http, next(client)),
    record: async (http, client) => {
      const values = next(client);
      const saved = await put(http, values);
      if (saved.version !== values.nextVersion)
        throw new Failure(`A saved score came back as ${JSON.stringify(saved)}.`);
      return { ...values, sessionId: http.sessionId };
    },
    sql: async (replay, pool, client, { sessionId }) => {
      const results = await replay.run(pool, { ...next(client), sessionId });
      const saved = results.filter(({ command, rowCount }) => command === 'UPDATE' && rowCount === 1);
      if (saved.length === 0) throw new Failure('The recorded statements saved no score.');
    },
  };
}

function listing({ number, applications }, { limit, sort }) {
  const path = `/calls/${idOf('call', number)}/applications?limit=${limit}${sort ? `&sort=${sort}` : ''}`;
  const shown = Math.min(limit, applications);
  return {
    key: `list-${applications}-${limit}${sort ? '-by-total' : ''}`,
    label: `List of ${applications.toLocaleString('en')} with totals, ${shown} rows${sort ? ', best total first' : ''}`,
    person: () => COORDINATOR,
    http: (http) => http.send('GET', path),
    record: async (http) => {
      const { items, total } = await http.send('GET', path);
      const expected = sort ? 90 : totalOf(1);
      if (total !== applications || items.length !== shown || items[0].total !== expected) {
        throw new Failure(`${path} lists ${items.length} of ${total}, the first with a total of ${items[0]?.total}.`);
      }
      return { sessionId: http.sessionId };
    },
    sql: async (replay, pool, _client, { sessionId }) => {
      const results = await replay.run(pool, { sessionId });
      if (!results.flat().some(({ rows }) => rows.length >= shown))
        throw new Failure('The recorded statements list too little.');
    },
  };
}

/** Every client goes through accounts of its own, from an address of its own. */
function signingIn() {
  const turns = new Map();
  const next = (client) => {
    const turn = turns.get(client) ?? 0;
    turns.set(client, turn + 1);
    const n = (client + 50 * turn) % PEOPLE;
    return { email: emailOf(n), accountId: idOf('account', 0, n), remoteKey: remoteKeyOf(client) };
  };
  const remoteKeys = new Map();
  const remoteKeyOf = (client) => {
    if (!remoteKeys.has(client)) remoteKeys.set(client, randomBytes(16).toString('hex'));
    return remoteKeys.get(client);
  };
  const logIn = (http, { email }) => http.send('POST', '/auth/login', { email, password: PASSWORD });
  return {
    key: 'sign-in',
    label: 'Sign in',
    person: null,
    http: (http, client) => logIn(http, next(client)),
    record: async (http, client) => {
      const { remoteKey: _ours, ...values } = next(client);
      await logIn(http, values);
      return values;
    },
    /** The key of the address is made with the server's secret: it is found by its form. */
    form: { remoteKey: /^[0-9a-f]{32}$/ },
    sql: (replay, pool, client) => replay.run(pool, next(client)),
    besides: {
      label: 'Sign in, beside SQL and the password check',
      sql: (replay, pool, client, { passwordHash }) =>
        replay.run(pool, next(client), () => verify(passwordHash, PASSWORD)),
    },
  };
}
