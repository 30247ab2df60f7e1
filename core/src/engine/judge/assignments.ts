import { run } from '../../base/steps.js';
import type { Service, Step, Store } from '../../model/model.js';
import type { World } from '../../network/world.js';
import { schemeOf } from '../replication/index.js';
import { servicesOf } from './journey.js';
import type { Scheme } from '../replication/scheme.js';
import { type Asked, type Assignment, type Situation, type Situations, storesOf } from './situations.js';

/** What an operation uses: the stores of its steps, and the services that it goes through. */
export interface Uses {
  readonly steps: readonly Step[];
  readonly services: readonly Service[];
}

/** The stores of which it matters who led before the break, and that one replica may be the last to notice it. */
export interface AskedOf {
  readonly whoLed: ReadonlySet<number>;
  readonly late: ReadonlySet<number>;
}

/** What a visit of assignments goes through. */
export interface Plan {
  /** Each after those that it requires. */
  readonly stores: readonly number[];
  readonly asked: AskedOf;
  readonly required: ReadonlySet<number>;
  /** How many steps one visit goes through. */
  readonly steps: number;
  /** Has an error been found, which is all that can come of it if a replica knows of no leader? Absent: it matters. */
  readonly isEnough?: (() => boolean) | undefined;
}

type Visit = (assignment: Assignment) => unknown;

/** Of all visits. Through services, one of these takes a tenth of a millisecond. */
const STEPS_BETWEEN_PAUSES = 16;

const NOT_ASKED: AskedOf = { whoLed: new Set(), late: new Set() };

export function askedOf(store: number, { whoLed, late }: AskedOf, required: ReadonlySet<number>): Asked {
  return { whoLed: whoLed.has(store), late: late.has(store), unnoticed: required.has(store) };
}

/** One situation for each store of an operation, and for each store that these require, in every combination. */
export class Assignments {
  /** How many were visited so far. */
  visited = 0;
  private readonly plans: Plan[] = [];

  constructor(private readonly situations: Situations) {}

  /**
   * Visits every assignment of the stores that these steps ask. Different leaders before the break are different
   * situations if a step depends on them. The map is reused: a visitor that keeps it must copy it. A visitor that
   * answers false has seen enough.
   */
  each(world: World, plan: Plan, visit: Visit): void {
    run(this.eachInSteps(world, plan, visit));
  }

  /** `each`, with a pause after some of the visits. */
  *eachInSteps(world: World, { stores, asked: all, required, steps, isEnough }: Plan, visit: Visit): Generator<void> {
    const { situations } = this;
    const assignment = new Map<number, Situation>();
    /** The situations of a store that needs no other one are the same whatever those before it are in. */
    const kept: Iterable<Situation>[] = [];
    const situationsOf = (i: number, store: number): Iterable<Situation> => {
      const here = situations.storeIn(world, store);
      const asked = { ...askedOf(store, all, required), isEnough };
      if (here.store.requires !== undefined) return situations.of(here, asked, assignment);
      return (kept[i] ??= situations.of(here, asked));
    };
    /** Of each store that is in a situation, those that it has yet to be in. */
    const left: Iterator<Situation>[] = [];
    for (let sincePause = 0; ; ) {
      const next = stores[left.length];
      if (next !== undefined) {
        left.push(situationsOf(left.length, next)[Symbol.iterator]());
      } else {
        this.visited++;
        sincePause += Math.max(1, steps);
        if (sincePause >= STEPS_BETWEEN_PAUSES) {
          sincePause = 0;
          yield;
        }
        if (visit(assignment) === false) return;
      }
      let found = left.at(-1)?.next();
      while (found?.done === true) {
        left.pop();
        found = left.at(-1)?.next();
      }
      if (found === undefined) return;
      assignment.set(stores[left.length - 1] ?? -1, found.value);
    }
  }

  /** For all steps of an operation, made once. */
  planFor(index: number): Plan {
    const { model } = this.situations;
    const operation = model.operations[index];
    return (this.plans[index] ??= this.planOf({
      steps: operation?.steps ?? [],
      services: operation === undefined ? [] : servicesOf(model, operation),
    }));
  }

  /** The stores that decide, and what is asked of them. */
  planOf({ steps, services }: Uses): Plan {
    const { model, requirements } = this.situations;
    const whoLed = this.storesWhere(steps, ({ possible }, store, step) => possible.asksWhoLed?.(store, step) === true);
    const late = this.storesWhere(steps, ({ possible }, _store, step) => possible.asksWhoIsLate?.(step) === true);
    const all = this.withRequired([...requirements.storesOfServices(services), ...storesOf(steps)]);
    // A write that a feed does not bring was acknowledged by the leader before the break.
    for (const store of all) {
      const source = model.stores[store]?.from?.store;
      if (source !== undefined) whoLed.add(source);
    }
    return { stores: all, asked: { whoLed, late }, required: this.requiredBy(all), steps: steps.length };
  }

  private requiredBy(stores: readonly number[]): ReadonlySet<number> {
    return new Set(stores.flatMap((store) => this.situations.required(store)));
  }

  /** The same on the healthy network, where no leader before matters. */
  eachHealthy(steps: readonly Step[], visit: (assignment: Assignment) => void): void {
    const stores = this.withRequired(storesOf(steps));
    const plan = { stores, asked: NOT_ASKED, required: this.requiredBy(stores), steps: steps.length };
    this.each(this.situations.healthy, plan, visit);
  }

  /** These stores, each after those that it requires or is derived from. */
  private withRequired(stores: readonly number[]): number[] {
    const { model, required } = this.situations;
    const found = new Set<number>();
    const add = (store: number): void => {
      for (const one of required(store)) add(one);
      const source = model.stores[store]?.from?.store;
      if (source !== undefined) add(source);
      found.add(store);
    };
    for (const store of stores) add(store);
    return [...found];
  }

  private storesWhere(
    steps: readonly Step[],
    asks: (scheme: Scheme, store: Store, step: Step) => boolean,
  ): Set<number> {
    const asking = steps.filter((step) => {
      const store = this.situations.model.stores[step.store];
      return store !== undefined && asks(schemeOf(store), store, step);
    });
    return new Set(storesOf(asking));
  }
}
