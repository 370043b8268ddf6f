import { describe, expect, it } from '@jest/globals';
import { isEasyToGuess, Passwords } from './passwords.js';

describe('isEasyToGuess', () => {
  it.each([
    ['a common word with digits', 'Passwort1234!'],
    ['a common word twice', 'willkommenWillkommen'],
    ['few different characters', 'aaaabbbbccccdddd'],
    ['the row of the keyboard', 'Qwertzuiop12'],
    ['counting up', '123456789012'],
    ['the alphabet', 'abcdefghijklm'],
    ['the own address', 'erika.muster-99'],
    ['a season and a year', 'Sommer2020!!'],
  ])('refuses %s', (_what, password) => {
    expect(isEasyToGuess(password, 'erika.muster@example.org')).toBe(true);
  });

  it.each(['Tal-Ampel-Kies-Otter', 'vR7#kq2Lw9!xZ', 'lampe brot fenster wolke', 'Der Fluss geht heute bergauf.'])(
    'takes %s',
    (password) => {
      expect(isEasyToGuess(password, 'erika.muster@example.org')).toBe(false);
    },
  );
});

describe('Passwords', () => {
  const passwords = new Passwords();

  it('hashes with argon2id at the least cost allowed, and tells right from wrong', async () => {
    const stored = await passwords.hash('Tal-Ampel-Kies-Otter');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await expect(passwords.matches(stored, 'Tal-Ampel-Kies-Otter')).resolves.toBe(true);
    await expect(passwords.matches(stored, 'tal-Ampel-Kies-Otter')).resolves.toBe(false);
  });

  it('does the same work for an account that does not exist', async () => {
    const stored = await passwords.hash('Tal-Ampel-Kies-Otter');
    const time = async (hash: string | null) => {
      const start = performance.now();
      await passwords.matches(hash, 'something else');
      return performance.now() - start;
    };
    // In turns, and the quickest of each: what else the machine does slows both, and adds to neither minimum.
    const [known, unknown]: [number[], number[]] = [[], []];
    for (let round = 0; round < 12; round += 1) {
      known.push(await time(stored));
      unknown.push(await time(null));
    }
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) * 0.5);
    await expect(passwords.matches(null, 'anything')).resolves.toBe(false);
  });
});
