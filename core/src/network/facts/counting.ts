import { onesIn } from '../../base/bits.js';
import { BROKEN, Cells } from './cells.js';
import { blocksInOrder, type Blocks, type Group, merged } from './blocks.js';
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

/** Under that many sets of cuts, machines that are not done are in these groups, each as one number, in order. */
interface State {
  readonly groups: readonly number[];
  readonly over: Blocks;
  sets: bigint;
}

/** Machines of a cell in a block, as one number: there are at most 30 of them, and fewer blocks. */
function packed(cell: number, block: number, count: number): number {
  return (cell << 10) | (block << 5) | count;
}

/** Where all that must have met over machines that are done has met, it does not matter who is in a block. */
const NO_BLOCKS: Blocks = { ends: [0], joined: 0 };

/** Products of few machines' ways are small. */
const SMALL: readonly bigint[] = Array.from({ length: 1_024 }, (_, i) => BigInt(i));

class Counting {
  private readonly role: readonly number[];
  private readonly overs: readonly Constraint[];
  /** All of these, as a mask. */
  private readonly everyOver: number;
  private readonly cells: Cells;
  /** By two machines: does it matter whether they are connected, and must they be, or must they not? */
  private readonly about: readonly (readonly boolean[])[];
  private readonly forced: readonly (readonly (boolean | undefined)[])[];
  /** By role: a machine of it besides the first. */
  private readonly second: readonly number[];
  /** By role: those of the smallest rank are taken first. */
  private readonly ranks: readonly number[];
  /** What one machine is linked to at the moment: the groups of the rest, and of each how many are linked. */
  private rest: Group[] = [];
  private readonly linked = new Int32Array(64);
  /** By group: what those that are linked have met. */
  private readonly theirs = new Int32Array(64);
  /** By group: how many machines there are in it and after it. */
  private readonly left = new Int32Array(64);

  constructor(
    private readonly conjunction: Conjunction,
    private readonly links: Links,
    private readonly budget: Budget,
  ) {
    const { constraints, size } = conjunction;
    this.role = interchangeable(conjunction, links);
    this.overs = constraints.filter(({ kind }) => kind === 'joined');
    this.everyOver = (1 << this.overs.length) - 1;
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
    const first = [...counts].map(([role, count]) => ({ role, cell: this.cells.first(role), block: 0, count }));
    let pauseAt = this.budget.steps - STEPS_BETWEEN_PAUSES;
    let states = new Map<string, State>();
    this.putInOrder(states, first, { ends: [0], joined: 0 }, 1n);
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
    const rest = state.groups.map((group): Group => {
      const cell = group >> 10;
      return { role: this.cells.roleOf(cell), cell, block: (group >> 5) & 31, count: group & 31 };
    });
    let taken = 0;
    rest.forEach((group, i) => {
      if (this.rank(group) < this.rank(rest[taken] ?? group)) taken = i;
    });
    const one = rest[taken];
    if (one === undefined) return;
    if (one.count > 1) rest[taken] = { ...one, count: one.count - 1 };
    else rest.splice(taken, 1);
    this.rest = rest;
    this.left[rest.length] = 0;
    for (let i = rest.length - 1; i >= 0; i--) this.left[i] = (this.left[i + 1] ?? 0) + (rest[i]?.count ?? 0);
    this.link({ state, one, next }, 0, one.cell, 1);
  }

  /**
   * Goes through the ways to link one machine to the groups from the i-th on. `cell`: what it has met so far. A way on
   * which it, or one of the others, can't meet as many as it has to ends at once.
   */
  private link(taking: Taking, i: number, cell: number, ways: number): void {
    if (--this.budget.steps <= 0) return;
    const { cells } = this;
    const missing = cells.missing(cell);
    if (missing > 0 && missing > (this.left[i] ?? 0)) return;
    const { one } = taking;
    const group = this.rest[i];
    if (group === undefined) {
      this.finish(taking, ways);
      return;
    }
    const isSame = one.role === group.role;
    const other = isSame ? (this.second[one.role] ?? -1) : group.role;
    // The others can meet each other when this one is done.
    const others = (this.left[0] ?? 0) - 1;
    const isAbout = this.about[one.role]?.[other] === true;
    const between = this.links(one.role, other);
    const forced = this.forced[one.role]?.[other];
    const fewest = (isAbout && forced === true) || cells.missing(group.cell) > others ? group.count : 0;
    const most = !isAbout || forced === false || between === 0 ? 0 : group.count;
    // Of two with the same part, the first stands for each, as what they have met is in the order of its constraints.
    const theirs = most === 0 ? group.cell : cells.meets(group.cell, isSame ? other : one.role, one.cell);
    this.theirs[i] = theirs;
    let met = cell;
    for (let linked = 0; linked <= most; linked++) {
      if (linked > 0) met = cells.meets(met, other, group.cell);
      if (met === BROKEN || (linked > 0 && (theirs === BROKEN || cells.missing(theirs) > others))) return;
      if (linked < fewest) continue;
      this.linked[i] = linked;
      this.link(taking, i + 1, met, ways * choose(group.count, linked) * (2 ** between - 1) ** linked);
    }
  }

  /** One machine is done, and has met as many as it has to. */
  private finish({ state, one, next }: Taking, ways: number): void {
    const { over } = state;
    const sets = state.sets * (SMALL[ways] ?? BigInt(ways));
    if (over === NO_BLOCKS) {
      this.put(next, this.withoutBlocks(), NO_BLOCKS, sets);
      return;
    }
    const groups: (Group & { readonly isLinked: boolean })[] = [];
    const blocks: number[] = [];
    for (const [i, group] of this.rest.entries()) {
      const count = this.linked[i] ?? 0;
      if (count < group.count) groups.push({ ...group, count: group.count - count, isLinked: false });
      if (count === 0) continue;
      groups.push({ ...group, cell: this.theirs[i] ?? group.cell, count, isLinked: true });
      if (group.block > 0) blocks.push(group.block);
    }
    const so = merged(this.overs, { over, one }, groups, blocks);
    if (so !== undefined) this.putInOrder(next, so.groups, so, sets);
  }

  /** The groups of the rest where blocks do not matter any more. */
  private withoutBlocks(): number[] {
    const { cells, rest } = this;
    let asked = 0;
    for (let i = 0; i < rest.length; i++) {
      const group = rest[i] as Group;
      const linked = this.linked[i] ?? 0;
      if (linked < group.count) asked |= cells.asksOf(group.cell);
      if (linked > 0) asked |= cells.asksOf(this.theirs[i] ?? 0);
    }
    const found: number[] = [];
    for (let i = 0; i < rest.length; i++) {
      const group = rest[i] as Group;
      const linked = this.linked[i] ?? 0;
      if (linked < group.count) insert(found, cells.without(group.cell, asked), group.count - linked);
      if (linked > 0) insert(found, cells.without(this.theirs[i] ?? 0, asked), linked);
    }
    return found;
  }

  /** With what machines have met only as far as that matters to others. */
  private putInOrder(states: Map<string, State>, groups: readonly Group[], over: Blocks, sets: bigint): void {
    let asked = 0;
    for (const { cell } of groups) asked |= this.cells.asksOf(cell);
    const plain = groups.map((group) => ({ ...group, cell: this.cells.without(group.cell, asked) }));
    if (over.joined === this.everyOver) {
      const found: number[] = [];
      for (const { cell, count } of plain) insert(found, cell, count);
      this.put(states, found, NO_BLOCKS, sets);
      return;
    }
    const { groups: sorted, ends } = blocksInOrder(plain, over.ends);
    this.put(
      states,
      sorted.map(({ cell, block, count }) => packed(cell, block, count)),
      { ends, joined: over.joined },
      sets,
    );
  }

  /** Adds a state to the equal one, if there is one. */
  private put(states: Map<string, State>, groups: readonly number[], over: Blocks, sets: bigint): void {
    let key = over === NO_BLOCKS ? '' : `${over.joined}|${over.ends.join(' ')}|`;
    for (const group of groups) key += String.fromCharCode(group >> 10, group & 1023);
    const known = states.get(key);
    if (known === undefined) states.set(key, { groups, over, sets });
    else known.sets += sets;
  }
}

interface Taking {
  readonly state: State;
  readonly one: Group;
  readonly next: Map<string, State>;
}

/** More machines of a cell, in no block; groups stay in order. */
function insert(groups: number[], cell: number, count: number): void {
  let at = groups.length;
  while (at > 0 && (groups[at - 1] ?? 0) >> 10 > cell) at--;
  const before = groups[at - 1];
  if (before !== undefined && before >> 10 === cell) groups[at - 1] = before + count;
  else groups.splice(at, 0, packed(cell, 0, count));
}

function choose(n: number, k: number): number {
  let found = 1;
  for (let i = 1; i <= k; i++) found = (found * (n - i + 1)) / i;
  return found;
}
