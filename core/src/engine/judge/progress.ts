import type { Model, Step, VertexId } from '../../model/model.js';
import type { StoreState } from '../replication/scheme.js';
import { request } from '../request.js';
import type { Nearest } from './nearest.js';
import type { Writer } from './writers.js';

/** `answered`: how many steps are known to be answered; those of other stores count too. */
interface Reached {
  answered: number;
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
   * steps.
   */
  getsTo(at: StoreState, { operation, step: end, client }: Writer): boolean {
    const steps = this.model.operations[operation]?.steps ?? [];
    const ofState = this.reached.get(at) ?? new Map<number, Reached>();
    this.reached.set(at, ofState);
    const key = operation * this.model.vertices.length + client;
    const far = ofState.get(key) ?? { answered: 0, isStuck: false };
    ofState.set(key, far);
    while (far.answered < end && !far.isStuck) {
      const step = steps[far.answered];
      if (step?.store === at.here.index && !this.isAnswered(at, step, client)) far.isStuck = true;
      else far.answered++;
    }
    return far.answered >= end;
  }

  private isAnswered(state: StoreState, step: Step, client: VertexId): boolean {
    return this.nearest
      .routes(state, step, client)
      .some((route) => request(state, step, { client, route }).some(({ kind }) => kind === 'answered'));
  }
}
