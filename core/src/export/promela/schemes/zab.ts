/** The members of a group that elects by ZooKeeper's rule. */
export interface Members {
  readonly here: string;
  /** The identifiers of the data replicas, and of all voters. */
  readonly replicas: readonly string[];
  readonly voters: readonly string[];
  readonly observers: readonly { readonly name: string }[];
  /** All voters as a set. */
  readonly members: string;
  readonly majority: number;
}

/** The copies that take part in an election, each itself connected to a majority of the voters. */
function takesPart({ voters, observers, members, majority }: Members, net: string): string {
  const all = [...voters, ...observers.map(({ name }) => name)];
  return `(${all.map((v) => `((size(on(${net}, ${v}) & ${members}) >= ${majority}) << ${v})`).join(' | ')})`;
}

/** Statements of a `d_step`: adds those who can be elected, by a majority that takes part. */
export function electableByZab(group: Members, net: string, into: string): string {
  const { members, majority } = group;
  const each = group.replicas.map((v) => {
    const wins = `size(on(${net}, ${v}) & in_reach & ${members}) >= ${majority}`;
    return `if :: ${wins} -> ${into} = ${into} | bit(${v}) :: else fi;`;
  });
  return `in_reach = ${takesPart(group, net)};\n${each.join('\n')}\nin_reach = 0`;
}

/**
 * Statements of a `d_step`: `in_reach` becomes the data replicas that those who can be elected hear of, over other
 * members, and that cannot: all may vote for one of them.
 */
export function votedInVain({ replicas, members }: Members): string {
  const data = replicas.map((v) => `bit(${v})`).join(' | ');
  return `set = able; grow(under, ${members}); in_reach = set & (${data}) & ~able; set = 0`;
}

/** An old leader keeps the members that followed it; a new one is followed by those that take part in its election. */
export function successorByZab(group: Members): string {
  const { here, majority } = group;
  const former = `former[${here}]`;
  return `had_followed[${here}] = (${former} == NOBODY -> 0 : on(HEALTHY, ${former}) & ${takesPart(group, 'HEALTHY')});
if
:: ${former} != NOBODY && size(on(under, ${former}) & had_followed[${here}] & ${group.members}) >= ${majority} ->
leader[${here}] = ${former}; follow[${here}] = had_followed[${here}]         /* it stays */
:: else ->
follow[${here}] = ${takesPart(group, 'under')};
if
:: able == 0 -> leader[${here}] = NOBODY
:: able != 0 -> one_of(able, leader[${here}])
:: able != 0 && in_reach != 0 && ${former} != NOBODY -> leader[${here}] = NOBODY
fi
fi;
in_reach = 0`;
}
