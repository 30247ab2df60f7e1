import type { Model } from '../model/model.js';
import { type Cause, HEALTHY } from '../network/fault.js';
import type { Topology } from '../network/topology.js';
import { World } from '../network/world.js';
import { Choices } from './choices.js';
import { type End, ENDS, type Request, type Script, Simulation, type When } from './simulation.js';
import { KeepingLog, SilentLog, type TraceStep } from './trace.js';

/** A question that needs more runs than this is not answered: a few seconds at most. */
export const MAX_RUNS = 100_000;

/** Everything that a request can come to under one fault; undefined: more than `mostRuns` runs would be needed. Silent clients come to nothing. */
export function possibleEnds(model: Model, topology: Topology, cause: Cause, target: Request, phase: 'detecting' | 'settled', mostRuns = MAX_RUNS): ReadonlySet<End> | undefined {
  const found = new Set<End>();
  const complete = eachRun(model, topology, cause, target, phase, (end) => void found.add(end), { mostRuns });
  return complete ? found : undefined;
}

export interface Witness {
  readonly end: End;
  readonly steps: readonly TraceStep[];
}

/** The shortest run that ends so, of several the first; undefined: none within `MAX_RUNS` runs. `what`: the fault, in words. */
export function witness(model: Model, topology: Topology, cause: Cause, what: string, target: Request, phase: 'detecting' | 'settled', wanted: End): Witness | undefined {
  let best: KeepingLog | undefined;
  eachRun(
    model,
    topology,
    cause,
    target,
    phase,
    (end, log) => {
      if (end === wanted && log instanceof KeepingLog && log.steps.length < (best?.steps.length ?? Infinity)) best = log;
    },
    { mostRuns: MAX_RUNS, what },
  );
  return best === undefined ? undefined : { end: wanted, steps: best.steps };
}

/** Every run of every script; false where there were too many. `what`: the fault in words, where the steps are to be kept. */
function eachRun(
  model: Model,
  topology: Topology,
  cause: Cause,
  target: Request,
  phase: 'detecting' | 'settled',
  visit: (end: End, log: SilentLog | KeepingLog) => void,
  { mostRuns, what }: { readonly mostRuns: number; readonly what?: string },
): boolean {
  const healthy = new World(topology, HEALTHY, 0);
  const broken = new World(topology, cause, 0);
  if (broken.isSilent(target.client)) return true;
  let runs = 0;
  for (const script of scripts(model, broken, target, phase)) {
    const choices = new Choices();
    do {
      if (++runs > mostRuns) return false;
      const log = what === undefined ? new SilentLog() : new KeepingLog();
      const end = new Simulation(model, topology, healthy, broken, what ?? '', choices, log).run(script);
      if (end !== undefined) visit(end, log);
    } while (choices.advance());
  }
  return true;
}

/** The target by itself, and behind or around each write that some client can issue to one of its stores, at each time. */
function scripts(model: Model, broken: World, target: Request, phase: 'detecting' | 'settled'): Script[] {
  const steps = model.operations[target.operation]?.steps ?? [];
  const stores = new Set(steps.map(({ store }) => store));
  const targetTimes: readonly When[] = steps.some(({ access }) => access === 'write') ? [phase, 'before'] : [phase];
  const others = model.operations.flatMap((operation, o) =>
    operation.steps.some(({ access, store }) => access === 'write' && stores.has(store)) ? operation.clients.map((client): Request => ({ operation: o, client })) : [],
  );
  const times: readonly When[] = ['before', 'detecting', 'settled'];
  return targetTimes.flatMap((targetWhen): Script[] => [
    { target, targetWhen },
    ...others.flatMap((other) => times.filter((when) => when === 'before' || !broken.isSilent(other.client)).map((when): Script => ({ target, targetWhen, other: { ...other, when } }))),
  ]);
}

/** From harmless to harmful. */
export function inOrder(ends: ReadonlySet<End>): End[] {
  return ENDS.filter((end) => ends.has(end));
}
