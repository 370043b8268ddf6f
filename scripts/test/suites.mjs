import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from '../setup/paths.mjs';

export const suites = ['unit', 'medium', 'e2e', 'browser'];

/** Browser tests measure what a person sees in time: they run one after the other. */
const WORKERS = {
  unit: availableParallelism(),
  medium: availableParallelism(),
  e2e: availableParallelism(),
  browser: 1,
};

/** How long Jest may take to leave after its last test. */
const LEAVING = 20_000;

/**
 * Runs one of the Jest projects, its output straight to the terminal.
 * @returns {Promise<{passed: number, failed: number, skipped: number, failures: string[]}>}
 */
export async function runSuite(name, { onChild }) {
  const folder = mkdtempSync(join(tmpdir(), 'kuer-test-'));
  const report = join(folder, 'report.json');
  try {
    const left = await jest(name, report, onChild);
    if (!existsSync(report)) return broken(name, 'Jest ended without a report');
    return judge(name, JSON.parse(readFileSync(report, 'utf8')), left);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function jest(name, report, onChild) {
  const args = ['node_modules/jest/bin/jest.js', '--selectProjects', name, '--json', '--outputFile', report];
  const child = spawn(process.execPath, [...args, '--maxWorkers', String(WORKERS[name]), '--passWithNoTests'], {
    cwd: root,
    env: environment(),
    // With --json the report also goes to stdout; what people read goes to stderr.
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  onChild(child);
  return new Promise((resolve, reject) => {
    let overdue = null;
    const timer = setInterval(() => {
      if (!existsSync(report)) return;
      clearInterval(timer);
      overdue = setTimeout(() => child.kill('SIGKILL'), LEAVING);
    }, 500);
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      clearInterval(timer);
      clearTimeout(overdue);
      resolve(code ?? signal);
    });
  });
}

function judge(name, report, left) {
  const failures = report.testResults.flatMap(({ name: file, assertionResults, message }) => {
    const failed = assertionResults.filter(({ status }) => status === 'failed');
    if (failed.length > 0) return failed.map(({ fullName }) => `${name}: ${relative(root, file)}: ${fullName}`);
    return assertionResults.length === 0 && message ? [`${name}: ${relative(root, file)} does not run`] : [];
  });
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests + report.numRuntimeErrorTestSuites,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  if (counts.passed + counts.failed === 0) return broken(name, 'no test was run');
  if (left === 'SIGKILL') failures.push(`${name}: Jest did not leave after its last test; a test left something open`);
  else if (left !== 0 && counts.failed === 0) failures.push(`${name}: Jest ended with ${left}`);
  // What no single test is to blame for counts as one more.
  return { ...counts, failed: Math.max(counts.failed, failures.length), failures };
}

function broken(name, reason) {
  return { passed: 0, failed: 1, skipped: 0, failures: [`${name}: ${reason}`] };
}

/** The tests bring their own database and settings: what the shell has set for a running Kür must not reach them. */
function environment() {
  const kept = Object.entries(process.env).filter(([name]) => !/^(KUER_|PG|PORT$)/.test(name));
  return {
    ...Object.fromEntries(kept),
    NODE_ENV: 'test',
    NODE_OPTIONS:
      `${process.env.NODE_OPTIONS ?? ''} --experimental-vm-modules --disable-warning=ExperimentalWarning`.trim(),
  };
}
