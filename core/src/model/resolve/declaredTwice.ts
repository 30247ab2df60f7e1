import type { Edit, Fix } from '../../base/edit.js';
import type { Sources } from '../../base/sources.js';
import type { Span } from '../../base/span.js';
import type { NodeStatement, Word, ZoneStatement } from '../../syntax/ast.js';
import { removed } from '../../syntax/foreign/homes.js';
import { nameText } from '../nameText.js';

/** What is said of the nodes that a statement declares once more, and how each of them is declared once. */
export interface DeclaredTwice {
  readonly message: string;
  readonly fix: Fix;
}

/**
 * `node a, b` and `zone us { node a }`: the node stands in its zone alone. `again`: the names of a statement that are
 * nodes already; `earlier`: the statement of its own, outside of zones, that declares such a name. Undefined where
 * nobody can tell which of the two is meant.
 */
export function declaredTwice(
  statement: NodeStatement | ZoneStatement,
  again: readonly Word[],
  earlier: (name: string) => NodeStatement | undefined,
  sources: Sources,
): DeclaredTwice | undefined {
  const isZone = statement.kind === 'zone';
  const outside = isZone ? again.map(({ name }) => earlier(name)) : [statement];
  const known = outside.filter((one) => one !== undefined && one.fails === undefined && sources.isOwn(one.span));
  const [first, second, third] = again.map(({ name }) => `\`${name}\``);
  if (first === undefined || known.length < outside.length || !sources.isOwn(statement.span)) return undefined;
  const names = new Set(again.map(({ name }) => name));
  const more = third === undefined ? second : `${second} and ${again.length - 2} more`;
  const which = second === undefined ? `${first} is` : `${first}${third === undefined ? ' and' : ','} ${more} are`;
  const edits = [...new Set(known)].flatMap((one) => (one === undefined ? [] : without(one, names, sources)));
  return {
    message: `${which} declared already, as ${second === undefined ? 'a node' : 'nodes'}: ${
      isZone ? 'a node of a zone is declared there only.' : `remove ${second === undefined ? 'it' : 'them'} here.`
    }`,
    fix: { title: isZone ? 'Declare it in its zone only' : REMOVE, edits },
  };
}

/** A statement that stands there twice, word for word, is needed once. */
export function saidAgain(statement: Span, earlier: Span, sources: Sources): Fix[] {
  if (!sources.isOwn(statement) || !sources.isOwn(earlier)) return [];
  if (statement.start === earlier.start || sources.textOf(statement) !== sources.textOf(earlier)) return [];
  return [{ title: REMOVE, edits: removed(sources.files[0]?.text ?? '', [statement]) }];
}

const REMOVE = 'Remove the second declaration';

/** The statement without some of its names; without any, it goes. */
function without({ span, names }: NodeStatement, gone: ReadonlySet<string>, { files: [own] }: Sources): Edit[] {
  const left = names.filter(({ name }) => !gone.has(name));
  const [start, end] = [names[0]?.span.start ?? 0, names.at(-1)?.span.end ?? 0];
  if (left.length === 0) return removed(own?.text ?? '', [span]);
  return [{ span: { start, end }, text: left.map(({ name }) => nameText(name)).join(', ') }];
}
