import type { Span } from '../../base/span.js';
import { OPERATION } from '../../checks/operation.js';
import { TEXT } from '../../checks/text.js';
import type { OperationStatement, Word } from '../../syntax/ast.js';
import { copiesOf } from '../levels.js';
import type { Operation, Service, Store, VertexId } from '../model.js';
import type { Places } from './places.js';
import { type Entry, quote, type Scope } from './scope.js';
import type { ServicePart } from './service.js';
import { resolveStep, type StepPart } from './step.js';
import type { StorePart } from './store/store.js';

export interface OperationPart {
  readonly entry: Entry;
  readonly operation: Operation;
  readonly steps: readonly Span[];
  /** Per step, each of its needs. */
  readonly needs: readonly (readonly Span[])[];
}

/** What operations name, besides places. */
interface Declared {
  readonly stores: readonly StorePart[];
  readonly services: readonly ServicePart[];
}

export function resolveOperation(
  statement: OperationStatement,
  scope: Scope,
  places: Places,
  { stores, services }: Declared,
): OperationPart | undefined {
  const { name, composite } = statement;
  const from = statement.clients.flatMap(
    (word) => scope.place(word, ['client'], 'operations are issued by clients') ?? [],
  );
  const clients = [...new Set(from)];
  const parts = statement.steps.map((step) => resolveStep(step, scope, stores));
  const through = statement.through.flatMap((word) => scope.find('service', word)?.index ?? []);
  if (name === undefined) return undefined;
  reportMissingParts(statement, name, scope);
  const entry = scope.own('operation', name);
  const whole = parts.filter((part): part is StepPart => part !== undefined);
  if (entry === undefined || clients.length === 0 || whole.length === 0 || whole.length < parts.length)
    return undefined;
  if (through.length < statement.through.length) return undefined;
  const steps = whole.map(({ step }) => step);
  const first = through[0] === undefined ? undefined : services[through[0]]?.service;
  for (const client of clients) {
    const asked = first === undefined ? steps.flatMap(({ store }) => stores[store]?.store ?? []) : [first];
    reportPinnedElsewhere({ client, asked, name }, scope, places);
  }
  return {
    entry,
    operation: { name: name.name, composite, clients, ...(through.length === 0 ? {} : { through }), steps },
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
  /** What the client itself asks: the first service, or else the stores of the steps. */
  readonly asked: readonly (Store | Service)[];
  readonly name: Word;
}

/** A client that is pinned to nodes without a replica of the store, or an instance of the service, never reaches it. */
function reportPinnedElsewhere({ client, asked, name }: Issued, scope: Scope, places: Places): void {
  const vertex = places.vertices[client];
  if (vertex?.kind !== 'client' || vertex.via.length === 0) return;
  for (const one of asked) {
    const [part, nodes] = 'replicas' in one ? ['a replica', copiesOf(one)] : ['an instance', one.instances];
    if (nodes.some((node) => vertex.via.includes(node))) continue;
    scope.report(
      OPERATION.viaNotReplica,
      name.span,
      `${quote(vertex.name)} is pinned to ${places.someNames(vertex.via)}, without ${part} of ` +
        `${quote(one.name)}: name one of ${places.someNames(nodes)} after \`via\`.`,
    );
  }
}
