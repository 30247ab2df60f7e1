import type { Edit } from '../base/edit.js';
import { run, type Steps } from '../base/steps.js';
import type { Cause } from '../engine/facts.js';
import type { Fault, Model, Resolved } from '../model/model.js';
import { resolveInSteps } from '../model/resolve.js';
import { cutLinks, pairGroups } from '../network/places.js';
import { vertexName } from '../render/words/names.js';
import { reparseInSteps } from '../syntax/parseDesign.js';
import { groupText } from './choices.js';
import { quotedIfNeeded } from './nameText.js';

/** The edit that writes a partition, or why there is none. */
export type WrittenPartition =
  /** `name` stands in `edit.text` at `nameAt`, for an editor that lets the user change it. */
  | { readonly kind: 'edit'; readonly edit: Edit; readonly name: string; readonly nameAt: number }
  /** Why it can't be written, as a sentence. */
  | { readonly kind: 'problem'; readonly message: string };

/**
 * A `partition` statement that breaks what the cause breaks, after the last one of the file or at its end. It is read
 * again before it is offered: a cause that the language cannot say exactly is refused, not approximated.
 */
export function writePartition(resolved: Resolved, cause: Cause): WrittenPartition {
  return run(writePartitionInSteps(resolved, cause));
}

/** `writePartition` in steps. */
export function* writePartitionInSteps(resolved: Resolved, cause: Cause): Steps<WrittenPartition> {
  const { model, text } = resolved;
  if (cause.zones.length + cause.destroyedZones.length > 0)
    return {
      kind: 'problem',
      message:
        'A lost zone is not a partition: its nodes and its clients are gone as well. `any zone` after `under` ' +
        'asks about it.',
    };
  const fault = faultOf(model, cause);
  const lines = linesOf(model, fault);
  if (lines.length === 0)
    return {
      kind: 'problem',
      message: 'Nothing is broken, so there is no partition to write: cut a link or stop a node first.',
    };
  const name = freshName(model);
  const ends = resolved.symbols.flatMap(({ kind, statement }) =>
    kind === 'partition' && resolved.sources.isOwn(statement) ? [statement.end] : [],
  );
  const at = ends.length === 0 ? text.length : Math.max(...ends);
  const before = ends.length > 0 ? '\n' : text === '' ? '' : text.endsWith('\n') ? '\n' : '\n\n';
  const statement = `partition ${name} {\n${lines.map((line) => `  ${line}\n`).join('')}}`;
  const after = ends.length > 0 ? '' : '\n';
  const inserted = `${before}${statement}${after}`;
  const written = `${text.slice(0, at)}${inserted}${text.slice(at)}`;
  if (!(yield* saysTheSame(resolved, written, name, fault))) {
    return {
      kind: 'problem',
      message:
        'This can’t be written exactly: name the links that are cut (`link cable: a -- b`), so that the ' +
        'partition can say which of them it means.',
    };
  }
  return {
    kind: 'edit',
    edit: { span: { start: at, end: at }, text: inserted },
    name,
    nameAt: before.length + 'partition '.length,
  };
}

function faultOf(model: Model, cause: Cause): Fault {
  const named = cause.partition === undefined ? undefined : model.partitions[cause.partition]?.fault;
  const directions = [
    ...cutLinks(model, cause).flatMap((link) => [2 * link, 2 * link + 1]),
    ...cause.directions,
    ...(named?.cutDirections ?? []),
  ];
  return {
    cutDirections: existing(model, directions),
    stopped: distinct([...cause.stopped, ...cause.destroyed, ...(named?.stopped ?? [])]),
    destroyed: distinct([...cause.destroyed, ...(named?.destroyed ?? [])]),
    groups: [...(named?.groups ?? []), ...pairGroups(model, cause)],
  };
}

/** A link that carries one way has one direction. */
function existing(model: Model, directions: readonly number[]): number[] {
  return distinct(
    directions.filter((direction) => direction % 2 === 0 || model.links[direction >> 1]?.oneWay !== true),
  );
}

function distinct(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((a, b) => a - b);
}

function linesOf(model: Model, { groups, cutDirections, stopped: all, destroyed }: Fault): string[] {
  const stopped = all.filter((id) => !destroyed.includes(id));
  const nameOf = (id: number): string => quotedIfNeeded(vertexName(model, id));
  const sides = groups.map((entry) => entry.map((side) => groupText(model, side, quotedIfNeeded)).join(' | '));
  const cuts = cutDirections.flatMap((direction): string[] => {
    const link = model.links[direction >> 1];
    if (link === undefined) return [];
    const whole = link.oneWay || cutDirections.includes(direction ^ 1);
    if (!whole)
      return [
        `cut ${nameOf(direction % 2 === 0 ? link.a : link.b)} -> ${nameOf(direction % 2 === 0 ? link.b : link.a)}`,
      ];
    if (direction % 2 === 1) return [];
    return [
      link.name === undefined
        ? `cut ${nameOf(link.a)} ${link.oneWay ? '->' : '--'} ${nameOf(link.b)}`
        : `cut ${quotedIfNeeded(link.name)}`,
    ];
  });
  const down = (ids: readonly number[], how: string): string[] =>
    ids.length === 0 ? [] : [`${how} ${ids.map(nameOf).join(', ')}`];
  return [...sides, ...new Set(cuts), ...down(stopped, 'down'), ...down(destroyed, 'destroy')];
}

function freshName(model: Model): string {
  const names = new Set(model.partitions.map(({ name }) => name));
  for (let i = 1; ; i++) if (!names.has(`cut${i}`)) return `cut${i}`;
}

function* saysTheSame(before: Resolved, text: string, name: string, fault: Fault): Steps<boolean> {
  const { model, sources } = before;
  const parsed = yield* reparseInSteps(before, new Map([[sources.fileAt(0).path, text]]));
  const again = (yield* resolveInSteps(parsed)).model;
  const written = again.partitions.find((one) => one.name === name)?.fault;
  if (
    written === undefined ||
    JSON.stringify([again.vertices, again.links]) !== JSON.stringify([model.vertices, model.links])
  )
    return false;
  const sides = ({ groups }: Fault): string =>
    JSON.stringify(groups.map((entry) => entry.map((side) => distinct(side))));
  return (
    JSON.stringify(existing(model, written.cutDirections)) === JSON.stringify(fault.cutDirections) &&
    JSON.stringify(distinct(written.stopped)) === JSON.stringify(fault.stopped) &&
    JSON.stringify(written.destroyed) === JSON.stringify(fault.destroyed) &&
    sides(written) === sides(fault)
  );
}
