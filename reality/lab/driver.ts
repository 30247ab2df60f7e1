import type { Net } from './net.js';

/** What became of one request. `unreached`: it never got to the server. `values`: what a read found under its key. */
export interface Answer {
  readonly outcome: 'ok' | 'error' | 'unreached' | 'unknown';
  readonly values?: readonly string[];
}

/** The site that asks, and the one that it asks. */
export interface Way {
  readonly from: string;
  readonly to: string;
}

/** Real servers of one product. Sites are those of the network; a key is a set, to which each write adds one value. */
export interface Driver {
  /** The level at which a server answers from its own copy. */
  readonly local: string;
  /** How long an acknowledged write may be on its way, in milliseconds, where that is not 500. */
  readonly lagMs?: number;
  /** In milliseconds after the break: how long it may take until it is noticed, and when it has settled. */
  readonly detectingMs: number;
  readonly settledMs: number;
  start(folder: string): Promise<void>;
  version(): Promise<string>;
  /** The one that leads; waits until there is exactly one. */
  leader(): Promise<string>;
  /** Waits until all servers are together again. */
  recovered(): Promise<void>;
  write(way: Way, key: string, value: string, level: string): Promise<Answer>;
  read(way: Way, key: string, level: string): Promise<Answer>;
  /** What an operator does about the break once it was noticed. `places`: the site of each node of the design. */
  operate?(places: ReadonlyMap<string, string>): Promise<void>;
}

/** How a system is started on the sites of a network. */
export interface Startable {
  /** Why it can't run here; undefined if it can. */
  missing(): string | undefined;
  make(net: Net, sites: readonly string[]): Driver;
}
