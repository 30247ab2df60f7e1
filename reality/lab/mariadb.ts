import { existsSync } from 'node:fs';
import type { Answer, Way } from './driver.js';
import type { Net, Ran } from './net.js';
import { lacking } from './programs.js';
import { until } from './wait.js';

const INSTALL_MS = 120_000;
const CLIENT = ['mariadb', '--no-defaults', '--connect-timeout=2', '-N', '-B'];

/** mariadbd and mariadb of Debian's mariadb-server: a server at each site, with the table d.t of keys and values. */
export class MariaDb {
  constructor(
    private readonly net: Net,
    /** Of each request, in milliseconds. */
    private readonly timeout: number,
  ) {}

  static missing(packages = 'mariadb-server'): string | undefined {
    if (process.getuid?.() !== 0 || process.env['NETSPLIT_ONE_USER'] !== undefined)
      return 'mariadbd does not run as root, and these namespaces have no other user: run the lab as root';
    return lacking(['mariadbd', 'mariadb', 'mariadb-install-db'], packages);
  }

  /** Makes the data of all servers: once, for it takes long, and then copies. */
  async install(folder: string, sites: readonly string[]): Promise<void> {
    const [first = '', ...others] = sites;
    const how = ['--user=mysql', '--auth-root-authentication-method=normal', '--skip-test-db', '--skip-name-resolve'];
    const words = ['mariadb-install-db', '--no-defaults', ...how, `--datadir=${folder}/${first}`];
    await this.net.run(first, words, { timeout: INSTALL_MS });
    for (const site of others) await this.net.run(site, ['cp', '-a', `${folder}/${first}`, `${folder}/${site}`]);
    if (!existsSync(`${folder}/${sites.at(-1) ?? ''}/mysql`)) throw new Error('mariadb-install-db made no data');
  }

  /** `again`: the settings with which the server starts after it was stopped, where they differ. */
  serve(folder: string, site: string, settings: readonly string[], again = settings): void {
    const files = [
      `--datadir=${folder}/${site}`,
      `--socket=${folder}/${site}.sock`,
      `--pid-file=${folder}/${site}.pid`,
    ];
    const open = ['--bind-address=0.0.0.0', '--skip-name-resolve'];
    const small = ['--innodb-buffer-pool-size=16M', '--innodb-flush-log-at-trx-commit=0'];
    const words = ['mariadbd', '--no-defaults', '--user=mysql', ...files, ...open, ...small];
    this.net.serve(site, [...words, ...settings], { again: [...words, ...again] });
  }

  /** As the administrator, by the socket of the server. */
  root(folder: string, site: string, query: string): Promise<Ran> {
    return this.net.run(site, [...CLIENT, '-uroot', '-S', `${folder}/${site}.sock`, '-e', query]);
  }

  async answers(folder: string, site: string): Promise<void> {
    await until(`answer of ${site}`, async () => (await this.root(folder, site, 'select 1')).code === 0, INSTALL_MS);
  }

  sql({ from, to }: Way, query: string): Promise<Ran> {
    const words = [...CLIENT, '-uu', '-pu', '-h', this.net.addressOf(to), '-e', query];
    return this.net.run(from, words, { timeout: this.timeout });
  }

  own(site: string, query: string): Promise<Ran> {
    return this.sql({ from: site, to: site }, query);
  }

  async version(site: string): Promise<string> {
    return `MariaDB ${/^[\d.]+/.exec((await this.own(site, 'select version()')).out)?.[0] ?? ''}`;
  }

  async write(way: Way, key: string, value: string): Promise<Answer> {
    return answered(await this.sql(way, `insert into d.t values ('${key}', '${value}')`), () => []);
  }

  async read(way: Way, key: string, how = ''): Promise<Answer> {
    return answered(await this.sql(way, `${how}select v from d.t where k = '${key}'`), (out) =>
      out.split('\n').filter((line) => line !== ''),
    );
  }
}

/** `values`: what is read from the output. */
export function answered({ code, out, err }: Ran, values: (out: string) => readonly string[]): Answer {
  if (code === 0) return { outcome: 'ok', values: values(out) };
  if (code === 'hung') return { outcome: 'unknown' };
  // There was no connection yet, and so no request.
  if (/ERROR 200\d|ERROR 2013.*(initial communication|authorization|handshake)/.test(err))
    return { outcome: 'unreached' };
  return { outcome: err.includes('ERROR 2013') ? 'unknown' : 'error' };
}
