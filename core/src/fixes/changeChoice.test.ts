import { expect, test } from 'vitest';
import { fixed, detailsOf } from '../testing/fixes.js';

const DESIGN = `node a, b, c
client web at a
client app at c
link a -- b 5ms
link b -- c 5ms
link a -- c 5ms
store s on a, b, c { choose AP }
operation save: write s from web, app
`;

test('what is in conflict may be refused instead, and what is refused may be answered', () => {
  expect(detailsOf(DESIGN, 'save', 'Choose')).toEqual([
    'Choose CP for `s`: never conflict; unknown under 1 one-way cut; errors under 1 isolated node (+10 ms)',
  ]);
  const cp = fixed(DESIGN, 'save', 'Choose CP');
  expect(cp).toContain('store s on a, b, c { choose CP }');
  expect(detailsOf(cp, 'save', 'Choose')).toEqual([
    'Choose AP for `s`: never unknown; never errors; conflict under 1 isolated node; conflict while replication lags with no fault (−10 ms)',
  ]);
});

test('a clause that the other choice leaves without an effect goes with it', () => {
  const merging = DESIGN.replace('{ choose AP }', '{\n  choose AP\n  // The last one wins.\n  merge lww\n}');
  const cp = fixed(merging, 'save', 'Choose CP');
  expect(cp).toContain('store s on a, b, c {\n  choose CP\n  // The last one wins.\n}');
  const waiting = DESIGN.replace('{ choose AP }', '{ choose CP on partition wait 5s }');
  expect(fixed(waiting, 'save', 'Choose AP')).toContain('store s on a, b, c { choose AP }');
});

test('a merge that the scheme has under either choice stays', () => {
  const voting = DESIGN.replace('{ choose AP }', '{ choose AP replicate quorum R=2 W=2 merge lww }');
  expect(fixed(voting, 'save', 'Choose CP')).toContain('{ choose CP replicate quorum R=2 W=2 merge lww }');
});
