import type { Step, Store, VertexId } from '../../model/model.js';
import type { StoreWorld } from '../storeWorld.js';
import type { Timed } from '../timed.js';

/**
 * The copies that answer a read on the healthy network. `orderer`: the one copy that every write of the store goes
 * through. `follower copy`: one copy that other replicas write to. `some copies`: of a leaderless store, as many as R;
 * `written-back copies`: more than half of them, and these have the answer before it is given; `all copies`: every one.
 */
export type ReadPath =
  | 'only copy'
  | 'confirmed leader'
  | 'unconfirmed leader'
  | 'primary'
  | 'orderer'
  | 'follower copy'
  | 'some copies'
  | 'written-back copies'
  | 'all copies';

/**
 * What orders the writes of a store. Leaderless: `one writer`, ordered by the writer itself or its copy, or
 * `several writers`, ordered by their clocks.
 */
export type WritePath = 'only copy' | 'log' | 'primary' | 'one writer' | 'several writers';

/** How a step of a client is carried out on the healthy network. */
export interface StepPaths {
  readonly store: Store;
  readonly step: Step;
  readonly read: ReadPath;
  readonly write: WritePath;
}

/** The writers of a store, and the replicas that its clients ask, on the healthy network. */
export interface Healthy {
  readonly here: StoreWorld;
  readonly writers: readonly WriteStep[];
  /** The replica that a client asks first, of those that it reaches; undefined: it does not reach any. */
  firstAsked(client: VertexId): VertexId | undefined;
}

export interface WriteStep {
  /** A client, or an instance of a service. */
  readonly client: VertexId;
  readonly step: Step;
}

/** One request, with the round trips that its scheme adds up. */
export interface Journey {
  readonly store: Store;
  readonly step: Step;
  readonly client: VertexId;
  /** The replica that the client asks. */
  readonly asked: VertexId;
  /** The replica that orders the request; absent: any that may, on the healthy network. */
  readonly home?: VertexId;
  zoneOf(replica: VertexId): VertexId | undefined;
  /** A round trip; undefined if a link on the way declares none. */
  between(from: VertexId, to: VertexId): Timed | undefined;
  /** The round trip after which `needed` of `others` have answered `from`; at once if none is needed. */
  slowestOf(from: VertexId, others: readonly VertexId[], needed: number): Timed | undefined;
  /** Those of `others` that answer `from` at all. */
  reached(from: VertexId, others: readonly VertexId[]): readonly VertexId[];
}

/** A step on the healthy network, and the replica that is asked for it. */
export type Asked = Pick<Journey, 'store' | 'step' | 'asked' | 'zoneOf'>;

/** Whom a step waits for. */
export interface Waiting {
  /** The replica that sends a write to all copies, or collects the answers of a read; or several that may. */
  readonly homes: readonly VertexId[];
  /** `needed` of these acknowledge the write, or answer the read; it may be one of them itself. */
  readonly pool: readonly VertexId[];
  readonly needed: number;
}

/**
 * How requests travel on the healthy network. Wrong answers make `needs` given that no copy can keep, or show latencies
 * that the design does not have.
 */
export interface Path {
  /** Of a store with more than one copy. */
  read(healthy: Healthy, step: Step, first: VertexId | undefined): ReadPath;
  /** Of a store with more than one copy. */
  write(healthy: Omit<Healthy, 'here'>): WritePath;
  /** The round trips of one request, no processing time; undefined if one of them is not declared. */
  time(journey: Journey): Timed | undefined;
  /** Whom the step waits for, for the race of a write and a read; undefined: it is not of this form. */
  waits(asked: Asked): Waiting | undefined;
  /**
   * Is each request of this step linearizable if no verdict, settled or while detecting, is stale, dirty, lost or
   * conflict?
   */
  isLinearizable(paths: StepPaths): boolean;
}

/** In a leaderless store, one writer, or one copy that takes all writes, puts them into one order. */
export function leaderlessWrite(isOneCopy: boolean, clients: number): WritePath {
  return isOneCopy || clients <= 1 ? 'one writer' : 'several writers';
}

/** Reads of a leaderless store that ask one copy can miss a write in progress that an earlier read has shown. */
export function isLeaderlessLinearizable({ step, read, write }: StepPaths): boolean {
  return step.access === 'write' ? write !== 'several writers' : read === 'only copy';
}
