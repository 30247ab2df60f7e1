import type {
  CallHierarchyIncomingCall,
  CallHierarchyItem,
  CallHierarchyOutgoingCall,
  Range,
} from 'vscode-languageserver';
import {
  type Dependency,
  dependenciesInSteps,
  dependencyAt,
  dependentsInSteps,
  flatMapped,
  type Span,
  visible,
} from '#core';
import type { Snapshot } from '../documents/snapshot.js';
import type { Feature } from '../server.js';
import { SYMBOL_KINDS } from './documentSymbol.js';

/**
 * What an operation depends on: "calls" from clients to operations, from operations to stores, from stores to nodes,
 * from nodes to links.
 */
export const callHierarchy: Feature = {
  capabilities: { callHierarchyProvider: true },
  register: ({ connection, answer }) => {
    const { callHierarchy: requests } = connection.languages;
    requests.onPrepare(({ textDocument, position }, token) =>
      answer<CallHierarchyItem[] | null>(
        { request: 'prepareCallHierarchy', uri: textDocument.uri, token },
        null,
        (snapshot) => {
          const found = dependencyAt(snapshot.resolved, snapshot.offset(position));
          return found === undefined ? null : [item(snapshot, found)];
        },
      ),
    );
    requests.onOutgoingCalls(({ item: asked }, token) =>
      answer<CallHierarchyOutgoingCall[]>(
        { request: 'outgoingCalls', uri: designOf(asked), token },
        [],
        function* (snapshot) {
          const found = isDependency(asked.data) ? yield* dependenciesInSteps(snapshot.resolved, asked.data) : [];
          return yield* flatMapped(found, CALL_SIZE, ({ on, dependent, places }) => ({
            to: item(snapshot, on),
            fromRanges: rangesIn(snapshot, dependent, places),
          }));
        },
      ),
    );
    requests.onIncomingCalls(({ item: asked }, token) =>
      answer<CallHierarchyIncomingCall[]>(
        { request: 'incomingCalls', uri: designOf(asked), token },
        [],
        function* (snapshot) {
          const found = isDependency(asked.data) ? yield* dependentsInSteps(snapshot.resolved, asked.data) : [];
          return yield* flatMapped(found, CALL_SIZE, ({ dependent, places }) => ({
            from: item(snapshot, dependent),
            fromRanges: rangesIn(snapshot, dependent, places),
          }));
        },
      ),
    );
  },
};

/** The work of one, in the units of a step. */
const CALL_SIZE = (): number => 20;

function item(snapshot: Snapshot, { kind, index, name, span, selection }: Dependency): CallHierarchyItem {
  // Editors refuse an item without a name.
  const shown = name.trim() === '' ? '""' : visible(name);
  return {
    name: shown,
    detail: kind,
    kind: SYMBOL_KINDS[kind],
    uri: snapshot.uriAt(selection),
    range: snapshot.range(span),
    selectionRange: snapshot.range(selection),
    data: { design: snapshot.uri, kind, index },
  };
}

/** Ranges are those of the dependent's file. */
function rangesIn(snapshot: Snapshot, dependent: Dependency, places: readonly Span[]): Range[] {
  return places
    .filter((span) => snapshot.uriAt(span) === snapshot.uriAt(dependent.selection))
    .map((span) => snapshot.range(span));
}

/** The design that an item is of, whose name may stand in a file that the design includes. */
function designOf({ uri, data }: CallHierarchyItem): string {
  const of: unknown = data;
  return typeof of === 'object' && of !== null && 'design' in of && typeof of.design === 'string' ? of.design : uri;
}

const KINDS: ReadonlySet<unknown> = new Set<Dependency['kind']>(['client', 'operation', 'store', 'node', 'link']);

/** The client hands back what it was given, and might hand back anything. */
function isDependency(data: unknown): data is Pick<Dependency, 'kind' | 'index'> {
  return (
    typeof data === 'object' &&
    data !== null &&
    'kind' in data &&
    KINDS.has(data.kind) &&
    'index' in data &&
    typeof data.index === 'number'
  );
}
