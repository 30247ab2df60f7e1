import { expect, test } from 'vitest';
import { PreviewFences } from './previewFences.js';

interface Asked {
  readonly text: string;
  readonly answer: (html: string) => void;
  readonly fail: () => void;
}

function preview(): { fences: PreviewFences; asked: Asked[]; refreshes: string[] } {
  const asked: Asked[] = [];
  const refreshes: string[] = [];
  const fences = new PreviewFences(
    ({ text }) =>
      new Promise((answer, fail) =>
        asked.push({ text, answer: (html) => answer({ html }), fail: () => fail(new Error('the server ended')) }),
      ),
    (when) => refreshes.push(when),
  );
  return { fences, asked, refreshes };
}

const page = (text: string): { uri: string; info: string; text: string } => ({ uri: 'x:/page.md', info: 'cap', text });
const settled = (): Promise<void> =>
  Promise.resolve()
    .then(() => Promise.resolve())
    .then(() => undefined);

test('what is not drawn is asked for once, and shown when the preview is rendered again', async () => {
  const { fences, asked, refreshes } = preview();
  expect(fences.htmlOf(page('a'), 0)).toBeUndefined();
  expect(fences.htmlOf(page('a'), 0)).toBeUndefined();
  expect(fences.htmlOf(page('b'), 1)).toBeUndefined();
  expect(asked.map(({ text }) => text)).toEqual(['a', 'b']);
  asked[0]?.answer('<p>a</p>');
  await settled();
  expect(refreshes).toEqual([]);
  asked[1]?.answer('<p>b</p>');
  await settled();
  expect(refreshes).toEqual(['now']);
  expect([fences.htmlOf(page('a'), 0), fences.htmlOf(page('b'), 1)]).toEqual(['<p>a</p>', '<p>b</p>']);
  expect(asked).toHaveLength(2);
});

test('while an edit is drawn, what stood there before stays', async () => {
  const { fences, asked, refreshes } = preview();
  fences.htmlOf(page('a'), 0);
  asked[0]?.answer('<p>a</p>');
  await settled();
  fences.htmlOf(page('a'), 0);
  expect(fences.htmlOf(page('ab'), 0)).toBe('<p>a</p>');
  asked[1]?.answer('<p>ab</p>');
  await settled();
  expect(refreshes).toEqual(['now', 'soon']);
  expect(fences.htmlOf({ ...page('ab'), uri: 'x:/other.md' }, 0)).toBeUndefined();
});

test('a server that ends is asked again with the next rendering', async () => {
  const { fences, asked, refreshes } = preview();
  fences.htmlOf(page('a'), 0);
  asked[0]?.fail();
  await settled();
  expect([fences.htmlOf(page('a'), 0), asked.length, refreshes.length]).toEqual([undefined, 2, 0]);
});

test('after a change of files all is asked for anew', async () => {
  const { fences, asked, refreshes } = preview();
  fences.forget();
  expect(refreshes).toEqual([]);
  fences.htmlOf(page('a'), 0);
  asked[0]?.answer('<p>a</p>');
  await settled();
  fences.forget();
  expect(refreshes).toEqual(['now', 'now']);
  fences.htmlOf(page('a'), 0);
  expect(asked).toHaveLength(2);
});
