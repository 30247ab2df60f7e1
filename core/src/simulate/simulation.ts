import type { MergeRule, Model, Step, VertexId } from '../model/model.js';
import { nearestFirst, type Topology } from '../network/topology.js';
import type { World } from '../network/world.js';
import type { Choices } from './choices.js';
import {
  type Acknowledged,
  type Answer,
  bit,
  type Bits,
  Cluster,
  labels,
  type Protocol,
  type Write,
} from './cluster.js';
import type { Value } from './history.js';
import { PROTOCOLS } from './protocols/index.js';
import type { ClientOperation } from './sequentialConsistency.js';
import type { About, Log } from './trace.js';

/** An operation and one of its clients, by index. */
export interface Request {
  readonly operation: number;
  readonly client: VertexId;
}

/** When something is issued: just before the break, while nobody or some have noticed it, or once it has settled. */
export type When = 'before' | 'detecting' | 'settled';

/** A request with when it is issued. */
export interface Timed extends Request {
  readonly when: When;
}

/** What clients do in a run: the request that is asked about and, where there is one, another write in front of it. */
export interface Script {
  readonly target: Request;
  readonly targetWhen: When;
  readonly other?: Timed;
}

/** What became of the target, from harmless to harmful. */
export const ENDS = [
  'ok',
  'error',
  'stale/lag',
  'stale/heal',
  'unknown',
  'conflict/lag',
  'conflict/heal',
  'lost',
] as const;
export type End = (typeof ENDS)[number];

const OUTCOME: About = { outcome: true };

interface Member {
  readonly cluster: Cluster;
  readonly protocol: Protocol;
}

/** What a client saw of one step. */
export interface Seen extends ClientOperation {
  /** Of the model, by index; absent: the read of somebody when all is over. */
  readonly operation?: number;
}

/** One read of the target that was answered. */
interface Answered {
  readonly store: number;
  readonly asked: number;
  readonly from: Bits;
  readonly seen: Bits;
  /** What had been acknowledged before it began. */
  readonly due: Bits;
}

/** A write that a client has asked for, whatever became of it. */
interface Issued {
  readonly write: Write;
  readonly client: VertexId;
  readonly store: number;
  acknowledged: boolean;
  /** The replica that took it in last. */
  takenBy?: VertexId;
}

/**
 * One run of a design: messages, acknowledgements, elections, the break, the heal. Knows what replicas and clients do
 * and nothing of verdicts' rules: the end is read off what has happened. Bounds: at most one other write; while the
 * break is being detected nobody has noticed it, or everybody (with or without the election that follows), or all but
 * one (for the other write nobody, or everybody before the election, or, where nobody is elected, all but one); a
 * replica sends a write to no more others than an acknowledgement needs before the break or the next step (a delay that
 * only ever hides it), and everything that can arrive does so before the heal.
 */
export class Simulation {
  private readonly members = new Map<number, Member>();
  private readonly acknowledged: Acknowledged[] = [];
  private readonly issued: Issued[] = [];
  private readonly history: Seen[] = [];
  /** Of the history: one more at each call and at each return. */
  private time = 0;
  /** The client or replica whose clock is ahead of all others, by more than the run lasts. */
  private ahead: VertexId | undefined;

  constructor(
    private readonly model: Model,
    private readonly topology: Topology,
    private readonly healthy: World,
    private readonly broken: World,
    private readonly what: string,
    private readonly choices: Choices,
    private readonly log: Log,
  ) {}

  /**
   * What the target comes to: the end, or of one with several steps all the harm. Undefined: the script does not come
   * about (the target was not acknowledged before the break).
   */
  run({ target, targetWhen, other }: Script): readonly End[] | undefined {
    this.log.phase = 'healthy';
    this.start([target, ...(other === undefined ? [] : [other])]);
    if (other?.when === 'before') this.perform(other);
    const early = targetWhen === 'before' ? this.perform(target) : undefined;
    if (targetWhen === 'before' && typeof early !== 'object') return undefined;
    this.breakNetwork();
    if (other?.when === 'detecting') {
      for (const { cluster, protocol } of this.members.values()) this.noticeBefore(cluster, protocol);
      this.perform(other);
    }
    if (targetWhen === 'detecting') this.noticeSome();
    else this.noticeAll();
    if (other?.when === 'settled') this.perform(other);
    const result = early ?? this.perform(target);
    if (typeof result !== 'object' && !this.log.aftermath) return [result];
    if (targetWhen === 'detecting') this.noticeAll();
    if (typeof result !== 'object') {
      this.residues();
      return [result];
    }
    // What was read before the break was not read in a broken network.
    return this.read(early === undefined ? result.reads : [], result.written);
  }

  /**
   * What clients see who issue these requests, each after the one in front of it was answered or given up: every step a
   * call and its return, one register for each store. Writes write values of their own, in the order of their calls:
   * v1, v2 …; a read answers the latest that its copies have, as their leader put them in order or, without one, as
   * clocks do, one of which may be ahead. When the network has healed and all has been spread, somebody reads each
   * store once more. A write that was refused is as one without an answer.
   */
  play(requests: readonly Timed[]): readonly Seen[] {
    this.log.phase = 'healthy';
    this.start(requests);
    const clocks = new Set([...this.members.values()].flatMap(({ cluster }) => clocksOf(cluster, requests)));
    if (clocks.size > 1) this.ahead = [...clocks][this.choices.of(clocks.size + 1) - 1];
    const perform = (when: When, first: () => void): void => {
      for (const request of requests) {
        if (request.when !== when) continue;
        first();
        this.perform(request);
      }
    };
    perform('before', () => undefined);
    this.breakNetwork();
    perform('detecting', () => this.noticeSome());
    this.noticeAll();
    perform('settled', () => undefined);
    for (const { protocol } of this.members.values()) protocol.spread();
    this.log.phase = 'healed';
    this.log.network(() => 'the network heals');
    for (const [s, { cluster, protocol }] of this.members) {
      cluster.world = this.healthy;
      this.history.push({
        kind: 'read',
        client: 'afterwards',
        key: cluster.store.name,
        value: this.newest(s, protocol.heal(this.broken)),
        call: ++this.time,
        return: ++this.time,
      });
    }
    return this.history;
  }

  /** The value of a register whose copies show these writes. */
  private newest(s: number, seen: Bits): Value {
    const { cluster } = this.member(s);
    const isAhead = (one: Issued): boolean => this.ahead !== undefined && this.ahead === stampedBy(cluster, one);
    const has = this.issued.filter(({ store, write }) => store === s && (seen & write.bit) !== 0);
    return (has.findLast(isAhead) ?? has.at(-1))?.write.label ?? null;
  }

  private start(requests: readonly Request[]): void {
    const stores = new Set(
      requests.flatMap(({ operation }) => this.model.operations[operation]?.steps.map(({ store }) => store) ?? []),
    );
    for (const s of stores) {
      const store = this.model.stores[s];
      if (store === undefined) continue;
      const cluster = new Cluster(this.healthy, store, this.choices, this.log);
      const protocol = PROTOCOLS[store.replication.scheme](cluster);
      protocol.start();
      this.members.set(s, { cluster, protocol });
    }
  }

  private breakNetwork(): void {
    this.log.phase = 'detecting';
    if (this.what !== '') this.log.network(() => `the network breaks: ${this.what}`);
    for (const { cluster } of this.members.values()) {
      cluster.world = this.broken;
      cluster.unnoticed.fill(true);
    }
  }

  private noticeAll(): void {
    for (const { cluster, protocol } of this.members.values()) protocol.notice(cluster.replicas(), 'held');
    this.log.phase = 'settled';
  }

  private noticeSome(): void {
    for (const { cluster, protocol } of this.members.values()) {
      // Nobody; all, but nobody is elected yet; all; all but one.
      const how = this.choices.of(cluster.d + 3);
      if (how > 0)
        protocol.notice(
          cluster.replicas().filter((r) => r !== how - 3),
          how === 1 ? 'open' : 'held',
        );
      if (how >= 3) this.lateToNotice(cluster, how - 3);
    }
  }

  /** Nobody has noticed the break; all, but nobody is elected yet; where each acts for itself, all but one. */
  private noticeBefore(cluster: Cluster, protocol: Protocol): void {
    const how = this.choices.of(protocol.eachForItself ? cluster.d + 1 : 2);
    if (how === 0) return;
    protocol.notice(
      protocol.eachForItself ? cluster.replicas().filter((r) => r !== how - 1) : cluster.replicas(),
      'open',
    );
    if (protocol.eachForItself) this.lateToNotice(cluster, how - 1);
  }

  private lateToNotice(cluster: Cluster, replica: number): void {
    this.log.event(
      cluster.vertex(replica),
      () => `${cluster.name(replica)} is the last that has not noticed the break`,
      { housekeeping: true },
    );
  }

  /** The steps of an operation, one after the other; the first that is not answered ends it. */
  private perform({
    operation,
    client,
  }: Request):
    | 'error'
    | 'unknown'
    | { readonly reads: readonly Answered[]; readonly written: readonly Acknowledged[] } {
    const reads: Answered[] = [];
    const written: Acknowledged[] = [];
    for (const [index, step] of (this.model.operations[operation]?.steps ?? []).entries()) {
      const due = this.acknowledged.reduce((all, one) => (one.store === step.store ? all | one.write.bit : all), 0);
      const issued = step.access === 'write' ? this.issue(client, step.store) : undefined;
      const call = ++this.time;
      const answer = this.request({ operation, client }, index, step, issued);
      this.history.push({ operation, call, ...this.seenBy(client, step, issued?.write, answer) });
      if (answer === 'error' || answer === 'unknown') {
        if (written.length > 0)
          this.log.event(
            client,
            () => `${this.requestName({ operation, client })} stops half way: ${names(written)} took effect`,
            OUTCOME,
          );
        return answer;
      }
      if (answer.kind === 'read') {
        const member = this.member(step.store);
        const seen = member.cluster.seenFrom(answer.from);
        reads.push({ store: step.store, asked: answer.asked, from: answer.from, seen, due });
      } else if (issued !== undefined) {
        const { holders, home, rival, alone } = answer;
        const one: Acknowledged = {
          write: issued.write,
          operation,
          client,
          store: step.store,
          holders,
          home,
          rival,
          alone,
        };
        issued.acknowledged = true;
        this.acknowledged.push(one);
        written.push(one);
      }
    }
    return { reads, written };
  }

  private seenBy(
    client: VertexId,
    step: Step,
    write: Write | undefined,
    answer: 'error' | 'unknown' | Answer,
  ): Omit<Seen, 'call'> {
    const answered = typeof answer === 'object';
    const { cluster } = this.member(step.store);
    const value =
      write !== undefined
        ? write.label
        : answered && answer.kind === 'read'
          ? this.newest(step.store, cluster.seenFrom(answer.from))
          : null;
    return {
      kind: step.access,
      client: this.name(client),
      key: cluster.store.name,
      value,
      return: answered ? ++this.time : undefined,
    };
  }

  private issue(client: VertexId, store: number): Issued {
    const write = 1 << this.issued.length;
    const one: Issued = { write: { bit: write, label: labels(write) }, client, store, acknowledged: false };
    this.issued.push(one);
    return one;
  }

  /** A client asks one replica after the other, as far as it is refused. */
  private request(
    by: Request,
    index: number,
    step: Step,
    issued: Issued | undefined,
  ):
    | 'error'
    | 'unknown'
    | (Extract<Answer, { kind: 'written' | 'read' }> & { readonly alone: boolean; readonly asked: number }) {
    const { cluster, protocol } = this.member(step.store);
    const { world, store } = cluster;
    const { client } = by;
    const write = issued?.write;
    const nearest = nearestFirst(this.topology, client, store.replicas).map((vertex) => store.replicas.indexOf(vertex));
    const asks = write === undefined ? `reads ${store.name}` : `writes ${write.label} to ${store.name}`;
    const silence = write === undefined ? 'error' : 'unknown';
    const about: About = { asked: { operation: by.operation, step: index } };
    let first = true;
    for (const asked of protocol.order(step, nearest)) {
      const replica = cluster.vertex(asked);
      const arrives = world.reach(client, replica);
      // The first sentence says what the label of a write stands for.
      const who = first ? this.requestName(by) : `${this.name(client)} tries the next one and`;
      first = false;
      this.log.message(client, replica, arrives, () => `${who} ${asks} at ${cluster.name(asked)}`, about);
      if (!arrives) continue;
      if (issued !== undefined) issued.takenBy = replica;
      const answer = write === undefined ? protocol.read(asked, step) : protocol.write(asked, step, write);
      const returns = world.reach(replica, client);
      if (answer.kind === 'written' || answer.kind === 'read') {
        this.log.message(replica, client, returns, () => this.answerText(cluster, asked, answer, write), about);
        if (!returns) this.log.event(client, () => `${this.name(client)} hears nothing and gives up`, about);
        return returns ? { ...answer, alone: false, asked } : silence;
      }
      if (store.choice === 'AP') {
        if (write !== undefined) cluster.alone[asked] = (cluster.alone[asked] ?? 0) | write.bit;
        const itself: Answer =
          write === undefined
            ? { kind: 'read', from: bit(asked) }
            : { kind: 'written', holders: bit(asked), home: asked, rival: false };
        this.log.message(
          replica,
          client,
          returns,
          () => `${this.answerText(cluster, asked, itself, write)}, by itself: ${answer.why}`,
          about,
        );
        return returns ? { ...itself, alone: true, asked } : silence;
      }
      const { onPartition } = store;
      if (answer.kind === 'waits' || onPartition.kind === 'wait') {
        this.log.event(client, () => `${this.name(client)} hears nothing and gives up: ${answer.why}`, about);
        return silence;
      }
      this.log.message(replica, client, returns, () => `${cluster.name(asked)} refuses: ${answer.why}`, about);
      if (!returns) {
        this.log.event(client, () => `${this.name(client)} hears nothing and gives up`, about);
        return silence;
      }
    }
    this.log.event(client, () => `${this.name(client)} has nobody left to ask`, about);
    return 'error';
  }

  private answerText(
    cluster: Cluster,
    asked: number,
    answer: Extract<Answer, { kind: 'written' | 'read' }>,
    write: Write | undefined,
  ): string {
    if (answer.kind === 'written') return `${cluster.name(asked)} acknowledges ${write?.label ?? '?'}`;
    const seen = cluster.seenFrom(answer.from);
    const here = this.issued.filter((one) => this.member(one.store).cluster === cluster);
    const missed = here.filter((one) => one.acknowledged && (seen & one.write.bit) === 0);
    const newest = here.findLast((one) => (seen & one.write.bit) !== 0);
    const shown =
      newest === undefined
        ? 'with what was there before any of these writes'
        : `with ${newest.write.label}${newest.acknowledged ? '' : ', which nobody acknowledged'}`;
    return `${cluster.name(asked)} answers ${shown}${missed.length === 0 ? '' : `, though ${names(missed)} ${missed.length === 1 ? 'was' : 'were'} acknowledged`}`;
  }

  /** What has become of the answered request, after the heal. */
  private read(reads: readonly Answered[], written: readonly Acknowledged[]): readonly End[] {
    for (const { protocol } of this.members.values()) protocol.spread();
    const found = new Set<End>();
    for (const { store, asked, from, seen, due } of reads) {
      const missed = due & ~seen;
      if (missed === 0) continue;
      const { cluster } = this.member(store);
      const arrives = (missed & ~cluster.seenFrom(from)) === 0;
      found.add(arrives ? 'stale/lag' : 'stale/heal');
      const reader = soleMember(from) ?? asked;
      this.log.event(
        cluster.vertex(reader),
        () =>
          arrives
            ? `${labels(missed)} reaches ${cluster.name(reader)} a moment later`
            : `nothing brings ${labels(missed)} to ${cluster.name(reader)} while the network is broken`,
        OUTCOME,
      );
    }
    const conflicts = written.map((one) => this.conflictOf(one));
    conflicts.forEach((conflict, i) => {
      const one = written[i];
      if (conflict?.end === 'conflict/lag' && one !== undefined) this.meet(one, conflict.rivals, -1);
    });
    const ends = this.heal();
    for (const { store, asked, from, seen, due } of reads) {
      const { cluster } = this.member(store);
      const gone = due & ~seen & ~(ends.get(store) ?? 0);
      if (gone !== 0)
        this.log.event(
          cluster.vertex(soleMember(from) ?? asked),
          () => `${labels(gone)} never gets there: it is thrown away, though it was acknowledged`,
          OUTCOME,
        );
    }
    written.forEach((one, i) => {
      const conflict = conflicts[i];
      if (((ends.get(one.store) ?? 0) & one.write.bit) === 0) {
        this.log.event(
          this.member(one.store).cluster.vertex(one.home),
          () => `${one.write.label} is gone, though ${this.name(one.client)} was told that it is done`,
          OUTCOME,
        );
        found.add('lost');
      } else if (conflict !== undefined) {
        if (conflict.end === 'conflict/heal') this.meet(one, conflict.rivals, ends.get(one.store) ?? 0);
        found.add(conflict.end);
      }
    });
    return found.size === 0 ? ['ok'] : ENDS.filter((end) => found.has(end));
  }

  /** The network is whole again; says what all have in the end, per store. */
  private heal(): ReadonlyMap<number, Bits> {
    this.log.phase = 'healed';
    if (this.what !== '') this.log.network(() => 'the network heals');
    const ends = new Map<number, Bits>();
    for (const [s, { cluster, protocol }] of this.members) {
      cluster.world = this.healthy;
      ends.set(s, protocol.heal(this.broken));
    }
    return ends;
  }

  /**
   * Writes that somebody has although their clients were not told that they are done: do they come to light? One that
   * was refused is nowhere. No verdict depends on it.
   */
  private residues(): void {
    const left = this.issued.filter(({ acknowledged }) => !acknowledged);
    const kept = left.filter(({ store, write }) => (this.member(store).cluster.seenFrom(-1) & write.bit) !== 0);
    for (const { protocol } of this.members.values()) protocol.spread();
    const ends = this.heal();
    for (const { write, store, client } of kept) {
      const stays = ((ends.get(store) ?? 0) & write.bit) !== 0;
      this.log.event(
        client,
        () =>
          stays
            ? `${write.label} comes to light, though ${this.name(client)} never got an answer`
            : `${write.label} is thrown away, and ${this.name(client)} never got an answer`,
        OUTCOME,
      );
    }
  }

  /** Acknowledged by others only, and nobody has put the two in order. */
  private conflictOf(one: Acknowledged): { readonly end: End; readonly rivals: readonly Acknowledged[] } | undefined {
    const { cluster, protocol } = this.member(one.store);
    const rivals = this.acknowledged.filter(
      (other) =>
        other.write.bit !== one.write.bit &&
        other.store === one.store &&
        (other.holders & one.holders) === 0 &&
        protocol.reconciles(one, other),
    );
    if (rivals.length === 0) return undefined;
    const meet = (other: Acknowledged): boolean =>
      cluster.copies.some((copy) => (copy & one.write.bit) !== 0 && (copy & other.write.bit) !== 0);
    return { end: rivals.every(meet) ? 'conflict/lag' : 'conflict/heal', rivals };
  }

  /** Two or more acknowledged writes that knew nothing of each other come together, as far as they are still there. */
  private meet(one: Acknowledged, rivals: readonly Acknowledged[], there: Bits): void {
    const { cluster } = this.member(one.store);
    const { merge } = cluster.store;
    const gone = rivals.filter(({ write }) => (there & write.bit) === 0);
    this.log.event(
      cluster.vertex(one.home),
      () =>
        gone.length > 0
          ? `${one.write.label} stays and ${names(gone)} ${gone.length === 1 ? 'is' : 'are'} gone, though all were acknowledged and ${one.write.label} knew nothing of ${names(gone)}`
          : mergeText(
              merge,
              [one, ...rivals].sort((a, b) => a.write.bit - b.write.bit),
            ),
      OUTCOME,
    );
  }

  private requestName({ operation, client }: Request): string {
    return `${this.model.operations[operation]?.name ?? '?'} from ${this.name(client)}`;
  }

  private member(store: number): Member {
    const member = this.members.get(store);
    if (member === undefined) throw new Error(`store ${store} takes no part`);
    return member;
  }

  private name(vertex: VertexId): string {
    return this.model.vertices[vertex]?.name ?? '?';
  }
}

/**
 * Whose clocks put writes in order where no leader does: those of the clients, as Cassandra's drivers do it; of
 * replicas that act by themselves, their own.
 */
function clocksOf({ store }: Cluster, requests: readonly Request[]): readonly VertexId[] {
  const { scheme } = store.replication;
  if (store.replicas.length === 1) return [];
  if (scheme === 'quorum') return requests.map(({ client }) => client);
  return scheme === 'any' || store.choice === 'AP' ? store.replicas : [];
}

/** Undefined: its leader or primary put it in order, or the only copy that there is. */
function stampedBy({ store, alone }: Cluster, { write, client, takenBy }: Issued): VertexId | undefined {
  const { scheme } = store.replication;
  if (store.replicas.length === 1) return undefined;
  if (scheme === 'quorum') return client;
  return scheme === 'any' || alone.some((some) => (some & write.bit) !== 0) ? takenBy : undefined;
}

function names(some: readonly { readonly write: Write }[]): string {
  return labels(some.reduce((all, { write }) => all | write.bit, 0));
}

/** The one replica of a set, where it is one. */
function soleMember(set: Bits): number | undefined {
  return set !== 0 && (set & (set - 1)) === 0 ? 31 - Math.clz32(set) : undefined;
}

/**
 * What the merge rule does with writes that knew nothing of each other, in the order in which they were acknowledged.
 */
function mergeText(rule: MergeRule, writes: readonly Acknowledged[]): string {
  const all = names(writes);
  switch (rule) {
    case 'lww':
      return `lww keeps ${names(writes.slice(-1))}, the later one as far as clocks agree, and drops ${names(writes.slice(0, -1))}, though ${all} were acknowledged`;
    case 'crdt':
      return `the data type merges ${all}: nothing is dropped, but neither knew of the other`;
    case 'siblings':
      return `${all} are kept as siblings: the next client that reads has to merge them`;
    case 'manual':
      return `${all} contradict each other and wait for a person or a job to decide`;
    case 'discard':
      return `${all} were written on different sides, and the side that wins keeps its own`;
  }
}
