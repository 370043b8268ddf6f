import supertest, { type Test } from 'supertest';
import type TestAgent from 'supertest/lib/agent.js';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Server = Parameters<typeof supertest>[0];

/** Somebody who talks to the API: keeps cookies, sends their token, reads English. Paths are without /api/v1 or begin with /api. */
export class Client {
  private readonly agent: TestAgent;

  constructor(
    server: Server,
    readonly accountId: string | null = null,
    public accessToken: string | null = null,
  ) {
    this.agent = supertest.agent(server);
  }

  get = (path: string): Test => this.send('get', path);
  post = (path: string, body?: object): Test => this.send('post', path, body);
  put = (path: string, body?: object): Test => this.send('put', path, body);
  patch = (path: string, body?: object): Test => this.send('patch', path, body);
  delete = (path: string): Test => this.send('delete', path);

  private send(method: Method, path: string, body?: object): Test {
    const test = this.agent[method](path.startsWith('/api') ? path : `/api/v1${path}`).set('Accept-Language', 'en');
    if (this.accessToken) test.set('Authorization', `Bearer ${this.accessToken}`);
    return body === undefined ? test : test.send(body);
  }
}
