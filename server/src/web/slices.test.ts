import { expect, test } from 'vitest';
import { explore, parse, resolve } from '#core';
import { RunQueue } from '../analysis/queue.js';
import { SYSTEM_CLOCK } from '../clock.js';
import { BANK } from '../testing/bank.js';
import { inSlices } from './startWorker.js';

const modelOf = (text: string): ReturnType<typeof resolve>['model'] => resolve(parse(text)).model;
const bank = modelOf(BANK);

/** Ten zones, thirty links, and every store used from everywhere: many sets of cuts, each with many answers. */
const zones = Array.from({ length: 10 }, (_, z) => z);
const large = modelOf(
  [
    ...zones.map((z) => `zone z${z} { node n${z} }\nclient c${z} in z${z}`),
    ...zones.flatMap((z) => [1, 2, 3].map((step) => `link z${z} -- z${(z + step) % 10}`)),
    ...zones.map(
      (z) =>
        `store s${z} on n${z}, n${(z + 3) % 10}, n${(z + 5) % 10} { choose CP }\noperation w${z}: write s${z} from ${zones.map((c) => `c${c}`).join(', ')}`,
    ),
    '',
  ].join('\n'),
);

function queue(): RunQueue {
  // Node reads messages to oneself without a look at anything else: its own word for “later” is another one.
  return new RunQueue(
    (listener) => inSlices(listener, setImmediate),
    SYSTEM_CLOCK,
    (message) => expect.fail(message),
  );
}

test('what is found in slices is what is found at once', async () => {
  const steps = explore(bank);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  expect(await queue().explore('a', bank, () => undefined)).toEqual({ kind: 'done', results: step.value });
});

test('a run gives its thread back before it is over, and stops at once when a newer one takes its place', async () => {
  const one = queue();
  const ended: string[] = [];
  const old = one.explore('a', large, () => undefined).then(({ kind }) => ended.push(`old ${kind}`));
  // As a keystroke would come: in a task of its own, after the slice that runs.
  await new Promise((wake) => setImmediate(() => setImmediate(wake)));
  expect(ended).toEqual([]);
  const fresh = one.explore('a', bank, () => undefined).then(({ kind }) => ended.push(`new ${kind}`));
  await Promise.all([old, fresh]);
  expect(ended).toEqual(['old superseded', 'new done']);
});
