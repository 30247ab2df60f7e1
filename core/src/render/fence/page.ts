/** A fenced block of a Markdown page. */
export interface PageFence {
  /** Of its first line, from 0. */
  readonly line: number;
  /** How many lines it has, with both of its fences. */
  readonly lines: number;
  /** What stands before its first line, and before each other: blanks and marks of lists, marks of quotations. */
  readonly first: string;
  readonly prefix: string;
  /** "```" */
  readonly marks: string;
  /** All that follows the marks: "cap under=ocean". */
  readonly info: string;
  readonly text: string;
}

/** The mark of an item, and lists in lists on one line are at most so deep. */
const MARK = /^(?:[-+*]|\d{1,9}[.)])[ \t]+/;
const MOST_NESTED = 6;
/** A line that begins an item of a list: what it contains is indented. */
const ITEM = /^[ \t>]*(?:[-+*]|\d{1,9}[.)])[ \t]/;
/** From here on, indented text is code, where no list indents it. In columns. */
const CODE = 4;

/**
 * The fenced blocks of a page, by the rules of CommonMark (section 4.5): also those in lists and quotations. A block
 * that is not closed ends with the page.
 */
export function fencesOf(page: string): readonly PageFence[] {
  const lines = page.split(/\r?\n/);
  const found: PageFence[] = [];
  for (let i = 0; i < lines.length; i++) {
    const opening = openingOf(lines[i] ?? '');
    if (opening === undefined) continue;
    const { first, marks, info } = opening;
    if (indent(/^[ \t>]*/.exec(first)?.[0] ?? '') >= CODE && !isInList(lines, i, indent(first))) continue;
    const prefix = first.replaceAll(/[^>\t]/g, ' ');
    const end = closing(lines, i + 1, marks);
    const content = lines.slice(i + 1, end).map((line) => withoutPrefix(line, prefix));
    found.push({
      line: i,
      lines: Math.min(end + 1, lines.length) - i,
      first,
      prefix,
      marks,
      info,
      text: content.map((line) => `${line}\n`).join(''),
    });
    i = end;
  }
  return found;
}

/** A line that opens a block: marks of lists and quotations, then the fence; backticks have none in their info. */
function openingOf(line: string): Pick<PageFence, 'first' | 'marks' | 'info'> | undefined {
  let first = /^[ \t>]*/.exec(line)?.[0] ?? '';
  for (let depth = 0; depth < MOST_NESTED; depth++) first += MARK.exec(line.slice(first.length))?.[0] ?? '';
  const [marks] = /^(?:`{3,}|~{3,})/.exec(line.slice(first.length)) ?? [];
  const info = line.slice(first.length + (marks?.length ?? 0)).trim();
  return marks === undefined || (marks.startsWith('`') && info.includes('`')) ? undefined : { first, marks, info };
}

/** The page with other text in place of some of its fenced blocks. */
export function replaced(
  page: string,
  replacements: readonly { readonly fence: PageFence; readonly text: string }[],
): string {
  const ending = page.includes('\r\n') ? '\r\n' : '\n';
  const lines = page.split(/\r?\n/);
  for (const { fence, text } of [...replacements].reverse()) {
    const written = text.split('\n').map((line, i) => `${i === 0 ? fence.first : fence.prefix}${line}`.trimEnd());
    lines.splice(fence.line, fence.lines, ...written);
  }
  return lines.join(ending);
}

function indent(prefix: string): number {
  return prefix.slice(prefix.lastIndexOf('>') + 1).replaceAll('\t', '    ').length;
}

/** The nearest line above with less before it, is it an item of a list? */
function isInList(lines: readonly string[], at: number, columns: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const line = lines[i] ?? '';
    if (line.trim() === '') continue;
    if (ITEM.test(line)) return true;
    if (indent(/^[ \t>]*/.exec(line)?.[0] ?? '') < columns) return false;
  }
  return false;
}

function closing(lines: readonly string[], from: number, marks: string): number {
  const [mark = ''] = marks;
  for (let i = from; i < lines.length; i++) {
    const line = (lines[i] ?? '').replace(/^[ \t>]*/, '').trimEnd();
    if (line.length >= marks.length && line === mark.repeat(line.length)) return i;
  }
  return lines.length;
}

/** A blank line of a quotation may have lost its blanks. */
function withoutPrefix(line: string, prefix: string): string {
  let i = 0;
  while (i < prefix.length && line[i] === prefix[i]) i++;
  return line.slice(i);
}
