import { expect, test } from 'vitest';
import { run } from '../../base/steps.js';
import { withoutDeadEnds } from './relayNetwork.js';
import { Walk } from './walk.js';
import { linksOf } from './weights.js';

/** Three terminals at a hub, by links 0 to 2, of a network of four links. */
function star(): { walk: Walk; networks: () => number } {
  let made = 0;
  const outer = [0, 1, 2].map((terminal) => ({ relay: 0, terminal, link: terminal }));
  const pairs = [
    [0, 1],
    [1, 2],
  ] as const;
  const network = () => {
    made++;
    return withoutDeadEnds([], outer);
  };
  return { walk: new Walk(network, pairs, 4), networks: () => made };
}

test('patterns and their smallest cuts are counted over one network, which is made once', () => {
  const { walk, networks } = star();
  const counted = run(walk.counted(4, 1000));
  expect([...(counted ?? [])].map(([bits, { sets }]) => [bits.charCodeAt(0), sets])).toEqual(
    expect.arrayContaining([
      [0b11, 1n],
      [0b01, 1n],
      [0b10, 1n],
      [0b00, 5n],
    ]),
  );
  const causes = run(walk.smallestCuts(2, 1000));
  expect(causes?.get('\0')?.map((cuts) => linksOf(cuts, 4))).toEqual([[1], [0, 2]]);
  expect(walk.decided).toBe(3);
  expect(networks()).toBe(1);
});

test('whether it fits is told without weights, and as the counts say', () => {
  for (const limit of [3, 10, 20, 1000])
    expect(run(star().walk.fits(4, limit)), `limit ${limit}`).toBe(run(star().walk.counted(4, limit)) !== undefined);
});

test('an order that was made within a smaller limit, from fewer starts, is not taken for a larger one', () => {
  const { walk, networks } = star();
  run(walk.fits(1, 10));
  run(walk.fits(2, 10));
  expect(networks()).toBe(1);
  run(walk.counted(4, 100_000));
  expect(networks()).toBe(2);
});
