import { appendFileSync, existsSync, readdirSync } from 'node:fs';
import type { Answer, Driver, Way } from './driver.js';
import type { Net, Ran } from './net.js';
import { connectedTo, toPromote } from './operator.js';
import { those, until } from './wait.js';

const HOME = '/usr/lib/postgresql';
/** The servers refuse to run as root. */
export const AS_POSTGRES = { user: 'postgres' };
const MAKE = { ...AS_POSTGRES, timeout: 60_000 };

/** A primary with two hot standbys, and perhaps an operator who promotes one of them. */
export class PostgreSql implements Driver {
  readonly local = 'standby';
  readonly detectingMs = 4000;
  readonly settledMs = 8000;
  private folder = '';
  /** By the operator, since the last time that all were together. */
  private promoted: string | undefined;

  constructor(
    private readonly net: Net,
    private readonly sites: readonly string[],
    /** As in synchronous_standby_names; '' for none. */
    private readonly sync: '' | 'ANY 1',
    private readonly hasOperator = false,
  ) {}

  static missing(): string | undefined {
    if (!existsSync(HOME)) return 'postgres is missing: apt-get install postgresql';
    return process.getuid?.() === 0 && process.env['NETSPLIT_ONE_USER'] === undefined
      ? undefined
      : 'postgres does not run as root, and these namespaces have no other user: run the lab as root';
  }

  async start(folder: string): Promise<void> {
    this.folder = folder;
    const [primary = '', ...standbys] = this.sites;
    await this.makePrimary(`${folder}/${primary}`, primary, standbys);
    for (const site of standbys) await this.makeStandby(`${folder}/${site}`, primary, site);
    await this.recovered();
    await must(this.query(primary, 'create table t(k text, v text)'));
  }

  async version(site = this.sites[0] ?? ''): Promise<string> {
    const { out } = await this.query(site, 'show server_version');
    return `PostgreSQL ${out.split(' ')[0] ?? ''}`;
  }

  leader(): Promise<string> {
    return until('primary', async () => (await those(this.sites, (site) => this.isPrimary(site)))[0]);
  }

  async isPrimary(site: string): Promise<boolean> {
    return (await this.query(site, 'select pg_is_in_recovery()')).out === 'f';
  }

  async operate(places: ReadonlyMap<string, string>): Promise<void> {
    if (!this.hasOperator) return;
    const reaches = async (way: Way): Promise<boolean> => (await this.sql(way, 'select 1')).out === '1';
    const chosen = await toPromote(places.get('n1') ?? '', this.sites, reaches);
    if (chosen === undefined) return;
    this.promoted = chosen;
    await must(this.query(chosen, 'select pg_promote()'));
    for (const site of await connectedTo(chosen, this.sites, reaches)) if (site !== chosen) await this.follow(site);
  }

  /** The one that leads at the end is the one that was promoted: the old primary is made anew as its standby. */
  async recovered(): Promise<void> {
    if (this.promoted !== undefined) await this.rejoin(this.promoted);
    this.promoted = undefined;
    const query = "select count(*) from pg_stat_replication where state = 'streaming'";
    const isWell = async (): Promise<boolean> =>
      (await this.query(await this.leader(), query)).out === `${this.sites.length - 1}`;
    await until('streaming standbys', isWell);
  }

  private async rejoin(primary: string): Promise<void> {
    for (const site of this.sites) {
      if (site === primary) continue;
      if (!(await this.isPrimary(site))) {
        await this.follow(site);
        continue;
      }
      this.net.stop(site);
      await must(this.net.run(site, ['rm', '-r', `${this.folder}/${site}`], AS_POSTGRES));
      await this.copy(`${this.folder}/${site}`, primary, site);
      this.net.startAgain(site);
      await this.answers(site);
    }
  }

  private async follow(site: string): Promise<void> {
    const info = this.infoFor(site, this.promoted ?? '').replaceAll("'", "''");
    await must(this.query(site, `alter system set primary_conninfo = '${info}'`));
    await must(this.query(site, 'select pg_reload_conf()'));
  }

  async write(way: Way, key: string, value: string, level: string): Promise<Answer> {
    const how = level === '' ? '' : `set synchronous_commit=${level}; `;
    const { code, err } = await this.sql(way, `${how}insert into t values ('${key}', '${value}')`);
    if (code === 0) return { outcome: 'ok' };
    if (code === 'hung') return { outcome: 'unknown' };
    return { outcome: err.includes('read-only') ? 'error' : 'unreached' };
  }

  async read(way: Way, key: string, level: string): Promise<Answer> {
    const attributes = level === 'primary' ? 'primary' : 'any';
    const { code, out, err } = await this.sql(way, `select v from t where k = '${key}'`, attributes);
    if (code === 0) return { outcome: 'ok', values: out.split('\n').filter((line) => line !== '') };
    return { outcome: code === 'hung' ? 'unknown' : err.includes('standby') ? 'error' : 'unreached' };
  }

  private async makePrimary(folder: string, site: string, standbys: readonly string[]): Promise<void> {
    await must(
      this.net.run(site, [program('initdb'), '-D', folder, '-A', 'trust', '-U', 'postgres', '--no-sync'], MAKE),
    );
    const names = standbys.map((standby) => `"${standby}"`).join();
    const settings = [
      "listen_addresses='*'",
      "unix_socket_directories=''",
      'fsync=off',
      'shared_buffers=16MB',
      'wal_sender_timeout=4s',
      'wal_receiver_timeout=4s',
      'wal_retrieve_retry_interval=1s',
      `synchronous_standby_names='${this.sync === '' ? '' : `${this.sync} (${names})`}'`,
    ];
    appendFileSync(`${folder}/postgresql.conf`, `\n${settings.join('\n')}\n`);
    const trust = ['host all all 10.99.0.0/24 trust', 'host replication all 10.99.0.0/24 trust', ''];
    appendFileSync(`${folder}/pg_hba.conf`, trust.join('\n'));
    await this.serve(folder, site);
  }

  private async makeStandby(folder: string, primary: string, site: string): Promise<void> {
    await this.copy(folder, primary, site);
    await this.serve(folder, site);
  }

  private async copy(folder: string, primary: string, site: string): Promise<void> {
    const from = ['-h', this.net.addressOf(primary), '-U', 'postgres', '-D', folder];
    const how = ['-R', '-X', 'stream', '--no-sync', '-c', 'fast'];
    await must(this.net.run(site, [program('pg_basebackup'), ...from, ...how], MAKE));
    appendFileSync(`${folder}/postgresql.auto.conf`, `\nprimary_conninfo='${this.infoFor(site, primary)}'\n`);
  }

  private infoFor(site: string, primary: string): string {
    return `host=${this.net.addressOf(primary)} user=postgres application_name=${site} connect_timeout=3`;
  }

  private async serve(folder: string, site: string): Promise<void> {
    this.net.serve(site, [program('postgres'), '-D', folder], AS_POSTGRES);
    await this.answers(site);
  }

  private async answers(site: string): Promise<void> {
    await until(`answer of ${site}`, async () => (await this.query(site, 'select 1')).out === '1');
  }

  private sql({ from, to }: Way, query: string, attributes = 'any'): Promise<Ran> {
    const host = `host=${this.net.addressOf(to)} user=postgres dbname=postgres connect_timeout=2`;
    const words = ['psql', `${host} target_session_attrs=${attributes}`, '-AtqX', '-c', query];
    return this.net.run(from, words, { timeout: 6000 });
  }

  query(site: string, query: string): Promise<Ran> {
    return this.sql({ from: site, to: site }, query);
  }
}

/** Of the newest version that is there. */
export function programFolder(): string {
  return `${HOME}/${readdirSync(HOME).at(-1) ?? ''}/bin`;
}

function program(name: string): string {
  return `${programFolder()}/${name}`;
}

async function must(running: Promise<Ran>): Promise<void> {
  const { code, out, err } = await running;
  if (code !== 0) throw new Error(`${out}${err}`);
}
