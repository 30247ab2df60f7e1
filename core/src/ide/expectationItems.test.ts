import { expect, test } from 'vitest';
import { analyze } from '../analyze.js';
import { expectationItems } from './expectationItems.js';

const DESIGN = `node a, b
link a -- b
client app at a
store s on a, b { choose CP }
operation get: read s from app
partition p { a | b }
expect get error
  under p
expect get ok under p
expect nothing ok
expect get ok under p
`;

test('one for each expectation, with what happens instead or why it is not judged', () => {
  const { resolved, results } = analyze(DESIGN);
  expect(
    expectationItems(resolved, results).map(({ id, label, status, actual }) => ({ id, label, status, actual })),
  ).toEqual([
    { id: 'get error under p', label: 'get error under p', status: 'holds', actual: '' },
    {
      id: 'get ok under p',
      label: 'get ok under p',
      status: 'fails',
      actual: expect.stringMatching(/^error for app under partition p: /),
    },
    {
      id: 'nothing ok',
      label: 'nothing ok',
      status: 'not judged',
      actual: expect.stringMatching(/^a mistake in line 10: /),
    },
    { id: 'get ok under p #2', label: 'get ok under p', status: 'fails', actual: expect.stringMatching(/^error/) },
  ]);
});

test('the message of a failure is that of its diagnostic', () => {
  const { resolved, results, diagnostics } = analyze(DESIGN);
  const failing = diagnostics.filter(({ code }) => code === 'expectation-fails').map(({ message }) => message);
  const items = expectationItems(resolved, results).filter(({ status }) => status === 'fails');
  expect(items.map(({ message }) => message)).toEqual(failing);
  expect(failing).toHaveLength(2);
});

test('without results they are there, and pending; one knows at once what is not judged', () => {
  const items = expectationItems(analyze(DESIGN).resolved, undefined);
  expect(items.map(({ status, actual, bound }) => [status, actual, bound])).toEqual([
    ['pending', '', ''],
    ['pending', '', ''],
    ['not judged', expect.stringContaining('line 10'), ''],
    ['pending', '', ''],
  ]);
});

test('one that depends on a mistake elsewhere says where it is', () => {
  const { resolved, results } = analyze(DESIGN.replace('{ a | b }', '{ a | }'));
  expect(expectationItems(resolved, results).map(({ id, status, actual }) => [id, status, actual])).toEqual([
    ['get error under p', 'not judged', 'partition `p` has a mistake in line 6'],
    ['get ok under p', 'not judged', 'partition `p` has a mistake in line 6'],
    ['nothing ok', 'not judged', expect.stringMatching(/^a mistake in line 10: /)],
    ['get ok under p #2', 'not judged', 'partition `p` has a mistake in line 6'],
  ]);
});

test('texts have one line, whatever the names are', () => {
  const { resolved, results } = analyze(DESIGN.replaceAll('app', '"a\\nb\u202e"'));
  for (const { label, actual } of expectationItems(resolved, results)) expect(label + actual).not.toMatch(/[\n\u202e]/);
});
