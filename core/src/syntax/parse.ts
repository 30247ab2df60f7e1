import type { IToken } from 'chevrotain';
import { Sources } from '../base/sources.js';
import type { Span } from '../base/span.js';
import { flatMapped, MOST_PER_STEP, run, sizeOf, type Steps } from '../base/steps.js';
import { type Diagnostic, diagnosticOf } from '../checks/diagnostic.js';
import type { CheckRow } from '../checks/index.js';
import { TEXT } from '../checks/text.js';
import type { FileParse, GrammarParse, Parsed, Statement } from './ast.js';
import { at, type Chunk, chunks, inSmallLetters, isStatement, MAX_STATEMENT, spanFrom, spanOf } from './chunks.js';
import { foreignComments, ownComment, withoutComments } from './foreign/comments.js';
import { aroundNothing, type Frame, framesIn } from './foreign/frames.js';
import { readMeant } from './foreign/meant.js';
import { Spans } from './foreign/near.js';
import { parser } from './grammar/index.js';
import { meantStatement, noStatement, syntaxError } from './mistakes.js';
import { lexed, type Lexed } from './lex.js';
import { lower } from './lower.js';
import { movedAll } from './moved.js';
import { AS_IN_TABLE } from './settings/level.js';
import { OpenQuote } from './tokens.js';
import { unaffected } from './unaffected.js';

/** A longer text is not a design; at this size, parsing takes well below a second. In UTF-16 code units. */
export const MAX_LENGTH = 16_000_000;
/** How much of a file is read to tell text from binary, in UTF-16 code units. */
const SAMPLE = 65_536;
/** The work of making or moving a diagnostic with its fixes, in the units of a step. */
const DIAGNOSTIC_SIZE = 20;
/** More diagnostics than this do not help; the last one says how many more there are. */
export const MAX_DIAGNOSTICS = 1000;

/**
 * Parses one file by itself; `parseDesign` reads what it includes as well. Never throws: mistakes are in the
 * diagnostics, and the rest of the file is in the tree.
 */
export function parse(text: string): Parsed {
  return run(parseInSteps(text));
}

/** `parse` in steps. */
export function* parseInSteps(text: string): Steps<Parsed> {
  const parsed = yield* parseFileInSteps(text);
  const { statements, diagnostics } = parsed;
  // A design of one file; its includes are not read.
  return {
    text,
    file: { statements },
    parses: new Map([['', parsed]]),
    statements,
    sources: new Sources([{ path: '', text }]),
    includes: [],
    reads: new Map(),
    loudness: AS_IN_TABLE,
    explore: [],
    diagnostics,
  };
}

/** Parses one file without making a design of it. The file `before` an edit only makes it faster. */
export function* parseFileInSteps(text: string, before?: FileParse): Steps<FileParse> {
  if (text === before?.text) return before;
  const refused = refusal(text);
  if (refused !== undefined) {
    const diagnostics = [refused];
    return { text, statements: [], diagnostics, own: { text, statements: [], diagnostics, broken: [] } };
  }
  const comments = yield* foreignComments(text);
  const uncommented = yield* withoutComments(text, comments);
  const plain = yield* parseOwn(uncommented, before?.own);
  const frames = refusedFrames(framesIn(uncommented), plain);
  const own = frames.length === 0 ? plain : yield* parseOwn(yield* withoutComments(uncommented, frames), before?.own);
  const texts = comments.map(({ start, end }) => ownComment(text.slice(start, end)));
  const { statements, diagnostics, isDocument } = yield* readMeant(own, texts, parsePiece);
  const around = frames.length === 0 || isDocument === true ? [] : [aroundNothing(text, frames)];
  const commented = comments.length === 0 || isDocument === true ? [] : [foreignComment(text, comments)];
  const all = [...diagnostics, ...around, ...commented];
  return { text, statements, diagnostics: limited(all), own };
}

/** The spans of those that the grammar can't read: where it can, a line belongs to the statement that goes on there. */
function refusedFrames(frames: readonly Frame[], { diagnostics, broken }: GrammarParse): readonly Span[] {
  const isRefused = ({ open }: Frame): boolean =>
    diagnostics.length >= MAX_DIAGNOSTICS ||
    broken.some(({ start }) => start === open.start) ||
    diagnostics.some(({ span }) => span.start <= open.end && open.start <= span.end);
  const refused: Frame[] = [];
  // After a mistake the grammar skips what it can't tell: a frame in a refused one may be in there.
  for (const frame of frames.toSorted((a, b) => a.open.start - b.open.start))
    if (isRefused(frame) || refused.some(({ close }) => frame.open.start < close.start)) refused.push(frame);
  return refused.flatMap(({ open, close }) => [open, close]).sort((a, b) => a.start - b.start);
}

/** The same without a pause. */
export function parseFile(text: string, before?: FileParse): FileParse {
  return run(parseFileInSteps(text, before));
}

function* parseOwn(text: string, before?: GrammarParse): Steps<GrammarParse> {
  if (text === before?.text) return before;
  // There may be more mistakes than are reported.
  const isKnown =
    before !== undefined &&
    before.diagnostics.length < MAX_DIAGNOSTICS &&
    !before.diagnostics.some(({ code }) => code === 'too-deep');
  const { statements, diagnostics, broken } = yield* isKnown ? parsedAgain(text, before) : parsePiece(text);
  return { text, statements, diagnostics: limited(diagnostics), broken };
}

function foreignComment(text: string, comments: readonly Span[]): Diagnostic {
  const [first = { start: 0, end: 0 }] = comments;
  const mark = /^\S{1,2}/.exec(text.slice(first.start, first.start + 2))?.[0] ?? '';
  const own = ownComment(text.slice(first.start, first.end)).slice(0, 40);
  return diagnosticOf(
    TEXT.foreignComment,
    { start: first.start, end: first.start + mark.length },
    `Comments begin with \`//\`, not with \`${mark}\`: write \`${own}\`.`,
    {
      fixes: [
        {
          title: 'Write all comments with `//`',
          edits: comments.map((span) => ({ span, text: ownComment(text.slice(span.start, span.end)) })),
        },
      ],
    },
  );
}

/** Puts the parts that an edit leaves unchanged together with the newly parsed piece between them. */
function* parsedAgain(text: string, before: GrammarParse): Steps<Piece> {
  const { start, end, head, tail, by } = unaffected(before, text);
  const between = yield* movedPiece(yield* parsePiece(text.slice(start, end)), start);
  const runsOn = between.diagnostics.some(({ code }) => code === 'unterminated-comment');
  const pieces = runsOn
    ? [head, yield* movedPiece(yield* parsePiece(text.slice(start)), start)]
    : [head, between, yield* movedPiece(tail, by)];
  return {
    statements: pieces.flatMap(({ statements }) => statements),
    diagnostics: pieces.flatMap(({ diagnostics }) => diagnostics),
    broken: pieces.flatMap(({ broken }) => broken),
  };
}

function* movedPiece({ statements, diagnostics, broken }: Piece, by: number): Steps<Piece> {
  return {
    statements: yield* movedAll(statements, by, sizeOf),
    diagnostics: yield* movedAll(diagnostics, by, () => DIAGNOSTIC_SIZE),
    broken: yield* movedAll(broken, by, () => 1),
  };
}

interface Piece {
  readonly statements: readonly Statement[];
  readonly diagnostics: readonly Diagnostic[];
  /** The parts that the grammar could not read. */
  readonly broken: readonly Span[];
}

function* parsePiece(text: string): Steps<Piece> {
  const found = yield* lexed(text);
  const diagnostics = yield* lexicalMistakes(text, found);
  const lexical = Spans.of(
    diagnostics
      .filter(({ code }) => LEXICAL.has(code))
      .map(({ span }) => span)
      .sort((a, b) => a.start - b.start),
  );
  const statements: Statement[] = [];
  const broken: Span[] = [];
  let done = 0;
  for (const chunk of yield* chunks(found.tokens, diagnostics)) {
    done += parseChunk(chunk, { statements, diagnostics, broken, lexical });
    if (done < MOST_PER_STEP) continue;
    yield done;
    done = 0;
  }
  yield done;
  return { statements, diagnostics, broken };
}

/** Characters of which no text has many. */
const STRANGE = /[\0-\x08\x0b\x0e-\x1f\ufffd]/;

/** A file that is not a design at all gets one diagnostic and no others. */
function refusal(text: string): Diagnostic | undefined {
  if (text.length > MAX_LENGTH) {
    return whole(
      TEXT.tooLarge,
      `This file has ${text.length} characters; designs of up to ${MAX_LENGTH} are read. Split it, or check its path.`,
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
      'This is not a Netsplit design: it looks like a binary file, such as a packet capture, also called `.cap`.',
    );
  }
  return undefined;
}

function whole(check: CheckRow, message: string): Diagnostic {
  return diagnosticOf(check, { start: 0, end: 0 }, message);
}

function* lexicalMistakes(text: string, { tokens, open, errors }: Lexed): Steps<Diagnostic[]> {
  const strange = yield* flatMapped(
    errors,
    () => DIAGNOSTIC_SIZE,
    ({ offset, length }) => {
      const end = offset + length;
      const shown = JSON.stringify(text.slice(offset, Math.min(end, offset + 20)));
      return diagnosticOf(
        TEXT.unexpectedCharacter,
        { start: offset, end },
        `${shown} is not part of the language: remove it, or put a name that contains it in double quotes.`,
      );
    },
  );
  const unclosedComment = open.map(({ startOffset }) =>
    diagnosticOf(
      TEXT.unterminatedComment,
      { start: startOffset, end: startOffset + 2 },
      'This comment is not closed, so the rest of the file belongs to it: end it with `*/`.',
      {
        fixes: [
          {
            title: 'Close the comment at the end of its line',
            edits: [{ span: at(lineEnd(text, startOffset)), text: ' */' }],
          },
        ],
      },
    ),
  );
  const quotes = tokens.filter(({ tokenType }) => tokenType === OpenQuote);
  const unclosed = yield* flatMapped(
    quotes,
    () => DIAGNOSTIC_SIZE,
    (token) => {
      const span = spanOf(token);
      return diagnosticOf(TEXT.unterminatedString, span, 'This text is not closed on its line: end it with `"`.', {
        fixes: [
          { title: 'Close the text here', edits: [{ span: at(span.start + token.image.trimEnd().length), text: '"' }] },
        ],
      });
    },
  );
  return [...strange, ...unclosedComment, ...unclosed];
}

/** Lexer mistakes that make the parser fail at the same place. */
const LEXICAL: ReadonlySet<string> = new Set(['unexpected-character', 'unterminated-string']);

/** What has been found so far. */
interface Found {
  readonly statements: Statement[];
  readonly diagnostics: Diagnostic[];
  readonly broken: Span[];
  /** Where those mistakes of the lexer are that the parser meets too. */
  readonly lexical: Spans;
}

/** Returns how much work it was. */
function parseChunk({ tokens }: Chunk, found: Found): number {
  const [first] = tokens;
  const last = tokens[tokens.length - 1];
  if (first === undefined || last === undefined) return 0;
  const span = spanFrom(first, last);
  const length = span.end - span.start;
  if (length > MAX_STATEMENT) {
    found.broken.push(span);
    found.diagnostics.push(
      diagnosticOf(
        TEXT.tooLarge,
        spanOf(first),
        `This statement has ${length} characters, and up to ${MAX_STATEMENT} are read: write it as several.`,
      ),
    );
    return 0;
  }
  parseStatement({ tokens, first, span }, found);
  return length;
}

function parseStatement(
  { tokens, first, span }: Chunk & { readonly first: IToken; readonly span: Span },
  { statements, diagnostics, broken, lexical }: Found,
): void {
  if (!isStatement(first)) {
    diagnostics.push(noStatement(first));
    broken.push(span);
    const meant = meantStatement(first);
    if (meant === undefined) return;
    parseTokens(
      [{ ...first, tokenType: meant, tokenTypeIdx: meant.tokenTypeIdx ?? 0 }, ...tokens.slice(1)],
      span,
      statements,
      () => undefined,
    );
    return;
  }
  const found: Diagnostic[] = [];
  const own: Statement[] = [];
  parseTokens(tokens, span, own, (diagnostic) => found.push(diagnostic));
  // Capitals mean nothing else where a word would be a mistake.
  const small = found.length === 0 ? undefined : inSmallLetters(tokens);
  if (small !== undefined) {
    const again: Diagnostic[] = [];
    const ownAgain: Statement[] = [];
    parseTokens(small, span, ownAgain, (diagnostic) => again.push(diagnostic));
    if (again.length === 0) {
      statements.push(...ownAgain);
      return;
    }
  }
  statements.push(...own);
  const [mistake] = found;
  if (mistake === undefined) return;
  broken.push(span);
  // One mistake, one diagnostic: further mistakes in the same statement are mostly consequences of the first.
  if (lexical.between(span.start, span.end).length === 0) diagnostics.push(mistake);
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

function lineEnd(text: string, offset: number): number {
  const found = text.slice(offset).search(/[\r\n]/);
  return found < 0 ? text.length : offset + found;
}

function limited(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const sorted = [...diagnostics].sort(
    (a, b) => a.span.start - b.span.start || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0),
  );
  const left = sorted.length - MAX_DIAGNOSTICS;
  if (left <= 0) return sorted;
  const last = `(${left} more mistake${left === 1 ? ' is' : 's are'} not told.)`;
  return sorted
    .slice(0, MAX_DIAGNOSTICS)
    .map((one, i) => (i === MAX_DIAGNOSTICS - 1 ? { ...one, message: `${one.message} ${last}` } : one));
}
