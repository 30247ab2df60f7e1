import { paced, run, type Steps } from '../base/steps.js';
import type { Span } from '../base/span.js';
import type { Results } from '../engine/facts.js';
import { linkImportanceInSteps } from '../engine/importance.js';
import { replicaStatesInSteps } from '../engine/replicas.js';
import type { Cause } from '../network/fault.js';
import type { Model, Resolved } from '../model/model.js';
import { causeTitle } from '../render/words/cause.js';
import { changesInSteps, changesReport } from '../render/reports/changesReport.js';
import { drawDiagram, type DrawOptions, drawWithVerdictsInSteps } from '../render/diagram/draw.js';
import { shownVerdicts } from '../render/diagram/requests.js';
import type { Scene } from '../render/diagram/scene.js';
import type { Selection } from '../render/diagram/selection.js';
import type { Report } from '../render/reports/document.js';
import { smallestCauses } from '../render/reports/matrixReport.js';
import { visible } from '../render/print/visible.js';
import { linkIds } from './choices.js';
import { causeOf, pickOf, type PickedFault } from './pickedFault.js';

/** At most this many of the smallest faults can be stepped through; nobody looks at more. */
const MOST_CAUSES = 40;

/** What is pointed out, by name: who takes part in a store or an operation, or who is in a zone. */
export interface PickedSelection {
  readonly kind: Selection['kind'];
  readonly name: string;
}

/** What a panel asks to be drawn: a fault, and the part of the design that is selected. */
export interface DiagramTarget {
  readonly fault: PickedFault;
  readonly selection?: PickedSelection;
}

/** The picture of a design under a fault, and what goes with it. Lists have the indices of the model. */
export interface DiagramPanel {
  readonly scene: Scene;
  /** What is shown: parts of the target that are no longer in the design have been left out. */
  readonly target: DiagramTarget;
  /** `id`: of `linkIds`. A part without a declaration has no span. */
  readonly links: readonly { readonly id: string; readonly oneWay: boolean; readonly span: Span | undefined }[];
  readonly vertices: readonly { readonly name: string; readonly span: Span | undefined }[];
  readonly partitions: readonly string[];
  readonly stores: readonly string[];
  readonly operations: readonly string[];
  readonly zones: readonly string[];
  /** The smallest faults that break anything, smallest first; undefined where there are no results yet. */
  readonly causes: readonly { readonly title: string; readonly fault: PickedFault }[] | undefined;
  /** What the fault does, beside the healthy network. */
  readonly report: Report;
}

/** The content of a diagram panel. All of it is known from the text alone, except for the smallest causes. */
export function diagramPanel(resolved: Resolved, target: DiagramTarget, results: Results | undefined): DiagramPanel {
  return run(diagramPanelInSteps(resolved, target, results));
}

/** `diagramPanel` in steps. */
export function* diagramPanelInSteps(
  resolved: Resolved,
  target: DiagramTarget,
  results: Results | undefined,
): Steps<DiagramPanel> {
  const { model, origins } = resolved;
  const cause = causeOf(model, target.fault);
  const isSelected = selectionOf(model, target.selection) !== undefined;
  const ids = linkIds(model);
  const changes = yield* changesInSteps(model, cause, results);
  const replicas = yield* replicaStatesInSteps(model, cause);
  yield* paced(linkImportanceInSteps(model));
  return {
    scene: drawDiagram(model, {
      ...optionsOf(model, target),
      verdicts: shownVerdicts(changes.now),
      replicas,
    }),
    target: {
      fault: pickOf(model, cause),
      ...(isSelected && target.selection !== undefined ? { selection: target.selection } : {}),
    },
    links: model.links.map(({ oneWay }, i) => ({ id: ids[i] ?? '', oneWay, span: origins.links[i] })),
    vertices: model.vertices.map(({ name }, i) => ({ name, span: origins.vertices[i] })),
    partitions: model.partitions.map(({ name }) => name),
    stores: model.stores.map(({ name }) => name),
    operations: model.operations.map(({ name }) => name),
    zones: model.vertices.flatMap(({ kind, name }) => (kind === 'zone' ? [name] : [])),
    causes:
      results &&
      smallestCauses(results.clients, MOST_CAUSES).map((one) => ({
        title: visible(causeTitle(model, one)),
        fault: pickOf(model, one),
      })),
    report: changesReport(resolved, cause, changes),
  };
}

/** The picture of a diagram panel, alone. */
export function diagramPicture(model: Model, target: DiagramTarget): Scene {
  return run(diagramPictureInSteps(model, target));
}

/** `diagramPicture` in steps. */
export function* diagramPictureInSteps(model: Model, target: DiagramTarget): Steps<Scene> {
  return yield* drawWithVerdictsInSteps(model, optionsOf(model, target));
}

function optionsOf(model: Model, target: DiagramTarget): DrawOptions & { readonly cause: Cause } {
  const selection = selectionOf(model, target.selection);
  return { cause: causeOf(model, target.fault), ...(selection === undefined ? {} : { selection }) };
}

function selectionOf(model: Model, picked: PickedSelection | undefined): Selection | undefined {
  if (picked === undefined) return undefined;
  const { kind, name } = picked;
  const found = (index: number, selection: Selection): Selection | undefined => (index < 0 ? undefined : selection);
  switch (kind) {
    case 'store': {
      const store = model.stores.findIndex((one) => one.name === name);
      return found(store, { kind, store });
    }
    case 'operation': {
      const operation = model.operations.findIndex((one) => one.name === name);
      return found(operation, { kind, operation });
    }
    case 'zone': {
      const zone = model.vertices.findIndex((one) => one.kind === 'zone' && one.name === name);
      return found(zone, { kind, zone });
    }
  }
}
