/** What YAML, JSON, TOML and INI files are made of. The names of a map are in the order of the file. */
export type Tree = string | readonly Tree[] | ReadonlyMap<string, Tree>;

export function isMap(tree: Tree | undefined): tree is ReadonlyMap<string, Tree> {
  return tree instanceof Map;
}

export function isList(tree: Tree | undefined): tree is readonly Tree[] {
  return Array.isArray(tree);
}

/** A value as it is written in one line: `[a, b]`, `{ a: b }`, `"a"`, `a`. */
export function treeOf(text: string): Tree {
  return new Values(text).value();
}

/** A file of this depth has no design in it. */
const DEEPEST = 20;

/** Reads the values of JSON, and those of YAML and TOML in one line, which are similar. */
class Values {
  private at = 0;

  constructor(private readonly text: string) {}

  value(depth = 0): Tree {
    this.blanks();
    const c = this.text[this.at];
    if (depth > DEEPEST) this.at = this.text.length;
    else if (c === '[' || c === '(') return this.list(depth);
    else if (c === '{') return this.map(depth);
    return this.scalar(/[^,\]})]*/y);
  }

  private list(depth: number): Tree {
    const found: Tree[] = [];
    this.at++;
    for (this.blanks(); this.at < this.text.length && !/[\])]/.test(this.text[this.at] ?? ''); this.blanks()) {
      const before = this.at;
      const value = this.value(depth + 1);
      if (value !== '') found.push(value);
      this.separator(before);
    }
    this.at++;
    return found;
  }

  private map(depth: number): Tree {
    const found = new Map<string, Tree>();
    this.at++;
    for (this.blanks(); this.at < this.text.length && this.text[this.at] !== '}'; this.blanks()) {
      const before = this.at;
      const key = this.scalar(/[^,:=\]}]*/y);
      this.blanks();
      if (this.text[this.at] === ':' || this.text[this.at] === '=') {
        this.at++;
        const value = this.value(depth + 1);
        const before = found.get(key);
        // Of several statements of one kind, each has its value.
        found.set(key, before === undefined ? value : [...(isList(before) ? before : [before]), value]);
      } else if (key !== '') found.set(key, '');
      this.separator(before);
    }
    this.at++;
    return found;
  }

  /** Goes on after `,`, and in any case. */
  private separator(before: number): void {
    this.blanks();
    if (this.text[this.at] === ',' || this.at === before) this.at++;
  }

  private scalar(plain: RegExp): string {
    const quoted = /"(?:[^"\\]|\\.)*"|'[^']*'/y;
    quoted.lastIndex = this.at;
    plain.lastIndex = this.at;
    const [found = ''] = quoted.exec(this.text) ?? plain.exec(this.text) ?? [];
    this.at += found.length;
    return unquoted(found.trim());
  }

  private blanks(): void {
    while (/\s/.test(this.text[this.at] ?? '')) this.at++;
  }
}

function unquoted(text: string): string {
  return /^(".*"|'.*')$/s.test(text) ? text.slice(1, -1) : text;
}
