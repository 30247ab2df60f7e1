/**
 * A YAML or JSON text as a tree that knows its lines: what an import reads. The caller of the core has the text parsed
 * by a library for YAML, of which JSON is a part.
 */
export type Tree = Mapping | Sequence | Scalar;

/** `line`: from 1. Of a value in a mapping it is the line of its key. */
interface Placed {
  readonly line: number;
}

export interface Mapping extends Placed {
  readonly kind: 'mapping';
  readonly entries: ReadonlyMap<string, Tree>;
}

export interface Sequence extends Placed {
  readonly kind: 'sequence';
  readonly items: readonly Tree[];
}

/** Numbers and truth values as they are written, null as ''. */
export interface Scalar extends Placed {
  readonly kind: 'scalar';
  readonly text: string;
}

/** One document of a file; a file of YAML may have several. */
export interface Document {
  /** As the user named it. */
  readonly file: string;
  readonly root: Tree;
}

/** The value below these keys; undefined where one of them is missing. */
export function at(tree: Tree | undefined, ...keys: readonly string[]): Tree | undefined {
  let found = tree;
  for (const key of keys) found = found?.kind === 'mapping' ? found.entries.get(key) : undefined;
  return found;
}

export function textAt(tree: Tree | undefined, ...keys: readonly string[]): string | undefined {
  const found = at(tree, ...keys);
  return found?.kind === 'scalar' && found.text !== '' ? found.text : undefined;
}

/** A whole number that is not negative; undefined for anything else, such as `${REPLICAS}`. */
export function countAt(tree: Tree | undefined, ...keys: readonly string[]): number | undefined {
  const text = textAt(tree, ...keys);
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}

export function itemsAt(tree: Tree | undefined, ...keys: readonly string[]): readonly Tree[] {
  const found = at(tree, ...keys);
  return found?.kind === 'sequence' ? found.items : [];
}

export function entriesAt(tree: Tree | undefined, ...keys: readonly string[]): readonly [string, Tree][] {
  const found = at(tree, ...keys);
  return found?.kind === 'mapping' ? [...found.entries] : [];
}

/** Every text in the tree, with its line; keys apart. */
export function textsIn(tree: Tree | undefined): readonly Scalar[] {
  if (tree === undefined) return [];
  if (tree.kind === 'scalar') return [tree];
  return (tree.kind === 'sequence' ? tree.items : [...tree.entries.values()]).flatMap(textsIn);
}
