import { writeFileSync } from 'node:fs';
import type { Answer, Driver, Way } from './driver.js';
import type { Net, Ran } from './net.js';
import { connectedTo, toPromote } from './operator.js';
import { lacking } from './programs.js';
import { everyone, theOne, those, until } from './wait.js';

/** How long an answer may take on a machine that has other work. */
const BUSY_MS = 15_000;
/** How long every Sentinel has to be content with one master before a run begins. */
const CALM_MS = 3000;

/**
 * Redis with a Sentinel beside each instance, or with an operator who promotes a replica: redis-server, redis-sentinel
 * and redis-tools of Debian.
 */
export class Redis implements Driver {
  readonly local = 'replica';
  readonly detectingMs = 7000;
  readonly settledMs = 14_000;
  private isWatched = false;
  /** By an operator. */
  private promoted: string | undefined;

  constructor(
    private readonly net: Net,
    private readonly sites: readonly string[],
    private readonly promotedBy: 'sentinels' | 'an operator' = 'sentinels',
  ) {}

  static missing(): string | undefined {
    return lacking(['redis-server', 'redis-cli'], 'redis-server redis-tools');
  }

  async start(folder: string): Promise<void> {
    const first = this.net.addressOf(this.sites[0] ?? '');
    for (const site of this.sites) {
      const of = this.net.addressOf(site) === first ? [] : ['--replicaof', first, '6379'];
      const timing = ['--repl-diskless-sync-delay', '0', '--repl-timeout', '6', '--repl-ping-replica-period', '1'];
      const open = ['--bind', '0.0.0.0', '--protected-mode', 'no', '--save', ''];
      // Without a file, a master that was stopped comes back empty, and its replicas follow it.
      const files = ['--dir', folder, '--dbfilename', `${site}.rdb`, '--appendonly', 'yes', '--appenddirname', site];
      this.net.serve(site, ['redis-server', ...files, ...open, ...timing, ...of]);
      const watch = [`monitor m ${first} 6379 2`, 'down-after-milliseconds m 2000', 'failover-timeout m 6000'];
      const lines = ['port 26379', 'bind 0.0.0.0', 'protected-mode no', `dir ${folder}`];
      writeFileSync(`${folder}/${site}.conf`, [...lines, ...watch.map((one) => `sentinel ${one}`), ''].join('\n'));
    }
    await this.recovered();
    if (this.promotedBy === 'an operator') return;
    for (const site of this.sites) this.net.serve(site, ['redis-server', `${folder}/${site}.conf`, '--sentinel']);
    this.isWatched = true;
    await this.recovered();
  }

  async version(): Promise<string> {
    const { out } = await this.net.run(this.sites[0] ?? '', ['redis-server', '--version']);
    return `Redis ${/v=([\d.]+)/.exec(out)?.[1] ?? ''}`;
  }

  leader(): Promise<string> {
    return theOne('single master', this.sites, (site) => this.isMaster(site));
  }

  async operate(places: ReadonlyMap<string, string>): Promise<void> {
    if (this.promotedBy === 'sentinels') return;
    const reaches = async (way: Way): Promise<boolean> => (await this.cli(way, 'ping\n')).out === 'PONG';
    const chosen = await toPromote(places.get('n1') ?? '', this.sites, reaches);
    if (chosen === undefined) return;
    this.promoted = chosen;
    await this.cli({ from: chosen, to: chosen }, 'replicaof no one\n');
    for (const site of await connectedTo(chosen, this.sites, reaches)) await this.follow(site);
  }

  /** An operator's last step: all others follow the one that was promoted. */
  private async follow(site: string): Promise<void> {
    if (this.promoted === undefined || site === this.promoted) return;
    await this.cli({ from: site, to: site }, `replicaof ${this.net.addressOf(this.promoted)} 6379\n`);
  }

  async recovered(): Promise<void> {
    let since: number | undefined;
    const isCalm = async (): Promise<boolean> => {
      const isTogether = await this.isTogether();
      if (!isTogether) await everyone(this.sites, (site) => this.follow(site));
      const isWell = isTogether && (!this.isWatched || (await this.isAgreed()));
      since = isWell ? (since ?? Date.now()) : undefined;
      return since !== undefined && (!this.isWatched || Date.now() - since > CALM_MS);
    };
    await until('master that all agree on', isCalm, 90_000);
  }

  async write(way: Way, key: string, value: string): Promise<Answer> {
    const { code, out } = await this.cli(way, `sadd ${key} ${value}\n`);
    if (out === '1') return { outcome: 'ok' };
    if (code === 'hung') return { outcome: way.from === way.to ? 'unknown' : 'unreached' };
    return { outcome: /READONLY|NOREPLICAS|LOADING/.test(out) ? 'error' : 'unreached' };
  }

  async read(way: Way, key: string, level: string): Promise<Answer> {
    const { code, out, err } = await this.cli(way, `role\nsmembers ${key}\n`);
    if (code === 'hung' || err !== '') return { outcome: 'unreached' };
    const lines = out.split('\n');
    if (/LOADING|MASTERDOWN/.test(out) || (level === 'master' && lines[0] !== 'master')) return { outcome: 'error' };
    return { outcome: 'ok', values: lines.filter((line) => /^[a-z]+-\d+$/.test(line)) };
  }

  private cli({ from, to }: Way, input: string): Promise<Ran> {
    // No cut is between a client and the instance beside it: that one is late only where the machine has other work.
    const timeout = from === to ? BUSY_MS : 2500;
    return this.net.run(from, ['redis-cli', '-h', this.net.addressOf(to), '-p', '6379'], { input, timeout });
  }

  private masters(): Promise<string[]> {
    return those(this.sites, (site) => this.isMaster(site));
  }

  private async isMaster(site: string): Promise<boolean> {
    return (await this.cli({ from: site, to: site }, 'role\n')).out.startsWith('master');
  }

  /** One master, and every other one is its replica. */
  private async isTogether(): Promise<boolean> {
    const [master, ...others] = await this.masters();
    if (master === undefined || others.length > 0) return false;
    const info = await everyone(
      this.sites,
      async (site) => (await this.cli({ from: site, to: site }, 'info replication\n')).out,
    );
    const isLinked = (site: string): boolean => info.get(site)?.includes('master_link_status:up') === true;
    const online = info.get(master)?.match(/state=online/g)?.length ?? 0;
    return online === this.sites.length - 1 && this.sites.every((site) => site === master || isLinked(site));
  }

  /** All Sentinels know that master, with all replicas and all other Sentinels. */
  private async isAgreed(): Promise<boolean> {
    const seen = await everyone(this.sites, async (site) => {
      const { out } = await this.net.run(site, ['redis-cli', '-p', '26379', 'sentinel', 'master', 'm']);
      const lines = out.split('\n');
      const field = (name: string): string => lines[lines.indexOf(name) + 1] ?? '';
      return ['flags', 'num-other-sentinels', 'num-slaves', 'ip'].map(field).join();
    });
    const [master = ''] = await this.masters();
    const count = this.sites.length - 1;
    return [...seen.values()].every((one) => one === `master,${count},${count},${this.net.addressOf(master)}`);
  }
}
