import { majorityOf } from '../design.js';
import { spreading } from './leaderless.js';
import { firstOf, OWN_COPY, REFUSED, type ReplicationOf, type Scheme } from './scheme.js';
import { agreed, viewCount } from './views.js';

/** Every replica serves by itself; with `choose CP` only while it hears from a majority. */
export const any: Scheme<ReplicationOf<'any'>> = {
  clauses: ['scheme', 'membership'],
  isOpen: ({ replication }) => replication.membership === 'agreed',
  wayCount: viewCount,

  brokenWhenHealthy: ({ name, replicas, choice }, connected) =>
    choice === 'CP' && replicas.some((replica) => connected(replica, replicas) < majorityOf(replicas))
      ? [`a replica of store \`${name}\` has no majority`]
      : [],

  write(design, store, here) {
    if (store.replication.membership === 'agreed') return agreed(design, store, here);
    const { replicas, choice } = store;
    const pauses = choice === 'CP';
    const hearsEnough = `size(on(BELIEVED, replica) & ${design.set(replicas)}) >= ${majorityOf(replicas)}`;
    const serve = pauses ? firstOf([{ guard: hearsEnough, does: OWN_COPY }], REFUSED) : OWN_COPY.join('; ');
    return {
      write: serve,
      read: serve,
      halfNoticed: pauses ? replicas.map((replica) => `-> spared[${here}] = ${design.vertex(replica)}`) : [],
      ...spreading(design, store),
    };
  },
};
