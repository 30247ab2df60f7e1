import { describe, expect, test } from 'vitest';
import { allDiagnostics } from '../analyze.js';
import { resolve } from '../model/resolve.js';
import { readerOf } from '../testing/files.js';
import { MAX_FILES, MAX_INCLUDE_DEPTH, parseDesign, reparse } from './parseDesign.js';

/**
 * The diagnostics of the design in the file `design.cap`, file by file: "net.cap 1:6 unknown-name". Hints about missing
 * parts are left out.
 */
function said(files: Readonly<Record<string, string>>, design = 'design.cap'): string[] {
  const resolved = resolve(parseDesign(design, files[design] ?? '', readerOf(files)));
  const { sources } = resolved;
  return allDiagnostics(resolved, undefined).flatMap(({ code, span, message }) => {
    const { line, character } = sources.position(span.start);
    return code === 'implicit-mesh' || code === 'lonely-store'
      ? []
      : [`${sources.fileAt(span.start).path} ${line + 1}:${character + 1} ${code}: ${message}`];
  });
}

function names(files: Readonly<Record<string, string>>, design = 'design.cap'): string[] {
  return resolve(parseDesign(design, files[design] ?? '', readerOf(files))).model.vertices.map(({ name }) => name);
}

describe('what is included', () => {
  test('stands where the include stands, in both directions', () => {
    const files = {
      'design.cap': 'node a\ninclude "net.cap"\nnode d\nlink a -- c',
      'net.cap': 'node b, c\nlink b -- d',
    };
    expect(said(files)).toEqual([]);
    expect(names(files)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('counts once: a diamond, and a line that is written twice', () => {
    const files = {
      'design.cap': 'include "left.cap"\ninclude "right.cap"\ninclude "right.cap"',
      'left.cap': 'include "base.cap"\nlink a -- b',
      'right.cap': 'include "base.cap"\nlink b -- c',
      'base.cap': 'node a, b, c',
    };
    expect(said(files)).toEqual([]);
    expect(names(files)).toEqual(['a', 'b', 'c']);
  });

  test('is relative to the file that includes it', () => {
    expect(
      names(
        { 'x/design.cap': 'include "../net/a.cap"', 'net/a.cap': 'include "b.cap"', 'net/b.cap': 'node a' },
        'x/design.cap',
      ),
    ).toEqual(['a']);
  });

  test('is parsed by itself: what is open at its end does not swallow the design', () => {
    const files = { 'design.cap': 'include "net.cap"\nnode b', 'net.cap': 'node a\nzone z { node c /* …' };
    expect(names(files)).toContain('b');
    expect(said(files).map((one) => one.split(':')[0])).toEqual(['design.cap 1', 'net.cap 2', 'net.cap 2']);
  });
});

describe('what is refused', () => {
  test.each([
    ['missing', 'include "no.cap"', 'design.cap 1:9 include-missing: There is no file `no.cap`'],
    ['a folder', 'include "net"', "design.cap 1:9 include-unreadable: `net` can't be read: it is a folder."],
    ['outside', 'include "../a.cap"', 'design.cap 1:9 include-outside: `../a.cap` is not read: its `..` lead out'],
    ['absolute', 'include "/a.cap"', 'design.cap 1:9 include-outside'],
    ['an address', 'include "https://example.com/a.cap"', 'design.cap 1:9 include-outside'],
    ['backslashes', 'include "net\\a.cap"', 'design.cap 1:9 include-outside: A path is written with `/`'],
    ['nothing', 'include ""', 'design.cap 1:9 syntax-error: This include names no file'],
    ['no quotes', 'include net', 'design.cap 1:9 foreign-syntax: Did not expect `net` here: write `include "net"`'],
    ['no path', 'node a\ninclude', 'design.cap 2:1 syntax-error'],
    ['not closed', 'include "a.cap', 'design.cap 1:9 unterminated-string'],
    ['itself', 'include "design.cap"', 'design.cap 1:9 include-cycle: `design.cap` is this very file'],
  ])('%s', (_, text, start) => {
    const found = said({ 'design.cap': text, 'net/': '' });
    expect(found.map((one) => one.slice(0, start.length))).toEqual([start]);
  });

  test('a circle, with the way round', () => {
    const found = said({
      'design.cap': 'include "a.cap"',
      'a.cap': 'include "b.cap"',
      'b.cap': 'include "a.cap"\nnode b',
    });
    expect(found.filter((one) => !one.includes('include-has-errors'))).toEqual([
      'b.cap 1:9 include-cycle: This include closes a circle: `a.cap` includes `b.cap` includes `a.cap`. Remove one of these includes.',
    ]);
  });

  test('too deep and too many, and neither one less', () => {
    const chain = (length: number): Record<string, string> =>
      Object.fromEntries(
        Array.from({ length }, (_, i) => [
          i === 0 ? 'design.cap' : `${i}.cap`,
          i + 1 < length ? `include "${i + 1}.cap"` : 'node a',
        ]),
      );
    expect(said(chain(MAX_INCLUDE_DEPTH + 1))).toEqual([]);
    expect(said(chain(MAX_INCLUDE_DEPTH + 2)).some((one) => one.includes(' include-too-deep: '))).toBe(true);
    const star = (length: number): Record<string, string> => ({
      'design.cap': Array.from({ length }, (_, i) => `include "${i}.cap"`).join('\n'),
      ...Object.fromEntries(Array.from({ length }, (_, i) => [`${i}.cap`, ''])),
    });
    expect(said(star(MAX_FILES - 1))).toEqual([]);
    expect(said(star(MAX_FILES)).map((one) => one.split(': ')[0])).toEqual([
      `design.cap ${MAX_FILES}:9 include-too-many`,
    ]);
  });

  test('each file is read once, whatever it says', () => {
    const asked: string[] = [];
    const read = readerOf({ 'a.cap': 'include "no.cap"\ninclude "b.cap"', 'b.cap': '' });
    parseDesign('design.cap', 'include "a.cap"\ninclude "b.cap"\ninclude "no.cap"', (path) => {
      asked.push(path);
      return read(path);
    });
    expect(asked).toEqual(['a.cap', 'no.cap', 'b.cap', 'netsplit.json']);
  });

  test('two names of one file are one file', () => {
    const read = (path: string): ReturnType<ReturnType<typeof readerOf>> =>
      path.endsWith('.cap') ? { kind: 'text', path: path.toLowerCase(), text: 'node a' } : { kind: 'missing' };
    expect(
      resolve(parseDesign('design.cap', 'include "net.cap"\ninclude "NET.cap"', read)).diagnostics.map(
        ({ code }) => code,
      ),
    ).toEqual([]);
  });
});

test('a duplicate names the other place, in whichever file that is', () => {
  const resolved = resolve(
    parseDesign('design.cap', 'include "net.cap"\nnode a', readerOf({ 'net.cap': 'node b\nnode a' })),
  );
  const [duplicate] = resolved.diagnostics.filter(({ code }) => code === 'duplicate-name');
  const places = [duplicate?.span, duplicate?.related?.[0]?.span].flatMap((span) =>
    span === undefined ? [] : [resolved.sources.local(span)],
  );
  expect(places.map(({ file, span }) => [file.path, span])).toEqual([
    ['design.cap', { start: 23, end: 24 }],
    ['net.cap', { start: 12, end: 13 }],
  ]);
});

test('put together again from changed texts, without asking anybody', () => {
  const before = parseDesign(
    'x/design.cap',
    'include "../net.cap"\ninclude "no.cap"',
    readerOf({ 'net.cap': 'node a' }),
  );
  const after = resolve(reparse(before, new Map([['net.cap', 'node b, c']])));
  expect(after.model.vertices.map(({ name }) => name)).toEqual(['b', 'c']);
  expect(after.diagnostics.map(({ code }) => code)).toContain('include-missing');
  expect(
    resolve(reparse(before, new Map([['x/design.cap', 'node d']]))).model.vertices.map(({ name }) => name),
  ).toEqual(['d']);
});
