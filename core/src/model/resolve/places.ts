import type { Fix } from '../../base/edit.js';
import { flatMapped, sizeOf, type Steps } from '../../base/steps.js';
import { NETWORK } from '../../checks/network.js';
import type { ClientStatement, Statement, Word } from '../../syntax/ast.js';
import type { Vertex, VertexId } from '../model.js';
import { ofKind } from './ofKind.js';
import { type Entry, quote, replacement, type Scope } from './scope.js';

/** What a list of places takes where any kind of place will do. */
export const ANY_PLACE = ['node', 'zone', 'router', 'client'] as const;

/** The first names of a list: "a, b, c, …" */
export function someOf<Item>(items: readonly Item[], nameOf: (item: Item) => string): string {
  return items.slice(0, 3).map(nameOf).join(', ') + (items.length > 3 ? ', …' : '');
}

interface Place {
  readonly entry: Entry;
  readonly vertex: Vertex;
}

/** The vertices of a design, each with its declaration, in the model's numbering. */
export class Places {
  readonly vertices: readonly Vertex[];
  private byPlace: ReadonlyMap<VertexId, readonly VertexId[]> | undefined;

  constructor(readonly all: readonly Place[]) {
    this.vertices = all.map(({ vertex }) => vertex);
  }

  name(id: VertexId): string {
    return this.vertices[id]?.name ?? '?';
  }

  /** "a, b, c" */
  names(ids: readonly VertexId[]): string {
    return ids.map((id) => this.name(id)).join(', ');
  }

  /** "a, b, c, …" */
  someNames(ids: readonly VertexId[]): string {
    return someOf(ids, (id) => this.name(id));
  }

  /** A zone stands for its nodes, everything else for itself. */
  nodesOf(id: VertexId): readonly VertexId[] {
    const vertex = this.vertices[id];
    return vertex?.kind === 'zone' ? vertex.members : [id];
  }

  /** The clients that are placed there. */
  clientsAt(id: VertexId): readonly VertexId[] {
    this.byPlace ??= this.clientsByPlace();
    return this.byPlace.get(id) ?? [];
  }

  private clientsByPlace(): ReadonlyMap<VertexId, readonly VertexId[]> {
    const found = new Map<VertexId, VertexId[]>();
    for (const [client, vertex] of this.vertices.entries()) {
      if (vertex.kind !== 'client' || vertex.placement.kind === 'free') continue;
      const known = found.get(vertex.placement.vertex);
      if (known === undefined) found.set(vertex.placement.vertex, [client]);
      else known.push(client);
    }
    return found;
  }

  /** The nodes that a word stands for; reports a zone without any, which would silently stand for nothing. */
  nodesNamed(word: Word, id: VertexId, scope: Scope): readonly VertexId[] {
    const nodes = this.nodesOf(id);
    if (nodes.length === 0)
      scope.report(
        NETWORK.emptyZone,
        word.span,
        `${quote(word.name)} is a zone without nodes, so it stands for nothing here: declare its nodes, ` +
          'or remove the name.',
      );
    return nodes;
  }
}

/** Nodes, then zones, then routers, then clients, which are placed at the others. */
export function* resolvePlaces(statements: readonly Statement[], scope: Scope): Steps<Places> {
  const own = (words: readonly Word[]): Entry[] => words.flatMap((word) => scope.own('place', word) ?? []);
  const loose = yield* flatMapped(ofKind(statements, 'node'), sizeOf, ({ names, fails }) => {
    const share = scope.share(fails);
    return own(names).map((entry) => ({ entry, share }));
  });
  const zones = yield* flatMapped(ofKind(statements, 'zone'), sizeOf, ({ name, nodes, fails, failing }) => {
    // By their places: two nodes may be given one name by mistake.
    const shares = new Map(
      failing.flatMap((line) => {
        const share = scope.share(line.fails);
        return line.names.map(({ span }) => [span.start, share] as const);
      }),
    );
    return [
      {
        entry: name === undefined ? undefined : scope.own('place', name),
        share: scope.share(fails),
        nodes: own(nodes).map((entry) => ({ entry, share: shares.get(entry.word.span.start) ?? {} })),
      },
    ];
  });
  const routers = own(ofKind(statements, 'router').flatMap(({ names }) => names));
  const fixed = scope.number([
    ...nodesAndZones(loose, zones),
    ...routers.map((entry): Place => ({ entry, vertex: { kind: 'router', name: entry.name } })),
  ]);
  const withoutClients = new Places(fixed);
  const clients = yield* flatMapped(ofKind(statements, 'client'), sizeOf, (statement) =>
    resolveClients(statement, scope, withoutClients),
  );
  return new Places([...fixed, ...scope.number(clients, fixed.length)]);
}

/** How often it fails, where that is said. */
interface Share {
  readonly fails?: number;
}

interface Failing {
  readonly entry: Entry;
  readonly share: Share;
}

/** Nodes come before zones in the numbering, so a node knows its zone's number only once all nodes are counted. */
function nodesAndZones(
  loose: readonly Failing[],
  zones: readonly { readonly entry: Entry | undefined; readonly share: Share; readonly nodes: readonly Failing[] }[],
): Place[] {
  const firstZone = zones.reduce((sum, { nodes }) => sum + nodes.length, loose.length);
  const nodes = loose.map(
    ({ entry, share }): Place => ({ entry, vertex: { kind: 'node', name: entry.name, ...share } }),
  );
  const named: Place[] = [];
  for (const { entry: zone, share, nodes: inside } of zones) {
    const first = nodes.length;
    const at = zone === undefined ? {} : { zone: firstZone + named.length };
    nodes.push(
      ...inside.map((node): Place => {
        const vertex = { kind: 'node', name: node.entry.name, ...at, ...node.share } as const;
        return { entry: node.entry, vertex };
      }),
    );
    const members = inside.map((_, i) => first + i);
    if (zone !== undefined) named.push({ entry: zone, vertex: { kind: 'zone', name: zone.name, members, ...share } });
  }
  return [...nodes, ...named];
}

function resolveClients({ names, placement, via }: ClientStatement, scope: Scope, places: Places): Place[] {
  const kind = placement?.kind === 'in' ? 'zone' : 'node';
  const why =
    placement?.kind === 'in' ? 'a client is `in` a zone, or `at` a node' : 'a client is `at` a node, or `in` a zone';
  const other = placement?.kind === 'in' ? 'at' : 'in';
  // Neither word leads to another client.
  const fixes = (found: string): readonly Fix[] =>
    placement !== undefined && found === (other === 'at' ? 'node' : 'zone') ? [replacement(placement.word, other)] : [];
  const vertex = placement?.target === undefined ? undefined : scope.place(placement.target, [kind], why, fixes);
  const pinned = via.flatMap((word) => {
    const id = scope.place(word, ['node', 'zone'], '`via` names replicas');
    return id === undefined ? [] : places.nodesNamed(word, id, scope);
  });
  return names.flatMap((word) => {
    const entry = scope.own('place', word);
    if (entry === undefined) return [];
    return {
      entry,
      vertex: {
        kind: 'client',
        name: word.name,
        placement: vertex === undefined ? { kind: 'free' } : { kind, vertex },
        via: [...new Set(pinned)],
      },
    };
  });
}
