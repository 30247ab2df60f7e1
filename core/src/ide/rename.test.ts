import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { cursor } from '../testing/cursor.js';
import { HOSTILE_NAMES } from '../testing/hostileDesign.js';
import { models, toCap } from '../testing/naive/randomModel.js';
import { applyEdits } from './applyEdits.js';
import { prepareRename, rename } from './rename.js';

/** The text after the rename, or why it is refused. */
function renamed(marked: string, name: string): string {
  const { text, offset, resolved } = cursor(marked);
  const result = rename(resolved, offset, name);
  if (result.kind === 'refused') return `refused: ${result.reason}`;
  return result.edits.reduceRight(
    (now, edit) => now.slice(0, edit.span.start) + edit.text + now.slice(edit.span.end),
    text,
  );
}

describe('rename', () => {
  test('renames every place', () => {
    expect(renamed('node $0a, b\nlink a -- b\nclient c at a', 'x')).toBe('node x, b\nlink x -- b\nclient c at x');
  });

  test('quotes what is no identifier, and takes quotes away again', () => {
    expect(renamed('node $0a\nclient c at a', 'rack 1')).toBe('node "rack 1"\nclient c at "rack 1"');
    expect(renamed('node "ra$0ck 1"\nclient c at "rack 1"', 'a')).toBe('node a\nclient c at a');
    expect(renamed('node $0a', '"rack 1"')).toBe('node "rack 1"');
  });

  test('a keyword becomes a name by quoting it', () => {
    expect(renamed('node $0a\nclient c at a', 'store')).toMatch(/^node "?store"?\nclient c at "?store"?$/);
  });

  test('there and back is the same text', () => {
    const text = 'node a, b\nlink a -- b\nstore s on a, b { choose CP }\n';
    const there = renamed(text.replace('node a', 'node $0a'), 'Zürich 1');
    expect(renamed(there.replace('node "', 'node $0"'), 'a')).toBe(text);
  });

  test('refuses a name that is taken', () => {
    expect(renamed('node $0a, b', 'b')).toBe('refused: There is a node called b already.');
  });

  test('refuses a name that would catch an unknown reference', () => {
    expect(renamed('node $0a\nclient c at other', 'other')).toMatch(/^refused: .*other/);
  });

  test('refuses nothing, line breaks and control characters', () => {
    for (const name of ['', '  ', 'a\nb', 'a\u0000b', '""']) expect(renamed('node $0a', name)).toMatch(/^refused: /);
  });

  test('refuses keywords, punctuation and comments', () => {
    for (const marked of ['no$0de a', 'node a {$0}', '/* a$0 */ node a']) {
      const { offset, resolved } = cursor(marked);
      expect(prepareRename(resolved, offset).kind).toBe('refused');
    }
  });

  test('the copy that feeds an observer, and who must acknowledge', () => {
    expect(renamed('node a, b, c\nstore s on a, $0b, observer c of b { replicate primary a sync b }', 'feeder')).toBe(
      'node a, feeder, c\nstore s on a, feeder, observer c of feeder { replicate primary a sync feeder }',
    );
  });

  test('works beside mistakes', () => {
    expect(renamed('node $0a\nstore\nclient c at a', 'x')).toBe('node x\nstore\nclient c at x');
  });
});

describe('whatever the design, the place and the name', () => {
  const folder = new URL('../../../samples/', import.meta.url);
  const samples = readdirSync(folder)
    .flatMap((name) => (name.endsWith('.cap') ? [readFileSync(new URL(name, folder), 'utf8')] : []))
    .filter((text) => !/^include/m.test(text));
  const names = fc.oneof(
    fc.constantFrom(
      ...Object.values(HOSTILE_NAMES),
      'store',
      'witness',
      'any',
      'level',
      'quorum',
      '5s',
      'n1',
      'us',
      'a-b',
      'e\u0301',
      '東京',
      '\u{1F980}',
    ),
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  );
  let tried = 0;
  let done = 0;

  test('there and back is the same text, and in between the design means the same', () => {
    fc.assert(
      fc.property(
        fc.oneof(models().map(toCap), fc.constantFrom(...samples)),
        fc.nat(),
        fc.nat(),
        names,
        (text, which, where, name) => {
          const before = resolve(parse(text));
          const symbol = before.symbols[which % before.symbols.length];
          if (symbol === undefined) return;
          const place =
            [symbol.word.span, ...symbol.references][where % (1 + symbol.references.length)] ?? symbol.word.span;
          tried++;
          const there = rename(before, place.end, name);
          if (there.kind === 'refused') return;
          done++;
          const after = resolve(parse(applyEdits(text, there.edits)));
          expect(after.symbols.map((one) => one.references.length)).toEqual(
            before.symbols.map((one) => one.references.length),
          );
          expect(after.diagnostics.map(({ code }) => code)).toEqual(before.diagnostics.map(({ code }) => code));
          const renamedSymbol = after.symbols[before.symbols.indexOf(symbol)];
          const back = rename(after, renamedSymbol?.word.span.start ?? 0, symbol.name);
          expect(back.kind).toBe('ok');
          if (back.kind === 'ok') expect(applyEdits(after.text, back.edits)).toBe(text);
        },
      ),
      { numRuns: 1000 },
    );
    // Names that are taken, or can't be any, are refused: more than half can be.
    expect(done).toBeGreaterThan(tried / 2);
  });
});
