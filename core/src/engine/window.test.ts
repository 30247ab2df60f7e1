import { expect, test } from 'vitest';
import { resolve } from '../model/resolve.js';
import { parse } from '../syntax/parse.js';
import { windowRuns } from './window.js';

test('the operations of a file share the runs of their windows, in steps', () => {
  const runs = (operations: number): number => {
    const all = Array.from({ length: operations }, (_, i) => `operation o${i}: read s from c`).join('\n');
    return windowRuns(resolve(parse(`node a\nclient c at a\nstore s on a { choose CP }\n${all}`)).model);
  };
  expect([1, 50, 51, 100, 101, 333, 334, 2000].map(runs)).toEqual([2000, 2000, 1000, 1000, 300, 300, 100, 100]);
});
