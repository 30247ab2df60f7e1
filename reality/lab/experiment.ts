import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, clientsOf } from '../design.js';
import type { ObservedRow, Phase } from '../observations.js';
import type { System } from '../systems/system.js';
import type { Answer, Driver } from './driver.js';
import type { Recorded } from './history.js';
import { LAG_MS, rowsOf } from './rows.js';
import { all, everyone, until } from './wait.js';

/** One request and what became of it. Times in milliseconds since the epoch. */
export interface Asked {
  readonly phase: Phase;
  readonly client: string;
  readonly operation: string;
  readonly access: 'read' | 'write';
  /** Of a write. */
  readonly value: string;
  readonly began: number;
  readonly ended: number;
  readonly answer: Answer;
}

/** Between two rounds of requests while the break is being detected. */
const EVERY_MS = 1000;
/** How often everything is asked once the break has settled. */
const SETTLED_ROUNDS = 2;
/** An answer of a healthy system that took longer tells that the machine is too busy. */
const HEALTHY_MS = 2000;
/** Longer than the pause that TCP makes after the longest break. */
const REACH_MS = 120_000;
const PULSE_MS = 100;
const LATE_MS = 1000;

/** A cluster that runs. */
export interface Running {
  readonly system: System;
  readonly driver: Driver;
  /** The sites of the servers. */
  readonly sites: readonly string[];
}

/** What was seen under one cut. */
export interface Run extends Recorded {
  readonly rows: readonly ObservedRow[];
}

/** One way to break the network, and its end. */
export interface Break {
  readonly name: string;
  /** The nodes of the design that it stops, with the clients beside them. */
  readonly stops: readonly string[];
  /** `places`: the site of each node of the design, and of x. */
  begin(places: ReadonlyMap<string, string>): void;
  heal(places: ReadonlyMap<string, string>): void;
}

/** The machine was too busy for its servers: what they did says nothing of the break. */
export class Starved extends Error {}

/** Breaks the network in one way, asks from everywhere, heals it, and says what was seen. Throws `Starved`. */
export async function experiment(running: Running, fault: Break, key: string): Promise<Run> {
  const { driver } = running;
  const pulse = new Pulse();
  try {
    const places = await placesOf(running);
    const questions = new Questions(running, key);
    const leader = places.get('n1') ?? '';
    const first = await firstWrite(running, leader, key);
    await questions.copies((copies) => [...copies.values()].every((values) => values?.includes('before-0') === true));
    await questions.around('healthy', places);
    if ((await driver.leader()) !== leader) throw new Starved(`another one than ${leader} leads before the break`);
    const { broken, healed } = await underBreak(running, fault, questions, places);
    await driver.recovered();
    await questions.copies(areOne);
    const now = await placesOf(running);
    await questions.reach('x', now);
    await questions.around('healed', now);
    pulse.check();
    const copies = await questions.copies(areOne);
    const rows = rowsOf(fault.name, questions.asked, new Set(copies.get(now.get('n1') ?? '')), driver.lagMs);
    return { rows, asked: [first, ...questions.asked], broken, healed };
  } finally {
    pulse.stop();
  }
}

/** When the network broke and when it was healed. */
async function underBreak(
  { driver }: Running,
  fault: Break,
  questions: Questions,
  places: ReadonlyMap<string, string>,
): Promise<{ readonly broken: number; readonly healed: number }> {
  const silent = new Set(fault.stops);
  const broken = Date.now();
  fault.begin(places);
  try {
    const rounds: Promise<void>[] = [];
    while (Date.now() < broken + driver.detectingMs) {
      rounds.push(questions.round('detecting', ['write', 'read'], places, silent));
      await sleep(Math.max(0, Math.min(EVERY_MS, broken + driver.detectingMs - Date.now())));
    }
    await Promise.all(rounds);
    await driver.operate?.(places);
    await sleep(Math.max(0, broken + driver.settledMs - Date.now()));
    for (let i = 0; i < SETTLED_ROUNDS; i++) {
      await questions.round('settled', ['write'], places, silent);
      await sleep(2 * (driver.lagMs ?? LAG_MS));
      await questions.round('settled', ['read'], places, silent);
    }
  } finally {
    fault.heal(places);
  }
  return { broken, healed: Date.now() };
}

/** The site of each node of the design, n1 for the one that leads, and of x. */
async function placesOf({ driver, sites }: Running): Promise<ReadonlyMap<string, string>> {
  const leader = await driver.leader();
  const nodes = [leader, ...sites.filter((site) => site !== leader)].map((site, i) => [`n${i + 1}`, site] as const);
  return new Map([...nodes, ['x', 'x']]);
}

type Copies = ReadonlyMap<string, readonly string[] | undefined>;

function areOne(copies: Copies): boolean {
  const [first, ...others] = [...copies.values()].map((values) => values?.toSorted().join());
  return first !== undefined && others.every((other) => other === first);
}

/** A timer that should be in time: the lab itself is late where the machine has too much to do. */
class Pulse {
  private last = Date.now();
  private latest = 0;
  private readonly timer = setInterval(() => {
    this.latest = Math.max(this.latest, Date.now() - this.last - PULSE_MS);
    this.last = Date.now();
  }, PULSE_MS);

  check(): void {
    if (this.latest > LATE_MS) throw new Starved(`the lab was late by ${this.latest} ms`);
  }

  stop(): void {
    clearInterval(this.timer);
  }
}

/** One write that all servers have before anything breaks. */
async function firstWrite({ system, driver }: Running, leader: string, key: string): Promise<Asked> {
  const value = 'before-0';
  const began = Date.now();
  const way = { from: leader, to: leader };
  const answer = await until('first write', async () => {
    const found = await driver.write(way, key, value, '');
    return found.outcome === 'ok' && found;
  });
  const [operation = ''] = Object.keys(system.writes);
  return { phase: 'settled', client: 'p1', operation, access: 'write', value, began, ended: Date.now(), answer };
}

/** The requests of all clients of one run. */
class Questions {
  readonly asked: Asked[] = [];
  private readonly clients: readonly Client[];
  private readonly nodes: readonly string[];
  private count = 0;

  constructor(
    private readonly running: Running,
    private readonly key: string,
  ) {
    this.nodes = running.sites.map((_, i) => `n${i + 1}`);
    this.clients = clientsOf(running.system, this.nodes);
  }

  /** Everything once with nothing cut; throws `Starved` where an answer takes too long. */
  async around(phase: 'healthy' | 'healed', places: ReadonlyMap<string, string>): Promise<void> {
    const from = this.asked.length;
    for (const access of ['write', 'read'] as const) {
      await this.round(phase, [access], places);
      await this.copies(areOne);
    }
    const slowest = Math.max(...this.asked.slice(from).map(({ began, ended }) => ended - began));
    if (slowest > HEALTHY_MS) throw new Starved(`an answer of the ${phase} system took ${slowest} ms`);
  }

  /** Every operation from every client but those beside silent nodes, at the same time. */
  async round(
    phase: Phase,
    accesses: readonly Asked['access'][],
    places: ReadonlyMap<string, string>,
    silent: ReadonlySet<string> = new Set(),
  ): Promise<void> {
    const { system, driver } = this.running;
    const clients = this.clients.filter(({ at }) => at === undefined || !silent.has(at));
    await Promise.all(
      accesses.flatMap((access) =>
        Object.entries(access === 'write' ? system.writes : system.reads).flatMap(([operation, level]) =>
          clients
            // The nearest copy answers a client that goes on to others just as one that keeps to it.
            .filter(({ name }) => !(name.startsWith('r') && access === 'read' && level === driver.local))
            .map((client) => this.ask({ phase, client: client.name, operation, access }, places, client, level)),
        ),
      ),
    );
  }

  /**
   * Waits until a client gets answers from all servers: over a connection that was cut, TCP sends again what was lost
   * after pauses that get longer and longer, and the first request after the heal waits for the end of such a pause.
   */
  async reach(client: string, places: ReadonlyMap<string, string>): Promise<void> {
    const { driver, sites } = this.running;
    const from = places.get(client) ?? '';
    await until(
      `answers for ${client}`,
      () => all(sites, async (to) => (await driver.read({ from, to }, this.key, driver.local)).outcome === 'ok'),
      REACH_MS,
    );
  }

  /** What each server has under the key, once that is as wanted. */
  copies(isWanted: (copies: Copies) => boolean): Promise<Copies> {
    const { driver, sites } = this.running;
    return until('copies', async () => {
      const copies = await everyone(
        sites,
        async (site) => (await driver.read({ from: site, to: site }, this.key, driver.local)).values,
      );
      return isWanted(copies) ? copies : undefined;
    });
  }

  private async ask(
    asked: Pick<Asked, 'phase' | 'client' | 'operation' | 'access'>,
    places: ReadonlyMap<string, string>,
    { at, via }: Client,
    level: string,
  ): Promise<void> {
    const { driver } = this.running;
    const value = `${asked.phase}-${this.count++}`;
    const began = Date.now();
    const order =
      via === undefined ? [...(at === undefined ? [] : [at]), ...this.nodes.filter((node) => node !== at)] : [via];
    let answer: Answer = { outcome: 'unreached' };
    for (const node of order) {
      const way = { from: places.get(at ?? 'x') ?? '', to: places.get(node) ?? '' };
      answer = await (asked.access === 'write'
        ? driver.write(way, this.key, value, level)
        : driver.read(way, this.key, level));
      if (answer.outcome === 'ok' || answer.outcome === 'unknown') break;
    }
    this.asked.push({ ...asked, value, began, ended: Date.now(), answer });
  }
}
