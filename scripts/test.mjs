/**
 * npm test: everything that must hold, the same here and in CI. `npm test -- unit lint` runs only what is named.
 * The last line counts: each check is one, each test of a suite is one.
 */

import { findBrowser, NO_BROWSER } from './setup/browser.mjs';
import { Failure, runScript } from './setup/failure.mjs';
import { ensureInstalled, requireNode } from './setup/install.mjs';
import { takeLock } from './setup/lock.mjs';
import { paths } from './setup/paths.mjs';
import { endRunning } from './setup/processes.mjs';
import { say } from './setup/say.mjs';
import { checks } from './test/checks.mjs';
import { runSuite, suites } from './test/suites.mjs';

const total = { passed: 0, failed: 0, skipped: 0, failures: [] };
let suiteUnderWay = null;

await runScript(async () => {
  const chosen = choose(process.argv.slice(2));
  requireNode();
  const lock = await takeLock(
    paths.testLock,
    ({ pid }) => `npm test is already running in this folder (process ${pid}).`,
  );
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.once(signal, () => breakOff(lock));
  try {
    if (chosen.has('browser') && !findBrowser()) throw new Failure(NO_BROWSER);
    await ensureInstalled();
    for (const { name, check } of checks) if (chosen.has(name)) await runCheck(name, check);
    for (const name of suites) if (chosen.has(name)) await runOneSuite(name);
  } catch (error) {
    total.failed++;
    throw error;
  } finally {
    await sweep();
    lock.release();
    process.exitCode = total.failed > 0 ? 1 : 0;
    // After the sentence of a Failure, so that the count is the last line.
    setImmediate(report);
  }
});

function choose(names) {
  const known = [...checks.map(({ name }) => name), ...suites];
  const unknown = names.find((name) => !known.includes(name));
  if (unknown) throw new Failure(`There is no check or suite "${unknown}"; there are ${known.join(', ')}.`);
  return new Set(names.length > 0 ? names : known);
}

async function runCheck(name, check) {
  say(`${name} …`);
  const wrong = await check();
  if (wrong === null) {
    total.passed++;
    return;
  }
  total.failed++;
  total.failures.push(name);
  console.log(`${wrong.trimEnd()}\n`);
  say(`${name} FAILED`);
}

async function runOneSuite(name) {
  say(`suite ${name} …`);
  const result = await runSuite(name, {
    onChild: (child) => {
      suiteUnderWay = child;
    },
  });
  total.passed += result.passed;
  total.failed += result.failed;
  total.skipped += result.skipped;
  total.failures.push(...result.failures);
  say(`suite ${name}: ${result.passed} passed, ${result.failed} failed`);
}

function report() {
  if (total.failures.length > 0)
    console.log(`\nWhat failed:\n${total.failures.map((failure) => `  ${failure}`).join('\n')}`);
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`\n${total.passed} passed, ${total.failed} failed${skipped}`);
}

/** The Postgres of a suite that was cut short. Before the first install there is none, nor a driver to ask for it. */
async function sweep() {
  const { sweepTestClusters } = await import('./test/test-cluster.mjs').catch(() => ({}));
  await sweepTestClusters?.();
}

async function breakOff(lock) {
  suiteUnderWay?.kill('SIGTERM');
  endRunning();
  if (suiteUnderWay && suiteUnderWay.exitCode === null)
    await new Promise((resolve) => suiteUnderWay.once('exit', resolve));
  await sweep();
  lock.release();
  process.exit(130);
}
