import { expect, test } from 'vitest';
import type { ExpectationsParams, ExpectationTest } from '#protocol';
import { Book } from './book.js';

const A = 'file:///a.cap';

function expectation(id: string, status: ExpectationTest['status'], actual = ''): ExpectationTest {
  const range = { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } };
  return { id, label: id, range, status, actual, message: actual, bound: '' };
}

/** `told('x holds', 'y pending')`: what the server tells of a design. */
function told(...tests: readonly string[]): ExpectationsParams {
  const expectations = tests.map((one) => {
    const [id = '', status = ''] = one.split(/ (.*)/);
    return expectation(id, status as ExpectationTest['status']);
  });
  return { uri: A, version: 1, expectations };
}

const news = (book: Book, uri = A): string[] => book.news(uri).map(({ id, status }) => `${id} ${status}`);

test('a design is known as long as it has expectations', () => {
  const book = new Book();
  expect(book.heard(told('x pending'), true)).toBe(true);
  expect(book.has(A)).toBe(true);
  expect(book.isSettled(A)).toBe(false);
  expect(book.heard(told('x holds'), true)).toBe(true);
  expect(book.isSettled(A)).toBe(true);
  expect(book.tests(A).map(({ id }) => id)).toEqual(['x']);
  expect(book.heard(told(), true)).toBe(false);
  expect(book.has(A)).toBe(false);
  expect(book.tests(A)).toEqual([]);
});

test('news is what is not shown yet: nothing that is pending, and nothing twice', () => {
  const book = new Book();
  book.heard(told('x holds', 'y pending'), true);
  expect(news(book)).toEqual(['x holds']);
  expect(news(book)).toEqual([]);
  book.heard(told('x holds', 'y fails'), true);
  expect(news(book)).toEqual(['y fails']);
  book.heard(told('x pending', 'y pending'), true);
  book.heard(told('x holds', 'y fails'), true);
  expect(news(book)).toEqual([]);
});

test('the same state for another reason is news', () => {
  const book = new Book();
  const failing = (actual: string): ExpectationsParams => ({
    ...told(),
    expectations: [expectation('x', 'fails', actual)],
  });
  book.heard(failing('stale'), true);
  expect(news(book)).toEqual(['x fails']);
  book.heard(failing('lost'), true);
  expect(news(book)).toEqual(['x fails']);
});

test('an expectation that was gone is news when it comes back', () => {
  const book = new Book();
  book.heard(told('x holds', 'y holds'), true);
  news(book);
  book.heard(told('y holds'), true);
  expect(news(book)).toEqual([]);
  book.heard(told('x holds', 'y holds'), true);
  expect(news(book)).toEqual(['x holds']);
});

test('results of a run that was asked for are no news, except those that it did not show', async () => {
  const book = new Book();
  await book.duringRun(A, async () => {
    book.heard(told('x holds', 'y holds'), true);
    expect(news(book)).toEqual([]);
    book.showed(A, expectation('x', 'holds'));
    await Promise.resolve();
  });
  expect(news(book)).toEqual(['y holds']);
  await expect(book.duringRun(A, () => Promise.reject(new Error('cancelled')))).rejects.toThrow('cancelled');
  book.heard(told('x fails', 'y holds'), true);
  expect(news(book)).toEqual(['x fails']);
});

test.each([
  ['x holds', true, true, 'kept'],
  ['x holds', false, true, 'emptied'],
  ['x pending', true, true, 'emptied'],
  ['x holds', true, false, 'forgotten'],
] as const)('closed with %s (saved: %s, in the workspace: %s): %s', (state, isSaved, isInWorkspace, expected) => {
  const book = new Book();
  book.heard(told(state), isSaved);
  expect(book.closed(A, isInWorkspace)).toBe(expected);
  expect(book.has(A)).toBe(false);
});

test('of a design that it does not know, the closing says nothing', () => {
  expect(new Book().closed(A, true)).toBeUndefined();
});

test('a change on the disk matters once the designs are listed, and only while the server does not tell', () => {
  const book = new Book();
  expect(book.isListedOnly(A)).toBe(false);
  book.list();
  expect(book.isListedOnly(A)).toBe(true);
  book.heard(told('x holds'), true);
  expect(book.isListedOnly(A)).toBe(false);
});

/** Whether a promise has resolved by now; `pending` waits are let go by `cancel`. */
function waiting(wait: (cancellation: { onCancellationRequested: (end: () => void) => void }) => Promise<void>): {
  isOver: () => Promise<boolean>;
  cancel: () => void;
} {
  let over = false;
  let cancel: () => void = () => undefined;
  void wait({
    onCancellationRequested: (end) => {
      cancel = end;
    },
  }).then(() => {
    over = true;
  });
  return {
    isOver: async () => {
      // As many turns as the chain of promises needs.
      for (let i = 0; i < 5; i++) await Promise.resolve();
      return over;
    },
    cancel: () => cancel(),
  };
}

test('one waits until the server has told of a design, or stopped', async () => {
  const book = new Book();
  const known = waiting((cancellation) => book.known(A, cancellation));
  const stopped = waiting((cancellation) => book.known('file:///never.cap', cancellation));
  book.forget('file:///other.cap');
  expect(await known.isOver()).toBe(false);
  book.heard(told('x pending'), true);
  expect(await known.isOver()).toBe(true);
  expect(await stopped.isOver()).toBe(false);
  expect(book.stopped()).toEqual([A]);
  expect(await stopped.isOver()).toBe(true);
  expect(book.has(A)).toBe(false);
});

test('one waits until all results of a design are there, or it is closed', async () => {
  const book = new Book();
  book.heard(told('x pending', 'y holds'), true);
  const settled = waiting((cancellation) => book.settled(A, cancellation));
  book.heard(told('x pending', 'y fails'), true);
  expect(await settled.isOver()).toBe(false);
  book.heard(told('x holds', 'y fails'), true);
  expect(await settled.isOver()).toBe(true);
  book.heard(told('x pending'), true);
  const closed = waiting((cancellation) => book.settled(A, cancellation));
  expect(await closed.isOver()).toBe(false);
  book.closed(A, true);
  expect(await closed.isOver()).toBe(true);
});

test('nobody waits after a cancellation', async () => {
  const book = new Book();
  book.heard(told('x pending'), true);
  const settled = waiting((cancellation) => book.settled(A, cancellation));
  settled.cancel();
  expect(await settled.isOver()).toBe(true);
});
