import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { History, HistoryOperation, Value } from './history.js';
import { isLinearizable, linearize } from './linearizability.js';
import { isSequentiallyConsistent, orderSequentially, type ClientOperation } from './sequentialConsistency.js';

const write = (client: string, key: string, value: Value, call: number, end?: number): ClientOperation => ({
  kind: 'write',
  client,
  key,
  value,
  call,
  return: end,
});
const read = (client: string, key: string, value: Value, call: number, end?: number): ClientOperation => ({
  kind: 'read',
  client,
  key,
  value,
  call,
  return: end,
});

/** The definitions taken literally: every order of every choice of unanswered writes. */
function bruteForce(
  history: History<ClientOperation>,
  isBefore: (a: ClientOperation, b: ClientOperation) => boolean,
): boolean {
  const extend = (order: readonly ClientOperation[], left: readonly ClientOperation[]): boolean =>
    (left.every((operation) => operation.return === undefined) && isLegal(order) && keeps(order, isBefore)) ||
    left.some((next) =>
      extend(
        [...order, next],
        left.filter((other) => other !== next),
      ),
    );
  return extend(
    [],
    history.filter(({ kind, return: end }) => kind !== 'read' || end !== undefined),
  );
}

function isLegal(order: readonly HistoryOperation[]): boolean {
  return order.every(({ kind, key, value, expected }, i) => {
    const last = order.slice(0, i).findLast((earlier) => earlier.kind !== 'read' && earlier.key === key);
    return kind === 'write' || (kind === 'read' ? value : expected) === (last?.value ?? null);
  });
}

function keeps(
  order: readonly ClientOperation[],
  isBefore: (a: ClientOperation, b: ClientOperation) => boolean,
): boolean {
  return order.every((later, i) => order.slice(0, i).every((earlier) => !isBefore(later, earlier)));
}

const inTime = (a: HistoryOperation, b: HistoryOperation): boolean => a.return !== undefined && a.return < b.call;
const inProgram = (a: ClientOperation, b: ClientOperation): boolean =>
  a.client === b.client && a.return !== undefined && a.call < b.call;

/** Three clients, each doing one thing after the other; every tenth operation is never answered and ends its client. */
const histories: fc.Arbitrary<History<ClientOperation>> = fc
  .array(
    fc.record({
      client: fc.constantFrom('p', 'q', 'r'),
      key: fc.constantFrom('x', 'x', 'y'),
      kind: fc.constantFrom('read' as const, 'write' as const, 'cas' as const),
      value: fc.constantFrom(null, 1, 2),
      expected: fc.constantFrom(null, 1, 2),
      pause: fc.integer({ min: 1, max: 4 }),
      lasts: fc.integer({ min: 0, max: 6 }),
      answered: fc.integer({ min: 0, max: 9 }).map((one) => one > 0),
    }),
    { maxLength: 6 },
  )
  .map((drawn) => {
    const clocks = new Map<string, number>();
    return drawn.flatMap(({ client, key, kind, value, expected, pause, lasts, answered }) => {
      const call = (clocks.get(client) ?? 0) + pause;
      if (call === Infinity) return [];
      clocks.set(client, answered ? call + lasts : Infinity);
      return [
        {
          kind,
          client,
          key,
          value: kind === 'read' ? value : (value ?? 3),
          ...(kind === 'cas' ? { expected } : {}),
          call,
          return: answered ? call + lasts : undefined,
        },
      ];
    });
  });

const shorter = (history: History<ClientOperation>, time: number): History<ClientOperation> =>
  history
    .filter(({ call }) => call <= time)
    .map((operation) => ({
      ...operation,
      return: operation.return !== undefined && operation.return <= time ? operation.return : undefined,
    }));

test('random histories: linearizable exactly where some order of all is legal and keeps real time', () => {
  const seen = { linearizable: 0, violation: 0 };
  fc.assert(
    fc.property(histories, (history) => {
      const found = linearize(history);
      if (found.kind === 'not known') expect.unreachable('so few operations have few states');
      seen[found.kind]++;
      expect(found.kind === 'linearizable').toBe(bruteForce(history, inTime));
      if (found.kind === 'linearizable') {
        const order = found.order.flatMap((index) => history[index] ?? []);
        expect(isLegal(order) && keeps(order, inTime)).toBe(true);
        expect(history.every(({ return: end }, index) => end === undefined || found.order.includes(index))).toBe(true);
      } else {
        const end = history[found.operation]?.return ?? NaN;
        expect(bruteForce(shorter(history, end), inTime)).toBe(false);
        expect(bruteForce(shorter(history, end - 0.5), inTime)).toBe(true);
        expect(found.prefix).toContain(found.operation);
      }
    }),
    { numRuns: 3000 },
  );
  expect(Math.min(seen.linearizable, seen.violation)).toBeGreaterThan(300);
});

test('random histories: sequentially consistent exactly where some order of all is legal and keeps the order of each client', () => {
  const seen = { sequential: 0, violation: 0, sequentialOnly: 0 };
  fc.assert(
    fc.property(histories, (history) => {
      const found = orderSequentially(history);
      seen[found.kind]++;
      expect(found.kind === 'sequential').toBe(bruteForce(history, inProgram));
      if (found.kind === 'sequential') {
        const order = found.order.flatMap((index) => history[index] ?? []);
        expect(isLegal(order) && keeps(order, inProgram)).toBe(true);
      } else {
        expect(found.stuck.length).toBeGreaterThan(0);
      }
      // Real time includes the order of each client: linearizable is the stronger of the two.
      const linearizable = isLinearizable(history);
      if (linearizable) expect(found.kind).toBe('sequential');
      else if (found.kind === 'sequential') seen.sequentialOnly++;
    }),
    { numRuns: 3000 },
  );
  expect(Math.min(seen.sequential, seen.violation, seen.sequentialOnly)).toBeGreaterThan(20);
});

// Figure 1 of Herlihy & Wing (1990) has four histories of a queue; these are the same questions asked of a register.
test('a read that overlaps a write may answer the old value or the new one', () => {
  expect(isLinearizable([write('p', 'x', 1, 0, 4), read('q', 'x', null, 1, 2)])).toBe(true);
  expect(isLinearizable([write('p', 'x', 1, 0, 4), read('q', 'x', 1, 1, 2)])).toBe(true);
});

test('a read after an acknowledged write that misses it: sequentially consistent, not linearizable', () => {
  const history = [write('p', 'x', 1, 0, 1), read('q', 'x', null, 2, 3)];
  expect(isSequentiallyConsistent(history)).toBe(true);
  expect(linearize(history)).toEqual({ kind: 'violation', operation: 1, prefix: [0, 1] });
});

// Lamport, "On interprocess communication" (1986): regular registers allow this inversion, atomic ones don't. It is
// what R + W > N without a write-back has.
test('new value, then old value, both while one write is in progress: each read is fine, the two are not', () => {
  const history = [write('p', 'x', 1, 0, 10), read('q', 'x', 1, 1, 2), read('r', 'x', null, 3, 4)];
  expect(linearize(history)).toEqual({ kind: 'violation', operation: 2, prefix: [0, 1, 2] });
  expect(isSequentiallyConsistent(history)).toBe(true);
  expect(
    isSequentiallyConsistent([write('p', 'x', 1, 0, 10), read('q', 'x', 1, 1, 2), read('q', 'x', null, 3, 4)]),
  ).toBe(false);
});

// Dekker's pattern: each writes its own register and reads the other's; store buffers make both reads miss.
test('both clients write and then miss the other write: not sequentially consistent, though each register by itself is', () => {
  const history = [
    write('p', 'x', 1, 0, 1),
    read('p', 'y', null, 2, 3),
    write('q', 'y', 1, 0, 1),
    read('q', 'x', null, 2, 3),
  ];
  expect(isSequentiallyConsistent(history)).toBe(false);
  for (const key of ['x', 'y'])
    expect(isSequentiallyConsistent(history.filter((operation) => operation.key === key))).toBe(true);
});

// IRIW, "independent reads of independent writes".
test('two readers that see two writes in different orders', () => {
  const writes = [write('p', 'x', 1, 0, 9), write('q', 'y', 1, 0, 9)];
  const history = [
    ...writes,
    read('r', 'x', 1, 1, 2),
    read('r', 'y', null, 3, 4),
    read('s', 'y', 1, 1, 2),
    read('s', 'x', null, 3, 4),
  ];
  expect(isSequentiallyConsistent(history)).toBe(false);
  expect(isLinearizable(history)).toBe(false);
});

test('a write that was never answered may take effect much later, or never', () => {
  const pending = write('p', 'x', 1, 0);
  expect(isLinearizable([pending, read('q', 'x', null, 5, 6), read('q', 'x', 1, 7, 8)])).toBe(true);
  expect(isLinearizable([pending, read('q', 'x', null, 5, 6)])).toBe(true);
  expect(isLinearizable([pending, read('q', 'x', 1, 5, 6), read('q', 'x', null, 7, 8)])).toBe(false);
  expect(isLinearizable([{ ...pending, call: 7 }, read('q', 'x', 1, 5, 6)])).toBe(false);
});

test('a chain of 200 operations on 4 registers is placed at once', () => {
  const history = Array.from({ length: 200 }, (_, i) => {
    const value = i < 4 ? null : Math.floor(i / 4) - ((Math.floor(i / 4) + 1) % 2);
    return Math.floor(i / 4) % 2 === 1
      ? write('p', `k${i % 4}`, value, 2 * i, 2 * i + 1)
      : read('p', `k${i % 4}`, value, 2 * i, 2 * i + 1);
  });
  expect(isLinearizable(history)).toBe(true);
  expect(isSequentiallyConsistent(history)).toBe(true);
});
