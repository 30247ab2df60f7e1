import type { Span } from '../../base/span.js';
import { diagnosticOf, type Diagnostic } from '../../checks/diagnostic.js';
import { TEXT } from '../../checks/text.js';
import { removed } from './homes.js';
import { isMark, isName, scan } from './scan.js';
import { keywordOf } from './kinds.js';
import { shorten } from './told.js';

/** A longer text is not looked through: it is read in one step. In UTF-16 code units. */
const LONGEST = 32_000;
const LONGEST_LINE = 200;

/** Does a line of a text end with a brace after at most two words? */
const MAY_HAVE = /^[ \t]*[\p{L}_][^{}|,\r\n]*\{[ \t]*\r?$/mu;

/** These words stand around statements although they begin one elsewhere. */
const FRAMES: ReadonlySet<string> = new Set(
  (
    'design system architecture topology network model module package namespace graph digraph spec config project ' +
    'file root deployment service interface'
  ).split(' '),
);

/** Where it begins and where it ends. */
export interface Frame {
  readonly open: Span;
  readonly close: Span;
}

interface OpenFrame {
  readonly open: Span;
  /** How many braces are open around it. */
  readonly depth: number;
  readonly lines: string[];
}

/**
 * Frames around statements, `workspace { … }`. They say nothing: what stands in them is read as if they were not there.
 */
export function framesIn(text: string): readonly Frame[] {
  if (text.length > LONGEST || !MAY_HAVE.test(text)) return [];
  const found: Frame[] = [];
  const open: OpenFrame[] = [];
  let depth = 0;
  let start = 0;
  for (const whole of text.split('\n')) {
    const line = whole.trimEnd();
    const own = { start: start + (line.length - line.trimStart().length), end: start + line.length };
    start += whole.length + 1;
    const isFrame = depth === open.length && isOpening(line);
    if (isFrame) open.push({ open: own, depth: depth++, lines: [] });
    else {
      for (const frame of open) frame.lines.push(line);
      for (const token of scan(line).tokens) {
        if (token.text === '{' && token.kind === 'mark') depth++;
        if (token.text !== '}' || token.kind !== 'mark') continue;
        depth = Math.max(0, depth - 1);
        const frame = open[open.length - 1];
        if (frame?.depth !== depth) continue;
        open.pop();
        const end = start - whole.length - 1 + token.end;
        const isAlone = /^[ \t]*\}[;,]?$/.test(line);
        const close = isAlone ? own : { start: end - 1, end };
        if (hasStatements(frame)) found.push({ open: frame.open, close });
      }
    }
  }
  return found;
}

/** `workspace {`, `model "shop" {`, `resources: {` */
function isOpening(line: string): boolean {
  const own = line.trimEnd();
  if (!own.endsWith('{') || own.length > LONGEST_LINE) return false;
  const [first, ...rest] = scan(own).tokens;
  if (first?.kind !== 'word' || rest.length > 3) return false;
  const names = rest.slice(0, -1).filter((token) => !isMark(token, ':', '='));
  const isOne = names.length < 2 && names.every(isName);
  return isOne && (FRAMES.has(first.text.toLowerCase()) || keywordOf(first) === undefined);
}

/** Do statements stand in it? A package of nodes alone is a zone. */
function hasStatements({ open, lines }: OpenFrame): boolean {
  const kinds = lines.map((line) => kindOfLine(line)).filter((kind) => kind !== undefined);
  return open.end > open.start && kinds.some((kind) => kind !== 'node');
}

function kindOfLine(line: string): string | undefined {
  const [first, mark, third] = scan(line).tokens;
  if (first === undefined) return undefined;
  const keyword = keywordOf(first);
  if (keyword !== undefined) return keyword;
  if (mark?.kind === 'arrow' && mark.text !== '=') return 'link';
  return mark?.text === '=' && third !== undefined ? keywordOf(third) : undefined;
}

export function aroundNothing(text: string, frames: readonly Span[]): Diagnostic {
  const [first = { start: 0, end: 0 }] = frames;
  return diagnosticOf(
    TEXT.foreignSyntax,
    first,
    `\`${shorten(text.slice(first.start, first.end))}\` says nothing in a design: remove it.`,
    {
      fixes: [
        {
          title: 'Remove what says nothing',
          edits: removed(
            text,
            frames.map((span) => fromLine(text, span)),
          ),
        },
      ],
    },
  );
}

/** With the blanks before it, if nothing else is before it on its line. */
function fromLine(text: string, { start, end }: Span): Span {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  return { start: text.slice(line, start).trim() === '' ? line : start, end };
}
