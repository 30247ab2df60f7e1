import type { History, HistoryOperation } from './history.js';
import { place } from './placement.js';

export type Linearization =
  | {
      readonly kind: 'linearizable';
      /**
       * Indices of the operations in an order in which each takes effect at one moment between its call and its return.
       * Unanswered writes that are not in it had no effect.
       */
      readonly order: readonly number[];
    }
  | {
      readonly kind: 'violation';
      /** The answer that no order explains. Without it, every operation answered before it can still be placed. */
      readonly operation: number;
      /**
       * The shortest beginning of the history that has no order: the operations on this register that were called by
       * then, by time of call.
       */
      readonly prefix: readonly number[];
    };

/**
 * Is there one order of all operations that keeps real time – what was answered before another was called comes before
 * it – and in which every read answers the last write? (Herlihy & Wing, "Linearizability: a correctness condition for
 * concurrent objects", ACM TOPLAS 12(3), 1990.)
 *
 * Each register is checked by itself: a history is linearizable if and only if it is so on every object (their theorem
 * 1, locality). A violation is the earliest one, which exists since every beginning of a linearizable history is
 * linearizable.
 */
export function linearize(history: History): Linearization {
  const keys = [...new Set(history.map(({ key }) => key))];
  const orders: (readonly number[])[] = [];
  const violations: { readonly key: string; readonly operation: number; readonly time: number }[] = [];
  for (const key of keys) {
    const own = indicesOf(history, key);
    const order = orderOf(history, own);
    if (order !== undefined) orders.push(order);
    else violations.push({ key, ...earliest(history, own) });
  }
  const [first] = violations.sort((a, b) => a.time - b.time);
  if (first === undefined) return { kind: 'linearizable', order: merged(history, orders) };
  const prefix = indicesOf(history, first.key).filter((index) => callOf(history, index) <= first.time);
  return {
    kind: 'violation',
    operation: first.operation,
    prefix: prefix.sort((a, b) => callOf(history, a) - callOf(history, b)),
  };
}

export function isLinearizable(history: History): boolean {
  return linearize(history).kind === 'linearizable';
}

function indicesOf(history: History, key: string): number[] {
  return history.flatMap((operation, index) => (operation.key === key ? [index] : []));
}

function callOf(history: History, index: number): number {
  return history[index]?.call ?? 0;
}

function returnOf(history: History, index: number): number {
  return history[index]?.return ?? Infinity;
}

/** An order of these operations of one register, if there is one. */
function orderOf(history: History, indices: readonly number[]): readonly number[] | undefined {
  const operations = indices.flatMap((index) => history[index] ?? []);
  const { complete, order } = place(
    operations,
    operations.map((operation) => precedesInTime(operations, operation)),
  );
  return complete ? order.flatMap((place) => indices[place] ?? []) : undefined;
}

function precedesInTime(history: History, { call }: HistoryOperation): bigint {
  return history.reduce(
    (bits, other, index) => (other.return !== undefined && other.return < call ? bits | (1n << BigInt(index)) : bits),
    0n,
  );
}

/** The first return after which no order is left. Operations that were not answered by then count as unanswered. */
function earliest(history: History, indices: readonly number[]): { readonly operation: number; readonly time: number } {
  const returns = indices
    .filter((index) => returnOf(history, index) < Infinity)
    .sort((a, b) => returnOf(history, a) - returnOf(history, b));
  let operation = -1;
  let time = Infinity;
  for (const index of returns) {
    operation = index;
    time = returnOf(history, index);
    if (
      orderOf(
        upTo(history, time),
        indices.filter((other) => callOf(history, other) <= time),
      ) === undefined
    )
      break;
  }
  return { operation, time };
}

function upTo(history: History, time: number): History {
  return history.map((operation) =>
    operation.return !== undefined && operation.return > time ? { ...operation, return: undefined } : operation,
  );
}

/**
 * One order from the orders of the registers: the next operation is one that is first in its register and in real time.
 * There always is one (Herlihy & Wing, theorem 1).
 */
function merged(history: History, orders: readonly (readonly number[])[]): number[] {
  const rests = orders.map((order) => [...order]);
  const result: number[] = [];
  for (let left = rests.flat(); left.length > 0; left = rests.flat()) {
    const soonest = Math.min(...left.map((index) => returnOf(history, index)));
    const rest = rests.find(([head]) => head !== undefined && callOf(history, head) <= soonest);
    const head = rest?.shift();
    if (head === undefined) throw new Error('the orders of the registers contradict real time');
    result.push(head);
  }
  return result;
}
