import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Client } from '../support/client.js';
import { ProbeController, ProbeModule } from '../support/probe.module.js';
import { startApi, type TestApi } from '../support/start-api.js';

describe('Problem details', () => {
  let api: TestApi;
  let admin: Client;

  beforeAll(async () => {
    api = await startApi({ only: [ProbeModule] });
    admin = await api.signIn('admin@demo.example');
  });
  afterAll(() => api.close());

  const rename = (body: object) => admin.post('/probe/rename', body);

  it('have the shape of RFC 9457, the id of the request and nothing of the inside', async () => {
    const { body, headers } = await rename({ name: 'x' }).expect(400);
    expect(headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(headers['content-language']).toBe('en');
    expect(headers.vary).toContain('Accept-Language');
    expect(headers['x-powered-by']).toBeUndefined();
    expect(headers.etag).toBeUndefined();
    expect(headers['cache-control']).toBe('no-store');
    expect(body).toEqual({
      type: 'urn:kuer:problem:REQUEST.INVALID',
      title: 'Invalid request',
      status: 400,
      detail: 'The request contains invalid data. Nothing was changed.',
      code: 'REQUEST.INVALID',
      requestId: headers['x-request-id'],
      errors: [{ path: 'name', code: 'FIELD.TOO_SHORT', message: 'Please give at least 3 characters.' }],
    });
  });

  it.each([
    ['de', 'de'],
    ['de-AT,en;q=0.5', 'de'],
    ['en-GB', 'en'],
    ['fr', 'de'],
    ['fr,en;q=0.8,de;q=0.7', 'en'],
    ['', 'de'],
  ])('speak the language asked for, and German where it is neither: "%s"', async (asked, spoken) => {
    const { body, headers } = await rename({ name: 'x' }).set('Accept-Language', asked).expect(400);
    expect(headers['content-language']).toBe(spoken);
    expect(body.title).toBe(spoken === 'de' ? 'Ungültige Anfrage' : 'Invalid request');
    expect(body.errors[0].message).toBe(
      spoken === 'de' ? 'Bitte mindestens 3 Zeichen angeben.' : 'Please give at least 3 characters.',
    );
  });

  it.each<[string, object, object[]]>([
    ['a missing field', {}, [{ path: 'name', code: 'FIELD.REQUIRED' }]],
    ['an unknown field', { name: 'abc', color: 1 }, [{ path: 'color', code: 'REQUEST.UNKNOWN_FIELD' }]],
    ['a wrong type', { name: 12 }, [{ path: 'name', code: 'FIELD.NOT_TEXT' }]],
    ['a text that looks like a number', { name: 'abc', count: '5' }, [{ path: 'count', code: 'FIELD.NOT_WHOLE' }]],
    ['a null where none is allowed', { name: null }, [{ path: 'name', code: 'FIELD.REQUIRED' }]],
    ['too long a text', { name: 'abcdefghijk' }, [{ path: 'name', code: 'FIELD.TOO_LONG' }]],
    ['a value that is not on the list', { name: 'abc', kind: 'c' }, [{ path: 'kind', code: 'FIELD.NOT_ONE_OF' }]],
    [
      'a nested value',
      { name: 'abc', parts: [{ value: 1 }, { value: 9 }] },
      [{ path: 'parts.1.value', code: 'FIELD.TOO_LARGE' }],
    ],
    [
      'an unknown nested field',
      { name: 'abc', part: { value: 1, more: 2 } },
      [{ path: 'part.more', code: 'REQUEST.UNKNOWN_FIELD' }],
    ],
    ['a nested thing that is none', { name: 'abc', part: 'text' }, [{ path: 'part', code: 'FIELD.NOT_OBJECT' }]],
    ['a list that is none', { name: 'abc', parts: { value: 1 } }, [{ path: 'parts', code: 'FIELD.NOT_LIST' }]],
    ['a list of what is no object', { name: 'abc', parts: [7] }, [{ path: 'parts.0', code: 'FIELD.NOT_OBJECT' }]],
    [
      'several mistakes, all at once',
      { name: 1, kind: 'c', count: 1.5 },
      [
        { path: 'name', code: 'FIELD.NOT_TEXT' },
        { path: 'kind', code: 'FIELD.NOT_ONE_OF' },
        { path: 'count', code: 'FIELD.NOT_WHOLE' },
      ],
    ],
  ])('name %s', async (_what, body, errors) => {
    const answer = await rename(body).expect(400);
    const found = answer.body.errors.map(({ path, code }: { path: string; code: string }) => ({ path, code }));
    expect(found).toEqual(errors);
    for (const { message } of answer.body.errors) expect(message).not.toMatch(/[{}]|FIELD\./);
  });

  it('refuse a body that is a list, and one that tries to reach the prototype', async () => {
    await rename([{ name: 'abc' }]).expect(400);
    await admin
      .post('/probe/rename')
      .set('Content-Type', 'application/json')
      .send('{"name":"a","__proto__":{"name":"long enough"}}')
      .expect(400);
    expect(({} as Record<string, unknown>).name).toBeUndefined();
  });

  it('say that the JSON is malformed, too large, or no JSON at all', async () => {
    const send = (text: string, type = 'application/json') =>
      admin.post('/probe/rename').set('Content-Type', type).send(text);
    expect((await send('{"name": "abc"').expect(400)).body.code).toBe('REQUEST.MALFORMED_JSON');
    expect((await send(JSON.stringify({ name: 'x'.repeat(1_100_000) })).expect(413)).body.code).toBe(
      'REQUEST.TOO_LARGE',
    );
    expect((await send('name=abc', 'application/x-www-form-urlencoded').expect(415)).body.code).toBe(
      'REQUEST.UNSUPPORTED_MEDIA_TYPE',
    );
    expect((await send('<name>abc</name>', 'application/xml').expect(415)).body.code).toBe(
      'REQUEST.UNSUPPORTED_MEDIA_TYPE',
    );
    const upload = await admin.post('/probe/rename').attach('file', Buffer.from('abc'), 'a.txt').expect(415);
    expect(upload.body.code).toBe('REQUEST.UNSUPPORTED_MEDIA_TYPE');
  });

  it('tell an unknown address from a known one with another method', async () => {
    expect((await admin.get('/nothing/here').expect(404)).body.code).toBe('REQUEST.ROUTE_NOT_FOUND');
    expect((await admin.get('/api').expect(404)).body.code).toBe('REQUEST.ROUTE_NOT_FOUND');
    expect((await admin.get('/api/v1/%E0%A4%A').expect(400)).body.code).toBe('REQUEST.INVALID');
    const { body, headers } = await admin.delete('/probe/rename').expect(405);
    expect(body.code).toBe('REQUEST.METHOD_NOT_ALLOWED');
    expect(headers.allow).toBe('POST');
    expect((await admin.put('/auth/me').expect(405)).headers.allow).toBe('GET, HEAD');
  });

  it('keep to themselves what went wrong inside', async () => {
    const probe = api.service(ProbeController);
    const logged = captureErrors(api);
    try {
      probe.failWith = new Error('the secret table kuer.accounts has a column password_hash');
      const { body, text } = await rename({ name: 'abc' }).expect(500);
      expect(body.code).toBe('REQUEST.INTERNAL');
      expect(body.detail).toContain(body.requestId);
      expect(text).not.toMatch(/secret|kuer\.|column|at .*\.(ts|js)/);
      expect(logged().join()).toContain('the secret table');
      expect(logged().join()).toContain(body.requestId);
    } finally {
      probe.failWith = null;
    }
  });

  it.each([
    ['23505', 409, 'REQUEST.ALREADY_EXISTS'],
    ['23503', 409, 'REQUEST.REFERENCE_MISSING'],
    ['23514', 422, 'REQUEST.RULE_VIOLATED'],
    ['55P03', 409, 'REQUEST.BUSY'],
    ['57014', 503, 'REQUEST.UNAVAILABLE'],
  ])('say nothing of the row behind a violated constraint (%s)', async (code, status, expected) => {
    const probe = api.service(ProbeController);
    captureErrors(api);
    try {
      probe.failWith = Object.assign(new Error('Key (email)=(geheim@example.org) already exists'), {
        driverError: { code, detail: 'Key (email)=…' },
      });
      const { body, text } = await rename({ name: 'abc' }).expect(status);
      expect(body.code).toBe(expected);
      expect(text).not.toMatch(/geheim|email/);
    } finally {
      probe.failWith = null;
    }
  });
});

/** Takes the place of the log, so that expected errors do not clutter the output; returns what was logged. */
function captureErrors(api: TestApi): () => string[] {
  const lines: string[] = [];
  const keep = (...parts: unknown[]) => {
    lines.push(parts.map(String).join(' '));
  };
  api.app.useLogger({ log: keep, warn: keep, error: keep });
  return () => lines;
}
