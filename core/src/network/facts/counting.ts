import { onesIn } from '../../base/bits.js';
import { BROKEN, Cells } from './cells.js';
import { type Group, merged, type State } from './blocks.js';
import { type Conjunction, type Constraint, interchangeable, isAbout, isPairOf, type Links } from './conjunction.js';

/** What is known of the cuts under which a conjunction holds. */
export interface Counted {
  /** How many there are, of the links that the conjunction is about. */
  readonly sets: bigint;
  /** How many links the conjunction is about. */
  readonly links: number;
}

/** How much counting may take; what is left is counted down. A step takes about half a microsecond. */
export interface Budget {
  steps: number;
}

/** A caller can pause after as many steps. */
const STEPS_BETWEEN_PAUSES = 1_000;

/**
 * How many cuts a conjunction holds under. One machine after the other is taken with all its links to the rest; what
 * the rest has to know is how many each of them has met, and who is connected over machines that are done. Of machines
 * that can change places only the number counts. Undefined: it takes more than the budget has.
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
  private readonly cells: Cells;
  /** By two machines: does it matter whether they are connected, and must they be, or must they not? */
  private readonly about: readonly (readonly boolean[])[];
  private readonly forced: readonly (readonly (boolean | undefined)[])[];
  /** By role: a machine of it besides the first. */
  private readonly second: readonly number[];
  /** By role: those of the smallest rank are taken first. */
  private readonly ranks: readonly number[];

  constructor(
    private readonly conjunction: Conjunction,
    private readonly links: Links,
    private readonly budget: Budget,
  ) {
    const { constraints, size } = conjunction;
    this.role = interchangeable(conjunction, links);
    this.overs = constraints.filter(({ kind }) => kind === 'joined');
    this.cells = new Cells(conjunction, this.role);
    const all = Array.from({ length: size }, (_, v) => v);
    this.about = all.map((u) => all.map((v) => u !== v && constraints.some((one) => isAbout(one, u, v))));
    this.forced = all.map((u) => all.map((v) => this.isForced(u, v)));
    this.second = all.map((role) => this.role.findIndex((first, v) => first === role && v !== role));
    this.ranks = all.map((role) => this.rankOf(role));
  }

  *run(): Generator<void, Counted | undefined> {
    const { size } = this.conjunction;
    const counts = new Map<number, number>();
    for (const role of this.role) counts.set(role, (counts.get(role) ?? 0) + 1);
    const groups = [...counts].map(([role, count]) => ({ role, cell: this.cells.first(role), block: 0, count }));
    let pauseAt = this.budget.steps - STEPS_BETWEEN_PAUSES;
    let states = new Map<string, State>();
    this.put(states, { groups, ends: [0], joined: 0, sets: 1n });
    for (let done = 0; done < size; done++) {
      const next = new Map<string, State>();
      for (const state of states.values()) {
        this.takeOne(state, next);
        if (this.budget.steps <= 0) return undefined;
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
  private rankOf(role: number): number {
    const { size } = this.conjunction;
    const { asking, own } = this.cells;
    const place = asking.indexOf(role);
    if (place >= 0) return place - asking.length;
    const isEnd = this.overs.some(({ a, b }) => a === role || b === role);
    const mine = own[role] ?? [];
    const late = isEnd ? 1 : mine.length === 0 ? 3 : 2;
    // Of those that must meet some, the ones that choose among most.
    const most = Math.max(0, ...mine.map(({ kind, isSo, set }) => (kind === 'atLeast' && isSo ? onesIn(set) : 0)));
    return (late * (size + 1) + size - most) * size + role;
  }

  private rank({ role, block, cell }: Group): number {
    const rank = this.ranks[role] ?? 0;
    if (rank < 0) return rank;
    // Of those with one part, the ones that are connected to one that asks: then that matters to nobody any more.
    return 2 * (block > 0 ? role : rank) + (this.cells.isAsked(cell) ? 0 : 1);
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
    this.link({ state, one, rest, next }, 0, { cell: one.cell, groups: [], blocks: [], ways: 1 });
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
    const isSame = one.role === group.role;
    const other = isSame ? (this.second[one.role] ?? -1) : group.role;
    if (this.about[one.role]?.[other] !== true) {
      this.link(taking, i + 1, { ...so, groups: [...so.groups, { ...group, isLinked: false }] });
      return;
    }
    const between = this.links(one.role, other);
    const forced = this.forced[one.role]?.[other];
    const fewest = forced === true ? group.count : 0;
    const most = forced === false || between === 0 ? 0 : group.count;
    // Of two with the same part, the first stands for each, as what they have met is in the order of its constraints.
    const theirs = most === 0 ? group.cell : this.cells.meets(group.cell, isSame ? other : one.role, one.cell);
    let { cell } = so;
    for (let linked = 0; linked <= most; linked++) {
      if (linked > 0) cell = this.cells.meets(cell, other, group.cell);
      if (cell === BROKEN || (linked > 0 && theirs === BROKEN)) return;
      if (linked < fewest) continue;
      const groups = [...so.groups];
      if (linked < group.count) groups.push({ ...group, count: group.count - linked, isLinked: false });
      if (linked > 0) groups.push({ ...group, cell: theirs, count: linked, isLinked: true });
      this.link(taking, i + 1, {
        cell,
        groups,
        blocks: linked > 0 && group.block > 0 ? [...so.blocks, group.block] : so.blocks,
        ways: so.ways * choose(group.count, linked) * (2 ** between - 1) ** linked,
      });
    }
  }

  /** One machine is done: what it has met must be enough, and the others must still be able to meet as many. */
  private finish({ state, one, next }: Taking, { cell, groups, blocks, ways }: Linked): void {
    if (this.cells.missing(cell) > 0) return;
    const left = groups.reduce((sum, { count }) => sum + count, -1);
    if (groups.some((group) => this.cells.missing(group.cell) > left)) return;
    const together = merged(this.overs, { state, one }, groups, blocks);
    if (together !== undefined) this.put(next, { ...together, sets: state.sets * BigInt(ways) });
  }

  /** Adds a state to the equal one, if there is one. */
  private put(states: Map<string, State>, state: State): void {
    const { groups, ends } = this.inOrder(state);
    let key = `${state.joined}|${ends.join(' ')}|`;
    for (const { cell, block, count } of groups) key += String.fromCharCode(cell, block, count);
    const known = states.get(key);
    if (known === undefined) states.set(key, { ...state, groups, ends });
    else known.sets += state.sets;
  }

  /** Equal groups as one, and blocks in the order of what is in them. */
  private inOrder({ groups, ends, joined }: State): Pick<State, 'groups' | 'ends'> {
    let asked = 0;
    for (const { cell } of groups) asked |= this.cells.asksOf(cell);
    const plain = groups.map((group) => ({ ...group, cell: this.cells.without(group.cell, asked) }));
    // Which blocks there are does not matter once all that must have met has.
    if (joined === (1 << this.overs.length) - 1) return { groups: gathered(plain, 0), ends: [0] };
    const byBlock = new Map<number, Group[]>();
    for (const group of plain) byBlock.set(group.block, [...(byBlock.get(group.block) ?? []), group]);
    // A block of one machine that ends nothing is as good as none.
    const alone: Group[] = [];
    const blocks: { readonly ends: number; readonly members: readonly Group[]; readonly text: string }[] = [];
    for (const [block, members] of byBlock) {
      if (block === 0 || (members.length === 1 && members[0]?.count === 1 && ends[block] === 0)) {
        alone.push(...members);
        continue;
      }
      const together = gathered(members, 0);
      const text = `${ends[block] ?? 0} ${together.map(({ cell, count }) => `${cell} ${count}`).join(',')}`;
      blocks.push({ ends: ends[block] ?? 0, members: together, text });
    }
    blocks.sort((x, y) => (x.text < y.text ? -1 : x.text > y.text ? 1 : 0));
    return {
      groups: [
        ...gathered(alone, 0),
        ...blocks.flatMap(({ members }, i) => members.map((group) => ({ ...group, block: i + 1 }))),
      ],
      ends: [0, ...blocks.map((one) => one.ends)],
    };
  }
}

interface Taking {
  readonly state: State;
  readonly one: Group;
  readonly rest: readonly Group[];
  readonly next: Map<string, State>;
}

interface Linked {
  /** What the machine has met. */
  readonly cell: number;
  readonly groups: readonly (Group & { readonly isLinked: boolean })[];
  /** The blocks that the machine is linked to. */
  readonly blocks: readonly number[];
  readonly ways: number;
}

/** Equal groups as one, in order. */
function gathered(groups: readonly Group[], block: number): Group[] {
  const sorted = [...groups].sort((x, y) => x.cell - y.cell);
  const found: Group[] = [];
  for (const { role, cell, count } of sorted) {
    const last = found.at(-1);
    if (last?.cell === cell) found[found.length - 1] = { role, cell, block, count: last.count + count };
    else found.push({ role, cell, block, count });
  }
  return found;
}

function choose(n: number, k: number): number {
  let found = 1;
  for (let i = 1; i <= k; i++) found = (found * (n - i + 1)) / i;
  return found;
}
