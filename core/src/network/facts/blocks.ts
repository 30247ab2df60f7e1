import type { Constraint } from './conjunction.js';

/**
 * Machines that can change places and have met the same: how many there are. `cell`: what they have met. `block`: those
 * of one block are connected over machines that are done; 0: each is alone.
 */
export interface Group {
  readonly role: number;
  readonly cell: number;
  readonly block: number;
  readonly count: number;
}

/** What holds over machines that are done. */
export interface Blocks {
  /** By block: the ends of `joined` constraints that are done and in it, as a mask. */
  readonly ends: readonly number[];
  /** The `joined` constraints whose ends have met. */
  readonly joined: number;
}

/** The blocks that the machine connects become one; undefined: that breaks a constraint. */
export function merged(
  overs: readonly Constraint[],
  { over, one }: { readonly over: Blocks; readonly one: Group },
  linked: readonly (Group & { readonly isLinked: boolean })[],
  blocks: readonly number[],
): (Blocks & { readonly groups: readonly Group[] }) | undefined {
  const isOver = (v: number): boolean => overs.some(({ set }) => ((set >> v) & 1) === 1);
  const isOne = isOver(one.role);
  const joining = isOne ? [...new Set([...blocks, ...(one.block > 0 ? [one.block] : [])])] : [];
  let marks = 0;
  for (const block of joining) marks |= over.ends[block] ?? 0;
  overs.forEach(({ a, b }, i) => {
    if (a === one.role) marks |= 1 << (2 * i);
    if (b === one.role) marks |= 1 << (2 * i + 1);
  });
  const block = over.ends.length;
  const groups = linked.map((group): Group => {
    const { role, cell, count } = group;
    const isJoined = isOne && isOver(role) && (group.isLinked || joining.includes(group.block));
    return { role, cell, count, block: isJoined ? block : group.block };
  });
  // Ends of constraints that are linked are in the block, too.
  let inBlock = marks;
  for (const { role, block: at } of groups)
    if (at === block)
      overs.forEach(({ a, b }, i) => {
        if (a === role) inBlock |= 1 << (2 * i);
        if (b === role) inBlock |= 1 << (2 * i + 1);
      });
  let { joined } = over;
  for (const [i, { isSo }] of overs.entries()) {
    if ((joined >> i) & 1 || ((inBlock >> (2 * i)) & 3) !== 3) continue;
    if (!isSo) return undefined;
    joined |= 1 << i;
  }
  const ends = [...over.ends, marks];
  for (const gone of joining) ends[gone] = 0;
  const isOpen = groups.some((group) => group.block === block);
  if (!isOpen) {
    // An end in a block that nobody can be linked to any more: it is apart from the other.
    if (overs.some(({ isSo }, i) => isSo && ((joined >> i) & 1) === 0 && ((marks >> (2 * i)) & 3) !== 0))
      return undefined;
    ends[block] = 0;
  }
  return { groups, ends, joined };
}

/** Equal groups as one, and blocks in the order of what is in them. */
export function blocksInOrder(
  groups: readonly Group[],
  ends: readonly number[],
): { readonly groups: readonly Group[]; readonly ends: readonly number[] } {
  const byBlock = new Map<number, Group[]>();
  for (const group of groups) byBlock.set(group.block, [...(byBlock.get(group.block) ?? []), group]);
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
