import { mkdirSync } from 'node:fs';
import { Clients } from './clients.js';
import type { HttpAnswer, HttpRequest } from './connections/http.js';
import type { Answer, Driver, Way } from './driver.js';
import type { Net } from './net.js';
import { lacking } from './programs.js';
import { all, everyone, until } from './wait.js';

const PORT = 5984;
const ANSWER_MS = 4000;
/** How often a write is tried again that another one at the same server was faster than. */
const MOST_TRIES = 20;

interface Doc {
  readonly _rev?: string;
  readonly values: readonly string[];
}

/**
 * PouchDB Server, from npm: a server at each site, which pulls from each other one again and again. Each key is one
 * document. A read answers what all of its revisions have that are in conflict; of these one has won.
 */
export class PouchDb implements Driver {
  readonly local = 'winner';
  /** Two pulls, one after the other, on a machine that has other work. */
  readonly lagMs = 1500;
  readonly detectingMs = 3000;
  readonly settledMs = 5000;
  private readonly clients: Clients;

  constructor(
    private readonly net: Net,
    private readonly sites: readonly string[],
  ) {
    this.clients = new Clients(net, 'http');
  }

  static missing(): string | undefined {
    const missing = lacking(['pouchdb-server'], '');
    return missing === undefined
      ? lacking(['curl'], 'curl')
      : 'pouchdb-server is missing: npm install -g pouchdb-server';
  }

  async start(folder: string): Promise<void> {
    for (const site of this.sites) {
      mkdirSync(`${folder}/${site}`);
      const open = `--host 0.0.0.0 --port ${PORT} --dir . --config config.json --no-stdout-logs`;
      // It writes its log into the folder where it is started, and was written when Node still let it go on after a
      // promise was rejected without a handler: a replication that finds no server is such a one.
      const words = ['sh', '-c', `cd ${folder}/${site} && exec pouchdb-server ${open}`];
      this.net.serve(site, words, { env: { NODE_OPTIONS: '--unhandled-rejections=warn' } });
    }
    await everyone(this.sites, (site) => until(`database at ${site}`, () => this.makes(site)));
    for (const site of this.sites) for (const from of this.sites) if (from !== site) this.pull(site, from);
    await this.recovered();
  }

  async version(): Promise<string> {
    const answer = await this.ask(this.at(this.sites[0] ?? ''), 'GET', '/');
    const found = answer.outcome === 'ok' ? /"version":\s*"([\d.]+)"/.exec(answer.body)?.[1] : undefined;
    return `PouchDB Server ${found ?? ''}`;
  }

  /** All are equal. */
  leader(): Promise<string> {
    return Promise.resolve(this.sites[0] ?? '');
  }

  async recovered(): Promise<void> {
    const isUp = async (site: string): Promise<boolean> => (await this.get(this.at(site), 'none')).status === 404;
    await until('servers', () => all(this.sites, isUp));
  }

  async write(way: Way, key: string, value: string): Promise<Answer> {
    for (let attempt = 0; attempt < MOST_TRIES; attempt++) {
      const { doc, status, outcome } = await this.get(way, key);
      if (outcome !== 'ok') return { outcome: 'unreached' };
      if (status !== 200 && status !== 404) return { outcome: 'error' };
      const next = { ...(doc?._rev === undefined ? {} : { _rev: doc._rev }), values: [...(doc?.values ?? []), value] };
      const answer = await this.ask(way, 'PUT', `/d/${key}`, next);
      if (answer.outcome !== 'ok') return answer;
      if (answer.status !== 409) return { outcome: answer.status === 201 ? 'ok' : 'error' };
    }
    return { outcome: 'error' };
  }

  async read(way: Way, key: string, level: string): Promise<Answer> {
    if (level === this.local) {
      const { doc, status, outcome } = await this.get(way, key);
      if (outcome !== 'ok') return { outcome };
      return status === 404 ? { outcome: 'ok', values: [] } : { outcome: 'ok', values: doc?.values ?? [] };
    }
    const answer = await this.ask(way, 'GET', `/d/${key}?open_revs=all`);
    if (answer.outcome !== 'ok') return answer;
    if (answer.status === 404) return { outcome: 'ok', values: [] };
    const revisions = JSON.parse(answer.body) as { ok?: Doc }[];
    return { outcome: 'ok', values: revisions.flatMap(({ ok }) => ok?.values ?? []) };
  }

  private async makes(site: string): Promise<boolean> {
    const answer = await this.ask(this.at(site), 'PUT', '/d');
    return answer.outcome === 'ok' && [201, 412].includes(answer.status);
  }

  private pull(site: string, from: string): void {
    const url = (one: string): string => `http://${this.net.addressOf(one)}:${PORT}`;
    const body = JSON.stringify({ source: `${url(from)}/d`, target: 'd' });
    const json = "-H 'content-type: application/json'";
    const once = `curl -s -m 3 -X POST ${json} -d '${body}' ${url(site)}/_replicate >/dev/null`;
    this.net.serve(site, ['sh', '-c', `while :; do ${once}; sleep 0.3; done`]);
  }

  private async get(
    way: Way,
    key: string,
  ): Promise<{ readonly outcome: HttpAnswer['outcome']; readonly status?: number; readonly doc?: Doc }> {
    const answer = await this.ask(way, 'GET', `/d/${key}`);
    if (answer.outcome !== 'ok') return answer;
    const { status, body } = answer;
    return { outcome: 'ok', status, ...(status === 200 ? { doc: JSON.parse(body) as Doc } : {}) };
  }

  private at(site: string): Way {
    return { from: site, to: site };
  }

  private async ask(way: Way, method: HttpRequest['method'], path: string, body?: unknown): Promise<HttpAnswer> {
    const request: HttpRequest = { port: PORT, method, path, body, wait: ANSWER_MS };
    return (await this.clients.ask<HttpAnswer>(way, request, ANSWER_MS + 500)) ?? { outcome: 'unknown' };
  }
}
