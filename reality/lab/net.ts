import { execFileSync, spawn, type ChildProcess } from 'node:child_process';

/** How a command ended: its exit code, or that it had to be ended. */
export interface Ran {
  readonly code: number | 'hung' | null;
  readonly out: string;
  readonly err: string;
}

interface RunOptions {
  readonly timeout?: number;
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** The user that it runs as; by default that of the lab. */
  readonly user?: string;
}

interface ServeOptions extends Pick<RunOptions, 'user' | 'env'> {
  /** How it is started after it was stopped, where that differs. */
  readonly again?: readonly string[];
}

/** How a server was started. */
interface Served {
  readonly argv: readonly string[];
  readonly options: ServeOptions;
}

/**
 * A network of its own: one namespace for each site, all on one bridge in a namespace in the middle. A cut is a set of
 * ordered pairs of addresses that a rule on the bridge drops. Nothing outside of these namespaces is touched.
 */
export class Net {
  readonly ip: Readonly<Record<string, string>>;
  private readonly running = new Set<ChildProcess>();
  private readonly servers = new Map<string, Served[]>();

  constructor(
    private readonly prefix: string,
    sites: readonly string[],
  ) {
    this.ip = Object.fromEntries(sites.map((site, i) => [site, `10.99.0.${i + 1}`]));
    const hub = this.namespace('hub');
    ip('netns', 'add', hub);
    ip('-n', hub, 'link', 'set', 'lo', 'up');
    ip('-n', hub, 'link', 'add', 'br0', 'type', 'bridge', 'stp_state', '0', 'forward_delay', '0');
    ip('-n', hub, 'link', 'set', 'br0', 'up');
    for (const site of sites) {
      const own = this.namespace(site);
      ip('netns', 'add', own);
      ip('-n', own, 'link', 'set', 'lo', 'up');
      ip('-n', hub, 'link', 'add', `to-${site}`, 'type', 'veth', 'peer', 'name', 'eth0', 'netns', own);
      ip('-n', hub, 'link', 'set', `to-${site}`, 'master', 'br0', 'up');
      ip('-n', own, 'addr', 'add', `${this.addressOf(site)}/24`, 'dev', 'eth0');
      ip('-n', own, 'link', 'set', 'eth0', 'up');
    }
    this.nft(`table bridge lab {
  set cut { type ipv4_addr . ipv4_addr; }
  chain forward {
    type filter hook forward priority 0; policy accept;
    ip saddr . ip daddr @cut drop
  }
}
`);
  }

  addressOf(site: string): string {
    return this.ip[site] ?? '';
  }

  cut(pairs: readonly (readonly [from: string, to: string])[]): void {
    const elements = pairs.map(([from, to]) => `${this.addressOf(from)} . ${this.addressOf(to)}`);
    if (elements.length > 0) this.nft(`add element bridge lab cut { ${elements.join(', ')} }\n`);
  }

  heal(): void {
    this.nft('flush set bridge lab cut\n');
  }

  /** A server, which runs until `close`, or until its site is stopped. */
  serve(site: string, argv: readonly string[], options: ServeOptions = {}): void {
    this.child(site, argv, options, 'ignore');
    this.servers.set(site, [...(this.servers.get(site) ?? []), { argv, options }]);
  }

  /** Kills all that runs at a site, the clients there as well, and waits for its end. What servers have on disk stays. */
  stop(site: string): void {
    for (let pids = this.runningAt(site); pids.length > 0; pids = this.runningAt(site)) pids.forEach(kill);
  }

  private runningAt(site: string): number[] {
    const pids = execFileSync('ip', ['netns', 'pids', this.namespace(site)], { encoding: 'utf8' });
    return pids
      .split('\n')
      .filter((line) => line !== '')
      .map(Number);
  }

  /** Starts them again, as they were started. */
  startAgain(site: string): void {
    const before = this.servers.get(site) ?? [];
    this.servers.delete(site);
    for (const { argv, options } of before) this.serve(site, options.again ?? argv, options);
  }

  /** A program at a site that reads lines and answers in lines, until `close`. */
  converse(site: string, argv: readonly string[]): ChildProcess {
    return this.child(site, argv, {}, 'pipe');
  }

  /** A command that ends. */
  run(
    site: string,
    argv: readonly string[],
    { timeout = 5000, input = '', ...options }: RunOptions = {},
  ): Promise<Ran> {
    return new Promise((resolve) => {
      const child = this.child(site, argv, options, 'pipe');
      let [out, err, isHung] = ['', '', false];
      const timer = setTimeout(() => {
        isHung = true;
        end(child);
      }, timeout);
      child.stdout?.on('data', (data: Buffer) => (out += data.toString()));
      child.stderr?.on('data', (data: Buffer) => (err += data.toString()));
      child.stdin?.on('error', () => undefined);
      child.stdin?.end(input);
      child.on('close', (code) => {
        clearTimeout(timer);
        resolve({ code: isHung ? 'hung' : code, out: out.trim(), err: err.trim() });
      });
    });
  }

  /** A command that has to end well before anything else happens. */
  runNow(site: string, argv: readonly string[]): void {
    execFileSync('ip', ['netns', 'exec', this.namespace(site), ...argv]);
  }

  close(): void {
    for (const child of this.running) end(child);
  }

  private child(
    site: string,
    argv: readonly string[],
    { env, user }: RunOptions,
    stdio: 'ignore' | 'pipe',
  ): ChildProcess {
    const as = user === undefined ? [] : ['setpriv', `--reuid=${user}`, `--regid=${user}`, '--clear-groups'];
    const child = spawn('ip', ['netns', 'exec', this.namespace(site), ...as, ...argv], {
      detached: true,
      stdio,
      env: { ...process.env, ...env },
    });
    this.running.add(child);
    child.on('exit', () => this.running.delete(child));
    return child;
  }

  private namespace(site: string): string {
    return `${this.prefix}-${site}`;
  }

  private nft(rules: string): void {
    execFileSync('ip', ['netns', 'exec', this.namespace('hub'), 'nft', '-f', '-'], { input: rules });
  }
}

function ip(...args: readonly string[]): void {
  execFileSync('ip', args);
}

/** With its children. */
function end({ pid }: ChildProcess): void {
  if (pid !== undefined) kill(-pid);
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It ended by itself.
  }
}
