import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DataSource } from 'typeorm';
import { startApi, type TestApi } from '../support/start-api.js';

const TOKEN = 'a-token-for-the-metrics-of-the-tests';
const INDEX = '<!doctype html><title>Kür</title><div id="root"></div>';

describe('Around the routes', () => {
  let api: TestApi;
  let root: string;

  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'kuer-web-'));
    mkdirSync(join(root, 'assets'));
    writeFileSync(join(root, 'index.html'), INDEX);
    writeFileSync(join(root, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    writeFileSync(join(root, 'assets', 'index-4f2a.js'), 'export {};');
    writeFileSync(join(root, '..', 'outside.txt'), 'secret');
    api = await startApi({ only: [], settings: { webRoot: root, metricsToken: TOKEN } });
  });
  afterAll(async () => {
    await api.close();
    rmSync(root, { recursive: true });
    rmSync(join(root, '..', 'outside.txt'));
  });

  describe('the web app', () => {
    it('gets its page at the root and at every address of its own router, and asks for it anew each time', async () => {
      for (const path of ['/', '/index.html', '/calls/0190/applications?state=received']) {
        const { text, headers, status } = await api.page(path);
        expect({ path, status, text }).toEqual({ path, status: 200, text: INDEX });
        expect(headers['content-type']).toMatch(/^text\/html/);
        expect(headers['cache-control']).toBe('no-cache');
      }
    });

    it('gets files with a hash in their name for a year, others for now, and missing ones not at all', async () => {
      const hashed = await api.page('/assets/index-4f2a.js');
      expect(hashed.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      expect((await api.page('/favicon.svg')).headers['cache-control']).toBe('no-cache');
      expect((await api.page('/assets/index-0000.js')).status).toBe(404);
      expect((await api.page('/..%2foutside.txt')).text).not.toContain('secret');
      expect((await api.page('/.env')).status).toBe(404);
    });

    it('may load what comes from this server and run no inline script', async () => {
      const { headers } = await api.page('/');
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("script-src 'self'");
      expect(policy).not.toMatch(/script-src[^;]*unsafe/);
      expect(policy).toContain("frame-ancestors 'none'");
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['x-powered-by']).toBeUndefined();
    });

    it('never answers for the API', async () => {
      const { body, headers } = await api.anonymous().get('/api/v1/nothing').set('Accept', 'text/html').expect(404);
      expect(body.code).toBe('REQUEST.ROUTE_NOT_FOUND');
      expect(headers['content-security-policy']).toBe(
        "default-src 'none';frame-ancestors 'none';base-uri 'none';form-action 'none'",
      );
    });
  });

  it('refuses to start with a folder that holds no web app', async () => {
    await expect(
      startApi({ only: [], database: api.database, settings: { webRoot: join(root, 'assets') } }),
    ).rejects.toThrow(/no index\.html/);
  });

  it('says that it runs and that it can work', async () => {
    expect((await api.anonymous().get('/api/health/live').expect(200)).body).toEqual({ status: 'ok' });
    expect((await api.anonymous().get('/api/health/ready').expect(200)).body).toEqual({ status: 'ok' });
  });

  it('says that it cannot work while the database is away, and still that it runs', async () => {
    const other = await startApi({ only: [], database: api.database, settings: {} });
    other.app.useLogger(false);
    await other.service(DataSource).destroy();
    expect((await other.anonymous().get('/api/health/ready').expect(503)).body.code).toBe('REQUEST.UNAVAILABLE');
    await other.anonymous().get('/api/health/live').expect(200);
    await other.service(DataSource).initialize();
    await other.anonymous().get('/api/health/ready').expect(200);
    await other.close();
  });

  describe('metrics', () => {
    it('are figures per route, for this machine', async () => {
      await api.anonymous().get('/auth/me').expect(401);
      const { text, headers } = await api.anonymous().get('/api/metrics').expect(200);
      expect(headers['content-type']).toMatch(/^text\/plain; version=/);
      expect(text).toMatch(
        /kuer_http_request_duration_seconds_count\{method="GET",route="\/api\/v1\/auth\/me",status="401"\} \d/,
      );
      expect(text).toContain('process_cpu_seconds_total');
    });

    it('are shown to others with the token only, also when a proxy passes the request on', async () => {
      const forwarded = (token?: string) => {
        const request = api.anonymous().get('/api/metrics').set('X-Forwarded-For', '203.0.113.5');
        return token ? request.set('Authorization', `Bearer ${token}`) : request;
      };
      await forwarded().expect(404);
      await forwarded('wrong').expect(404);
      await forwarded(TOKEN).expect(200);
    });
  });

  describe('the OpenAPI document', () => {
    it('is version 3.1, names permission and refusals of each route, and who may use it', async () => {
      const { body } = await api.anonymous().get('/api/openapi.json').expect(200);
      expect(body.openapi).toBe('3.1.0');
      const create = body.paths['/api/v1/accounts'].post;
      expect(create.description).toContain('Permission: account.write');
      expect(create.security).toEqual([{ accessToken: [] }]);
      expect(create.responses['201'].content['application/json'].schema).toEqual({
        $ref: '#/components/schemas/AccountResponse',
      });
      expect(create.responses.default.content).toEqual({
        'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } },
      });
      expect(create.parameters.map(({ name }: { name: string }) => name)).toContain('Idempotency-Key');
      expect(body.paths['/api/v1/auth/login'].post.security).toBeUndefined();
      const { employer } = body.components.schemas.AccountResponse.properties;
      expect(employer.type).toEqual(['string', 'null']);
    });

    it('can be browsed, from this server alone', async () => {
      const { text, headers } = await api.anonymous().get('/api/docs').expect(200);
      expect(text).toContain('swagger-ui');
      expect(text).not.toMatch(/(src|href)=['"]https?:/);
      expect(headers['content-security-policy']).toMatch(/script-src 'self';/);
      const scripts = [...text.matchAll(/<script src=['"]([^'"]+)['"]/g)].map(([, source]) => source ?? '');
      expect(scripts.length).toBeGreaterThan(0);
      expect(text).not.toMatch(/<script>/);
      for (const source of scripts)
        await api
          .page(`/api/docs/${source.replace(/^\.?\/?(api\/)?(docs\/)?/, '')}`)
          .then(({ status }) => expect(status).toBe(200));
    });
  });
});
