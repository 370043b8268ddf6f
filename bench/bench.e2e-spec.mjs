import { spawn } from 'node:child_process';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { root } from '../scripts/setup/paths.mjs';

/** npm run bench -- --quick, as a process: it measures few requests, but all that it measures. */
describe('the quick bench', () => {
  let report;
  beforeAll(async () => {
    report = JSON.parse(await quickBench());
  }, 300_000);

  it('measures every case with 1, 10 and 50 clients', () => {
    const cases = groupByKey(report.results);
    expect([...cases.keys()]).toEqual([
      'save-score',
      'list-86-50',
      'list-86-500',
      'list-600-50',
      'list-600-500',
      'list-600-50-by-total',
      'sign-in',
      'sign-in-with-check',
    ]);
    for (const lines of cases.values()) expect(lines.map(({ clients }) => clients)).toEqual([1, 10, 50]);
  });

  it('sends a request from every client, on both sides', () => {
    for (const { clients, http, sql } of report.results) {
      expect(http.count).toBeGreaterThanOrEqual(clients);
      expect(sql.count).toBeGreaterThanOrEqual(clients);
    }
  });

  it('gives figures that fit together', () => {
    for (const { http, sql } of report.results) {
      for (const { p50, p95, perSecond } of [http, sql]) {
        expect(p50).toBeGreaterThan(0);
        expect(p95).toBeGreaterThanOrEqual(p50);
        expect(perSecond).toBeGreaterThan(0);
      }
      // HTTP does what the SQL does, and more: clearly quicker than SQL alone would be a mistake of the bench, however busy the machine.
      expect(http.p50 / sql.p50).toBeGreaterThan(0.2);
      expect(http.p50 / sql.p50).toBeLessThan(500);
    }
  });

  it('takes down whole requests: a save opens, writes its event and commits', () => {
    for (const { key, statements } of report.results) expect([key, statements >= 5]).toEqual([key, true]);
  });
});

function groupByKey(results) {
  const groups = new Map();
  for (const result of results) groups.set(result.key, [...(groups.get(result.key) ?? []), result]);
  return groups;
}

function quickBench() {
  const { KUER_TEST_CLUSTER, NODE_ENV, NODE_OPTIONS, ...env } = process.env;
  const child = spawn(process.execPath, ['bench/bench.mjs', '--quick', '--json'], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let [figures, said] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    figures += chunk;
  });
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    said += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => (code === 0 ? resolve(figures) : reject(new Error(said))));
  });
}
