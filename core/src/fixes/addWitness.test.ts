import { expect, test } from 'vitest';
import { fixed, detailsOf } from '../testing/fixes.js';

const DESIGN = `zone us { node us1 }
zone eu { node eu1 }
zone ap { node ap1 }
link us -- eu 80ms
link us -- ap 120ms
link eu -- ap 100ms
client web in eu
store s on us1, eu1 { choose CP }
operation save: write s from web
explore any 1 zone
`;

test('two votes get a third, where none is yet', () => {
  expect(detailsOf(DESIGN, 'save', 'Add a witness')).toEqual(['Add a witness in ap: never errors']);
  expect(fixed(DESIGN, 'save', 'Add a witness in ap')).toContain('store s on us1, eu1, witness ap1 { choose CP }');
});

test('three votes decide already, and a leaderless store takes none', () => {
  expect(detailsOf(DESIGN.replace('us1, eu1 {', 'us1, eu1, witness ap1 {'), 'save', 'Add a witness')).toEqual([]);
  expect(detailsOf(DESIGN.replace('choose CP', 'replicate quorum R=1 W=2'), 'save', 'Add a witness')).toEqual([]);
});
