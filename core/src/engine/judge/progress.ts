import type { Model, Step, VertexId } from '../../model/model.js';
import type { StoreState } from '../replication/scheme.js';
import { canBeAnswered, readInstead, readOfSource } from './instead.js';
import type { Nearest } from './nearest.js';
import type { Writer } from './writers.js';

/** How far the requests to one store get: all are answered, or some have to be answered by its source instead. */
export type Far = 'answered' | 'source' | 'stuck';

/** `answered`: how many steps are known to be answered; those of other stores count too. */
interface Reached {
  answered: number;
  /** The first step that is answered by the source of the store and by no copy. */
  fromSource: number;
  /** The next step is not answered. */
  isStuck: boolean;
}

/** How far an operation of a client gets while a store is in one state, as far as it is known. */
export class Progress {
  private readonly reached = new WeakMap<StoreState, Map<number, Reached>>();

  constructor(
    private readonly model: Model,
    private readonly nearest: Nearest,
  ) {}

  /**
   * Are all steps before this one answered that ask the store of the state? Each step is judged once for all later
   * steps. `isSource`: it is also read instead of what is derived from it.
   */
  before(at: StoreState, { operation, step: end, client }: Writer, isSource: boolean): Far {
    const steps = this.model.operations[operation]?.steps ?? [];
    const ofState = this.reached.get(at) ?? new Map<number, Reached>();
    this.reached.set(at, ofState);
    const key = operation * this.model.vertices.length + client;
    const far = ofState.get(key) ?? { answered: 0, fromSource: Infinity, isStuck: false };
    ofState.set(key, far);
    while (far.answered < end && !far.isStuck) {
      const step = steps[far.answered];
      const ends = step?.store === at.here.index ? this.ends(at, step, client) : 'answered';
      if (ends === 'source') far.fromSource = Math.min(far.fromSource, far.answered);
      if (ends === 'stuck') far.isStuck = true;
      else far.answered++;
    }
    if (far.answered < end) return 'stuck';
    const instead = isSource ? this.ends(at, readOfSource(at.here.index), client) : 'answered';
    return instead === 'answered' && far.fromSource < end ? 'source' : instead;
  }

  private ends(state: StoreState, step: Step, client: VertexId): Far {
    if (canBeAnswered(this.nearest, state, step, client)) return 'answered';
    return readInstead(state.here.store) === undefined ? 'stuck' : 'source';
  }
}
