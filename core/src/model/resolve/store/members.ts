import { NAMES } from '../../../checks/names.js';
import type { StoreStatement } from '../../../syntax/ast.js';
import type { VertexId } from '../../model.js';
import type { Places } from '../places.js';
import { quote, type Scope } from '../scope.js';

/** Nodes, in order of declaration; none is named twice. */
export interface Members {
  readonly replicas: readonly VertexId[];
  readonly witnesses: readonly VertexId[];
}

export function resolveMembers(statement: StoreStatement, scope: Scope, places: Places): Members {
  const replicas: VertexId[] = [];
  const witnesses: VertexId[] = [];
  for (const { name, witness } of statement.members) {
    const id = scope.place(name, ['node', 'zone'], 'replicas and witnesses are nodes');
    for (const node of id === undefined ? [] : places.nodesNamed(name, id, scope)) {
      if (replicas.includes(node) || witnesses.includes(node)) {
        scope.report(
          NAMES.duplicateName,
          name.span,
          `${quote(places.name(node))} is named twice: a node holds one replica of a store.`,
        );
      } else (witness ? witnesses : replicas).push(node);
    }
  }
  return { replicas, witnesses };
}
