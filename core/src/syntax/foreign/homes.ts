import type { Edit } from '../../base/edit.js';
import type { Span } from '../../base/span.js';
import type { Statement } from '../ast.js';
import { namesIn } from './known.js';
import { isMark, isName, list, lower, scan, type Token, written } from './scan.js';
import { keywordOf, stripped } from './kinds.js';

/** The nodes of one zone that are declared outside of it: `node us1 in us`. */
export interface Home {
  readonly zone: string;
  readonly nodes: string[];
  /** Where they are declared. */
  readonly spans: Span[];
}

const IN: readonly string[] = ['in', 'at', 'on', 'zone', 'region', 'dc', 'datacenter'];

/** The nodes of a statement `node us1, us2 in us`, and their zone. */
export function homeOf(text: string): { readonly zone: string; readonly nodes: readonly string[] } | undefined {
  const [first, ...rest] = stripped(scan(text).tokens);
  if (first === undefined || keywordOf(first) !== 'node') return undefined;
  // `nodes us: us1, us2`
  const [zone, mark, ...list] = rest;
  if (zone !== undefined && isName(zone) && isMark(mark, ':')) {
    const own = list.every((token) => isName(token) || isMark(token, ',')) ? namesIn(list, () => false) : undefined;
    if (own !== undefined && own.length > 0) return { zone: zone.text, nodes: own };
  }
  const at = rest.findIndex((token, i) => i > 0 && IN.includes(lower(token)));
  if (placesSaid(rest) > 1) return undefined;
  const after = at < 0 ? [] : rest.slice(at);
  const place = after.findLast(isName);
  // A node is in one zone: `container api { on w1, e1 }` is none.
  if (after.some((token) => isMark(token, ',') || lower(token) === 'choose')) return undefined;
  const nodes = at < 0 ? undefined : namesIn(rest.slice(0, at), () => false);
  if (place === undefined || nodes === undefined || nodes.length === 0 || IN.includes(lower(place))) return undefined;
  return { zone: place.text, nodes };
}

/** `node a in us, b in eu` as a line for each zone; undefined for any other text. */
export function homeLines(text: string): readonly string[] | undefined {
  const [first, ...rest] = stripped(scan(text).tokens);
  if (first === undefined || keywordOf(first) !== 'node' || placesSaid(rest) < 2) return undefined;
  const lines: string[] = [];
  let nodes: string[] = [];
  for (let i = 0; i < rest.length; i++) {
    const [token, next] = rest.slice(i, i + 2);
    if (token === undefined || isMark(token, ',', ';') || ['and', 'node'].includes(lower(token))) continue;
    if (isIn(token) && next !== undefined && isName(next) && nodes.length > 0) {
      lines.push(`node ${list(nodes)} in ${written(next.text)}`);
      nodes = [];
      i++;
    } else if (isName(token) && !isIn(token)) nodes.push(token.text);
    else return undefined;
  }
  return nodes.length > 0 ? undefined : lines;
}

/** How often a place is said: `in zone us` is one. */
function placesSaid(tokens: readonly Token[]): number {
  return tokens.filter((token, i) => i > 0 && isIn(token) && !isIn(tokens[i - 1] ?? token)).length;
}

function isIn(token: Token): boolean {
  return IN.includes(lower(token));
}

/** By the names of the zones. */
export function homesIn(text: string, spans: readonly Span[]): ReadonlyMap<string, Home> {
  const homes = new Map<string, Home>();
  for (const { start, end } of spans) {
    const found = end - start > 400 ? undefined : homeOf(text.slice(start, end));
    if (found === undefined) continue;
    const home = homes.get(found.zone) ?? { zone: found.zone, nodes: [], spans: [] };
    home.nodes.push(...found.nodes);
    home.spans.push({ start, end });
    homes.set(found.zone, home);
  }
  return homes;
}

/** The nodes by the names of their zones. */
export function nodesOf(homes: ReadonlyMap<string, Home>): ReadonlyMap<string, readonly string[]> {
  return new Map([...homes].map(([zone, { nodes }]) => [zone, nodes]));
}

/** Takes the nodes into their zone, which is declared already or takes the place of the first of them. */
export function takenHome(
  text: string,
  { zone, nodes, spans }: Home,
  statements: readonly Statement[],
): readonly Edit[] {
  const declared = statements.find((statement) => statement.kind === 'zone' && statement.name?.name === zone);
  const [first, ...rest] = spans;
  if (first === undefined) return [];
  if (declared === undefined || declared.kind !== 'zone')
    return [{ span: first, text: `zone ${written(zone)} { node ${list(nodes)} }` }, ...removed(text, rest)];
  const own = declared.nodes.map(({ name }) => name);
  const all = [...own, ...nodes.filter((node) => !own.includes(node))];
  const edits = [{ span: declared.span, text: `zone ${written(zone)} { node ${list(all)} }` }, ...removed(text, spans)];
  return edits.sort((a, b) => a.span.start - b.span.start);
}

/** Removes statements, each with its line break. */
export function removed(text: string, spans: readonly Span[]): Edit[] {
  return spans.map(({ start, end }) => {
    const after = /^[ \t]*\r?\n?/.exec(text.slice(end, end + 200))?.[0].length ?? 0;
    return { span: { start, end: end + after }, text: '' };
  });
}
