import type { Span } from '../base/span.js';
import type { Steps } from '../base/steps.js';
import type { Resolved } from '../model/model.js';
import type { Statement } from '../syntax/ast.js';
import { expectedAt, type Expected } from '../syntax/expected.js';
import { type WordMeaning, WORDS } from '../syntax/language/index.js';
import type { WordGroup } from '../syntax/language/word.js';
import { type Piece, piecesInSteps } from '../syntax/pieces.js';
import { Day, lexer, Name, Numeric, Quoted, STATEMENTS } from '../syntax/tokens.js';

/** What is written at an offset, comments and punctuation apart. */
export interface WrittenWord {
  readonly kind: 'word' | 'quoted' | 'number';
  readonly text: string;
  readonly span: Span;
}

/** The statement that an offset is in; its end belongs to it. */
export function statementAt(resolved: Resolved, offset: number): Statement | undefined {
  return resolved.file.statements.find(({ span }) => span.start <= offset && offset <= span.end);
}

/**
 * What may stand at an offset. Looks at the text from the last statement before it to the next one after it: a
 * statement begins outside of comments and quotes, so what stands before has no say, and a large file need not be read
 * for each keystroke.
 */
export function expectedHere({ text, file }: Resolved, offset: number): Expected {
  let { start: from, end: to } = nearTo(text, offset);
  for (const { span } of file.statements) {
    if (span.start <= offset) from = Math.max(from, span.start);
    else to = Math.min(to, span.start);
  }
  return expectedAt(text.slice(from, to), offset - from);
}

/**
 * The tokens and comments around an offset, in steps: at least from the last statement before it that begins a line to
 * the next one after it. What stands before a statement has no say in how it is read.
 */
export function* piecesAround({ text, file }: Resolved, offset: number): Steps<readonly Piece[]> {
  let [from, to] = [0, text.length];
  for (const { span } of file.statements) {
    if (!beginsLine(text, span.start)) continue;
    if (span.start < offset) from = Math.max(from, span.start);
    else if (span.start > offset) to = Math.min(to, span.start);
  }
  return yield* piecesInSteps(text.slice(from, to), from);
}

/** Whether nothing but blanks stands before an offset on its line, or in the body that a brace has closed there. */
export function beginsLine(text: string, offset: number): boolean {
  let before = offset - 1;
  while (before >= 0 && /[^\S\r\n]/.test(text.charAt(before))) before--;
  return before < 0 || /[\r\n}]/.test(text.charAt(before));
}

/** How far from an offset words are looked for where no statement is. In UTF-16 code units. */
const NEAR = 20_000;

/** The text around an offset, from the beginning of a line where that is near. */
function nearTo(text: string, offset: number): Span {
  const line = text.indexOf('\n', offset - NEAR) + 1;
  const start = offset < NEAR ? 0 : line > 0 && line <= offset ? line : offset - NEAR;
  return { start, end: Math.min(text.length, offset + NEAR) };
}

/** The word, number or quoted text that an offset is on; undefined on punctuation, blanks and comments. */
export function wordAt(resolved: Resolved, offset: number): WrittenWord | undefined {
  // Where the statement is known, its text is enough: reading a large file for each hover would take too long.
  const within = statementAt(resolved, offset)?.span ?? nearTo(resolved.text, offset);
  const { tokens } = lexer.tokenize(resolved.text.slice(within.start, within.end));
  const at = offset - within.start;
  // Of two that touch, the one after the cursor counts.
  const found = tokens
    .filter(
      (token) => token.startOffset <= at && at <= token.startOffset + token.image.length && isWritten(token.tokenType),
    )
    .at(-1);
  if (found === undefined) return undefined;
  const start = within.start + found.startOffset;
  const kind =
    found.tokenType === Quoted ? 'quoted' : found.tokenType === Numeric || found.tokenType === Day ? 'number' : 'word';
  return { kind, text: found.image, span: { start, end: start + found.image.length } };
}

const STATEMENT_TYPES: readonly (typeof Name)[] = Object.values(STATEMENTS);

function isWritten(type: typeof Name): boolean {
  return (
    type === Numeric || type === Day || STATEMENT_TYPES.includes(type) || (type.CATEGORIES?.includes(Name) ?? false)
  );
}

/** Groups whose words `expectedAt` lists as keywords. */
const KEYWORD_GROUPS: ReadonlySet<WordGroup> = new Set<WordGroup>(['statement', 'clause', 'scheme argument', 'unit']);

/** The phrase of the language that a word is a part of where it stands: `isolated node`. */
function phraseOf({ text }: Resolved, { text: word, span }: WrittenWord): string | undefined {
  const before =
    text
      .slice(Math.max(0, span.start - 40), span.start)
      .trim()
      .split(/\s/)
      .at(-1) ?? '';
  const after =
    text
      .slice(span.end, span.end + 40)
      .trim()
      .split(/[^\w-]/)[0] ?? '';
  return [`${before} ${word}`, `${word} ${after}`].find((phrase) => WORDS.has(phrase));
}

/** What a word means where it stands: `quorum` is a scheme, and a level. */
export function meaningAt(resolved: Resolved, word: WrittenWord): WordMeaning | undefined {
  const statement = statementAt(resolved, word.span.start);
  // The second word of `on partition`, which a store's clause says together.
  const key = word.text === 'partition' && statement?.kind === 'store' ? 'on' : word.text;
  const meanings = WORDS.get(phraseOf(resolved, word) ?? key) ?? [];
  if (meanings.length === 0) return undefined;
  const expected = expectedHere(resolved, word.span.start);
  const groups = new Set<WordGroup>(expected.values);
  const byValue = meanings.find(({ group }) => groups.has(group));
  if (byValue !== undefined) return byValue;
  if (expected.keywords.some((keyword) => keyword.split(' ').includes(word.text)))
    return meanings.find(({ group }) => KEYWORD_GROUPS.has(group));
  // A name that is spelt like a word of the language means nothing but itself.
  return expected.names.length === 0 ? meanings[0] : undefined;
}
