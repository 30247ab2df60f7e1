import { existsSync } from 'node:fs';
import type { Answer, Driver, Way } from './driver.js';
import { MariaDb } from './mariadb.js';
import type { Net } from './net.js';
import { all, until } from './wait.js';

const PROVIDER = '/usr/lib/galera/libgalera_smm.so';
const PACKAGES = 'mariadb-server galera-4 rsync';
/** A member that was stopped gets all data anew. */
const HEALING_MS = 120_000;

const READS: Readonly<Record<string, string>> = {
  'wsrep_sync_wait=0': 'set session wsrep_sync_wait=0, wsrep_dirty_reads=0; ',
  'wsrep_sync_wait=1': 'set session wsrep_sync_wait=1, wsrep_dirty_reads=0; ',
  'wsrep_dirty_reads=ON': 'set session wsrep_dirty_reads=1; ',
};

/** MariaDB with the provider of Debian's galera-4. */
export class Galera implements Driver {
  readonly local = 'wsrep_sync_wait=0';
  readonly detectingMs = 5000;
  readonly settledMs = 16_000;
  private readonly servers: MariaDb;

  constructor(
    private readonly net: Net,
    private readonly sites: readonly string[],
  ) {
    this.servers = new MariaDb(net, 3000);
  }

  static missing(): string | undefined {
    return existsSync(PROVIDER) ? MariaDb.missing(PACKAGES) : `Galera is missing: apt-get install ${PACKAGES}`;
  }

  async start(folder: string): Promise<void> {
    const [first = '', ...others] = this.sites;
    await this.servers.install(folder, this.sites);
    const addresses = this.sites.map((site) => this.net.addressOf(site)).join();
    const join = [`--wsrep-cluster-address=gcomm://${addresses}`];
    this.serve(folder, first, ['--wsrep-cluster-address=gcomm://', '--wsrep-new-cluster'], join);
    await this.servers.answers(folder, first);
    const user = "create user u@'%' identified by 'u'; grant all on *.* to u@'%'";
    const table = 'create database d; create table d.t(k varchar(40), v varchar(80), primary key (k, v))';
    await this.servers.root(folder, first, `${user}; ${table}`);
    for (const site of others) {
      this.serve(folder, site, join);
      await until(`copy at ${site}`, () => this.isSynced(site, 1), HEALING_MS);
    }
    await this.recovered();
  }

  async version(): Promise<string> {
    const site = this.sites[0] ?? '';
    const { out } = await this.servers.own(site, "show status like 'wsrep_provider_version'");
    // The first number is that of the interface to the server.
    return `${await this.servers.version(site)} with Galera 4 (26.${/\d+\.\d+/.exec(out)?.[0] ?? ''})`;
  }

  /** All are equal. */
  leader(): Promise<string> {
    return Promise.resolve(this.sites[0] ?? '');
  }

  async recovered(): Promise<void> {
    const isWell = (site: string): Promise<boolean> => this.isSynced(site, this.sites.length);
    await until('synced members', () => all(this.sites, isWell), HEALING_MS);
  }

  write(way: Way, key: string, value: string): Promise<Answer> {
    return this.servers.write(way, key, value);
  }

  read(way: Way, key: string, level: string): Promise<Answer> {
    return this.servers.read(way, key, READS[level]);
  }

  private serve(folder: string, site: string, address: readonly string[], again = address): void {
    const replication = ['--binlog-format=ROW', '--innodb-autoinc-lock-mode=2', '--wsrep-on=ON'];
    const provider = [`--wsrep-provider=${PROVIDER}`, '--wsrep-provider-options=gcache.size=16M'];
    const own = [`--wsrep-node-name=${site}`, `--wsrep-node-address=${this.net.addressOf(site)}`];
    const cluster = ['--wsrep-cluster-name=t', '--wsrep-sst-method=rsync', ...own];
    const common = [...replication, ...provider, ...cluster];
    this.servers.serve(folder, site, [...common, ...address], [...common, ...again]);
  }

  /** It is up to date, in a primary component of that many members at least. */
  private async isSynced(site: string, members: number): Promise<boolean> {
    const names = "'wsrep_local_state_comment', 'wsrep_cluster_size', 'wsrep_ready'";
    const { out } = await this.servers.own(site, `show status where variable_name in (${names})`);
    return /Synced/.test(out) && /ready\s+ON/.test(out) && Number(/size\s+(\d+)/.exec(out)?.[1]) >= members;
  }
}
