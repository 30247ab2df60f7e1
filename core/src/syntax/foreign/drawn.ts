import type { Statement } from '../ast.js';
import { Names } from './context.js';
import { isKnown, type Known } from './known.js';
import { placed } from './placed.js';
import { list } from './scan.js';
import type { Parse, Source, Understood } from './understood.js';
import { usesOf } from './uses.js';

/** `graph LR`, `digraph shop {`: a drawing, in which a line between two names declares both. */
const DRAWING = /^[ \t]*(?:strict[ \t]+)?(?:graph|digraph|flowchart)\b/im;

interface Read {
  readonly sound: readonly Statement[];
  readonly sources: readonly Source[];
  /** What was understood of each source. */
  readonly found: readonly (Understood | undefined)[];
}

/** The nodes that only lines name, and the replicas and places of clients, are declared before the first of these. */
export function withDrawnNodes(
  text: string,
  { sound, sources, found }: Read,
  known: Known,
  parse: Parse,
): readonly (Understood | undefined)[] {
  const isDrawing = DRAWING.test(text);
  const all = [...sound, ...found.flatMap((one) => one?.statements ?? [])];
  const nodes = new Set(all.flatMap(nodesIn));
  const isNode = (name: string): boolean => (isDrawing || nodes.has(name)) && !isKnown(name, known);
  const declared = new Names().add(found.flatMap((one) => one?.statements ?? []));
  return found.map((one, i) => {
    const source = sources[i];
    if (source === undefined || one === undefined || /^\s*(link|connect)/i.test(source.own)) return one;
    if (!one.statements.every(({ kind }) => kind === 'link')) return one;
    const names = one.statements.flatMap(usesOf).filter((name) => isNode(name) && !isKnown(name, declared));
    if (names.length === 0) return one;
    const line = `node ${list([...new Set(names)])}`;
    const { statements } = parse(line);
    declared.add(statements);
    return {
      ...one,
      texts: [line, ...one.texts],
      statements: [...placed(statements, one.tokens, source.region), ...one.statements],
    };
  });
}

/** The names that have to be those of nodes. */
function nodesIn(statement: Statement): readonly string[] {
  if (statement.kind === 'store') return statement.members.map(({ name }) => name.name);
  const isAt = statement.kind === 'client' && statement.placement?.kind === 'at';
  return isAt ? [statement.placement.target?.name ?? ''] : [];
}
