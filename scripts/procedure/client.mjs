/** One person at the API: signs in, sends, and counts how long each request took. */
export class Person {
  #token = null;

  /**
   * @param {string} baseUrl address of the server, without /api/v1
   * @param {string | null} email null: an anonymous visitor
   * @param {Stopwatch} watch
   */
  constructor(baseUrl, email, watch) {
    this.baseUrl = baseUrl;
    this.email = email;
    this.watch = watch;
    this.accountId = null;
  }

  async signIn(password) {
    const { accessToken } = await this.post('/auth/login', { email: this.email, password });
    this.#token = accessToken;
    this.accountId = (await this.get('/auth/me')).id;
  }

  get = (path) => this.#send('GET', path);
  post = (path, body = {}) => this.#send('POST', path, body);
  put = (path, body) => this.#send('PUT', path, body);
  patch = (path, body) => this.#send('PATCH', path, body);

  async upload(path, file, name, mediaType, fields = {}) {
    const form = new FormData();
    for (const [key, value] of Object.entries(fields)) form.set(key, value);
    form.set('file', new Blob([file], { type: mediaType }), name);
    return this.#send('POST', path, form);
  }

  /** The answer as text, whatever its kind. */
  async text(path) {
    return (await this.#fetch('GET', path)).text();
  }

  async #send(method, path, body) {
    const response = await this.#fetch(method, path, body);
    const text = await response.text();
    return text === '' ? null : JSON.parse(text);
  }

  async #fetch(method, path, body) {
    const headers = { 'Accept-Language': 'de' };
    if (this.#token) headers.Authorization = `Bearer ${this.#token}`;
    const isForm = body instanceof FormData;
    if (body !== undefined && !isForm) headers['Content-Type'] = 'application/json';
    const started = performance.now();
    const response = await fetch(`${this.baseUrl}/api/v1${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: isForm ? body : JSON.stringify(body) }),
    });
    this.watch.count(performance.now() - started);
    if (!response.ok) {
      throw new Error(`${this.email ?? 'visitor'}: ${method} ${path} → ${response.status}\n${await response.text()}`);
    }
    return response;
  }
}

/** Times of the requests, step by step. */
export class Stopwatch {
  steps = [];

  begin(name) {
    this.steps.push({ name, started: performance.now(), times: [], total: 0 });
    console.log(`  ${name} …`);
  }

  end() {
    const step = this.steps.at(-1);
    step.total = performance.now() - step.started;
  }

  count(milliseconds) {
    this.steps.at(-1)?.times.push(milliseconds);
  }

  /** A table for people: requests, duration, and how long a request took. */
  table() {
    const rows = this.steps.map(({ name, times, total }) => {
      const sorted = [...times].sort((a, b) => a - b);
      const at = (share) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
      return [name, String(times.length), (total / 1000).toFixed(1), at(0.5).toFixed(0), at(0.95).toFixed(0)];
    });
    const all = this.steps.flatMap(({ times }) => times);
    const seconds = this.steps.reduce((sum, { total }) => sum + total, 0) / 1000;
    rows.push(['Total', String(all.length), seconds.toFixed(1), '', '']);
    const heading = ['Step', 'Requests', 'Seconds', 'p50 ms', 'p95 ms'];
    const widths = heading.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column].length)));
    const line = (cells) =>
      cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join('  ');
    return [line(heading), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
  }
}

/** Runs the tasks, at most `width` at a time. */
export async function inParallel(tasks, width = 6) {
  const waiting = [...tasks];
  await Promise.all(
    Array.from({ length: width }, async () => {
      for (let task = waiting.shift(); task; task = waiting.shift()) await task();
    }),
  );
}
