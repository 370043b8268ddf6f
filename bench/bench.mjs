import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { buildApi } from '../scripts/setup/build.mjs';
import { Failure } from '../scripts/setup/failure.mjs';
import { root } from '../scripts/setup/paths.mjs';
import { asDocument, asTable } from './report.mjs';

const USAGE = `Usage: npm run bench -- [--quick] [--json] [--only save-score|list|sign-in] [--profile folder] [--no-build]
  --quick    seconds instead of minutes; writes no document
  --json     prints the figures as JSON
  --only     one case alone; writes no document
  --profile  writes a CPU profile of the API into this folder`;

try {
  await main();
} catch (error) {
  console.error(error instanceof Failure ? error.message : error);
  process.exitCode = 1;
}

async function main() {
  const { values } = parseArgs({
    options: {
      quick: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      only: { type: 'string' },
      profile: { type: 'string' },
      'no-build': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(USAGE);
    return;
  }
  // In JSON mode standard output is for the figures alone.
  if (values.json) console.log = console.error;
  if (!values['no-build']) await buildApi();
  const machine = machineNow();
  const start = Date.now();
  // Only now: it uses what was built.
  const { runBench } = await import('./run.mjs');
  const report = { ...(await runBench(values)), machine, seconds: Math.round((Date.now() - start) / 1000) };
  if (values.json) process.stdout.write(`${JSON.stringify(report)}\n`);
  else console.log(`\n${asTable(report)}`);
  if (values.quick || values.only) return;
  const file = join(root, 'docs/performance.md');
  writeFileSync(file, asDocument(report));
  console.log('\nWritten to docs/performance.md.');
}

function machineNow() {
  return {
    processor: cpus()[0]?.model.trim() ?? 'unknown processor',
    cores: availableParallelism(),
    memory: Math.round(totalmem() / 2 ** 30),
    system: process.platform,
    node: process.version,
    load: loadavg()[0],
    date: new Date().toISOString().slice(0, 10),
  };
}
