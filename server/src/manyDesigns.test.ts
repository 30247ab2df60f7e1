// Many designs in one server: each edit is analysed, and nothing is kept of the versions before.

import { afterAll, beforeAll, expect, test } from 'vitest';
import { BANK } from './testing/bank.js';
import { bundle, remove, said, TestClient } from './testing/client.js';

const DESIGNS = 200;
/** Of an open design, for each of its characters: what is parsed, and its results. In bytes. */
const MOST_PER_CHARACTER = 250;
/** What more edits of the same designs may add to a heap, for each edit. In bytes. */
const MOST_PER_EDIT = 4000;

let folder: string;
beforeAll(async () => {
  folder = await bundle('transparent');
});
afterAll(() => remove(folder));

test(`${DESIGNS} open designs: the heap is bounded, and each edit has its verdicts`, async () => {
  const client = await TestClient.start(folder);
  const heap = (): Promise<number> => client.request<number>('test/heap', {});
  const uris = Array.from({ length: DESIGNS }, (_, i) => `file:///many/${i}.cap`);
  const text = (i: number, round: number): string => BANK.replaceAll('viewCart', `view${i}in${round}`);
  const atFirst = await heap();
  for (const [i, uri] of uris.entries()) {
    const found = await client.verdicts(uri, await client.open(uri, text(i, 0)));
    expect([uri, found.some((one) => said(one).includes(`view${i}in0`))]).toEqual([uri, true]);
  }
  const opened = await heap();
  expect((opened - atFirst) / (DESIGNS * BANK.length)).toBeLessThan(MOST_PER_CHARACTER);
  for (let round = 1; round <= 2; round++) {
    // Nobody waits between two edits: later ones overtake what earlier ones asked for.
    const versions = await Promise.all(uris.map((uri, i) => client.change(uri, { text: text(i, round) })));
    for (const [i, uri] of uris.entries()) {
      const found = await client.verdicts(uri, versions[i] ?? 0);
      expect([uri, found.some((one) => said(one).includes(`view${i}in${round}`))]).toEqual([uri, true]);
    }
    client.forget();
  }
  const edited = await heap();
  console.log(
    `${DESIGNS} designs: ${((opened - atFirst) / 2 ** 20).toFixed(1)} MB, ` +
      `${((opened - atFirst) / (DESIGNS * BANK.length)).toFixed(0)} bytes for each character; ` +
      `${((edited - opened) / (2 * DESIGNS)).toFixed(0)} bytes more for each edit`,
  );
  expect((edited - opened) / (2 * DESIGNS)).toBeLessThan(MOST_PER_EDIT);
  expect(client.logs).toEqual([]);
  expect(await client.stop()).toBe(0);
});
