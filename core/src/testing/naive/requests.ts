import type { Model, Step, Store, VertexId } from '../../model/model.js';
import { consensus } from './consensus.js';
import { any, quorum } from './leaderless.js';
import type { Network } from './network.js';
import { primary } from './primary.js';
import { type Acknowledged, type Answered, type Asked, inTouch, type Scenario, type Scheme } from './scheme.js';
import type { Failed } from './services.js';

const SCHEMES: Readonly<Record<Store['replication']['scheme'], Scheme>> = { consensus, primary, quorum, any };

export type Result =
  | Failed
  | { readonly kind: 'acknowledged'; readonly write: Acknowledged; readonly at: VertexId }
  | { readonly kind: 'answered'; readonly read: Answered; readonly at: VertexId };

/** Whether messages pass between one that asks and one that is asked. */
export interface Contact {
  readonly there: boolean;
  readonly back: boolean;
  readonly old: boolean;
}

/** The requests of clients, and of instances of services, to stores. */
export class Requests {
  constructor(
    readonly model: Model,
    private readonly broken: Network,
    private readonly healthy: Network,
    /** May clients and instances not have noticed yet that nothing passes on a connection? */
    private readonly early: boolean,
  ) {}

  /**
   * Does a message get from one to the other, and one back? If not both do, no connection can be made; `old`: there may
   * be one from before the break, on which the sender still waits. Where nothing passes, this is so until it notices,
   * and only of the first of those that it asked then.
   */
  contact(network: Network, from: VertexId, to: VertexId, order: readonly VertexId[]): Contact {
    const there = network.passes(from, to);
    const back = network.passes(to, from);
    const had = network === this.broken && network.isUp(to) && this.healthy.connected(from, to);
    const isFirst = to === order.find((one) => this.healthy.connected(from, one));
    return { there, back, old: had && (there !== back || (this.early && !there && isFirst)) };
  }

  /** The replicas that a client asks on the healthy network, in order. */
  private orderBefore(step: Step, client: VertexId): readonly VertexId[] {
    const scheme = this.schemeOf(step.store);
    const store = this.storeOf(step.store);
    const [scenario = {}] = scheme.scenarios(this.healthy, store, this.isWritten(step.store));
    return scheme.ask(this.healthy, store, scenario, client, undefined, step).order;
  }

  /** One request, with each of several servers as the first: the client asks the next replica when one refuses. */
  perform(network: Network, step: Step, client: VertexId, met: Scenario): Result[] {
    const { spared: _, ...noticed } = met;
    const scenario = this.schemeOf(step.store).isLateFor?.(step) === false ? noticed : met;
    return this.schemeOf(step.store)
      .picks(network, this.storeOf(step.store), scenario, client)
      .flatMap((pick) => this.performAt(network, step, client, scenario, pick));
  }

  /** The same while stores are in these scenarios: where no copy of derived data answers, its source may. */
  performIn(network: Network, step: Step, client: VertexId, met: ReadonlyMap<number, Scenario>): Result[] {
    const scenario = met.get(step.store);
    if (scenario === undefined) return [];
    const { from } = this.storeOf(step.store);
    const results = this.perform(network, step, client, scenario).map((result) =>
      result.kind === 'failed' ? { ...result, store: step.store } : result,
    );
    const answered = results.filter(({ kind }) => kind !== 'failed');
    if (from?.orSource !== true || answered.length === results.length) return results;
    return [...answered, ...this.performIn(network, { access: 'read', store: from.store, needs: [] }, client, met)];
  }

  /** These stores, and those that are read where no copy of theirs answers. */
  withSources(stores: readonly number[]): number[] {
    const found = new Set(stores);
    for (const s of found) {
      const { from } = this.storeOf(s);
      if (from?.orSource === true) found.add(from.store);
    }
    return [...found];
  }

  private performAt(
    network: Network,
    step: Step,
    client: VertexId,
    scenario: Scenario,
    pick: VertexId | undefined,
  ): Result[] {
    const store = this.storeOf(step.store);
    const asked = this.schemeOf(step.store).ask(network, store, scenario, client, pick, step);
    const noAnswer = (kept?: Acknowledged): Failed => ({
      kind: 'failed',
      key: step.access === 'write' ? 'unknown' : 'error',
      ...(kept === undefined ? {} : { kept: { ...kept, refusedBy: [...refusedBy] } }),
    });
    const refusedBy: VertexId[] = [];
    const stuck: Result[] = [];
    const before = this.orderBefore(step, client);
    for (const replica of asked.order) {
      const { there, back, old } = this.contact(network, client, replica, before);
      if (old && !there) stuck.push({ ...noAnswer(), stuck: true });
      if (!there || (!back && !old)) continue;
      const lacks = scenario.unmet?.includes(replica) === true;
      if (asked.hands !== undefined && !lacks) {
        const handed = asked.hands
          .filter((copy) => network.isUp(copy))
          .map((copy) => this.handed({ network, asked, step, scenario }, replica, copy));
        if (!back) {
          stuck.push({ ...noAnswer(), stuck: true });
          continue;
        }
        for (const one of handed)
          if (one === 'none') stuck.push(noAnswer());
          else if (one !== 'refused')
            stuck.push({ kind: 'answered', read: { ...one, refusedBy: [...refusedBy] }, at: replica });
        if (!handed.includes('refused')) return stuck;
        if (store.onPartition.kind === 'wait') return [...stuck, noAnswer()];
        if (!isUnaware(scenario, replica)) refusedBy.push(replica);
        continue;
      }
      const { write, read } = this.served(asked, step, scenario, replica);
      const refused = write === undefined && read === undefined;
      const waits = isUnaware(scenario, replica) && !this.refusedBefore(step, client, scenario, pick, replica);
      const givesNoAnswer = refused && (waits || store.onPartition.kind === 'wait');
      const hopeless = refused && !lacks && asked.isHopeless?.(replica) === true;
      const knows = refused && !lacks ? asked.atOnce?.(replica) : undefined;
      const atOnce = knows === 'always' || (knows === 'noticed' && !waits);
      const kept = givesNoAnswer && !hopeless && !atOnce && !lacks ? asked.keeps?.(replica) : write;
      if (!back) {
        stuck.push({ ...noAnswer(kept), stuck: true });
        continue;
      }
      const knowing = isUnaware(scenario, replica) ? [] : [replica];
      if (givesNoAnswer && !hopeless && !atOnce)
        return [...stuck, { ...noAnswer(kept), aware: [...refusedBy, ...knowing] }];
      if (!refused && asked.isInDoubt?.(replica) === true) stuck.push({ ...noAnswer(), aware: [...refusedBy] });
      if (write !== undefined) return [...stuck, { kind: 'acknowledged', write: { ...write, refusedBy }, at: replica }];
      if (read !== undefined) return [...stuck, { kind: 'answered', read: { ...read, refusedBy }, at: replica }];
      refusedBy.push(...knowing);
      if (hopeless) break;
    }
    return [...stuck, { kind: 'failed', key: 'error', refusedBy, aware: refusedBy }];
  }

  /** What comes back where the replica hands the read to this copy: what it has, a refusal, or nothing at all. */
  private handed(
    { network, asked, step, scenario }: { network: Network; asked: Asked; step: Step; scenario: Scenario },
    replica: VertexId,
    copy: VertexId,
  ): Answered | 'refused' | 'none' {
    const meets = copy === replica || inTouch(network, this.storeOf(step.store), replica, [copy]).length > 0;
    return meets ? (this.served(asked, step, scenario, copy).read ?? 'refused') : 'none';
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
