import { expect, test } from 'vitest';
import { fixed, detailsOf } from '../testing/fixes.js';

const DESIGN = `node a, b, c
client web at b
link a -- b 5ms
link b -- c 5ms
link a -- c 5ms
store s on a, b, c { replicate primary a async }
operation view: read s from web level local
operation save: write s from web
`;

test('a read of one copy may ask the primary instead', () => {
  expect(detailsOf(DESIGN, 'view', 'Read at the leader')).toEqual([
    'Read at the leader: never stale; errors under 1 cut (+5 ms)',
  ]);
  expect(fixed(DESIGN, 'view', 'Read at the leader')).toContain('operation view: read s from web level leader\n');
});

test('a leaderless store has none', () => {
  expect(detailsOf(DESIGN.replace('replicate primary a async', 'replicate any'), 'view', 'Read at the leader')).toEqual(
    [],
  );
});
