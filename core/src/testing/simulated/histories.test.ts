import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exploreAll } from '../../engine/explore.js';
import { verdictsUnder } from '../../engine/under.js';
import type { Outcome } from '../../engine/facts.js';
import { labelOf } from '../../engine/label.js';
import type { Model } from '../../model/model.js';
import { HEALTHY, type Cause } from '../../network/fault.js';
import { compileTopology, type Topology } from '../../network/topology.js';
import { LinkWorld } from '../../network/linkWorld.js';
import type { World } from '../../network/world.js';
import { eachHistory } from '../../simulate/histories.js';
import type { HistoryOperation } from '../../simulate/history.js';
import { isLinearizable } from '../../simulate/linearizability.js';
import type { Request, Seen, Timed, When } from '../../simulate/script.js';
import { budgetOf, seedsOf } from '../budget.js';
import { faultsOf, partitionsOf } from '../faults.js';
import { capFence, models, toCap } from '../naive/randomModel.js';
import { signature } from './signature.js';

/**
 * The engine's claims against the histories of clients: the simulator plays requests around a break and its heal, and a
 * checker for linearizability, which does not know of replicas, judges the histories.
 */
const { histories: RUNS } = budgetOf(process.env);
const SEEDS = seedsOf(20201102, process.env);
// Only a test that hangs takes this long: a busy machine takes several times as long as an idle one.
const TIMEOUT_MS = 60_000 + RUNS * 10_000;
/** The most runs of one sequence of requests: to see that nothing is wrong, and below, to find a claimed harm. */
const MOST_RUNS = 100;
const MOST_SEARCHED = 2000;
/** How many sequences of three requests are drawn for each fault. */
const DRAWN = 20;

const TIMES: readonly When[] = ['before', 'detecting', 'settled'];
const notBefore = (when: When): readonly When[] => TIMES.slice(TIMES.indexOf(when));

/** The explored faults, one for each way in which vertices can be cut off from each other. */
function distinctFaults(model: Model, topology: Topology): Cause[] {
  const all = [HEALTHY, ...model.families.flatMap((family) => faultsOf(model, family)), ...partitionsOf(model)];
  return [...new Map(all.map((cause) => [signature(model, topology, cause), cause])).values()];
}

const judged = new Map<string, boolean>();

/** Many histories differ only in their clients. */
function linearizable(history: readonly HistoryOperation[]): boolean {
  const key = history
    .map(({ kind, key: register, value, call, return: answered }) => [kind, register, value, call, answered].join())
    .join(';');
  const known = judged.get(key);
  if (known !== undefined) return known;
  const verdict = isLinearizable(history);
  judged.set(key, verdict);
  return verdict;
}

function requestsOf(model: Model, operations: readonly number[]): Request[] {
  return operations.flatMap((operation) =>
    (model.operations[operation]?.clients ?? []).map((client): Request => ({ operation, client })),
  );
}

function text(model: Model, cause: Cause, requests: readonly Timed[], history: readonly Seen[]): string {
  const asked = requests.map(
    ({ operation, client, when }) =>
      `${model.operations[operation]?.name ?? '?'} from ${model.vertices[client]?.name ?? '?'} ${when}`,
  );
  const seen = history.map(
    ({ client, kind, key, value, return: answered }) =>
      `${client} ${kind}s ${String(value)} ${kind === 'read' ? 'from' : 'to'} ${key}${answered === undefined ? ', no answer' : ''}`,
  );
  return `${capFence(toCap(model))}\n${asked.join(', ')}\nunder ${JSON.stringify(cause)}\n${seen.join('\n')}`;
}

const timed = (broken: World, { operation, client }: Request, times: readonly When[]): Timed[] =>
  times.filter((when) => when === 'before' || !broken.isSilent(client)).map((when) => ({ operation, client, when }));

function linearizableOperations(model: Model, topology: Topology): number[] {
  const { clients } = exploreAll(model);
  return model.operations.flatMap((_, operation) => {
    const { consistency, complete } = labelOf(
      model,
      topology,
      operation,
      clients.filter((one) => one.operation === operation),
    );
    return consistency === 'linearizable' && complete ? [operation] : [];
  });
}

/**
 * A small generator, so that a seed determines what is drawn (Steele, Lea & Flood, "Fast splittable pseudorandom number
 * generators", OOPSLA 2014, its mixing in 32 bits).
 */
function drawer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) % below;
  };
}

/** Sequences that begin with a write and continue with writes or reads: all of up to two requests, some of three. */
function sequences(
  broken: World,
  writes: readonly Request[],
  reads: readonly Request[],
  draw: (below: number) => number,
): Timed[][] {
  const first = writes.flatMap((write) => timed(broken, write, TIMES));
  const following = ({ when }: Timed, requests: readonly Request[]): Timed[] =>
    requests.flatMap((request) => timed(broken, request, notBefore(when)));
  const pairs = first.flatMap((one) => following(one, [...writes, ...reads]).map((two) => [one, two]));
  const triples = Array.from({ length: pairs.length === 0 ? 0 : DRAWN }, () => {
    const pair = pairs[draw(pairs.length)] ?? [];
    const last = pair.at(-1);
    const third = last === undefined ? [] : following(last, reads);
    return third.length === 0 ? [] : [...pair, third[draw(third.length)]].flatMap((one) => one ?? []);
  }).filter(({ length }) => length === 3);
  return [...first.map((one) => [one]), ...pairs, ...triples];
}

test.each(SEEDS)(
  'what is labelled linearizable has linearizable histories only (seed %s)',
  { timeout: TIMEOUT_MS },
  (seed) => {
    const draw = drawer(seed);
    const counts = { designs: 0, faults: 0, sequences: 0, histories: 0, cutShort: 0 };
    fc.assert(
      fc.property(models({ mostLinks: 5 }), (model) => {
        const topology = compileTopology(model);
        const strong = linearizableOperations(model, topology);
        if (strong.length === 0) return;
        counts.designs++;
        for (const cause of distinctFaults(model, topology)) {
          counts.faults++;
          const broken = new LinkWorld(topology, cause, 0);
          model.stores.forEach((_, s) => {
            const touching = (access: 'read' | 'write'): number[] =>
              model.operations.flatMap(({ steps }, o) =>
                steps.some((step) => step.store === s && step.access === access) ? [o] : [],
              );
            const writes = requestsOf(model, touching('write'));
            const reads = requestsOf(
              model,
              touching('read').filter((operation) => strong.includes(operation)),
            );
            for (const requests of sequences(broken, writes, reads, draw)) {
              const involved = requests.filter(({ operation }) => strong.includes(operation));
              if (involved.length === 0) continue;
              counts.sequences++;
              // The label makes no claim about the reads and losses of other operations.
              const isWhole = involved.length === requests.length;
              const complete = eachHistory({ model, topology, cause, requests, mostRuns: MOST_RUNS }, (history) => {
                counts.histories++;
                const own = isWhole
                  ? history
                  : history.filter(
                      ({ kind, operation }) =>
                        kind === 'write' || (operation !== undefined && strong.includes(operation)),
                    );
                if (!linearizable(own)) expect.fail(`not linearizable\n${text(model, cause, requests, own)}`);
                return 'go on';
              });
              if (!complete) counts.cutShort++;
            }
          });
        }
      }),
      { seed, numRuns: RUNS, endOnFailure: true },
    );
    console.log(`linearizable, seed ${seed}: ${JSON.stringify(counts)}, ${judged.size} different histories`);
    expect(counts.histories).toBeGreaterThan(RUNS);
  },
);

/** Is it a verdict of an answered read? */
function isOfRead(verdict: Outcome['verdict']): boolean {
  return verdict === 'stale' || verdict === 'dirty';
}

/** Sequences of requests whose history may confirm the verdict. */
function tellingSequences(model: Model, broken: World, target: Request, phase: When, { verdict }: Outcome): Timed[][] {
  const stores = new Set(model.operations[target.operation]?.steps.map(({ store }) => store));
  const writers = model.operations.flatMap(({ steps }, o) =>
    steps.some(({ access, store }) => access === 'write' && stores.has(store)) ? [o] : [],
  );
  const others = requestsOf(model, writers);
  const until = (when: When): readonly When[] => TIMES.slice(0, TIMES.indexOf(when) + 1);
  const withEarlier = (one: Timed): Timed[][] =>
    others.flatMap((other) => timed(broken, other, until(one.when)).map((earlier) => [earlier, one]));
  const targetTimes: readonly When[] = isOfRead(verdict)
    ? [phase]
    : ['before', 'detecting', 'settled'].filter((when): when is When => when === 'before' || when === phase);
  return targetTimes.flatMap((when) => {
    const one: Timed = { ...target, when };
    return isOfRead(verdict) ? withEarlier(one) : [[one], ...withEarlier(one)];
  });
}

describe.each(['settled', 'detecting'] as const)('%s', (phase) => {
  test.each(SEEDS)(
    'where a verdict says stale, dirty or lost, some history is not linearizable (seed %s)',
    { timeout: TIMEOUT_MS },
    (seed) => {
      const counts = { designs: 0, questions: 0, histories: 0, composite: 0, derived: 0, leftOut: 0 };
      fc.assert(
        fc.property(models({ mostLinks: 5 }), (model) => {
          const topology = compileTopology(model);
          counts.designs++;
          for (const cause of distinctFaults(model, topology)) {
            const broken = new LinkWorld(topology, cause, 0);
            for (const { operation, client, verdict, whileDetecting } of verdictsUnder(model, cause)) {
              if (verdict.silent) continue;
              for (const outcome of phase === 'settled' ? verdict.outcomes : [...verdict.outcomes, ...whileDetecting]) {
                if (!isOfRead(outcome.verdict) && outcome.verdict !== 'lost') continue;
                // Nobody writes derived data: a history of it has nothing to compare a read with.
                if (model.operations[operation]?.steps.some(({ store }) => model.stores[store]?.from !== undefined)) {
                  counts.derived++;
                  continue;
                }
                // With several writes, the last one hides that another is missed: a register shows only the newest.
                if (
                  [operation, outcome.other?.operation].some(
                    (one) => one !== undefined && model.operations[one]?.composite === true,
                  )
                ) {
                  counts.composite++;
                  continue;
                }
                counts.questions++;
                let shown = false;
                let complete = true;
                for (const requests of tellingSequences(model, broken, { operation, client }, phase, outcome)) {
                  const all = eachHistory({ model, topology, cause, requests, mostRuns: MOST_SEARCHED }, (history) => {
                    counts.histories++;
                    const own =
                      outcome.verdict === 'stale'
                        ? history.filter(({ kind, operation: by }) => kind === 'write' || by === operation)
                        : history;
                    shown = !linearizable(own);
                    return shown ? 'enough' : 'go on';
                  });
                  complete &&= all;
                  if (shown) break;
                }
                if (!shown && !complete) {
                  counts.leftOut++;
                  continue;
                }
                const message = `no history shows ${outcome.verdict} ${outcome.howLong ?? ''}: ${outcome.reason}\n${text(model, cause, [{ operation, client, when: phase }], [])}`;
                expect(shown, message).toBe(true);
              }
            }
          }
        }),
        { seed, numRuns: 4 * RUNS, endOnFailure: true },
      );
      console.log(`${phase}, seed ${seed}: ${JSON.stringify(counts)}, ${judged.size} different histories`);
      expect(counts.questions).toBeGreaterThan(RUNS);
      expect(counts.leftOut).toBeLessThan(counts.questions / 20);
    },
  );
});
