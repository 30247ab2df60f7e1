import type { CstChildrenDictionary, CstElement, CstNode, IToken } from 'chevrotain';
import type { Span } from '../base/span.js';
import { type Diagnostic, diagnosticOf } from '../checks/diagnostic.js';
import { TEXT } from '../checks/text.js';
import type { DurationLiteral, NumberLiteral, ProbabilityLiteral, Word } from './ast.js';
import { Identifier, OpenQuote, Quoted } from './tokens.js';

/** What the parser found for one rule. After a mistake any part may be missing. */
export interface Part {
  readonly children: CstChildrenDictionary;
  readonly span: Span;
  readonly report: (diagnostic: Diagnostic) => void;
}

const MS_PER = new Map([
  ['us', 0.001],
  ['µs', 0.001],
  ['ms', 1],
  ['s', 1000],
  ['min', 60_000],
  ['h', 3_600_000],
]);

export function optional<K extends string, V>(key: K, value: V | undefined): { readonly [P in K]?: V } {
  return (value === undefined ? {} : { [key]: value }) as { readonly [P in K]?: V };
}

export function spanOfToken(token: IToken): Span {
  return { start: token.startOffset, end: (token.endOffset ?? token.startOffset) + 1 };
}

function isToken(element: CstElement): element is IToken {
  return 'image' in element;
}

/** The tokens of one label that are in the text: recovery inserts others. */
export function tokens(part: Part, label: string): IToken[] {
  return (part.children[label] ?? [])
    .filter(isToken)
    .filter((token) => token.isInsertedInRecovery !== true && token.startOffset >= 0);
}

export function has(part: Part, label: string): boolean {
  return tokens(part, label).length > 0;
}

export function nodesOf(part: Part, rule: string): Part[] {
  return (part.children[rule] ?? []).flatMap((element) => {
    if (isToken(element)) return [];
    const found: Part = { children: element.children, span: spanOfNode(element), report: part.report };
    return element.recoveredNode === true && Object.keys(element.children).length === 0 ? [] : [found];
  });
}

function spanOfNode(node: CstNode): Span {
  let start = Infinity;
  let end = 0;
  const visit = (element: CstElement): void => {
    if (isToken(element)) {
      if (element.startOffset < 0) return;
      const span = spanOfToken(element);
      start = Math.min(start, span.start);
      end = Math.max(end, span.end);
    } else {
      for (const list of Object.values(element.children)) list.forEach(visit);
    }
  };
  visit(node);
  return start === Infinity ? { start: 0, end: 0 } : { start, end };
}

function toWord(token: IToken): Word {
  const span = spanOfToken(token);
  if (token.tokenType === Quoted) return { name: unquote(token.image.slice(1, -1)), span };
  if (token.tokenType === OpenQuote) return { name: unquote(token.image.slice(1)), span };
  return { name: token.tokenType === Identifier ? token.image.normalize('NFC') : token.image, span };
}

function unquote(text: string): string {
  return text.replace(/\\(.)/gu, (_, character: string) =>
    character === 'n' ? '\n' : character === 't' ? '\t' : character,
  );
}

export function words(part: Part, label: string): Word[] {
  return tokens(part, label).map(toWord);
}

export function word(part: Part, label: string): Word | undefined {
  return words(part, label)[0];
}

export function names(part: Part, rule = 'names'): Word[] {
  return nodesOf(part, rule).flatMap((list) => words(list, 'Name'));
}

/** A number and what follows it: "80ms" is 80 and "ms". */
export function numeric(token: IToken): { readonly value: number; readonly unit: string } {
  const number = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/.exec(token.image)?.[0];
  return number === undefined
    ? { value: NaN, unit: '' }
    : { value: Number(number), unit: token.image.slice(number.length).trim() };
}

export function unknownUnit(part: Part, token: IToken, wanted: string, meant?: string): undefined {
  const { unit } = numeric(token);
  const what = unit === '' ? `\`${token.image}\` has no unit` : `\`${unit}\` is not a unit here`;
  const span = spanOfToken(token);
  const extra =
    meant === undefined ? {} : { fixes: [{ title: `Change to \`${meant}\``, edits: [{ span, text: meant }] }] };
  part.report(diagnosticOf(TEXT.unknownUnit, span, `${what}: write ${wanted}.`, extra));
  return undefined;
}

/** A duration whose unit is in capital letters, and a latency without one: milliseconds. */
function meantDuration({ value, unit }: ReturnType<typeof numeric>, label: string): string | undefined {
  const meant = unit === '' && label === LATENCY ? 'ms' : unit.toLowerCase();
  return Number.isNaN(value) || !MS_PER.has(meant) ? undefined : `${value}${meant}`;
}

/** How the grammar calls the round trip of a link. */
const LATENCY = 'roundTrip';

/** How many milliseconds a unit of time has; undefined: it is not a unit of time. */
export function msPer(unit: string): number | undefined {
  return MS_PER.get(unit);
}

export function duration(part: Part, label: string): DurationLiteral | undefined {
  const [token] = tokens(part, label);
  if (token === undefined) return undefined;
  const { value, unit } = numeric(token);
  const factor = msPer(unit);
  if (factor === undefined)
    return unknownUnit(part, token, 'a duration such as 80ms, 5s, 2min or 1h', meantDuration({ value, unit }, label));
  return { ms: value * factor, span: spanOfToken(token) };
}

export function probability(part: Part, label: string): ProbabilityLiteral | undefined {
  const [token] = tokens(part, label);
  if (token === undefined) return undefined;
  const { value, unit } = numeric(token);
  if (unit !== '' && unit !== '%') return unknownUnit(part, token, 'a probability such as 0.1% or 0.001');
  return { value: unit === '%' ? value / 100 : value, span: spanOfToken(token) };
}

export function plainNumber(part: Part, label: string): NumberLiteral | undefined {
  const [token] = tokens(part, label);
  if (token === undefined) return undefined;
  const { value, unit } = numeric(token);
  if (unit !== '') return unknownUnit(part, token, 'a plain number');
  return { value, span: spanOfToken(token) };
}
