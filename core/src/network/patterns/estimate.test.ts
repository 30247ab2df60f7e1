import fc from 'fast-check';
import { expect, test } from 'vitest';
import { outlook } from './estimate.js';
import { relayOrder } from './order.js';
import { patterns, type Step, stepsOf } from './patterns.js';
import { withoutDeadEnds } from './relayNetwork.js';
import { counting } from './weights.js';

const LIMIT = 150;

/** Are there at most LIMIT states? */
function fits(steps: readonly Step[], pairs: readonly (readonly [number, number])[], most: number): boolean {
  const run = patterns(steps, pairs, counting(200, most), LIMIT);
  for (;;) {
    const next = run.next();
    if (next.done === true) return next.value !== undefined;
  }
}

test('no sweep that fits is given up before it begins', () => {
  let [fitting, hopeless] = [0, 0];
  fc.assert(
    fc.property(
      fc.integer({ min: 3, max: 20 }),
      fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 12 }),
      fc.array(fc.tuple(fc.nat(), fc.boolean()), { minLength: 2, maxLength: 7 }),
      fc.constantFrom(1, 2, 3, 5, 200),
      (relays, chords, ends, most) => {
        const ring = Array.from({ length: relays }, (_, a) => ({ a, b: (a + 1) % relays, link: a }));
        const others = chords.map(([a, b], i) => ({ a: a % relays, b: b % relays, link: relays + i }));
        const outer = ends.map(([at, isWired], terminal) => ({
          relay: at % relays,
          terminal,
          link: isWired ? -1 : 100 + terminal,
        }));
        const inner = [...ring, ...others.filter(({ a, b }) => a !== b)];
        const network = withoutDeadEnds(inner, outer);
        const pairs = ends.flatMap((_, b) => Array.from({ length: b }, (_other, a) => [a, b] as const));
        const steps = stepsOf(network, relayOrder(network).order);
        const isGivenUp = outlook({ steps, pairs }, most === 200 ? 'all' : most, LIMIT) === 'hopeless';
        const isFitting = fits(steps, pairs, most);
        if (isGivenUp) hopeless++;
        if (isFitting) fitting++;
        expect(isGivenUp && isFitting).toBe(false);
      },
    ),
    { numRuns: 300, seed: 20250301 },
  );
  expect(fitting).toBeGreaterThan(50);
  expect(hopeless).toBeGreaterThan(50);
});
