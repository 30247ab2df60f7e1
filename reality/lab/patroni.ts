import { writeFileSync } from 'node:fs';
import type { Answer, Driver, Way } from './driver.js';
import { serveEtcd } from './etcd.js';
import type { Net } from './net.js';
import { AS_POSTGRES, PostgreSql, programFolder } from './postgresql.js';
import { lacking } from './programs.js';
import { theOne, those, until } from './wait.js';

const START_MS = 120_000;
/** The least that Patroni 3 takes. */
const TTL_S = 20;

/**
 * Patroni of Debian's package beside each PostgreSQL, and etcd beside each Patroni. By etcd's protocol v3, the old
 * primary of Patroni 3.0 took the lock again after the heal, beside the new one on the same timeline, and the copies
 * stayed apart. It may have read who leads from a member that was cut off, as patroni/patroni, pull requests 2787 and
 * 3318, tell; that was not looked at.
 */
export class Patroni implements Driver {
  readonly local = 'standby';
  readonly detectingMs = 6000;
  readonly settledMs = 32_000;
  private readonly servers: PostgreSql;

  constructor(
    private readonly net: Net,
    private readonly sites: readonly string[],
  ) {
    this.servers = new PostgreSql(net, sites, '');
  }

  static missing(): string | undefined {
    return PostgreSql.missing() ?? lacking(['patroni', 'etcd'], 'patroni etcd-server');
  }

  async start(folder: string): Promise<void> {
    for (const site of this.sites) {
      serveEtcd(this.net, this.sites, { site, data: `${folder}/${site}.etcd`, more: ['--enable-v2'] });
      await this.net.run(site, ['mkdir', `${folder}/${site}`], AS_POSTGRES);
      writeFileSync(`${folder}/${site}.json`, JSON.stringify(this.settings(folder, site)));
    }
    for (const site of this.sites) this.net.serve(site, ['patroni', `${folder}/${site}.json`], AS_POSTGRES);
    await this.recovered();
    await this.servers.query(await this.leader(), 'create table t(k text, v text)');
  }

  async version(): Promise<string> {
    const { out } = await this.net.run(this.sites[0] ?? '', ['patroni', '--version']);
    return `${await this.servers.version(await this.leader())} with Patroni ${/[\d.]+$/.exec(out)?.[0] ?? ''}`;
  }

  leader(): Promise<string> {
    return theOne('primary', this.sites, (site) => this.servers.isPrimary(site));
  }

  async recovered(): Promise<void> {
    const isWell = async (): Promise<boolean> => {
      const [primary, ...others] = await those(this.sites, (site) => this.servers.isPrimary(site));
      if (primary === undefined || others.length > 0) return false;
      const query = "select count(*) from pg_stat_replication where state = 'streaming'";
      return (await this.servers.query(primary, query)).out === `${this.sites.length - 1}`;
    };
    await until('streaming standbys', isWell, START_MS);
  }

  write(way: Way, key: string, value: string): Promise<Answer> {
    return this.servers.write(way, key, value, '');
  }

  read(way: Way, key: string, level: string): Promise<Answer> {
    return this.servers.read(way, key, level);
  }

  /** Written as JSON, which YAML contains. */
  private settings(folder: string, site: string): unknown {
    const address = this.net.addressOf(site);
    const user = { username: 'postgres' };
    const fast = { wal_sender_timeout: '4s', wal_receiver_timeout: '4s', wal_retrieve_retry_interval: '1s' };
    const parameters = { ...fast, fsync: 'off', shared_buffers: '16MB' };
    const dcs = { ttl: TTL_S, loop_wait: 2, retry_timeout: 4, maximum_lag_on_failover: 1_048_576 };
    return {
      scope: 't',
      name: site,
      restapi: { listen: `${address}:8008`, connect_address: `${address}:8008` },
      etcd: { hosts: this.sites.map((one) => `${this.net.addressOf(one)}:2379`) },
      bootstrap: { dcs: { ...dcs, postgresql: { use_pg_rewind: true, parameters } }, initdb: [{ auth: 'trust' }] },
      postgresql: {
        listen: `${address}:5432`,
        connect_address: `${address}:5432`,
        data_dir: `${folder}/${site}/data`,
        bin_dir: programFolder(),
        pgpass: `${folder}/${site}/pgpass`,
        authentication: { superuser: user, replication: user },
        parameters: { unix_socket_directories: `${folder}/${site}` },
        pg_hba: ['local all all trust', 'host all all 10.99.0.0/24 trust', 'host replication all 10.99.0.0/24 trust'],
      },
    };
  }
}
