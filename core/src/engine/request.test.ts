import { expect, test } from 'vitest';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { exploreAll } from './explore.js';
import { duration } from './request.js';

test.each([
  [0.5, '500 us'],
  [80, '80 ms'],
  [1500, '1.5 s'],
  [30_000, '30 s'],
  [60_000, '1 min'],
  [90_000, '90 s'],
  [3_600_000, '1 h'],
  [5_400_000, '90 min'],
])('%d ms are written as %s', (ms, text) => {
  expect(duration(ms)).toBe(text);
});

/** Of `size` machines that are linked directly, whom each one is still linked to, itself included, as bits. */
function linked(size: number, uncut: number): number[] {
  const all = Array.from({ length: size }, (_, one) => 1 << one);
  let link = 0;
  for (let one = 0; one < size; one++)
    for (let other = one + 1; other < size; other++, link++)
      if ((uncut >> link) & 1) {
        all[one] = (all[one] ?? 0) | (1 << other);
        all[other] = (all[other] ?? 0) | (1 << one);
      }
  return all;
}

test('in a large mesh a request is refused as counting all cuts one by one says', () => {
  const SIZE = 6;
  const names = Array.from({ length: SIZE }, (_, i) => `n${i}`).join(', ');
  const { model } = resolve(
    parse(`node ${names}
    mesh ${names}
    client k at n5
    store s on ${names} { replicate consensus paxos leader n0 }
    operation put: write s from k
    explore all links`),
  );
  let refused = 0;
  const sizes = Array.from({ length: 2 ** SIZE }, (_, set) => set.toString(2).replaceAll('0', '').length);
  const leads = (to: number): boolean => (sizes[to] ?? 0) > SIZE / 2;
  for (let uncut = 0; uncut < 2 ** 15; uncut++) {
    const to = linked(SIZE, uncut);
    const able = to.flatMap((one, i) => (leads(one) ? [i] : []));
    // The old leader stays; otherwise it may be any. The client needs a replica that is one or is linked to it.
    const leaders = able.includes(0) ? [0] : able;
    const asked = to[SIZE - 1] ?? 0;
    if (leaders.length === 0 || leaders.some((leader) => ((to[leader] ?? 0) & asked) === 0)) refused++;
  }
  const [{ findings } = { findings: [] }] = exploreAll(model).clients;
  expect(findings.map(({ outcome: { verdict }, faults }) => [verdict, faults])).toEqual([['error', String(refused)]]);
});
