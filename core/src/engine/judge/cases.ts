import type { Model, Operation, VertexId } from '../../model/model.js';
import { HEALTHY } from '../../network/fault.js';
import { LinkWorld } from '../../network/linkWorld.js';
import { pairOf, placeOf } from '../../network/places.js';
import { askedOf, type Assignments, type Uses } from './assignments.js';
import { servicesOf } from './journey.js';
import { type Asked, type Situations, storesOf } from './situations.js';

/** Of more machines than these only neighbours in the list are taken apart. */
const FEW_MACHINES = 7;

/** In how many combinations of situations operations are judged, and can be. */
export class Cases {
  private readonly known = new Map<string, number>();

  constructor(
    private readonly situations: Situations,
    private readonly assignments: Assignments,
  ) {}

  /** So far. */
  get judged(): number {
    return this.assignments.visited;
  }

  /** Under one fault for an operation, or one step of it, but no more than `most`. */
  of(index: number, most: number, step?: number): number {
    const { model } = this.situations;
    const operation = model.operations[index];
    if (operation === undefined) return 0;
    if (step === undefined && this.situations.areIndependent && areApart(model, operation)) return 1;
    const steps = step === undefined ? operation.steps : operation.steps.slice(step, step + 1);
    return this.upTo(most, { steps, services: servicesOf(model, operation) });
  }

  /** By what each store may be in by itself. */
  private upTo(most: number, uses: Uses): number {
    const { stores, asked, required } = this.assignments.planOf(uses);
    let cases = 1;
    for (const store of stores) {
      cases *= this.ofStore(store, askedOf(store, asked, required));
      if (cases >= most) return most;
    }
    return cases;
  }

  private ofStore(store: number, asked: Asked): number {
    const key = JSON.stringify([store, asked]);
    const known = this.known.get(key) ?? this.count(store, asked);
    this.known.set(key, known);
    return known;
  }

  /**
   * Under the one of some faults that leaves most open: all machines run, one of those of the store is stopped, every
   * second pair of them is apart, or one pair is. An estimate: another fault may leave more open.
   */
  private count(store: number, asked: Asked): number {
    const { topology, model } = this.situations;
    const found = model.stores[store];
    if (found === undefined) return 0;
    const machines = [...found.replicas, ...found.witnesses];
    const pair = (one: VertexId, other: VertexId): number[] => {
      const [place, next] = [placeOf(model, one), placeOf(model, other)];
      return place === undefined || next === undefined
        ? []
        : [pairOf(model, place, next) ?? -1].filter((at) => at >= 0);
    };
    const seconds = machines.flatMap((one, i) => (i % 2 === 1 ? [] : pair(one, machines[i + 1] ?? one)));
    const near = machines.length <= FEW_MACHINES ? machines.length : 1;
    const single = machines.flatMap((one, i) => machines.slice(i + 1, i + 1 + near).map((other) => pair(one, other)));
    const causes = [
      HEALTHY,
      ...machines.map((one) => ({ ...HEALTHY, stopped: [one] })),
      ...[seconds, ...single].map((pairs) => ({ ...HEALTHY, pairs })),
    ];
    return causes.reduce((most, cause) => {
      const here = this.situations.storeIn(new LinkWorld(topology, cause, 0), store);
      return Math.max(most, [...this.situations.byItself(here, asked)].length);
    }, 0);
  }
}

/** Several steps, each of a store of its own that needs no other one, and that the client issues itself. */
export function areApart({ stores }: Model, { steps, through }: Operation): boolean {
  const needNoOther = steps.every(({ store }) => stores[store]?.requires === undefined);
  return steps.length > 1 && storesOf(steps).length === steps.length && through === undefined && needNoOther;
}
