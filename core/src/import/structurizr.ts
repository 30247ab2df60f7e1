import { c4Deployment, type C4Element, type C4Relation } from './c4.js';
import type { ImportFormat } from './deployment.js';
import { at, countAt, itemsAt, textAt, type Document, type Tree } from './tree.js';

/**
 * A workspace of Structurizr as JSON: https://github.com/structurizr/json. The first deployment environment is read,
 * whose outermost nodes are zones; without one, software systems are.
 */
export const structurizr: ImportFormat = {
  product: 'Structurizr',
  sign: 'model with softwareSystems',
  is: ({ root }) => at(root, 'model', 'softwareSystems') !== undefined,
  read: (documents) => {
    const read = documents.map(workspaceOf);
    return c4Deployment(
      read.flatMap(({ elements }) => elements),
      read.flatMap(({ relations }) => relations),
    );
  },
};

interface Workspace {
  readonly elements: readonly C4Element[];
  readonly relations: readonly C4Relation[];
}

function workspaceOf(document: Document): Workspace {
  const model = at(document.root, 'model');
  const people = itemsAt(model, 'people').map((tree) => elementOf(document, tree, 'person'));
  const systems = itemsAt(model, 'softwareSystems');
  const inSystems = systems.flatMap((system) => {
    const containers = itemsAt(system, 'containers');
    const group = elementOf(document, system, containers.length === 0 ? 'container' : 'group');
    return [group, ...containers.map((tree) => ({ ...elementOf(document, tree, 'container'), parent: group.id }))];
  });
  const relating = [...itemsAt(model, 'people'), ...systems, ...systems.flatMap((one) => itemsAt(one, 'containers'))];
  const logical: Workspace = {
    elements: [...people, ...inSystems],
    relations: relating.flatMap(relationsOf(document)),
  };
  const nodes = itemsAt(model, 'deploymentNodes');
  const environment = textAt(nodes[0], 'environment');
  const deployed = nodes.filter((node) => textAt(node, 'environment') === environment);
  return deployed.length === 0 ? logical : inEnvironment(document, logical, deployed);
}

/** The instances of containers in deployment nodes stand for them, each with its own number of copies. */
function inEnvironment(document: Document, logical: Workspace, nodes: readonly Tree[]): Workspace {
  const placed: { element: C4Element; of: string }[] = [];
  const groups: C4Element[] = [];
  for (const node of nodes) {
    const group = elementOf(document, node, 'group');
    groups.push(group);
    for (const { of, copies, origin } of instancesIn(document, node, 1)) {
      const original = logical.elements.find(({ id }) => id === of);
      if (original === undefined) continue;
      const id = `${of} in ${group.id}`;
      const twin = placed.findIndex(({ element }) => element.id === id);
      const before = placed[twin]?.element.copies ?? 0;
      const element = { ...original, id, parent: group.id, copies: before + copies, origin };
      if (twin === -1) placed.push({ element, of });
      else placed[twin] = { element, of };
    }
  }
  const people = logical.elements.filter(({ kind }) => kind === 'person');
  // In several zones, a container is a part in each of them, with the zone's name.
  const isTwice = (of: string): boolean => placed.filter((one) => one.of === of).length > 1;
  const named = placed.map(({ element, of }) => {
    const zone = groups.find(({ id }) => id === element.parent)?.name ?? '';
    return isTwice(of) ? { ...element, name: `${element.name} ${zone}` } : element;
  });
  const standsFor = (id: string): readonly string[] => {
    const there = placed.filter(({ of }) => of === id).map(({ element }) => element.id);
    return there.length > 0 || !people.some((person) => person.id === id) ? there : [id];
  };
  const relations = logical.relations.flatMap((relation) =>
    standsFor(relation.from).flatMap((from) => standsFor(relation.to).map((to) => ({ ...relation, from, to }))),
  );
  return { elements: [...people, ...groups, ...named], relations };
}

function instancesIn(
  document: Document,
  node: Tree,
  times: number,
): readonly { of: string; copies: number; origin: C4Element['origin'] }[] {
  const copies = times * Math.max(1, countAt(node, 'instances') ?? 1);
  return [
    ...itemsAt(node, 'containerInstances').flatMap((tree) => {
      const of = textAt(tree, 'containerId');
      return of === undefined ? [] : [{ of, copies, origin: { file: document.file, line: tree.line } }];
    }),
    ...itemsAt(node, 'softwareSystemInstances').flatMap((tree) => {
      const of = textAt(tree, 'softwareSystemId');
      return of === undefined ? [] : [{ of, copies, origin: { file: document.file, line: tree.line } }];
    }),
    ...itemsAt(node, 'children').flatMap((child) => instancesIn(document, child, copies)),
  ];
}

function elementOf({ file }: Document, tree: Tree, kind: C4Element['kind']): C4Element {
  const name = textAt(tree, 'name') ?? '';
  return {
    id: textAt(tree, 'id') ?? name,
    name,
    kind,
    technology: textAt(tree, 'technology') ?? '',
    copies: 1,
    origin: { file, line: at(tree, 'name')?.line ?? tree.line },
  };
}

function relationsOf({ file }: Document): (tree: Tree) => readonly C4Relation[] {
  return (tree) =>
    itemsAt(tree, 'relationships').flatMap((one) => {
      const from = textAt(one, 'sourceId') ?? textAt(tree, 'id');
      const to = textAt(one, 'destinationId');
      if (from === undefined || to === undefined) return [];
      return [{ from, to, title: textAt(one, 'description') ?? '', origin: { file, line: one.line } }];
    });
}
