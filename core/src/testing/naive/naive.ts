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
 * 14. Which replicas can show a write that is discarded? Those that the network lets it get to at some time, beyond its
 *     set: a replica that shows it then counts as one that has it.
 * 15. Automatic failover if the primary has no majority on the healthy network already: left out of the comparison.
 */
import type { Model, Operation, Service, Step, VertexId } from '../../model/model.js';
import { HEALTHY, Network, type Break } from './network.js';
import { type Contact, isUnaware, Requests, type Result } from './requests.js';
import { BeforeBreak, decidingStores } from './requires.js';
import { isRefused, levelsOf, type Refused, servicesOf, takenBy, takenThrough, throughServices } from './services.js';
import {
  type Acknowledged,
  type Answered,
  type HowLong,
  observerAt,
  type OneWrite,
  type Scenario,
  type Scheme,
} from './scheme.js';
import { combinations } from './sets.js';
import { type Choices, type NaivePhase, type Situation, Situations } from './situations.js';

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

export function naiveOutcomes(model: Model, fault: Break, phase: NaivePhase = 'settled'): NaiveOutcome[] {
  const world = new World(model, fault, phase);
  return model.operations.flatMap((operation, o) =>
    operation.clients.map((client) => ({ operation: o, client, keys: world.keysOf(operation, client) })),
  );
}

/** What an operation comes to. */
type Outcome = { readonly key: Key };

class World {
  private readonly broken: Network;
  private readonly healthy: Network;
  private readonly requests: Requests;
  private readonly before: BeforeBreak;
  private readonly situations: Situations;
  private readonly remembered = new Map<string, readonly OneWrite[]>();

  constructor(
    private readonly model: Model,
    fault: Break,
    private readonly phase: NaivePhase,
  ) {
    this.broken = new Network(model, fault);
    this.healthy = new Network(model, HEALTHY);
    this.requests = new Requests(model, this.broken, this.healthy, phase !== 'settled');
    this.before = new BeforeBreak(this.requests, this.healthy);
    this.situations = new Situations(model, this.requests, this.broken, this.before, phase);
  }

  keysOf(operation: Operation, client: VertexId): readonly Key[] | 'silent' {
    if (!this.broken.isUp(client)) return 'silent';
    const found = new Set<Key>();
    for (const choices of this.situations.choices(operation)) {
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

  /** The outcomes of the operation for its client. */
  private duringKeys(operation: Operation, client: VertexId, choices: Choices): Key[] {
    const work = (issuer: VertexId): (Outcome | Refused)[] => this.stepKeys(operation, issuer, choices);
    const writes = operation.steps.some(({ access }) => access === 'write');
    // An operation that ended half done stays `partial`, with or without an answer.
    const silence = (result: Outcome | Refused): Outcome =>
      'key' in result && result.key === 'partial' ? result : { key: writes ? 'unknown' : 'error' };
    const contact = (from: VertexId, to: VertexId, order: readonly VertexId[]): Contact =>
      this.requests.contact(this.broken, from, to, order);
    const services = servicesOf(this.model, operation);
    const isAware = ({ requires }: Service): boolean =>
      this.phase === 'unaware' &&
      decidingStores(this.model, requires).some((s) => choices.get(s)?.met.spared !== undefined);
    const lacking = this.situations.lacking((s) => choices.get(s)?.met, 'during');
    const found =
      services.length === 0
        ? work(client)
        : lacking.flatMap((lacks) =>
            throughServices(
              this.broken,
              client,
              levelsOf(services, lacks, { isAware }),
              { refusedBy: [] },
              { work, silence, contact },
            ),
          );
    return found.flatMap((one) => ('key' in one ? one.key : one.instances === 'aware' ? [] : 'error'));
  }

  /** Its steps one after the other; each request may go to any of several servers. */
  private stepKeys(operation: Operation, client: VertexId, choices: Choices): (Outcome | Refused)[] {
    const failed: (Outcome | Refused)[] = [];
    const fromSource: (Outcome | Refused)[] = [];
    const steps: Key[][] = [];
    for (const [i, step] of operation.steps.entries()) {
      const isWrite = (one: Step): boolean => one.access === 'write';
      const hasWritten = operation.steps.slice(0, i).some(isWrite);
      const halfWritten = hasWritten && operation.steps.slice(i).some(isWrite);
      const situation = this.choiceOf(choices, step.store);
      const keys: Key[] = [];
      const { from } = this.requests.storeOf(step.store);
      for (const result of this.requests.perform(this.broken, step, client, situation.met)) {
        if (this.phase === 'unaware' && !meets(result, situation.met)) continue;
        if (result.kind === 'failed' && from?.orSource === true) {
          fromSource.push(...this.stepKeys(atSource(operation, i, from.store), client, choices));
          continue;
        }
        if (result.kind === 'failed')
          failed.push(isRefused(result) && !hasWritten ? result : { key: halfWritten ? 'partial' : result.key });
        else if (result.kind === 'answered' && from !== undefined)
          keys.push(...this.derivedKeys(from.store, choices, result.at));
        else if (result.kind === 'answered') keys.push(...this.readKeys(step.store, situation, result.read, result.at));
        else keys.push(...this.writeKeys(step.store, situation, result.write));
      }
      if (keys.length === 0) return [...failed, ...fromSource];
      steps.push(keys);
    }
    return [...failed, ...fromSource, ...combinations(steps).map((keys) => ({ key: worst(keys) }))];
  }

  /** The answer of a copy that is fed from a store: what its machine is answered there once the break has settled. */
  private derivedKeys(source: number, choices: Choices, copy: VertexId): Key[] {
    const situation = this.choiceOf(choices, source);
    const { from } = this.requests.storeOf(source);
    const root = this.rootOf(source);
    const read: Step = { access: 'read', store: source, needs: [] };
    const { met, settled, unnoticed, earlier } = situation;
    const fed = (state: Scenario, other: Scenario): Key[] =>
      this.requests.perform(this.broken, read, copy, state).flatMap((result): Key[] => {
        if (result.kind !== 'answered') return [];
        if (from !== undefined) return this.derivedKeys(from.store, choices, result.at);
        const known = state === settled || earlier === undefined ? {} : { earlier };
        const at = { met: state, settled, unnoticed: [...unnoticed, other], ...known };
        return this.readKeys(source, at, result.read, result.at);
      });
    const keys = fed(settled, met);
    const dirty: Key[] = [...keys, ...fed(met, settled)].includes('dirty') ? ['dirty'] : [];
    if (!this.writes(root, this.choiceOf(choices, root)).some(({ acknowledged }) => acknowledged))
      return ['ok', ...dirty];
    if (keys.length === 0) return ['stale/heal', ...dirty];
    return [...dirty, ...keys.map((key): Key => (key === 'stale/heal' ? key : 'stale/lag'))];
  }

  private rootOf(s: number): number {
    const { from } = this.requests.storeOf(s);
    return from === undefined ? s : this.rootOf(from.store);
  }

  private readKeys(s: number, situation: Situation, read: Answered, at: VertexId): Key[] {
    const unaware = [at, ...(read.by === undefined ? [] : [read.by])].filter((replica) =>
      isUnaware(situation.met, replica),
    );
    const when = { ...situation, confirmed: read.confirmed === true, unaware, refusedBy: read.refusedBy ?? [] };
    // One that has not noticed the break goes on as before, whatever the stores that it requires are in.
    const isBound = !unaware.includes(read.by ?? at);
    const writes = this.writes(s, situation, isBound ? situation.earlier : undefined);
    const missed: (HowLong | undefined)[] = [];
    let dirty = false;
    for (const set of read.sets) {
      for (const write of writes) {
        // A replica that refused the write had noticed the break.
        if (write.refusedBy.some((replica) => unaware.includes(replica))) continue;
        if (this.isDirty(s, situation, set, write)) dirty = true;
        if (!write.acknowledged) continue;
        missed.push(this.missedBy(s, when, read.by, set, write));
      }
    }
    const keys: Key[] = dirty ? ['dirty'] : [];
    if (missed.includes('heal')) keys.push('stale/heal');
    else if (missed.includes('lag')) keys.push('stale/lag');
    return keys.length === 0 ? ['ok'] : keys;
  }

  /** Is a write on one of the copies that answer, and in the end on none? */
  private isDirty(s: number, { met, settled }: Situation, copies: readonly VertexId[], write: OneWrite): boolean {
    const scheme = this.requests.schemeOf(s);
    const store = this.requests.storeOf(s);
    const isOn = (copy: VertexId): boolean =>
      scheme.getsTo?.(this.broken, store, { met, settled }, write, copy) === true;
    // What the promoted primary feeds, directly or not, has given up all else.
    const { promoted } = settled;
    const hasBegun = met.unnoticed !== true && met.electing !== true;
    const follows = (copy: VertexId): boolean => {
      const observer = observerAt(store, copy);
      if (observer === undefined || promoted === undefined || !hasBegun) return false;
      const { from } = observer;
      return from === undefined
        ? this.broken.connected(promoted, copy)
        : this.broken.connected(from, copy) && (from === promoted || follows(from));
    };
    const network = write.time === 'before' ? this.healthy : this.broken;
    const isGone = (copy: VertexId): boolean => {
      const observer = observerAt(store, copy);
      if (observer?.from !== undefined) return network.connected(observer.from, copy) && isGone(observer.from);
      const set = observer === undefined ? [...write.set, copy] : write.set;
      return isOn(copy) && scheme.discarded(this.broken, store, settled, { ...write, set });
    };
    return copies.some((copy) => !follows(copy) && isGone(copy));
  }

  /** An observer that another copy feeds has what that copy has, later. */
  private missedBy(
    s: number,
    when: Parameters<Scheme['missed']>[2],
    by: VertexId | undefined,
    set: readonly VertexId[],
    write: OneWrite,
  ): HowLong | undefined {
    const store = this.requests.storeOf(s);
    const [copy] = set;
    const from = set.length === 1 && copy !== undefined ? observerAt(store, copy)?.from : undefined;
    if (from === undefined || copy === undefined)
      return this.requests.schemeOf(s).missed(this.broken, store, when, by, set, write);
    if (write.history === 'alone' || !this.broken.connected(from, copy)) return 'heal';
    return this.missedBy(s, when, from, [from], write) ?? 'lag';
  }

  private writeKeys(s: number, situation: Situation, write: Acknowledged): Key[] {
    const harm = this.harmOf(s, situation, everySet(write, this.situations.timeOf(situation.met)));
    return harm.length === 0 ? ['ok'] : harm;
  }

  /** The possible harm to an acknowledged write; one of these sets is its own. */
  private harmOf(s: number, situation: Situation, own: readonly OneWrite[]): Key[] {
    const scheme = this.requests.schemeOf(s);
    const store = this.requests.storeOf(s);
    const conflicts: (HowLong | undefined)[] = [];
    // What is on no disk any more meets nothing at the heal.
    const isGone = ({ time, set }: OneWrite): boolean =>
      time === 'before' && set.every((replica) => this.broken.isDestroyed(replica));
    for (const one of own.filter((write) => !isGone(write)))
      for (const other of this.writes(s, situation).filter((write) => write.acknowledged && !isGone(write)))
        conflicts.push(scheme.conflict(this.broken, store, situation.settled, one, other));
    const keys: Key[] = [];
    if (own.some((one) => isGone(one) || scheme.discarded(this.broken, store, situation.settled, one)))
      keys.push('lost');
    if (conflicts.includes('heal')) keys.push('conflict/heal');
    else if (conflicts.includes('lag')) keys.push('conflict/lag');
    return keys;
  }

  /**
   * Every write of a store that replicas can have taken in, acknowledged or not, with every set: of every operation,
   * step, client and time. `scenarios`: those that the store may have been in meanwhile.
   */
  private writes(
    s: number,
    { met, settled, unnoticed }: Situation,
    scenarios: readonly Scenario[] = [settled, ...unnoticed, met],
  ): readonly OneWrite[] {
    const key = JSON.stringify([s, settled, met, scenarios]);
    const known = this.remembered.get(key);
    if (known !== undefined) return known;
    const writes: OneWrite[] = [];
    for (const operation of this.model.operations) {
      for (const client of operation.clients) {
        operation.steps.forEach((step, i) => {
          if (step.store !== s || step.access !== 'write') return;
          writes.push(...this.lastWrites(operation, i, client, settled, operation.steps.slice(0, i)));
          if (!this.broken.isUp(client)) return;
          for (const scenario of scenarios) {
            const time = this.situations.timeOf(scenario);
            writes.push(
              ...this.taken(this.broken, operation, i, client, [scenario], time).flatMap((write) =>
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
    return this.lastWrites(operation, step, client, now, together).filter(({ acknowledged }) => acknowledged);
  }

  private lastWrites(
    operation: Operation,
    step: number,
    client: VertexId,
    now: Scenario,
    together: readonly Step[],
  ): OneWrite[] {
    const s = operation.steps[step]?.store ?? -1;
    const old = this.requests
      .schemeOf(s)
      .before(this.healthy, this.requests.storeOf(s), now)
      .map((scenario) => this.before.restricted(s, scenario));
    return this.taken(this.healthy, operation, step, client, old, 'before', together).flatMap((write) =>
      everySet(write, 'before'),
    );
  }

  /**
   * The ways in which replicas can take in a write step, in one of these scenarios of its store, after steps that
   * succeed.
   */
  private taken(
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
    const services = servicesOf(this.model, operation);
    if (services.length > 0) {
      const deciding = services.flatMap(({ requires }) => decidingStores(this.model, requires));
      const stores = new Set([...deciding, ...operation.steps.map((one) => one.store)]);
      const others = this.requests.withSources([...stores]).filter((s) => s !== step.store);
      const needed = Math.max(at, earlier.length);
      return combinations([
        scenarios.map((scenario) => [step.store, scenario] as const),
        ...others.map((s) => this.situations.scenariosOf(s, time).map((scenario) => [s, scenario] as const)),
      ]).flatMap((pairs) => {
        const met = new Map(pairs);
        const perform = (one: Step, instance: VertexId): Result[] =>
          this.requests.performIn(network, one, instance, met);
        return this.situations
          .lacking((s) => met.get(s), time)
          .flatMap((lacks) =>
            takenThrough(
              network,
              { steps: operation.steps, levels: levelsOf(services, lacks, { store: step.store }) },
              client,
              { at, needed },
              { perform, contact: (from, to, order) => this.requests.contact(network, from, to, order) },
            ),
          );
      });
    }
    // A step may go on to the source of derived data: those of one source are asked together.
    const stores = this.requests.withSources(earlier.map((one) => one.store));
    const roots = new Set(stores.map((s) => this.rootOf(s)));
    const groups = [...roots].map((root) => stores.filter((s) => this.rootOf(s) === root));
    const succeed = (group: readonly number[], own: Scenario): boolean =>
      combinations(
        group.map((s) => {
          const possible = s === step.store ? [own] : this.situations.scenariosOf(s, time);
          return possible.map((scenario) => [s, scenario] as const);
        }),
      ).some((pairs) => {
        const met = new Map(pairs);
        const steps = earlier.filter((one) => group.includes(one.store));
        return steps.every((one) =>
          this.requests.performIn(network, one, client, met).some(({ kind }) => kind !== 'failed'),
        );
      });
    return scenarios.flatMap((scenario) => {
      if (!groups.every((group) => succeed(group, scenario))) return [];
      return this.requests.perform(network, step, client, scenario).flatMap((result) => takenBy(result) ?? []);
    });
  }

  private choiceOf(choices: Choices, s: number): Situation {
    const choice = choices.get(s);
    if (choice === undefined) throw new Error(`nothing decided about store ${s}`);
    return choice;
  }
}

/** The operation with the source of derived data for one of its steps. */
function atSource(operation: Operation, step: number, store: number): Operation {
  return { ...operation, steps: operation.steps.with(step, { access: 'read', store, needs: [] }) };
}

function everySet(write: Acknowledged, time: OneWrite['time']): OneWrite[] {
  return write.sets.map((set) => ({
    history: write.history,
    set,
    time,
    ...(write.hint === undefined ? {} : { hint: write.hint }),
    refusedBy: write.refusedBy ?? [],
    acknowledged: write.unanswered !== true,
  }));
}

function worst(keys: readonly Key[]): Key {
  return keys.reduce((one, other) => (KEYS.indexOf(other) > KEYS.indexOf(one) ? other : one), 'ok');
}

/** Is this an answer of somebody who has not noticed the break, if only one has not? */
function meets(result: Result, { spared }: Scenario): boolean {
  if (spared === undefined) return true;
  if (result.kind === 'failed') return result.stuck === true;
  return result.at === spared || (result.kind === 'answered' && result.read.by === spared);
}
