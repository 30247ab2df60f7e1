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

export interface State {
  readonly groups: readonly Group[];
  /** By block: the ends of `joined` constraints that are done and in it, as a mask. */
  readonly ends: readonly number[];
  /** The `joined` constraints whose ends have met. */
  readonly joined: number;
  sets: bigint;
}

/** The blocks that the machine connects become one; undefined: that breaks a constraint. */
export function merged(
  overs: readonly Constraint[],
  { state, one }: { readonly state: State; readonly one: Group },
  linked: readonly (Group & { readonly isLinked: boolean })[],
  blocks: readonly number[],
): Pick<State, 'groups' | 'ends' | 'joined'> | undefined {
  const everything = (1 << overs.length) - 1;
  if (state.joined === everything) return { groups: linked, ends: [0], joined: everything };
  const isOver = (v: number): boolean => overs.some(({ set }) => ((set >> v) & 1) === 1);
  const isOne = isOver(one.role);
  const joining = isOne ? [...new Set([...blocks, ...(one.block > 0 ? [one.block] : [])])] : [];
  let marks = 0;
  for (const block of joining) marks |= state.ends[block] ?? 0;
  overs.forEach(({ a, b }, i) => {
    if (a === one.role) marks |= 1 << (2 * i);
    if (b === one.role) marks |= 1 << (2 * i + 1);
  });
  const block = state.ends.length;
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
  let { joined } = state;
  for (const [i, { isSo }] of overs.entries()) {
    if ((joined >> i) & 1 || ((inBlock >> (2 * i)) & 3) !== 3) continue;
    if (!isSo) return undefined;
    joined |= 1 << i;
  }
  const ends = [...state.ends, marks];
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
