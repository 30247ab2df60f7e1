import { after, type History, type HistoryOperation, type Value } from './history.js';

/** An order of the operations of one register, as indices; or none; or after how many states it was given up. */
export type RegisterOrder =
  | { readonly kind: 'order'; readonly order: readonly number[] }
  | { readonly kind: 'none' }
  | { readonly kind: 'not known'; readonly states: number };

/** How many states are entered at most: about a gigabyte of memory, and some ten seconds. */
const MOST_STATES = 3_000_000;

/** A call or a return in the order of time, in a list from which operations that are placed are taken out. */
interface Entry {
  readonly operation: HistoryOperation;
  readonly index: number;
  /** The rank of its call among the calls of answered operations, or of unanswered ones. */
  readonly rank: number;
  readonly isCall: boolean;
  /** Of a call: absent where there was no answer. */
  match?: Entry;
  before: Entry | undefined;
  next: Entry | undefined;
}

/**
 * Looks for one order of the operations of one register that keeps real time. Every answered operation is in it; an
 * unanswered write may be; an unanswered read never is.
 *
 * The search of Wing and Gong (J. Parallel Distrib. Comput. 17, 1993) over a linked list of calls and returns, and no
 * pair (set of operations placed, value of the register) is entered twice (Lowe, "Testing for linearizability",
 * Concurrency and Computation 29(4), 2017). A set is told by its first answered operation that is missing and by what
 * is placed besides, so that long histories of few clients take little memory.
 */
export function orderRegister(history: History, mostStates = MOST_STATES): RegisterOrder {
  const list = listOf(history);
  const placed = new Placed(list.answered);
  const entered = new Set<string>();
  const stack: { readonly entry: Entry; readonly held: Value }[] = [];
  let held: Value = null;
  let entry = list.head.next;
  while (placed.missing > 0) {
    if (entry?.isCall === true) {
      const then = after(entry.operation, held);
      const isNew = then !== undefined && placed.enters(entry, then, entered);
      if (!isNew) {
        entry = entry.next;
        continue;
      }
      if (entered.size > mostStates) return { kind: 'not known', states: mostStates };
      stack.push({ entry, held });
      held = then;
      takeOut(entry);
      entry = list.head.next;
      continue;
    }
    // An answer that comes before its operation could be placed, or the end of the list: the last choice was wrong.
    const last = stack.pop();
    if (last === undefined) return { kind: 'none' };
    placed.remove(last.entry);
    putBack(last.entry);
    held = last.held;
    entry = last.entry.next;
  }
  return { kind: 'order', order: stack.map(({ entry: { index } }) => index) };
}

function listOf(history: History): { readonly head: Entry; readonly answered: number } {
  const times = history.flatMap((operation, index) => {
    if (operation.return === undefined && operation.kind === 'read') return [];
    const call = { operation, index, isCall: true, time: operation.call };
    return operation.return === undefined ? [call] : [call, { ...call, isCall: false, time: operation.return }];
  });
  // Of the same time, calls come first: neither is before the other.
  times.sort((a, b) => a.time - b.time || Number(b.isCall) - Number(a.isCall));
  const head: Entry = { operation: NOTHING, index: -1, rank: -1, isCall: true, before: undefined, next: undefined };
  const calls = new Map<number, Entry>();
  let [last, answered, unanswered] = [head, 0, 0];
  for (const { operation, index, isCall } of times) {
    const rank = !isCall ? -1 : operation.return === undefined ? unanswered++ : answered++;
    const entry: Entry = { operation, index, rank, isCall, before: last, next: undefined };
    last.next = entry;
    last = entry;
    const call = calls.get(index);
    if (isCall) calls.set(index, entry);
    else if (call !== undefined) call.match = entry;
  }
  return { head, answered };
}

const NOTHING: HistoryOperation = { kind: 'write', key: '', value: null, call: 0, return: undefined };

function takeOut(call: Entry): void {
  for (const entry of [call, call.match]) {
    if (entry?.before !== undefined) entry.before.next = entry.next;
    if (entry?.next !== undefined) entry.next.before = entry.before;
  }
}

function putBack(call: Entry): void {
  for (const entry of [call.match, call]) {
    if (entry?.before !== undefined) entry.before.next = entry;
    if (entry?.next !== undefined) entry.next.before = entry;
  }
}

/** How many operations one character tells. */
const BITS = 15;

/** The operations that are placed. */
class Placed {
  missing: number;
  private readonly isPlaced: Uint8Array;
  private readonly unanswered = new Set<number>();
  /** All answered operations of a lower rank are placed. */
  private first = 0;
  /** No answered operation of this rank or a higher one is placed. */
  private end = 0;

  constructor(answered: number) {
    this.missing = answered;
    this.isPlaced = new Uint8Array(answered);
  }

  /** Places an operation, unless the set with it and the value that it leaves were entered before. */
  enters(entry: Entry, held: Value, entered: Set<string>): boolean {
    this.add(entry);
    const key = this.key(held);
    if (entered.has(key)) {
      this.remove(entry);
      return false;
    }
    entered.add(key);
    return true;
  }

  remove({ rank, match }: Entry): void {
    if (match === undefined) {
      this.unanswered.delete(rank);
      return;
    }
    this.isPlaced[rank] = 0;
    this.missing++;
    this.first = Math.min(this.first, rank);
    while (this.end > this.first && this.isPlaced[this.end - 1] === 0) this.end--;
  }

  private add({ rank, match }: Entry): void {
    if (match === undefined) {
      this.unanswered.add(rank);
      return;
    }
    this.isPlaced[rank] = 1;
    this.missing--;
    while (this.isPlaced[this.first] === 1) this.first++;
    this.end = Math.max(this.end, rank + 1, this.first);
  }

  private key(held: Value): string {
    let bits = '';
    for (let from = this.first + 1; from < this.end; from += BITS) {
      let one = 0;
      for (let i = 0; i < BITS; i++) one = 2 * one + (this.isPlaced[from + i] ?? 0);
      bits += String.fromCharCode(one);
    }
    const others = this.unanswered.size === 0 ? '' : [...this.unanswered].sort((a, b) => a - b).join();
    return `${this.first} ${bits} ${others} ${JSON.stringify(held)}`;
  }
}
