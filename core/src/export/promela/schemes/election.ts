import type { Design } from '../design.js';
import type { Store, VertexId } from '../../../model/model.js';

/** Those who may stand for election, and those who vote on them, by Raft's rule. */
export interface Voting {
  /** The identifiers of the data replicas. */
  readonly replicas: readonly string[];
  /** The data replicas, and all voters, as sets. */
  readonly data: string;
  readonly members: string;
  readonly majority: number;
  /** Sets `set` to who a voter can talk to on a network. */
  touch(net: string, v: string): string;
  /** The leader or primary of before, whose log is the longest. */
  readonly former: string;
}

/**
 * May voters refuse every candidate? Logs differ only if something is written, and with up to three voters a candidate
 * reaches another one, or a witness.
 */
export function mayRefuseAll({ model }: Design, store: Store, voters: readonly VertexId[]): boolean {
  const index = model.stores.indexOf(store);
  const isWritten = model.operations.some(({ steps }) =>
    steps.some((step) => step.access === 'write' && step.store === index),
  );
  return isWritten && voters.length > 3;
}

/**
 * Statements of a `d_step`: sets `old_ones` to the candidates, of `able`, that no logs keep from being elected; with
 * none of them, nobody may be. From the longest log to the shortest: a replica that is not a candidate may be ahead of
 * all if it heard from the old leader.
 */
export function electable({ replicas, data, members, majority, touch, former }: Voting): string {
  const each = replicas
    .map(
      (v) => `if
:: has(old_ones, ${v}) -> ${touch('under', v)};
if :: size(set & ${members} & (old_ones | ~in_reach)) < ${majority} -> old_ones = old_ones & ~bit(${v}); listed = 1 :: else fi
:: else
fi;`,
    )
    .join('\n');
  return `d_step {
old_ones = able;
if
:: able == 0 || ${former} == NOBODY || has(able, ${former})
:: else ->
${touch('HEALTHY', former)};
in_reach = set & ${data};         /* who may have entries that others lack */
listed = 1;
do
:: listed == 0 -> break
:: else -> listed = 0;
${each}
od
fi;
in_reach = 0; set = 0; listed = 0
};
`;
}
