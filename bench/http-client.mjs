import { Agent, request } from 'node:http';
import { Failure } from '../scripts/setup/failure.mjs';
import { sleep } from '../scripts/setup/processes.mjs';

/** The server hangs up on connections that were silent for five seconds; one that may be gone is not used again. */
const SILENCE = 2_500;

/** One client: one kept-alive connection, one request after the other, an address and a sign-in of its own. */
export class HttpClient {
  #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  #headers;
  #lastUse = 0;

  constructor(port, address) {
    this.port = port;
    this.sessionId = null;
    /** How often the server was too busy. */
    this.turnedAway = 0;
    this.#headers = { Accept: 'application/json', 'X-Forwarded-For': address };
  }

  /**
   * Resolves with the parsed answer. A server that is too busy (503) is asked again, and the wait counts; any other answer
   * but a 2xx is an error: a refusal is quick and must not pass for a good time.
   */
  async send(method, path, body) {
    for (;;) {
      const { status, text } = await this.#sendOnce(method, path, body);
      if (status >= 200 && status <= 299) return text === '' ? null : JSON.parse(text);
      if (status !== 503) throw new Failure(`${method} ${path} was answered with ${status}: ${text}`);
      this.turnedAway += 1;
      await sleep(250);
    }
  }

  #sendOnce(method, path, body) {
    const payload = body === undefined ? undefined : Buffer.from(JSON.stringify(body));
    const headers = payload
      ? { ...this.#headers, 'Content-Type': 'application/json', 'Content-Length': payload.length }
      : this.#headers;
    if (Date.now() - this.#lastUse > SILENCE) this.#agent.destroy();
    this.#lastUse = Date.now();
    return new Promise((resolve, reject) => {
      const call = request(
        { host: '127.0.0.1', port: this.port, path: `/api/v1${path}`, method, headers, agent: this.#agent },
        (answer) => {
          const chunks = [];
          answer.on('data', (chunk) => chunks.push(chunk));
          answer.on('error', reject);
          answer.on('end', () => {
            this.#lastUse = Date.now();
            resolve({ status: answer.statusCode, text: Buffer.concat(chunks).toString('utf8') });
          });
        },
      );
      call.on('error', reject);
      call.end(payload);
    });
  }

  /** Who asks from now on. */
  use({ token, sessionId }) {
    this.sessionId = sessionId;
    this.#headers = { ...this.#headers, Authorization: `Bearer ${token}` };
  }

  close() {
    this.#agent.destroy();
  }
}
