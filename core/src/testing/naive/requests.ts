import type { Model, Step, Store, VertexId } from '../../model/model.js';
import { consensus } from './consensus.js';
import { any, quorum } from './leaderless.js';
import type { Network } from './network.js';
import { primary } from './primary.js';
import type { Acknowledged, Answered, Scenario, Scheme } from './scheme.js';
import type { Failed } from './services.js';

const SCHEMES: Readonly<Record<Store['replication']['scheme'], Scheme>> = { consensus, primary, quorum, any };

export type Result =
  | Failed
  | { readonly kind: 'acknowledged'; readonly write: Acknowledged }
  | { readonly kind: 'answered'; readonly read: Answered; readonly at: VertexId };

/** The requests of clients, and of instances of services, to stores. */
export class Requests {
  constructor(
    private readonly model: Model,
    private readonly broken: Network,
    private readonly healthy: Network,
  ) {}

  /** One request, with each of several servers as the first: the client asks the next replica when one refuses. */
  perform(network: Network, step: Step, client: VertexId, scenario: Scenario): Result[] {
    return this.schemeOf(step.store)
      .picks(network, this.storeOf(step.store), scenario, client)
      .map((pick) => this.performAt(network, step, client, scenario, pick));
  }

  private performAt(
    network: Network,
    step: Step,
    client: VertexId,
    scenario: Scenario,
    pick: VertexId | undefined,
  ): Result {
    const store = this.storeOf(step.store);
    const asked = this.schemeOf(step.store).ask(network, store, scenario, client, pick, step);
    const noAnswer: Result = { kind: 'failed', key: step.access === 'write' ? 'unknown' : 'error' };
    const refusedBy: VertexId[] = [];
    for (const replica of asked.order) {
      if (!network.passes(client, replica)) continue;
      const write = step.access === 'write' ? asked.write(replica) : undefined;
      const read = step.access === 'read' ? asked.read(replica) : undefined;
      const refused = write === undefined && read === undefined;
      const waits = isUnaware(scenario, replica) && !this.refusedBefore(step, client, scenario, pick, replica);
      if (refused && (waits || store.onPartition.kind === 'wait')) return noAnswer;
      if (!network.passes(replica, client)) return noAnswer;
      if (write !== undefined) return { kind: 'acknowledged', write: { ...write, refusedBy } };
      if (read !== undefined) return { kind: 'answered', read, at: replica };
      if (!isUnaware(scenario, replica)) refusedBy.push(replica);
    }
    return { kind: 'failed', key: 'error', refusedBy };
  }

  /**
   * A replica that has not noticed the break refuses at once what it refused before the break. If it forwards requests,
   * the other replica must still be in reach.
   */
  private refusedBefore(
    step: Step,
    client: VertexId,
    { unnoticed: _, spared: __, promoted: ___, ...scenario }: Scenario,
    pick: VertexId | undefined,
    replica: VertexId,
  ): boolean {
    const scheme = this.schemeOf(step.store);
    const asked = scheme.ask(this.healthy, this.storeOf(step.store), scenario, client, pick, step);
    const passesOn = (network: Network): boolean =>
      scheme.passesOn === undefined || scheme.passesOn(network, this.storeOf(step.store), scenario, replica);
    if (passesOn(this.healthy) && !passesOn(this.broken)) return false;
    return (step.access === 'write' ? asked.write(replica) : asked.read(replica)) === undefined;
  }

  storeOf(s: number): Store {
    const store = this.model.stores[s];
    if (store === undefined) throw new Error(`no store ${s}`);
    return store;
  }

  schemeOf(s: number): Scheme {
    return SCHEMES[this.storeOf(s).replication.scheme];
  }
}

export function isUnaware({ unnoticed, spared }: Scenario, replica: VertexId): boolean {
  return unnoticed === true || spared === replica;
}
