import { expect, test } from 'vitest';
import type { ExpectationTest } from '#protocol';
import { outcomeOf, outputOf } from './outcome.js';

const RANGE = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };

function expectation(one: Partial<ExpectationTest>): ExpectationTest {
  return {
    id: '',
    label: 'save never lost',
    range: RANGE,
    status: 'holds',
    actual: '',
    message: '',
    bound: '',
    ...one,
  };
}

test('what holds has passed', () => {
  expect(outcomeOf(expectation({}))).toEqual({ kind: 'passed' });
});

test('what fails says so in a few words, without a comparison', () => {
  const message = '`save` can be lost for app when db1 is stopped';
  expect(outcomeOf(expectation({ status: 'fails', actual: 'lost for app', message: `fails: ${message}` }))).toEqual({
    kind: 'failed',
    message,
  });
  expect(outcomeOf(expectation({ status: 'fails' }))).toEqual({ kind: 'failed', message: 'fails' });
});

test('what is not known is no failure', () => {
  expect(outcomeOf(expectation({ status: 'not known', message: 'too many cuts' }))).toEqual({
    kind: 'errored',
    status: 'not known',
    message: 'too many cuts',
  });
});

test('what is not judged has not passed', () => {
  expect(outcomeOf(expectation({ status: 'not judged', message: 'store `s` has a mistake in line 4' }))).toEqual({
    kind: 'errored',
    status: 'not judged',
    message: 'store `s` has a mistake in line 4',
  });
});

test.each([
  [expectation({ bound: 'all 4 cuts' }), [], '✓ save never lost: holds (looked at: all 4 cuts)\r\n'],
  [
    expectation({ status: 'fails', actual: 'lost' }),
    ['1. app asks db1', '2. db1 stops'],
    '✗ save never lost: fails\r\n  lost\r\n    1. app asks db1\r\n    2. db1 stops\r\n',
  ],
  [expectation({ status: 'not known' }), [], '? save never lost: not known\r\n'],
  [
    expectation({ status: 'not judged', actual: 'a link has a mistake in line 2' }),
    [],
    '! save never lost: not judged\r\n  a link has a mistake in line 2\r\n',
  ],
])('a terminal prints %j as %j', (one, steps, text) => expect(outputOf(one, steps)).toBe(text));
