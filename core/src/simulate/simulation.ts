import type { Model, Step, VertexId } from '../model/model.js';
import { nearestFirst, type Topology } from '../network/topology.js';
import type { World } from '../network/world.js';
import type { Choices } from './choices.js';
import { type Acknowledged, type Answer, bit, type Bits, Cluster, type Protocol, type Write } from './cluster.js';
import type { Value } from './history.js';
import { PROTOCOLS } from './protocols/index.js';
import type { ClientOperation } from './sequentialConsistency.js';
import type { Log } from './trace.js';

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
export const ENDS = ['ok', 'error', 'stale/lag', 'stale/heal', 'unknown', 'conflict/lag', 'conflict/heal', 'lost'] as const;
export type End = (typeof ENDS)[number];

interface Member {
  readonly cluster: Cluster;
  readonly protocol: Protocol;
}

interface Issued {
  readonly write: Write;
  readonly client: VertexId;
  readonly store: number;
  /** The replica that took it in last. */
  takenBy?: VertexId;
}

/** What a client saw of one step. */
export interface Seen extends ClientOperation {
  /** Of the model, by index; absent: the read of somebody when all is over. */
  readonly operation?: number;
}

/** One read of the target that was answered. */
interface Answered {
  readonly store: number;
  readonly client: VertexId;
  readonly from: Bits;
  readonly seen: Bits;
  /** What had been acknowledged before it began. */
  readonly due: Bits;
}

/**
 * One run of a design: messages, acknowledgements, elections, the break, the heal. Knows what replicas and clients do and nothing of verdicts' rules: the end is read
 * off what has happened. Bounds: at most one other write; while the break is being detected nobody has noticed it, or everybody (with or without the election that follows), or all but one (for the other write nobody, or everybody before the election, or, where nobody is elected, all but one); a replica sends a write to no more others than an acknowledgement needs before the break or the next
 * step (a delay that only ever hides it), and everything that can arrive does so before the heal.
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

  /** The end of the target; undefined: the script does not come about (the target was not acknowledged before the break). */
  run({ target, targetWhen, other }: Script): End | undefined {
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
    if (targetWhen === 'detecting') this.noticeAll();
    if (typeof result !== 'object') return result;
    // What was read before the break was not read in a broken network.
    return this.read(early === undefined ? result.reads : [], result.written);
  }

  /**
   * What clients see who issue these requests, each after the one in front of it was answered or given up: every step a call and its return, one register for each store. Writes write
   * values of their own, in the order of their calls: v1, v2 …; a read answers the latest that its copies have, as their leader put them in order or, without one, as clocks do, one of
   * which may be ahead. When the network has healed and all has been spread, somebody reads each store once more. A write that was refused may have left something
   * behind, and is as one without an answer.
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
      this.history.push({ kind: 'read', client: 'afterwards', key: cluster.store.name, value: this.newest(s, protocol.heal(this.broken)), call: ++this.time, return: ++this.time });
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
    const stores = new Set(requests.flatMap(({ operation }) => this.model.operations[operation]?.steps.map(({ store }) => store) ?? []));
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
    this.log.network(() => `the network breaks: ${this.what}`);
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
      if (how > 0) protocol.notice(cluster.replicas().filter((r) => r !== how - 3), how === 1 ? 'open' : 'held');
    }
  }

  /** Nobody has noticed the break; all, but nobody is elected yet; where each acts for itself, all but one. */
  private noticeBefore(cluster: Cluster, protocol: Protocol): void {
    const how = this.choices.of(protocol.eachForItself ? cluster.d + 1 : 2);
    if (how > 0) protocol.notice(protocol.eachForItself ? cluster.replicas().filter((r) => r !== how - 1) : cluster.replicas(), 'open');
  }

  /** The steps of an operation, one after the other; the first that is not answered ends it. */
  private perform({ operation, client }: Request): 'error' | 'unknown' | { readonly reads: readonly Answered[]; readonly written: readonly Acknowledged[] } {
    const reads: Answered[] = [];
    const written: Acknowledged[] = [];
    for (const step of this.model.operations[operation]?.steps ?? []) {
      const due = this.acknowledged.reduce((all, one) => (one.store === step.store ? all | one.write.bit : all), 0);
      const issued = step.access === 'write' ? this.issue(client, step.store) : undefined;
      const write = issued?.write;
      const call = ++this.time;
      const answer = this.request(client, step, issued);
      this.history.push({ operation, call, ...this.seenBy(client, step, write, answer) });
      if (answer === 'error' || answer === 'unknown') return answer;
      if (answer.kind === 'read') {
        const member = this.member(step.store);
        const seen = member.cluster.seenFrom(answer.from);
        reads.push({ store: step.store, client, from: answer.from, seen, due });
      } else if (write !== undefined) {
        const { holders, home, rival, alone } = answer;
        const one: Acknowledged = { write, operation, client, store: step.store, holders, home, rival, alone };
        this.acknowledged.push(one);
        written.push(one);
      }
    }
    return { reads, written };
  }

  private seenBy(client: VertexId, step: Step, write: Write | undefined, answer: 'error' | 'unknown' | Answer): Omit<Seen, 'call'> {
    const answered = typeof answer === 'object';
    const { cluster } = this.member(step.store);
    const value = write !== undefined ? write.label : answered && answer.kind === 'read' ? this.newest(step.store, cluster.seenFrom(answer.from)) : null;
    return { kind: step.access, client: this.name(client), key: cluster.store.name, value, return: answered ? ++this.time : undefined };
  }

  private issue(client: VertexId, store: number): Issued {
    const issued: Issued = { write: { bit: 1 << this.issued.length, label: `v${this.issued.length + 1}` }, client, store };
    this.issued.push(issued);
    return issued;
  }

  /** A client asks one replica after the other, as far as it is refused. */
  private request(client: VertexId, step: Step, issued: Issued | undefined): 'error' | 'unknown' | (Extract<Answer, { kind: 'written' | 'read' }> & { readonly alone: boolean }) {
    const { cluster, protocol } = this.member(step.store);
    const { world, store } = cluster;
    const write = issued?.write;
    const nearest = nearestFirst(this.topology, client, store.replicas).map((vertex) => store.replicas.indexOf(vertex));
    const asks = write === undefined ? `reads ${store.name}` : `writes ${write.label} to ${store.name}`;
    const silence = write === undefined ? 'error' : 'unknown';
    for (const asked of protocol.order(step, nearest)) {
      const replica = cluster.vertex(asked);
      const arrives = world.reach(client, replica);
      this.log.message(client, replica, arrives, () => `${this.name(client)} ${asks} at ${cluster.name(asked)}`);
      if (!arrives) continue;
      if (issued !== undefined) issued.takenBy = replica;
      const answer = write === undefined ? protocol.read(asked, step) : protocol.write(asked, step, write);
      const returns = world.reach(replica, client);
      if (answer.kind === 'written' || answer.kind === 'read') {
        this.log.message(replica, client, returns, () => this.answerText(cluster, asked, answer, write));
        if (!returns) this.log.event(client, () => `${this.name(client)} hears nothing and gives up`);
        return returns ? { ...answer, alone: false } : silence;
      }
      if (store.choice === 'AP') {
        if (write !== undefined) cluster.alone[asked] = (cluster.alone[asked] ?? 0) | write.bit;
        const itself: Answer = write === undefined ? { kind: 'read', from: bit(asked) } : { kind: 'written', holders: bit(asked), home: asked, rival: false };
        this.log.message(replica, client, returns, () => `${answer.why}: ${this.answerText(cluster, asked, itself, write)}, by itself`);
        return returns ? { ...itself, alone: true } : silence;
      }
      const { onPartition } = store;
      if (answer.kind === 'waits' || onPartition.kind === 'wait') {
        this.log.event(client, () => `${this.name(client)} hears nothing and gives up: ${answer.why}`);
        return silence;
      }
      this.log.message(replica, client, returns, () => `${cluster.name(asked)} refuses: ${answer.why}`);
      if (!returns) return silence;
    }
    this.log.event(client, () => `${this.name(client)} has nobody left to ask`);
    return 'error';
  }

  private answerText(cluster: Cluster, asked: number, answer: Extract<Answer, { kind: 'written' | 'read' }>, write: Write | undefined): string {
    if (answer.kind === 'written') return `${cluster.name(asked)} acknowledges ${write?.label ?? '?'}`;
    const seen = cluster.seenFrom(answer.from);
    const due = this.acknowledged.filter((one) => this.member(one.store).cluster === cluster);
    const missed = due.filter((one) => (seen & one.write.bit) === 0).map((one) => one.write.label);
    const newest = due.filter((one) => (seen & one.write.bit) !== 0).map((one) => one.write.label).pop() ?? 'v0';
    return `${cluster.name(asked)} answers with ${newest}${missed.length === 0 ? '' : `, though ${missed.join(' and ')} was acknowledged`}`;
  }

  /** What has become of the answered request, after the heal. */
  private read(reads: readonly Answered[], written: readonly Acknowledged[]): End {
    for (const { protocol } of this.members.values()) protocol.spread();
    let worst: End = 'ok';
    const add = (end: End): void => {
      if (ENDS.indexOf(end) > ENDS.indexOf(worst)) worst = end;
    };
    for (const { store, from, seen, due } of reads) {
      const missed = due & ~seen;
      if (missed !== 0) add((missed & ~this.member(store).cluster.seenFrom(from)) === 0 ? 'stale/lag' : 'stale/heal');
    }
    const conflicts = written.map((one) => this.conflictOf(one));
    this.log.phase = 'healed';
    if (written.length > 0) this.log.network(() => 'the network heals');
    const ends = new Map<number, Bits>();
    for (const [s, { cluster, protocol }] of this.members) {
      cluster.world = this.healthy;
      ends.set(s, protocol.heal(this.broken));
    }
    written.forEach((one, i) => {
      if (((ends.get(one.store) ?? 0) & one.write.bit) === 0) {
        this.log.event(this.member(one.store).cluster.vertex(one.home), () => `${one.write.label} is gone, though it was acknowledged`);
        add('lost');
      } else {
        const conflict = conflicts[i];
        if (conflict !== undefined) {
          this.log.event(this.member(one.store).cluster.vertex(one.home), () => `${one.write.label} meets a write that knew nothing of it: the merge rule ${this.member(one.store).cluster.store.merge} decides`);
          add(conflict);
        }
      }
    });
    return worst;
  }

  /** Acknowledged by others only, and nobody has put the two in order. */
  private conflictOf(one: Acknowledged): End | undefined {
    const { cluster, protocol } = this.member(one.store);
    const rivals = this.acknowledged.filter((other) => other.write.bit !== one.write.bit && other.store === one.store && (other.holders & one.holders) === 0 && protocol.reconciles(one, other));
    if (rivals.length === 0) return undefined;
    const meet = (other: Acknowledged): boolean => cluster.copies.some((copy) => (copy & one.write.bit) !== 0 && (copy & other.write.bit) !== 0);
    return rivals.every(meet) ? 'conflict/lag' : 'conflict/heal';
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

/** Whose clocks put writes in order where no leader does: those of the clients, as Cassandra's drivers do it; of replicas that act by themselves, their own. */
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
