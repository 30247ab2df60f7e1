import fc from 'fast-check';
import { expect, test } from 'vitest';
import { availabilityOf, inReach, type Availability } from '../engine/availability.js';
import { exploreAll } from '../engine/explore.js';
import { verdictsUnder } from '../engine/under.js';
import type { Guarantee, Model, Store, VertexId } from '../model/model.js';
import { type Cause, HEALTHY } from '../network/fault.js';
import { compileTopology, nearestFirst } from '../network/topology.js';
import { LinkWorld } from '../network/linkWorld.js';
import { budgetOf } from './budget.js';
import { faultsOf, partitionsOf, toBreak } from './faults.js';
import { naiveOutcomes } from './naive/naive.js';
import { capFence, models, toCap } from './naive/randomModel.js';

const { needs: RUNS } = budgetOf(process.env);
const SEED = 20140901;
// Only a test that hangs takes this long: a busy machine takes several times as long as an idle one.
const TIMEOUT_MS = 60_000 + RUNS * 10_000;

/** Every fault that a model explores, each written out. */
const explored = (model: Model): Cause[] => [
  HEALTHY,
  ...partitionsOf(model),
  ...model.families.flatMap((family) => faultsOf(model, family)),
];

function withNeed(model: Model, at: number, guarantee: Guarantee): Model {
  return {
    ...model,
    operations: model.operations.map((operation, i) =>
      i === at
        ? { ...operation, steps: operation.steps.map((step) => ({ ...step, needs: [{ guarantee }] })) }
        : operation,
    ),
  };
}

/** The design with the writes of one client only: then a read can miss only that client's own writes. */
function writtenBy(model: Model, client: VertexId, reader: number): Model {
  const operations = model.operations.map((operation, i) =>
    i === reader || operation.steps.every(({ access }) => access === 'read')
      ? operation
      : { ...operation, clients: operation.clients.filter((one) => one === client) },
  );
  return { ...model, operations };
}

/** Through services, and of derived data, needs are not known. */
const isDecided = ({ operations, stores }: Model): boolean =>
  operations.every(({ through }) => through === undefined) && stores.every(({ from }) => from === undefined);

test(
  'read-your-writes: as the naive engine says of a design where nobody else writes',
  () => {
    const seen = { given: 0, impossible: 0, broken: 0 };
    fc.assert(
      fc.property(models({ mostLinks: 5 }).filter(isDecided), (drawn) => {
        const reader = drawn.operations.findIndex(({ steps }) => steps.length === 1 && steps[0]?.access === 'read');
        if (reader < 0) return;
        const model = withNeed(drawn, reader, 'read-your-writes');
        const store = model.operations[reader]?.steps[0]?.store ?? -1;
        const faults = explored(model);
        for (const { client, ...found } of exploreAll(model).needs) {
          // The naive engine does not know sequences of two faults.
          const status = found.earlier === undefined ? found.status : 'given';
          const own = writtenBy(model, client, reader);
          const writes = own.operations.flatMap(({ steps }, i) =>
            steps.some((step) => step.access === 'write' && step.store === store) ? [i] : [],
          );
          // A composite operation can lose a write to another store; the comparison of the engines covers that.
          if (writes.some((i) => (own.operations[i]?.steps.length ?? 0) > 1)) return;
          const breaks = (fault: Cause, phase: 'settled' | 'detecting'): boolean => {
            const outcomes = naiveOutcomes(own, toBreak(model, fault), phase);
            return outcomes.some(({ operation, client: by, keys }) => {
              if (by !== client || keys === 'silent') return false;
              if (operation === reader) return keys.includes('stale/lag') || keys.includes('stale/heal');
              return writes.includes(operation) && keys.includes('lost');
            });
          };
          const missed = faults.some((fault) => breaks(fault, 'settled') || breaks(fault, 'detecting'));
          if (status !== 'not known') seen[status]++;
          expect({ status, missed }, capFence(toCap(model))).toEqual({
            status,
            missed: status === 'impossible' || status === 'broken',
          });
          if (status === 'impossible') expect(breaks(HEALTHY, 'settled'), capFence(toCap(model))).toBe(true);
        }
      }),
      { numRuns: 2 * RUNS, seed: SEED },
    );
    expect(seen.given + seen.impossible + seen.broken).toBeGreaterThan(3);
  },
  TIMEOUT_MS,
);

test(
  'monotonic-reads where every replica answers by itself: given exactly where one and the same replica always answers',
  () => {
    const seen = { given: 0, impossible: 0, broken: 0 };
    fc.assert(
      fc.property(models({ mostLinks: 5 }).filter(isDecided), (drawn) => {
        const reader = drawn.operations.findIndex(({ steps }) => steps.length === 1 && steps[0]?.access === 'read');
        const s = drawn.operations[reader]?.steps[0]?.store ?? -1;
        const store = drawn.stores[s];
        if (store === undefined || store.replicas.length < 2 || store.merge === 'discard') return;
        // The other reads of the session would depend on the steps before them.
        if (drawn.operations.some(({ steps }) => steps.length > 1)) return;
        const anyStore: Store = {
          name: store.name,
          replicas: store.replicas,
          witnesses: [],
          onPartition: { kind: 'error' },
          merge: 'lww',
          replication: { scheme: 'any' },
        };
        const operations = drawn.operations.map((operation) => ({
          ...operation,
          steps: operation.steps.map(({ access, store: at, needs }) => ({ access, store: at, needs })),
        }));
        const model = withNeed(
          { ...drawn, stores: drawn.stores.map((one, i) => (i === s ? anyStore : one)), operations },
          reader,
          'monotonic-reads',
        );
        const topology = compileTopology(model);
        for (const { client, status } of exploreAll(model).needs) {
          const order = nearestFirst(topology, client, store.replicas);
          const answering = explored(model).flatMap((fault) => {
            const world = new LinkWorld(topology, fault, 0);
            const asked = world.isSilent(client) ? undefined : order.find((replica) => world.reach(client, replica));
            return asked !== undefined && world.reach(asked, client) ? [asked] : [];
          });
          if (status !== 'not known') seen[status]++;
          expect(status, capFence(toCap(model))).toBe(new Set(answering).size > 1 ? 'broken' : 'given');
        }
      }),
      { numRuns: 3 * RUNS, seed: SEED },
    );
    expect(Math.min(seen.given, seen.broken)).toBeGreaterThan(1);
  },
  TIMEOUT_MS,
);

test(
  'availability: the smallest causes tell what every single fault tells',
  () => {
    const order: readonly Availability[] = ['total', 'sticky', 'majority', 'none'];
    const seen = new Map<Availability, number>();
    fc.assert(
      fc.property(models({ mostLinks: 5 }), (model) => {
        const topology = compileTopology(model);
        const { clients } = exploreAll(model);
        const classes = clients.map((result) => availabilityOf(model, topology, [result]));
        const worst = clients.map(() => 0);
        for (const fault of explored(model)) {
          const verdicts = verdictsUnder(model, fault);
          clients.forEach(({ operation, client }, i) => {
            const verdict = verdicts.find((one) => one.operation === operation && one.client === client)?.verdict;
            if (
              verdict?.outcomes.some((outcome) => outcome.verdict === 'error' || outcome.verdict === 'unknown') !== true
            )
              return;
            const { halfOpen, any, usual, majority } = inReach(topology, { operation, client }, fault);
            const found = halfOpen || !any ? 0 : !usual ? 1 : !majority ? 2 : 3;
            worst[i] = Math.max(worst[i] ?? 0, found);
          });
        }
        clients.forEach((_, i) => {
          const one = classes[i];
          if (one === undefined) return;
          seen.set(one, (seen.get(one) ?? 0) + 1);
          expect(one, capFence(toCap(model))).toBe(order[worst[i] ?? 0]);
        });
      }),
      { numRuns: 8 * RUNS, seed: SEED },
    );
    for (const one of order) expect(seen.get(one) ?? 0, one).toBeGreaterThan(3);
  },
  TIMEOUT_MS,
);
