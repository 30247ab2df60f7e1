import type { PrimaryReplication, Step, VertexId } from '../../model/model.js';
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
  type Write,
} from '../cluster.js';

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
  private readonly electors: Electors;
  /** Per data replica: the primary whose history it copies. */
  private readonly follows: number[];
  /** The replicas that heard from the primary before the break. */
  private followed: readonly number[] = [];
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
    this.steppedDown = this.settings.stepsDown === true && this.renewed[old] !== true;
    this.followed = cluster.replicas().filter((r) => this.acts(old) && (r === old || cluster.connected(old, r)));
  }

  notice(who: readonly number[], election: 'held' | 'open'): void {
    const { cluster, old } = this;
    for (const r of who) cluster.unnoticed[r] = false;
    if (who.includes(old)) this.look(old);
    if (this.electors.renew(old)) return;
    if (this.settings.stepsDown === true && who.includes(old) && cluster.isUp(old)) {
      this.steppedDown = true;
      cluster.log.event(
        cluster.vertex(old),
        () => `${cluster.name(old)} steps down: it hears from no majority of the ${this.electors.all.length} electors`,
      );
    }
    if (this.settings.failover === 'automatic' && this.promoted < 0 && election === 'held') this.failOver(who);
    else if (this.steppedDown && this.promoted >= 0 && cluster.connected(old, this.promoted))
      this.follows[old] = this.promoted;
  }

  order(step: Step, nearest: readonly number[]): readonly number[] {
    if (isOneCopy(step)) return nearest;
    const primaries = this.believed().filter((r) => nearest.includes(r));
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
    const needed = this.needed(asked, step, followers.length);
    if (typeof needed === 'string') {
      const before = this.needed(asked, step, count(this.counts[asked] ?? 0));
      const answer: Answer = {
        kind: cluster.unnoticed[asked] === true && typeof before === 'number' ? 'waits' : 'refused',
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
    if (isPlain(step) && this.settings.weakens === true && needed < this.settings.sync)
      cluster.log.event(
        cluster.vertex(asked),
        () => `${cluster.name(asked)} gives up waiting for ${this.settings.sync - needed} more to acknowledge`,
      );
    const first = cluster.choices.from(subsetsOf(followers, needed));
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
      const followed = this.follows[asked] ?? -1;
      const hears =
        this.acts(asked) ||
        (this.acts(followed) && cluster.connected(followed, asked)) ||
        (this.acts(this.old) && cluster.connected(this.old, asked));
      return step.level !== 'bounded' || hears || (cluster.unnoticed[asked] === true && this.followed.includes(asked))
        ? own
        : { kind: 'refused', why: `${cluster.name(asked)} hears from no primary` };
    }
    return this.acts(asked)
      ? own
      : { kind: 'refused', why: `${cluster.name(asked)} is not the primary${asked === this.old ? ' any more' : ''}` };
  }

  spread(): void {
    const { cluster } = this;
    for (const source of [this.old, this.promoted]) {
      for (const r of cluster.replicas()) {
        if (source >= 0 && r !== source && this.follows[r] === source && cluster.connected(source, r))
          cluster.keep(r, cluster.copies[source] ?? 0);
      }
    }
  }

  heal(): Bits {
    const { cluster } = this;
    const wins = this.promoted >= 0 ? this.promoted : this.old;
    if (this.promoted >= 0) this.truncate(this.promoted);
    return (cluster.copies[wins] ?? 0) | cluster.alone.reduce((all, some) => all | some, 0);
  }

  /** The old primary's history ends where the new one's begins. */
  private truncate(promoted: number): void {
    const { cluster, old } = this;
    const gone = (cluster.copies[old] ?? 0) & ~(cluster.copies[promoted] ?? 0);
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

  /** Two primaries at the same time. A write that was acknowledged before there was a second one can only be lost. */
  reconciles(one: Acknowledged, other: Acknowledged): boolean {
    return one.alone || other.alone || (one.home !== other.home && one.rival && other.rival);
  }

  /** The replicas that clients believe to be the primary. */
  private believed(): number[] {
    if (this.promoted < 0) return [this.old];
    return this.steppedDown ? [this.promoted] : [this.old, this.promoted];
  }

  private acts(replica: number): boolean {
    return replica >= 0 && (replica === this.promoted || (replica === this.old && !this.steppedDown));
  }

  /** How many followers must have a write before it is acknowledged; a sentence: why it is not acknowledged. */
  private needed(asked: number, step: Step, reached: number): number | string {
    const { cluster, settings } = this;
    const { level } = step;
    const { d } = cluster;
    const said = `${reached} of ${d - 1} others answer ${cluster.name(asked)}`;
    const counted = this.counts[asked] ?? 0;
    if (settings.minReplicas !== undefined && count(counted) < settings.minReplicas)
      return `${said}, it writes only with ${settings.minReplicas}`;
    const plain = isPlain(step);
    if (plain && settings.inSync !== undefined) {
      const agreed = settings.failover === 'manual' || this.renewed[asked] === true;
      if (reached < d - 1 && !(agreed && reached >= count(counted)))
        return `${said}, and all of them are taken to be in sync`;
      return reached < d - 1 && reached + 1 < settings.inSync ? `${said}, too few are in sync` : reached;
    }
    const wanted =
      level === 'one'
        ? 0
        : level === 'two'
          ? 1
          : level === 'quorum'
            ? Math.min(d, Math.floor((d + cluster.store.witnesses.length) / 2) + 1) - 1
            : level === 'all'
              ? d - 1
              : settings.sync;
    if (reached >= wanted) return wanted;
    return plain && settings.weakens === true ? reached : `${said}, ${wanted} must have it`;
  }

  private followersOf(primary: number): number[] {
    return this.cluster
      .replicas()
      .filter((r) => r !== primary && this.follows[r] === primary && this.cluster.connected(primary, r));
  }

  /** A primary checks which replicas follow it and whether it reaches its electorate. */
  private look(primary: number): void {
    this.counts[primary] = bits(this.followersOf(primary));
    this.renewed[primary] = this.electors.renew(primary);
  }

  /** Electors that hold data vote only when they have noticed the break. */
  private failOver(who: readonly number[]): void {
    const { cluster, old } = this;
    const votes = (candidate: number): readonly VertexId[] =>
      this.electors.heardBy(candidate).filter((elector) => {
        const r = cluster.store.replicas.indexOf(elector);
        return r < 0 || who.includes(r);
      });
    const wins = who.filter((r) => r !== old && cluster.isUp(r) && votes(r).length >= this.electors.majority);
    if (wins.length === 0) return;
    const chosen = cluster.choices.from(wins);
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
    this.look(chosen);
    // The old primary notices at once that followers have left: their connections end.
    if (cluster.unnoticed[old] !== true) this.look(old);
  }
}

/** The servers that vote on the primary. */
class Electors {
  readonly majority: number;

  constructor(
    private readonly cluster: Cluster,
    readonly all: readonly VertexId[],
  ) {
    this.majority = Math.floor(all.length / 2) + 1;
  }

  heardBy(replica: number): readonly VertexId[] {
    const self = this.cluster.vertex(replica);
    return this.all.filter((elector) => elector === self || this.cluster.world.connected(self, elector));
  }

  /** Does a majority of the electorate answer the replica, so that its mandate is renewed? */
  renew(replica: number): boolean {
    return this.cluster.isUp(replica) && this.heardBy(replica).length >= this.majority;
  }
}

function count(some: Bits): number {
  return some === 0 ? 0 : (some & 1) + count(some >> 1);
}

/** Does the step need as many acknowledgements as the store says? */
function isPlain({ level }: Step): boolean {
  return level === undefined || level === 'leader';
}

function isOneCopy({ access, level }: Step): boolean {
  return access === 'read' && (level === 'local' || level === 'one' || level === 'bounded');
}

function lossOf(gone: Bits): string {
  return gone === 0 ? '' : `, for which it has to throw away ${labels(gone)}, which only its own history has`;
}
