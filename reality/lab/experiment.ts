import { setTimeout as sleep } from 'node:timers/promises';
import { type Client, clientsOf } from '../design.js';
import type { ObservedRow, Phase } from '../observations.js';
import type { System } from '../systems/system.js';
import type { Answer, Driver } from './driver.js';
import type { Recorded } from './history.js';
import { LAG_MS, rowsOf } from './rows.js';
import { everyone, until } from './wait.js';

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
  /** `places`: the site of each node of the design, and of x. */
  begin(places: ReadonlyMap<string, string>): void;
  heal(): void;
}

/** Breaks the network in one way, asks from everywhere, heals it, and says what was seen. */
export async function experiment(running: Running, fault: Break, key: string): Promise<Run> {
  const { driver, sites } = running;
  const leader = await driver.leader();
  const places = new Map([leader, ...sites.filter((site) => site !== leader)].map((site, i) => [`n${i + 1}`, site]));
  const questions = new Questions(running, places, key);
  const first = await firstWrite(running, leader, key);
  await questions.copies((copies) => [...copies.values()].every((values) => values?.includes('before-0') === true));
  places.set('x', 'x');
  const broken = Date.now();
  fault.begin(places);
  try {
    const rounds: Promise<void>[] = [];
    while (Date.now() < broken + driver.detectingMs) {
      rounds.push(questions.round('detecting', ['write', 'read']));
      await sleep(Math.max(0, Math.min(EVERY_MS, broken + driver.detectingMs - Date.now())));
    }
    await Promise.all(rounds);
    await sleep(Math.max(0, broken + driver.settledMs - Date.now()));
    for (let i = 0; i < SETTLED_ROUNDS; i++) {
      await questions.round('settled', ['write']);
      await sleep(2 * LAG_MS);
      await questions.round('settled', ['read']);
    }
  } finally {
    fault.heal();
  }
  const healed = Date.now();
  await driver.recovered();
  const isOne = (copies: ReadonlyMap<string, readonly string[] | undefined>): boolean =>
    new Set([...copies.values()].map((values) => values?.toSorted().join() ?? `none ${Math.random()}`)).size === 1;
  const copies = await questions.copies(isOne);
  const rows = rowsOf(fault.name, questions.asked, new Set(copies.get(leader)));
  await questions.afterwards();
  return { rows, asked: [first, ...questions.asked], broken, healed };
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
    /** The site of each node of the design, and of x. */
    private readonly places: ReadonlyMap<string, string>,
    private readonly key: string,
  ) {
    this.nodes = [...places.keys()];
    this.clients = clientsOf(running.system, this.nodes);
  }

  /** Every operation from every client, at the same time. */
  async round(phase: Phase, accesses: readonly Asked['access'][]): Promise<void> {
    const { system, driver } = this.running;
    await Promise.all(
      accesses.flatMap((access) =>
        Object.entries(access === 'write' ? system.writes : system.reads).flatMap(([operation, level]) =>
          this.clients
            // The nearest copy answers a client that goes on to others just as one that keeps to it.
            .filter(({ name }) => !(name.startsWith('r') && access === 'read' && level === driver.local))
            .map((client) => this.ask({ phase, client: client.name, operation, access }, client, level)),
        ),
      ),
    );
  }

  /** What each client reads once all is well again: what was kept. */
  async afterwards(): Promise<void> {
    await this.round('settled', ['read']);
  }

  /** What each server has under the key, once that is as wanted. */
  copies(
    isWanted: (copies: ReadonlyMap<string, readonly string[] | undefined>) => boolean,
  ): Promise<ReadonlyMap<string, readonly string[] | undefined>> {
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
      const way = { from: this.places.get(at ?? 'x') ?? '', to: this.places.get(node) ?? '' };
      answer = await (asked.access === 'write'
        ? driver.write(way, this.key, value, level)
        : driver.read(way, this.key, level));
      if (answer.outcome === 'ok' || answer.outcome === 'unknown') break;
    }
    this.asked.push({ ...asked, value, began, ended: Date.now(), answer });
  }
}
