import { copiesFor, copiesOf } from '../model/levels.js';
import type { Step, Store, VertexId } from '../model/model.js';
import { type Delay, isConstant, NO_DELAY, sum } from '../network/delay/delay.js';
import { type Copy, setsOf, type StaleAfter, stalenessInSteps } from '../network/delay/staleness.js';
import { nearestFirst, type Topology } from '../network/topology.js';
import type { Freshness } from './facts.js';
import { servicesOf } from './judge/journey.js';
import type { Writer } from './judge/writers.js';
import { schemeOf } from './replication/index.js';
import type { Waiting } from './replication/path.js';
import { wayDelays, Ways } from './ways.js';

/** Sets of copies that may answer, of all races of a file: beyond it, freshness is not known. */
const MOST_SETS = 500;

/** Shares of reads whose times are told. */
const SHARES = [0.99, 0.999] as const;

/** Longer than any lag is worth a number: a day. */
const LONGEST_MS = 86_400_000;

/** How exact a time is, as a part of it. */
const PRECISION = 1e-4;
/** The same where nothing varies, so that a round trip is found as it is written. */
const EXACTLY = 1e-7;

interface NotKnown {
  readonly notKnown: string;
}

interface Race {
  readonly stale: StaleAfter;
  readonly isExact: boolean;
}

/** When reads see writes on the healthy network, by the delays of its links. Races that several ask for run once. */
export class Freshnesses {
  private readonly ways: Ways;
  /** Or why one cannot be run. */
  private readonly races = new Map<string, Race | string>();
  private setsLeft = MOST_SETS;

  constructor(
    private readonly topology: Topology,
    private readonly writers: readonly (readonly Writer[])[],
  ) {
    this.ways = new Ways(topology);
  }

  /**
   * Of the read step and the write that are stale for longest; or why that is not known; undefined: the operation has
   * no read that may miss a write.
   */
  *of(index: number, client: VertexId): Generator<void, Freshness | NotKnown | undefined> {
    const operation = this.topology.model.operations[index];
    if (operation === undefined) return undefined;
    let slowest: Freshness | undefined;
    for (const [step, one] of operation.steps.entries()) {
      if (one.access !== 'read') continue;
      const store = this.topology.model.stores[one.store];
      if (store?.from !== undefined) return { notKnown: `how long the feed of ${store.name} takes is not described` };
      for (const writer of this.writers[one.store] ?? []) {
        const found = yield* this.between(writer, { index, client, step: one });
        if (found === undefined) return undefined;
        if ('notKnown' in found) return found;
        if (slowest === undefined || isSlower(found, slowest)) slowest = { ...found, step, writer };
      }
    }
    return slowest;
  }

  private *between(
    writer: Writer,
    read: { readonly index: number; readonly client: VertexId; readonly step: Step },
  ): Generator<void, Omit<Freshness, 'step' | 'writer'> | NotKnown | undefined> {
    const { model } = this.topology;
    const store = model.stores[read.step.store];
    const written = model.operations[writer.operation]?.steps[writer.step];
    if (store === undefined || written === undefined) return undefined;
    const writing = this.waiting(store, written, this.issuer(writer.operation, writer.client));
    const reading = this.waiting(store, read.step, this.issuer(read.index, read.client));
    if (writing === undefined || reading === undefined)
      return { notKnown: 'the answers of a majority in each zone are waited for, and not a number of answers' };
    let slowest: Omit<Freshness, 'step' | 'writer'> | undefined;
    for (const from of writing.homes) {
      for (const to of reading.homes) {
        // One leader orders the write and answers the read.
        if (writing.homes.length > 1 && reading.homes.length > 1 && from !== to) continue;
        const race = yield* this.race(store, { ...writing, home: from }, { ...reading, home: to });
        if (typeof race === 'string') return { notKnown: race };
        yield;
        const found = yield* timesOf(race);
        if (slowest === undefined || isSlower(found, slowest)) slowest = found;
      }
    }
    return slowest;
  }

  /** The client, or the nearest instance of the last service. */
  private issuer(index: number, client: VertexId): VertexId {
    const operation = this.topology.model.operations[index];
    const services = operation === undefined ? [] : servicesOf(this.topology.model, operation);
    return services.reduce((from, { instances }) => nearestFirst(this.topology, from, instances)[0] ?? from, client);
  }

  private waiting(store: Store, step: Step, issuer: VertexId): Waiting | undefined {
    const [asked] = nearestFirst(this.topology, issuer, copiesFor(store, step));
    if (asked === undefined) return undefined;
    const zoneOf = (replica: VertexId): VertexId | undefined => {
      const vertex = this.topology.model.vertices[replica];
      return vertex?.kind === 'node' ? vertex.zone : undefined;
    };
    return schemeOf(store).path.waits({ store, step, asked, zoneOf });
  }

  private *race(
    store: Store,
    writing: Omit<Waiting, 'homes'> & { readonly home: VertexId },
    reading: Omit<Waiting, 'homes'> & { readonly home: VertexId },
  ): Generator<void, Race | string> {
    const key = JSON.stringify([store.replicas, store.observers, writing, reading]);
    const known = this.races.get(key) ?? (yield* this.run(store, writing, reading));
    this.races.set(key, known);
    return known;
  }

  private *run(
    store: Store,
    writing: Omit<Waiting, 'homes'> & { readonly home: VertexId },
    reading: Omit<Waiting, 'homes'> & { readonly home: VertexId },
  ): Generator<void, Race | string> {
    const copies = copiesOf(store).map((replica): Copy | undefined => {
      const write = this.feed(store, writing.home, replica);
      if (write === undefined) return undefined;
      const back = writing.pool.includes(replica) ? this.oneWay(replica, writing.home) : undefined;
      const question = reading.pool.includes(replica) ? this.oneWay(reading.home, replica) : undefined;
      const answer = question === undefined ? undefined : this.oneWay(replica, reading.home);
      return {
        write,
        ...(back === undefined ? {} : { acknowledged: this.thereAndBack(writing.home, replica) ?? sum(write, back) }),
        ...(question === undefined || answer === undefined
          ? {}
          : { read: { question, answer, both: this.thereAndBack(reading.home, replica) ?? sum(question, answer) } }),
      };
    });
    const known = copies.flatMap((copy) => copy ?? []);
    const asked = known.filter(({ read }) => read !== undefined).length;
    const acknowledging = known.filter(({ acknowledged }) => acknowledged !== undefined).length;
    const isKnown = known.length === copies.length && asked >= reading.needed && acknowledging >= writing.needed;
    const asRace = { copies: known, writes: writing.needed, reads: reading.needed };
    if (!isKnown) return 'a link between the machines that take part declares no round trip';
    const sets = setsOf(asRace, this.setsLeft);
    this.setsLeft -= sets ?? 0;
    const stale = sets === undefined ? undefined : yield* stalenessInSteps(asRace);
    const isExact = known.every(
      ({ write, read }) => isConstant(write ?? NO_DELAY) && isConstant(read?.both ?? NO_DELAY),
    );
    return stale === undefined ? 'there are too many sets of copies that may answer' : { stale, isExact };
  }

  /** From the replica that orders a write to a copy; to an observer over the copy that feeds it. */
  private feed(store: Store, home: VertexId, copy: VertexId): Delay | undefined {
    const by = store.observers?.find(({ node }) => node === copy)?.from;
    if (by === undefined || by === home) return this.oneWay(home, copy);
    const [first, then] = [this.feed(store, home, by), this.oneWay(by, copy)];
    return first === undefined || then === undefined ? undefined : sum(first, then);
  }

  /** Both ways over the same links: their round trips as they are; undefined: the ways differ. */
  private thereAndBack(home: VertexId, copy: VertexId): Delay | undefined {
    const there = this.ways.linksBetween(home, copy);
    const back = this.ways.linksBetween(copy, home);
    if (there === undefined || there.length !== back?.length || there.some((link) => !back.includes(link)))
      return undefined;
    return there.length === 0 ? NO_DELAY : wayDelays(this.topology).roundTrip(there);
  }

  private oneWay(from: VertexId, to: VertexId): Delay | undefined {
    if (from === to) return NO_DELAY;
    const links = this.ways.linksBetween(from, to);
    return links === undefined ? undefined : wayDelays(this.topology).oneWay(links);
  }
}

function* timesOf({ stale, isExact }: Race): Generator<void, Omit<Freshness, 'step' | 'writer'>> {
  const after: { share: number; ms: number }[] = [];
  for (const share of SHARES) after.push({ share, ms: yield* freshAfter(stale, share, isExact ? EXACTLY : PRECISION) });
  return { atOnce: 1 - (yield* stale(0)), after, isExact };
}

/** The time after which this share of reads is fresh. */
function* freshAfter(stale: StaleAfter, share: number, precision: number): Generator<void, number> {
  function* isFresh(ms: number): Generator<void, boolean> {
    return (yield* stale(ms)) <= 1 - share + 1e-12;
  }
  if (yield* isFresh(0)) return 0;
  let high = 1;
  while (high < LONGEST_MS && !(yield* isFresh(high))) high *= 2;
  let low = high === 1 ? 0 : high / 2;
  while (high - low > precision * high) {
    const middle = (low + high) / 2;
    if (yield* isFresh(middle)) high = middle;
    else low = middle;
  }
  return Number(high.toPrecision(4));
}

function isSlower(a: Pick<Freshness, 'after' | 'atOnce'>, b: Pick<Freshness, 'after' | 'atOnce'>): boolean {
  const last = (one: Pick<Freshness, 'after'>): number => one.after.at(-1)?.ms ?? 0;
  return last(a) > last(b) || (last(a) === last(b) && a.atOnce < b.atOnce);
}
