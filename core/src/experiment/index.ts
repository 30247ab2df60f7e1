import type { Model, VertexId } from '../model/model.js';
import type { Cause } from '../network/fault.js';
import { causeTitle } from '../render/words/cause.js';
import { list } from '../render/words/sentence.js';
import { vertexName } from '../render/words/names.js';
import { chaosMesh } from './chaosMesh.js';
import { docker } from './docker.js';
import { expectedJson, type ExpectedJson, expectedLines, type ExpectedOf } from './expected.js';
import type { Experiment, ExperimentFormat, Machine } from './format.js';
import { type Grudge, grudgeOf, machinesOf } from './grudge.js';
import { jepsen } from './jepsen.js';
import { nft } from './nft.js';
import type { Targets } from './targets.js';
import { toxiproxy } from './toxiproxy.js';

/** A row for each tool that `netsplit export` writes experiments for. */
export const EXPERIMENT_FORMATS: readonly ExperimentFormat[] = [nft, docker, toxiproxy, chaosMesh, jepsen];

/** The file that brings a fault about, with what to expect of it; or why there is none, without full stops. */
export type Exported =
  | { readonly kind: 'experiment'; readonly slug: string; readonly text: string; readonly expected: ExpectedJson }
  | { readonly kind: 'refused'; readonly title: string; readonly reasons: readonly string[] };

/** Writes one fault of a design for one tool. */
export function exportExperiment(
  model: Model,
  cause: Cause,
  format: ExperimentFormat,
  { targets, ...of }: ExpectedOf & { readonly targets: Targets },
): Exported {
  const grudge = grudgeOf(model, cause);
  const reasons = refusals(model, grudge, format, targets);
  const title = causeTitle(model, cause);
  if (reasons.length > 0) return { kind: 'refused', title, reasons };
  const machines = new Map(machinesOf(model).map((vertex) => [vertex, machineOf(model, vertex, targets)]));
  const known = (vertex: VertexId): readonly Machine[] => [machines.get(vertex) ?? machineOf(model, vertex, targets)];
  const experiment: Experiment = {
    slug: slugOf(title),
    comment: expectedLines(model, cause, of),
    machines: [...machines.values()],
    drops: grudge.drops.flatMap(({ from, to }) =>
      known(from).flatMap((one) => known(to).map((other) => ({ from: one, to: other }))),
    ),
    stopped: grudge.stopped.flatMap(known),
  };
  return {
    kind: 'experiment',
    slug: experiment.slug,
    text: format.write(experiment),
    expected: expectedJson(model, cause, grudge, of),
  };
}

function machineOf(model: Model, vertex: VertexId, targets: Targets): Machine {
  const name = vertexName(model, vertex);
  return { name, isServer: model.vertices[vertex]?.kind === 'node', target: targets.get(name) ?? {} };
}

/** Why a tool can't bring the fault about as it is meant; a half of it would be another fault. */
function refusals(model: Model, grudge: Grudge, format: ExperimentFormat, targets: Targets): string[] {
  const all = machinesOf(model);
  const machines = (some: (vertex: VertexId) => boolean): Machine[] =>
    all.filter(some).map((vertex) => machineOf(model, vertex, targets));
  const names = new Set(machines(() => true).map(({ name }) => name));
  const strangers = [...targets.keys()].filter((name) => !names.has(name));
  const broken = new Set(grudge.drops.flatMap(({ from, to }) => [from, to]));
  const isStopped = (vertex: VertexId): boolean => grudge.stopped.includes(vertex);
  const stopped = machines(isStopped);
  const involved = machines((vertex) => broken.has(vertex) || (format.stops && isStopped(vertex)));
  const missing = involved.filter(
    ({ isServer, target }) => (format.of === 'machines' || isServer) && target[format.field] === undefined,
  );
  const unstoppable = format.stops
    ? []
    : stopped.filter(({ target }) => target.stop === undefined || target.start === undefined);
  const named = (some: readonly { readonly name: string }[]): string => list(some.map(({ name }) => name));
  const destroyed = grudge.destroyed.map((vertex) => vertexName(model, vertex));
  return [
    ...(strangers.length > 0 ? [`the targets name ${list(strangers)}, and the design has no such node or client`] : []),
    ...(missing.length > 0 ? [`the targets don't say "${format.field}" of ${named(missing)}`] : []),
    ...(unstoppable.length > 0
      ? [`${format.name} can't stop ${named(unstoppable)}: give commands as "stop" and "start" in the targets`]
      : []),
    ...(destroyed.length > 0 ? [`no format destroys disks, and those of ${list(destroyed)} are lost`] : []),
    ...(broken.size + stopped.length + destroyed.length === 0 ? ['nothing is broken by it'] : []),
  ];
}

/** Letters, digits and hyphens, at most 40. */
function slugOf(title: string): string {
  const slug = title
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .split('-')
    .filter((part) => part !== '')
    .join('-');
  return slug === '' ? 'fault' : slug;
}
