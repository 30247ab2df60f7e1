/**
 * A value of EDN (https://github.com/edn-format/edn) as plain data: keywords and symbols as texts, vectors, lists and
 * sets as arrays, maps by the text of their keys. Tags are left out, as Jepsen writes them only around records.
 */
export type Edn = string | number | boolean | null | readonly Edn[] | { readonly [key: string]: Edn };

/** A text that can't be read as EDN, and its line, from 1. */
export class EdnError extends Error {
  constructor(
    message: string,
    readonly line: number,
  ) {
    super(message);
  }
}

/** Each form of a text with the line on which it begins. */
export function* readEdn(text: string): Generator<{ readonly value: Edn; readonly line: number }> {
  const reader = new Reader(text);
  for (;;) {
    const line = reader.atNextForm();
    if (line === undefined) return;
    yield { value: reader.form(0), line };
  }
}

/** As JSON, deeper data is refused rather than read until the stack ends. */
const MOST_DEPTH = 100;
const CLOSING: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}' };
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '"': '"', '\\': '\\' };
/** Between forms; a comma is a blank. */
const BLANK = /[\s,]/;
/** What ends a word. */
const ENDS = /[\s,()[\]{}";]/;

class Reader {
  private at = 0;
  private line = 1;

  constructor(private readonly text: string) {}

  /** Goes to where the next form begins; its line, or undefined at the end. */
  atNextForm(): number | undefined {
    for (;;) {
      const character = this.text[this.at];
      if (character === undefined) return undefined;
      if (character === ';') this.skipLine();
      else if (BLANK.test(character)) this.step();
      else if (this.text.startsWith('#_', this.at)) {
        this.at += 2;
        this.required();
        this.form(0);
      } else return this.line;
    }
  }

  form(depth: number): Edn {
    if (depth > MOST_DEPTH) this.fail(`more than ${MOST_DEPTH} brackets within each other`);
    const character = this.text[this.at] ?? '';
    if (character === '"') return this.string();
    const closing = CLOSING[character];
    if (closing !== undefined) {
      this.at++;
      const values = this.until(closing, depth);
      return character === '{' ? this.map(values) : values;
    }
    if (character === '#') {
      this.at++;
      // A set, or a tag before its value.
      if (this.text[this.at] === '{') {
        this.at++;
        return this.until('}', depth);
      }
      this.word();
      this.required();
      return this.form(depth + 1);
    }
    if (/[\])}]/.test(character)) this.fail(`"${character}" closes nothing`);
    return this.atom(this.word());
  }

  private until(closing: string, depth: number): Edn[] {
    const values: Edn[] = [];
    for (;;) {
      this.required();
      if (this.text[this.at] === closing) {
        this.at++;
        return values;
      }
      values.push(this.form(depth + 1));
    }
  }

  private map(values: readonly Edn[]): Edn {
    if (values.length % 2 === 1) this.fail('a map has a key without a value');
    const entries: [string, Edn][] = [];
    for (let i = 0; i < values.length; i += 2) {
      const key = values[i] ?? null;
      entries.push([typeof key === 'string' ? key : JSON.stringify(key), values[i + 1] ?? null]);
    }
    return Object.fromEntries(entries);
  }

  private atom(word: string): Edn {
    if (word === 'nil') return null;
    if (word === 'true' || word === 'false') return word === 'true';
    // A history has neither ratios nor characters.
    const number = /^([+-]?\d+(\.\d+)?([eE][+-]?\d+)?)[NM]?$/.exec(word)?.[1];
    return number === undefined ? word.replace(/^:/, '') : Number(number);
  }

  private word(): string {
    const start = this.at;
    while (this.at < this.text.length && !ENDS.test(this.text[this.at] ?? '')) this.at++;
    if (this.at === start) this.fail(`"${this.text[this.at] ?? ''}" is not expected here`);
    return this.text.slice(start, this.at);
  }

  private string(): string {
    let value = '';
    for (this.at++; ; this.step()) {
      const character = this.text[this.at];
      if (character === undefined) this.fail('a text does not end');
      if (character === '"') {
        this.at++;
        return value;
      }
      value += character === '\\' ? this.escape() : character;
    }
  }

  private escape(): string {
    this.at++;
    const character = this.text[this.at] ?? '';
    if (character !== 'u') return ESCAPES[character] ?? this.fail(`\\${character} is not an escape`);
    const code = this.text.slice(this.at + 1, this.at + 5);
    if (!/^[0-9A-Fa-f]{4}$/.test(code)) this.fail('\\u needs four hexadecimal digits');
    this.at += 4;
    return String.fromCharCode(Number.parseInt(code, 16));
  }

  private required(): void {
    if (this.atNextForm() === undefined) this.fail('it ends within brackets');
  }

  private step(): void {
    if (this.text[this.at] === '\n') this.line++;
    this.at++;
  }

  private skipLine(): void {
    while (this.at < this.text.length && this.text[this.at] !== '\n') this.at++;
  }

  private fail(message: string): never {
    throw new EdnError(message, this.line);
  }
}
