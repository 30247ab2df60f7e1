import { onesIn } from '../../base/bits.js';
import { type Group, merged, type State } from './blocks.js';
import {
  type Conjunction,
  type Constraint,
  interchangeable,
  isAbout,
  isPairOf,
  type Links,
  ownerOf,
} from './conjunction.js';

/** What is known of the cuts under which a conjunction holds. */
export interface Counted {
  /** How many there are, of the links that the conjunction is about. */
  readonly sets: bigint;
  /** How many links the conjunction is about. */
  readonly links: number;
}

/** How much counting may take; what is left is counted down. A step takes about a microsecond. */
export interface Budget {
  steps: number;
}

/** Conjunctions of more steps than these are few, and so are the questions that end with them. */
const MOST_STEPS = 200_000;
/** A caller can pause after as many steps. */
const STEPS_BETWEEN_PAUSES = 1_000;

/**
 * How many cuts a conjunction holds under. One machine after the other is taken with all its links to the rest; what
 * the rest has to know is how many each of them has met, and who is connected over machines that are done. Of machines
 * that can change places only the number counts. Undefined: it takes more than MOST_STEPS, or than the
 * budget has.
 */
export function countCuts(
  conjunction: Conjunction,
  links: Links,
  budget: Budget,
): Generator<void, Counted | undefined> {
  return new Counting(conjunction, links, budget).run();
}

class Counting {
  private readonly role: readonly number[];
  private readonly overs: readonly Constraint[];
  /** The machines that `beside` constraints start from. */
  private readonly asking: readonly number[];
  /** Per machine, the constraints that count what it meets. */
  private readonly own: readonly (readonly Constraint[])[];
  /** By two machines: does it matter whether they are connected, and must they be, or must they not? */
  private readonly about: readonly (readonly boolean[])[];
  private readonly forced: readonly (readonly (boolean | undefined)[])[];
  /** By role: a machine of it besides the first. */
  private readonly second: readonly number[];

  constructor(
    private readonly conjunction: Conjunction,
    private readonly links: Links,
    private readonly budget: Budget,
  ) {
    const { constraints, size } = conjunction;
    this.role = interchangeable(conjunction, links);
    this.overs = constraints.filter(({ kind }) => kind === 'joined');
    this.asking = [...new Set(constraints.flatMap(({ kind, a }) => (kind === 'beside' ? [a] : [])))];
    this.own = Array.from({ length: size }, (_, v) => constraints.filter((one) => ownerOf(one) === v));
    const all = Array.from({ length: size }, (_, v) => v);
    this.about = all.map((u) => all.map((v) => u !== v && constraints.some((one) => isAbout(one, u, v))));
    this.forced = all.map((u) => all.map((v) => this.isForced(u, v)));
    this.second = all.map((role) => this.role.findIndex((first, v) => first === role && v !== role));
  }

  *run(): Generator<void, Counted | undefined> {
    const { size } = this.conjunction;
    const counts = new Map<number, number>();
    for (const role of this.role) counts.set(role, (counts.get(role) ?? 0) + 1);
    const groups = [...counts].map(([role, count]): Group => {
      const met = [...(this.own[role] ?? []).map(() => 0), ...this.asking.map(() => 0)];
      return { role, block: 0, met, count };
    });
    const fewest = Math.max(0, this.budget.steps - MOST_STEPS);
    let pauseAt = this.budget.steps - STEPS_BETWEEN_PAUSES;
    let states = new Map<string, State>();
    this.put(states, { groups, ends: [0], joined: 0, sets: 1n });
    for (let done = 0; done < size; done++) {
      const next = new Map<string, State>();
      for (const state of states.values()) {
        this.takeOne(state, next);
        if (this.budget.steps <= fewest) return undefined;
        if (this.budget.steps > pauseAt) continue;
        pauseAt = this.budget.steps - STEPS_BETWEEN_PAUSES;
        yield;
      }
      states = next;
    }
    let sets = 0n;
    for (const state of states.values()) sets += state.sets;
    return { sets, links: this.countLinks() };
  }

  private countLinks(): number {
    const { size } = this.conjunction;
    let found = 0;
    for (let u = 0; u < size; u++)
      for (let v = 0; v < u; v++) if (this.about[u]?.[v] === true) found += this.links(u, v);
    return found;
  }

  /** Must the two be connected, or must they not? */
  private isForced(u: number, v: number): boolean | undefined {
    return this.conjunction.constraints.find((one) => isPairOf(one, u, v))?.isSo;
  }

  /**
   * The next machine: those that ask come first, as it matters to the others whom they are connected to; then those in
   * a block, and the ends of what is joined, so that there are few blocks; those of which nothing is asked come last.
   */
  private rank({ role, block }: Group): number {
    const { size } = this.conjunction;
    const place = this.asking.indexOf(role);
    if (place >= 0) return place - size;
    const isEnd = this.overs.some(({ a, b }) => a === role || b === role);
    const own = this.own[role] ?? [];
    const late = block > 0 ? 0 : isEnd ? 1 : own.length === 0 ? 3 : 2;
    // Of those that must meet some, the ones that choose among most.
    const most = Math.max(0, ...own.map(({ kind, isSo, set }) => (kind === 'atLeast' && isSo ? onesIn(set) : 0)));
    return (late * (size + 1) + size - most) * size + role;
  }

  private takeOne(state: State, next: Map<string, State>): void {
    let taken = 0;
    state.groups.forEach((group, i) => {
      if (this.rank(group) < this.rank(state.groups[taken] ?? group)) taken = i;
    });
    const one = state.groups[taken];
    if (one === undefined) return;
    const rest = state.groups.flatMap((group, i) =>
      i !== taken ? [group] : group.count > 1 ? [{ ...group, count: group.count - 1 }] : [],
    );
    this.link({ state, one, rest, next }, 0, { met: one.met, groups: [], blocks: [], ways: 1 });
  }

  /** Goes through the ways to link one machine to the groups from the i-th on. */
  private link(taking: Taking, i: number, so: Linked): void {
    if (--this.budget.steps <= 0) return;
    const { one, rest } = taking;
    const group = rest[i];
    if (group === undefined) {
      this.finish(taking, so);
      return;
    }
    const other = one.role === group.role ? (this.second[one.role] ?? -1) : group.role;
    if (this.about[one.role]?.[other] !== true) {
      this.link(taking, i + 1, { ...so, groups: [...so.groups, { ...group, isLinked: false }] });
      return;
    }
    const between = this.links(one.role, other);
    const forced = this.forced[one.role]?.[other];
    const fewest = forced === true ? group.count : 0;
    const most = forced === false || between === 0 ? 0 : group.count;
    let met: readonly number[] | undefined = so.met;
    for (let linked = 0; linked <= most; linked++) {
      if (linked > 0) met = this.meets(met, one.role, other, group.met);
      if (met === undefined) return;
      if (linked < fewest) continue;
      // Of two with the same part, the first stands for each, as what they have met is in the order of its constraints.
      const [they, it] = one.role === group.role ? [one.role, other] : [other, one.role];
      const theirs = linked === 0 ? group.met : this.meets(group.met, they, it, one.met);
      if (theirs === undefined) return;
      const groups = [...so.groups];
      if (linked < group.count) groups.push({ ...group, count: group.count - linked, isLinked: false });
      if (linked > 0) groups.push({ ...group, met: theirs, count: linked, isLinked: true });
      this.link(taking, i + 1, {
        met,
        groups,
        blocks: linked > 0 && group.block > 0 ? [...so.blocks, group.block] : so.blocks,
        ways: so.ways * choose(group.count, linked) * (2 ** between - 1) ** linked,
      });
    }
  }

  /**
   * What a machine has met when it is connected to one more; undefined: that breaks a constraint. `theirs`: what that
   * one has met.
   */
  private meets(
    met: readonly number[],
    machine: number,
    other: number,
    theirs: readonly number[],
  ): readonly number[] | undefined {
    const own = this.own[machine] ?? [];
    const found = [...met];
    const asks = this.asking.indexOf(this.role[other] ?? -1);
    const placeOf = (asking: number): number => theirs.length - this.asking.length + asking;
    for (const [i, { kind, set, least, isSo, a }] of own.entries()) {
      let counts: boolean;
      if (kind === 'atLeast') counts = ((set >> other) & 1) === 1;
      else if (other === a) counts = ((set >> machine) & 1) === 1 || ((set >> a) & 1) === 1;
      else counts = ((set >> other) & 1) === 1 && theirs[placeOf(this.asking.indexOf(a))] === 1;
      if (!counts) continue;
      found[i] = Math.min((found[i] ?? 0) + 1, kind === 'atLeast' ? least : 1);
      if (!isSo && found[i] === (kind === 'atLeast' ? least : 1)) return undefined;
    }
    if (asks >= 0) found[own.length + asks] = 1;
    return found;
  }

  /** One machine is done: what it has met must be enough. */
  private finish({ state, one, next }: Taking, { met, groups, blocks, ways }: Linked): void {
    const own = this.own[one.role] ?? [];
    if (own.some(({ kind, isSo, least: wanted }, i) => isSo && (met[i] ?? 0) < (kind === 'atLeast' ? wanted : 1)))
      return;
    const left = groups.reduce((sum, { count }) => sum + count, -1);
    if (groups.some((group) => !this.canStillMeet(group, left))) return;
    const together = merged(this.overs, { state, one }, groups, blocks);
    if (together === undefined) return;
    this.put(next, { ...together, sets: state.sets * BigInt(ways) });
  }

  /** Can a machine still meet as many as it has to? `left`: how many others there are. */
  private canStillMeet({ role, met }: Group, left: number): boolean {
    return (this.own[role] ?? []).every(
      ({ kind, isSo, least }, i) => kind !== 'atLeast' || !isSo || (met[i] ?? 0) + left >= least,
    );
  }

  /** Adds a state to the equal one, if there is one. */
  private put(states: Map<string, State>, state: State): void {
    const { groups, ends } = this.inOrder(state);
    const parts = groups.map(({ role, block, met, count }) => `${role} ${block} ${met.join('.')} ${count}`);
    const key = `${state.joined}|${ends.join(' ')}|${parts.join(',')}`;
    const known = states.get(key);
    if (known === undefined) {
      states.set(key, { ...state, groups, ends });
      return;
    }
    known.sets += state.sets;
  }

  /** Equal groups as one, and blocks in the order of what is in them. */
  private inOrder({ groups, ends, joined }: State): Pick<State, 'groups' | 'ends'> {
    const everything = (1 << this.overs.length) - 1;
    const asked = this.isAsked(groups);
    const plain = groups.map(({ role, block, met, count }) => ({
      role,
      count,
      block: joined === everything ? 0 : block,
      met: met.map((value, i) => {
        const asking = i - (met.length - this.asking.length);
        return asking >= 0 && asked[asking] !== true ? 0 : value;
      }),
    }));
    const byBlock = new Map<number, typeof plain>();
    for (const group of plain) byBlock.set(group.block, [...(byBlock.get(group.block) ?? []), group]);
    // A block of one machine that ends nothing is as good as none.
    const blocks = [...byBlock].flatMap(([block, members]) => {
      const isAlone = block === 0 || (members.length === 1 && members[0]?.count === 1 && ends[block] === 0);
      return isAlone ? [] : [{ ends: ends[block] ?? 0, members: gathered(members, 0) }];
    });
    const alone = [...byBlock].flatMap(([block, members]) => {
      const isAlone = block === 0 || (members.length === 1 && members[0]?.count === 1 && ends[block] === 0);
      return isAlone ? members : [];
    });
    const named = blocks
      .map((one) => ({ ...one, text: `${one.ends} ${one.members.map(textOf).join(',')}` }))
      .sort((x, y) => (x.text < y.text ? -1 : x.text > y.text ? 1 : 0));
    return {
      groups: [
        ...gathered(alone, 0),
        ...named.flatMap(({ members }, i) => members.map((group) => ({ ...group, block: i + 1 }))),
      ],
      ends: [0, ...named.map((one) => one.ends)],
    };
  }

  /** Of each machine that asks: does it still matter whom it is connected to? */
  private isAsked(groups: readonly Group[]): boolean[] {
    return this.asking.map((asking) =>
      groups.some(({ role, met }) =>
        (this.own[role] ?? []).some(
          ({ kind, a, isSo }, i) => kind === 'beside' && a === asking && !(isSo && met[i] === 1),
        ),
      ),
    );
  }
}

interface Taking {
  readonly state: State;
  readonly one: Group;
  readonly rest: readonly Group[];
  readonly next: Map<string, State>;
}

interface Linked {
  readonly met: readonly number[];
  readonly groups: readonly (Group & { readonly isLinked: boolean })[];
  /** The blocks that the machine is linked to. */
  readonly blocks: readonly number[];
  readonly ways: number;
}

function textOf({ role, met, count }: Group): string {
  return `${role} ${met.join('.')} ${count}`;
}

/** Equal groups as one, in order. */
function gathered(groups: readonly Group[], block: number): Group[] {
  const found = new Map<string, Group>();
  for (const group of groups) {
    const name = `${group.role} ${group.met.join('.')}`;
    const known = found.get(name);
    found.set(name, { ...group, block, count: group.count + (known?.count ?? 0) });
  }
  return [...found].sort(([x], [y]) => (x < y ? -1 : x > y ? 1 : 0)).map(([, group]) => group);
}

function choose(n: number, k: number): number {
  let found = 1;
  for (let i = 1; i <= k; i++) found = (found * (n - i + 1)) / i;
  return found;
}
