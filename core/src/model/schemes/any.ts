import { majorityOf } from '../majority.js';
import { type Scheme, votersOf } from './scheme.js';

export interface AnyReplication {
  readonly scheme: 'any';
  /** The replicas follow a group view in which all members reach each other, and not whom they reach themselves. */
  readonly membership?: 'agreed';
}

export const any: Scheme<AnyReplication> = {
  levels: { read: ['local', 'one'], write: ['local', 'one'] },
  read(args) {
    args.each('nothing', {});
    return { scheme: 'any' };
  },
  agreeing: () => ({ scheme: 'any', membership: 'agreed' }),
  leader: () => undefined,
  noVoteBecause: () => '`any` takes no votes: make it a replica, or leave it out.',
  relays: () => false,
  electors: () => undefined,
  elects: () => false,
  discards: () => false,
  settings: () => [],
  contradiction: () => undefined,
  merges: true,
  surprise: ({ membership }, { choice, product }) =>
    choice === 'CP' && product !== undefined && membership === undefined
      ? `With \`choose CP\` replicas without a majority pause, which \`${product}\` never does: ` +
        'leave `choose CP` out.'
      : undefined,
  describe({ membership }, store, _text) {
    const voters = votersOf(store);
    if (membership === 'agreed') {
      const views = 'a group view in which all members reach each other; all of the view acknowledge a write';
      return store.choice === 'CP'
        ? `any replica whose view has a majority (${majorityOf(voters)} of ${voters}): ${views}`
        : `any replica takes reads and writes in its view: ${views}`;
    }
    return store.choice === 'CP'
      ? `any replica that is connected to a majority (${majorityOf(voters)} of ${voters})`
      : 'any replica takes reads and writes, and spreads them later';
  },
};
