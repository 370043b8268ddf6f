/** The figures as a table of Markdown, which reads as well in a terminal. */
export function asTable({ results, memory }) {
  const head = [
    'What',
    'Clients',
    'p50',
    'p95',
    'Throughput',
    'HTTP p50',
    'SQL p50',
    'HTTP per s',
    'SQL per s',
    'n',
    'Memory',
  ];
  const rows = results.map(({ label, clients, http, sql, memory: highest }) => [
    label,
    String(clients),
    `${ratio(http.p50 / sql.p50)} ×`,
    `${ratio(http.p95 / sql.p95)} ×`,
    `${ratio(http.perSecond / sql.perSecond)} ×`,
    milliseconds(http.p50),
    milliseconds(sql.p50),
    ratio(http.perSecond),
    ratio(sql.perSecond),
    `${http.count}/${sql.count}`,
    highest === null ? '–' : `${highest} MiB`,
  ]);
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
  const line = (cells) =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0]) : cell.padStart(widths[column]))).join(' | ')} |`;
  const rule = `|${widths.map((width, column) => (column === 0 ? '-'.repeat(width + 2) : `${'-'.repeat(width + 1)}:`)).join('|')}|`;
  const peak = memory
    ? [`\nMemory of the API process: ${memory.started} MiB when ready, ${memory.highest} MiB at the highest.`]
    : [];
  const away = results.reduce((sum, one) => sum + (one.key.endsWith('-with-check') ? 0 : one.turnedAway), 0);
  const refused = away > 0 ? [`\nToo busy (503), asked again, the wait counted: ${away} requests.`] : [];
  return [line(head), rule, ...rows.map(line), ...peak, ...refused].join('\n');
}

export const asDocument = (report) => `# Performance

What Kür adds to the SQL that it sends. Written by \`npm run bench\`; run it again to have the figures of your machine.

## What the figures are

Each case is measured twice, in turns and in the same run: over HTTP against the server as it runs in production, and with the same
SQL sent by \`pg\` alone. **The ratios are the result.** A p50 of 3 × says that the median request took three times as long as the
median of the bare SQL; a throughput of 0.3 × says that three requests were answered in the time in which the bare SQL was done ten times.
Milliseconds and requests per second stand beside them only to read the ratios by; they belong to one machine at one moment and
promise nothing.

## Method

- **The same SQL** is not written down a second time: before anything is measured, the bench starts the API once with a recorder in
  front of \`pg\`, sends each request, and takes down the statements with their parameters. Later it sends exactly these, in the same order
  and transactions, in the same name (\`set_config\`), under row-level security as the application's role, over a pool of the same size
  (${report.facts.poolSize}), with new values where a second request has new ones. An event of the trail is linked and hashed as the API does it, since the
  database takes no other.
- **The server** is \`apps/api/dist/main.js\` as a process of its own in production mode, on an embedded Postgres of its own with full durability (every save
  waits until it is on the disk).
- **The data**: calls of 86 and of ${report.facts.large.toLocaleString('en')} applications with two submitted reviews each, and a call of 86 whose drafts, of twelve scores each, are
  written. Filled in by SQL with all keys and checks on.
- **Clients** send one request after the other on a connection each: 1, 10 and 50 at once. Scores: every client writes its own review, in one
  call, so that all of them meet at the one chain of its trail. Lists: the coordinator's, with the mean of each application. Sign-in: 500 accounts, each
  client from an address of its own; only failures count towards the limit of tries, so none is reached.
- **Slices**: HTTP and SQL take turns of ${report.facts.milliseconds} milliseconds, ${report.facts.rounds} each for every line, after a warm-up. n is the number of requests on either side. A
  server that is too busy (503) is asked again and the wait counts; any other answer but a success ends the bench.
- **Memory** is the high-water mark of the API process during the case (\`VmHWM\`).
- Load generator, server and Postgres share the machine; the bare SQL has one process less to share it with. That counts against Kür.

## Machine

${report.machine.processor}, ${report.machine.cores} cores for this process, ${report.machine.memory} GiB, ${report.machine.system}; Node ${report.machine.node}, Postgres ${report.facts.postgres}; ${report.machine.date}. Load average at the start: ${report.machine.load.toFixed(1)}${
  report.machine.load > report.machine.cores
    ? `, that is, other programs wanted more than the machine has: only the ratios mean anything,
and with few requests in a line (n) even they are rough`
    : ''
}. The whole bench took ${report.seconds} seconds.

## Figures

${asTable(report)}

## What it means

${meaningOf(report)}
`;

function meaningOf({ results }) {
  const of = (key, clients) => results.find((one) => one.key.startsWith(key) && one.clients === clients);
  const slower = (one) => ratio(one.http.p50 / one.sql.p50);
  const [save, saves] = [of('save-score', 1), of('save-score', 50)];
  const lists = results.filter(({ key }) => key.startsWith('list-'));
  const [small, large] = [lists.find(({ clients }) => clients === 1), lists.filter(({ clients }) => clients === 1)[2]];
  const [signIn, withCheck] = [of('sign-in', 1), of('sign-in-with-check', 1)];
  return `- **Saving a score** takes one client ${slower(save)} times the bare SQL (${save.statements} statements), fifty at once ${slower(saves)} times. All scores of a call are entered in one chain
  of its trail, one after the other: how many saves a second a call takes is set by how fast Postgres commits, on both sides alike.
- **Lists**: the first page of ${large.label.match(/of ([\d,]+)/)?.[1]} applications takes ${ratio(large.http.p50 / small.http.p50)} times as long as that of 86. The bare SQL of both stands in the table: what the
  database does for a larger call shows there, what the server adds shows in the ratio. It runs on one core, Postgres on several.
- **Sign-in** checks a password on purpose at some cost (argon2id, 19 MiB, two passes), which no SQL contains. Beside the bare SQL one sign-in takes ${slower(signIn)} times,
  beside SQL and the check ${slower(withCheck)} times. Checks under way at once need their memory at once; the column
  of the memory shows it.
`.trimEnd();
}

const ratio = (value) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
const milliseconds = (value) => `${ratio(value)} ms`;
