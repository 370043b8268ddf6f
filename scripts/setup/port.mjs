import { createServer } from 'node:net';
import { Failure } from './failure.mjs';
import { sleep } from './processes.mjs';

export function wantedPort() {
  const text = process.env.PORT || '3000';
  const port = Number(text);
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Failure(`PORT must be a number from 1 to 65535, and it is "${text}".`);
}

/** Refuses a port that another program uses; `patience` is how long one of ours may take to leave it. */
export async function requireFreePort(port, patience = 0) {
  const end = Date.now() + patience;
  for (;;) {
    // Both ways of listening: a program may have taken only one of them.
    const code = (await codeOfListening(port, '::')) ?? (await codeOfListening(port, '127.0.0.1'));
    if (!code) return;
    if (code === 'EACCES')
      throw new Failure(`This user may not listen on port ${port}: choose one above 1023, as in PORT=3001 npm start.`);
    if (Date.now() >= end) {
      throw new Failure(
        `Port ${port} is taken by another program: stop that, or choose another port, as in PORT=${port + 1} npm start.`,
      );
    }
    await sleep(100);
  }
}

function codeOfListening(port, host) {
  return new Promise((resolve) => {
    const server = createServer()
      // No IPv6 here, say: not what was asked.
      .once('error', ({ code }) => resolve(['EADDRINUSE', 'EACCES'].includes(code) ? code : null))
      .listen({ port, host }, () => server.close(() => resolve(null)));
  });
}
