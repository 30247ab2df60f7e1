import type { Answer, Driver, Way } from './driver.js';
import { answered, MariaDb } from './mariadb.js';
import type { Net } from './net.js';
import { all, everyone, until } from './wait.js';

const HEALING_MS = 60_000;

/** MariaDB: a source that waits for one of two replicas, for 3 s. */
export class SemiSync implements Driver {
  readonly local = 'replica';
  readonly detectingMs = 4000;
  readonly settledMs = 12_000;
  private readonly servers: MariaDb;

  constructor(
    private readonly net: Net,
    private readonly sites: readonly string[],
  ) {
    this.servers = new MariaDb(net, 6000);
  }

  static missing(): string | undefined {
    return MariaDb.missing();
  }

  async start(folder: string): Promise<void> {
    const [source = ''] = this.sites;
    await this.servers.install(folder, this.sites);
    await everyone(this.sites, async (site) => {
      const isSource = site === source;
      const waits = ['enabled=1', 'timeout=3000', 'wait-point=AFTER_SYNC'].map(
        (one) => `--rpl-semi-sync-master-${one}`,
      );
      const role = isSource ? waits : ['--rpl-semi-sync-slave-enabled=1', '--read-only=1'];
      const own = [`--server-id=${this.sites.indexOf(site) + 1}`, '--log-bin=bin', '--slave-net-timeout=4'];
      this.servers.serve(folder, site, [...own, ...role]);
      await this.servers.answers(folder, site);
      await this.servers.root(folder, site, SET_UP);
      if (!isSource) await this.servers.root(folder, site, this.follow(source));
    });
    await this.recovered();
  }

  version(): Promise<string> {
    return this.servers.version(this.sites[0] ?? '');
  }

  leader(): Promise<string> {
    return Promise.resolve(this.sites[0] ?? '');
  }

  async recovered(): Promise<void> {
    const [source = '', ...replicas] = this.sites;
    const follows = async (site: string): Promise<boolean> => {
      const { out } = await this.servers.own(site, 'show slave status');
      return out.split('\t').filter((field) => field === 'Yes').length === 2;
    };
    const isWell = async (): Promise<boolean> => {
      const { out } = await this.servers.own(source, "show status like 'Rpl_semi_sync_master_clients'");
      return (await all(replicas, follows)) && Number(/clients\s+(\d+)/.exec(out)?.[1]) === replicas.length;
    };
    await until('replicas', isWell, HEALING_MS);
    await until('semi-synchronous source', async () => {
      await this.servers.own(source, "insert into d.t values ('-', '-')");
      const { out } = await this.servers.own(source, "show status like 'Rpl_semi_sync_master_status'");
      return /status\s+ON/.test(out);
    });
  }

  write(way: Way, key: string, value: string): Promise<Answer> {
    return this.servers.write(way, key, value);
  }

  async read(way: Way, key: string, level: string): Promise<Answer> {
    const ran = await this.servers.sql(way, `select @@read_only; select v from d.t where k = '${key}'`);
    if (level === 'source' && ran.code === 0 && ran.out.startsWith('1')) return { outcome: 'error' };
    return answered(ran, (out) => out.split('\n').slice(1));
  }

  private follow(source: string): string {
    const login = `master_host='${this.net.addressOf(source)}', master_user='u', master_password='u'`;
    return `change master to ${login}, master_connect_retry=1, master_use_gtid=slave_pos; start slave`;
  }
}

const RIGHTS = 'select, insert, replication slave, slave monitor, binlog monitor';
const SET_UP =
  `set sql_log_bin=0; create user u@'%' identified by 'u'; grant ${RIGHTS} on *.* to u@'%'; ` +
  'create database d; create table d.t(k varchar(40), v varchar(80)); set sql_log_bin=1';
