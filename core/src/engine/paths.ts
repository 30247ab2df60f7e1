import { copiesFor } from '../model/levels.js';
import type { Model, Step, VertexId } from '../model/model.js';
import { HEALTHY } from '../network/fault.js';
import { nearestFirst, type Topology } from '../network/topology.js';
import { LinkWorld } from '../network/linkWorld.js';
import { issuersOf } from './judge/journey.js';
import { schemeOf } from './replication/index.js';
import type { Healthy, StepPaths } from './replication/path.js';
import { StoreWorld } from './storeWorld.js';

/**
 * How a step that a client or an instance of a service issues is carried out on the healthy network; undefined: it has
 * no store.
 */
export function stepPaths(model: Model, topology: Topology, step: Step, issuer: VertexId): StepPaths | undefined {
  const store = model.stores[step.store];
  if (store === undefined) return undefined;
  if (copiesFor(store, step).length === 1) return { store, step, read: 'only copy', write: 'only copy' };
  const here = new StoreWorld(new LinkWorld(topology, HEALTHY, 0), store, step.store);
  const healthy: Healthy = {
    here,
    writers: model.operations.flatMap((operation) =>
      operation.steps
        .filter((one) => one.access === 'write' && one.store === step.store)
        .flatMap((one) => issuersOf(model, operation).map((writer) => ({ client: writer, step: one }))),
    ),
    firstAsked: (one) =>
      nearestFirst(topology, one, copiesFor(store, step)).find((replica) => here.world.reach(one, replica)),
  };
  const { path } = schemeOf(store);
  return { store, step, read: path.read(healthy, step, healthy.firstAsked(issuer)), write: path.write(healthy) };
}
