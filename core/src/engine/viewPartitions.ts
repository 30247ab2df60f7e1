import type { Mask } from './family.js';

/** A running replica as a mask, and the replicas that it exchanges messages with, itself included. */
export interface Member {
  readonly replica: Mask;
  readonly reached: Mask;
}

/** A view so far: its members, and the replicas that all of them reach. */
interface View {
  readonly members: Mask;
  readonly common: Mask;
}

/**
 * A store with more replicas is not analysed: the number of partitions grows exponentially with the replicas that reach
 * both ends of a cut.
 */
export const MAX_AGREEING = 8;

/**
 * Every partition of the members into views in which all reach each other, and of which no two could be one view. Which
 * of them a group comes to is chance: it depends on the order in which its members notice a cut (Hazelcast looks for a
 * largest view; RabbitMQ takes what is left after each node has dropped one that it misses).
 */
export function viewPartitions(members: readonly Member[]): readonly (readonly Mask[])[] {
  const found: (readonly Mask[])[] = [];
  const place = (next: number, views: readonly View[]): void => {
    const member = members[next];
    if (member === undefined) {
      if (!views.some((one, i) => views.some((other, j) => i < j && canBeOne(one, other))))
        found.push(views.map((view) => view.members));
      return;
    }
    const { replica, reached } = member;
    for (const [i, { members: others, common }] of views.entries()) {
      if ((common & replica) === 0) continue;
      place(next + 1, views.with(i, { members: others | replica, common: common & reached }));
    }
    place(next + 1, [...views, { members: replica, common: reached }]);
  };
  place(0, []);
  return found;
}

function canBeOne(one: View, other: View): boolean {
  return (one.members & ~other.common) === 0;
}
