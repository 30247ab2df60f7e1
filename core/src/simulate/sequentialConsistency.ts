import type { History, HistoryOperation } from './history.js';
import { place } from './placement.js';

/**
 * An operation with the client that issued it. A client (a *process*, in the literature) issues one operation after the
 * other, in the order of their calls.
 */
export interface ClientOperation extends HistoryOperation {
  readonly client: string;
}

export type SequentialOrder =
  | {
      readonly kind: 'sequential';
      /** Indices of the operations. Unanswered writes that are not in it had no effect. */
      readonly order: readonly number[];
    }
  | {
      readonly kind: 'violation';
      /** The longest row of operations that could be placed one after the other. */
      readonly placed: readonly number[];
      /** The next operation of each client after these: none of them can follow. */
      readonly stuck: readonly number[];
    };

/**
 * Is there one order of all operations that keeps the order of each client, and in which every read answers the last
 * write? Real time does not count (Lamport, "How to make a multiprocessor computer that correctly executes multiprocess
 * programs", IEEE Trans. Computers C-28(9), 1979). All registers are checked together: unlike linearizability,
 * sequential consistency is not a local property (Herlihy & Wing 1990, section 3.3).
 *
 * A write that was never answered comes after the client's earlier operations; the client's later operations do not
 * wait for it.
 */
export function orderSequentially(history: History<ClientOperation>): SequentialOrder {
  const precedes = history.map((operation, index) => precedesInProgram(history, operation, index));
  const { complete, order } = place(history, precedes);
  if (complete) return { kind: 'sequential', order };
  const placed = order.reduce((bits, index) => bits | (1n << BigInt(index)), 0n);
  const stuck = history.flatMap(({ return: answered }, index) => {
    const before = precedes[index] ?? 0n;
    return answered !== undefined && (placed & (1n << BigInt(index))) === 0n && (placed & before) === before
      ? [index]
      : [];
  });
  return { kind: 'violation', placed: order, stuck };
}

export function isSequentiallyConsistent(history: History<ClientOperation>): boolean {
  return orderSequentially(history).kind === 'sequential';
}

/** Of two calls at the same time, the one listed first was first. */
function precedesInProgram(
  history: History<ClientOperation>,
  { client, call }: ClientOperation,
  index: number,
): bigint {
  return history.reduce((bits, other, i) => {
    const isBefore =
      other.client === client &&
      other.return !== undefined &&
      (other.call < call || (other.call === call && i < index));
    return isBefore ? bits | (1n << BigInt(i)) : bits;
  }, 0n);
}
