import { expect, test } from 'vitest';
import { resolve } from '../model/resolve.js';
import { HEALTHY } from '../network/fault.js';
import { parse } from '../syntax/parse.js';
import { verdictsUnder } from './under.js';

test('twelve steps of twelve stores: each step is judged in the situations of its own store', () => {
  const numbers = Array.from({ length: 12 }, (_, i) => i);
  const text = [
    'node a, b, c',
    'mesh a, b, c',
    'client app at a',
    ...numbers.map((i) => `store s${i} on a, b, c { replicate primary a sync 1 failover automatic }`),
    `operation all from app { ${numbers.map((i) => `write s${i}`).join('\n')} }`,
    '',
  ].join('\n');
  const { model } = resolve(parse(text));
  // As combinations of situations these would be millions for one fault.
  const [found] = verdictsUnder(model, { ...HEALTHY, links: [0, 1] });
  expect(found?.verdict.outcomes.map(({ verdict }) => verdict)).toEqual(['error']);
  expect(found?.whileDetecting.map(({ verdict }) => verdict)).toEqual(['unknown']);
});
