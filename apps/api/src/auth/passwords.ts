import { Injectable } from '@nestjs/common';
import { hash, verify } from '@node-rs/argon2';
import { Refusal } from '../http/refusal.js';
import { COMMON_WORDS } from './common-words.js';

/** Argon2id with the parameters that OWASP names as the least: 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A hash that no password has: verifying against it takes as long as against a real one. */
const NOBODY = '$argon2id$v=19$m=19456,t=2,p=1$a3Vlci1rZWluLWtvbnRv$Hq2d5mXvDq0wYbq5n2m3Yb7oVt4m8s0J1kq3u9Zc2eE';

@Injectable()
export class Passwords {
  hash(password: string): Promise<string> {
    return hash(password, COST);
  }

  /** The same work whether the account exists or not: time tells nothing about who has an account. */
  async matches(storedHash: string | null, password: string): Promise<boolean> {
    const isRight = await verify(storedHash ?? NOBODY, password);
    return storedHash !== null && isRight;
  }

  /** Refuses what is guessed first. The length was checked with the request. */
  requireStrong(password: string, email: string, path: string): void {
    if (isEasyToGuess(password, email)) {
      throw Refusal.rule('AUTH.PASSWORD_TOO_COMMON', {}, [{ path, code: 'AUTH.PASSWORD_TOO_COMMON' }]);
    }
  }
}

export function isEasyToGuess(password: string, email: string): boolean {
  const lower = password.toLowerCase();
  if (new Set(lower).size < 6) return true;
  if (isSequence(lower)) return true;
  const owner = email.toLowerCase().split('@')[0] ?? '';
  const letters = lower.replace(/[^\p{L}]/gu, '');
  if (owner.length >= 4 && rest(lower, owner).length < 6) return true;
  return COMMON_WORDS.some(
    (word) => letters === word || letters === word + word || (letters.includes(word) && rest(letters, word).length < 4),
  );
}

const rest = (text: string, part: string): string => text.split(part).join('');

/** 123456789012, abcdefghijkl, and the same backwards. */
function isSequence(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  const same = steps.filter((step) => step === 1 || step === -1 || step === -9 || step === 9).length;
  return same >= steps.length - 1;
}
