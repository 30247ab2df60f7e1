import { expect, test } from 'vitest';
import { fixed, detailsOf } from '../testing/fixes.js';

const DESIGN = `node a, b, c
client web at a
client app at b
link a -- b 5ms
link b -- c 5ms
link a -- c 5ms
store s on a, b, c { replicate quorum R=2 W=1 }
operation view: read s from app
operation save: write s from web, app
`;

test('a write of few copies may wait for a majority', () => {
  expect(detailsOf(DESIGN, 'save', 'Write at quorum')).toEqual([
    'Write at quorum: never conflict; errors under 1 isolated node (+5 ms); `view` never stale',
  ]);
  expect(fixed(DESIGN, 'save', 'Write at quorum')).toContain('operation save: write s from web, app level quorum\n');
});

test('for the sake of a read that misses it, a write is changed as well and named', () => {
  expect(detailsOf(DESIGN, 'view', 'Write `save` at quorum')).toEqual([
    'Write `save` at quorum: never stale; makes `save` error under 1 isolated node; slows `save` by 5 ms; `save` never conflict',
  ]);
});
