import type { Span } from '../../base/span.js';
import { TEXT } from '../../checks/text.js';
import type { GrammarParse, Statement } from '../ast.js';
import { blockWithin, subgraph } from './blocks.js';
import { Spans } from './near.js';
import { isMark, lower, made, scan, type Token } from './scan.js';
import { keywordOf } from './kinds.js';
import { partsOf } from './document.js';
import { stepsWithin } from './scenario.js';
import { treeOf } from './tree.js';

/** A stretch of the text that is read as a whole. */
export interface Region extends Span {
  /** The texts of the statements in it, if it has several. */
  readonly parts?: readonly string[];
  /** A zone that has no nodes of its own, only zones. */
  readonly outer?: string;
  /** The part of it that the grammar does not read: what else is in its line may be another statement. */
  readonly alone?: Span;
}

/**
 * The parts of a text that the grammar does not read, with the characters that no token begins with: these belong to
 * what stands on their line, or to a list that is open on the lines before.
 */
export function withCharacters({ text, statements, diagnostics, broken }: GrammarParse): readonly Span[] {
  const strange = diagnostics.filter(({ code }) => code === TEXT.unexpectedCharacter.code);
  if (strange.length === 0) return broken;
  const known = new Set(broken.map(({ start }) => start));
  const own = spansOf(statements);
  const near = new Map(strange.flatMap(({ span }) => own.around(span.start + 1)).map((span) => [span.start, span]));
  const parts = [
    ...broken.map((span) => ({ ...span, isBroken: true })),
    ...[...near.values()].filter(({ start }) => !known.has(start)).map((span) => ({ ...span, isBroken: false })),
  ].sort((a, b) => a.start - b.start);
  const alone: Span[] = [];
  let next = 0;
  for (const { span } of strange) {
    while (next < parts.length && (parts[next]?.start ?? 0) <= span.start) next++;
    const before = parts[next - 1];
    const after = parts[next];
    const isOpen =
      before !== undefined && isListOpen(text.slice(before.start, Math.min(span.start, before.start + 2000)));
    if (before !== undefined && (span.start < before.end || isSameLine(text, before.end, span.start) || isOpen)) {
      before.isBroken = true;
      before.end = Math.max(before.end, span.end);
    } else if (after !== undefined && isSameLine(text, span.end, after.start)) {
      after.isBroken = true;
      after.start = span.start;
    } else alone.push({ start: span.start, end: span.end });
  }
  return [...parts.filter(({ isBroken }) => isBroken).map(({ start, end }) => ({ start, end })), ...alone].sort(
    (a, b) => a.start - b.start,
  );
}

export function spansOf(statements: readonly Statement[]): Spans {
  return new Spans(statements.length, (i) => statements[i]?.span ?? { start: 0, end: 0 });
}

function isSameLine(text: string, from: number, to: number): boolean {
  return to - from < 1000 && !/[\r\n]/.test(text.slice(from, to));
}

function isListOpen(text: string): boolean {
  return (text.match(/[[(]/g)?.length ?? 0) > (text.match(/[\])]/g)?.length ?? 0);
}

/**
 * The regions of a file with the parts that the grammar does not read. A part that goes on in the same line, that opens
 * a body in which other statements stand, or that ends with a word (`subgraph … end`) takes those in.
 */
export function regionsOf(text: string, broken: readonly Span[], statements: readonly Statement[]): readonly Region[] {
  const found: Region[] = [];
  const [others, own] = [Spans.of(broken), spansOf(statements)];
  const near: Near = (from, to) =>
    [...others.between(from, to), ...own.between(from, to)].sort((a, b) => a.start - b.start || a.end - b.end);
  let done = 0;
  let left = MOST_CHARACTERS;
  for (const part of broken) {
    left -= part.end - part.start;
    if (left < 0) break;
    if (part.start < done) continue;
    const region = regionAt(text, part, near);
    found.push(...region);
    done = Math.max(done, ...region.map(({ end }) => end));
  }
  return withoutOverlaps(found);
}

/** What begins in a stretch of the text, in order of position. */
type Near = (from: number, to: number) => readonly Span[];

/** How much of a file is read again after an edit, in UTF-16 code units: some milliseconds. */
const MOST_CHARACTERS = 20_000;

/** A line is not longer. */
const LINE = 500;

export function withoutOverlaps(regions: readonly Region[]): Region[] {
  const sorted = [...regions].sort((a, b) => a.start - b.start || b.end - a.end);
  let done = -1;
  return sorted.filter(({ start, end }) => {
    if (start < done) return false;
    done = end;
    return true;
  });
}

function regionAt(text: string, part: Span, near: Near): readonly Region[] {
  const own = text.slice(part.start, part.end);
  if (/^subgraph\b/i.test(own)) {
    const end = /^[ \t]*end[ \t]*$/m.exec(text.slice(part.end));
    if (end !== null)
      return [
        {
          start: part.start,
          end: part.end + end.index + end[0].trimEnd().length,
          parts: [subgraph(text.slice(part.start, part.end + end.index))],
        },
      ];
  }
  const block = blockWithin(text, part.start);
  if (block !== undefined) return [block];
  const close = own.includes('{') ? closeOf(text, part.start) : undefined;
  const body = close === undefined ? '' : text.slice(part.start, close);
  // `{ zone: { name: "us" } }`: JSON among statements.
  const steps = body.startsWith('{') ? partsOf(treeOf(body)) : stepsWithin(body);
  if (close !== undefined && steps.length > 0) return [{ start: part.start, end: close, parts: steps }];
  if (close !== undefined && close > part.end && isIndented(text, part.start, part.end)) {
    const whole = { start: part.start, end: close };
    const claims = claimsWithin(body);
    if (claims !== undefined) return [{ ...whole, parts: claims }];
    return [/^(\s*operation|\s*op|\s*client|\s*resource)\b/i.test(own) ? whole : nested(text, whole, near)];
  }
  let { start, end } = part;
  for (const other of near(part.start - LINE, part.end + LINE)) {
    const isNext = other.start >= end ? isBlank(text, end, other.start) : other.start >= start;
    if (other.end > end && isNext) end = other.end;
    if (other.end <= start && isBlank(text, other.end, start)) start = other.start;
  }
  return [{ start, end, ...(start === part.start && end === part.end ? {} : { alone: part }) }];
}

/** `operation pay { …; expect ok under ocean }`: the statements about it that stand in its body, beside it. */
function claimsWithin(text: string): readonly string[] | undefined {
  const name = /^\s*(?:operation|op)\s+([\p{L}\p{N}_-]{1,100}|"[^"\n]{1,100}")/iu.exec(text)?.[1];
  const lines = text.split('\n');
  const isClaim = (line: string): boolean => /^\s{0,100}(expect|accept)\s/i.test(line);
  if (name === undefined || !lines.some(isClaim)) return undefined;
  const claims = lines.filter(isClaim).map((line) => {
    const word = line.trim().slice(0, 'expect'.length);
    const rest = line.trim().slice(word.length).trim();
    if (rest.split(/\s+/).includes(name)) return line.trim();
    const quote = rest.indexOf('"');
    const at = quote < 0 ? rest.length : quote;
    return word.toLowerCase() === 'expect'
      ? `${word} ${name} ${rest}`
      : `${word} ${rest.slice(0, at)} on ${name} ${rest.slice(at)}`;
  });
  return [lines.filter((line) => !isClaim(line)).join('\n'), ...claims];
}

/**
 * A statement over several lines, of which the later ones are indented: from the line of the region, and from the line
 * that it is indented below. None where braces say what belongs together.
 */
export function blocksOf(text: string, { start, end, parts }: Region): readonly Region[] {
  if (parts !== undefined || text.slice(start, end).includes('{')) return [];
  const first = lineAt(text, start);
  const above = headOf(text, first);
  const heads = above === undefined ? [first] : [above, first];
  return heads.flatMap((head) => {
    const last = indentedEnd(text, head);
    const own = { start: Math.min(head.start + head.indent, start), end: last };
    return last > head.end && (own.end > end || own.start < start) ? [own] : [];
  });
}

/** The lines of a region as regions of their own; a line whose brackets are open goes on. */
export function linesOf(text: string, { start, end, parts }: Region): readonly Region[] {
  if (parts !== undefined || end - start > MOST_CHARACTERS) return [];
  const found: Region[] = [];
  let from = start;
  for (const line of text.slice(start, end).split('\n')) {
    const to = from + line.length;
    const last = found[found.length - 1];
    if (last !== undefined && isBracketOpen(text.slice(last.start, last.end)))
      found[found.length - 1] = { ...last, end: to };
    else if (line.trim() !== '') found.push({ start: to - line.trimStart().length, end: from + line.trimEnd().length });
    from = to + 1;
  }
  // What is indented below a line belongs to it.
  const indents = found.map((one) => lineAt(text, one.start).indent);
  return indents.some((indent) => indent > (indents[0] ?? 0)) ? [] : found;
}

function isBracketOpen(text: string): boolean {
  return (text.match(/[[({]/g)?.length ?? 0) > (text.match(/[\])}]/g)?.length ?? 0);
}

/**
 * A heading that names a kind of statement, with the items below it as statements of that kind: those that are indented
 * further, or those in its braces.
 */
export function listBelow(text: string, { start }: Region): Region | undefined {
  const head = lineAt(text, start);
  const own = { start: head.start + head.indent, end: head.end };
  if (own.end - own.start > LINE) return undefined;
  const { tokens } = scan(text.slice(own.start, own.end));
  const [first, ...more] = tokens.filter((token) => !isMark(token, ':', '='));
  const keyword = first === undefined ? undefined : keywordOf(first);
  if (first === undefined || keyword === undefined || NO_LIST.has(keyword)) return undefined;
  const last = more[more.length - 1];
  // `expect under ocean {`
  const isOpen = last !== undefined && isMark(last, '{');
  const isUnder =
    keyword === 'expect' &&
    more.length > 1 &&
    UNDER.has(lower(more[0] ?? first)) &&
    (isOpen || text.slice(own.start, own.end).endsWith(':'));
  const until = own.start + (isOpen ? last.start : (last?.end ?? 0));
  const suffix = isUnder ? ` ${text.slice(own.start + (more[0]?.start ?? 0), until).trim()}` : '';
  if (more.length > 1 && !isUnder) return itemsInLine(text, own, { first, more }, keyword);
  if (more.length === 1 && !isMark(last, '{', '[')) return undefined;
  const open = isUnder && !isOpen ? '' : (last?.text ?? '');
  const end = open === '' ? indentedEnd(text, head) : closeOf(text, head.end - 1);
  if (end === undefined || end <= head.end) return undefined;
  const items: { indent: number; text: string }[] = [];
  for (const line of text.slice(head.end + 1, open === '' ? end : end - 1).split('\n')) {
    const item = line.trim();
    const indent = line.length - line.trimStart().length;
    const last = items[items.length - 1];
    if (item === '' || item.startsWith('//')) continue;
    const goesOn =
      last !== undefined &&
      (isBracketOpen(last.text) || (indent > last.indent && !/^[}\]]/.test(item)) || /^[}\]]/.test(item));
    if (goesOn) last.text += `\n${item}`;
    else items.push({ indent, text: item });
  }
  const parts = items.map(({ text: item }) => {
    const own = item.replace(/^[-*•][ \t]+/, '').replace(/[,;]$/, '');
    const [first = ''] = own.split(/[^\p{L}_-]/u, 1);
    return keywordOf(made(first)) === keyword && first.toLowerCase() === keyword
      ? `${own}${suffix}`
      : `${keyword} ${own}${suffix}`;
  });
  return parts.length === 0 ? undefined : { start: own.start, end, parts };
}

/** `zones { a: n1 n2; b: n3 }`, `clients { ann in us, bob in eu }` */
function itemsInLine(
  text: string,
  span: Span,
  { first, more }: { readonly first: Token; readonly more: readonly Token[] },
  keyword: string,
): Region | undefined {
  const [open] = more;
  const close = more.findLast((token) => !isMark(token, ';', ','));
  const isList = isMark(open, '{') && isMark(close, '}') && more.filter((token) => isMark(token, '{')).length === 1;
  if (open === undefined || close === undefined || !isList || !first.text.toLowerCase().endsWith('s')) return undefined;
  if (keyword === first.text.toLowerCase()) return undefined;
  const body = text.slice(span.start + open.end, span.start + close.start);
  // Commas separate the nodes of a zone too.
  const mark = body.includes(';') ? ';' : /[:=]|\bon\b/.test(body) ? undefined : ',';
  const items = (mark === undefined ? [body] : body.split(mark))
    .map((item) => item.trim())
    .filter((item) => item !== '');
  return items.length === 0 ? undefined : { ...span, parts: items.map((item) => `${keyword} ${item}`) };
}

const UNDER: ReadonlySet<string> = new Set('under when if during given while'.split(' '));

/** The body of one of these is not a list. */
const NO_LIST: ReadonlySet<string> = new Set(['include', 'explore']);

interface LineOfText extends Span {
  readonly indent: number;
}

function lineAt(text: string, offset: number): LineOfText {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const next = text.indexOf('\n', offset);
  const line = text.slice(start, next < 0 ? text.length : next);
  return { start, end: start + line.trimEnd().length, indent: line.length - line.trimStart().length };
}

/** The nearest line above a line that is indented less, if no empty line and no brace is between them. */
function headOf(text: string, line: LineOfText): LineOfText | undefined {
  if (line.indent === 0) return undefined;
  for (let one = line, i = 0; i < MOST_LINES && one.start > 0; i++) {
    one = lineAt(text, one.start - 1);
    const own = text.slice(one.start, one.end);
    if (own.trim() === '' || /[{}]/.test(own)) return undefined;
    if (one.indent < line.indent) return one;
  }
  return undefined;
}

/** A statement has no more lines than this. */
const MOST_LINES = 20;

/** The end of the lines below a line that are indented further. */
function indentedEnd(text: string, head: LineOfText): number {
  let { end } = head;
  for (let i = 0, at = text.indexOf('\n', end); at >= 0 && i < MOST_LINES; i++) {
    const line = lineAt(text, at + 1);
    if (line.indent <= head.indent || line.end <= at + 1) break;
    ({ end } = line);
    at = text.indexOf('\n', line.end);
  }
  return end;
}

function isBlank(text: string, from: number, to: number): boolean {
  const between = to - from < 100 ? text.slice(from, to) : '-';
  return !/[\r\n]/.test(between) && ['', ';', '.'].includes(between.trim());
}

/** Does the line after an opening brace begin further to the right? A brace that is never closed does not. */
function isIndented(text: string, start: number, end: number): boolean {
  const line = text.slice(Math.max(text.lastIndexOf('\n', start - 1) + 1, 0), start);
  const next = /^[^\n]*\n(?:[ \t]*\r?\n)*([ \t]*)/.exec(text.slice(end, end + 400));
  return next !== null && (next[1] ?? '').length > (/^[ \t]*/.exec(line)?.[0].length ?? 0);
}

/** After the brace that closes the first one; undefined if none does. */
function closeOf(text: string, start: number): number | undefined {
  let depth = 0;
  for (let i = start; i < text.length && i < start + 20_000; i++) {
    const c = text[i];
    if (c === '{') depth++;
    else if (c === '}' && --depth === 0) return i + 1;
  }
  return undefined;
}

/** `us1 = node "US 1"` begins with its name. */
function withAssignment(text: string, { start, end }: Span, first: number): Span {
  const line = text.slice(Math.max(first, start - LINE, text.lastIndexOf('\n', start - 1) + 1), start);
  const isAssigned = line.trimEnd().endsWith('=') && line.trim().split(/\s+/).length <= 2;
  return { start: isAssigned ? start - line.trimStart().length : start, end };
}

function isNode(text: string): boolean {
  return /^([\w-]+\s*[:=]\s*)?(node|server|machine|host|vm|instance|broker|replica)s?\b/i.test(text);
}

/** Without the braces at its end that it does not open itself. */
function balanced(text: string): string {
  let found = text.trimEnd();
  while (found.endsWith('}') && (found.match(/\}/g)?.length ?? 0) > (found.match(/\{/g)?.length ?? 0))
    found = found.slice(0, -1).trimEnd();
  return found;
}

/** A zone in whose body other statements stand: these are written beside it. */
function nested(text: string, region: Span, near: Near): Region {
  // The nodes of a zone stand on lines of their own.
  const within = near(region.start + 1, region.end)
    .filter(({ end }) => end <= region.end)
    .map((span) => withAssignment(text, span, region.start));
  const inner = within.filter(({ start, end }) => !isNode(text.slice(start, end)));
  const [first] = inner;
  if (first === undefined) return region;
  const nodes = within.filter((span) => !inner.includes(span) && span.start > first.start);
  const head = text.slice(region.start, first.start).trimEnd();
  const name = /^\s*\S+\s+("[^"]*"|[^\s{]+)/.exec(head)?.[1] ?? '';
  const own =
    head.replace(/\{\s*$/, '').trim() === head.slice(0, head.indexOf('{')).trim() && /\{\s*$/.test(head)
      ? undefined
      : `${head} ${nodes.map(({ start, end }) => balanced(text.slice(start, end))).join(' ')} }`;
  const parts: string[] = [];
  let end = 0;
  for (const span of inner) {
    if (span.start < end) continue;
    end = span.end;
    const part = balanced(text.slice(span.start, span.end));
    if (part === '') continue;
    parts.push(/^client\b/i.test(part) && !/\b(in|at)\b/.test(part) ? `${part} in ${name}` : part);
  }
  return {
    ...region,
    parts: own === undefined ? parts : [own, ...parts],
    ...(own === undefined ? { outer: name.replace(/"/g, '') } : {}),
  };
}
