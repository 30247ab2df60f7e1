import { majorityOf } from '../majority.js';
import { type Scheme, votersOf } from './scheme.js';

export interface AnyReplication {
  readonly scheme: 'any';
}

export const any: Scheme<AnyReplication> = {
  levels: { read: ['local', 'one'], write: ['local', 'one'] },
  read(args) {
    args.each('nothing', {});
    return { scheme: 'any' };
  },
  leader: () => undefined,
  noVoteBecause: () => '`any` takes no votes: make it a replica, or leave it out.',
  relays: () => false,
  electors: () => undefined,
  elects: () => false,
  discards: () => false,
  contradiction: () => undefined,
  describe(_replication, store, _text) {
    const voters = votersOf(store);
    return store.choice === 'CP'
      ? `any replica that is connected to a majority (${majorityOf(voters)} of ${voters})`
      : 'any replica takes reads and writes, and spreads them later';
  },
};
