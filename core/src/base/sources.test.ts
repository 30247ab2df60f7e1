import { describe, expect, test } from 'vitest';
import { Sources } from './sources.js';

/** A generator without chance, so that every run uses the same files. */
function* numbers(seed: number): Generator<number, never> {
  for (let state = seed; ; ) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state >>> 8;
  }
}

function randomFiles(seed: number): { readonly path: string; readonly text: string }[] {
  const random = numbers(seed);
  const below = (n: number): number => random.next().value % n;
  const letters = ['a', 'b', ' ', '\n', '\r', '\r\n', 'é', '😀'];
  return Array.from({ length: 1 + below(6) }, (_, i) => ({
    path: `${i}.cap`,
    text: Array.from({ length: below(12) }, () => letters[below(letters.length)] ?? '').join(''),
  }));
}

describe('any files, empty ones among them', () => {
  test.each(Array.from({ length: 200 }, (_, i) => i))('seed %i', (seed) => {
    const files = randomFiles(seed);
    const sources = new Sources(files);
    expect(sources.files.map(({ path, text }) => ({ path, text }))).toEqual(files);
    expect(sources.files[0]?.start).toBe(0);
    const owners = new Map<number, string>();
    for (const file of sources.files) {
      for (let at = 0; at <= file.text.length; at++) {
        const offset = file.start + at;
        // No offset belongs to two files, the ends of files included.
        expect(owners.get(offset)).toBeUndefined();
        owners.set(offset, file.path);
        expect(sources.fileAt(offset)).toBe(file);
        expect(sources.local({ start: offset, end: file.start + file.text.length })).toEqual({
          file,
          span: { start: at, end: file.text.length },
        });
        expect(sources.textOf({ start: file.start, end: offset })).toBe(file.text.slice(0, at));
        expect(sources.position(offset)).toEqual(sources.linesOf(file).position(at));
        expect(sources.isOwn({ start: offset, end: offset })).toBe(file === sources.files[0]);
      }
    }
    expect(owners.size).toBe(sources.end);
  });
});

test('edits are sorted by their files', () => {
  const sources = new Sources([
    { path: 'a', text: 'node x' },
    { path: 'b', text: 'link x -- y' },
  ]);
  expect([
    ...sources.editsByFile([
      { span: { start: 12, end: 13 }, text: 'z' },
      { span: { start: 5, end: 6 }, text: 'z' },
    ]),
  ]).toEqual([
    ['b', [{ span: { start: 5, end: 6 }, text: 'z' }]],
    ['a', [{ span: { start: 5, end: 6 }, text: 'z' }]],
  ]);
});

test('no file at all is one that is empty; offsets outside are clamped', () => {
  const sources = new Sources([]);
  expect(sources.files).toEqual([{ path: '', text: '', start: 0 }]);
  expect(sources.fileAt(99)).toBe(sources.files[0]);
  expect(sources.fileAt(-1)).toBe(sources.files[0]);
});
