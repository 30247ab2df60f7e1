import type { Step, Store, VertexId } from '../model/model.js';
import type { World } from '../network/world.js';
import type { Choices } from './choices.js';
import type { About, Log, Passage } from './trace.js';

/** Sets of writes, and sets of replicas, as bits. */
export type Bits = number;

/** A write on its way through a run: `bit` stands for it in sets of writes, `label` in sentences. */
export interface Write {
  readonly bit: Bits;
  readonly label: string;
}

/** What a replica answers to a request. */
export type Answer =
  /**
   * `holders`: the data replicas that have the write when it is acknowledged, none if it is a hint alone; `home`: the
   * replica that ordered it, or keeps the hint; `rival`: another replica orders writes at the same time.
   */
  | { readonly kind: 'written'; readonly holders: Bits; readonly home: number; readonly rival: boolean }
  /** The copies that were looked at. */
  | { readonly kind: 'read'; readonly from: Bits }
  /**
   * At once and for certain. `isFinal`: no other replica serves it either. `atOnce`: also where others let it wait.
   * `byOther`: by the copy to which it was passed on.
   */
  | {
      readonly kind: 'refused';
      readonly why: string;
      readonly isFinal?: boolean;
      readonly atOnce?: boolean;
      readonly byOther?: true;
    }
  /** It waits for a replica that does not answer. `byOther`: it has passed the request on, and does no more. */
  | { readonly kind: 'waits'; readonly why: string; readonly byOther?: true };

/** The replicas of one store and their copies, in one run. Data replicas are numbered in order of declaration. */
export class Cluster {
  readonly d: number;
  /** Per data replica: its writes of the common history, or of its primary's history. */
  readonly copies: Bits[];
  /** Per data replica: the writes that it took by itself, outside of the scheme, to be merged at the heal. */
  readonly alone: Bits[];
  /** Per data replica: has it not yet noticed that the network broke? */
  readonly unnoticed: boolean[];
  /** Why a replica does not serve now: it lacks an answer that its store requires. */
  lacks: (replica: number) => string | undefined = () => undefined;
  /** Writes that a leader keeps and has not committed: no reader sees them. */
  uncommitted: Bits = 0;

  /** The writes that were on destroyed disks only. */
  gone: Bits = 0;

  constructor(
    public world: World,
    readonly store: Store,
    public choices: Choices,
    public log: Log,
  ) {
    this.d = store.replicas.length;
    const all = [...store.replicas, ...(store.observers ?? [])];
    this.copies = all.map(() => 0);
    this.alone = all.map(() => 0);
    this.unnoticed = all.map(() => false);
  }

  vertex(replica: number): VertexId {
    return this.store.replicas[replica] ?? this.store.observers?.[replica - this.d]?.node ?? -1;
  }

  name(replica: number): string {
    return this.vertexName(this.vertex(replica));
  }

  /** "a, b and c" */
  names(replicas: readonly number[]): string {
    return inWords(replicas.map((r) => this.name(r)));
  }

  vertexName(vertex: VertexId): string {
    return this.world.topology.model.vertices[vertex]?.name ?? '?';
  }

  isUp(replica: number): boolean {
    return this.world.isUp(this.vertex(replica));
  }

  /** A connection between two servers, which needs both directions. */
  connected(i: number, j: number): boolean {
    return this.world.connected(this.vertex(i), this.vertex(j));
  }

  replicas(): number[] {
    return this.store.replicas.map((_, i) => i);
  }

  /** They are numbered after the data replicas. */
  observers(): number[] {
    return (this.store.observers ?? []).map((_, i) => this.d + i);
  }

  /** The copy that feeds an observer, if it is only one. */
  feederOf(copy: number): number | undefined {
    const from = this.store.observers?.[copy - this.d]?.from;
    if (from === undefined) return undefined;
    return [...this.replicas(), ...this.observers()].find((one) => this.vertex(one) === from);
  }

  /** Does the observer hear, itself or over the copy that feeds it, from somebody who tells the news? */
  isTold(copy: number, hears: (one: number) => boolean): boolean {
    const feeder = this.feederOf(copy);
    return feeder === undefined ? hears(copy) : this.connected(feeder, copy) && this.isTold(feeder, hears);
  }

  /** The copies that the news of one who is heard like this get to. */
  told(hears: (one: number) => boolean): number[] {
    return [...this.replicas(), ...this.observers()].filter((copy) => this.isTold(copy, hears));
  }

  /** These data replicas notice the break, and the observers do at the same time. */
  notice(who: readonly number[]): void {
    for (const one of [...who, ...this.observers()]) this.unnoticed[one] = false;
  }

  /** Observers copy what the source of their news has; each comes after the one that feeds it. */
  spreadToObservers(sourceOf: (observer: number) => number): void {
    for (const one of this.observers()) {
      const feeder = this.feederOf(one);
      const source = feeder ?? sourceOf(one);
      if (source >= 0 && (feeder === undefined || this.connected(feeder, one)))
        this.keep(one, this.copies[source] ?? 0);
    }
  }

  /** Observers that this primary feeds give up what it has not, and so do those that they feed. */
  rewindObservers(primary: number): void {
    const rewound = new Set<number>([primary]);
    for (const one of this.observers()) {
      const source = this.feederOf(one) ?? primary;
      if (
        !this.connected(source, one) ||
        !(source === primary ? this.feederOf(one) === undefined : rewound.has(source))
      )
        continue;
      rewound.add(one);
      this.copies[one] = this.copies[source] ?? 0;
    }
  }

  /** The disks of destroyed replicas are gone, with all that was on them. Gives these replicas. */
  destroy(): readonly number[] {
    const destroyed = [...this.replicas(), ...this.observers()].filter((r) => this.world.isDestroyed(this.vertex(r)));
    for (const replica of destroyed) {
      this.log.event(this.vertex(replica), () => `the disk of ${this.name(replica)} is gone, with its copy`);
      this.gone |= this.has(replica);
      this.copies[replica] = 0;
      this.alone[replica] = 0;
    }
    this.gone &= ~this.seenFrom(-1);
    return destroyed;
  }

  /** Has one that acknowledged the write kept its disk? A hint is on the disk of its coordinator. */
  isOnADisk({ holders, home }: Acknowledged): boolean {
    const disks = holders === 0 ? bit(home) : holders;
    return this.replicas().some((r) => (disks & bit(r)) !== 0 && !this.world.isDestroyed(this.vertex(r)));
  }

  /** A replica that comes back without its disk is empty, and learns what the others have before it takes part. */
  rebuild(broken: World): void {
    const isEmpty = (replica: number): boolean => broken.isDestroyed(this.vertex(replica));
    const left = this.replicas().reduce((all, r) => (isEmpty(r) ? all : all | (this.copies[r] ?? 0)), 0);
    for (const replica of this.replicas()) {
      if (!isEmpty(replica)) continue;
      this.log.event(this.vertex(replica), () => `${this.name(replica)} comes back empty and learns from the others`, {
        housekeeping: true,
      });
      this.keep(replica, left);
    }
  }

  has(replica: number): Bits {
    return (this.copies[replica] ?? 0) | (this.alone[replica] ?? 0);
  }

  keep(replica: number, writes: Bits): void {
    this.copies[replica] = (this.copies[replica] ?? 0) | writes;
  }

  keepUncommitted(replica: number, writes: Bits): void {
    this.keep(replica, writes);
    this.uncommitted |= writes;
  }

  /** A majority has these writes now. */
  commit(writes: Bits): void {
    this.uncommitted &= ~writes;
  }

  /** What arrives at an observer from the copy that feeds it, or else from the source, with all that arrives there. */
  underwayTo(observer: number, sourceOf: (copy: number) => number): Underway | undefined {
    const from = this.feederOf(observer) ?? sourceOf(observer);
    if (from < 0 || !this.connected(from, observer)) return undefined;
    const above = from < this.d ? this.sent(sourceOf(from), from) : this.underwayTo(from, sourceOf);
    const writes = ((this.copies[from] ?? 0) | (above?.writes ?? 0)) & ~(this.copies[observer] ?? 0);
    return writes === 0 ? undefined : { from, writes };
  }

  /** What one replica has and another one, which it reaches, has not. */
  sent(from: number, to: number): Underway | undefined {
    const writes = (this.copies[from] ?? 0) & ~(this.copies[to] ?? 0);
    return from >= 0 && writes !== 0 && this.connected(from, to) ? { from, writes } : undefined;
  }

  /** Does a write that is not carried out stay on the replica that took it in? Not if it was refused at once. */
  leavesResidue(answer: Answer): boolean {
    return this.store.choice !== 'AP' && (answer.kind === 'waits' || this.store.onPartition.kind === 'wait');
  }

  /** What is on any of these copies; -1: on any replica. */
  onAny(of: Bits): Bits {
    const copies = of < 0 ? this.replicas() : [...this.replicas(), ...this.observers()];
    return copies.reduce((found, r) => ((of >> r) & 1 ? found | this.has(r) : found), 0);
  }

  /** What a reader of these copies sees. */
  seenFrom(from: Bits): Bits {
    return this.onAny(from) & ~this.uncommitted;
  }

  /** A message between two replicas, or to a voter; true if it arrives. */
  send(passage: Passage, text: () => string, about?: About): boolean {
    if (passage.from !== passage.to) this.log.message(passage, text, about);
    return passage.arrives;
  }
}

/**
 * How the replicas of one scheme behave: what they do with messages, without any rule of verdicts. One file each, one
 * row in `index.ts`.
 */
export interface Protocol {
  /**
   * Replicas notice a break one by one, act on it by themselves, and elect no leader: the last to notice may serve what
   * all others refuse.
   */
  readonly eachForItself: boolean;
  /**
   * The clocks that order writes: those of the clients, as with Cassandra's drivers; those of the replicas; or only
   * those of replicas that answer by themselves under `choose AP`, because a leader or primary orders the rest.
   */
  readonly clocks: 'clients' | 'replicas' | 'replicas by themselves';
  /** On the healthy network, before anything else. */
  start(): void;
  /** These data replicas notice that the network is broken and react; an election may still be open. */
  notice(who: readonly number[], election: 'held' | 'open'): void;
  /** The last to notice the break before a request with these steps, besides each one of the replicas. */
  lateToNotice?(steps: readonly Step[]): readonly Late[];
  /** The network has broken, no replica has noticed it, and a client is about to ask. Absent: nothing happens. */
  goesUnnoticed?(): void;
  /** The replicas that a client asks, in order. `nearest`: those that it may ask, nearest first. */
  order(step: Step, nearest: readonly number[]): readonly number[];
  write(asked: number, step: Step, write: Write): Answer;
  read(asked: number, step: Step): Answer;
  /** Everything that replicas send each other without a request arrives, as far as it can. */
  spread(): void;
  /** Logs of witnesses: what was on destroyed disks only they need not keep. */
  readonly logs?: { forget(gone: Bits): void };
  /** The disks of these replicas are gone, with what is on them beside the copies. Absent: there is nothing else. */
  destroy?(replicas: readonly number[]): void;
  /**
   * What other replicas have sent to this one, which may arrive at any time; undefined: nothing new. Absent: no replica
   * throws away what it has shown, so no read depends on it.
   */
  underway?(to: number): Underway | undefined;
  /** The network is whole again; `broken`: the network before. Gives the writes that all replicas have in the end. */
  heal(broken: World): Bits;
  /** Writes that no replica has any more and nobody has thrown away: observers go on showing them. Absent: none. */
  leftToObservers?(): Bits;
  /** Two acknowledged writes with no replica in common: does the heal have to bring them together? */
  reconciles(one: Acknowledged, other: Acknowledged): boolean;
}

/** The last to notice the break, and whether the others have held an election by then. */
export interface Late {
  readonly who: readonly number[];
  readonly election: 'held' | 'open';
}

/** Writes on their way to a replica, and the replica that sends them there last. */
export interface Underway {
  readonly from: number;
  readonly writes: Bits;
}

/** A write whose client was told that it is done. */
export interface Acknowledged {
  readonly write: Write;
  readonly operation: number;
  readonly client: VertexId;
  readonly store: number;
  readonly holders: Bits;
  readonly home: number;
  readonly rival: boolean;
  /** The replica took it by itself, outside of the scheme. */
  readonly alone: boolean;
}

export const bit = (replica: number): Bits => 1 << replica;
export const bits = (replicas: readonly number[]): Bits => replicas.reduce((all, r) => all | bit(r), 0);

/** The names of writes in sentences, in the order in which clients issued them: "v1", "v1 and v2". */
export function labels(writes: Bits): string {
  return inWords(labelsOf(writes));
}

export function labelsOf(writes: Bits): string[] {
  const some: string[] = [];
  for (let i = 0; writes >> i !== 0; i++) if (((writes >> i) & 1) !== 0) some.push(`v${i + 1}`);
  return some;
}

function inWords(some: readonly string[]): string {
  return some.length < 2 ? some.join() : `${some.slice(0, -1).join(', ')} and ${some.at(-1) ?? ''}`;
}
