import type { Model, Step, Store, VertexId } from '../../model/model.js';
import { consensus } from './consensus.js';
import { any, quorum } from './leaderless.js';
import type { Network } from './network.js';
import { primary } from './primary.js';
import type { Acknowledged, Answered, Asked, Scenario, Scheme } from './scheme.js';
import type { Failed } from './services.js';

const SCHEMES: Readonly<Record<Store['replication']['scheme'], Scheme>> = { consensus, primary, quorum, any };

export type Result =
  | Failed
  | { readonly kind: 'acknowledged'; readonly write: Acknowledged; readonly at: VertexId }
  | { readonly kind: 'answered'; readonly read: Answered; readonly at: VertexId };

/** The requests of clients, and of instances of services, to stores. */
export class Requests {
  constructor(
    readonly model: Model,
    private readonly broken: Network,
    private readonly healthy: Network,
  ) {}

  /** One request, with each of several servers as the first: the client asks the next replica when one refuses. */
  perform(network: Network, step: Step, client: VertexId, met: Scenario): Result[] {
    const { spared: _, ...noticed } = met;
    const scenario = this.schemeOf(step.store).isLateFor?.(step) === false ? noticed : met;
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
    const noAnswer = (kept?: Acknowledged): Result => ({
      kind: 'failed',
      key: step.access === 'write' ? 'unknown' : 'error',
      ...(kept === undefined ? {} : { kept: { ...kept, refusedBy } }),
    });
    const refusedBy: VertexId[] = [];
    for (const replica of asked.order) {
      if (!network.passes(client, replica)) continue;
      const { write, read } = this.served(asked, step, scenario, replica);
      const refused = write === undefined && read === undefined;
      const waits = isUnaware(scenario, replica) && !this.refusedBefore(step, client, scenario, pick, replica);
      const lacks = scenario.unmet?.includes(replica) === true;
      const hopeless = refused && !lacks && asked.isHopeless?.(replica) === true;
      if (refused && !hopeless && (waits || store.onPartition.kind === 'wait')) {
        return noAnswer(lacks ? undefined : asked.keeps?.(replica));
      }
      if (!network.passes(replica, client)) return noAnswer(write);
      if (write !== undefined) return { kind: 'acknowledged', write: { ...write, refusedBy }, at: replica };
      if (read !== undefined) return { kind: 'answered', read: { ...read, refusedBy }, at: replica };
      if (!isUnaware(scenario, replica)) refusedBy.push(replica);
      if (hopeless) break;
    }
    return { kind: 'failed', key: 'error', refusedBy };
  }

  /**
   * What a replica does with a request: nothing if it, or the leader that orders it, lacks what the store requires.
   * Without the leader, a replica of an AP store answers by itself.
   */
  private served(
    asked: Asked,
    step: Step,
    { unmet = [], leader }: Scenario,
    replica: VertexId,
  ): { readonly write?: Acknowledged | undefined; readonly read?: Answered | undefined } {
    if (unmet.includes(replica)) return {};
    const byItself = this.storeOf(step.store).choice === 'AP';
    if (step.access === 'read') {
      const read = asked.read(replica);
      if (read?.by === undefined || !unmet.includes(read.by)) return { read };
      return { read: byItself ? { by: replica, sets: [[replica]] } : undefined };
    }
    const write = asked.write(replica);
    if (write?.history !== 'shared' || leader === undefined || !unmet.includes(leader)) return { write };
    return { write: byItself ? { history: 'alone', sets: [[replica]] } : undefined };
  }

  /**
   * A replica that has not noticed the break refuses at once what it refused before the break. If it forwards requests,
   * the other replica must still be in reach.
   */
  private refusedBefore(
    step: Step,
    client: VertexId,
    { unnoticed: _, spared: __, promoted: ___, formerGroups, ...others }: Scenario,
    pick: VertexId | undefined,
    replica: VertexId,
  ): boolean {
    if (others.unmet?.includes(replica) === true) return true;
    const scheme = this.schemeOf(step.store);
    const scenario = formerGroups === undefined ? others : { ...others, groups: formerGroups };
    const before = scenario.former === undefined ? scenario : { ...scenario, leader: scenario.former };
    const asked = scheme.ask(this.healthy, this.storeOf(step.store), before, client, pick, step);
    const passesOn = (network: Network): boolean =>
      scheme.passesOn === undefined || scheme.passesOn(network, this.storeOf(step.store), before, replica);
    if (passesOn(this.healthy) && !passesOn(this.broken)) return false;
    const { write, read } = this.served(asked, step, scenario, replica);
    return write === undefined && read === undefined;
  }

  /** Does any operation write to the store? */
  isWritten(s: number): boolean {
    return this.model.operations.some(({ steps }) =>
      steps.some(({ access, store }) => access === 'write' && store === s),
    );
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
