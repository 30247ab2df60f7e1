import { expect, test } from 'vitest';
import { only, threeNodes, told } from '../testing/told.js';

const DESIGN = `
  explore all links
  store s on a, b, c { replicate consensus leader a }
  operation put: write s from atA, atB
  operation get: read s from atA, atB
  partition lone { a | b, c }
`;

function toldOf(statement: string): string {
  return told(threeNodes(`${DESIGN}\n${statement}`), ['expectation-fails', 'expectation-not-known']);
}

test('an expectation that holds says nothing', () => {
  expect(toldOf('expect get from atA error under lone')).toBe('');
});

test('an expectation that fails is an error with the smallest counterexample', () => {
  expect(toldOf('expect get ok under lone')).toMatchInlineSnapshot(`
    "error expectation-fails on expect get ok under lone
      fails: \`get\` errors for atA under partition lone: 1 of 3 replicas in reach of a, a majority is 2"
  `);
  expect(toldOf('expect get never error')).toMatchInlineSnapshot(`
    "error expectation-fails on expect get never error
      fails: \`get\` errors for atA when a is isolated"
  `);
  expect(toldOf('expect get from atB error under lone')).toMatchInlineSnapshot(`
    "error expectation-fails on expect get from atB error under lone
      fails: \`get\` is ok for atB under partition lone"
  `);
  expect(toldOf('expect put available under any 2 links')).toMatchInlineSnapshot(`
    "error expectation-fails on expect put available under any 2 links
      fails: \`put\` errors for atA when a is isolated"
  `);
});

test('an expectation that fails points to the operation, the store and the cut', () => {
  const { related = [] } = only(threeNodes(`${DESIGN}\nexpect get never error`), 'expectation-fails');
  expect(related.map(({ message }) => message)).toEqual([
    '1 of 3 replicas in reach of a, a majority is 2',
    'store s: consensus on a, b and c',
    'a–b is cut',
    'a–c is cut',
  ]);
});

test('an expectation that can not be decided is a warning with the limit', () => {
  const many = Array.from({ length: 25 }, (_, i) => `n${i}`).join(', ');
  const statements = `
    node ${many}
    client k at n0
    store big on ${many} { choose CP }
    operation huge: read big from k
    expect huge ok under lone
  `;
  expect(toldOf(statements)).toMatchInlineSnapshot(`
    "warning expectation-not-known on expect huge ok under lone
      not known whether this holds: big has 25 replicas and witnesses; stores of more than 24 are not
      analysed"
  `);
});

test('an expectation about the time while the break is being detected says so', () => {
  expect(toldOf('expect get never error under lone while detecting')).toMatchInlineSnapshot(`
    "error expectation-fails on expect get never error under lone while detecting
      fails: \`get\` errors for atA under partition lone, while that is being detected"
  `);
});
