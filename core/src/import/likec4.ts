import { c4Deployment, type C4Element, type C4Relation } from './c4.js';
import type { ImportFormat } from './deployment.js';
import { at, entriesAt, textAt, type Document, type Tree } from './tree.js';

/** A model of LikeC4 as JSON, `likec4 export json`: https://likec4.dev/tooling/cli/. */
export const likec4: ImportFormat = {
  product: 'LikeC4',
  sign: 'elements, relations and views',
  is: ({ root }) => ['elements', 'relations', 'views'].every((key) => at(root, key)?.kind === 'mapping'),
  read: (documents) => c4Deployment(documents.flatMap(elementsOf), documents.flatMap(relationsOf)),
};

/** An element that has others in it is a group, unless those are mere components of it. */
function elementsOf({ file, root }: Document): readonly C4Element[] {
  const all = entriesAt(root, 'elements');
  const isComponent = (tree: Tree): boolean => /component/i.test(textAt(tree, 'kind') ?? '');
  const running = all.filter(([, tree]) => !isComponent(tree));
  return running.map(([id, tree]) => {
    const kind = textAt(tree, 'kind') ?? '';
    const parent = parentOf(id);
    const isGroup = running.some(([other]) => parentOf(other) === id);
    const isPerson = /actor|person|user|customer/i.test(kind);
    return {
      id,
      name: textAt(tree, 'title') ?? id,
      kind: isGroup ? 'group' : isPerson ? 'person' : 'container',
      technology: textAt(tree, 'technology') ?? (/database|storage|db|queue/i.test(kind) ? `${kind}` : ''),
      ...(parent === undefined ? {} : { parent }),
      copies: 1,
      origin: { file, line: tree.line },
    };
  });
}

/** Between components it is one between what they are in. */
function relationsOf({ file, root }: Document): readonly C4Relation[] {
  const known = new Set(elementsOf({ file, root }).map(({ id }) => id));
  const inModel = (id: string | undefined): string | undefined => {
    let found = id;
    while (found !== undefined && !known.has(found)) found = parentOf(found);
    return found;
  };
  return entriesAt(root, 'relations').flatMap(([, tree]) => {
    // Since 1.20 an end is a mapping with the element in `model`.
    const from = inModel(textAt(tree, 'source', 'model') ?? textAt(tree, 'source'));
    const to = inModel(textAt(tree, 'target', 'model') ?? textAt(tree, 'target'));
    if (from === undefined || to === undefined || from === to) return [];
    return [{ from, to, title: textAt(tree, 'title') ?? '', origin: { file, line: tree.line } }];
  });
}

/** "cloud.backend" is in "cloud". */
function parentOf(id: string): string | undefined {
  const end = id.lastIndexOf('.');
  return end === -1 ? undefined : id.slice(0, end);
}
