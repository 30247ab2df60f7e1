import { paced, run, type Steps } from '../../base/steps.js';
import type { Cause } from '../../engine/facts.js';
import { linkImportance, linkImportanceInSteps } from '../../engine/importance.js';
import { type ReplicaState, replicaStatesInSteps } from '../../engine/replicas.js';
import { settledInSteps } from '../../engine/under.js';
import type { Model } from '../../model/model.js';
import { HEALTHY } from '../../network/fault.js';
import { whenText } from '../words/cause.js';
import { visible } from '../print/visible.js';
import { count, list } from '../words/sentence.js';
import { brokenBy } from './broken.js';
import { drawLegend } from './drawLegend.js';
import { drawLink, drawWire } from './drawLinks.js';
import { drawSides } from './drawSides.js';
import { drawVertex, drawZone, isZone } from './drawVertices.js';
import { layOut, type Layout } from './layout.js';
import { pixels, SMALL_COLUMN } from './measure.js';
import { text, type View } from './pieces.js';
import { shownVerdicts, type ShownVerdict } from './requests.js';
import type { Scene } from './scene.js';
import { takingPart, type Selection } from './selection.js';

/** What a picture shows besides the design. */
export interface DrawOptions {
  /** The fault; without it, the healthy network. */
  readonly cause?: Cause;
  readonly selection?: Selection;
  /** What becomes of the clients' operations under the fault; without it, only what they issue is drawn. */
  readonly verdicts?: readonly ShownVerdict[];
  /** What becomes of the copies under the fault; without it, only their roles are drawn. */
  readonly replicas?: readonly ReplicaState[];
}

/**
 * The picture of a design: zones with their machines, stores, clients and links, and what a fault does to them. The
 * same input gives the same picture to the last byte, and neither a fault nor a selection moves anything.
 */
export function drawDiagram(model: Model, { cause = HEALTHY, selection, verdicts, replicas }: DrawOptions = {}): Scene {
  const layout = layoutOf(model);
  const view: View = {
    model,
    layout,
    broken: brokenBy(model, cause),
    selection,
    taking: takingPart(model, selection),
    importance: linkImportance(model),
    verdicts: verdicts && byClient(verdicts),
    replicas: replicas && byMachine(replicas),
  };
  const parts = [
    ...layout.placed.flatMap((one) => (isZone(model, one) ? [drawZone(view, one)] : [])),
    ...drawSides(view),
    ...layout.wires.map((wire) => drawWire(view, wire)),
    ...layout.lines.map((line) => drawLink(view, line)),
    ...layout.placed.flatMap((one) => (isZone(model, one) ? [] : [drawVertex(view, one)])),
  ];
  if (parts.length === 0) return emptyScene(description(model, cause, selection));
  const legend = drawLegend(view, parts);
  return {
    width: Math.max(layout.width, legend.width),
    height: layout.height + legend.height,
    description: description(model, cause, selection),
    parts: [...parts, ...legend.parts],
  };
}

/** The picture of a design with what becomes of each operation under the fault, once the break has settled. */
export function drawWithVerdicts(model: Model, options: Omit<DrawOptions, 'verdicts' | 'replicas'> = {}): Scene {
  return run(drawWithVerdictsInSteps(model, options));
}

/** `drawWithVerdicts` in steps. */
export function* drawWithVerdictsInSteps(
  model: Model,
  options: Omit<DrawOptions, 'verdicts' | 'replicas'> = {},
): Steps<Scene> {
  const { cause = HEALTHY } = options;
  const verdicts = shownVerdicts(yield* settledInSteps(model, cause));
  const replicas = yield* replicaStatesInSteps(model, cause);
  yield* paced(linkImportanceInSteps(model));
  return drawDiagram(model, { ...options, verdicts, replicas });
}

function byMachine(replicas: readonly ReplicaState[]): NonNullable<View['replicas']> {
  const found = new Map<number, Map<number, ReplicaState>>();
  for (const one of replicas) {
    const own = found.get(one.vertex) ?? new Map<number, ReplicaState>();
    found.set(one.vertex, own.set(one.store, one));
  }
  return found;
}

function byClient(verdicts: readonly ShownVerdict[]): NonNullable<View['verdicts']> {
  const found = new Map<number, Map<number, ShownVerdict>>();
  for (const one of verdicts) {
    const own = found.get(one.client) ?? new Map<number, ShownVerdict>();
    found.set(one.client, own.set(one.operation, one));
  }
  return found;
}

/** The layout does not depend on the fault: a reader who tries one fault after the other gets it from here. */
const layouts = new WeakMap<Model, Layout>();

function layoutOf(model: Model): Layout {
  const known = layouts.get(model) ?? layOut(model);
  layouts.set(model, known);
  return known;
}

function emptyScene(says: string): Scene {
  return {
    width: pixels(says, SMALL_COLUMN) + 48,
    height: 48,
    description: says,
    parts: [
      {
        kind: 'legend',
        index: 0,
        states: [],
        label: says,
        shapes: [text('small', 'start', { x: 24, y: 24 }, { text: says })],
      },
    ],
  };
}

function pointedOut(model: Model, selection: Selection): string {
  switch (selection.kind) {
    case 'store':
      return `who takes part in store ${model.stores[selection.store]?.name ?? '?'}`;
    case 'operation':
      return `who takes part in operation ${model.operations[selection.operation]?.name ?? '?'}`;
    case 'zone':
      return `who is in zone ${model.vertices[selection.zone]?.name ?? '?'}`;
  }
}

function description(model: Model, cause: Cause, selection: Selection | undefined): string {
  const of = (kind: string): number => model.vertices.filter((vertex) => vertex.kind === kind).length;
  const counts = (['zone', 'node', 'router', 'client'] as const).flatMap((kind) =>
    of(kind) > 0 ? [count(of(kind), kind)] : [],
  );
  const all = [
    ...counts,
    ...(model.links.length > 0 ? [count(model.links.length, 'link')] : []),
    ...(model.stores.length > 0 ? [count(model.stores.length, 'store')] : []),
    ...(model.services.length > 0 ? [count(model.services.length, 'service')] : []),
  ];
  const what =
    all.length === 0
      ? 'The design declares nothing that could be drawn.'
      : `A network of ${list(all)}, ${whenText(model, cause)}.`;
  if (selection === undefined) return visible(what);
  return visible(`${what} Pointed out: ${pointedOut(model, selection)}.`);
}
