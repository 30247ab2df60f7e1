import type { Store, VertexId } from '../../model/model.js';
import type { Network } from './network.js';
import type { Groups, OneWrite, Scenario, Scheme } from './scheme.js';
import { disjoint } from './sets.js';

/** Every way to put the members into groups. */
function groupings(members: readonly VertexId[]): Groups[] {
  const [first, ...others] = members;
  if (first === undefined) return [[]];
  return groupings(others).flatMap((groups) => [
    [[first], ...groups],
    ...groups.map((group, i) => groups.with(i, [first, ...group])),
  ]);
}

/** All in a group reach each other, and no two groups could be one. */
function canBeAgreedOn(network: Network, groups: Groups): boolean {
  const reachEachOther = (group: readonly VertexId[]): boolean =>
    group.every((one) => group.every((other) => network.connected(one, other)));
  return (
    groups.every(reachEachOther) &&
    !groups.some((one, i) => groups.slice(i + 1).some((other) => reachEachOther([...one, ...other])))
  );
}

function possibleGroups(network: Network, store: Store): Groups[] {
  const up = store.replicas.filter((replica) => network.isUp(replica));
  return groupings(up).filter((groups) => canBeAgreedOn(network, groups));
}

/** The group of a replica; one that is down is alone. */
function groupOf(groups: Groups | undefined, replica: VertexId): readonly VertexId[] {
  return (groups ?? []).find((group) => group.includes(replica)) ?? [replica];
}

function isMajority(store: Store, group: readonly VertexId[]): boolean {
  return group.length >= Math.floor(store.replicas.length / 2) + 1;
}

/** Inside a group everything is sent on; between groups nothing is. */
function isCarried(groups: Groups | undefined, from: readonly VertexId[], to: readonly VertexId[]): boolean {
  return from.some((one) => !disjoint(groupOf(groups, one), to));
}

/** `any` with `membership agreed`. */
export const agreed: Scheme = {
  scenarios: (network, store) =>
    possibleGroups(network.healthy(), store).flatMap((formerGroups) =>
      possibleGroups(network, store).map((groups) => ({ groups, formerGroups })),
    ),
  unnoticed: (network, store) =>
    possibleGroups(network.healthy(), store).flatMap((formerGroups): Scenario[] => [
      { unnoticed: true, formerGroups },
      ...possibleGroups(network, store).flatMap((groups) =>
        store.replicas.map((spared) => ({ spared, groups, formerGroups })),
      ),
    ]),
  before: (_healthy, _store, { formerGroups }) => [formerGroups === undefined ? {} : { groups: formerGroups }],
  picks: () => [undefined],

  ask(network, store, { unnoticed, spared, groups, formerGroups }, client) {
    const believes = (replica: VertexId): readonly VertexId[] =>
      groupOf(unnoticed === true || spared === replica ? formerGroups : groups, replica);
    const pauses = (replica: VertexId): boolean => store.choice === 'CP' && !isMajority(store, believes(replica));
    const isComplete = (group: readonly VertexId[]): boolean =>
      group.every((one) => group.every((other) => network.connected(one, other)));
    return {
      order: network.orderOf(client, store),
      write(replica) {
        if (pauses(replica)) return undefined;
        if (isComplete(believes(replica))) return { history: 'shared', sets: [believes(replica)] };
        return store.choice === 'AP' ? { history: 'shared', sets: [[replica]] } : undefined;
      },
      read: (replica) => (pauses(replica) ? undefined : { sets: [[replica]] }),
      // It has been sent to the group, and may have arrived at one more of them.
      keeps: (replica) => ({
        history: 'shared',
        sets: [
          [replica],
          ...network
            .connectedTo(
              replica,
              believes(replica).filter((other) => other !== replica),
            )
            .map((other) => [replica, other]),
        ],
        unanswered: true,
      }),
    };
  },

  missed(_network, _store, { settled }, _by, read, write) {
    if (!disjoint(read, write.set)) return undefined;
    return isCarried(settled.groups, write.set, read) ? 'lag' : 'heal';
  },

  conflict(_network, store, settled, one, other) {
    if (store.merge === 'discard' || !disjoint(one.set, other.set)) return undefined;
    return (settled.groups ?? []).some((group) => !disjoint(group, one.set) && !disjoint(group, other.set))
      ? 'lag'
      : 'heal';
  },

  getsTo: (_network, _store, { settled }, write, copy) =>
    write.set.includes(copy) || isCarried(settled.groups, write.set, [copy]),

  discarded(_network, store, { groups = [] }, write: OneWrite) {
    if (store.merge !== 'discard') return false;
    const most = groups.find((group) => isMajority(store, group));
    return (store.choice === 'CP' && most !== undefined ? [most] : groups).some((group) => disjoint(group, write.set));
  },
};
