import { NAMES } from '../../../checks/names.js';
import { STORE } from '../../../checks/store.js';
import type { StoreMember, StoreStatement } from '../../../syntax/ast.js';
import type { Observer, VertexId } from '../../model.js';
import type { Places } from '../places.js';
import { quote, type Scope } from '../scope.js';

/** Nodes, in order of declaration; none is named twice. */
export interface Members {
  readonly replicas: readonly VertexId[];
  readonly witnesses: readonly VertexId[];
  readonly observers: readonly Observer[];
}

export function resolveMembers(statement: StoreStatement, scope: Scope, places: Places): Members {
  const replicas: VertexId[] = [];
  const witnesses: VertexId[] = [];
  const observing: [StoreMember, VertexId][] = [];
  const taken = new Set<VertexId>();
  for (const member of statement.members) {
    const { name, role } = member;
    const id = scope.place(name, ['node', 'zone'], 'replicas, witnesses and observers are nodes');
    for (const node of id === undefined ? [] : places.nodesNamed(name, id, scope)) {
      if (taken.has(node)) {
        scope.report(
          NAMES.duplicateName,
          name.span,
          `${quote(places.name(node))} is named twice: a node holds one replica of a store.`,
        );
      } else if (role === 'observer') observing.push([member, node]);
      else (role === 'witness' ? witnesses : replicas).push(node);
      taken.add(node);
    }
  }
  return { replicas, witnesses, observers: resolveObservers(observing, replicas, scope) };
}

/** Each may be fed by a replica, or by an observer before it, so that none feeds itself. */
function resolveObservers(
  observing: readonly (readonly [StoreMember, VertexId])[],
  replicas: readonly VertexId[],
  scope: Scope,
): readonly Observer[] {
  const copies = [...replicas];
  return observing.map(([{ from }, node]): Observer => {
    const source = from === undefined ? undefined : scope.place(from, ['node'], 'what feeds an observer is a node');
    const isCopy = source !== undefined && copies.includes(source);
    copies.push(node);
    if (from !== undefined && source !== undefined && !isCopy) {
      scope.report(
        STORE.observerUnfed,
        from.span,
        `${quote(from.name)} has no copy to pass on: name a replica after \`of\`, or an observer declared before.`,
      );
    }
    return isCopy ? { node, from: source } : { node };
  });
}
