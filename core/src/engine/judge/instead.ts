import type { Model, Step, Store, VertexId } from '../../model/model.js';
import type { StoreState } from '../replication/scheme.js';
import { type Answer, request } from '../request.js';
import type { Nearest } from './nearest.js';
import { storesOf } from './situations.js';

/** A read of a store that others are derived from, at its default level. */
export function readOfSource(store: number): Step {
  return { access: 'read', store, needs: [] };
}

/** What is read instead where no copy of a store answers (`else`). */
export function readInstead({ from }: Store): Step | undefined {
  return from?.orSource === true ? readOfSource(from.store) : undefined;
}

/** The reads of one step: that of its own store, and those that follow where no copy answers. */
function readsOf({ stores }: Model, step: Step): Step[] {
  const reads: Step[] = [];
  for (let next: Step | undefined = step; next !== undefined; ) {
    reads.push(next);
    const store: Store | undefined = stores[next.store];
    next = store === undefined ? undefined : readInstead(store);
  }
  return reads;
}

/** The step itself, or what is read when no copy has answered: a step is refused if this is. */
export function lastRead(model: Model, step: Step): Step {
  return readsOf(model, step).at(-1) ?? step;
}

/** All stores that steps may ask, each before the one that is read instead of it. */
export function storesAsked(model: Model, steps: readonly Step[]): number[] {
  const { stores } = model;
  const own = storesOf(steps);
  if (own.every((store) => stores[store]?.from?.orSource !== true)) return own;
  const left = (store: number): number => readsOf(model, readOfSource(store)).length;
  const all = own.flatMap((store) => storesOf(readsOf(model, readOfSource(store))));
  return [...new Set(all)].sort((one, other) => left(other) - left(one));
}

/** How a step has to end for the one that issues it. */
export interface Wanted {
  readonly issuer: VertexId;
  readonly step: Step;
  readonly end: 'answered' | 'refused';
}

/**
 * What still has to be so while a store is in this state: the steps that ask other stores, and what is read instead of
 * its copies. Undefined: a step can't end as wanted.
 */
function leftAt(nearest: Nearest, at: StoreState, wanted: readonly Wanted[]): readonly Wanted[] | undefined {
  const instead = readInstead(at.here.store);
  const left: Wanted[] = [];
  for (const one of wanted) {
    const { issuer, step, end } = one;
    if (step.store !== at.here.index) {
      left.push(one);
      continue;
    }
    const answers = answersTo(nearest, at, step, issuer);
    if (end === 'answered' && answers.some(isAnswered)) continue;
    if (instead !== undefined) {
      if (answers.every(isAnswered)) return undefined;
      left.push({ ...one, step: instead });
    } else if (end === 'answered' || !answers.some(isRefused)) return undefined;
  }
  return left;
}

/** Can these steps end as wanted? `stores`: as of `storesAsked`; each is in one of its states. */
export function canEnd(
  nearest: Nearest,
  stores: readonly number[],
  statesOf: (store: number) => readonly StoreState[],
  wanted: readonly Wanted[],
): boolean {
  let open: readonly (readonly Wanted[])[] = [wanted];
  for (const store of stores) {
    const left = new Map<string, readonly Wanted[]>();
    for (const some of open) {
      const least = some.filter(({ step }) => step.store !== store).length;
      for (const at of statesOf(store)) {
        const found = leftAt(nearest, at, some);
        if (found === undefined) continue;
        left.set(keyOf(found), found);
        if (found.length === least) break;
      }
    }
    if (left.size === 0) return false;
    open = [...left.values()];
  }
  return true;
}

function keyOf(wanted: readonly Wanted[]): string {
  const keys = wanted.map(({ issuer, step: { access, store, level }, end }) =>
    [issuer, access, store, level, end].join(' '),
  );
  return [...new Set(keys)].sort().join();
}

export function answersTo(nearest: Nearest, state: StoreState, step: Step, issuer: VertexId): Answer[] {
  const { isSettled } = nearest;
  return nearest
    .routes(state, step, issuer)
    .flatMap((route) => request(state, step, { client: issuer, route, isSettled }));
}

/** As soon as one answer is found, no further route is asked. */
export function canBeAnswered(nearest: Nearest, state: StoreState, step: Step, issuer: VertexId): boolean {
  return nearest
    .routes(state, step, issuer)
    .some((route) => request(state, step, { client: issuer, route, isSettled: nearest.isSettled }).some(isAnswered));
}

export function isAnswered({ kind }: Answer): boolean {
  return kind === 'answered';
}

function isRefused(answer: Answer): boolean {
  return refusedBy(answer) !== undefined;
}

/** The replicas that have refused a request and had noticed the break; undefined: it was not refused. */
export function refusedBy(answer: Answer): number | undefined {
  return answer.kind === 'answered' ? undefined : answer.refusedBy;
}
