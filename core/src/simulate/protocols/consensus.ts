import type { Step } from '../../model/model.js';
import {
  type Acknowledged,
  type Answer,
  bit,
  type Bits,
  bits,
  type Cluster,
  type Late,
  type Protocol,
  type Write,
} from '../cluster.js';
import { fromAnyCopy } from './anyCopy.js';
import { Election } from './election.js';
import { Following } from './following.js';
import { Group } from './group.js';
import { Logs } from './logs.js';
import { Voters } from './voters.js';

/**
 * A leader that a majority of the voters follows, after Raft (Ongaro and Ousterhout, ATC '14) with a check of its
 * quorum. It sends each write to the others and acknowledges it when enough have it. A replica that finds no leader
 * with a majority stands for election, and takes over the writes of the voters that elect it. In Raft those are not
 * ahead of it: entries of other requests, which are not part of the run, may have got to some voters only.
 */
export class Consensus implements Protocol {
  readonly eachForItself = false;
  readonly clocks = 'replicas by themselves';
  private readonly voters: Voters;
  private readonly following: Following;
  /** The observers that heard from the leader before the break. */
  private observed: readonly number[] = [];
  readonly logs: Logs;
  private readonly election: Election;
  private readonly before: Group;

  constructor(private readonly cluster: Cluster) {
    this.voters = new Voters(cluster);
    this.logs = new Logs(cluster, this.voters);
    this.before = new Group(cluster, this.voters);
    this.following = new Following(cluster, this.voters);
    this.election = new Election(cluster, this.voters, this.following, this.logs);
  }

  start(): void {
    const { replication, replicas } = this.cluster.store;
    const declared = replication.scheme === 'consensus' ? replicas.indexOf(replication.leader ?? -1) : -1;
    const all = this.cluster.replicas();
    if (declared < 0 || this.voters.rivalOf(declared) >= 0 || !this.election.elect(declared, all))
      this.election.hold(all);
    const hears = (r: number): boolean => this.following.hears(this.following.leader, r);
    this.before.started(this.following.leader, this.cluster.replicas().filter(hears));
    this.observed = this.cluster.observers().filter((o) => this.cluster.isTold(o, hears));
  }

  goesUnnoticed(): void {
    this.before.regroups();
  }

  /**
   * An old leader answers a read by itself, and so does a replica that still passes it on. A copy that followed it
   * answers a read that bounds its staleness, also where the others have no leader yet.
   */
  lateToNotice(steps: readonly Step[]): readonly Late[] {
    const { leader } = this.following;
    const { followed } = this.before;
    const asks = (wanted: Step['level']): boolean =>
      leader >= 0 && steps.some(({ access, level }) => access === 'read' && level === wanted);
    const passOn = asks('leader') ? followed.filter((r) => r !== leader) : [];
    const heard = asks('bounded') ? [...followed, ...this.observed] : [];
    return [
      ...passOn.map((r): Late => ({ who: [leader, r], election: 'held' })),
      ...heard.map((copy): Late => ({ who: [copy], election: 'open' })),
      ...heard.filter((copy) => copy >= this.cluster.d).map((copy): Late => ({ who: [copy], election: 'held' })),
    ];
  }

  notice(who: readonly number[], election: 'held' | 'open'): void {
    const { cluster } = this;
    const old = this.following.leader;
    cluster.notice(who);
    const rival = old >= 0 && cluster.isUp(old) && this.voters.heartbeat(old) ? this.rivalOf(old, election) : -1;
    const keeps = old >= 0 && this.following.hasMajority(old) && rival < 0;
    if (rival >= 0 && who.length > 0) {
      // Replicas that hear both tell it of the newer term, even if it has not noticed the break.
      cluster.unnoticed[old] = false;
      this.following.believes[old] = -1;
      cluster.log.event(
        cluster.vertex(rival),
        () =>
          `${cluster.name(rival)} does not hear ${cluster.name(old)} and stands for election: ` +
          `${cluster.name(old)} hears of its newer term and steps down`,
      );
    } else if (!keeps && who.includes(old)) {
      this.following.believes[old] = -1;
      if (cluster.isUp(old))
        cluster.log.event(
          cluster.vertex(old),
          () => `${cluster.name(old)} steps down: it hears from no majority of the ${this.voters.all.length} voters`,
        );
    }
    for (const r of who) {
      if (
        old < 0 ||
        this.following.believes[r] !== old ||
        (keeps && this.voters.inTouch(cluster.vertex(r), cluster.vertex(old)))
      )
        continue;
      this.following.believes[r] = -1;
      if (cluster.isUp(r))
        cluster.log.event(
          cluster.vertex(r),
          () => `${cluster.name(r)} hears nothing more from the leader ${cluster.name(old)}`,
          { housekeeping: true },
        );
    }
    if (keeps) this.following.newsFor(who);
    if (keeps) return;
    // Where nobody led before the break, nobody finds out now that the leader is gone.
    this.following.isElecting = this.before.leader >= 0 && (election === 'open' || who.length < cluster.d);
    this.logs.breakOff(this.before.leader, this.before.followed);
    this.election.hold(election === 'open' ? [] : who.filter((r) => cluster.isUp(r)), 'broken');
  }

  order(_step: Step, nearest: readonly number[]): readonly number[] {
    return nearest;
  }

  write(asked: number, step: Step, write: Write): Answer {
    const { cluster } = this;
    const found = this.before.answer(asked, step) ?? this.atLeader(asked);
    if (typeof found !== 'number') return found;
    const followers = this.following.hearing(found).filter((r) => r !== found);
    const isDeposed = this.isDeposedMeanwhile(found);
    if (isDeposed || !this.following.hasMajority(found)) {
      if (step.level === 'all' && this.before.reached < cluster.d)
        return this.notAll(asked, found, followers.length + 1);
      const why = isDeposed ? `${cluster.name(found)} is deposed meanwhile` : this.voters.tooFewVoters(found);
      const answer = this.late(asked, found, why);
      // A residue: it may reach the others later, or be discarded.
      if (cluster.leavesResidue(answer)) cluster.keepUncommitted(found, write.bit);
      this.voters.send(found, write);
      return answer;
    }
    if (step.level === 'all' && followers.length < cluster.d - 1)
      return this.notAll(asked, found, followers.length + 1);
    const needed = step.level === 'all' ? cluster.d - 1 : Math.min(this.voters.majority, followers.length + 1) - 1;
    const first = this.logs.replicate(found, write, followers, needed);
    return { kind: 'written', holders: bits([found, ...first]), home: found, rival: false };
  }

  read(asked: number, step: Step): Answer {
    const { cluster } = this;
    const own: Answer = { kind: 'read', from: bit(asked) };
    if (step.level === 'local' || step.level === 'one') return own;
    if (step.level === 'any') return fromAnyCopy(this.cluster, this.voters, asked);
    if (step.level === 'bounded') {
      const hears = (copy: number): boolean => {
        const followed = this.following.believes[copy] ?? -1;
        if (copy >= cluster.d) return this.following.hears(this.following.leader, copy);
        return followed >= 0 && this.voters.inTouch(cluster.vertex(copy), cluster.vertex(followed));
      };
      const heard = [...this.before.followed, ...this.observed];
      return cluster.isTold(asked, hears) || (cluster.unnoticed[asked] === true && heard.includes(asked))
        ? own
        : this.withoutLeader(asked, `${cluster.name(asked)} hears from no leader`);
    }
    const found = this.before.answer(asked, step) ?? this.atLeader(asked);
    if (typeof found !== 'number') return found;
    if (!this.following.hasMajority(found) && step.level === 'leader' && cluster.unnoticed[found] === true)
      return { kind: 'read', from: bit(found) };
    const isDeposed = step.level !== 'leader' && this.isDeposedMeanwhile(found);
    if (
      (isDeposed || !this.following.hasMajority(found)) &&
      (step.level !== 'all' || this.before.reached === cluster.d)
    ) {
      this.voters.heartbeat(found);
      return this.late(
        asked,
        found,
        isDeposed ? `${cluster.name(found)} is deposed meanwhile` : this.voters.tooFewVoters(found),
      );
    }
    if (step.level === 'all') {
      const reached = this.following.hearing(found);
      if (reached.length < cluster.d) return this.notAll(asked, found, reached.length);
      return { kind: 'read', from: bits(reached) };
    }
    if (step.level !== 'leader') this.voters.heartbeat(found);
    return { kind: 'read', from: bit(found) };
  }

  spread(): void {
    const { cluster } = this;
    const { leader } = this.following;
    const leads = leader >= 0 && this.following.hasMajority(leader);
    if (leads) for (const r of this.following.hearing(leader)) cluster.keep(r, cluster.copies[leader] ?? 0);
    cluster.spreadToObservers((one) => (leads && this.following.hears(leader, one) ? leader : -1));
  }

  heal(): Bits {
    const { cluster } = this;
    if (this.following.leader < 0 || !this.following.hasMajority(this.following.leader)) {
      this.following.believes.fill(-1);
      this.election.hold(cluster.replicas());
    }
    // No leader even on the healthy network: every copy stays as it was.
    const log = this.following.leader < 0 ? cluster.onAny(-1) : (cluster.copies[this.following.leader] ?? 0);
    return cluster.alone.reduce((all, some) => all | some, log);
  }

  reconciles(one: Acknowledged, other: Acknowledged): boolean {
    return one.alone || other.alone;
  }

  /** The leader that the asked replica forwards the request to, or why it reaches none. */
  private atLeader(asked: number): number | Answer {
    const { cluster } = this;
    const leader = this.following.believes[asked] ?? -1;
    if (leader < 0) return this.withoutLeader(asked, `${cluster.name(asked)} knows of no leader`);
    if (asked === leader) return leader;
    const arrives = this.voters.inTouch(cluster.vertex(asked), cluster.vertex(leader));
    cluster.send(
      { from: cluster.vertex(asked), to: cluster.vertex(leader), arrives },
      () => `${cluster.name(asked)} passes it on to the leader ${cluster.name(leader)}`,
    );
    if (!arrives && this.before.knowsOfStepDown(asked))
      return this.withoutLeader(asked, `the leader ${cluster.name(leader)} is stopped`);
    if (!arrives)
      return this.late(asked, asked, `the leader ${cluster.name(leader)} does not answer ${cluster.name(asked)}`);
    if (this.following.believes[leader] !== leader)
      return { kind: 'refused', why: `${cluster.name(leader)} leads no more` };
    const lacks = cluster.lacks(leader);
    if (lacks === undefined) return leader;
    // A leader that has not noticed the break lacked it before.
    return cluster.unnoticed[leader] === true ? { kind: 'refused', why: lacks } : this.late(asked, asked, lacks);
  }

  /** A rival from before the break deposes the leader until the elections that it began are over. */
  private rivalOf(leader: number, election: 'held' | 'open'): number {
    const rival = this.voters.rivalOf(leader);
    return rival < 0 && election === 'open' && leader === this.before.leader ? this.before.rival : rival;
  }

  /** Without PreVote: a rival may depose a leader that has noticed nothing while it waits for a majority. */
  private isDeposedMeanwhile(leader: number): boolean {
    const { cluster, voters } = this;
    return (
      cluster.store.choice !== 'AP' &&
      leader === this.before.leader &&
      cluster.unnoticed[leader] === true &&
      voters.hasMajority(leader) &&
      this.rivalOf(leader, 'open') >= 0 &&
      cluster.choices.of(2) === 1
    );
  }

  private withoutLeader(asked: number, why: string): Answer {
    const isFinal = this.following.isKnownToBeNobody(asked);
    return { kind: 'refused', why, isFinal, atOnce: this.before.knowsOfStepDown(asked) };
  }

  /** A replica that has not noticed the break waits; one that has noticed it refuses. */
  private late(asked: number, at: number, why: string): Answer {
    const { unnoticed } = this.cluster;
    return unnoticed[asked] === true || unnoticed[at] === true ? { kind: 'waits', why } : { kind: 'refused', why };
  }

  private notAll(asked: number, leader: number, reached: number): Answer {
    const { d } = this.cluster;
    const why = `${reached} of ${d} copies in reach of ${this.cluster.name(leader)}, all are needed`;
    return this.before.reached < d ? { kind: 'refused', why } : this.late(asked, leader, why);
  }
}
