import type { Model, Operation, Step, VertexId } from '../../model/model.js';
import type { Network } from './network.js';
import {
  type BeforeBreak,
  decidingStores,
  getsAnswers,
  type ScenarioOf,
  unanswered,
  withDeciding,
} from './requires.js';
import type { Requests } from './requests.js';
import { everyCopy, type OneWrite, type Scenario } from './scheme.js';
import { type Lacks, servicesOf } from './services.js';
import { combinations } from './sets.js';

/**
 * One possible case of one store: the scenario that a request meets, how the break has settled or will, and the
 * possible scenarios until it was noticed.
 */
export interface Situation {
  readonly met: Scenario;
  readonly settled: Scenario;
  readonly unnoticed: readonly Scenario[];
  /** Of all these, those that the store may have been in before the request; absent: each. */
  readonly earlier?: readonly Scenario[];
}

/** `unaware`: while the break is being detected, the requests that meet somebody who has not noticed it. */
export type NaivePhase = 'settled' | 'detecting' | 'unaware';

/** A situation for each store of an operation. */
export type Choices = ReadonlyMap<number, Situation>;

/** What may be the case under a fault. */
export class Situations {
  constructor(
    private readonly model: Model,
    private readonly requests: Requests,
    private readonly broken: Network,
    private readonly before: BeforeBreak,
    private readonly phase: NaivePhase,
  ) {}

  /** Every combination of situations of the stores that decide about an operation. */
  choices(operation: Operation): Choices[] {
    const deciding = servicesOf(this.model, operation).flatMap(({ requires }) => decidingStores(this.model, requires));
    const stores = withDeciding(this.model, [...deciding, ...operation.steps.map((step) => step.store)]);
    let choices: Choices[] = [new Map()];
    for (const s of stores)
      choices = choices.flatMap((chosen) =>
        this.situationsOf(s, operation.steps, chosen).map((situation) => new Map([...chosen, [s, situation]])),
      );
    return choices;
  }

  /** `steps`: of the operation that asks; `chosen`: the situations of stores that it may require. */
  private situationsOf(s: number, steps: readonly Step[] = [], chosen: Choices = new Map()): Situation[] {
    const { requires } = this.requests.storeOf(s);
    const plain = this.plainSituations(s, steps);
    if (requires === undefined) return plain;
    const deciding = decidingStores(this.model, requires).map((r) => {
      const known = chosen.get(r);
      return (known === undefined ? this.situationsOf(r) : [known]).map((one) => [r, one] as const);
    });
    return combinations(deciding).flatMap((pairs) => plain.map((one) => this.restricted(s, one, new Map(pairs))));
  }

  /** The leader before the break is the same before and after the break was noticed. */
  private plainSituations(s: number, steps: readonly Step[]): Situation[] {
    const scheme = this.requests.schemeOf(s);
    const store = this.requests.storeOf(s);
    const unnoticed = scheme.unnoticed(this.broken, store);
    return scheme.scenarios(this.broken, store, this.requests.isWritten(s)).flatMap((settled) => {
      const before = unnoticed.filter(
        ({ former, formerGroups, groups }) =>
          former === settled.former &&
          JSON.stringify(formerGroups) === JSON.stringify(settled.formerGroups) &&
          (groups === undefined || JSON.stringify(groups) === JSON.stringify(settled.groups)),
      );
      const isAsked =
        scheme.isLateFor === undefined || steps.some((step) => step.store === s && scheme.isLateFor?.(step) === true);
      const late = isAsked ? (scheme.lateToNotice?.(this.broken, store, settled) ?? []) : [];
      const early = [...before, ...late];
      const met =
        this.phase === 'settled'
          ? [settled]
          : this.phase === 'unaware' && early.length > 0
            ? early
            : [settled, ...early];
      return met.map((one) => ({ met: one, settled, unnoticed: before }));
    });
  }

  /** The same with the replicas that do not serve, while the stores that it requires are in these situations. */
  private restricted(s: number, { met, settled, unnoticed }: Situation, required: Choices): Situation {
    const store = this.requests.storeOf(s);
    const { requires } = store;
    const before = this.before.unmet(s);
    const at = (scenario: Scenario, scenarioOf: ScenarioOf): Scenario => {
      const unaware = (replica: VertexId): boolean => scenario.unnoticed === true || scenario.spared === replica;
      const unmet = everyCopy(store).filter((replica) =>
        unaware(replica)
          ? before.includes(replica)
          : !getsAnswers(this.requests, this.broken, replica, requires, scenarioOf),
      );
      return { ...scenario, unmet };
    };
    const now = at(settled, (r) => required.get(r)?.settled);
    const meanwhile = combinations(
      [...required].map(([r, one]) => [one.settled, ...one.unnoticed].map((scenario) => [r, scenario] as const)),
    ).map((pairs) => new Map(pairs));
    const early = meanwhile.map((states): Scenario => ({ ...at(settled, (r) => states.get(r)), early: true }));
    const situation = {
      settled: now,
      met: at(met, (r) => required.get(r)?.met),
      unnoticed: [
        ...unnoticed.flatMap((scenario) => meanwhile.map((states) => at(scenario, (r) => states.get(r)))),
        ...early.filter(({ unmet }) => JSON.stringify(unmet) !== JSON.stringify(now.unmet)),
      ],
    };
    const until = combinations(
      [...required].map(([r, one]) =>
        [one.met, one.settled, ...one.unnoticed]
          .filter((scenario) => mayPrecede(scenario, one.met))
          .map((scenario) => [r, scenario] as const),
      ),
    ).map((pairs) => new Map(pairs));
    const text = ({ early: _, ...scenario }: Scenario): string => JSON.stringify(scenario);
    const possible = new Set(
      until.flatMap((states) =>
        [settled, ...unnoticed, met].map((scenario) => text(at(scenario, (r) => states.get(r)))),
      ),
    );
    const all = [situation.settled, ...situation.unnoticed, situation.met];
    return { ...situation, earlier: all.filter((scenario) => possible.has(text(scenario))) };
  }

  /** Every scenario that a store may be in at some time. */
  scenariosOf(s: number, time: OneWrite['time']): Scenario[] {
    if (time === 'before') return this.before.scenarios(s);
    const overlaps = this.overlaps(time);
    return this.situationsOf(s).flatMap(({ settled, unnoticed }) => (overlaps ? [settled, ...unnoticed] : [settled]));
  }

  /** Why instances of services do not serve at some time, in each possible case. */
  lacking(scenarioOf: ScenarioOf, time: OneWrite['time']): Lacks[] {
    const before: Lacks = (service, instance) => (this.before.serves(service, instance) ? [] : [() => []]);
    const now: Lacks = ({ requires }, instance) =>
      unanswered(this.requests, this.broken, instance, requires, scenarioOf);
    return time === 'before' ? [before] : this.overlaps(time) ? [now, before] : [now];
  }

  /** Do servers that have noticed the break and others that have not act at the same time? */
  private overlaps(time: OneWrite['time']): boolean {
    return time === 'detecting' || (time === 'during' && this.phase !== 'settled');
  }

  /**
   * While the break is being detected, replicas that have not noticed it act at the same time as those that the others
   * have elected.
   */
  timeOf({ unnoticed, electing, spared, early }: Scenario): OneWrite['time'] {
    const isLate = this.phase === 'settled' && (spared !== undefined || early === true);
    return unnoticed === true || electing === true || isLate ? 'detecting' : 'during';
  }
}

/** May a store be in the one scenario and then in the other? Nobody that has noticed the break forgets it. */
function mayPrecede(one: Scenario, other: Scenario): boolean {
  if (one === other || one.unnoticed === true) return true;
  if (other.unnoticed === true || (other.spared !== undefined && other.spared !== one.spared)) return false;
  return other.electing !== true || one.electing === true;
}
