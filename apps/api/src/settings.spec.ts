import { describe, expect, it } from '@jest/globals';
import { readSettings } from './settings.js';

const SECRET = 'Kp3v9QzX7mB1tRw5YsL8cNd2FhJ4gTe6';
const valid = { NODE_ENV: 'production', KUER_DATABASE_URL: 'postgres://kuer_app@db/kuer', KUER_JWT_SECRET: SECRET };

describe('settings', () => {
  it('takes what is needed and gives the rest its default', () => {
    expect(readSettings(valid)).toMatchObject({
      isProduction: true,
      port: 3000,
      poolSize: 10,
      jwtSecret: SECRET,
      metricsToken: null,
      webRoot: null,
      secureCookies: true,
      trustedProxies: 0,
    });
  });

  it.each([
    ['no database', { ...valid, KUER_DATABASE_URL: undefined }, /KUER_DATABASE_URL is not set/],
    ['no secret', { ...valid, KUER_JWT_SECRET: undefined }, /KUER_JWT_SECRET is not set; .* at least 32 characters/],
    ['a short secret', { ...valid, KUER_JWT_SECRET: SECRET.slice(1) }, /KUER_JWT_SECRET has 31 characters/],
    [
      'a repeated word as secret',
      { ...valid, KUER_JWT_SECRET: 'changeme'.repeat(5) },
      /KUER_JWT_SECRET repeats itself/,
    ],
    ['a short token for the metrics', { ...valid, KUER_METRICS_TOKEN: 'short' }, /KUER_METRICS_TOKEN has 5 characters/],
    ['a port that is none', { ...valid, PORT: '80a' }, /PORT is "80a"; a whole number from 0 to 65535 is needed/],
    ['a pool of none', { ...valid, KUER_DATABASE_POOL: '0' }, /KUER_DATABASE_POOL is "0"/],
  ])('refuses %s with one sentence', (_what, environment, sentence) => {
    expect(() => readSettings(environment)).toThrow(sentence);
  });

  it('needs the secret outside of production too: there is no default that could slip through', () => {
    expect(() => readSettings({ ...valid, NODE_ENV: undefined, KUER_JWT_SECRET: '' })).toThrow(
      /KUER_JWT_SECRET is not set/,
    );
    expect(readSettings({ ...valid, NODE_ENV: undefined }).secureCookies).toBe(false);
  });
});
