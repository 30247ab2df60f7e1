import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Framing } from './framing.js';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const framed = (body: string): string => `Content-Length: ${bytes(body).length}\r\n\r\n${body}`;

test('messages are fine, however they are cut into pieces', () => {
  const body = fc.string({ unit: 'binary', maxLength: 20 });
  fc.assert(
    fc.property(fc.array(body, { maxLength: 5 }), fc.integer({ min: 1, max: 30 }), (bodies, size) => {
      const framing = new Framing();
      const all = bytes(bodies.map(framed).join(''));
      for (let at = 0; at < all.length; at += size) expect(framing.next(all.subarray(at, at + size))).toBeUndefined();
    }),
    { seed: 20120914, numRuns: 300 },
  );
});

test('other headers, and none in order, are fine', () => {
  expect(
    new Framing().next(bytes('Content-Type: application/vscode-jsonrpc; charset=utf-8\r\ncontent-length:2\r\n\r\n{}')),
  ).toBeUndefined();
});

test.each([
  ['no length', 'Content-Type: x\r\n\r\n{}', 'no Content-Length'],
  ['a negative one', 'Content-Length: -5\r\n\r\n{}', 'no Content-Length'],
  ['one that is no number', 'Content-Length: many\r\n\r\n{}', 'no Content-Length'],
  ['a fraction', 'Content-Length: 2.5\r\n\r\n{}', 'no Content-Length'],
  ['a huge one', 'Content-Length: 9999999999\r\n\r\n{}', 'a message of 9999999999 bytes'],
  ['one of thirty digits', `Content-Length: ${'9'.repeat(30)}\r\n\r\n{}`, 'no Content-Length'],
  ['line feeds alone', 'Content-Length: 2\n\n{}', 'does not end with CR and LF'],
  ['no end of the headers', 'x'.repeat(5000), 'more than 4096 bytes'],
  ['a body that is longer than it says', `${framed('{}')}garbage\n`, 'does not end with CR and LF'],
])('%s is said', (_, stream, wrong) => {
  expect(new Framing().next(bytes(stream))).toContain(wrong);
});
