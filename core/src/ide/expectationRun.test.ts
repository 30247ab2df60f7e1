import { expect, test } from 'vitest';
import { analyze } from '../analyze.js';
import { expectationRun } from './expectationRun.js';

const DESIGN = `node a, b
link a -- b
client app at a
client far at b
store s on a, b { choose AP }
operation put: write s from far
operation get: read s from app
partition p { a | b }
expect get never stale under p
expect get never error under p
`;

/** Each step, with the line of what it is about. */
function steps(text: string, id: string): string[] {
  const { resolved, results } = analyze(text);
  return expectationRun(resolved, results, id).map(
    (step) => `${step.text} @ ${step.span === undefined ? '' : text.slice(step.span.start).split('\n')[0]}`,
  );
}

test('what fails is shown step by step, each where it is written', () => {
  const run = steps(DESIGN, 'get never stale under p');
  expect(run.find((step) => step.includes('writes v1'))).toMatch(
    /^put from far writes v1 to s at b @ write s from far/,
  );
  expect(run.find((step) => step.includes('breaks'))).toMatch(/@ p \{ a/);
  expect(run.find((step) => step.includes('though v1'))).toMatch(/@ operation get|@ read s/);
});

test('what holds, what is not there and what is decided without a run has no steps', () => {
  expect(steps(DESIGN, 'get never error under p')).toEqual([]);
  expect(steps(DESIGN, 'anything')).toEqual([]);
});
