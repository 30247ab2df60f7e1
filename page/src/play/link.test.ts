import { expect, test } from 'vitest';
import { packed, unpacked } from './link.js';

const FILES = [
  { path: 'shop.cap', text: 'include "net.cap"\n// ünïcödé 👩‍🚀 <b>\n' },
  { path: 'net.cap', text: 'node a\n' },
];

test('a link holds a design with its files', async () => {
  const part = await packed(FILES);
  expect(part).toMatch(/^[\w-]+$/);
  expect(await unpacked(part)).toEqual(FILES);
});

test('a long text takes less room than it has', async () => {
  const text = 'node a\n'.repeat(10_000);
  expect((await packed([{ path: 'a.cap', text }])).length).toBeLessThan(text.length / 50);
});

test.each(['', 'q1aqVs', '%%%', btoa('[]'), 'AAAA'])('%j is no design', async (part) => {
  expect(await unpacked(part)).toBeUndefined();
});

test('what unpacks to other data, or to too much of it, is no design', async () => {
  const pack = async (text: string): Promise<string> => {
    const stream = new Blob([text]).stream().pipeThrough(new CompressionStream('deflate-raw'));
    return Buffer.from(await new Response(stream).arrayBuffer()).toString('base64url');
  };
  for (const text of ['{}', '[]', '[["a"]]', '[[1, 2]]', 'null', JSON.stringify([['a', 'x'.repeat(3_000_000)]])])
    expect(await unpacked(await pack(text))).toBeUndefined();
});
