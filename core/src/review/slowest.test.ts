import { expect, test } from 'vitest';
import { run } from '../base/steps.js';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { slowestAnswersInSteps } from './slowest.js';

test('of all likely faults, pairs beyond the limit count as well', () => {
  const nodes = Array.from({ length: 50 }, (_, i) => `n${i}`);
  const clients = Array.from({ length: 100 }, (_, i) => `k${i}`).join(', ');
  const { model } = resolve(
    parse(
      `node ${nodes.join(', ')}\nrouter r\n${nodes.map((name) => `link ${name} -- r 1ms\n`).join('')}` +
        `client ${clients} at n0\nstore s on n0, n1 { choose CP }\noperation o: read s from ${clients}\n`,
    ),
  );
  const { faults, all } = run(slowestAnswersInSteps(model));
  expect(faults).toBe(10);
  // Of 50 places.
  expect(all).toBeGreaterThan((50 * 49) / 2);
});
