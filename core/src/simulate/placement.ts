import { after, type History, type Value } from './history.js';

export interface Placement {
  /** Every answered operation was placed. */
  readonly complete: boolean;
  /** Indices in the order found; if it is not complete, the longest order that was tried. */
  readonly order: readonly number[];
}

/**
 * Looks for an order of the operations in which every read answers what was written last to its register, and that
 * keeps `precedes`. Every answered operation is in it; an unanswered write may be; an unanswered read never is.
 *
 * Depth first over the operations that may come next (Wing & Gong, "Testing and Verifying Concurrent Objects", J.
 * Parallel Distrib. Comput. 17, 1993), and no pair (set of operations placed, values of the registers) is entered twice
 * (Lowe, "Testing for linearizability", Concurrency and Computation 29(4), 2017). Exponential in the worst case, as the
 * problem is NP-complete (Gibbons & Korach, SIAM J. Comput. 26(4), 1997).
 *
 * @param precedes for each operation the set, as bits, of those that must be placed before it.
 */
export function place(history: History, precedes: readonly bigint[]): Placement {
  const keys = [...new Set(history.map(({ key }) => key))];
  const places = history
    .map((operation, index) => ({
      ...operation,
      index,
      bit: 1n << BigInt(index),
      register: keys.indexOf(operation.key),
      before: precedes[index] ?? 0n,
    }))
    .filter((operation) => operation.return !== undefined || operation.kind !== 'read');
  const required = places.reduce(
    (bits, operation) => (operation.return === undefined ? bits : bits | operation.bit),
    0n,
  );
  const entered = new Set<string>();
  const order: number[] = [];
  let longest: readonly number[] = [];

  const search = (placed: bigint, values: readonly Value[]): boolean => {
    if ((placed & required) === required) return true;
    const state = `${placed} ${JSON.stringify(values)}`;
    if (entered.has(state)) return false;
    entered.add(state);
    if (order.length > longest.length) longest = [...order];
    for (const operation of places) {
      const { index, bit, register, before } = operation;
      if ((placed & bit) !== 0n || (placed & before) !== before) continue;
      const held = after(operation, values[register] ?? null);
      if (held === undefined) continue;
      order.push(index);
      if (search(placed | bit, operation.kind === 'read' ? values : values.with(register, held))) return true;
      order.pop();
    }
    return false;
  };

  const complete = search(
    0n,
    keys.map(() => null),
  );
  return { complete, order: complete ? order : longest };
}
