import { expect, test } from 'vitest';
import { fixed, detailsOf } from '../testing/fixes.js';

const DESIGN = `zone us { node us1, us2 }
zone eu { node eu1 }
zone ap { node ap1 }
link us -- eu 80ms
link us -- ap 120ms
link eu -- ap 100ms
client web in eu
store s on us1, us2, eu1 { choose CP }
operation save: write s from web
explore any 1 zone
`;

test('of two replicas in one zone the later may move to a zone that has none', () => {
  expect(detailsOf(DESIGN, 'save', 'Move')).toEqual(['Move the second replica to ap: never errors (+120 ms)']);
  expect(fixed(DESIGN, 'save', 'Move the second replica to ap')).toContain('store s on us1, ap1, eu1 { choose CP }');
});

test('where each zone has one there is nothing to move', () => {
  expect(detailsOf(DESIGN.replace('us1, us2, eu1 {', 'us1, ap1, eu1 {'), 'save', 'Move')).toEqual([]);
});

test('a replica that the scheme names stays where it is', () => {
  expect(detailsOf(DESIGN.replace('choose CP', 'replicate consensus leader us2'), 'save', 'Move')).toEqual([]);
});
