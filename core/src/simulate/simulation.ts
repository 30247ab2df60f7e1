import type { Choices } from './choices.js';
import { Aftermath } from './aftermath.js';
import { Clients } from './clients.js';
import type { Cluster, Late } from './cluster.js';
import { type Broken, clocksOf, type Member, Run } from './run.js';
import type { End, Request, Script, Seen, Timed, When } from './script.js';
import type { Held, Log } from './trace.js';

/**
 * One run of a design: messages, acknowledgements, elections, the break, the heal. Knows what replicas and clients do,
 * and no rule of verdicts: the end is derived from what has happened.
 *
 * Bounds: at most one other write. While the break is being detected, no replica has noticed it, or all have (with or
 * without the election that follows), or all but one (without it only if the protocol says that this matters), or all
 * but an old leader and a replica that passes a read on to it; for the other write no replica, or all before the
 * election, or, if there is no election, all but one. Before the break or the next step, a replica sends a write to no
 * more others than an acknowledgement needs (such a delay can only hide the write), and where a history can be
 * discarded, to one more or to none, so that a read can show the write. Everything that can arrive does so before the
 * heal.
 */
export class Simulation {
  private readonly run: Run;
  private readonly clients: Clients;
  private readonly aftermath: Aftermath;

  constructor(
    private readonly of: Broken,
    private readonly choices: Choices,
    private readonly log: Log,
  ) {
    this.run = new Run(of, choices, log);
    this.clients = new Clients(this.run);
    this.aftermath = new Aftermath(this.run);
  }

  /** What replicas have now. */
  held(): readonly Held[] {
    return this.run.held();
  }

  /**
   * The end of the target, or all the harm of a target with several steps. Undefined: the script is impossible (the
   * target was not acknowledged before the break).
   */
  play({ target, targetWhen, other }: Script): readonly End[] | undefined {
    this.run.start([target, ...(other === undefined ? [] : [other])]);
    if (other?.when === 'before') this.clients.perform(other);
    const early = targetWhen === 'before' ? this.clients.perform(target) : undefined;
    if (targetWhen === 'before' && typeof early !== 'object') return undefined;
    if (other?.when === 'before' && early === undefined) this.arriveSomewhere(target);
    this.breakNetwork();
    if (other?.when === 'detecting') {
      for (const member of this.run.members.values()) this.noticeBefore(member);
      this.instancesNotice();
      this.clients.perform(other);
    }
    if (targetWhen === 'detecting') this.noticeSome(target);
    else this.noticeAll();
    if (other?.when === 'settled') this.clients.perform(other);
    const result = early ?? this.clients.perform(target);
    if (typeof result !== 'object' && !this.log.aftermath) return [result];
    if (targetWhen === 'detecting') this.noticeAll();
    if (typeof result !== 'object') {
      this.aftermath.residues();
      return [result];
    }
    // Reads before the break say nothing about the broken network.
    return this.aftermath.of(early === undefined ? result.reads : [], result.written);
  }

  /**
   * What the clients of these requests see; each request is issued after the one before it was answered or given up.
   * Every step is a call and its return, with one register for each store. Writes write different values, in the order
   * of their calls: v1, v2 … A read answers the latest value that its copies have, in the order of their leader or,
   * without a leader, of clocks, one of which may be ahead. After the heal, when all writes have spread, each store is
   * read once more. A refused write counts as a write without an answer.
   */
  history(requests: readonly Timed[]): readonly Seen[] {
    this.run.start(requests);
    const clocks = new Set([...this.run.members.values()].flatMap((member) => clocksOf(member, requests)));
    if (clocks.size > 1) this.run.ahead = [...clocks][this.choices.of(clocks.size + 1) - 1];
    const perform = (when: When, first: (request: Request) => void): void => {
      for (const request of requests) {
        if (request.when !== when) continue;
        first(request);
        this.clients.perform(request);
      }
    };
    perform('before', () => undefined);
    this.breakNetwork();
    perform('detecting', (request) => this.noticeSome(request));
    this.noticeAll();
    perform('settled', () => undefined);
    for (const { protocol } of this.run.members.values()) protocol.spread();
    this.log.phase = 'healed';
    this.log.network(() => 'the network heals');
    for (const [s, { cluster, protocol }] of this.run.members) {
      cluster.world = this.of.healthy;
      cluster.rebuild(this.of.broken);
      this.run.history.push({
        kind: 'read',
        client: 'afterwards',
        key: cluster.store.name,
        value: this.run.newest(s, protocol.heal(this.of.broken)),
        call: this.run.tick(),
        return: this.run.tick(),
      });
    }
    return this.run.history;
  }

  /** A replica may have got what was on its way to it before the break, and show it to a read afterwards. */
  private arriveSomewhere({ operation }: Request): void {
    const reads = this.of.model.operations[operation]?.steps.filter(({ access }) => access === 'read') ?? [];
    for (const store of new Set(reads.map((step) => step.store))) {
      const { cluster, protocol } = this.run.member(store);
      const followers = [...cluster.replicas(), ...cluster.observers()].filter(
        (r) => protocol.underway?.(r) !== undefined,
      );
      const chosen = followers[this.choices.of(followers.length + 1) - 1];
      if (chosen !== undefined) this.run.arrive(store, chosen);
    }
  }

  private breakNetwork(): void {
    this.log.phase = 'detecting';
    if (this.of.what !== '') this.log.network(() => `the network breaks: ${this.of.what}`);
    for (const { cluster, protocol } of this.run.members.values()) {
      cluster.world = this.of.broken;
      cluster.unnoticed.fill(true);
      const destroyed = cluster.destroy();
      protocol.destroy?.(destroyed);
      protocol.logs?.forget(cluster.gone);
    }
    this.run.instancesNoticed = false;
  }

  private noticeAll(): void {
    this.run.instancesNoticed = true;
    for (const { cluster, protocol } of this.run.members.values()) protocol.notice(cluster.replicas(), 'held');
    this.log.phase = 'settled';
  }

  /** The instances of services that require something: all have noticed the break, or none. */
  private instancesNotice(): void {
    const { services } = this.of.model;
    this.run.instancesNoticed = services.some(({ requires }) => requires !== undefined) && this.choices.of(2) === 1;
  }

  private noticeSome({ operation }: Request): void {
    const { steps = [] } = this.of.model.operations[operation] ?? {};
    this.instancesNotice();
    for (const [s, { cluster, protocol }] of this.run.members) {
      const own = steps.filter(({ store }) => store === s);
      // The replicas that have noticed: none; all, before the election; all; all but the last.
      const noticed: readonly Late[] = [
        { who: [], election: 'open' },
        { who: [], election: 'held' },
        ...cluster.replicas().map((r): Late => ({ who: [r], election: 'held' })),
        ...(protocol.lateToNotice?.(own) ?? []),
      ];
      const late = noticed[this.choices.of(noticed.length + 1) - 1];
      if (late === undefined) {
        protocol.goesUnnoticed?.();
        continue;
      }
      protocol.notice(
        cluster.replicas().filter((r) => !late.who.includes(r)),
        late.election,
      );
      for (const one of late.who) if (one >= cluster.d) cluster.unnoticed[one] = true;
      this.lateToNotice(cluster, late.who);
    }
  }

  /**
   * The replicas that have noticed the break: none; all, before the election; where each acts for itself, all but one.
   */
  private noticeBefore({ cluster, protocol }: Member): void {
    const how = this.choices.of(protocol.eachForItself ? cluster.d + 1 : 2);
    if (how === 0) {
      protocol.goesUnnoticed?.();
      return;
    }
    protocol.notice(
      protocol.eachForItself ? cluster.replicas().filter((r) => r !== how - 1) : cluster.replicas(),
      'open',
    );
    if (protocol.eachForItself) this.lateToNotice(cluster, [how - 1]);
  }

  private lateToNotice(cluster: Cluster, last: readonly number[]): void {
    const [first] = last;
    if (first === undefined) return;
    const who = last.length === 1 ? 'is the last that has' : 'are the last that have';
    this.log.event(cluster.vertex(first), () => `${cluster.names(last)} ${who} not noticed the break`, {
      housekeeping: true,
    });
  }
}
