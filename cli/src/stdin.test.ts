import { expect, test } from 'vitest';
import { readStream } from './stdin.js';

test('a stream without an end is read up to the bound', async () => {
  let given = 0;
  async function* zeros(): AsyncGenerator<Uint8Array> {
    for (;;) {
      given++;
      yield new Uint8Array(1_000_000);
    }
  }
  await expect(readStream(zeros())).rejects.toThrow('standard input has more than 64000000 bytes');
  expect(given).toBe(65);
});

test('a stream that fails', async () => {
  async function* broken(): AsyncGenerator<Uint8Array> {
    yield new Uint8Array(1);
    throw Object.assign(new Error('read'), { code: 'EIO' });
  }
  await expect(readStream(broken())).rejects.toThrow("standard input can't be read: EIO");
});
