import { expect, test } from 'vitest';
import { operationCountsText, type OperationCounts } from './decisions.js';

test('how many operations hold, break and are decided is told alike, whatever the numbers', () => {
  const told = (counts: Partial<OperationCounts>): string =>
    operationCountsText({ holds: 0, decided: 0, undecided: 0, notKnown: 0, ...counts });
  expect(told({})).toBe('');
  expect(told({ holds: 3 })).toBe('3 of 3 operations hold under any one fault');
  expect(told({ holds: 1, undecided: 1 })).toBe('1 of 2 operations holds under any one fault; 1 breaks: 1 undecided');
  expect(told({ undecided: 1 })).toBe('0 of 1 operation holds under any one fault; 1 breaks: 1 undecided');
  expect(told({ decided: 2, undecided: 1, notKnown: 1 })).toBe(
    '0 of 4 operations hold under any one fault; 3 break: 2 decided, 1 undecided; 1 not known',
  );
});
