import type { Span } from '../../base/span.js';
import { TEXT } from '../../checks/text.js';
import type { GrammarParse, Statement } from '../ast.js';
import { Spans } from './near.js';

/** A stretch of the text that is read as a whole. */
export interface Region extends Span {
  /** The texts of the statements in it, if it has several. */
  readonly parts?: readonly string[];
  /** It says nothing: a frame around the statements. */
  readonly isEmpty?: boolean;
  /** A zone that has no nodes of its own, only zones. */
  readonly outer?: string;
  /** The part of it that the grammar does not read: what else is in its line may be another statement. */
  readonly alone?: Span;
}

const FRAMES: readonly string[] = (
  'design system architecture topology network model module package namespace graph digraph spec config project file ' +
  'root deployment'
).split(' ');

/** `design shop {`: a frame around the statements. */
function isFrame(text: string): boolean {
  const line = text.trim();
  const [word = ''] = line.toLowerCase().split(/\W/, 1);
  return FRAMES.includes(word) && line.endsWith('{') && !line.includes('\n') && line.indexOf('{') === line.length - 1;
}

/** `package "us" { node us1 }` in PlantUML: a frame with a name, in which only nodes stand. */
function isZoneOfNodes(own: string, within: readonly Span[], text: string): boolean {
  if (!/^\s*(package|namespace)\s+\S+\s*\{/i.test(own) || within.length === 0) return false;
  return within.every(({ start, end }) => isNode(text.slice(start, end)));
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
    done = Math.max(done, ...region.filter(({ isEmpty }) => isEmpty !== true).map(({ end }) => end));
  }
  return withoutOverlaps(found);
}

/** What begins in a stretch of the text, in order of position. */
type Near = (from: number, to: number) => readonly Span[];

/** How much of a file is read again after an edit, in UTF-16 code units: some milliseconds. */
const MOST_CHARACTERS = 20_000;

/** A line is not longer. */
const LINE = 500;

function withoutOverlaps(regions: readonly Region[]): Region[] {
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
  const close = own.includes('{') ? closeOf(text, part.start) : undefined;
  if (close !== undefined && close > part.end && isIndented(text, part.start, part.end)) {
    if (isFrame(own) && !isZoneOfNodes(own, near(part.end, close), text))
      return [
        { ...part, isEmpty: true },
        { start: close - 1, end: close, isEmpty: true },
      ];
    const whole = { start: part.start, end: close };
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

function isBlank(text: string, from: number, to: number): boolean {
  return to - from < 100 && /^[ \t]*$/.test(text.slice(from, to));
}

/** Does the line after an opening brace begin further to the right? A brace that is never closed does not. */
function isIndented(text: string, start: number, end: number): boolean {
  const line = text.slice(Math.max(text.lastIndexOf('\n', start - 1) + 1, 0), start);
  const next = /^[^\n]*\n(?:[ \t]*\r?\n)*([ \t]*)/.exec(text.slice(end, end + 400));
  return next !== null && (next[1] ?? '').length > (/^[ \t]*/.exec(line)?.[0].length ?? 0);
}

function subgraph(text: string): string {
  const [head = '', ...lines] = text.split(/\r?\n/);
  return `${head} { node ${lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join(', ')} }`;
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

function isNode(text: string): boolean {
  return /^(node|server|machine|host|vm|instance|broker|replica)s?\b/i.test(text);
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
  const within = near(region.start + 1, region.end).filter(({ end }) => end <= region.end);
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
