import type { Span } from '../../base/span.js';
import { flatMapped, sizeOf, type Steps } from '../../base/steps.js';
import { milder } from '../../checks/check.js';
import { NAMES } from '../../checks/names.js';
import { NETWORK } from '../../checks/network.js';
import type { LinkStatement, MeshStatement, Statement } from '../../syntax/ast.js';
import type { Link, VertexId } from '../model.js';
import { ofKind } from './ofKind.js';
import { ANY_PLACE, type Places } from './places.js';
import { type Entry, quote, type Scope } from './scope.js';
import { readSpread } from './spread.js';

/** A mesh of more members than this has more links than anybody could cut one by one. */
const MAX_MESH = 64;

/** As much work as the links of a large one, in the units of a step. */
const MESH_SIZE = 2000;

/** A link, where it stands, and its name where it has one of its own. */
interface LinkPart {
  readonly link: Link;
  readonly span: Span | undefined;
  readonly entry?: Entry | undefined;
}

/**
 * The uplinks of zones, then the links that are declared, then the pairs of each mesh; without any, the implicit mesh.
 */
export function* resolveLinks(
  statements: readonly Statement[],
  scope: Scope,
  places: Places,
): Steps<readonly LinkPart[]> {
  const links = ofKind(statements, 'link');
  const meshes = ofKind(statements, 'mesh');
  return scope.number(
    withDifferentLabels([
      ...uplinks(places),
      ...(yield* flatMapped(links, sizeOf, (statement) => resolveLink(statement, scope) ?? [])),
      ...(yield* flatMapped(
        meshes,
        () => MESH_SIZE,
        (statement) => resolveMesh(statement, scope, places),
      )),
      ...(links.length + meshes.length > 0 ? [] : implicitMesh(statements, scope, places)),
    ]),
  );
}

/** The links of a design, and which of them end at a vertex. */
export class LinksByEnd {
  private readonly ends = new Map<VertexId, number[]>();

  constructor(readonly all: readonly Link[]) {
    for (const [i, { a, b }] of all.entries()) for (const end of new Set([a, b])) this.add(end, i);
  }

  /** Their indices. */
  at(end: VertexId): readonly number[] {
    return this.ends.get(end) ?? [];
  }

  private add(end: VertexId, link: number): void {
    const known = this.ends.get(end);
    if (known === undefined) this.ends.set(end, [link]);
    else known.push(link);
  }
}

function uplinks({ all, vertices }: Places): LinkPart[] {
  return vertices.flatMap((zone, b) =>
    zone.kind !== 'zone'
      ? []
      : zone.members.flatMap((a) => {
          const node = all[a]?.entry;
          if (node === undefined) return [];
          return {
            link: { kind: 'uplink', label: `${node.name}'s link to ${zone.name}`, a, b, oneWay: false },
            span: node.word.span,
          };
        }),
  );
}

function resolveLink(statement: LinkStatement, scope: Scope): LinkPart | undefined {
  const { name, from, to, oneWay, span } = statement;
  const a = from === undefined ? undefined : scope.place(from, ANY_PLACE, '');
  const b = to === undefined ? undefined : scope.place(to, ANY_PLACE, '');
  const wire = readWire(statement, scope);
  if (a === undefined || b === undefined || from === undefined || to === undefined) return undefined;
  if (a === b) {
    scope.report(
      NETWORK.linkToItself,
      to.span,
      `A link joins two different ends, and both are ${quote(to.name)}: name another one.`,
    );
    return undefined;
  }
  const label = `${from.name}${oneWay ? '→' : '–'}${to.name}`;
  return {
    link: { kind: 'declared', ...(name === undefined ? {} : { name: name.name }), label, a, b, oneWay, ...wire },
    span,
    entry: name === undefined ? undefined : scope.own('link', name),
  };
}

function readWire(
  { roundTrip, spread, fails }: Pick<LinkStatement, 'roundTrip' | 'spread' | 'fails'>,
  scope: Scope,
): Pick<Link, 'roundTripMs' | 'spread' | 'fails'> {
  const ms = roundTrip === undefined ? undefined : scope.duration(roundTrip, 'A round trip');
  if (ms === undefined) return scope.share(fails);
  return { roundTripMs: ms, ...(spread === undefined ? {} : readSpread(spread, ms, scope)), ...scope.share(fails) };
}

function resolveMesh(statement: MeshStatement, scope: Scope, places: Places): LinkPart[] {
  const wire = readWire(statement, scope);
  const members = [...new Set(statement.members.flatMap((word) => scope.place(word, ANY_PLACE, '') ?? []))];
  if (members.length > MAX_MESH) {
    const links = (members.length * (members.length - 1)) / 2;
    scope.report(
      NAMES.numberOutOfRange,
      statement.span,
      `A mesh of ${members.length} members has ${links} links; up to ${MAX_MESH} members are read. ` +
        'Join them by a zone or a router.',
    );
    return [];
  }
  if (members.length === 1)
    scope.report(milder(NETWORK.linkToItself), statement.span, 'A mesh of one member has no links: name at least two.');
  return pairs(members).map(([a, b]) => ({
    link: { kind: 'declared', label: between(a, b, places), a, b, oneWay: false, ...wire },
    span: statement.span,
  }));
}

/** Without any `link` or `mesh`: every two nodes, zones and free clients are linked, but for two clients. */
function implicitMesh(statements: readonly Statement[], scope: Scope, places: Places): LinkPart[] {
  const { vertices } = places;
  const ends = vertices.flatMap((vertex, id) => {
    if (vertex.kind === 'node') return vertex.zone === undefined ? [id] : [];
    return vertex.kind === 'client' && vertex.placement.kind !== 'free' ? [] : [id];
  });
  const first = statements.find(({ kind }) => kind === 'node' || kind === 'zone' || kind === 'client');
  const place: Span =
    first === undefined ? { start: 0, end: 0 } : { start: first.span.start, end: first.span.start + first.kind.length };
  if (ends.length > MAX_MESH) {
    scope.report(
      NAMES.numberOutOfRange,
      place,
      `No \`link\` is written, and ${ends.length} places are too many to link each with each (${MAX_MESH}): ` +
        'write the links.',
    );
    return [];
  }
  const joined = pairs(ends).filter(([a, b]) => vertices[a]?.kind !== 'client' || vertices[b]?.kind !== 'client');
  if (joined.length > 0) {
    scope.report(
      NETWORK.implicitMesh,
      place,
      'No `link` is written, so all places are taken to be linked ' +
        `(${joined.length} ${joined.length === 1 ? 'link' : 'links'}): write those that can be cut.`,
    );
  }
  return joined.map(([a, b]) => ({
    link: { kind: 'implicit', label: between(a, b, places), a, b, oneWay: false },
    span: undefined,
  }));
}

function pairs(ids: readonly VertexId[]): [VertexId, VertexId][] {
  return ids.flatMap((a, i) => ids.slice(i + 1).map((b): [VertexId, VertexId] => [a, b]));
}

function between(a: VertexId, b: VertexId, places: Places): string {
  return `${places.name(a)}–${places.name(b)}`;
}

/** Links side by side are told apart by a number, so that every cause can be read. */
function withDifferentLabels(parts: readonly LinkPart[]): LinkPart[] {
  const times = new Map<string, number>();
  return parts.map((part) => {
    const { kind, name } = part.link;
    const same = times.get(`${kind} ${part.link.label}`) ?? 0;
    const numbered = same > 0 ? `${part.link.label} (${same + 1})` : part.link.label;
    const label = name === undefined ? numbered : `${name} (${part.link.label})`;
    times.set(`${kind} ${label}`, (times.get(`${kind} ${label}`) ?? 0) + 1);
    return { ...part, link: { ...part.link, label } };
  });
}
