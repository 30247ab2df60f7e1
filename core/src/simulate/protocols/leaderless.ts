import type { Step, VertexId } from '../../model/model.js';
import type { World } from '../../network/world.js';
import { subsetsOf } from '../choices.js';
import {
  type Acknowledged,
  type Answer,
  bit,
  type Bits,
  bits,
  type Cluster,
  labels,
  type Protocol,
  type Underway,
  type Write,
} from '../cluster.js';

/** The common part of `quorum` and `any`: there is no leader, and replicas exchange what they have (anti-entropy). */
export abstract class Leaderless implements Protocol {
  abstract readonly eachForItself: boolean;
  abstract readonly clocks: 'clients' | 'replicas';

  constructor(protected readonly cluster: Cluster) {}

  abstract write(asked: number, step: Step, write: Write): Answer;
  abstract read(asked: number, step: Step): Answer;

  start(): void {
    // There is no leader to elect.
  }

  notice(who: readonly number[]): void {
    for (const r of who) this.cluster.unnoticed[r] = false;
  }

  order(_step: Step, nearest: readonly number[]): readonly number[] {
    return nearest;
  }

  spread(): void {
    const { cluster } = this;
    const all = cluster.replicas();
    for (let told = true; told; ) {
      told = false;
      for (const i of all) {
        for (const j of all) {
          const news = (cluster.copies[i] ?? 0) & ~(cluster.copies[j] ?? 0);
          if (news === 0 || !this.exchanges(i, j)) continue;
          cluster.keep(j, news);
          told = true;
        }
      }
    }
  }

  underway(to: number): Underway | undefined {
    const { cluster } = this;
    if (cluster.store.merge !== 'discard') return undefined;
    const reached = [to];
    for (const at of reached)
      reached.push(...cluster.replicas().filter((r) => cluster.connected(at, r) && !reached.includes(r)));
    const sent = reached.reduce((all, r) => all | (cluster.copies[r] ?? 0) | this.keptFor(r), 0);
    const writes = sent & ~(cluster.copies[to] ?? 0);
    return writes === 0 ? undefined : { from: reached[1] ?? to, writes };
  }

  /** What a replica keeps for others. */
  protected keptFor(_replica: number): Bits {
    return 0;
  }

  heal(broken: World): Bits {
    const { cluster } = this;
    const everything = cluster.seenFrom(-1);
    if (cluster.store.merge !== 'discard') return everything;
    // One running replica and the replicas it was in touch with win.
    const running = cluster.replicas().filter((r) => broken.isUp(cluster.vertex(r)));
    if (running.length === 0) return everything;
    // Minorities that pause are restarted when they meet the majority.
    const most =
      cluster.store.choice === 'CP' ? running.filter((r) => 2 * this.sideOf(r, broken).length > cluster.d) : [];
    const winner = cluster.choices.from(most.length > 0 ? most : running);
    const kept = cluster.seenFrom(bits(this.sideOf(winner, broken)));
    const gone = everything & ~kept;
    cluster.log.event(
      cluster.vertex(winner),
      () =>
        cluster.store.rejoinsByHand === true
          ? `somebody picks the side of ${cluster.name(winner)} and restarts the ` +
            `others${gone === 0 ? '' : `, which throw away what only they have: ${labels(gone)}`}`
          : `the side of ${cluster.name(winner)} ` +
            `wins${gone === 0 ? '' : `, and the others throw away what only they have: ${labels(gone)}`}`,
      gone === 0 ? { housekeeping: true } : {},
    );
    return kept;
  }

  reconciles(_one: Acknowledged, _other: Acknowledged): boolean {
    return this.cluster.store.merge !== 'discard';
  }

  /** Does i send j what it has, once both have noticed the break? */
  protected exchanges(i: number, j: number): boolean {
    return this.cluster.connected(i, j);
  }

  /** The replicas that made one history with a running replica while the network was broken. */
  protected sideOf(replica: number, broken: World): readonly number[] {
    const { cluster } = this;
    const found = new Set([replica]);
    for (const at of found)
      for (const r of cluster.replicas()) if (broken.connected(cluster.vertex(at), cluster.vertex(r))) found.add(r);
    return [...found];
  }

  protected inReach(asked: number): number[] {
    return this.cluster.replicas().filter((r) => this.cluster.connected(asked, r));
  }
}

/**
 * Every replica serves every request; with `choose CP` it pauses when it has noticed that it hears from no majority.
 */
export class Any extends Leaderless {
  override readonly eachForItself = true;
  override readonly clocks = 'replicas';
  /** Per data replica: does it pause? */
  private readonly paused: boolean[] = this.cluster.replicas().map(() => false);

  override start(): void {
    this.notice(this.cluster.replicas());
  }

  override notice(who: readonly number[]): void {
    super.notice(who);
    for (const r of who)
      this.paused[r] =
        this.cluster.store.choice === 'CP' && this.inReach(r).length < Math.floor(this.cluster.d / 2) + 1;
  }

  write(asked: number, _step: Step, write: Write): Answer {
    const paused = this.pauses(asked);
    if (paused !== undefined) return paused;
    this.cluster.keep(asked, write.bit);
    return { kind: 'written', holders: bit(asked), home: asked, rival: false };
  }

  read(asked: number): Answer {
    return this.pauses(asked) ?? { kind: 'read', from: bit(asked) };
  }

  private pauses(asked: number): Answer | undefined {
    const { cluster } = this;
    if (this.paused[asked] !== true) return undefined;
    return {
      kind: cluster.unnoticed[asked] === true ? 'waits' : 'refused',
      why:
        `${cluster.name(asked)} pauses: it hears from ${this.inReach(asked).length} of ${cluster.d} replicas, ` +
        'itself counted',
    };
  }
}

/**
 * The coordinator sends the request to all replicas and answers as soon as enough of them have answered (Dynamo, SOSP
 * '07).
 */
export class Quorum extends Leaderless {
  override readonly eachForItself = false;
  override readonly clocks = 'clients';
  /** The writes that a coordinator keeps for replicas that it does not reach. */
  private hints: readonly { readonly at: number; readonly write: Write; readonly for: readonly number[] }[] = [];
  /** Per data replica: the replicas that it reached before the break. */
  private readonly before: readonly (readonly number[])[] = this.cluster.replicas().map((r) => this.inReach(r));

  write(asked: number, step: Step, write: Write): Answer {
    const { cluster } = this;
    const reached = this.inReach(asked);
    if (step.level === 'hint' && reached.length < cluster.d) {
      // The write is on no copy yet, not even on the coordinator's own.
      this.keepHint(
        asked,
        write,
        cluster.replicas().filter((r) => !reached.includes(r)),
      );
      return { kind: 'written', holders: 0, home: asked, rival: false };
    }
    const sets = this.answering(asked, step, reached);
    if (sets.length === 0) {
      const answer: Answer = this.standsIn()
        ? { kind: 'written', holders: bits(reached), home: asked, rival: false }
        : this.tooFew(asked, step, reached);
      // A coordinator that knows that too few replicas are in reach sends the write to none.
      if (answer.kind !== 'written' && !cluster.leavesResidue(answer)) return answer;
      for (const r of reached) {
        cluster.send(
          { from: cluster.vertex(asked), to: cluster.vertex(r), arrives: true },
          () => `${cluster.name(asked)} sends ${write.label} to ${cluster.name(r)}, which keeps it`,
        );
        cluster.keep(r, write.bit);
      }
      const missing = cluster.replicas().filter((r) => !reached.includes(r));
      if (answer.kind === 'written') {
        this.keepHint(asked, write, missing);
      } else
        for (const r of missing)
          cluster.send(
            { from: cluster.vertex(asked), to: cluster.vertex(r), arrives: false },
            () => `${cluster.name(asked)} sends ${write.label} to ${cluster.name(r)}`,
          );
      return answer;
    }
    const first = cluster.choices.from(sets);
    for (const r of first) {
      cluster.send(
        { from: cluster.vertex(asked), to: cluster.vertex(r), arrives: true },
        () => `${cluster.name(asked)} sends ${write.label} to ${cluster.name(r)}, which keeps it and says so`,
      );
      cluster.keep(r, write.bit);
    }
    return { kind: 'written', holders: bits(first), home: asked, rival: false };
  }

  read(asked: number, step: Step): Answer {
    const { cluster } = this;
    const reached = this.inReach(asked);
    const sets = this.answering(asked, step, reached);
    if (sets.length === 0) {
      const answer: Answer = this.standsIn()
        ? { kind: 'read', from: bits(reached) }
        : this.tooFew(asked, step, reached);
      for (const r of answer.kind === 'waits' ? cluster.replicas() : []) {
        if (!reached.includes(r))
          cluster.send(
            { from: cluster.vertex(asked), to: cluster.vertex(r), arrives: false },
            () => `${cluster.name(asked)} asks ${cluster.name(r)} what it has`,
          );
      }
      return answer;
    }
    const first = cluster.choices.from(sets);
    for (const r of first)
      cluster.send(
        { from: cluster.vertex(r), to: cluster.vertex(asked), arrives: true },
        () => `${cluster.name(r)} tells ${cluster.name(asked)} what it has`,
      );
    return { kind: 'read', from: bits(first) };
  }

  private standsIn(): boolean {
    const { choice, replication } = this.cluster.store;
    return choice === 'AP' || (choice === undefined && replication.scheme === 'quorum' && replication.sloppy);
  }

  private tooFew(asked: number, step: Step, reached: readonly number[]): Answer {
    const { cluster } = this;
    const enoughBefore = this.answering(asked, step, this.before[asked] ?? []).length > 0;
    const zoned = step.level === 'local-quorum' || step.level === 'each-quorum';
    const wanted = zoned
      ? `too few of ${step.level === 'local-quorum' ? 'its' : 'a'} zone`
      : `${this.answering(asked, step, cluster.replicas())[0]?.length ?? 0} must`;
    return {
      kind: cluster.unnoticed[asked] === true && enoughBefore ? 'waits' : 'refused',
      why: `${reached.length} of ${cluster.d} replicas answer ${cluster.name(asked)}, ${wanted}`,
    };
  }

  private keepHint(asked: number, write: Write, missing: readonly number[]): void {
    const { cluster } = this;
    this.hints = [...this.hints, { at: asked, write, for: missing }];
    cluster.log.event(
      cluster.vertex(asked),
      () => `${cluster.name(asked)} keeps a hint of ${write.label} for ${cluster.names(missing)}`,
    );
  }

  /** Hints are on the disk of their coordinator. */
  destroy(replicas: readonly number[]): void {
    for (const { at, write } of this.hints)
      if (replicas.includes(at))
        this.cluster.log.event(
          this.cluster.vertex(at),
          () => `the hint of ${write.label} that ${this.cluster.name(at)} kept is gone with its disk`,
        );
    this.hints = this.hints.filter(({ at }) => !replicas.includes(at));
  }

  protected override keptFor(replica: number): Bits {
    return this.hints.reduce((all, { at, write }) => (at === replica ? all | write.bit : all), 0);
  }

  /** A hinted write reaches the coordinator's own copy too. */
  override spread(): void {
    for (const { at, write } of this.hints) this.cluster.keep(at, write.bit);
    super.spread();
  }

  override heal(broken: World): Bits {
    const { cluster } = this;
    for (const { at, write, for: missing } of this.hints) {
      const without = missing.filter((r) => (cluster.has(r) & write.bit) === 0);
      if (without.length > 0 && cluster.store.merge !== 'discard')
        cluster.log.event(
          cluster.vertex(at),
          () => `${cluster.name(at)} hands ${write.label} over to ${cluster.names(without)}`,
        );
    }
    return super.heal(broken);
  }

  /** Every smallest set of replicas that may be the first to answer. */
  private answering(asked: number, { access, level }: Step, reached: readonly number[]): number[][] {
    const { cluster } = this;
    const { replication } = cluster.store;
    if (replication.scheme !== 'quorum') throw new Error(`${cluster.store.name} has no quorum`);
    const majority = (of: number): number => Math.floor(of / 2) + 1;
    const inZone = (zone: VertexId | undefined): number[][] => {
      const members = cluster.replicas().filter((r) => this.zone(r) === zone);
      return subsetsOf(
        members.filter((r) => reached.includes(r)),
        majority(members.length),
      );
    };
    switch (level) {
      case 'local':
        return [[asked]];
      case 'local-quorum':
        return inZone(this.zone(asked));
      case 'each-quorum': {
        const zones = [...new Set(cluster.replicas().map((r) => this.zone(r)))];
        return zones
          .map(inZone)
          .reduce<number[][]>((all, next) => all.flatMap((some) => next.map((more) => [...some, ...more])), [[]]);
      }
      case 'one':
      case 'hint':
        return subsetsOf(reached, 1);
      case 'two':
        return subsetsOf(reached, 2);
      case 'quorum':
        return subsetsOf(reached, majority(cluster.d));
      case 'all':
        return subsetsOf(reached, cluster.d);
      default:
        return subsetsOf(reached, access === 'read' ? replication.read : replication.write);
    }
  }

  private zone(replica: number): VertexId | undefined {
    const vertex = this.cluster.world.topology.model.vertices[this.cluster.vertex(replica)];
    return vertex?.kind === 'node' ? vertex.zone : undefined;
  }
}
