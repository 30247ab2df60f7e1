import { writeFileSync } from 'node:fs';
import { Clients } from './clients.js';
import type { NatsAnswer } from './connections/nats.js';
import type { Answer, Driver, Way } from './driver.js';
import type { Net } from './net.js';
import { lacking } from './programs.js';
import { all, until } from './wait.js';

const ANSWER_MS = 2700;
const LIST_MS = 8000;
/** That many miss none of three replicas but once in 200 times. */
const DIRECT_GETS = 15;
/** Elections without PreVote take long. */
const HEALING_MS = 90_000;

interface Info {
  readonly leader?: string;
  readonly replicas?: readonly { readonly current: boolean; readonly offline?: boolean }[];
}

/** NATS of Debian's nats-server: one JetStream stream of three replicas. */
export class Nats implements Driver {
  readonly local = 'list';
  readonly detectingMs = 6000;
  readonly settledMs = 40_000;
  private readonly clients: Clients;
  /** What was acknowledged, with its place in the stream: a copy that has a message has what is before it. */
  private readonly log: { readonly key: string; readonly value: string; readonly place: number }[] = [];

  constructor(
    private readonly net: Net,
    private readonly sites: readonly string[],
  ) {
    this.clients = new Clients(net, 'nats');
  }

  static missing(): string | undefined {
    return lacking(['nats-server'], 'nats-server');
  }

  async start(folder: string): Promise<void> {
    const routes = this.sites.map((site) => `"nats://${this.net.addressOf(site)}:6222"`).join();
    for (const site of this.sites) {
      const lines = [
        `server_name: ${site}`,
        'listen: 0.0.0.0:4222',
        'ping_interval: "2s"',
        'ping_max: 2',
        `jetstream { store_dir: "${folder}/${site}" }`,
        `cluster { name: t, listen: "${this.net.addressOf(site)}:6222", routes: [${routes}] }`,
      ];
      writeFileSync(`${folder}/${site}.conf`, `${lines.join('\n')}\n`);
      this.net.serve(site, ['nats-server', '-c', `${folder}/${site}.conf`]);
    }
    const replicas = { num_replicas: this.sites.length, storage: 'file', allow_direct: true };
    const limits = { max_consumers: -1, max_msgs: -1, max_bytes: -1, max_age: 0, max_msg_size: -1 };
    const kept = { retention: 'limits', discard: 'old', duplicate_window: 120_000_000_000 };
    const stream = JSON.stringify({ name: 'S', subjects: ['s.>'], ...replicas, ...limits, ...kept });
    await until('stream', async () => (await this.api(this.sites[0] ?? '', 'STREAM.CREATE.S', stream))?.['config']);
    await this.recovered();
  }

  async version(): Promise<string> {
    const { out } = await this.net.run(this.sites[0] ?? '', ['nats-server', '--version']);
    return `NATS Server ${/v([\d.]+)/.exec(out)?.[1] ?? ''}`;
  }

  leader(): Promise<string> {
    return until('leader of the stream', async () => (await this.info(this.sites[0] ?? ''))?.leader);
  }

  async recovered(): Promise<void> {
    const isWell = async (): Promise<boolean> => {
      for (const site of this.sites) {
        const { leader, replicas = [] } = (await this.info(site)) ?? {};
        const isCurrent = replicas.every(({ current, offline }) => current && offline !== true);
        if (leader === undefined || leader === '' || replicas.length !== this.sites.length - 1 || !isCurrent)
          return false;
      }
      return true;
    };
    await until('current replicas', isWell, HEALING_MS);
    await until('direct gets', () => all(this.sites, (site) => this.getsDirectly(site)), HEALING_MS);
  }

  /** Each direct get goes to any one replica: after a heal some are lost on routes that have not recovered. */
  private async getsDirectly(site: string): Promise<boolean> {
    const body = JSON.stringify({ last_by_subj: 's.none' });
    const gets = Array.from({ length: DIRECT_GETS }, () =>
      this.ask({ from: site, to: site }, '$JS.API.DIRECT.GET.S', body, ANSWER_MS),
    );
    return (await Promise.all(gets)).every(({ outcome }) => outcome === 'ok');
  }

  async write(way: Way, key: string, value: string): Promise<Answer> {
    const answer = await this.ask(way, `s.${key}`, value, ANSWER_MS);
    if (answer.outcome !== 'ok') return answer;
    const { seq } = bodyOf(answer.head, answer.body) as { seq?: number };
    if (seq === undefined) return { outcome: 'error' };
    this.log.push({ key, value, place: seq });
    return { outcome: 'ok' };
  }

  async read(way: Way, key: string, level: string): Promise<Answer> {
    if (level === this.local) return this.list(way, key);
    const subject = level === 'direct' ? '$JS.API.DIRECT.GET.S' : '$JS.API.STREAM.MSG.GET.S';
    const answer = await this.ask(way, subject, JSON.stringify({ last_by_subj: `s.${key}` }), ANSWER_MS);
    if (answer.outcome !== 'ok') return answer;
    const place =
      level === 'direct'
        ? Number(/Nats-Sequence: (\d+)/.exec(answer.head)?.[1])
        : (bodyOf(answer.head, answer.body) as { message?: { seq: number } }).message?.seq;
    if (place === undefined || Number.isNaN(place)) return { outcome: 'error' };
    const had = this.log.filter((one) => one.key === key && one.place <= place);
    return { outcome: 'ok', values: had.map(({ value }) => value) };
  }

  /** Every message, one after the other. */
  private async list(way: Way, key: string): Promise<Answer> {
    const values: string[] = [];
    const end = Date.now() + LIST_MS;
    for (let seq = 1; ; ) {
      const body = JSON.stringify({ seq, next_by_subj: `s.${key}` });
      const answer = await this.ask(way, '$JS.API.STREAM.MSG.GET.S', body, end - Date.now());
      if (answer.outcome !== 'ok') return answer;
      const found = bodyOf(answer.head, answer.body) as {
        message?: { seq: number; data: string };
        error?: { code: number };
      };
      if (found.error?.code === 404) return { outcome: 'ok', values };
      if (found.message === undefined) return { outcome: 'error' };
      values.push(Buffer.from(found.message.data, 'base64').toString());
      seq = found.message.seq + 1;
    }
  }

  private async info(site: string): Promise<Info | undefined> {
    return (await this.api(site, 'STREAM.INFO.S', ''))?.['cluster'] as Info | undefined;
  }

  private async api(site: string, name: string, body: string): Promise<Readonly<Record<string, unknown>> | undefined> {
    const answer = await this.ask({ from: site, to: site }, `$JS.API.${name}`, body, ANSWER_MS);
    return answer.outcome === 'ok' ? bodyOf(answer.head, answer.body) : undefined;
  }

  private async ask(way: Way, subject: string, body: string, wait: number): Promise<NatsAnswer> {
    const answer = await this.clients.ask<NatsAnswer>(way, { subject, body, wait }, wait + 300);
    return answer ?? { outcome: 'unknown' };
  }
}

/** Empty for an answer that is nothing but a status. */
function bodyOf(head: string, body: string): Readonly<Record<string, unknown>> {
  return head.startsWith('NATS/1.0 ') || body === '' ? {} : (JSON.parse(body) as Record<string, unknown>);
}
