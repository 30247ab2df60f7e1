import type { VertexId } from '../model/model.js';
import { type Cause, causeSize } from '../network/fault.js';
import { DrawnWorld } from '../network/drawnWorld.js';
import { nameOf, type Pair } from '../network/patterns/table.js';
import type { Topology } from '../network/topology.js';
import { answerTreeOf } from './answerTree.js';
import { answerTo, type Asked, type Question, RUNS_BETWEEN_PAUSES } from './question.js';

/** A round of networks, drawn from a fixed seed, in which a question tells whom it asks about. */
const ROUND = 12;
/** Another round follows, as long as one has shown a pair that was not known. */
const MOST_ROUNDS = 8;

/** Between whom a question asks for messages over relays, by their machines. */
export interface AskedPairs {
  readonly all: ReadonlyMap<string, Pair>;
  /** Those that it asks for in the name of any client, as far as that is known. */
  readonly byAnybody: readonly Pair[];
}

const known = new WeakMap<Question, Map<string, AskedPairs>>();

/** It may be tried for all cuts, and then for fewer. Where another pair turns up, a sweep begins anew. */
export function* pairsOf(topology: Topology, part: Cause, question: Question): Generator<void, AskedPairs> {
  const ofQuestion = known.get(question) ?? new Map<string, AskedPairs>();
  known.set(question, ofQuestion);
  const key = JSON.stringify(part);
  const pairs = ofQuestion.get(key) ?? (yield* findPairs(topology, part, question));
  ofQuestion.set(key, pairs);
  return pairs;
}

function* findPairs(topology: Topology, part: Cause, question: Question): Generator<void, AskedPairs> {
  const shared = causeSize(part) > 0 ? undefined : yield* sharedPairs(topology, part, question);
  if (shared !== undefined) return shared;
  const tree = answerTreeOf(question);
  const asked = yield* drawn(topology, part, tree, question.kin?.stores ?? []);
  return { all: overRelays(topology, asked), byAnybody: [] };
}

/** What a question of a kind asks for, in the name of a client that takes no other part in it. */
interface OfStranger {
  readonly byAnybody: ReadonlyMap<string, Pair>;
  /** Whom the stranger asks. */
  readonly asks: readonly VertexId[];
}

const ofStrangers = new WeakMap<object, OfStranger>();

/**
 * Questions that differ only in who asks ask for the same messages, but for those of the one who asks. A machine that
 * it is on answers at once, and no other one is asked: then nothing is known.
 */
function* sharedPairs(topology: Topology, part: Cause, question: Question): Generator<void, AskedPairs | undefined> {
  const { kin } = question;
  const stranger = kin?.stranger();
  if (kin === undefined || stranger === undefined) return undefined;
  const { anchor } = topology;
  const isOn = (client: VertexId, machines: readonly VertexId[]): boolean =>
    machines.some((machine) => anchor[machine] === anchor[client]);
  let found = ofStrangers.get(stranger);
  if (found === undefined) {
    const asked = yield* drawn(topology, part, stranger, kin.stores);
    const own = asked.filter((pair) => pair.includes(stranger.client));
    found = {
      byAnybody: overRelays(
        topology,
        asked.filter((pair) => !pair.includes(stranger.client)),
      ),
      asks: [...new Set(own.flat())].filter((one) => one !== stranger.client),
    };
    ofStrangers.set(stranger, found);
  }
  const { byAnybody, asks } = found;
  if (asks.length === 0 || isOn(stranger.client, asks) || isOn(kin.client, asks)) return undefined;
  const own = overRelays(
    topology,
    asks.map((machine) => [kin.client, machine] as const),
  );
  return { all: new Map([...byAnybody, ...own]), byAnybody: [...byAnybody.values()] };
}

/** Between whom it asks in drawn networks. */
function* drawn(
  topology: Topology,
  part: Cause,
  asked: Pick<Asked, 'answer' | 'inSteps'>,
  stores: readonly number[],
): Generator<void, readonly Pair[]> {
  const world = new DrawnWorld(topology, part, ROUND);
  let pairs: readonly Pair[] = [];
  for (let round = 0; round < MOST_ROUNDS; round++) {
    for (let run = 0; run < ROUND; run++) {
      if (run % RUNS_BETWEEN_PAUSES === 0) yield;
      yield* answerTo(asked, world);
      world.advance();
    }
    const before = pairs.length;
    pairs = world.asked();
    if (round > 0 && pairs.length === before) break;
  }
  return [...pairs, ...furtherReplicas(topology, pairs, stores)];
}

/** A client that asks two replicas of a store asks the next one where it reaches neither, and so on. */
function furtherReplicas({ model }: Topology, pairs: readonly Pair[], stores: readonly number[]): Pair[] {
  const asks = new Map<VertexId, Set<VertexId>>();
  for (const [from, to] of pairs) asks.set(from, (asks.get(from) ?? new Set<VertexId>()).add(to));
  return [...asks].flatMap(([client, asked]) => {
    const vertex = model.vertices[client];
    if (vertex?.kind !== 'client' || vertex.via.length > 0) return [];
    return stores.flatMap((store): Pair[] => {
      const { replicas = [] } = model.stores[store] ?? {};
      if (replicas.filter((one) => asked.has(one)).length < 2) return [];
      return replicas.flatMap((one): Pair[] => (asked.has(one) ? [] : [[client, one]]));
    });
  });
}

/** Without those that no relay connects. */
function overRelays({ anchor, directOnly }: Topology, asked: readonly Pair[]): ReadonlyMap<string, Pair> {
  const pairs = new Map<string, Pair>();
  for (const [from, to] of asked) {
    const pair = [anchor[from] ?? from, anchor[to] ?? to] as const;
    if (pair[0] !== pair[1] && directOnly(...pair) === undefined) pairs.set(nameOf(pair), pair);
  }
  return pairs;
}
