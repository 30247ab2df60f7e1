import type { Cause } from '../../engine/facts.js';
import type { Model } from '../../model/model.js';
import { vertexName } from './names.js';
import { shortList } from './sentence.js';

/** How many links or nodes of one cause are named; a cause is small unless somebody picked it by hand. */
const MOST_NAMED = 6;

/**
 * What is broken, as a clause: "link us–eu is cut", "us1 is stopped". Empty where nothing is, apart from a named
 * partition.
 */
function brokenText(model: Model, cause: Cause): string {
  const links = cause.links.map((i) => model.links[i]);
  const plain = links.flatMap((link) => (link !== undefined && link.kind !== 'uplink' ? [link.label] : []));
  const uplinks = links.flatMap((link) => (link?.kind === 'uplink' ? [link.label] : []));
  const directions = cause.directions.map((direction) => directionText(model, direction));
  const stopped = cause.stopped.map((id) => vertexName(model, id));
  const zones = cause.zones.map((id) => vertexName(model, id));
  return [
    clause(plain, { one: 'link ', several: 'links ', broken: 'cut' }),
    clause(uplinks, { broken: 'cut' }),
    clause(directions, { broken: 'cut (one way)' }),
    clause(stopped, { broken: 'stopped' }),
    clause(zones, { one: 'zone ', several: 'zones ', broken: 'lost' }),
  ]
    .filter((part) => part !== '')
    .join(' and ');
}

interface Kind {
  /** The words before one name, and before several. */
  readonly one?: string;
  readonly several?: string;
  readonly broken: string;
}

function clause(names: readonly string[], { one = '', several = '', broken }: Kind): string {
  if (names.length === 0) return '';
  return names.length === 1
    ? `${one}${names[0] ?? ''} is ${broken}`
    : `${several}${shortList(names, MOST_NAMED)} are ${broken}`;
}

/** "us→eu" */
export function directionText(model: Model, direction: number): string {
  const link = model.links[direction >> 1];
  if (link === undefined) return '?';
  const [from, to] = direction % 2 === 0 ? [link.a, link.b] : [link.b, link.a];
  return `${vertexName(model, from)}→${vertexName(model, to)}`;
}

/** A cause as a part of a sentence: "when link us–eu is cut", "under partition atlantic", "with no fault at all". */
export function whenText(model: Model, cause: Cause): string {
  const broken = brokenText(model, cause);
  const partition = cause.partition === undefined ? '' : `under partition ${partitionName(model, cause.partition)}`;
  if (broken === '') return partition === '' ? 'with no fault at all' : partition;
  return partition === '' ? `when ${broken}` : `${partition} and when ${broken}`;
}

/**
 * What happens when it breaks, as a clause: "link us–eu is cut", "partition atlantic". Empty for the healthy network.
 */
export function breakText(model: Model, cause: Cause): string {
  const partition = cause.partition === undefined ? '' : `partition ${partitionName(model, cause.partition)}`;
  return [partition, brokenText(model, cause)].filter((part) => part !== '').join(', and ');
}

/** A cause as a title or the head of a column: "us–eu cut", "us1 stopped", "atlantic", "healthy". */
export function causeTitle(model: Model, cause: Cause): string {
  const cuts = [
    ...cause.links.map((i) => model.links[i]?.label ?? '?'),
    ...cause.directions.map((direction) => directionText(model, direction)),
  ];
  const parts = [
    cause.partition === undefined ? '' : partitionName(model, cause.partition),
    cuts.length === 0 ? '' : `${shortList(cuts, MOST_NAMED)} cut`,
    cause.stopped.length === 0
      ? ''
      : `${shortList(
          cause.stopped.map((id) => vertexName(model, id)),
          MOST_NAMED,
        )} stopped`,
    cause.zones.length === 0
      ? ''
      : `${shortList(
          cause.zones.map((id) => vertexName(model, id)),
          MOST_NAMED,
        )} lost`,
  ].filter((part) => part !== '');
  return parts.length === 0 ? 'healthy' : parts.join(', ');
}

function partitionName(model: Model, partition: number): string {
  return model.partitions[partition]?.name ?? '?';
}
