import type { Answer, Driver, Way } from './driver.js';
import type { Net, Ran } from './net.js';
import { lacking } from './programs.js';
import { all, theOne, until } from './wait.js';

/** Starts the member of a new cluster of all sites at one of them. `data`: its folder. */
export function serveEtcd(
  net: Net,
  sites: readonly string[],
  { site: name, data, more = [] }: { readonly site: string; readonly data: string; readonly more?: readonly string[] },
): void {
  const url = (site: string, port: number): string => `http://${net.addressOf(site)}:${port}`;
  const cluster = sites.map((site) => `${site}=${url(site, 2380)}`).join();
  const peer = ['listen-peer', 'initial-advertise-peer'].flatMap((one) => [`--${one}-urls`, url(name, 2380)]);
  const client = ['listen-client', 'advertise-client'].flatMap((one) => [`--${one}-urls`, url(name, 2379)]);
  const state = ['--initial-cluster', cluster, '--initial-cluster-state', 'new'];
  net.serve(name, ['etcd', '--name', name, '--data-dir', data, ...peer, ...client, ...state, ...more]);
}

/** etcd and etcdctl, as Debian's etcd-server and etcd-client have them. */
export class Etcd implements Driver {
  readonly local = 'serializable';
  readonly detectingMs = 4000;
  readonly settledMs = 6000;

  constructor(
    private readonly net: Net,
    private readonly sites: readonly string[],
  ) {}

  static missing(): string | undefined {
    return lacking(['etcd', 'etcdctl'], 'etcd-server etcd-client');
  }

  async start(folder: string): Promise<void> {
    for (const site of this.sites) serveEtcd(this.net, this.sites, { site, data: `${folder}/${site}` });
    await this.recovered();
  }

  async version(): Promise<string> {
    const { out } = await this.net.run(this.sites[0] ?? '', ['etcd', '--version']);
    return `etcd ${/etcd Version: ([\d.]+)/.exec(out)?.[1] ?? ''}`;
  }

  leader(): Promise<string> {
    return theOne('leader', this.sites, (site) => this.leads(site));
  }

  /** Makes this one the leader. */
  async lead(site: string): Promise<void> {
    const leader = await this.leader();
    if (leader === site) return;
    const { out } = await this.ctl({ from: site, to: site }, 'endpoint', 'status', '-w', 'json');
    // It has 64 bits, more than a number keeps.
    const id = BigInt(/"member_id":(\d+)/.exec(out)?.[1] ?? 0);
    await this.ctl({ from: leader, to: leader }, 'move-leader', id.toString(16));
    await until(`leader ${site}`, () => this.leads(site));
  }

  async recovered(): Promise<void> {
    const isWell = async (site: string): Promise<boolean> =>
      (await this.ctl({ from: site, to: site }, 'endpoint', 'health')).code === 0;
    await until('health', () => all(this.sites, isWell));
  }

  async write(way: Way, key: string, value: string): Promise<Answer> {
    const ran = await this.ctl(way, 'put', `k/${key}/${value}`, '1');
    return ran.code === 0 ? { outcome: 'ok' } : failed(ran);
  }

  async read(way: Way, key: string, level: string): Promise<Answer> {
    const consistency = level === 'serializable' ? 's' : 'l';
    const ran = await this.ctl(way, 'get', `k/${key}/`, '--prefix', '--keys-only', `--consistency=${consistency}`);
    if (ran.code !== 0) return failed(ran);
    return { outcome: 'ok', values: ran.out.split('\n').flatMap((line) => line.split('/')[2] ?? []) };
  }

  private ctl({ from, to }: Way, ...args: readonly string[]): Promise<Ran> {
    const times = ['--command-timeout=3s', '--dial-timeout=2s', '--debug'];
    const words = ['etcdctl', ...times, `--endpoints=http://${this.net.addressOf(to)}:2379`, ...args];
    return this.net.run(from, words, { env: { ETCDCTL_API: '3' } });
  }

  private async leads(site: string): Promise<boolean> {
    const { code, out } = await this.ctl({ from: site, to: site }, 'endpoint', 'status', '-w', 'json');
    if (code !== 0) return false;
    const [status] = JSON.parse(out) as { Status: { header: { member_id: number }; leader: number } }[];
    return status !== undefined && status.Status.header.member_id === status.Status.leader;
  }
}

/** `--debug` tells a server that never was reached from one that does not answer. */
function failed({ err }: Ran): Answer {
  if (!err.includes('Connectivity change to READY')) return { outcome: 'unreached' };
  return { outcome: /etcdserver: (no leader|not capable|leader changed)/.test(err) ? 'error' : 'unknown' };
}
