import type { PrimaryReplication, Step, VertexId } from '../../model/model.js';
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
import { type Answers, answersNeeded } from './acknowledging.js';
import { lengthsThatElectNone } from './logs.js';
import { Voters } from './voters.js';

/**
 * One primary ships its history to the replicas that follow it. An electorate watches it: a primary that hears from a
 * majority of the electorate renews its mandate. If no mandate is renewed, another replica that a majority hears from
 * is promoted. It takes over the writes of the replicas that it reaches, and they follow it. The history of the old
 * primary is discarded at the heal.
 */
export class Primary implements Protocol {
  readonly eachForItself = false;
  readonly clocks = 'replicas by themselves';
  private readonly settings: PrimaryReplication;
  private readonly old: number;
  private promoted = -1;
  private steppedDown = false;
  /** What the old primary has given up to follow the promoted one. */
  private rewound: Bits = 0;
  private readonly electors: Electors;
  /** Per data replica: the primary whose history it copies. */
  private readonly follows: number[];
  /** The replicas that heard from the primary before the break. */
  private followed: readonly number[] = [];
  /** The sets of followers that an acknowledgement may rest on; empty: none was given before the break. */
  private usual: readonly (readonly number[])[] = [];
  /** Per data replica: the others that it believes to follow it, as a primary. */
  private readonly counts: Bits[];
  /** Per data replica: was its mandate renewed when it last looked? */
  private readonly renewed: boolean[];

  constructor(private readonly cluster: Cluster) {
    const { store } = cluster;
    if (store.replication.scheme !== 'primary') throw new Error(`${store.name} has no primary`);
    this.settings = store.replication;
    this.old = store.replicas.indexOf(this.settings.primary);
    this.electors = new Electors(cluster, this.settings.electors ?? [...store.replicas, ...store.witnesses]);
    this.follows = cluster.replicas().map(() => this.old);
    this.counts = cluster.replicas().map(() => 0);
    this.renewed = cluster.replicas().map(() => false);
  }

  start(): void {
    const { cluster, old } = this;
    this.look(old);
    this.steppedDown = this.settings.stepsDown !== undefined && this.renewed[old] !== true;
    const follows = (r: number): boolean => this.acts(old) && (r === old || cluster.connected(old, r));
    this.followed = cluster.told(follows);
    const needed = this.needed(old, { access: 'write', store: 0, needs: [] }, this.followersOf(old));
    if (typeof needed !== 'string') this.usual = this.settings.weakens === true ? [[]] : needed;
  }

  notice(who: readonly number[], election: 'held' | 'open'): void {
    const { cluster, old } = this;
    cluster.notice(who);
    if (who.includes(old)) this.look(old);
    if (this.electors.renew(old)) return;
    if (this.settings.stepsDown !== undefined && who.includes(old) && cluster.isUp(old)) {
      this.steppedDown = true;
      cluster.log.event(
        cluster.vertex(old),
        () => `${cluster.name(old)} steps down: it hears from no majority of the ${this.electors.all.length} electors`,
      );
    }
    if (this.settings.failover !== 'manual' && this.promoted < 0 && election === 'held') this.failOver(who);
    else if (this.steppedDown && this.promoted >= 0 && cluster.connected(old, this.promoted))
      this.follows[old] = this.promoted;
  }

  order(step: Step, nearest: readonly number[]): readonly number[] {
    if (isOneCopy(step)) return nearest;
    const primaries = this.believed(step).filter((r) => nearest.includes(r));
    const turned = primaries.length === 2 && this.cluster.choices.of(2) === 1 ? [...primaries].reverse() : primaries;
    return this.cluster.store.choice === 'AP' ? [...turned, ...nearest.filter((r) => !turned.includes(r))] : turned;
  }

  write(asked: number, step: Step, write: Write): Answer {
    const { cluster } = this;
    if (!this.acts(asked))
      return {
        kind: 'refused',
        why: `${cluster.name(asked)} is not the primary${asked === this.old ? ' any more' : ''}`,
      };
    const followers = this.followersOf(asked);
    const needed = this.needed(asked, step, followers);
    if (typeof needed === 'string') {
      const believed = cluster.replicas().filter((r) => (((this.counts[asked] ?? 0) >> r) & 1) !== 0);
      const before = this.needed(asked, step, believed);
      const answer: Answer = {
        kind: cluster.unnoticed[asked] === true && typeof before !== 'string' ? 'waits' : 'refused',
        why: needed,
      };
      if (!cluster.leavesResidue(answer)) return answer;
      // A residue: not acknowledged to any client, but in the history.
      cluster.keep(asked, write.bit);
      for (const r of cluster.replicas()) {
        const arrives = followers.includes(r);
        if (arrives || (((this.counts[asked] ?? 0) >> r) & 1) !== 0)
          cluster.send(
            { from: cluster.vertex(asked), to: cluster.vertex(r), arrives },
            () => `${cluster.name(asked)} ships ${write.label} to ${cluster.name(r)}`,
          );
      }
      return answer;
    }
    cluster.keep(asked, write.bit);
    const first = cluster.choices.from(needed);
    const isPlain = step.level === undefined || step.level === 'leader';
    const missing = isPlain && this.settings.weakens === true ? this.settings.sync - first.length : 0;
    if (missing > 0)
      cluster.log.event(
        cluster.vertex(asked),
        () => `${cluster.name(asked)} gives up waiting for ${missing} more to acknowledge`,
      );
    for (const r of first) {
      cluster.send(
        { from: cluster.vertex(asked), to: cluster.vertex(r), arrives: true },
        () => `${cluster.name(asked)} ships ${write.label} to ${cluster.name(r)}, which keeps it and says so`,
      );
      cluster.keep(r, write.bit);
    }
    return { kind: 'written', holders: bits([asked, ...first]), home: asked, rival: this.promoted >= 0 };
  }

  read(asked: number, step: Step): Answer {
    const { cluster } = this;
    const own: Answer = { kind: 'read', from: bit(asked) };
    if (isOneCopy(step)) {
      const hears = (copy: number): boolean =>
        this.acts(copy) ||
        [this.follows[copy] ?? this.promoted, this.old].some((one) => this.acts(one) && cluster.connected(one, copy));
      return step.level !== 'bounded' ||
        cluster.isTold(asked, hears) ||
        (cluster.unnoticed[asked] === true && this.followed.includes(asked))
        ? own
        : { kind: 'refused', why: `${cluster.name(asked)} hears from no primary` };
    }
    return this.acts(asked) || (asked === this.old && this.settings.stepsDown === 'writes')
      ? own
      : { kind: 'refused', why: `${cluster.name(asked)} is not the primary${asked === this.old ? ' any more' : ''}` };
  }

  spread(): void {
    const { cluster } = this;
    for (const source of [this.old, this.promoted])
      for (const r of cluster.replicas())
        if (this.follows[r] === source) cluster.keep(r, cluster.sent(source, r)?.writes ?? 0);
    if (this.follows[this.old] === this.promoted) this.rewound = rewind(cluster, this.old, this.promoted);
    cluster.spreadToObservers((one) => this.sourceOf(one));
  }

  underway(to: number): Underway | undefined {
    if (this.settings.failover === 'manual') return undefined;
    return to < this.cluster.d
      ? this.cluster.sent(this.sourceOf(to), to)
      : this.cluster.underwayTo(to, (copy) => this.sourceOf(copy));
  }

  /** Whose history a copy gets. An observer that is connected to both primaries gets that of the new one. */
  private sourceOf(copy: number): number {
    const { cluster } = this;
    if (copy < cluster.d) return this.follows[copy] ?? -1;
    return [this.promoted, this.old].find((one) => one >= 0 && cluster.connected(one, copy)) ?? -1;
  }

  heal(): Bits {
    const { cluster } = this;
    const wins = this.promoted >= 0 ? this.promoted : this.old;
    if (this.promoted >= 0) truncate(cluster, [this.old, this.promoted], this.rewound);
    return (cluster.copies[wins] ?? 0) | cluster.alone.reduce((all, some) => all | some, 0);
  }

  /** What is lost with the disks of replicas, unless observers have to follow somebody who was promoted without it. */
  readonly leftToObservers = (): Bits => (this.promoted >= 0 ? 0 : this.cluster.gone);

  /** Two primaries at the same time. A write that was acknowledged before there was a second one can only be lost. */
  reconciles(one: Acknowledged, other: Acknowledged): boolean {
    return one.alone || other.alone || (one.home !== other.home && one.rival && other.rival);
  }

  /** The replicas that clients believe to be the primary. */
  private believed({ access }: Step): number[] {
    if (this.promoted < 0) return [this.old];
    const isGone = this.steppedDown && !(access === 'read' && this.settings.stepsDown === 'writes');
    return isGone ? [this.promoted] : [this.old, this.promoted];
  }

  private acts(replica: number): boolean {
    return replica >= 0 && (replica === this.promoted || (replica === this.old && !this.steppedDown));
  }

  /** What the replica waits for as a primary, if these answer. */
  private needed(asked: number, step: Step, reached: readonly number[]): Answers {
    const { cluster, settings, counts, renewed } = this;
    const asking = { cluster, settings, asked, counted: counts[asked] ?? 0, renewed: renewed[asked] === true };
    return answersNeeded(asking, step, reached);
  }

  private followersOf(primary: number): number[] {
    return this.cluster
      .replicas()
      .filter((r) => r !== primary && this.follows[r] === primary && this.cluster.connected(primary, r));
  }

  /** It checks which replicas follow it and whether it reaches its electorate. */
  private look(primary: number): void {
    this.counts[primary] = bits(this.followersOf(primary));
    this.renewed[primary] = this.electors.renew(primary);
  }

  /**
   * Does the old primary need one of those that this replica reaches for each acknowledgement? They follow it no more
   * if this replica is promoted. What it has acknowledged alone only it has: it must have stepped down, and answer.
   */
  private hasEverything(candidate: number): boolean {
    const { cluster, old } = this;
    const asksOld = this.steppedDown && cluster.connected(candidate, old);
    return this.usual.every((some) => asksOld || some.some((r) => r === candidate || cluster.connected(candidate, r)));
  }

  private failOver(who: readonly number[]): void {
    const { cluster, old } = this;
    const votes = (candidate: number): readonly VertexId[] => this.electors.votesFor(candidate, who);
    const wins = who.filter((r) => r !== old && cluster.isUp(r) && votes(r).length >= this.electors.majority);
    const complete = this.settings.failover === 'safe' ? wins.filter((r) => this.hasEverything(r)) : wins;
    for (const r of wins)
      if (!complete.includes(r))
        cluster.log.event(
          cluster.vertex(r),
          () => `${cluster.name(r)} has a majority and is not promoted: it may lack an acknowledged write`,
        );
    if (complete.length === 0 || this.electors.refuseAll(old, who)) return;
    const chosen = cluster.choices.from(complete);
    this.promoted = chosen;
    cluster.log.event(
      cluster.vertex(chosen),
      () => `${cluster.name(chosen)} is promoted, with ${votes(chosen).length} of ${this.electors.all.length} votes`,
    );
    for (const r of cluster.replicas()) {
      if (r === chosen || !cluster.connected(chosen, r)) continue;
      const copy = cluster.copies[r] ?? 0;
      const news = copy & ~(cluster.copies[chosen] ?? 0);
      cluster.send(
        { from: cluster.vertex(r), to: cluster.vertex(chosen), arrives: true },
        () =>
          `${cluster.name(chosen)} takes over ${news === 0 ? 'what' : `${labels(news)}, which`} ${cluster.name(r)} has`,
        news === 0 ? { housekeeping: true } : {},
      );
      cluster.keep(chosen, copy);
      if (r !== old || this.steppedDown) this.follows[r] = chosen;
    }
    this.follows[chosen] = chosen;
    cluster.rewindObservers(chosen);
    this.look(chosen);
    // The old primary notices at once that followers have left: their connections end.
    if (cluster.unnoticed[old] !== true) this.look(old);
  }
}

/** A primary that follows another one gives up what only it has, so that no copy has both: gives that. */
function rewind({ copies }: Cluster, old: number, promoted: number): Bits {
  const gone = (copies[old] ?? 0) & ~(copies[promoted] ?? 0);
  copies[old] = copies[promoted] ?? 0;
  return gone;
}

/** The old primary's history ends where the new one's begins. `rewound`: what it has given up already. */
function truncate(cluster: Cluster, [old, promoted]: readonly [number, number], rewound: Bits): void {
  const gone = rewound | ((cluster.copies[old] ?? 0) & ~(cluster.copies[promoted] ?? 0));
  cluster.log.event(
    cluster.vertex(old),
    () =>
      gone !== 0 && cluster.store.rejoinsByHand === true
        ? `${cluster.name(old)} can't follow ${cluster.name(promoted)} with ${labels(gone)} in its own ` +
          `history: somebody has to rebuild it, without ${labels(gone)}`
        : `${cluster.name(old)} follows ${cluster.name(promoted)}${lossOf(gone)}`,
    gone === 0 ? { housekeeping: true } : {},
  );
}

/** The servers that vote on the primary. */
class Electors {
  readonly majority: number;
  /** The primary and the replicas that heard from it before the break. */
  private heard: readonly VertexId[] | undefined;

  constructor(
    private readonly cluster: Cluster,
    readonly all: readonly VertexId[],
  ) {
    this.majority = Math.floor(all.length / 2) + 1;
  }

  private hears(replica: number, other: VertexId): boolean {
    const self = this.cluster.vertex(replica);
    return other === self || this.cluster.world.connected(self, other);
  }

  heardBy(replica: number): readonly VertexId[] {
    const self = this.cluster.vertex(replica);
    return this.all.filter((elector) => elector === self || this.cluster.world.connected(self, elector));
  }

  /** Electors that hold data vote only when they have noticed the break. */
  votesFor(candidate: number, who: readonly number[]): readonly VertexId[] {
    return this.heardBy(candidate).filter((elector) => {
      const r = this.cluster.store.replicas.indexOf(elector);
      return r < 0 || who.includes(r);
    });
  }

  /** Voters may be ahead of every candidate of these, so that each is refused: by chance. */
  refuseAll(old: number, who: readonly number[]): boolean {
    const { cluster } = this;
    const voters = new Voters(cluster);
    if (!voters.refuseByLog || who.length < cluster.d) return false;
    const stuck = lengthsThatElectNone(voters, cluster.vertex(old), this.heard ?? []);
    if (stuck === undefined || cluster.choices.of(2) === 0) return false;
    const named = voters.candidates().map((one) => cluster.vertexName(one));
    cluster.log.event(
      cluster.vertex(old),
      () => `nobody is promoted: voters of ${named.join(', ')} are ahead of it and refuse it`,
    );
    return true;
  }

  /** Does a majority of the electorate answer the replica, so that its mandate is renewed? */
  renew(replica: number): boolean {
    // Asked of the primary first, before the break.
    this.heard ??= this.cluster.store.replicas.filter((one) => this.hears(replica, one));
    return this.cluster.isUp(replica) && this.heardBy(replica).length >= this.majority;
  }
}

function isOneCopy({ access, level }: Step): boolean {
  return access === 'read' && (level === 'local' || level === 'one' || level === 'bounded');
}

function lossOf(gone: Bits): string {
  return gone === 0 ? '' : `, for which it has to throw away ${labels(gone)}, which only its own history has`;
}
