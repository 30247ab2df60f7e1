import { expect } from 'vitest';
import type { Diagnostic } from '../checks/diagnostic.js';
import { LineIndex } from '../base/lineIndex.js';

/**
 * Expectations drawn on the source: under a line, a comment of carets that point at columns of the line above, a code
 * and a part of the message.
 *
 * nod a ^^^ syntax-error did you mean `node`
 *
 * Drawn lines begin with `//` (`// ^^^ …`) or with blanks alone. They are removed before the text is analysed; a
 * diagnostic that is not drawn fails the test as well.
 */
export function expectDrawn(drawn: string, analyse: (text: string) => readonly Diagnostic[]): void {
  const source: string[] = [];
  const wanted: { line: number; start: number; end: number; code: string; part: string }[] = [];
  for (const line of drawn.split('\n')) {
    const match = /^(?:\/\/|\s)*(\^+)\s+([a-z-]+)\s*(.*)$/.exec(line);
    if (match === null) {
      source.push(line);
      continue;
    }
    const start = line.indexOf('^');
    wanted.push({
      line: source.length - 1,
      start,
      end: start + (match[1] ?? '').length,
      code: match[2] ?? '',
      part: match[3] ?? '',
    });
  }
  const text = source.join('\n');
  const index = new LineIndex(text);
  const found = analyse(text).map((diagnostic) => {
    const start = index.position(diagnostic.span.start);
    const end = index.position(diagnostic.span.end);
    const match = wanted.find(
      (one) => one.line === start.line && one.code === diagnostic.code && diagnostic.message.includes(one.part),
    );
    const shown = match === undefined ? diagnostic.message : match.part;
    return (
      `${start.line + 1}:${start.character + 1}-${end.line === start.line ? end.character + 1 : `${end.line + 1}:${end.character + 1}`} ` +
      `${diagnostic.code} ${shown}`
    );
  });
  expect(found.sort()).toEqual(
    wanted.map((one) => `${one.line + 1}:${one.start + 1}-${one.end + 1} ${one.code} ${one.part}`).sort(),
  );
}
