/**
 * The meaning of a design a second time, in the most literal way: every acknowledgement set, every possible leader and
 * every write is written out, and every question is answered by plain search. The fast engine is compared with it, and
 * shares no code with it.
 *
 * Notes: the choices made here where the rules leave one, most important first.
 *
 *  1. Does a request for a primary go on to the other primary when one refuses at once? Yes: "to the next one when it
 *     is refused".
 *  2. Two primaries, one write each: in conflict whatever their sets? Only if the sets can be disjoint, as the
 *     definition of `conflict` says. The same for a read at the old primary: it misses a write of the new one only if
 *     it did not acknowledge that write itself.
 *  3. A write of the old primary with a set that the new one learns from, against writes of the new one: a conflict
 *     until the heal (two histories meet only then). With a set that no replica passes on: lost, and not in conflict;
 *     even so, the write of the new one is in conflict with it.
 *  4. AP, a write on one copy alone: the leader and the primary do not see it, so their reads are stale until the heal
 *     ("sees every write acknowledged before it began"). It is not sent on; it is merged at the heal and never lost,
 *     even if the old primary took it.
 *  5. AP with `primary`: a primary that is reached and has too few acknowledgements answers by itself (it is the asked
 *     replica), even if another primary or a nearer replica is in reach. The nearest replica answers only if no primary
 *     is reached.
 *  6. `via`: asked in the order as written, only those that hold data of this store. An operation for a primary that is
 *     not among them: error.
 *  7. The old leader, if none is named, is any replica that could lead on the healthy network; a leader that can still
 *     lead stays. So in a scenario with leader l, writes from before come from l or from a replica that cannot lead any
 *     more. A named leader that cannot lead on the healthy network counts as not named.
 *  8. Which zone is a node outside every zone in, for `local-quorum` and `each-quorum`? All such nodes count together
 *     as one zone.
 *  9. `sloppy` or AP below a `local-quorum` or `each-quorum`: all replicas in reach of the coordinator take the write,
 *     in any zone.
 * 10. "Can succeed", of the steps before a write: in some scenario of the other stores, in this scenario of the same
 *     store.
 * 11. Round trips: there and back are searched separately, each along a cheapest way; no way in one direction:
 *     farthest.
 * 12. A client that is pinned to, or reaches, only standbys gets an error at once, with `wait` too: there is no primary
 *     to wait for.
 * 13. A read at the old primary is served as before ("may go on serving"), unless `step-down` is written. A primary
 *     that stepped down is still asked if no other was promoted.
 * 14. Automatic failover if the primary has no majority on the healthy network already: left out of the comparison.
 */
import type { Model, Operation, Step, Store, VertexId } from '../../model/model.js';
import { consensus } from './consensus.js';
import { any, quorum } from './leaderless.js';
import { HEALTHY, Network, type Break } from './network.js';
import { primary } from './primary.js';
import type { Acknowledged, Answered, HowLong, OneWrite, Scenario, Scheme } from './scheme.js';
import { combinations } from './sets.js';

/** From harmless to harmful. */
export const KEYS = [
  'ok',
  'error',
  'stale/lag',
  'stale/heal',
  'dirty',
  'unknown',
  'partial',
  'conflict/lag',
  'conflict/heal',
  'lost',
] as const;
export type Key = (typeof KEYS)[number];

export interface NaiveOutcome {
  readonly operation: number;
  readonly client: VertexId;
  /** From harmless to harmful. */
  readonly keys: readonly Key[] | 'silent';
}

const SCHEMES: Readonly<Record<Store['replication']['scheme'], Scheme>> = { consensus, primary, quorum, any };

export function naiveOutcomes(model: Model, fault: Break, phase: 'settled' | 'detecting' = 'settled'): NaiveOutcome[] {
  const world = new World(model, fault, phase);
  return model.operations.flatMap((operation, o) =>
    operation.clients.map((client) => ({ operation: o, client, keys: world.keysOf(operation, client) })),
  );
}

/**
 * One possible case of one store: the scenario that a request meets, how the break has settled or will, and the
 * possible scenarios until it was noticed.
 */
interface Situation {
  readonly met: Scenario;
  readonly settled: Scenario;
  readonly unnoticed: readonly Scenario[];
}

/** A situation for each store of an operation. */
type Choices = ReadonlyMap<number, Situation>;

type Result =
  | { readonly kind: 'failed'; readonly key: 'error' | 'unknown' }
  | { readonly kind: 'acknowledged'; readonly write: Acknowledged }
  | { readonly kind: 'answered'; readonly read: Answered; readonly at: VertexId };

class World {
  private readonly broken: Network;
  private readonly healthy: Network;
  private readonly remembered = new Map<string, readonly OneWrite[]>();

  constructor(
    private readonly model: Model,
    fault: Break,
    private readonly phase: 'settled' | 'detecting',
  ) {
    this.broken = new Network(model, fault);
    this.healthy = new Network(model, HEALTHY);
  }

  keysOf(operation: Operation, client: VertexId): readonly Key[] | 'silent' {
    if (!this.broken.isUp(client)) return 'silent';
    const found = new Set<Key>();
    for (const choices of this.choices(operation)) {
      for (const key of this.duringKeys(operation, client, choices)) found.add(key);
      operation.steps.forEach((step, i) => {
        if (step.access !== 'write') return;
        const situation = this.choiceOf(choices, step.store);
        const own = this.beforeWrites(operation, i, client, situation.settled, operation.steps);
        for (const key of this.harmOf(step.store, situation, own)) found.add(key);
      });
    }
    return KEYS.filter((key) => found.has(key));
  }

  /** Every combination of situations of the stores of an operation. */
  private choices(operation: Operation): Choices[] {
    const stores = [...new Set(operation.steps.map((step) => step.store))];
    return combinations(stores.map((s) => this.situationsOf(s).map((situation) => [s, situation] as const))).map(
      (pairs) => new Map(pairs),
    );
  }

  /** The leader before the break is the same before and after the break was noticed. */
  private situationsOf(s: number): Situation[] {
    const scheme = this.schemeOf(s);
    const unnoticed = scheme.unnoticed(this.broken, this.storeOf(s));
    return scheme.scenarios(this.broken, this.storeOf(s)).flatMap((settled) => {
      const before = unnoticed.filter(({ former }) => former === settled.former);
      const met =
        this.phase === 'settled'
          ? [settled]
          : [settled, ...before, ...(scheme.lateToNotice?.(this.broken, this.storeOf(s), settled) ?? [])];
      return met.map((one) => ({ met: one, settled, unnoticed: before }));
    });
  }

  /** Every scenario that a store may be in at some time. */
  private scenariosOf(network: Network, s: number, time: OneWrite['time']): Scenario[] {
    const scheme = this.schemeOf(s);
    const settled = scheme.scenarios(network, this.storeOf(s));
    const overlaps = time === 'detecting' || (time === 'during' && this.phase === 'detecting');
    return overlaps ? [...settled, ...scheme.unnoticed(network, this.storeOf(s))] : settled;
  }

  /** The outcomes of the operation, its steps one after the other; each request may go to any of several servers. */
  private duringKeys(operation: Operation, client: VertexId, choices: Choices): Key[] {
    const failed: Key[] = [];
    const steps: Key[][] = [];
    for (const [i, step] of operation.steps.entries()) {
      const isWrite = (one: Step): boolean => one.access === 'write';
      const halfWritten = operation.steps.slice(0, i).some(isWrite) && operation.steps.slice(i).some(isWrite);
      const situation = this.choiceOf(choices, step.store);
      const keys: Key[] = [];
      for (const result of this.perform(this.broken, step, client, situation.met)) {
        if (result.kind === 'failed') failed.push(halfWritten ? 'partial' : result.key);
        else if (result.kind === 'answered') keys.push(this.readKey(step.store, situation, result.read, result.at));
        else keys.push(...this.writeKeys(step.store, situation, result.write));
      }
      if (keys.length === 0) return failed;
      steps.push(keys);
    }
    return [...failed, ...combinations(steps).map(worst)];
  }

  private readKey(s: number, situation: Situation, read: Answered, at: VertexId): Key {
    const unaware = [at, ...(read.by === undefined ? [] : [read.by])].filter((replica) =>
      isUnaware(situation.met, replica),
    );
    const missed: (HowLong | undefined)[] = [];
    for (const set of read.sets) {
      for (const write of this.writes(s, situation)) {
        // A replica that refused the write had noticed the break.
        if (write.refusedBy.some((replica) => unaware.includes(replica))) continue;
        missed.push(
          this.schemeOf(s).missed(
            this.broken,
            this.storeOf(s),
            { ...situation, confirmed: read.confirmed === true },
            read.by,
            set,
            write,
          ),
        );
      }
    }
    return missed.includes('heal') ? 'stale/heal' : missed.includes('lag') ? 'stale/lag' : 'ok';
  }

  private writeKeys(s: number, situation: Situation, write: Acknowledged): Key[] {
    const harm = this.harmOf(s, situation, everySet(write, this.timeOf(situation.met)));
    return harm.length === 0 ? ['ok'] : harm;
  }

  /** The possible harm to an acknowledged write; one of these sets is its own. */
  private harmOf(s: number, situation: Situation, own: readonly OneWrite[]): Key[] {
    const scheme = this.schemeOf(s);
    const store = this.storeOf(s);
    const conflicts: (HowLong | undefined)[] = [];
    for (const one of own)
      for (const other of this.writes(s, situation))
        conflicts.push(scheme.conflict(this.broken, store, situation.settled, one, other));
    const keys: Key[] = [];
    if (own.some((one) => scheme.discarded(this.broken, store, situation.settled, one))) keys.push('lost');
    if (conflicts.includes('heal')) keys.push('conflict/heal');
    else if (conflicts.includes('lag')) keys.push('conflict/lag');
    return keys;
  }

  /**
   * Every write of a store that can have been acknowledged, with every set: of every operation, step, client and time.
   */
  private writes(s: number, situation: Situation): readonly OneWrite[] {
    const { met, settled, unnoticed } = situation;
    const key = JSON.stringify([s, settled, met]);
    const known = this.remembered.get(key);
    if (known !== undefined) return known;
    const writes: OneWrite[] = [];
    for (const operation of this.model.operations) {
      for (const client of operation.clients) {
        operation.steps.forEach((step, i) => {
          if (step.store !== s || step.access !== 'write') return;
          writes.push(...this.beforeWrites(operation, i, client, settled, operation.steps.slice(0, i)));
          if (!this.broken.isUp(client)) return;
          for (const scenario of [settled, ...unnoticed, met]) {
            const time = this.timeOf(scenario);
            writes.push(
              ...this.acknowledged(this.broken, operation, i, client, [scenario], time).flatMap((write) =>
                everySet(write, time),
              ),
            );
          }
        });
      }
    }
    this.remembered.set(key, writes);
    return writes;
  }

  /**
   * `together`: the steps that succeed too. For the outcomes of the operation itself, all its steps: an operation that
   * ends half done was not acknowledged.
   */
  private beforeWrites(
    operation: Operation,
    step: number,
    client: VertexId,
    now: Scenario,
    together: readonly Step[],
  ): OneWrite[] {
    const s = operation.steps[step]?.store ?? -1;
    const old = this.schemeOf(s).before(this.healthy, this.storeOf(s), now);
    return this.acknowledged(this.healthy, operation, step, client, old, 'before', together).flatMap((write) =>
      everySet(write, 'before'),
    );
  }

  /**
   * While the break is being detected, replicas that have not noticed it act at the same time as those that the others
   * have elected.
   */
  private timeOf(met: Scenario): OneWrite['time'] {
    return met.unnoticed === true || met.electing === true || (met.spared !== undefined && this.phase === 'settled')
      ? 'detecting'
      : 'during';
  }

  /**
   * The ways in which a write step can be acknowledged, in one of these scenarios of its store, after steps that
   * succeed.
   */
  private acknowledged(
    network: Network,
    operation: Operation,
    at: number,
    client: VertexId,
    scenarios: readonly Scenario[],
    time: OneWrite['time'],
    earlier: readonly Step[] = operation.steps.slice(0, at),
  ): Acknowledged[] {
    const step = operation.steps[at];
    if (step === undefined) return [];
    const succeeds = (one: Step, scenario: Scenario): boolean =>
      this.perform(network, one, client, scenario).some(({ kind }) => kind !== 'failed');
    const succeed = (s: number, scenario: Scenario): boolean =>
      earlier.filter((one) => one.store === s).every((one) => succeeds(one, scenario));
    const elsewhere = [...new Set(earlier.map((one) => one.store))].filter((s) => s !== step.store);
    if (!elsewhere.every((s) => this.scenariosOf(network, s, time).some((scenario) => succeed(s, scenario)))) return [];
    return scenarios.flatMap((scenario) => {
      if (!succeed(step.store, scenario)) return [];
      return this.perform(network, step, client, scenario).flatMap((result) =>
        result.kind === 'acknowledged' ? [result.write] : [],
      );
    });
  }

  /** One request, with each of several servers as the first: the client asks the next replica when one refuses. */
  private perform(network: Network, step: Step, client: VertexId, scenario: Scenario): Result[] {
    return this.schemeOf(step.store)
      .picks(network, this.storeOf(step.store), scenario, client)
      .map((pick) => this.performAt(network, step, client, scenario, pick));
  }

  private performAt(
    network: Network,
    step: Step,
    client: VertexId,
    scenario: Scenario,
    pick: VertexId | undefined,
  ): Result {
    const store = this.storeOf(step.store);
    const asked = this.schemeOf(step.store).ask(network, store, scenario, client, pick, step);
    const noAnswer: Result = { kind: 'failed', key: step.access === 'write' ? 'unknown' : 'error' };
    const refusedBy: VertexId[] = [];
    for (const replica of asked.order) {
      if (!network.passes(client, replica)) continue;
      const write = step.access === 'write' ? asked.write(replica) : undefined;
      const read = step.access === 'read' ? asked.read(replica) : undefined;
      const refused = write === undefined && read === undefined;
      const waits = isUnaware(scenario, replica) && !this.refusedBefore(step, client, scenario, pick, replica);
      if (refused && (waits || store.onPartition.kind === 'wait')) return noAnswer;
      if (!network.passes(replica, client)) return noAnswer;
      if (write !== undefined) return { kind: 'acknowledged', write: { ...write, refusedBy } };
      if (read !== undefined) return { kind: 'answered', read, at: replica };
      if (!isUnaware(scenario, replica)) refusedBy.push(replica);
    }
    return { kind: 'failed', key: 'error' };
  }

  /**
   * A replica that has not noticed the break refuses at once what it refused before the break. If it forwards requests,
   * the other replica must still be in reach.
   */
  private refusedBefore(
    step: Step,
    client: VertexId,
    { unnoticed: _, spared: __, promoted: ___, ...scenario }: Scenario,
    pick: VertexId | undefined,
    replica: VertexId,
  ): boolean {
    const scheme = this.schemeOf(step.store);
    const asked = scheme.ask(this.healthy, this.storeOf(step.store), scenario, client, pick, step);
    const passesOn = (network: Network): boolean =>
      scheme.passesOn === undefined || scheme.passesOn(network, this.storeOf(step.store), scenario, replica);
    if (passesOn(this.healthy) && !passesOn(this.broken)) return false;
    return (step.access === 'write' ? asked.write(replica) : asked.read(replica)) === undefined;
  }

  private choiceOf(choices: Choices, s: number): Situation {
    const choice = choices.get(s);
    if (choice === undefined) throw new Error(`nothing decided about store ${s}`);
    return choice;
  }

  private storeOf(s: number): Store {
    const store = this.model.stores[s];
    if (store === undefined) throw new Error(`no store ${s}`);
    return store;
  }

  private schemeOf(s: number): Scheme {
    return SCHEMES[this.storeOf(s).replication.scheme];
  }
}

function isUnaware({ unnoticed, spared }: Scenario, replica: VertexId): boolean {
  return unnoticed === true || spared === replica;
}

function everySet(write: Acknowledged, time: OneWrite['time']): OneWrite[] {
  return write.sets.map((set) => ({
    history: write.history,
    set,
    time,
    ...(write.hint === undefined ? {} : { hint: write.hint }),
    refusedBy: write.refusedBy ?? [],
  }));
}

function worst(keys: readonly Key[]): Key {
  return keys.reduce((one, other) => (KEYS.indexOf(other) > KEYS.indexOf(one) ? other : one), 'ok');
}
