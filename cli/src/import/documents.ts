import type { ImportDocument, ImportTree } from '#core';
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments, type Document, type Node } from 'yaml';
import { UsageError } from '../io.js';

/** An alias stands for what it names, so that a small file can mean a huge tree: this many values are the most. */
const MOST_VALUES = 1_000_000;

/** The documents of a YAML or JSON text, of which JSON is a part, with the lines of their values. */
export function documentsOf(file: string, text: string): readonly ImportDocument[] {
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, { lineCounter: lines, uniqueKeys: false, logLevel: 'silent' });
  if (!Array.isArray(documents)) return [];
  return documents.flatMap((document) => {
    const [error] = document.errors;
    if (error !== undefined)
      throw new UsageError(`${file}:${lines.linePos(error.pos[0]).line} is neither YAML nor JSON: ${firstLine(error)}`);
    if (document.contents === null) return [];
    return [{ file, root: new Reading(file, document, lines).tree(document.contents, 1) }];
  });
}

function firstLine({ message }: Error): string {
  return (message.split('\n')[0] ?? '').replace(/ at line \d+, column \d+:?$/, '');
}

class Reading {
  #left = MOST_VALUES;
  readonly #file: string;
  readonly #document: Document;
  readonly #lines: LineCounter;

  constructor(file: string, document: Document, lines: LineCounter) {
    this.#file = file;
    this.#document = document;
    this.#lines = lines;
  }

  /** `above`: the line of what the node is in, for one that has none of its own. */
  tree(node: unknown, above: number, keyLine?: number): ImportTree {
    if (--this.#left < 0)
      throw new UsageError(`${this.#file} has more than ${MOST_VALUES} values, its aliases written out: import a part`);
    const line = keyLine ?? this.#lineOf(node, above);
    if (isAlias(node)) return this.tree(node.resolve(this.#document), above, line);
    if (isMap(node)) {
      const entries = new Map<string, ImportTree>();
      for (const { key, value } of node.items) {
        const keyAt = this.#lineOf(key, line);
        const name = isScalar(key) ? String(key.value) : String(key);
        if (name === '<<') this.#merge(entries, this.tree(value, keyAt));
        else entries.set(name, this.tree(value, keyAt, keyAt));
      }
      return { kind: 'mapping', line, entries };
    }
    if (isSeq(node)) return { kind: 'sequence', line, items: node.items.map((item) => this.tree(item, line)) };
    const text = isScalar(node) && node.value !== null ? String(node.source ?? node.value) : '';
    return { kind: 'scalar', line, text };
  }

  /** What a mapping takes over; its own values win, wherever they stand. */
  #merge(entries: Map<string, ImportTree>, from: ImportTree): void {
    const maps = from.kind === 'sequence' ? from.items : [from];
    for (const map of maps)
      if (map.kind === 'mapping')
        for (const [key, value] of map.entries) if (!entries.has(key)) entries.set(key, value);
  }

  #lineOf(node: unknown, above: number): number {
    const start = (node as Node | undefined | null)?.range?.[0];
    return start === undefined ? above : this.#lines.linePos(start).line;
  }
}
