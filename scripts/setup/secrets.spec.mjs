import { describe, expect, it } from '@jest/globals';
import { requireProductionSettings, requireUsableDemoPassword } from './secrets.mjs';

const complete = {
  KUER_DATABASE_URL: 'postgres://kuer_app:x@localhost/kuer',
  KUER_JWT_SECRET: 'Kp3v9QzX7mB1tRw5YsL8cNd2FhJ4gTe6',
};

describe('requireProductionSettings', () => {
  it('accepts what is complete', () => {
    expect(() => requireProductionSettings(complete)).not.toThrow();
  });

  it.each([
    ['no database', { KUER_DATABASE_URL: undefined }, /KUER_DATABASE_URL must name a Postgres/],
    ['no secret', { KUER_JWT_SECRET: undefined }, /KUER_JWT_SECRET .* at least 32 characters, and it is missing/],
    ['a secret of 31 characters', { KUER_JWT_SECRET: complete.KUER_JWT_SECRET.slice(1) }, /and it has 31 characters/],
  ])('refuses %s', (_what, change, sentence) => {
    expect(() => requireProductionSettings({ ...complete, ...change })).toThrow(sentence);
  });
});

describe('requireUsableDemoPassword', () => {
  it.each([undefined, '', 'zwölf Zeichen'])('accepts %s', (password) => {
    expect(() => requireUsableDemoPassword({ KUER_DEMO_PASSWORD: password })).not.toThrow();
  });

  it('refuses one that is too short, with one sentence and without showing it', () => {
    expect(() => requireUsableDemoPassword({ KUER_DEMO_PASSWORD: 'kurz' })).toThrow(
      'KUER_DEMO_PASSWORD must have at least 12 characters, and it has 4.',
    );
  });
});
