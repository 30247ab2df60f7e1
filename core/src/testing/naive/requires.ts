import type { Model, Required, Service, VertexId } from '../../model/model.js';
import type { Network } from './network.js';
import type { Requests } from './requests.js';
import { everyCopy, type Scenario } from './scheme.js';
import type { SilentOf } from './services.js';
import { combinations } from './sets.js';

export type ScenarioOf = (store: number) => Scenario | undefined;

/** The stores that decide whether these requirements are met, over services too. */
export function decidingStores(model: Model, requires: readonly Required[] = []): number[] {
  const found = new Set<number>();
  for (const { kind, index } of requires)
    for (const store of kind === 'store' ? [index] : decidingStores(model, model.services[index]?.requires))
      found.add(store);
  return [...found];
}

/** All stores on which the answers of these depend, those that they require or are derived from first. */
export function withDeciding(model: Model, stores: readonly number[]): number[] {
  return [
    ...new Set(
      stores.flatMap((s) => {
        const { requires, from } = model.stores[s] ?? {};
        const source = from === undefined ? [] : [from.store];
        return [...withDeciding(model, [...decidingStores(model, requires), ...source]), s];
      }),
    ),
  ];
}

/** Does a machine get an answer from each of these while their stores are in these scenarios? */
export function getsAnswers(
  requests: Requests,
  network: Network,
  machine: VertexId,
  requires: readonly Required[] | undefined,
  scenarioOf: ScenarioOf,
): boolean {
  return unanswered(requests, network, machine, requires, scenarioOf).length === 0;
}

/**
 * Why a machine does not get an answer from each of these, one reason or more: the replicas of each store that did not
 * answer it and have noticed the break. No reason: it gets them.
 */
export function unanswered(
  requests: Requests,
  network: Network,
  machine: VertexId,
  requires: readonly Required[] = [],
  scenarioOf: ScenarioOf,
): SilentOf[] {
  return requires.flatMap(({ kind, index }): SilentOf[] => {
    if (kind === 'store') {
      const scenario = scenarioOf(index);
      if (scenario === undefined) throw new Error(`nothing decided about store ${index}`);
      const read = { access: 'read' as const, store: index, needs: [] };
      const results = requests.perform(network, read, machine, scenario);
      if (results.some((result) => result.kind === 'answered')) return [];
      const silent = results.flatMap((result) => (result.kind === 'failed' ? (result.aware ?? []) : []));
      return [(store) => (store === index ? silent : [])];
    }
    const service = requests.model.services[index];
    const inReach = (service?.instances ?? []).filter((instance) => network.connected(machine, instance));
    const reasons = inReach.map((instance) => unanswered(requests, network, instance, service?.requires, scenarioOf));
    return combinations(reasons).map(
      (some): SilentOf =>
        (store) =>
          some.flatMap((one) => one(store)),
    );
  });
}

/** What was so just before the break. */
export class BeforeBreak {
  constructor(
    private readonly requests: Requests,
    private readonly healthy: Network,
  ) {}

  /** The scenarios of a store on the healthy network. */
  scenarios(s: number): Scenario[] {
    const scenarios = this.requests
      .schemeOf(s)
      .scenarios(this.healthy, this.requests.storeOf(s), this.requests.isWritten(s));
    return scenarios.map((scenario) => this.restricted(s, scenario));
  }

  /** A scenario with the replicas that do not serve on the healthy network. */
  restricted(s: number, scenario: Scenario): Scenario {
    const { requires } = this.requests.storeOf(s);
    return requires === undefined ? scenario : { ...scenario, unmet: this.unmet(s) };
  }

  /** The replicas that get no answer there, in no case. */
  unmet(s: number): VertexId[] {
    const store = this.requests.storeOf(s);
    const { requires } = store;
    return everyCopy(store).filter((replica) => !this.isAnswered(replica, requires));
  }

  serves(service: Service, instance: VertexId): boolean {
    return this.isAnswered(instance, service.requires);
  }

  private isAnswered(machine: VertexId, requires: readonly Required[] | undefined): boolean {
    const stores = decidingStores(this.requests.model, requires);
    return combinations(stores.map((s) => this.scenarios(s).map((one) => [s, one] as const))).some((pairs) => {
      const met = new Map(pairs);
      return getsAnswers(this.requests, this.healthy, machine, requires, (s) => met.get(s));
    });
  }
}
