import { expect, test } from 'vitest';
import { run } from '../base/steps.js';
import { compileTopology } from '../network/topology.js';
import { HEALTHY } from '../network/fault.js';
import { LinkWorld } from '../network/linkWorld.js';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { Runs } from './question.js';

const world = new LinkWorld(compileTopology(resolve(parse('node a')).model), HEALTHY, 0);

/** How many runs that judge that many cases fit into a limit, and after which of them the caller could cancel. */
function runs(cases: number, most: number): { readonly fit: number; readonly pauses: readonly number[] } {
  let all = 0;
  const answer = (): number => {
    all += cases;
    return 0;
  };
  const counted = new Runs({ answer, cases: () => all }, most);
  const pauses: number[] = [];
  while (counted.begin()) {
    run(counted.answer(world));
    if (counted.isPause) pauses.push(counted.count);
  }
  return { fit: counted.count - 1, pauses };
}

test('a run that judges few cases counts once, one that judges many as several, with more pauses', () => {
  expect(runs(1, 20)).toEqual({ fit: 20, pauses: [8, 16] });
  expect(runs(12, 20)).toEqual({ fit: 20, pauses: [2, 4, 6, 8, 10, 12, 14, 16, 18, 20] });
  expect(runs(128, 4)).toEqual({ fit: 4, pauses: [1, 2, 3, 4] });
  expect(runs(136, 20)).toEqual({ fit: 7, pauses: [1, 2, 3, 4, 5, 6, 7] });
  expect(runs(10_000, 20)).toEqual({ fit: 1, pauses: [1] });
});
