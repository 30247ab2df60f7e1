import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { Clients } from './clients.js';
import type { AmqpAnswer, AmqpRequest } from './connections/amqp.js';
import type { HttpAnswer, HttpRequest } from './connections/http.js';
import type { Answer, Driver, Way } from './driver.js';
import type { Net } from './net.js';
import { all, everyone, until } from './wait.js';

/** Without the script around it, which starts the server as a user that the lab may not have. */
const PROGRAM = '/usr/lib/rabbitmq/bin/rabbitmq-server';
const QUEUE = 'q';
const ANSWER_MS = 3000;
const HTTP_PORT = 15_672;
const START_MS = 120_000;
/** A peer that is silent for so long is taken for down. The default is 60 s. */
export const NET_TICK_S = 8;

/** A quorum queue, or a classic queue that is mirrored to all nodes, of which a minority pauses. */
export type Kind = 'quorum' | 'mirrored';

interface Node {
  readonly running: boolean;
  readonly partitions?: readonly string[];
}

interface Queue {
  readonly leader?: string;
  readonly node?: string;
  readonly online?: readonly string[];
  readonly synchronised_slave_nodes?: readonly string[];
}

/** RabbitMQ of Debian's rabbitmq-server: one queue, with a copy on each node. */
export class RabbitMq implements Driver {
  readonly local = 'queue';
  readonly detectingMs = 12_000;
  readonly settledMs = 24_000;
  private readonly clients: Clients;
  private readonly managed: Clients;
  /** A look at a queue takes its messages out for a moment: one look after the other. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly net: Net,
    private readonly sites: readonly string[],
    private readonly kind: Kind,
  ) {
    this.clients = new Clients(net, 'amqp');
    this.managed = new Clients(net, 'http');
  }

  static missing(): string | undefined {
    return existsSync(PROGRAM) ? undefined : 'RabbitMQ is missing: apt-get install rabbitmq-server';
  }

  async start(folder: string): Promise<void> {
    for (const site of this.sites) this.serve(folder, site);
    await until('nodes', () => all(this.sites, (site) => this.isTogether(site)), START_MS);
    const at = this.sites[0] ?? '';
    if (this.kind !== 'quorum') {
      const definition = { 'ha-mode': 'all', 'ha-sync-mode': 'automatic' };
      await this.manage(at, 'PUT', 'policies/%2F/mirrored', { pattern: '', definition, 'apply-to': 'queues' });
    }
    const type = this.kind === 'quorum' ? 'quorum' : 'classic';
    const way = { from: at, to: at };
    await until('queue', async () => (await this.ask(way, { operation: 'declare', type })).outcome === 'ok');
    await this.recovered();
  }

  async version(): Promise<string> {
    const { rabbitmq_version: version = '' } =
      (await this.get<{ rabbitmq_version?: string }>(this.at, 'overview')) ?? {};
    return `RabbitMQ ${version}`;
  }

  leader(): Promise<string> {
    return until('leader of the queue', async () => {
      const { leader, node } = (await this.queue(this.at)) ?? {};
      return this.sites.find((site) => this.nameOf(site) === (leader ?? node));
    });
  }

  async recovered(): Promise<void> {
    const isWell = async (): Promise<boolean> => {
      if (this.kind === 'quorum' && (await this.isSplit())) await this.restart();
      return all(this.sites, (site) => this.isWell(site));
    };
    await until('all copies', isWell, START_MS);
  }

  async write(way: Way, key: string, value: string): Promise<Answer> {
    const { outcome } = await this.ask(way, { operation: 'publish', body: `${key} ${value}` });
    return { outcome };
  }

  read(way: Way, key: string): Promise<Answer> {
    const answer = this.turn.then(async (): Promise<Answer> => {
      const { outcome, bodies = [] } = await this.ask(way, { operation: 'look', prefix: `${key} ` });
      return { outcome, values: bodies.map((body) => body.split(' ')[1] ?? '') };
    });
    this.turn = answer;
    return answer;
  }

  private get at(): string {
    return this.sites[0] ?? '';
  }

  private serve(folder: string, site: string): void {
    const own = `${folder}/${site}`;
    mkdirSync(own);
    const lines = [
      'loopback_users = none',
      `net_ticktime = ${NET_TICK_S}`,
      `cluster_partition_handling = ${this.kind === 'quorum' ? 'ignore' : 'pause_minority'}`,
      'cluster_formation.peer_discovery_backend = classic_config',
      ...this.sites.map((one, i) => `cluster_formation.classic_config.nodes.${i + 1} = ${this.nameOf(one)}`),
      'collect_statistics_interval = 1000',
      '',
    ];
    writeFileSync(`${own}/rabbitmq.conf`, lines.join('\n'));
    writeFileSync(`${own}/plugins`, '[rabbitmq_management].\n');
    writeFileSync(`${own}/.erlang.cookie`, 'lab', { mode: 0o400 });
    const env = {
      HOME: own,
      RABBITMQ_NODENAME: this.nameOf(site),
      RABBITMQ_USE_LONGNAME: 'true',
      RABBITMQ_CONF_ENV_FILE: '/dev/null',
      RABBITMQ_CONFIG_FILE: `${own}/rabbitmq.conf`,
      RABBITMQ_ENABLED_PLUGINS_FILE: `${own}/plugins`,
      RABBITMQ_MNESIA_BASE: own,
      RABBITMQ_LOG_BASE: own,
      RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS: '+S 1:1 +sbwt none +sbwtdcpu none +sbwtdio none',
    };
    this.net.serve(site, [PROGRAM], { env });
  }

  private nameOf(site: string): string {
    return `rabbit@${this.net.addressOf(site)}`;
  }

  private async isSplit(): Promise<boolean> {
    const nodes = await everyone(this.sites, (site) => this.get<readonly Node[]>(site, 'nodes'));
    return [...nodes.values()].some((some) => some?.some(({ partitions = [] }) => partitions.length > 0));
  }

  /** As an operator does where the nodes stay apart: trusts one of them, and starts all others again. */
  private async restart(): Promise<void> {
    const others = this.sites.slice(1);
    for (const site of others) this.net.stop(site);
    for (const site of others) this.net.startAgain(site);
    await until('nodes', () => all(this.sites, (site) => this.isTogether(site)), START_MS);
  }

  private async isTogether(site: string): Promise<boolean> {
    const nodes = (await this.get<readonly Node[]>(site, 'nodes')) ?? [];
    const isIn = ({ running, partitions = [] }: Node): boolean => running && partitions.length === 0;
    return nodes.length === this.sites.length && nodes.every(isIn);
  }

  private async isWell(site: string): Promise<boolean> {
    if (!(await this.isTogether(site))) return false;
    const { leader, node, online = [], synchronised_slave_nodes: mirrors = [] } = (await this.queue(site)) ?? {};
    if ((leader ?? node) === undefined) return false;
    return this.kind === 'quorum' ? online.length === this.sites.length : mirrors.length === this.sites.length - 1;
  }

  private queue(site: string): Promise<Queue | undefined> {
    return this.get<Queue>(site, `queues/%2F/${QUEUE}`);
  }

  private async get<T>(site: string, path: string): Promise<T | undefined> {
    const answer = await this.manage(site, 'GET', path);
    return answer.outcome === 'ok' && answer.status === 200 ? (JSON.parse(answer.body) as T) : undefined;
  }

  private async manage(site: string, method: HttpRequest['method'], path: string, body?: unknown): Promise<HttpAnswer> {
    const request: HttpRequest = {
      port: HTTP_PORT,
      method,
      path: `/api/${path}`,
      body,
      auth: 'guest:guest',
      wait: ANSWER_MS,
    };
    const way = { from: site, to: site };
    return (await this.managed.ask<HttpAnswer>(way, request, ANSWER_MS + 500)) ?? { outcome: 'unknown' };
  }

  private async ask(way: Way, request: Asked): Promise<AmqpAnswer> {
    const whole: AmqpRequest = { queue: QUEUE, wait: ANSWER_MS, ...request };
    return (await this.clients.ask<AmqpAnswer>(way, whole, ANSWER_MS + 3000)) ?? { outcome: 'unknown' };
  }
}

type Without<T> = T extends unknown ? Omit<T, 'queue' | 'wait'> : never;
type Asked = Without<AmqpRequest>;
