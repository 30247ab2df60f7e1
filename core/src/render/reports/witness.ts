import type { Span } from '../../base/span.js';
import { paced, run, type Steps } from '../../base/steps.js';
import type { Cause, Outcome } from '../../engine/facts.js';
import type { Model, Resolved, VertexId } from '../../model/model.js';
import { operationSpan } from '../../model/symbols.js';
import { topologyOf } from '../../network/topology.js';
import { type Witness, witness } from '../../simulate/explore.js';
import { participants } from '../../simulate/shrink.js';
import { type End, ENDS } from '../../simulate/script.js';
import type { Phase, TraceStep } from '../../simulate/trace.js';
import { cutLinks, placePair } from '../../network/places.js';
import { breakText } from '../words/cause.js';
import { vertexName } from '../words/names.js';

/** At most this many runs of the simulator are tried for one witness: a second at most, mostly milliseconds. */
export const WITNESS_RUNS = 20_000;

/** What is to be shown: that an operation can come to this, from this client, under this fault. */
export interface WitnessQuestion {
  readonly operation: number;
  readonly client: VertexId;
  readonly cause: Cause;
  readonly outcome: Pick<Outcome, 'verdict' | 'howLong'>;
  /** Is it asked while the break is being detected, or once it has settled? */
  readonly phase: 'detecting' | 'settled';
}

/** That an operation can come to a verdict, with all that is known about it, from this client, under this fault. */
export interface VerdictQuestion extends WitnessQuestion {
  readonly outcome: Outcome;
}

/** One thing that happens in a run. Texts and names are plain: printers escape them. */
export interface WitnessStep {
  /** From 1. */
  readonly number: number;
  readonly phase: Phase;
  readonly kind: TraceStep['kind'];
  /** One sentence without a full stop. */
  readonly text: string;
  /**
   * The vertices that take part: sender and receiver of a message, the place of an event; none if the network breaks or
   * heals.
   */
  readonly participants: readonly string[];
  /** For messages: did it arrive? Otherwise true. */
  readonly arrives: boolean;
  /** What it is about in the text: a step of an operation, what is cut or stopped, or the declaration of a replica. */
  readonly span?: Span;
}

/** A run that ends as asked, or an honest answer that none was found. */
export type WitnessAnswer =
  /** `ofSteps`: how many steps the run has with those that show nothing. */
  | { readonly kind: 'found'; readonly steps: readonly WitnessStep[]; readonly ofSteps: number }
  /** None among the first `runs` runs, which need not be all. */
  | { readonly kind: 'not found'; readonly runs: number };

/**
 * The shortest run of the event-level simulator that ends as asked, of those with at most one other write (`Simulation`
 * has the bounds). Deterministic.
 */
export function findWitness(resolved: Resolved, question: WitnessQuestion, mostRuns = WITNESS_RUNS): WitnessAnswer {
  return run(findWitnessInSteps(resolved, question, mostRuns));
}

/** `findWitness` in steps. */
export function* findWitnessInSteps(
  resolved: Resolved,
  question: WitnessQuestion,
  mostRuns = WITNESS_RUNS,
): Steps<WitnessAnswer> {
  const { model } = resolved;
  const { cause } = question;
  const found = yield* shortestRun(model, question, mostRuns);
  if (found === undefined) return { kind: 'not found', runs: mostRuns };
  const steps = found.steps.map((step, i): WitnessStep => {
    const span = spanOf(resolved, cause, step);
    return {
      number: i + 1,
      phase: step.phase,
      kind: step.kind,
      text: sentenceOf(step),
      participants: participants(step, 'all').map((vertex) => vertexName(model, vertex)),
      arrives: step.kind !== 'message' || step.arrives,
      ...(span === undefined ? {} : { span }),
    };
  });
  return { kind: 'found', steps, ofSteps: found.ofSteps };
}

/** The same run as the simulator has it; undefined: none within `mostRuns` runs. In steps. */
export function* shortestRun(
  model: Model,
  { operation, client, cause, outcome, phase }: WitnessQuestion,
  mostRuns = WITNESS_RUNS,
): Steps<Witness | undefined> {
  const topology = topologyOf(model);
  const what = breakText(model, cause);
  const target = { operation, client };
  return yield* paced(witness({ model, topology, cause, what, target, phase, mostRuns }, endOf(outcome)));
}

/** What the simulator calls an outcome. */
export function endOf({ verdict, howLong }: Pick<Outcome, 'verdict' | 'howLong'>): End {
  const name = howLong === undefined ? verdict : `${verdict}/${howLong}`;
  const end = ENDS.find((one) => one === name);
  if (end === undefined) throw new Error(`no run ends in ${name}`);
  return end;
}

/** A step as one sentence without a full stop: a lost message says so. */
export function sentenceOf(step: TraceStep): string {
  return step.kind === 'message' && !step.arrives ? `${step.text}, which is lost` : step.text;
}

/**
 * What a step is about in the text: a step of an operation, what is cut or stopped, or the declaration of a replica;
 * undefined: nothing that is written there.
 */
export function spanOf(resolved: Resolved, cause: Cause, step: TraceStep): Span | undefined {
  const { origins } = resolved;
  const { asked } = step;
  if (asked !== undefined)
    return origins.steps[asked.operation]?.[asked.step] ?? operationSpan(resolved, asked.operation);
  switch (step.kind) {
    case 'network':
      return breakSpan(resolved, cause);
    case 'event':
      return origins.vertices[step.at];
    case 'message':
      return step.arrives
        ? origins.vertices[step.to]
        : (cutSpan(resolved, cause, step.from, step.to) ?? breakSpan(resolved, cause));
  }
}

/** The first thing that is broken. */
function breakSpan({ model, origins }: Resolved, cause: Cause): Span | undefined {
  const places = [
    ...(cause.partition === undefined ? [] : [origins.partitions[cause.partition]]),
    ...cause.links.map((link) => origins.links[link]),
    ...cause.directions.map((direction) => origins.links[direction >> 1]),
    ...[
      ...cause.stopped,
      ...cause.zones,
      ...cause.isolated,
      ...cause.destroyed,
      ...cause.destroyedZones,
      ...cause.apart,
      ...cause.pairs.flatMap((pair) => placePair(model, pair) ?? []),
    ].map((vertex) => origins.vertices[vertex]),
  ];
  return places.find((place) => place !== undefined);
}

/** The cut link between two places, or the one that is down. */
function cutSpan({ model, origins }: Resolved, cause: Cause, from: VertexId, to: VertexId): Span | undefined {
  const { directions, stopped } = cause;
  const cut = [...cutLinks(model, cause), ...directions.map((direction) => direction >> 1)].find((i) => {
    const link = model.links[i];
    return link !== undefined && ((link.a === from && link.b === to) || (link.a === to && link.b === from));
  });
  if (cut !== undefined) return origins.links[cut];
  return stopped.includes(to) ? origins.vertices[to] : undefined;
}
