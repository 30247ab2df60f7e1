import type { History } from './history.js';
import { orderRegister, type RegisterOrder } from './register.js';

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
    }
  /** No register is known to have none, and of one the search was given up after this many states. */
  | { readonly kind: 'not known'; readonly states: number };

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
  const orders: (readonly number[])[] = [];
  const violations: { readonly own: readonly number[]; readonly operation: number; readonly time: number }[] = [];
  let states = 0;
  for (const own of byRegister(history)) {
    const found = orderOf(history, own);
    if (found.kind === 'order') orders.push(found.order);
    else if (found.kind === 'not known') states = Math.max(states, found.states);
    else violations.push({ own, ...earliest(history, own) });
  }
  const [first] = violations.sort((a, b) => a.time - b.time);
  if (first !== undefined) {
    const prefix = first.own.filter((index) => callOf(history, index) <= first.time);
    return {
      kind: 'violation',
      operation: first.operation,
      prefix: prefix.sort((a, b) => callOf(history, a) - callOf(history, b)),
    };
  }
  return states > 0 ? { kind: 'not known', states } : { kind: 'linearizable', order: merged(history, orders) };
}

export function isLinearizable(history: History): boolean {
  return linearize(history).kind === 'linearizable';
}

/** The indices of each register's operations. */
function byRegister(history: History): number[][] {
  const all = new Map<string, number[]>();
  for (const [index, { key }] of history.entries()) {
    const own = all.get(key);
    if (own === undefined) all.set(key, [index]);
    else own.push(index);
  }
  return [...all.values()];
}

function callOf(history: History, index: number): number {
  return history[index]?.call ?? 0;
}

function returnOf(history: History, index: number): number {
  return history[index]?.return ?? Infinity;
}

/** An order of these operations of one register, if there is one. */
function orderOf(history: History, indices: readonly number[]): RegisterOrder {
  const found = orderRegister(indices.flatMap((index) => history[index] ?? []));
  return found.kind === 'order' ? { ...found, order: found.order.flatMap((place) => indices[place] ?? []) } : found;
}

/**
 * The first return after which no order is left. Operations that were not answered by then count as unanswered. Every
 * beginning of a history that has an order has one, so halving finds it.
 */
function earliest(history: History, indices: readonly number[]): { readonly operation: number; readonly time: number } {
  const returns = indices
    .filter((index) => returnOf(history, index) < Infinity)
    .sort((a, b) => returnOf(history, a) - returnOf(history, b));
  let [low, high] = [0, returns.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (hasNoOrder(history, indices, returnOf(history, returns[middle] ?? -1))) high = middle;
    else low = middle + 1;
  }
  const operation = returns[low] ?? -1;
  return { operation, time: returnOf(history, operation) };
}

function hasNoOrder(history: History, indices: readonly number[], time: number): boolean {
  const upTo = indices.flatMap((index) => {
    const operation = history[index];
    if (operation === undefined || operation.call > time) return [];
    return [
      operation.return !== undefined && operation.return > time ? { ...operation, return: undefined } : operation,
    ];
  });
  return orderRegister(upTo).kind === 'none';
}

/**
 * One order from the orders of the registers: the next operation is one that is first in its register and in real time.
 * There always is one (Herlihy & Wing, theorem 1).
 */
function merged(history: History, orders: readonly (readonly number[])[]): number[] {
  const places = orders.map(() => 0);
  const byReturn = orders.flat().sort((a, b) => returnOf(history, a) - returnOf(history, b));
  const done = new Set<number>();
  let next = 0;
  while (done.size < byReturn.length) {
    while (done.has(byReturn[next] ?? -1)) next++;
    const soonest = returnOf(history, byReturn[next] ?? -1);
    const found = orders.findIndex((order, register) => {
      const head = order[places[register] ?? 0];
      return head !== undefined && callOf(history, head) <= soonest;
    });
    const head = orders[found]?.[places[found] ?? 0];
    if (head === undefined) throw new Error('the orders of the registers contradict real time');
    places[found] = (places[found] ?? 0) + 1;
    done.add(head);
  }
  return [...done];
}
