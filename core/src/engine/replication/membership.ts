import type { Step } from '../../model/model.js';
import type { StoreWorld } from '../storeWorld.js';
import type { Path } from './path.js';
import type { Possible, Served, Shown, StoreState, Worth } from './scheme.js';

/** Which other replicas a replica counts on, and so what it serves and what its writes are worth. */
export interface Membership
  extends Pick<Possible, 'limit' | 'scenarios' | 'unnoticed' | 'servesLongerUnnoticed'>,
    Pick<Worth, 'missed' | 'discarded' | 'diverges'>,
    Pick<Path, 'time' | 'waits' | 'isLinearizable'> {
  readonly shown: Shown;
  serve(state: StoreState, step: Step, asked: number): Served;
  /** As in `Words`, whatever the step is. */
  strength(store: StoreWorld): string;
}
