import { element } from '../../../webview/src/elements.js';

/**
 * The Markdown that the core writes for hovers and completions: paragraphs, lists, blocks of code, bold, emphasis and
 * code. Whatever else stands in it stays text, so a design can't bring markup in.
 */
export function drawMarkdown(markdown: string): HTMLElement {
  const drawn = element('div', undefined, 'markdown');
  for (const block of markdown.split(/(^```[^\n]*\n[^]*?^```$)|\n{2,}/m)) {
    if (block === undefined || block.trim() === '') continue;
    const code = /^```[^\n]*\n([^]*?)\n?```$/.exec(block)?.[1];
    if (code !== undefined) drawn.append(element('pre', code));
    else drawn.append(...drawLines(block.trim().split('\n')));
  }
  return drawn;
}

/** Lines that begin with a dash are a list; the others of a block are one paragraph. */
function drawLines(lines: readonly string[]): HTMLElement[] {
  const drawn: HTMLElement[] = [];
  for (const line of lines) {
    const item = /^\s*[-*] (.*)$/.exec(line)?.[1];
    const last = drawn.at(-1);
    if (item !== undefined) {
      const list = last instanceof HTMLUListElement ? last : element('ul');
      const entry = element('li');
      entry.append(...drawInline(item));
      list.append(entry);
      if (list !== last) drawn.push(list);
    } else if (last instanceof HTMLParagraphElement) last.append(' ', ...drawInline(line));
    else {
      const paragraph = element('p');
      paragraph.append(...drawInline(line));
      drawn.push(paragraph);
    }
  }
  return drawn;
}

/** What means something in a line: an escaped sign, or the sign at an end of bold, emphasis or code. */
const SIGN = /(\\[!-/:-@[-`{-~]|\*\*|\*|`)/;

function drawInline(text: string): (Node | string)[] {
  const root = element('span');
  let place: HTMLElement = root;
  for (const part of text.split(SIGN)) {
    const inCode = place.localName === 'code';
    const name = inCode && part !== '`' ? undefined : NAMES.get(part);
    if (name === undefined) place.append(part.length === 2 && !inCode && part.startsWith('\\') ? part.slice(1) : part);
    else if (place.localName === name) place = place.parentElement ?? root;
    else {
      const inner = element(name);
      place.append(inner);
      place = inner;
    }
  }
  return [...root.childNodes];
}

const NAMES: ReadonlyMap<string, 'strong' | 'em' | 'code'> = new Map([
  ['**', 'strong'],
  ['*', 'em'],
  ['`', 'code'],
]);
