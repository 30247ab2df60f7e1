import { expect, test } from 'vitest';
import { fixed, detailsOf } from '../testing/fixes.js';

const DESIGN = `node a, b, c
client web at b
link a -- b 5ms
link b -- c 5ms
link a -- c 5ms
store s on a, b, c { choose CP }
operation view: read s from web
operation save: write s from web
`;

test('a read that errors may be content with the nearest copy, and the title says that it is stale then', () => {
  expect(detailsOf(DESIGN, 'view', 'Read the nearest copy')).toEqual([
    'Read the nearest copy: never errors; stale until the heal under 1 cut; stale while replication lags with no fault (−10 ms)',
  ]);
  expect(fixed(DESIGN, 'view', 'Read the nearest copy')).toContain('operation view: read s from web level local\n');
});

test('a write is no read', () => {
  expect(detailsOf(DESIGN, 'save', 'Read the nearest copy')).toEqual([]);
});
