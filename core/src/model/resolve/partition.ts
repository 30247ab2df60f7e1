import { NETWORK } from '../../checks/network.js';
import { PARTITION } from '../../checks/partition.js';
import type { PartitionLine, PartitionStatement, Word } from '../../syntax/ast.js';
import type { Link, Partition, VertexId } from '../model.js';
import type { LinksByEnd } from './links.js';
import { ANY_PLACE, type Places, someOf } from './places.js';
import { type Entry, quote, type Scope } from './scope.js';

interface PartitionPart {
  readonly entry: Entry;
  readonly partition: Partition;
}

/** What one line breaks. */
interface Broken {
  readonly cutDirections?: readonly number[];
  readonly stopped?: readonly VertexId[];
  readonly destroyed?: readonly VertexId[];
  readonly groups?: readonly (readonly VertexId[])[];
}

type Line<K extends PartitionLine['kind']> = Extract<PartitionLine, { kind: K }>;

export function resolvePartition(
  statement: PartitionStatement,
  scope: Scope,
  places: Places,
  links: LinksByEnd,
): PartitionPart | undefined {
  const { name, lines, span } = statement;
  const broken = lines.map((line) => resolveLine(line, scope, places, links));
  if (name === undefined) return undefined;
  if (lines.length === 0 && !scope.broken(span))
    scope.report(
      PARTITION.emptyPartition,
      name.span,
      `${quote(name.name)} breaks nothing: write \`us | eu\`, \`cut a -- b\`, \`isolate a\` or \`down a\` ` +
        'between its braces.',
    );
  const entry = scope.own('partition', name);
  if (entry === undefined) return undefined;
  const fault = {
    cutDirections: sorted(broken.flatMap(({ cutDirections = [] }) => cutDirections)),
    stopped: sorted(broken.flatMap(({ stopped = [] }) => stopped)),
    destroyed: sorted(broken.flatMap(({ destroyed = [] }) => destroyed)),
    groups: broken.flatMap(({ groups }) => (groups === undefined ? [] : [groups])),
  };
  return { entry, partition: { name: name.name, fault } };
}

/** Each number once, in order. */
function sorted(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].sort((x, y) => x - y);
}

function resolveLine(line: PartitionLine, scope: Scope, places: Places, links: LinksByEnd): Broken {
  switch (line.kind) {
    case 'groups':
      return resolveGroups(line, scope, places);
    case 'cut':
      return resolveCut(line, scope, places, links);
    case 'isolate': {
      const ids = named(line.targets, scope, places, { kinds: ANY_PLACE, why: '' });
      const cutDirections = ids.flatMap((id) => links.at(id).flatMap((i) => [2 * i, 2 * i + 1]));
      return { cutDirections };
    }
    case 'down': {
      if (line.destroyed) {
        const why = 'only what has a disk is destroyed: a client’s machine, not the client';
        const destroyed = named(line.targets, scope, places, { kinds: ['node', 'zone'], why });
        return { stopped: destroyed, destroyed };
      }
      const why = 'a client is not stopped, its machine is';
      const stopped = named(line.targets, scope, places, { kinds: ['node', 'zone', 'router'], why });
      return { stopped };
    }
  }
}

function named(
  words: readonly Word[],
  scope: Scope,
  places: Places,
  { kinds, why }: { readonly kinds: readonly (typeof ANY_PLACE)[number][]; readonly why: string },
): VertexId[] {
  return words.flatMap((word) => {
    const id = scope.place(word, kinds, why);
    return id === undefined ? [] : places.nodesNamed(word, id, scope);
  });
}

/** A node that is named on several sides is on the first. */
function resolveGroups(line: Line<'groups'>, scope: Scope, places: Places): Broken {
  const sides = line.groups.map((group) => group.flatMap((word) => resolveSide(word, scope, places)));
  const sideOf = new Map<VertexId, number>();
  const told = new Set<Word>();
  sides.forEach((side, i) => {
    for (const { id, word } of side) {
      const before = sideOf.get(id);
      // A node takes the clients at it along: one word is one mistake.
      if (before !== undefined && !told.has(word))
        scope.report(
          PARTITION.duplicateInPartition,
          word.span,
          `${quote(places.name(id))} is ${before === i ? 'named twice' : 'on two sides'}: name each node once.`,
        );
      if (before === undefined) sideOf.set(id, i);
      else told.add(word);
    }
  });
  const groups = sides.map((side, i) => [...new Set(side.map(({ id }) => id))].filter((id) => sideOf.get(id) === i));
  return { groups };
}

interface OnSide {
  readonly id: VertexId;
  readonly word: Word;
}

/** The vertices that a name in a group means: a zone's nodes and clients, a node and the clients at it, a client. */
function resolveSide(word: Word, scope: Scope, places: Places): OnSide[] {
  const entry = scope.find('place', word);
  if (entry?.index === undefined) return [];
  if (entry.kind === 'router') {
    scope.report(
      PARTITION.groupRouter,
      word.span,
      `${quote(word.name)} is a router and on no side: cut its links, as with \`isolate ${word.name}\`.`,
    );
    return [];
  }
  const id = entry.index;
  const nodes = places.nodesOf(id);
  const placed = [...new Set([id, ...nodes])].flatMap((at) => places.clientsAt(at)).sort((a, b) => a - b);
  // A zone of clients is a side as well; where nothing is, there is none.
  if (placed.length === 0) places.nodesNamed(word, id, scope);
  return [...nodes, ...placed].map((one) => ({ id: one, word }));
}

function resolveCut(line: Line<'cut'>, scope: Scope, places: Places, links: LinksByEnd): Broken {
  if (line.link !== undefined) {
    const index = scope.find('link', line.link)?.index;
    return index === undefined ? {} : { cutDirections: [2 * index, 2 * index + 1] };
  }
  const a = line.from === undefined ? undefined : scope.place(line.from, ANY_PLACE, '');
  const b = line.to === undefined ? undefined : scope.place(line.to, ANY_PLACE, '');
  if (a === undefined || b === undefined) return {};
  const cutDirections = links.at(a).flatMap((i) => directionsCut(links.all[i], i, { a, b, oneWay: line.oneWay }));
  if (cutDirections.length > 0) return { cutDirections };
  const near = sorted([...links.at(a), ...links.at(b)]);
  const labels = someOf(near, (i) => links.all[i]?.label ?? '?');
  const instead = near.length === 0 ? '' : `cut one of ${labels}, or `;
  scope.report(
    NETWORK.unknownLink,
    line.span,
    `No link joins ${quote(places.name(a))} and ${quote(places.name(b))} directly: ` +
      `${instead}write sides: \`${places.name(a)} | ${places.name(b)}\`.`,
  );
  return {};
}

interface Cut {
  readonly a: VertexId;
  readonly b: VertexId;
  /** Only what goes from a to b. */
  readonly oneWay: boolean;
}

/** The directions of link i that a cut between a and b takes away. */
function directionsCut(link: Link | undefined, i: number, { a, b, oneWay }: Cut): number[] {
  if (link === undefined) return [];
  const forward = link.a === a && link.b === b;
  const backward = link.a === b && link.b === a;
  if (!forward && !backward) return [];
  if (!oneWay) return [2 * i, 2 * i + 1];
  if (forward) return [2 * i];
  return link.oneWay ? [] : [2 * i + 1];
}
