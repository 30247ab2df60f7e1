import { copiesOf } from '../../model/levels.js';
import type { Model, Required, Service, Step, VertexId } from '../../model/model.js';
import type { World } from '../../network/world.js';
import type { Mask } from '../family.js';
import type { StoreState } from '../replication/scheme.js';
import { request } from '../request.js';
import type { StoreWorld } from '../storeWorld.js';
import type { Nearest } from './nearest.js';

/** The state that each required store is in. */
export type StatesOf = (store: number) => StoreState | undefined;

/** Does an instance of a service get an answer from all that the service requires? */
export type Serves = (service: Service, instance: VertexId) => boolean;

/** Decides whether a machine gets an answer from what its store or service requires. */
export class Requirements {
  constructor(
    private readonly model: Model,
    private readonly nearest: Nearest,
  ) {}

  /** The stores whose states decide, over services too; not those that such a store requires in turn. */
  storesOf(requires: readonly Required[] = []): number[] {
    const found = requires.flatMap(({ kind, index }) =>
      kind === 'store' ? [index] : this.storesOf(this.model.services[index]?.requires),
    );
    return [...new Set(found)];
  }

  /** Those that decide whether instances of these services serve. */
  storesOfServices(services: readonly Service[]): number[] {
    return [...new Set(services.flatMap(({ requires }) => this.storesOf(requires)))];
  }

  /** A store answers at its default level; a machine that is refused by one replica asks the next. */
  isMet(world: World, machine: VertexId, requires: readonly Required[] = [], statesOf: StatesOf): boolean {
    return requires.every(({ kind, index }) => {
      if (kind === 'store') {
        const state = statesOf(index);
        return state !== undefined && this.isAnswered(state, machine);
      }
      const service = this.model.services[index];
      return service?.instances.some(
        (instance) => world.connected(machine, instance) && this.isMet(world, instance, service.requires, statesOf),
      );
    });
  }

  serves(world: World, statesOf: StatesOf): Serves {
    return (service, instance) => this.isMet(world, instance, service.requires, statesOf);
  }

  /** The replicas and observers that do not get an answer. */
  unmet({ world, store }: StoreWorld, statesOf: StatesOf): Mask {
    return copiesOf(store).reduce(
      (mask, copy, i) => (this.isMet(world, copy, store.requires, statesOf) ? mask : mask | (1 << i)),
      0,
    );
  }

  private isAnswered(state: StoreState, machine: VertexId): boolean {
    const step: Step = { access: 'read', store: state.here.index, needs: [] };
    return this.nearest
      .routes(state, step, machine)
      .some((route) => request(state, step, { client: machine, route }).some(({ kind }) => kind === 'answered'));
  }
}
