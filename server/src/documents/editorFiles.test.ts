import { expect, test } from 'vitest';
import type { DesignsAnswer, FileAnswer } from '#protocol';
import { Arrivals } from './arrivals.js';
import { EditorFiles } from './editorFiles.js';

/** An editor that answers when it is told to. */
function editor(): {
  readonly files: EditorFiles;
  readonly arrivals: Arrivals;
  readonly arrived: string[];
  readonly asked: string[];
  answer(uri: string, answer: FileAnswer): void;
  fail(uri: string): void;
} {
  const waiting = new Map<string, { resolve: (answer: FileAnswer) => void; reject: (error: Error) => void }>();
  const asked: string[] = [];
  const arrived: string[] = [];
  const readFile = (uri: string): Promise<FileAnswer> => {
    asked.push(uri);
    return new Promise((resolve, reject) => waiting.set(uri, { resolve, reject }));
  };
  const listDesigns = (folder: string): Promise<DesignsAnswer> => {
    asked.push(folder);
    return Promise.resolve({ paths: ['a.cap', 'b.cap'], isAll: true });
  };
  const arrivals = new Arrivals();
  return {
    files: new EditorFiles(
      { readFile, listDesigns },
      (uri) => uri.toLowerCase(),
      arrivals,
      (uri) => arrived.push(uri),
    ),
    arrivals,
    arrived,
    asked,
    answer: (uri, answer) => waiting.get(uri)?.resolve(answer),
    fail: (uri) => waiting.get(uri)?.reject(new Error('the connection has ended')),
  };
}

test('a file is asked for once, is on its way, and then there', async () => {
  const { files, arrivals, arrived, asked, answer } = editor();
  expect(files.isAwaited('x:/a')).toBe(false);
  expect(files.read('x:/a', 'a').kind).toBe('unreadable');
  expect(files.read('X:/A', 'a').kind).toBe('unreadable');
  expect([asked, files.isAwaited('x:/a')]).toEqual([['x:/a'], true]);
  const complete = arrivals.complete(() => files.read('x:/a', 'a'));
  answer('x:/a', { kind: 'text', text: 'node n' });
  expect(await complete).toEqual({ kind: 'text', path: 'a', text: 'node n' });
  expect([arrived, files.isAwaited('x:/a')]).toEqual([['x:/a'], false]);
});

test('a computation runs until it has everything, also what it asks for only then', async () => {
  const { files, arrivals, answer } = editor();
  let runs = 0;
  const complete = arrivals.complete(() => {
    runs++;
    const first = files.read('x:/a', 'a');
    return first.kind === 'text' ? [first, files.read('x:/b', 'b'), files.list('x:')] : [first];
  });
  answer('x:/a', { kind: 'text', text: 'include "b"' });
  await arrivals.complete(() => files.read('x:/a', 'a'));
  answer('x:/b', { kind: 'missing' });
  expect(await complete).toEqual([
    { kind: 'text', path: 'a', text: 'include "b"' },
    { kind: 'missing' },
    { paths: ['a.cap', 'b.cap'], isAll: true },
  ]);
  expect(runs).toBe(3);
});

test('what has changed is asked for again, and an older answer that comes late is nobody’s', async () => {
  const { files, arrivals, arrived, asked, answer } = editor();
  files.read('x:/a', 'a');
  const old = arrivals.complete(() => files.read('x:/a', 'a'));
  files.changed(['x:/a']);
  answer('x:/a', { kind: 'text', text: 'old' });
  expect(files.read('x:/a', 'a').kind).toBe('unreadable');
  answer('x:/a', { kind: 'text', text: 'new' });
  expect(await old).toEqual({ kind: 'text', path: 'a', text: 'new' });
  expect([asked, arrived]).toEqual([['x:/a', 'x:/a'], ['x:/a']]);
});

test('an editor that fails to answer leaves the file unreadable, and is not asked again at once', async () => {
  const { files, arrivals, asked, fail } = editor();
  const complete = arrivals.complete(() => files.read('x:/a', 'a'));
  fail('x:/a');
  expect(await complete).toEqual({ kind: 'unreadable', why: 'the editor did not hand it out', isUnknown: true });
  expect([files.isAwaited('x:/a'), asked]).toEqual([false, ['x:/a']]);
});
