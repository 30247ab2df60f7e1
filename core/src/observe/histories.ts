import { type Linearization, linearize } from '../simulate/linearizability.js';
import type { HistoryOperation } from '../simulate/history.js';
import type { Request } from './requests.js';

/** Whether the requests of one register have an order, and of which requests nobody could make one. */
export type RegisterVerdict =
  | { readonly kind: 'linearizable'; readonly requests: number }
  | { readonly kind: 'not known'; readonly requests: number; readonly states: number }
  | { readonly kind: 'violation'; readonly requests: number; readonly explanation: readonly Request[] };

interface Placed extends HistoryOperation {
  readonly request: Request;
}

/** Judges the registers of a recording one by one; sets and operations of several steps are left out. */
export function linearizability(requests: readonly Request[]): Map<string, RegisterVerdict> {
  const registers = new Map<string, Placed[]>();
  for (const request of requests) {
    if (request.access === 'several' || request.outcome === 'error') continue;
    const own = registers.get(request.register) ?? [];
    registers.set(request.register, own);
    own.push({
      kind: request.access === 'read' ? 'read' : request.expected === undefined ? 'write' : 'cas',
      key: '',
      value: request.value === null ? null : JSON.stringify(request.value),
      ...(request.expected === undefined ? {} : { expected: JSON.stringify(request.expected) }),
      call: request.called,
      return: request.outcome === 'ok' ? request.returned : undefined,
      request,
    });
  }
  return new Map(
    [...registers]
      .filter(([, own]) => !own.some(({ request }) => request.access === 'read' && Array.isArray(request.value)))
      .map(([register, own]) => [register, verdictOf(own, linearize(own))]),
  );
}

function verdictOf(own: readonly Placed[], found: Linearization): RegisterVerdict {
  if (found.kind !== 'violation') {
    const { length: requests } = own;
    return found.kind === 'linearizable' ? { kind: found.kind, requests } : { ...found, requests };
  }
  const { return: end = 0 } = own[found.operation] ?? {};
  const prefix = found.prefix.flatMap((index) => {
    const one = own[index];
    return one === undefined
      ? []
      : [one.return !== undefined && one.return > end ? { ...one, return: undefined } : one];
  });
  return {
    kind: 'violation',
    requests: own.length,
    explanation: smallest(prefix).map(({ request }) => request),
  };
}

/** How often fewer requests are tried, at most. */
const MOST_TRIES = 500;

/**
 * A few requests that have no order, and have one without any of their values. All requests of one value leave
 * together: an order of all is then an order of the rest. With a compare-and-set, which joins two values, nothing
 * leaves.
 */
function smallest(prefix: readonly Placed[]): readonly Placed[] {
  if (prefix.some(({ kind }) => kind === 'cas')) return prefix;
  let left = prefix;
  let tries = 0;
  const values = [...new Set(prefix.map(({ value }) => value))];
  for (let size = Math.ceil(values.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let from = 0; from < values.length && tries < MOST_TRIES; tries++) {
      const leaving = new Set(values.slice(from, from + size));
      const fewer = left.filter(({ value }) => !leaving.has(value));
      if (fewer.length > 0 && linearize(fewer).kind === 'violation') {
        left = fewer;
        values.splice(from, size);
      } else from += size;
    }
  }
  return left;
}
