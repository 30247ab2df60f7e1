import { expect, test } from 'vitest';
import { run } from '../base/steps.js';
import { EMPTY_FAMILY } from '../model/family.js';
import type { FaultFamily } from '../model/model.js';
import { resolve } from '../model/resolve.js';
import { compileTopology } from '../network/topology.js';
import { parse } from '../syntax/parse.js';
import { CODES } from './code.js';
import { sweepByLinks } from './linkSweep.js';
import type { Question, Sweep } from './question.js';
import { Verdicts } from './verdicts.js';

const { model } = resolve(
  parse(`node a, b, c
router q, r
link a -- q
link q -- r
link r -- b
link a -> c
link c -- q
client k at a
store s on a, b, c { choose CP }
operation w: write s from k`),
);
const [client = -1] = model.operations[0]?.clients ?? [];
const topology = compileTopology(model);
const NO_LIMIT = 1_000_000;

function question(): Question & { asked: number } {
  const verdicts = new Verdicts(model);
  const { answer } = verdicts.question(0, client);
  const counting = {
    bits: CODES.length,
    asked: 0,
    answer: (world: Parameters<typeof answer>[0]) => {
      counting.asked++;
      return answer(world);
    },
  };
  return counting;
}

function swept(family: FaultFamily, limit: number, asked = question()): Sweep {
  return run(sweepByLinks(topology, family, asked, limit));
}

const FAMILIES: readonly FaultFamily[] = [
  { ...EMPTY_FAMILY, links: 'all' },
  { ...EMPTY_FAMILY, links: 'all', nodes: 1 },
  { ...EMPTY_FAMILY, links: 3, oneWays: 1 },
];

test.for(FAMILIES)('what a limit cuts short is whole for fewer cut links, and takes no run more: %j', (family) => {
  const reached = new Set<unknown>();
  const { foundBy } = swept(family, NO_LIMIT);
  for (let limit = 2; limit < foundBy.runs; limit++) {
    const counting = question();
    const part = swept(family, limit, counting);
    expect(part).toMatchObject({ complete: false, foundBy: { cap: { of: 'runs', most: limit } } });
    const { complete, ...whole } = swept(part.family, NO_LIMIT);
    expect(complete).toBe(true);
    expect(part).toMatchObject(whole);
    // Where not even one cut link fits, what else is broken is looked at by itself.
    expect(counting.asked).toBeLessThanOrEqual(part.family.links === 0 ? 2 * limit : limit);
    reached.add(part.family.links);
  }
  expect(reached.size).toBeGreaterThan(1);
  expect(swept(family, foundBy.runs).complete).toBe(true);
});
