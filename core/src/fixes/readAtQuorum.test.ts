import { expect, test } from 'vitest';
import { fixed, detailsOf } from '../testing/fixes.js';

const DESIGN = `zone us { node us1, us2 }
zone eu { node eu1 }
link us -- eu 80ms
client web in us
store cart on us1, us2, eu1 { replicate quorum R=1 W=2 }
operation view: read cart from web level one
operation add: write cart from web
`;

test('a read that can be stale may ask a majority; the title says what that gives and takes', () => {
  expect(detailsOf(DESIGN, 'view', 'Read at quorum')).toEqual([
    'Read at quorum: never stale; errors in 12 of 35 faults, was 5',
  ]);
  expect(fixed(DESIGN, 'view', 'Read at quorum')).toContain('operation view: read cart from web level quorum\n');
});

test('without a level of its own it gets one; behind its clients, before what it needs', () => {
  const plain = DESIGN.replace(' level one', ' needs causal');
  expect(fixed(plain, 'view', 'Read at quorum')).toContain(
    'operation view: read cart from web level quorum needs causal\n',
  );
});

test('a step of several is named', () => {
  const steps = DESIGN.replace(
    'operation view: read cart from web level one',
    'operation view from web { read cart level one; write cart }',
  );
  expect(detailsOf(steps, 'view', 'Read at quorum (read cart)')).toHaveLength(1);
});

test('where the read is never stale there is nothing to change', () => {
  expect(detailsOf(DESIGN.replace('operation add: write cart from web', ''), 'view', 'Read at quorum')).toEqual([]);
});
