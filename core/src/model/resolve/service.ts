import { NAMES } from '../../checks/names.js';
import type { ServiceStatement } from '../../syntax/ast.js';
import type { Service, VertexId } from '../model.js';
import type { Places } from './places.js';
import { type Entry, quote, type Scope } from './scope.js';

export interface ServicePart {
  readonly entry: Entry;
  readonly statement: ServiceStatement;
  readonly service: Service;
}

export function resolveService(statement: ServiceStatement, scope: Scope, places: Places): ServicePart | undefined {
  const instances: VertexId[] = [];
  for (const word of statement.instances) {
    const id = scope.place(word, ['node', 'zone'], 'the instances of a service run on nodes');
    for (const node of id === undefined ? [] : places.nodesNamed(word, id, scope)) {
      if (!instances.includes(node)) instances.push(node);
      else
        scope.report(
          NAMES.duplicateName,
          word.span,
          `${quote(places.name(node))} is named twice: a node runs one instance of a service. Remove one of the two.`,
        );
    }
  }
  const { name } = statement;
  const entry = name === undefined ? undefined : scope.own('service', name);
  if (name === undefined || entry === undefined || instances.length === 0) return undefined;
  return { entry, statement, service: { name: name.name, instances } };
}
