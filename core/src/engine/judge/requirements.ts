import { copiesOf } from '../../model/levels.js';
import type { Model, Required, Service, VertexId } from '../../model/model.js';
import type { World } from '../../network/world.js';
import type { Mask } from '../family.js';
import type { StoreState } from '../replication/scheme.js';
import type { Answer } from '../request.js';
import type { StoreWorld } from '../storeWorld.js';
import { answersTo, canBeAnswered, isAnswered, readOfSource } from './instead.js';
import type { Nearest } from './nearest.js';

/** The state that each required store is in. */
export type StatesOf = (store: number) => StoreState | undefined;

/** Does an instance of a service get an answer from all that the service requires? */
export type Serves = (service: Service, instance: VertexId) => boolean;

/**
 * Why an instance does not serve, as far as one store is the reason: the sets of replicas, each set enough, that have
 * noticed the break and gave it no answer. The set is empty where something else is reason enough.
 */
export type Silent = (service: Service, instance: VertexId) => readonly Mask[];

/** No replica of the store has to have noticed the break. */
export const ANYTHING: readonly Mask[] = [0];

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
        return state !== undefined && canBeAnswered(this.nearest, state, readOfSource(index), machine);
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

  /** `store`: the one whose replicas are asked for. */
  silent(world: World, store: number, statesOf: StatesOf): Silent {
    const of = (machine: VertexId, requires: readonly Required[] = []): readonly Mask[] => {
      const sets = requires.flatMap(({ kind, index }): readonly Mask[] => {
        if (kind === 'service') {
          const { instances, requires: next } = this.model.services[index] ?? { instances: [] };
          const connected = instances.filter((instance) => world.connected(machine, instance));
          return connected.reduce<readonly Mask[]>((all, instance) => unions(all, of(instance, next)), ANYTHING);
        }
        const state = statesOf(index);
        if (state === undefined) return ANYTHING;
        const answers = answersTo(this.nearest, state, readOfSource(index), machine);
        if (answers.some(isAnswered)) return [];
        return [index === store ? answers.reduce((all, answer) => all | awareOf(answer), 0) : 0];
      });
      return sets.includes(0) ? ANYTHING : [...new Set(sets)];
    };
    return ({ requires }, instance) => of(instance, requires);
  }

  /** The replicas and observers that do not get an answer. */
  unmet({ world, store }: StoreWorld, statesOf: StatesOf): Mask {
    return copiesOf(store).reduce(
      (mask, copy, i) => (this.isMet(world, copy, store.requires, statesOf) ? mask : mask | (1 << i)),
      0,
    );
  }
}

/** The replicas that have not served a request and had noticed the break. */
function awareOf(answer: Answer): Mask {
  return answer.kind === 'answered' ? answer.refusedBy : (answer.refusedBy ?? answer.aware ?? 0);
}

/** Every set of the one list together with every set of the other. */
export function unions(some: readonly Mask[], others: readonly Mask[]): readonly Mask[] {
  return [...new Set(some.flatMap((mask) => others.map((other) => mask | other)))];
}
