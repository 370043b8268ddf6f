import { describe, expect, it } from '@jest/globals';
import { ApiProblem, problemFrom } from './problem.js';

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(typeof body === 'string' ? body : JSON.stringify(body), {
    status,
    headers: { 'Content-Type': 'application/problem+json', ...headers },
  });

describe('problemFrom', () => {
  it('takes over what the API says', async () => {
    const problem = await problemFrom(
      answer(409, {
        title: 'Konflikt',
        detail: 'Inzwischen geändert.',
        code: 'REQUEST.STALE_VERSION',
        requestId: 'r-1',
        current: { version: 3 },
      }),
    );
    expect(problem).toMatchObject({
      status: 409,
      code: 'REQUEST.STALE_VERSION',
      message: 'Inzwischen geändert.',
      requestId: 'r-1',
    });
    expect(problem.isStale).toBe(true);
    expect(problem.current).toEqual({ version: 3 });
  });

  it('keeps the complaints about fields, and nothing that is none', async () => {
    const errors = [{ path: 'ags', code: 'X', message: 'Falsch.' }, 'unsinn', { path: 'a' }];
    expect((await problemFrom(answer(400, { errors }))).errors).toEqual([errors[0]]);
  });

  it('makes a problem of a page that some proxy sent', async () => {
    const problem = await problemFrom(answer(502, '<html>Bad gateway</html>', { 'Content-Type': 'text/html' }));
    expect(problem).toMatchObject({ status: 502, code: 'HTTP.502', detail: '', errors: [] });
    expect(problem.isTemporary).toBe(true);
  });

  it('survives JSON that is none', async () => {
    expect(await problemFrom(answer(500, '{broken'))).toMatchObject({ status: 500, code: 'HTTP.500' });
  });

  it('knows how long to wait', async () => {
    expect((await problemFrom(answer(429, {}, { 'Retry-After': '840' }))).retryAfter).toBe(840);
    expect((await problemFrom(answer(429, {}))).retryAfter).toBeNull();
  });
});

describe('ApiProblem', () => {
  it('tells what may pass by itself from what will not', () => {
    const isTemporary = (status: number) => new ApiProblem(status, '', '', '').isTemporary;
    expect([0, 408, 429, 500, 503].every(isTemporary)).toBe(true);
    expect([400, 401, 403, 404, 409, 422].some(isTemporary)).toBe(false);
    expect(ApiProblem.noAnswer().isNoAnswer).toBe(true);
  });
});
