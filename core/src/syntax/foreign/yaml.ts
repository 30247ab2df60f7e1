import { isList, type Tree, treeOf } from './tree.js';

interface Line {
  readonly indent: number;
  readonly text: string;
}

/** The documents of a YAML file, as far as YAML is used to write lists down: block and flow style, no anchors. */
export function readYaml(text: string): readonly Tree[] {
  return text
    .split(/^---.*$/m)
    .map((one) => {
      const lines = one
        .split(/\r?\n/)
        .map((line): Line => ({ indent: /^ */.exec(line)?.[0].length ?? 0, text: line.trim() }))
        .filter((line) => line.text !== '');
      return new Blocks(lines).block(0);
    })
    .filter((tree) => tree !== '');
}

class Blocks {
  private at = 0;

  constructor(private readonly lines: Line[]) {}

  /** What is indented that far. */
  block(indent: number): Tree {
    const line = this.lines[this.at];
    if (line === undefined || line.indent < indent) return '';
    return line.text.startsWith('- ') || line.text === '-' ? this.list(line.indent) : this.map(line.indent);
  }

  private list(indent: number): Tree {
    const found: Tree[] = [];
    for (
      let line = this.lines[this.at];
      line?.indent === indent && /^-( |$)/.test(line.text);
      line = this.lines[this.at]
    ) {
      const rest = line.text.slice(1).trimStart();
      const inner = indent + line.text.length - rest.length;
      if (rest === '') {
        this.at++;
        found.push(this.block(indent + 1));
      } else if (keyOf(rest) === undefined) {
        this.at++;
        found.push(plainOr(rest));
      } else {
        this.lines[this.at] = { indent: inner, text: rest };
        found.push(this.map(inner));
      }
    }
    return found;
  }

  private map(indent: number): Tree {
    const found = new Map<string, Tree>();
    for (let line = this.lines[this.at]; line?.indent === indent; line = this.lines[this.at]) {
      const key = keyOf(line.text);
      this.at++;
      if (key === undefined) {
        found.set(line.text, '');
        continue;
      }
      const rest = line.text.slice(key.length).trim();
      const next = this.lines[this.at];
      const isBlock =
        rest === '' &&
        next !== undefined &&
        (next.indent > indent || (next.indent === indent && next.text.startsWith('-')));
      const name = key
        .slice(0, -1)
        .trimEnd()
        .replace(/^["']|["']$/g, '');
      const value = isBlock ? this.block(next.indent) : plainOr(rest);
      const before = found.get(name);
      // A key that is repeated has all of its values.
      if (before === undefined) found.set(name, value);
      else found.set(name, isList(before) ? [...before, value] : [before, value]);
    }
    // What is indented otherwise belongs to nothing.
    while ((this.lines[this.at]?.indent ?? -1) > indent) this.at++;
    return found;
  }
}

/** A value in one line: a plain text goes to the end of its line. */
function plainOr(text: string): Tree {
  return /^["'[{]/.test(text) ? treeOf(text) : text;
}

/** The key at the beginning of a line, with its colon. */
function keyOf(line: string): string | undefined {
  const quote = /^(["'])/.exec(line)?.[1];
  const from = quote === undefined ? 0 : line.indexOf(quote, 1) + 1;
  for (let at = line.indexOf(':', from); at > 0; at = line.indexOf(':', at + 1)) {
    const next = line[at + 1];
    const key = line.slice(0, at + 1);
    if (next === undefined || next === ' ') return quote === undefined && /[[{]/.test(key) ? undefined : key;
  }
  return undefined;
}

/** The sections of a TOML or INI file: each with its heading and its settings. */
export function readSections(text: string): readonly (readonly [heading: string, settings: Tree])[] {
  const found: [string, Map<string, Tree>][] = [];
  let open = '';
  for (const line of text.split(/\r?\n/)) {
    const heading = open === '' ? headingOf(line.trim()) : undefined;
    const settings = found[found.length - 1]?.[1];
    if (heading !== undefined) found.push([heading, new Map()]);
    else if (settings !== undefined) {
      open += `${line} `;
      if (isOpen(open)) continue;
      addSetting(open, settings);
      open = '';
    }
  }
  return found;
}

/** `[zone.us]`, `[[zone]]` */
function headingOf(line: string): string | undefined {
  return line.startsWith('[') && line.endsWith(']') ? line.replaceAll(/[[\]]/g, '').trim() : undefined;
}

/** Does a list go on on the next line? */
function isOpen(line: string): boolean {
  return (line.match(/\[/g)?.length ?? 0) > (line.match(/\]/g)?.length ?? 0);
}

/** `nodes = us1, us2` */
function addSetting(line: string, settings: Map<string, Tree>): void {
  const at = line.search(/[=:]/);
  if (at < 0) {
    if (line.trim() !== '') settings.set(line.trim(), '');
    return;
  }
  const value = line.slice(at + 1).trim();
  const isPlainList = value.includes(',') && !/^["'[{]/.test(value);
  settings.set(line.slice(0, at).trim(), treeOf(isPlainList ? `[${value}]` : value));
}
