import { countLeading } from '../base/sorted.js';
import type { Span } from '../base/span.js';
import { run, type Steps } from '../base/steps.js';
import type { Resolved } from '../model/model.js';
import { clausesOf, FORMS } from '../syntax/language/index.js';
import type { Form, FormPart } from '../syntax/language/word.js';
import { isComment, type Piece } from '../syntax/pieces.js';
import { beginsLine, piecesAround } from './wordAt.js';

/** One part of a signature: a name, a value or a clause. */
export interface SignatureParameter {
  /** Where it stands in the label. */
  readonly span: Span;
  readonly documentation: string;
}

/** How a statement or clause is written. Plain text; nothing of the user's file is in it. */
export interface Signature {
  readonly label: string;
  readonly documentation: string;
  readonly parameters: readonly SignatureParameter[];
  /** Which parameter is next; undefined where all are there. */
  readonly active: number | undefined;
}

/**
 * How the statement or clause that the offset is in is written; all forms of it where none is chosen yet. Empty
 * elsewhere.
 */
export function signatures(resolved: Resolved, offset: number): readonly Signature[] {
  return run(signaturesInSteps(resolved, offset));
}

/** `signatures` in steps. */
export function* signaturesInSteps(resolved: Resolved, offset: number): Steps<readonly Signature[]> {
  const clause = clauseAt(resolved.text, offset, yield* piecesAround(resolved, offset));
  const [keyword] = clause;
  if (keyword === undefined) return [];
  return FORMS.flatMap((form): Signature[] => {
    const head = form.head.split(' ');
    const isMeant = head.every((word, i) => clause[i] === undefined || clause[i].text === word);
    if (!isMeant || head[0] !== keyword.text) return [];
    const active = clause.length < head.length ? undefined : nextPart(form.parts, clause.slice(head.length));
    return [{ ...written(form), active }];
  });
}

function written({ head, documentation, parts }: Form): Omit<Signature, 'active'> {
  let label = head;
  const parameters = parts.map((one) => {
    label += ` ${one.text}`;
    return { span: { start: label.length - one.text.length, end: label.length }, documentation: one.documentation };
  });
  return { label, documentation, parameters };
}

/**
 * The words of the innermost statement or clause up to the offset, without the one that is being typed. `all`: the
 * pieces around it.
 */
function clauseAt(text: string, offset: number, all: readonly Piece[]): readonly Piece[] {
  const end = countLeading(all, ({ span }) => span.start < offset);
  const last = all[end - 1];
  if (last !== undefined && isComment(last)) {
    const isOpenEnded = last.kind !== 'block comment';
    if (offset < last.span.end || (offset === last.span.end && isOpenEnded)) return [];
  }
  const pieces = statementBefore(text, all, end);
  const typing = pieces.at(-1)?.span.end === offset && pieces.at(-1)?.kind !== 'punctuation' ? 1 : 0;
  const statement = pieces.slice(0, pieces.length - typing);
  const open = statement.findIndex(({ text: word }) => word === '{');
  if (open < 0) return isOver(text, statement, offset) ? [] : statement;
  if (statement.some(({ text: word }) => word === '}')) return [];
  // A clause of a body takes the place of its statement where one stands before the cursor.
  const words = bodyClauses(statement[0]?.text);
  const clause = statement.findLastIndex(
    ({ text: word }, i) => i > open && words.includes(word) && statement[i + 1]?.text !== '=',
  );
  const inner = clause < 0 ? [] : statement.slice(clause);
  return isOver(text, inner, offset) ? [] : inner;
}

/** The pieces before `end`, without comments, from the last statement that begins a line; empty if there is none. */
function statementBefore(text: string, all: readonly Piece[], end: number): readonly Piece[] {
  for (let i = end - 1; i >= 0; i--) {
    const piece = all[i];
    if (piece?.kind !== 'statement' || !beginsLine(text, piece.span.start)) continue;
    let before = i - 1;
    while (before >= 0 && isCommentAt(all, before)) before--;
    if (all[before]?.text !== 'on') return all.slice(i, end).filter((one) => !isComment(one));
  }
  return [];
}

function isCommentAt(pieces: readonly Piece[], i: number): boolean {
  const piece = pieces[i];
  return piece !== undefined && isComment(piece);
}

function bodyClauses(statement: string | undefined): readonly string[] {
  return statement === 'store' || statement === 'operation' || statement === 'partition' ? clausesOf(statement) : [];
}

/** A new line begins something new, unless the line above can't end as it does. */
function isOver(text: string, clause: readonly Piece[], offset: number): boolean {
  const last = clause.at(-1);
  if (last === undefined) return true;
  return last.text === ';' || (/[\r\n]/.test(text.slice(last.span.end, offset)) && !GOES_ON.has(last.text));
}

const GOES_ON: ReadonlySet<string> = new Set([',', ':', '--', '->', '|', '=']);

/**
 * Which part is next, after words: the one that has begun, or the first that must follow, or else the first that may.
 */
function nextPart(parts: readonly FormPart[], words: readonly Piece[]): number | undefined {
  let at = -1;
  let isOpen = false;
  for (const { text: word } of words) {
    // Some may stand in another order; a colon makes what stands before it a name, as which it was not taken.
    const begun = parts.findIndex(({ begins }) => begins.includes(word));
    if (begun >= 0) {
      at = begun;
      isOpen = parts[begun]?.alone.includes(word) !== true;
    } else if (word === ',' || word === '=') {
      isOpen = true;
    } else {
      if (!isOpen) at = following(parts, at, word);
      isOpen = false;
    }
  }
  if (isOpen) return at;
  const next = following(parts, at, undefined);
  return next < parts.length ? next : undefined;
}

/**
 * The part after one: that which a word without a beginning of its own is; for no word, the first that must be there,
 * or else the first that may.
 */
function following(parts: readonly FormPart[], at: number, word: string | undefined): number {
  const after = parts.map((one, i) => ({ ...one, i })).filter(({ i }) => i > at);
  const found =
    word === undefined
      ? (after.find(({ text }) => !text.startsWith('[')) ?? after[0])
      : after.find(({ begins }) => begins.length === 0);
  return found?.i ?? parts.length;
}
