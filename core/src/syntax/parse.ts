import type { IRecognitionException, IToken } from 'chevrotain';
import { didYouMean } from '../base/didYouMean.js';
import type { Fix } from '../base/edit.js';
import { Sources } from '../base/sources.js';
import type { Span } from '../base/span.js';
import { type Diagnostic, diagnosticOf } from '../checks/diagnostic.js';
import type { CheckRow } from '../checks/index.js';
import { TEXT } from '../checks/text.js';
import type { FileParse, Parsed, Statement } from './ast.js';
import { parser } from './grammar.js';
import { lower } from './lower.js';
import { moved } from './moved.js';
import { Close, Comma, Identifier, lexer, Name, Numeric, Open, OpenQuote, Quoted, SOFT, STATEMENTS } from './tokens.js';
import { unaffected } from './unaffected.js';

/** Longer texts are no designs; parsing stays well below a second at this size. In UTF-16 code units. */
export const MAX_LENGTH = 16_000_000;
/** The language needs two levels of braces. Beyond this the text is something else. */
export const MAX_DEPTH = 256;
/** So much of a file is looked at to tell text from binary. */
const SAMPLE = 65_536;
/** More diagnostics than this help nobody; the last one says how many more there are. */
export const MAX_DIAGNOSTICS = 1000;

/**
 * Parses one file by itself; `parseDesign` reads what it includes as well. Never throws: what is wrong is in the
 * diagnostics, and the rest of the file is in the tree.
 */
export function parse(text: string): Parsed {
  const parsed = parseFile(text);
  const { statements, diagnostics } = parsed;
  // A design of one file, whose includes nobody has looked up.
  return {
    text,
    file: { statements },
    parses: new Map([['', parsed]]),
    statements,
    sources: new Sources([{ path: '', text }]),
    includes: [],
    reads: new Map(),
    diagnostics,
  };
}

/** The same without what makes a design of a file. The file `before` an edit makes it faster and nothing else. */
export function parseFile(text: string, before?: FileParse): FileParse {
  if (text === before?.text) return before;
  const refused = refusal(text);
  if (refused !== undefined) return { text, statements: [], diagnostics: [refused] };
  // There may be more mistakes than those that are told.
  const isKnown =
    before !== undefined &&
    before.diagnostics.length < MAX_DIAGNOSTICS &&
    !before.diagnostics.some(({ code }) => code === 'too-deep');
  const { statements, diagnostics } = isKnown ? parsedAgain(text, before) : parsePiece(text);
  return { text, statements, diagnostics: limited(diagnostics) };
}

/** From what an edit leaves as it was, and the piece between. */
function parsedAgain(text: string, before: FileParse): Piece {
  const { start, end, front, behind } = unaffected(before, text);
  const between = moved(parsePiece(text.slice(start, end)), start);
  const runsOn = between.diagnostics.some(({ code }) => code === 'unterminated-comment');
  const pieces = runsOn ? [front, moved(parsePiece(text.slice(start)), start)] : [front, between, behind];
  return {
    statements: pieces.flatMap(({ statements }) => statements),
    diagnostics: pieces.flatMap(({ diagnostics }) => diagnostics),
  };
}

interface Piece {
  readonly statements: readonly Statement[];
  readonly diagnostics: readonly Diagnostic[];
}

function parsePiece(text: string): Piece {
  const diagnostics: Diagnostic[] = [];
  const lexed = lexer.tokenize(text);
  for (const error of lexed.errors) {
    const end = error.offset + error.length;
    const shown = JSON.stringify(text.slice(error.offset, Math.min(end, error.offset + 20)));
    diagnostics.push(
      diagnosticOf(
        TEXT.unexpectedCharacter,
        { start: error.offset, end },
        `${shown} is nothing that a design is written with: remove it, or put a name that contains it in double quotes.`,
      ),
    );
  }
  for (const token of lexed.groups['open'] ?? []) {
    diagnostics.push(
      diagnosticOf(
        TEXT.unterminatedComment,
        { start: token.startOffset, end: token.startOffset + 2 },
        'This comment is not closed, so the rest of the file belongs to it: end it with `*/`.',
        {
          fixes: [
            {
              title: 'Close the comment at the end of its line',
              edits: [{ span: at(lineEnd(text, token.startOffset)), text: ' */' }],
            },
          ],
        },
      ),
    );
  }
  for (const token of lexed.tokens) {
    if (token.tokenType !== OpenQuote) continue;
    const span = spanOf(token);
    diagnostics.push(
      diagnosticOf(TEXT.unterminatedString, span, 'This text is not closed on its line: end it with `"`.', {
        fixes: [
          { title: 'Close the text here', edits: [{ span: at(span.start + token.image.trimEnd().length), text: '"' }] },
        ],
      }),
    );
  }
  const statements: Statement[] = [];
  for (const chunk of chunks(lexed.tokens, diagnostics)) parseChunk(chunk, statements, diagnostics);
  return { statements, diagnostics };
}

/** What no text has many of. */
const STRANGE = /[\0-\x08\x0b\x0e-\x1f\ufffd]/;

/** Whole files that are no designs get one sentence and nothing else. */
function refusal(text: string): Diagnostic | undefined {
  if (text.length > MAX_LENGTH) {
    return whole(
      TEXT.tooLarge,
      `This file has ${text.length} characters; designs of up to ${MAX_LENGTH} are read. Split it, or check that it is the file you meant.`,
    );
  }
  const sample = text.slice(0, SAMPLE);
  if (!STRANGE.test(sample)) return undefined;
  let strange = 0;
  for (let i = 0; i < sample.length; i++) {
    const c = sample.charCodeAt(i);
    if (c === 0 || c === 0xfffd || (c < 32 && c !== 9 && c !== 10 && c !== 12 && c !== 13)) strange++;
  }
  if (sample.includes('\0') || strange * 20 > sample.length) {
    return whole(
      TEXT.notText,
      'This is not a Netsplit design: it looks like a binary file, perhaps a packet capture, which also uses the name `.cap`.',
    );
  }
  return undefined;
}

function whole(check: CheckRow, message: string): Diagnostic {
  return diagnosticOf(check, { start: 0, end: 0 }, message);
}

interface Chunk {
  readonly tokens: readonly IToken[];
}

/**
 * The tokens of each statement. A statement begins with its keyword, at the beginning of a line or outside braces;
 * `node` inside a zone's braces belongs to the zone. So a brace that is missing or too many costs one statement and not
 * the file.
 */
function chunks(tokens: readonly IToken[], diagnostics: Diagnostic[]): Chunk[] {
  const found: IToken[][] = [];
  let current: IToken[] | undefined;
  let depth = 0;
  let line = 0;
  let tooDeep = false;
  for (const token of tokens) {
    const startsLine = token.startLine !== line;
    line = token.endLine ?? token.startLine ?? line;
    const inZone = depth > 0 && current?.[0]?.tokenType === STATEMENTS.zone && token.tokenType === STATEMENTS.node;
    const behindOn = current?.[current.length - 1]?.tokenType === SOFT.on && token.tokenType === STATEMENTS.partition;
    const previous = startsLine ? undefined : current?.[current.length - 1];
    if (previous !== undefined && isUnit(current?.[0], previous, token)) {
      current?.push({ ...token, tokenType: Identifier, tokenTypeIdx: Identifier.tokenTypeIdx ?? 0 });
      continue;
    }
    const namePlace = previous !== undefined && (isStatement(previous) || previous.tokenType === Comma);
    if (isStatement(token) && (startsLine || depth === 0) && !inZone && !namePlace && !(behindOn && depth > 0)) {
      current = [];
      found.push(current);
      depth = 0;
    } else if (current === undefined || (depth === 0 && startsLine && !continues(current, token))) {
      // Something that begins no statement: a chunk of its own, for one diagnostic.
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
            `Braces are nested deeper than ${MAX_DEPTH} here; the language needs two levels. Everything of this statement is left out.`,
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

function isStatement(token: IToken): boolean {
  return STATEMENT_TOKENS.has(token.tokenType);
}

/**
 * `link`, `node` and `zone` are units, and no statements, behind a count: `under any 2 links, 1 node`, `under any
 * zone`, `explore all link`.
 */
function isUnit(first: IToken | undefined, previous: IToken, token: IToken): boolean {
  const counts = first?.tokenType === STATEMENTS.expect || first?.tokenType === STATEMENTS.explore;
  const units: readonly unknown[] = [STATEMENTS.link, STATEMENTS.node, STATEMENTS.zone];
  const inFront: readonly unknown[] = [Numeric, Comma, SOFT.any, STATEMENTS.explore];
  return (
    counts && units.includes(token.tokenType) && (inFront.includes(previous.tokenType) || previous.image === 'all')
  );
}

/**
 * May a statement without braces go on with this token on a new line? Not behind a closing brace, and not with a plain
 * word that could be a misspelt keyword.
 */
function continues(current: readonly IToken[], token: IToken): boolean {
  const last = current[current.length - 1];
  if (last === undefined || last.tokenType === Close) return false;
  const isName = token.tokenType === Identifier || token.tokenType === Quoted;
  const lastTakesMore =
    !(last.tokenType.CATEGORIES?.includes(Name) ?? false) ||
    (Object.values(SOFT) as readonly unknown[]).includes(last.tokenType) ||
    isStatement(last);
  return !isName || lastTakesMore || token.tokenType === Quoted;
}

/** Mistakes that the parser trips over once more. */
const LEXICAL: ReadonlySet<string> = new Set(['unexpected-character', 'unterminated-string']);

function parseChunk(chunk: Chunk, statements: Statement[], diagnostics: Diagnostic[]): void {
  const [first] = chunk.tokens;
  const last = chunk.tokens[chunk.tokens.length - 1];
  if (first === undefined || last === undefined) return;
  if (!isStatement(first)) {
    diagnostics.push(noStatement(first));
    const meant = meantStatement(first);
    if (meant === undefined) return;
    parseTokens(
      [{ ...first, tokenType: meant, tokenTypeIdx: meant.tokenTypeIdx ?? 0 }, ...chunk.tokens.slice(1)],
      spanFrom(first, last),
      statements,
      () => undefined,
    );
    return;
  }
  const { start, end } = spanFrom(first, last);
  let reported = diagnostics.some(({ code, span }) => LEXICAL.has(code) && span.start >= start && span.start < end);
  parseTokens(chunk.tokens, spanFrom(first, last), statements, (diagnostic) => {
    // One mistake, one diagnostic: what follows the first in a statement is mostly its consequence.
    if (!reported) diagnostics.push(diagnostic);
    reported = true;
  });
}

function parseTokens(
  tokens: readonly IToken[],
  span: Span,
  statements: Statement[],
  report: (diagnostic: Diagnostic) => void,
): void {
  parser.input = [...tokens];
  const cst = parser.statement();
  for (const error of parser.errors) report(syntaxError(error, tokens));
  const statement = cst === undefined ? undefined : lower(cst, span, report);
  if (statement !== undefined) statements.push(statement);
}

function meantStatement(token: IToken): IToken['tokenType'] | undefined {
  const meant = didYouMean(token.image, Object.keys(STATEMENTS));
  return meant === undefined ? undefined : STATEMENTS[meant as keyof typeof STATEMENTS];
}

function noStatement(token: IToken): Diagnostic {
  const span = spanOf(token);
  const meant = didYouMean(token.image, Object.keys(STATEMENTS));
  if (token.tokenType === Close) return closesNothing(span);
  return diagnosticOf(
    TEXT.syntaxError,
    span,
    `\`${token.image}\` begins no statement${meant === undefined ? `; statements begin with ${list(Object.keys(STATEMENTS))}` : `: did you mean \`${meant}\`?`}`,
    meant === undefined ? {} : { fixes: [replaceBy(span, meant)] },
  );
}

function closesNothing(span: Span): Diagnostic {
  return diagnosticOf(
    TEXT.syntaxError,
    span,
    'This `}` closes nothing: remove it, or open the body that it belongs to.',
    { fixes: [{ title: 'Remove it', edits: [{ span, text: '' }] }] },
  );
}

function replaceBy(span: Span, text: string): Fix {
  return { title: `Change to \`${text}\``, edits: [{ span, text }] };
}

/** What may stand where the parser stopped, in the language's own words, by the rule that it was in. */
const EXPECTED = new Map<string, { readonly what: string; readonly words: readonly string[] }>([
  ['names', { what: 'a name', words: [] }],
  ['zone', { what: '`zone NAME { node A, B }`', words: [] }],
  ['node', { what: 'a name: `node A, B`', words: [] }],
  ['client', { what: '`in ZONE`, `at NODE`, `via REPLICAS` or the end of the statement', words: ['in', 'at', 'via'] }],
  ['placement', { what: 'the zone or node where the client is', words: [] }],
  ['link', { what: '`link A -- B`, or `link A -> B` for one direction', words: [] }],
  ['wire', { what: 'a round trip such as `80ms`, `fails 0.1%`, or the end of the statement', words: ['fails'] }],
  [
    'store',
    {
      what: '`store NAME on REPLICAS { choose CP }`',
      words: ['on', 'choose', 'replicate', 'merge', 'like', 'detect', 'rejoin', 'witness'],
    },
  ],
  ['member', { what: 'the name of a replica', words: [] }],
  [
    'clause',
    {
      what: 'a clause: `choose`, `replicate`, `on partition`, `merge`, `like`, `detect` or `rejoin`',
      words: ['choose', 'replicate', 'on', 'merge', 'like', 'detect', 'rejoin'],
    },
  ],
  ['choose', { what: '`choose CP` or `choose AP`', words: [] }],
  ['replicate', { what: 'a scheme such as `consensus`, `primary A async`, `quorum R=2 W=2` or `any`', words: [] }],
  ['argument', { what: 'a word or a number', words: [] }],
  ['onPartition', { what: '`on partition error` or `on partition wait 5s`', words: [] }],
  ['merge', { what: '`merge lww`, `merge crdt`, `merge siblings`, `merge manual` or `merge discard`', words: [] }],
  ['like', { what: 'the name of a preset', words: [] }],
  ['detect', { what: 'a duration: `detect 3s`', words: [] }],
  ['rejoin', { what: '`rejoin automatic` or `rejoin manual`', words: ['automatic', 'manual'] }],
  [
    'operation',
    {
      what: '`operation NAME: read STORE from CLIENTS` or `operation NAME from CLIENTS { … }`',
      words: ['from', 'read', 'write', 'level', 'needs'],
    },
  ],
  ['step', { what: '`read STORE` or `write STORE`', words: ['read', 'write'] }],
  ['access', { what: '`read STORE` or `write STORE`', words: ['read', 'write', 'from', 'level', 'needs'] }],
  ['demand', { what: '`level …` or `needs …`', words: ['level', 'needs'] }],
  ['need', { what: 'a guarantee such as `linearizable`', words: [] }],
  ['partition', { what: '`partition NAME { A | B }`', words: ['cut', 'isolate', 'down'] }],
  ['line', { what: '`A | B`, `cut A -- B`, `isolate A` or `down A`', words: ['cut', 'isolate', 'down'] }],
  ['cut', { what: '`cut A -- B`, `cut A -> B` or `cut LINK`', words: [] }],
  ['groups', { what: '`|` and the other side, as in `us | eu`', words: ['cut', 'isolate', 'down'] }],
  [
    'expect',
    {
      what: '`expect OPERATION [from CLIENTS] [never] VERDICT [under …]`',
      words: ['from', 'never', 'under', 'beyond', 'while'],
    },
  ],
  ['under', { what: 'a partition, `any 2 links, 1 node` or `no fault`', words: ['any', 'no'] }],
  ['family', { what: 'a count such as `2 links` or `1 node`', words: [] }],
  ['count', { what: 'a count such as `2 links` or `1 node`', words: [] }],
  ['accept', { what: '`accept VERDICT on OPERATION "reason"`', words: ['on'] }],
  ['include', { what: 'a path in double quotes: `include "topology.cap"`', words: [] }],
  ['explore', { what: '`explore all links` or `explore any 2 links, 1 node`', words: [] }],
]);

function syntaxError(error: IRecognitionException, tokens: readonly IToken[]): Diagnostic {
  const stack = error.context.ruleStack;
  const rule = stack[stack.length - 1] ?? 'statement';
  const outer = stack.find((name) => name !== 'statement') ?? tokens[0]?.image ?? rule;
  const { token } = error;
  const { what, words } = expectedIn(rule, outer, token, tokens);
  const atEnd = token.startOffset < 0 || token.image === '';
  const last = tokens[tokens.length - 1];
  if (atEnd) {
    const opened =
      tokens.filter(({ tokenType }) => tokenType === Open).length -
      tokens.filter(({ tokenType }) => tokenType === Close).length;
    const end = last === undefined ? 0 : spanOf(last).end;
    const span = last === undefined ? { start: 0, end: 0 } : spanOf(last);
    if (opened > 0 && error.name !== 'EarlyExitException') {
      return diagnosticOf(TEXT.syntaxError, span, `The body of this \`${outer}\` is not closed: add \`}\`.`, {
        fixes: [{ title: 'Add `}`', edits: [{ span: at(end), text: ' }' }] }],
      });
    }
    return diagnosticOf(TEXT.syntaxError, span, `This \`${outer}\` is not complete: expected ${what}.`);
  }
  const span = spanOf(token);
  if (token.tokenType === Close && error.name === 'NotAllInputParsedException') return closesNothing(span);
  if (isStatement(token)) {
    return diagnosticOf(
      TEXT.syntaxError,
      span,
      `\`${token.image}\` is a keyword; a name that is spelt like it stands in double quotes. Expected ${what}.`,
      { fixes: [{ title: 'Put it in double quotes', edits: [{ span, text: `"${token.image}"` }] }] },
    );
  }
  const isWord = token.tokenType.CATEGORIES?.includes(Name) ?? false;
  const meant = isWord && !words.includes(token.image) ? didYouMean(token.image, words) : undefined;
  return diagnosticOf(
    TEXT.syntaxError,
    span,
    meant === undefined
      ? `Did not expect \`${shorten(token.image)}\` here: expected ${what}.`
      : `Did not expect \`${token.image}\` here: did you mean \`${meant}\`?`,
    meant === undefined ? {} : { fixes: [replaceBy(span, meant)] },
  );
}

const BODIES = new Map([
  ['store', 'clause'],
  ['partition', 'line'],
  ['operation', 'step'],
]);

function expectedIn(
  rule: string,
  outer: string,
  token: IToken,
  tokens: readonly IToken[],
): { readonly what: string; readonly words: readonly string[] } {
  const inBody = tokens.some((other) => other.tokenType === Open && other.startOffset < token.startOffset);
  const body = inBody && rule === outer ? BODIES.get(outer) : undefined;
  const fallback = { what: 'the end of the statement', words: [] };
  return EXPECTED.get(body ?? (rule === 'names' ? outer : rule)) ?? EXPECTED.get(outer) ?? fallback;
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text;
}

function list(items: readonly string[]): string {
  return items.map((item) => `\`${item}\``).join(', ');
}

function spanOf(token: IToken): Span {
  return { start: token.startOffset, end: (token.endOffset ?? token.startOffset) + 1 };
}

function spanFrom(first: IToken, last: IToken): Span {
  return { start: first.startOffset, end: spanOf(last).end };
}

function at(offset: number): Span {
  return { start: offset, end: offset };
}

function lineEnd(text: string, offset: number): number {
  const found = text.slice(offset).search(/[\r\n]/);
  return found < 0 ? text.length : offset + found;
}

function limited(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const sorted = [...diagnostics].sort(
    (a, b) => a.span.start - b.span.start || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
  return sorted.slice(0, MAX_DIAGNOSTICS);
}
