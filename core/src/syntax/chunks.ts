import type { IToken, TokenType } from 'chevrotain';
import type { Span } from '../base/span.js';
import { MOST_PER_STEP, type Steps } from '../base/steps.js';
import { type Diagnostic, diagnosticOf } from '../checks/diagnostic.js';
import { TEXT } from '../checks/text.js';
import { isUnitPhrase } from './language/units.js';
import {
  Close,
  Comma,
  Equals,
  Identifier,
  isReserved,
  Name,
  Numeric,
  Open,
  Quoted,
  Semicolon,
  SOFT,
  STATEMENTS,
} from './tokens.js';

/** The language needs two levels of braces. A deeper text is not a design. */
export const MAX_DEPTH = 256;

/** A longer statement would keep the editor waiting: it is read at once. In UTF-16 code units. */
export const MAX_STATEMENT = 100_000;

export interface Chunk {
  readonly tokens: readonly IToken[];
}

/**
 * The tokens of each statement. A statement begins with its keyword, at the beginning of a line or outside braces;
 * `node` inside a zone's braces belongs to the zone. A missing or superfluous brace then costs one statement and not
 * the file.
 */
export function* chunks(tokens: readonly IToken[], diagnostics: Diagnostic[]): Steps<Chunk[]> {
  const found: IToken[][] = [];
  let current: IToken[] | undefined;
  let depth = 0;
  let line = 0;
  let tooDeep = false;
  for (const [i, written] of tokens.entries()) {
    // Many times quicker than reading them.
    if (i % MOST_PER_STEP === MOST_PER_STEP - 1) yield MOST_PER_STEP;
    const startsLine = written.startLine !== line;
    const token = startsLine && depth === 0 ? smallKeyword(written) : written;
    line = token.endLine ?? token.startLine ?? line;
    const inZone = depth > 0 && current?.[0]?.tokenType === STATEMENTS.zone && token.tokenType === STATEMENTS.node;
    const followsOn = current?.[current.length - 1]?.tokenType === SOFT.on && token.tokenType === STATEMENTS.partition;
    const previous = startsLine ? undefined : current?.[current.length - 1];
    if (previous !== undefined && isUnit(current?.[0], previous, token)) {
      current?.push({ ...token, tokenType: Identifier, tokenTypeIdx: Identifier.tokenTypeIdx ?? 0 });
      continue;
    }
    // `;` ends a statement, and nothing follows the last comma of a list.
    if (token.tokenType === Semicolon && depth === 0) {
      current = undefined;
      continue;
    }
    if (token.tokenType === Comma && tokens[i + 1]?.tokenType === Close) continue;
    const namePlace = previous !== undefined && (isStatement(previous) || previous.tokenType === Comma);
    if (isStatement(token) && (startsLine || depth === 0) && !inZone && !namePlace && !(followsOn && depth > 0)) {
      current = [];
      found.push(current);
      depth = 0;
    } else if (current === undefined || (depth === 0 && startsLine && !continues(current, token))) {
      // Tokens that begin no statement: a chunk of their own, for one diagnostic.
      current = [];
      found.push(current);
    }
    if (token.tokenType === Open) depth++;
    if (token.tokenType === Close) depth = Math.max(0, depth - 1);
    if (depth > MAX_DEPTH) {
      if (!tooDeep) {
        diagnostics.push(
          diagnosticOf(
            TEXT.tooDeep,
            spanOf(token),
            `Braces are nested deeper than ${MAX_DEPTH} here; the language needs two levels. Everything of ` +
              'this statement is left out.',
          ),
        );
      }
      tooDeep = true;
      if (current.length > 0) current.length = 0;
      continue;
    }
    current.push(token);
  }
  return found.filter((chunk) => chunk.length > 0).map((chunk) => ({ tokens: chunk }));
}

const STATEMENT_TOKENS: ReadonlySet<unknown> = new Set(Object.values(STATEMENTS));

export function isStatement(token: IToken): boolean {
  return STATEMENT_TOKENS.has(token.tokenType);
}

/** `ZONE` and `Zone` at the beginning of a line are the keyword. */
function smallKeyword(token: IToken): IToken {
  if (token.tokenType !== Identifier) return token;
  const word = token.image.toLowerCase();
  if (word === token.image || !isReserved(word)) return token;
  return retyped(token, STATEMENTS[word as keyof typeof STATEMENTS]);
}

function retyped(token: IToken, type: TokenType): IToken {
  return { ...token, tokenType: type, tokenTypeIdx: type.tokenTypeIdx ?? 0 };
}

/** The tokens with words of the language that are written in capitals as these words; undefined if there are none. */
export function inSmallLetters(tokens: readonly IToken[]): readonly IToken[] | undefined {
  let found = false;
  const small = tokens.map((token, i) => {
    const word = token.image.toLowerCase();
    if (i === 0 || token.tokenType !== Identifier || word === token.image) return token;
    const type =
      word === 'node' || word === 'partition'
        ? STATEMENTS[word]
        : Object.hasOwn(SOFT, word)
          ? SOFT[word as keyof typeof SOFT]
          : undefined;
    if (type === undefined) return token;
    found = true;
    return retyped(token, type);
  });
  return found ? small : undefined;
}

/**
 * After a count, `link`, `node` and `zone` are units and do not begin a statement: `under any 2 links, 1 node`,
 * `under any zone`, `explore all link`, `any 1 isolated node`.
 */
function isUnit(first: IToken | undefined, previous: IToken, token: IToken): boolean {
  const counts = first?.tokenType === STATEMENTS.expect || first?.tokenType === STATEMENTS.explore;
  const units: readonly unknown[] = [STATEMENTS.link, STATEMENTS.node, STATEMENTS.zone];
  const before: readonly unknown[] = [Numeric, Comma, SOFT.any, STATEMENTS.explore];
  const isAfterCount = before.includes(previous.tokenType) || previous.image === 'all';
  return counts && units.includes(token.tokenType) && (isAfterCount || isUnitPhrase(previous.image, token.image));
}

/**
 * Can a statement without braces continue with this token on a new line? Not after a closing brace, and not with a
 * plain word that could be a misspelt keyword.
 */
function continues(current: readonly IToken[], token: IToken): boolean {
  const last = current[current.length - 1];
  if (last === undefined || last.tokenType === Close) return false;
  // Nobody knows what a line with another first word goes on with.
  const [first] = current;
  if (first !== undefined && !isStatement(first) && token.tokenType === Identifier) return false;
  // `under no`, and then `fault`; elsewhere it begins a line as a word of other languages.
  if (token.tokenType === SOFT.fault && last.tokenType !== SOFT.no) return false;
  // No statement goes on with it.
  if (token.tokenType === Equals) return false;
  // Only a count goes on with a word: `under any 2`, and then `links`.
  const counts = current[0]?.tokenType === STATEMENTS.expect || current[0]?.tokenType === STATEMENTS.explore;
  if (last.tokenType === Numeric && !counts && token.tokenType === Identifier) return false;
  const isName = token.tokenType === Identifier || token.tokenType === Quoted;
  const lastTakesMore =
    !(last.tokenType.CATEGORIES?.includes(Name) ?? false) ||
    (Object.values(SOFT) as readonly unknown[]).includes(last.tokenType) ||
    isStatement(last);
  return !isName || lastTakesMore || token.tokenType === Quoted;
}

export function spanOf(token: IToken): Span {
  return { start: token.startOffset, end: (token.endOffset ?? token.startOffset) + 1 };
}

export function spanFrom(first: IToken, last: IToken): Span {
  return { start: first.startOffset, end: spanOf(last).end };
}

/** The empty stretch at an offset. */
export function at(offset: number): Span {
  return { start: offset, end: offset };
}
