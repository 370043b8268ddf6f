import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { messages, statusFor } from '@kuer/contract';
import { POLICY_CODES } from '@kuer/domain';

const SOURCE = join(import.meta.dirname, '..');
const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'),
);

/** Codes in the places where refusals are made: `Refusal.rule('CODE'`, `new Refusal(409, 'CODE'`, `code: 'CODE'`. */
const MADE =
  /(?:Refusal\.(?:rule|conflict|forbidden)\(\s*|new Refusal\(\s*\d{3},\s*|code: )'([A-Z_0-9]+\.[A-Z_0-9]+)'/g;

const made = files.flatMap((file) =>
  [...readFileSync(join(SOURCE, file), 'utf8').matchAll(MADE)].map(([, code = '']) => ({ code, file })),
);

describe('Every refusal', () => {
  it('has its words in both languages', () => {
    const silent = made.filter(({ code }) => statusFor(code) === undefined);
    expect(made.length).toBeGreaterThan(20);
    expect(silent).toEqual([]);
  });

  it('of the policy too', () => {
    // What is hidden is told as "not found", whatever the reason.
    expect(POLICY_CODES.filter((code) => code !== 'POLICY.HIDDEN' && statusFor(code) === undefined)).toEqual([]);
  });

  it('names the same parameters in German as in English', () => {
    const parametersOf = (text: string) => [...new Set(text.match(/\{\w+\}/g) ?? [])].sort();
    const different = Object.entries(messages).filter(
      ([, { de, en }]) => parametersOf(de).join() !== parametersOf(en).join(),
    );
    expect(different.map(([code]) => code)).toEqual([]);
  });
});
