import type { Span } from '../../base/span.js';
import { STORE } from '../../checks/store.js';
import type { Parsed, ProbabilityLiteral, Statement } from '../../syntax/ast.js';
import type { Model, Origins, VertexId } from '../model.js';
import { copiesOf } from '../levels.js';
import { quote, type Scope } from './scope.js';

/**
 * Shares of time for which something fails that no operation depends on: no share of an answer would be another one
 * without them. Only where operations are judged, and nothing is wrong: an operation that is left out may depend on it.
 */
export function reportDeadShares(parsed: Parsed, scope: Scope, model: Model, origins: Origins): void {
  const failing = parsed.statements.filter(hasShare);
  if (failing.length === 0 || model.operations.length === 0) return;
  if (scope.diagnostics.some(({ severity }) => severity === 'error')) return;
  const used = usedPlaces(model);
  const [vertexAt, linksAt, riskAt] = [byStart(origins.vertices), byStart(origins.links), byStart(origins.risks)];
  const isDeadLink = (link: number): boolean => {
    const { a = -1, b = -1 } = model.links[link] ?? {};
    return !used.has(a) || !used.has(b);
  };
  const report = (fails: ProbabilityLiteral | undefined, what: string, dead: readonly boolean[]): void => {
    if (fails === undefined || dead.length === 0 || !dead.every(Boolean) || !parsed.sources.isOwn(fails.span)) return;
    scope.report(
      STORE.ineffectiveClause,
      fails.span,
      `No operation depends on ${what}, so this share has no effect: remove it.`,
    );
  };
  const reportPlaces = (
    fails: ProbabilityLiteral | undefined,
    names: readonly { name: string; span: Span }[],
  ): void => {
    const dead = names.flatMap(({ span }) => vertexAt(span).map((id) => !used.has(id)));
    const [first] = names;
    if (first !== undefined) report(fails, names.length === 1 ? quote(first.name) : 'these nodes', dead);
  };
  for (const statement of failing) {
    switch (statement.kind) {
      case 'node':
        reportPlaces(statement.fails, statement.names);
        break;
      case 'zone':
        reportPlaces(statement.fails, statement.name === undefined ? [] : [statement.name]);
        for (const { names, fails } of statement.failing) reportPlaces(fails, names);
        break;
      case 'risk': {
        const risk = model.risks?.[riskAt(statement.name?.span)[0] ?? -1];
        if (risk === undefined) break;
        const dead = [...risk.vertices.map((vertex) => !used.has(vertex)), ...risk.links.map(isDeadLink)];
        report(statement.fails, `what ${quote(risk.name)} takes down`, dead);
        break;
      }
      case 'link':
      case 'mesh': {
        const links = linksAt(statement.span);
        report(statement.fails, links.length === 1 ? 'this link' : 'these links', links.map(isDeadLink));
        break;
      }
    }
  }
}

/** The places in a list of spans, by where they start: a mesh makes many links. */
function byStart(spans: readonly (Span | undefined)[]): (span: Span | undefined) => readonly number[] {
  const found = new Map<number, number[]>();
  for (const [i, span] of spans.entries()) {
    if (span === undefined) continue;
    const known = found.get(span.start);
    if (known === undefined) found.set(span.start, [i]);
    else known.push(i);
  }
  return (span) => found.get(span?.start ?? -1) ?? [];
}

type Failing = Extract<Statement, { readonly fails?: ProbabilityLiteral }>;

function hasShare(statement: Statement): statement is Failing {
  if (!('fails' in statement)) return statement.kind === 'zone' && statement.failing.length > 0;
  return statement.fails !== undefined;
}

/**
 * The places that a message of an operation may be at, and those whose loss takes one of them along. What leads nowhere
 * is left out: a router or zone with at most one neighbour that is left.
 */
function usedPlaces(model: Model): ReadonlySet<VertexId> {
  const { vertices, links } = model;
  const ends = endsOf(model);
  const neighbours = vertices.map(() => new Set<VertexId>());
  for (const { a, b } of links) {
    neighbours[a]?.add(b);
    neighbours[b]?.add(a);
  }
  const gone = new Set<VertexId>();
  const passes = (id: VertexId): boolean =>
    ends.has(id) || (['router', 'zone'].includes(vertices[id]?.kind ?? '') && (neighbours[id]?.size ?? 0) > 1);
  const left = [...vertices.keys()];
  for (let id = left.pop(); id !== undefined; id = left.pop()) {
    if (gone.has(id) || passes(id)) continue;
    gone.add(id);
    for (const other of neighbours[id] ?? []) {
      neighbours[other]?.delete(id);
      left.push(other);
    }
  }
  // Where nobody is, nothing is sent.
  const used = new Set(ends);
  const open = [...ends];
  for (let id = open.pop(); id !== undefined; id = open.pop())
    for (const other of neighbours[id] ?? []) {
      if (gone.has(other) || used.has(other)) continue;
      used.add(other);
      open.push(other);
    }
  return used;
}

/** Clients that ask, all that may answer, and the machines and zones of both. */
function endsOf({ vertices, stores, services, operations }: Model): ReadonlySet<VertexId> {
  const found = new Set<VertexId>();
  const add = (id: VertexId): void => {
    found.add(id);
    const vertex = vertices[id];
    if (vertex?.kind === 'node' && vertex.zone !== undefined) add(vertex.zone);
    if (vertex?.kind === 'client' && vertex.placement.kind !== 'free') add(vertex.placement.vertex);
  };
  for (const store of stores) for (const member of [...copiesOf(store), ...store.witnesses]) add(member);
  for (const { instances } of services) for (const instance of instances) add(instance);
  for (const { clients } of operations) for (const client of clients) add(client);
  return found;
}
