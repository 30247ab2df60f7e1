import type { Span } from '../../base/span.js';
import { flatMapped, MOST_PER_STEP, type Steps } from '../../base/steps.js';

/** What makes a text worth a search for comments of other languages. */
const MAY_HAVE: readonly RegExp[] = [
  /#/,
  /\d[ \t]?[mu]?s[ \t]+--[ \t]/,
  /^[ \t]*(?:operation|expect|accept|client|explore)[ \t][^\r\n]*[ \t]--[ \t]/im,
  /(?:^|[\r\n}])[ \t]*(?:--|%|!\s|;+\s|'|\\\*|\(\*|<!--)/,
];

/** In one step: looking for comments is quicker than reading. In UTF-16 code units. */
const LOOKED_AT = 4 * MOST_PER_STEP;

/** Where a text has comments of another language: `# …`, `-- …`, `%% …`. In order of position. */
export function* foreignComments(text: string): Steps<readonly Span[]> {
  if (!MAY_HAVE.some((one) => one.test(text))) return [];
  const found: Span[] = [];
  // The last character that is not blank, on the same line.
  let last = '';
  let pause = 0;
  for (let i = 0; i < text.length; ) {
    if (i >= pause) {
      yield MOST_PER_STEP;
      pause = i + LOOKED_AT;
    }
    const c = text[i] ?? '';
    const own = ownEnd(text, i);
    const end = own ?? commentEnd(text, i, last);
    if (end === undefined) {
      if (c === '\n' || c === '\r') last = '';
      else if (c !== ' ' && c !== '\t') last = c;
      i++;
    } else {
      if (own === undefined) found.push({ start: i, end });
      else last = '"';
      i = end;
    }
  }
  return found;
}

/** The end of a quoted text or a comment of this language that begins here. */
function ownEnd(text: string, i: number): number | undefined {
  if (text.startsWith('//', i)) return lineEnd(text, i);
  if (text.startsWith('/*', i)) return after(text, '*/', i);
  if (text[i] !== '"') return undefined;
  const end = lineEnd(text, i);
  for (let at = i + 1; at < end; at++) {
    if (text[at] === '\\') at++;
    else if (text[at] === '"') return at + 1;
  }
  return end;
}

/** Marks of comments that begin a line. */
const AT_LINE: readonly string[] = ['%%', '% ', '! ', '\\*', ';;'];

/** The end of a comment of another language that begins here. */
function commentEnd(text: string, i: number, last: string): number | undefined {
  if (text[i] === '#') return [...'{};,])', ''].includes(last) || isBlank(text[i - 1]) ? lineEnd(text, i) : undefined;
  const end = lineEnd(text, i);
  if (text.startsWith('-- ', i) && last !== '' && isSaidAlready(text, i)) return end;
  if (text.startsWith('--', i) && (last === '' || last === '}')) {
    const isArrow = text[i + 2] === '>' || text[i + 2] === '-';
    return isArrow || (last === '' && isSecondEnd(text, i, text.slice(i, end))) ? undefined : end;
  }
  if (last !== '') return undefined;
  if (text.startsWith('(*', i)) return after(text, '*)', i);
  if (text.startsWith('<!--', i)) return after(text, '-->', i);
  // In YAML a quoted key may begin a line.
  if (text[i] === "'") return /^'[^']*'\s*[:{]/.test(text.slice(i, end)) ? undefined : end;
  // `!` alone separates the parts of a configuration.
  if (text[i] === '!' && i + 1 === end) return end;
  if (text[i] === ';') return text[i + 1] === ' ' ? end : undefined;
  return AT_LINE.some((mark) => text.startsWith(mark, i)) ? end : undefined;
}

/** In these statements stands no `--`; in a link it stands before the latency. */
function isSaidAlready(text: string, i: number): boolean {
  const line = text.slice(Math.max(text.lastIndexOf('\n', i) + 1, i - 500), i);
  if (!/[ \t]$/.test(line)) return false;
  // `accept stale on view -- "old is fine"`
  if (/^[ \t]*accept\b/i.test(line) && /^--[ \t]*"/.test(text.slice(i, i + 20))) return false;
  if (/[^-]--[^-].*\d[ \t]?(m|u)?s[ \t]*$/.test(line)) return true;
  // `expect pay ok when the link us -- eu is cut`
  if (/\b(when|if|link|links|cut|between)([ \t]+the)?([ \t]+link)?[ \t]+\S+[ \t]*$/i.test(line)) return false;
  return /^[ \t]*(operation|expect|accept|client|explore)\b/i.test(line) && !isBetweenPlaces(text, i, line);
}

/** `(except us -- eu)`: two names of places. How far back their declarations are looked for, in UTF-16 code units. */
const LOOKED_BACK = 4000;

function isBetweenPlaces(text: string, i: number, line: string): boolean {
  const before = line
    .trimEnd()
    .split(/[^\p{L}\p{N}_-]/u)
    .at(-1);
  const next = /^--[ \t]+([\p{L}\p{N}_-]+)/u.exec(text.slice(i, i + 100))?.[1];
  if (before === undefined || next === undefined) return false;
  const above = text.slice(Math.max(0, i - LOOKED_BACK), i).split('\n');
  const isPlace = (name: string): boolean =>
    above.some((one) => /^[ \t]*(zone|node|router|link)\b/i.test(one) && one.split(/[^\p{L}\p{N}_-]+/u).includes(name));
  return isPlace(before) && isPlace(next);
}

function isBlank(c: string | undefined): boolean {
  return c === undefined || c === ' ' || c === '\t';
}

function lineEnd(text: string, from: number): number {
  let end = from;
  while (end < text.length && text[end] !== '\n' && text[end] !== '\r') end++;
  return end;
}

function after(text: string, mark: string, from: number): number {
  const found = text.indexOf(mark, from + 2);
  return found < 0 ? text.length : found + mark.length;
}

/** A link may be broken before its dashes: `link a` and `-- b` on the next line. */
function isSecondEnd(text: string, start: number, line: string): boolean {
  const above = text.slice(Math.max(0, start - 200), start).trimEnd();
  const last = above.slice(Math.max(above.lastIndexOf('\n'), above.lastIndexOf('\r')) + 1).trim();
  const words = line.slice(2).trim().split(/\s+/);
  return /^(link|cut)\b[^-]*$/i.test(last) && (words.length < 2 || (words.length === 2 && /^\d/.test(words[1] ?? '')));
}

/** The text with blanks instead of the comments, so that nothing moves. */
export function* withoutComments(text: string, comments: readonly Span[]): Steps<string> {
  if (comments.length === 0) return text;
  const size = ({ start, end }: Span): number => end - start;
  const parts = yield* flatMapped(comments, size, ({ start, end }, i) => [
    text.slice(comments[i - 1]?.end ?? 0, start),
    text.slice(start, end).replace(/[^\r\n]/g, ' '),
  ]);
  return parts.join('') + text.slice(comments.at(-1)?.end);
}

/** The comment as it is written here. */
export function ownComment(comment: string): string {
  const inner = comment
    .replace(/^(#+|--+|%+|!+|'+|\\\*|;+|\(\*|<!--)/, '')
    .replace(/(\*\)|-->)$/, '')
    .trim();
  if (/[\r\n]/.test(inner)) return `/* ${inner.replaceAll('*/', '* /')} */`;
  return inner === '' ? '//' : `// ${inner}`;
}
