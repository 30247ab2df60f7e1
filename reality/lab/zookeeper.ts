import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { Clients } from './clients.js';
import type { ZooKeeperRequest } from './connections/zookeeper.js';
import type { Answer, Driver, Way } from './driver.js';
import type { Net } from './net.js';
import { lacking } from './programs.js';
import { everyone, theOne, until } from './wait.js';

const JAR = '/usr/share/java/zookeeper.jar';
const CLASS_PATH = `/etc/zookeeper/conf_example:${JAR}:/usr/share/java/*`;
/** Longer than the clients wait for a session that is lost. */
const ANSWER_MS = 4000;
/** Five servers on a machine that has other work. */
const HEALING_MS = 120_000;

/** ZooKeeper of Debian's package zookeeper, and sessions of 4 s that are opened before the break. */
export class ZooKeeper implements Driver {
  readonly local = 'default';
  readonly detectingMs = 6000;
  readonly settledMs = 14_000;
  private readonly clients: Clients;

  constructor(
    private readonly net: Net,
    private readonly sites: readonly string[],
  ) {
    this.clients = new Clients(net, 'zookeeper');
  }

  static missing(): string | undefined {
    const packages = 'zookeeper default-jre-headless';
    return existsSync(JAR) ? lacking(['java'], packages) : `zookeeper is missing: apt-get install ${packages}`;
  }

  async start(folder: string): Promise<void> {
    const servers = this.sites.map((site, i) => `server.${i + 1}=${this.net.addressOf(site)}:2888:3888`);
    const times = ['tickTime=1000', 'initLimit=5', 'syncLimit=2'];
    const open = ['clientPort=2181', 'maxClientCnxns=0', 'admin.enableServer=false', '4lw.commands.whitelist=*'];
    for (const [i, site] of this.sites.entries()) {
      const own = `${folder}/${site}`;
      mkdirSync(own);
      writeFileSync(`${own}/myid`, `${i + 1}`);
      writeFileSync(`${own}.cfg`, [...times, ...open, `dataDir=${own}`, ...servers, ''].join('\n'));
      const machine = ['-Xmx96m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', `-Dzookeeper.log.dir=${own}`];
      const main = 'org.apache.zookeeper.server.quorum.QuorumPeerMain';
      this.net.serve(site, ['java', ...machine, '-cp', CLASS_PATH, main, `${own}.cfg`]);
    }
    await this.recovered();
  }

  async version(): Promise<string> {
    const [, version = ''] = /version: ([\d.]+)/.exec(await this.word(this.sites[0] ?? '', 'srvr')) ?? [];
    return `ZooKeeper ${version}`;
  }

  leader(): Promise<string> {
    return theOne('leader', this.sites, async (site) => (await this.mode(site)) === 'leader');
  }

  async recovered(): Promise<void> {
    await until(
      'followers',
      async () => {
        const modes = [...(await everyone(this.sites, (site) => this.mode(site))).values()];
        const followers = modes.filter((mode) => mode === 'follower').length;
        return modes.includes('leader') && followers === this.sites.length - 1;
      },
      HEALING_MS,
    );
  }

  write(way: Way, key: string, value: string): Promise<Answer> {
    return this.ask(way, { operation: 'write', key, value });
  }

  read(way: Way, key: string, level: string): Promise<Answer> {
    return this.ask(way, { operation: level === 'sync' ? 'sync' : 'read', key, value: '' });
  }

  private async ask(way: Way, request: ZooKeeperRequest): Promise<Answer> {
    return (await this.clients.ask<Answer>(way, request, ANSWER_MS)) ?? { outcome: 'unknown' };
  }

  private async mode(site: string): Promise<string | undefined> {
    return /Mode: (\w+)/.exec(await this.word(site, 'srvr'))?.[1];
  }

  /** What a server says of itself. */
  private async word(site: string, word: string): Promise<string> {
    const script = `exec 3<>/dev/tcp/${this.net.addressOf(site)}/2181; printf ${word} >&3; cat <&3`;
    return (await this.net.run(site, ['bash', '-c', script], { timeout: 2500 })).out;
  }
}
