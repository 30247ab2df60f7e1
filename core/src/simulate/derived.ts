import type { Model } from '../model/model.js';
import type { Bits } from './cluster.js';
import { answersFrom } from './requires.js';
import type { Run } from './run.js';

/** The store whose writes derived data shows, over others too; a store with data of its own is its own. */
export function rootOf(model: Model, store: number): number {
  const from = model.stores[store]?.from;
  return from === undefined ? store : rootOf(model, from.store);
}

/** What a read of a copy shows: the feed has brought nothing of this run yet, or all that it can bring now. */
export function shownBy(run: Run, store: number, replica: number): Bits {
  return run.choices.of(2) === 1 ? fedTo(run, store, replica) : 0;
}

/** The writes that a copy has once its feed has brought all that it can: those that its machine reads in the source. */
export function fedTo(run: Run, store: number, replica: number): Bits {
  const { cluster } = run.member(store);
  const from = cluster.store.from?.store;
  if (from === undefined) return cluster.has(replica);
  const source = run.member(from);
  const answers = answersFrom(run.of, source, cluster.vertex(replica), from);
  if (answers.length === 0) return 0;
  const answer = run.choices.from(answers);
  if (source.cluster.store.from === undefined) return source.cluster.seenFrom(answer);
  return source.cluster
    .replicas()
    .filter((r) => ((answer >> r) & 1) === 1)
    .reduce((all, r) => all | fedTo(run, from, r), 0);
}
