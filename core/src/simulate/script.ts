import type { VertexId } from '../model/model.js';
import type { ClientOperation } from './sequentialConsistency.js';

/** An operation and one of its clients, by index. */
export interface Request {
  readonly operation: number;
  readonly client: VertexId;
}

/** When a request is issued: just before the break, while not all replicas have noticed it, or once it has settled. */
export type When = 'before' | 'detecting' | 'settled';

/** A request with when it is issued. */
export interface Timed extends Request {
  readonly when: When;
}

/** What clients do in a run: the request that the question is about and, if there is one, another write before it. */
export interface Script {
  readonly target: Request;
  readonly targetWhen: When;
  readonly other?: Timed;
}

/** The outcomes of the target, from harmless to harmful. */
export const ENDS = [
  'ok',
  'error',
  'stale/lag',
  'stale/heal',
  'dirty',
  'unknown',
  'partial',
  'conflict/lag',
  'conflict/heal',
  'lost',
] as const;
export type End = (typeof ENDS)[number];

/** What a client saw of one step. */
export interface Seen extends ClientOperation {
  /** Index into the model's operations; absent: a read of the store after the heal. */
  readonly operation?: number;
}
