import type { Span } from '../../base/span.js';
import { OPERATION } from '../../checks/operation.js';
import { TEXT } from '../../checks/text.js';
import type { OperationStatement, Word } from '../../syntax/ast.js';
import type { Operation, Step, VertexId } from '../model.js';
import type { Places } from './places.js';
import { type Entry, quote, type Scope } from './scope.js';
import { resolveStep, type StepPart } from './step.js';
import type { StorePart } from './store/store.js';

interface OperationPart {
  readonly entry: Entry;
  readonly operation: Operation;
  readonly steps: readonly Span[];
  /** Per step, each of its needs. */
  readonly needs: readonly (readonly Span[])[];
}

export function resolveOperation(
  statement: OperationStatement,
  scope: Scope,
  places: Places,
  stores: readonly StorePart[],
): OperationPart | undefined {
  const { name, composite } = statement;
  const from = statement.clients.flatMap(
    (word) => scope.place(word, ['client'], 'operations are issued by clients') ?? [],
  );
  const clients = [...new Set(from)];
  const parts = statement.steps.map((step) => resolveStep(step, scope, stores));
  if (name === undefined) return undefined;
  reportMissingParts(statement, name, scope);
  const entry = scope.own('operation', name);
  const whole = parts.filter((part): part is StepPart => part !== undefined);
  if (entry === undefined || clients.length === 0 || whole.length === 0 || whole.length < parts.length)
    return undefined;
  const steps = whole.map(({ step }) => step);
  for (const client of clients) reportPinnedElsewhere({ client, steps, name }, scope, places, stores);
  return {
    entry,
    operation: { name: name.name, composite, clients, steps },
    steps: statement.steps.map(({ span }) => span),
    needs: whole.map(({ needs }) => needs),
  };
}

function reportMissingParts({ composite, steps, span }: OperationStatement, name: Word, scope: Scope): void {
  if (scope.broken(span)) return;
  if (composite && steps.length === 0) {
    scope.report(
      TEXT.syntaxError,
      name.span,
      `${quote(name.name)} has no steps: write \`read STORE\` or \`write STORE\` between its braces.`,
    );
  }
}

interface Issued {
  readonly client: VertexId;
  readonly steps: readonly Step[];
  readonly name: Word;
}

/** A client that is pinned to nodes without a replica of the store can never reach it. */
function reportPinnedElsewhere(
  { client, steps, name }: Issued,
  scope: Scope,
  places: Places,
  stores: readonly StorePart[],
): void {
  const vertex = places.vertices[client];
  if (vertex?.kind !== 'client' || vertex.via.length === 0) return;
  for (const { store: index } of steps) {
    const store = stores[index]?.store;
    if (store === undefined || store.replicas.some((replica) => vertex.via.includes(replica))) continue;
    scope.report(
      OPERATION.viaNotReplica,
      name.span,
      `${quote(vertex.name)} is pinned to ${places.names(vertex.via)}, where no replica of ${quote(store.name)} is, ` +
        `so this operation can never work from there: name one of ${places.names(store.replicas)} after \`via\`.`,
    );
  }
}
