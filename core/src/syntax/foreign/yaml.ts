import { isMap, type Tree, treeOf } from './tree.js';

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
        found.push(treeOf(rest));
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
      found.set(key.replace(/\s*:$/, '').replace(/^["']|["']$/g, ''), isBlock ? this.block(next.indent) : treeOf(rest));
    }
    // What is indented otherwise belongs to nothing.
    while ((this.lines[this.at]?.indent ?? -1) > indent) this.at++;
    return found;
  }
}

/** The key at the beginning of a line, with its colon. */
function keyOf(line: string): string | undefined {
  return /^("[^"]*"|'[^']*'|[^\s:{[][^:{[]*?)\s*:(?=\s|$)/.exec(line)?.[0];
}

/** The sections of a TOML or INI file: each with its heading and its settings. */
export function readSections(text: string): readonly (readonly [heading: string, settings: Tree])[] {
  const found: [string, Map<string, Tree>][] = [];
  let open = '';
  for (const line of text.split(/\r?\n/)) {
    const heading = /^\s*\[+\s*([^\]]+?)\s*\]+\s*$/.exec(line);
    const last = found[found.length - 1];
    if (heading !== null && open === '') found.push([heading[1] ?? '', new Map()]);
    else if (last !== undefined) {
      open += `${line} `;
      const isWhole = (open.match(/\[/g)?.length ?? 0) <= (open.match(/\]/g)?.length ?? 0);
      const setting = /^\s*([^=:]+?)\s*[=:]\s*(.*)$/s.exec(open);
      if (!isWhole) continue;
      const value = (setting?.[2] ?? '').trim();
      const list = /^[^"'[{]*,/.test(value) ? treeOf(`[${value}]`) : treeOf(value);
      if (setting !== null && isMap(last[1])) last[1].set(setting[1] ?? '', list);
      open = '';
    }
  }
  return found;
}
