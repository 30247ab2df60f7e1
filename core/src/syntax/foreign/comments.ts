import type { Span } from '../../base/span.js';

/** What makes a text worth a search for comments of other languages. */
const MAY_HAVE = /#|(?:^|[\r\n}])[ \t]*(?:--|%%|'|\\\*|\(\*|<!--)/;

const PATTERN = new RegExp(
  [
    /"(?:[^"\\\r\n]|\\.)*"?|\/\/[^\r\n]*|\/\*[^]*?(?:\*\/|$)/,
    // Not in a word, and not a colour.
    /(?<![^\s{};,\])])#[^\r\n]*/,
    /(?<=[\r\n]|^)[ \t]*(?:%%|'(?![^'\r\n]*'[ \t]*[:{])|\\\*)[^\r\n]*/,
    /(?<=(?:[\r\n]|^)[ \t]*)\(\*[^]*?\*\)|<!--[^]*?-->/,
    /(?<=[\r\n]|^)[ \t]*--(?![->])[^\r\n]*|(?<=\}[ \t]*)--(?![->])[^\r\n]*/,
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/** Where a text has comments of another language: `# …`, `-- …`, `%% …`. In order of position. */
export function foreignComments(text: string): readonly Span[] {
  if (!MAY_HAVE.test(text)) return [];
  const found: Span[] = [];
  for (const match of text.matchAll(PATTERN)) {
    const [whole] = match;
    const blanks = /^[ \t]*/.exec(whole)?.[0].length ?? 0;
    const start = match.index + blanks;
    const mark = whole.slice(blanks);
    if (/^("|\/\/|\/\*)/.test(mark)) continue;
    if (mark.startsWith('--') && isSecondEnd(text, start, mark)) continue;
    found.push({ start, end: match.index + whole.length });
  }
  return found;
}

/** A link may be broken before its dashes: `link a` and `-- b` on the next line. */
function isSecondEnd(text: string, start: number, line: string): boolean {
  const above = text.slice(Math.max(0, start - 200), start).trimEnd();
  const last = above.slice(Math.max(above.lastIndexOf('\n'), above.lastIndexOf('\r')) + 1);
  return /^\s*(link|cut)\b[^-]*$/i.test(last) && /^--\s*\S+(\s+\d\S*)?\s*$/.test(line);
}

/** The text with blanks instead of the comments, so that nothing moves. */
export function withoutComments(text: string, comments: readonly Span[]): string {
  if (comments.length === 0) return text;
  let found = '';
  let end = 0;
  for (const comment of comments) {
    found += text.slice(end, comment.start) + text.slice(comment.start, comment.end).replace(/[^\r\n]/g, ' ');
    end = comment.end;
  }
  return found + text.slice(end);
}

/** The comment as it is written here. */
export function ownComment(comment: string): string {
  const inner = comment.replace(/^(#+|--+|%%+|'|\\\*|\(\*|<!--)[ \t]?/, '').replace(/(\*\)|-->)$/, '');
  return /[\r\n]/.test(inner) ? `/* ${inner.trim().replaceAll('*/', '* /')} */` : `// ${inner.trim()}`.trimEnd();
}
