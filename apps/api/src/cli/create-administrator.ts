import { createInterface } from 'node:readline/promises';
import { messageFor, PASSWORD_MIN_LENGTH } from '@kuer/contract';
import { AccountsService } from '../accounts/accounts.service.js';
import { Passwords } from '../auth/passwords.js';
import { Refusal } from '../http/refusal.js';
import { DatabaseProblem } from '../persistence/check-database.js';
import { SYSTEM, UnitOfWork } from '../persistence/unit-of-work.js';
import { openApp } from './open-app.js';

const USAGE =
  'Usage: create-administrator <e-mail> <name>, with KUER_DATABASE_URL set; the password is read from the standard input.';

process.exitCode = await main(process.argv[2], process.argv[3], process.env.KUER_DATABASE_URL);

/** The first account of an installation: there is nobody yet who could create it. */
async function main(
  email: string | undefined,
  displayName: string | undefined,
  url: string | undefined,
): Promise<number> {
  if (!email || !displayName || !url) {
    console.error(USAGE);
    return 2;
  }
  const password = await readPassword();
  if (password.length < PASSWORD_MIN_LENGTH) {
    console.error(`The password needs at least ${PASSWORD_MIN_LENGTH} characters.`);
    return 2;
  }
  try {
    await create(url, { email, displayName, password });
    console.log(`Created the administrator ${email}.`);
    return 0;
  } catch (error) {
    if (error instanceof Refusal) console.error(messageFor(error.code, 'en', error.params));
    else if (error instanceof DatabaseProblem) console.error(error.message);
    else throw error;
    return 1;
  }
}

async function create(
  url: string,
  { email, displayName, password }: { email: string; displayName: string; password: string },
): Promise<void> {
  const app = await openApp(url);
  try {
    const passwords = app.get(Passwords, { strict: false });
    passwords.requireStrong(password, email, 'password');
    const passwordHash = await passwords.hash(password);
    await app
      .get(UnitOfWork, { strict: false })
      .run({ accountId: SYSTEM, mode: 'write' }, () =>
        app
          .get(AccountsService, { strict: false })
          .register({ email, displayName, passwordHash, isAdministrator: true }),
      );
  } finally {
    await app.close();
  }
}

async function readPassword(): Promise<string> {
  const lines = createInterface({ input: process.stdin, terminal: false });
  if (process.stdin.isTTY) process.stderr.write('Password: ');
  for await (const line of lines) return line;
  return '';
}
