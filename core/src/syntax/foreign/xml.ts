import { isList, isMap, type Tree } from './tree.js';

/** An element that is not closed yet. */
interface Open {
  readonly tag: string;
  readonly tree: Map<string, Tree>;
}

/** The elements of an XML file: attributes and elements within are settings, by their names, and text is a name. */
export function readXml(text: string): Tree {
  const root: Open = { tag: '', tree: new Map() };
  const open: Open[] = [root];
  for (const piece of text.split('<').slice(1)) {
    const end = piece.indexOf('>');
    const inside = (end < 0 ? piece : piece.slice(0, end)).trim();
    const after = end < 0 ? '' : piece.slice(end + 1).trim();
    const top = open[open.length - 1] ?? root;
    if (inside.startsWith('/')) {
      if (open.length > 1) close(open);
    } else if (!/^[?!]/.test(inside)) {
      open.push({ tag: /^[\w.-]*/.exec(inside)?.[0] ?? '', tree: attributesOf(inside) });
      if (inside.endsWith('/')) close(open);
      else if (after !== '') open[open.length - 1]?.tree.set(TEXT, after);
    } else if (after !== '' && top !== root) top.tree.set(TEXT, after);
  }
  while (open.length > 1) close(open);
  return root.tree;
}

/** No attribute has this name. */
const TEXT = ' ';

function attributesOf(inside: string): Map<string, Tree> {
  const found = new Map<string, Tree>();
  let at = 0;
  for (let mark = inside.indexOf('='); mark >= 0; mark = inside.indexOf('=', at)) {
    const key = inside.slice(at, mark).trim().split(' ').at(-1) ?? '';
    const start = mark + 1;
    const quote = inside[start];
    const end = quote === '"' || quote === "'" ? inside.indexOf(quote, start + 1) : -1;
    at = end < 0 ? start : end + 1;
    const value = end < 0 ? '' : inside.slice(start + 1, end);
    if (end >= 0) found.set(key, value.includes(',') ? value.split(',').map((one) => one.trim()) : value);
  }
  return found;
}

/** Adds the last element to the one around it; several of one name are a list. */
function close(open: Open[]): void {
  const last = open.pop();
  const around = open[open.length - 1];
  if (last === undefined || around === undefined) return;
  const text = last.tree.get(TEXT);
  last.tree.delete(TEXT);
  const own = last.tree.size === 0 ? (text ?? '') : last.tree;
  const before = around.tree.get(last.tag);
  const isSeveral = before !== undefined && isList(before);
  // One element is a list too: a map would be taken for several by their names.
  const list = isSeveral ? before : before === undefined ? [] : [before];
  around.tree.set(last.tag, isMap(own) || list.length > 0 ? [...list, own] : own);
}
