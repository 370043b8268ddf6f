import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { requireFreePort, wantedPort } from './port.mjs';

const PORT = process.env.PORT;
afterEach(() => {
  if (PORT === undefined) delete process.env.PORT;
  else process.env.PORT = PORT;
});

async function withListener(host, work) {
  const server = createServer();
  await new Promise((resolve) => server.listen(0, host, resolve));
  try {
    await work(server.address().port, server);
  } finally {
    server.close();
  }
}

describe('wantedPort', () => {
  it.each([
    ['', 3000],
    ['8080', 8080],
  ])('reads PORT=%s as %s', (text, port) => {
    process.env.PORT = text;
    expect(wantedPort()).toBe(port);
  });

  it.each(['0', '65536', '80a', '-1', '3.5'])('refuses PORT=%s', (text) => {
    process.env.PORT = text;
    expect(() => wantedPort()).toThrow(`PORT must be a number from 1 to 65535, and it is "${text}".`);
  });
});

describe('requireFreePort', () => {
  it.each(['127.0.0.1', '0.0.0.0'])('refuses a port that somebody uses on %s, with one sentence', async (host) => {
    await withListener(host, async (port) => {
      await expect(requireFreePort(port)).rejects.toThrow(`Port ${port} is taken by another program`);
    });
  });

  it('waits for one that is on its way out', async () => {
    await withListener('127.0.0.1', async (port, server) => {
      setTimeout(() => server.close(), 300);
      await requireFreePort(port, 5_000);
    });
  });
});
